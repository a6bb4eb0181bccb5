//! The line of tabs above a touchpoint's own view, the chosen one reversed.

use crate::tui::state::State;
use crate::tui::tab::Tab;
use crate::tui::text;
use ratatui::text::{Line, Span};

/// The tabs in so many columns, with their numbers where there is room for them.
pub(super) fn line(state: &State, columns: usize) -> Line<'static> {
    let words = |numbered: bool| {
        let tabs = Tab::ALL.iter().enumerate();
        let word = move |(at, tab): (usize, &Tab)| {
            if numbered {
                format!(" {} {} ", at + 1, tab.name())
            } else {
                format!(" {} ", tab.name())
            }
        };
        tabs.map(word).collect::<Vec<_>>()
    };
    let wide = |words: &[String]| words.iter().map(|word| text::width(word)).sum::<usize>();
    let numbered = words(true);
    let shown = if wide(&numbered) <= columns {
        numbered
    } else {
        words(false)
    };
    let spans = shown.into_iter().zip(Tab::ALL).map(|(word, tab)| {
        let style = if tab == state.vantage.tab {
            state.theme.accent().patch(state.theme.chosen())
        } else {
            state.theme.dim()
        };
        Span::styled(word, style)
    });
    Line::from(spans.collect::<Vec<_>>())
}
