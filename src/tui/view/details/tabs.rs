//! The line of tabs above a touchpoint's own view, the chosen one reversed.

use crate::tui::state::State;
use crate::tui::tab::Tab;
use crate::tui::text;
use ratatui::text::{Line, Span};

/// The tabs in so many columns.
pub(super) fn line(state: &State, columns: usize) -> Line<'static> {
    let spans = words(columns).into_iter().zip(Tab::ALL).map(|(word, tab)| {
        let style = if tab == state.vantage.tab {
            state.theme.accent().patch(state.theme.chosen())
        } else {
            state.theme.dim()
        };
        Span::styled(word, style)
    });
    Line::from(spans.collect::<Vec<_>>())
}

/// The tab in a column of that line.
pub(super) fn at(columns: usize, column: usize) -> Option<Tab> {
    let mut end = 0;
    let ends = words(columns).into_iter().map(move |word| {
        end += text::width(&word);
        end
    });
    let mut ends = ends.zip(Tab::ALL);
    ends.find(|(end, _)| column < *end).map(|(_, tab)| tab)
}

/// What stands there, with the tabs' numbers where there is room for them.
fn words(columns: usize) -> Vec<String> {
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
    let numbered = words(true);
    let wide: usize = numbered.iter().map(|word| text::width(word)).sum();
    if wide <= columns {
        numbered
    } else {
        words(false)
    }
}
