//! The tab of customers' own words: a list, and below it the chosen one in full with its file and line.

use super::words;
use crate::tui::command::Command;
use crate::tui::state::{Mode, State};
use crate::tui::view::number::count;
use crate::tui::view::popup;
use crate::tui::view::rows::{Row, Rows};
use crate::tui::view::wrap::wrap;
use crate::tui::words as looked;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};

/// The line above the list, the list, and the chosen words.
fn parts(area: Rect) -> [Rect; 3] {
    let full = (area.height / 3).clamp(4, 12);
    let heights = [
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(full),
    ];
    Layout::vertical(heights).areas(area)
}

/// The words at a position.
pub(in crate::tui) fn line_at(state: &State, area: Rect, at: Position) -> Option<usize> {
    let [_, list, _] = parts(area);
    let of = looked::shown(state).len();
    popup::line_at(list, at, state.vantage.words.chosen, of)
}

/// Draws the tab.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State) {
    let [above, list, below] = parts(area);
    draw_search(frame, above, state);
    let shown = looked::shown(state);
    let chosen = state
        .vantage
        .words
        .chosen
        .min(shown.len().saturating_sub(1));
    let high = usize::from(list.height);
    let first = popup::first(chosen, shown.len(), high);
    let wide = usize::from(list.width);
    let lines = shown.iter().enumerate().skip(first).take(high);
    let lines: Vec<Line> = lines
        .map(|(at, verbatim)| {
            let line = Line::from(words::one_line(state.theme, verbatim, wide));
            if at == chosen {
                line.patch_style(state.theme.chosen())
            } else {
                line
            }
        })
        .collect();
    if lines.is_empty() {
        let why = empty(state);
        frame.render_widget(Row(Line::styled(why, state.theme.dim())), list);
        return;
    }
    frame.render_widget(Rows(lines), list);
    if let Some(verbatim) = shown.get(chosen) {
        let wide = usize::from(below.width);
        let dot = state.theme.glyph(" · ", ", ");
        let place = format!("{}:{}", verbatim.file, verbatim.line);
        let heading = format!("{}{dot}{place}", words::heading(verbatim, dot));
        let rule = state.theme.glyph("┈", "-").repeat(wide);
        let mut lines = vec![Line::styled(rule, state.theme.dim())];
        lines.extend(
            wrap(&heading, wide)
                .into_iter()
                .map(|part| Line::styled(part, state.theme.dim())),
        );
        lines.extend(wrap(&verbatim.text, wide).into_iter().map(Line::from));
        frame.render_widget(Rows(lines), below);
    }
}

/// What is let through, how many that are, and what is typed.
fn draw_search(frame: &mut Frame, area: Rect, state: &State) {
    let (theme, words) = (state.theme, &state.vantage.words);
    let shown = looked::shown(state).len();
    let read = state.said.list.len();
    let typing = matches!(state.mode, Mode::Search);
    let mut spans = vec![Span::styled(looked::named(words.polarity), theme.accent())];
    let typed = words.line.text();
    let mut cursor = None;
    if typing || !typed.is_empty() {
        spans.push(Span::raw(" that say "));
        let before: usize = spans.iter().map(Span::width).sum();
        cursor = typing.then_some(before + words.line.cursor());
        spans.push(Span::styled(typed.to_owned(), theme.mark()));
    }
    let said = format!(
        "   {} of {} read, {} in all",
        count(shown as u64),
        count(read as u64),
        count(state.said.of as u64)
    );
    spans.push(Span::styled(said, theme.dim()));
    frame.render_widget(Row(Line::from(spans)), area);
    if let Some(at) = cursor {
        let x = area
            .x
            .saturating_add(at as u16)
            .min(area.right().saturating_sub(1));
        frame.set_cursor_position(Position::new(x, area.y));
    }
}

fn empty(state: &State) -> String {
    match (state.said.of, state.progress, state.said.is_reading()) {
        (0, Some(_), _) | (_, _, true) => "being read".to_owned(),
        (0, None, _) => "no row here has text".to_owned(),
        _ if state.vantage.words.is_narrow() => {
            let polarity = state.keymap.label(Command::Polarity);
            let back = state.keymap.label(Command::Back);
            format!(
                "none of those read; {polarity} shows another polarity, {back} clears the search"
            )
        }
        _ => "being read".to_owned(),
    }
}
