//! The views of a team's own practice: a list above what is to be said of its chosen line, or a page.

mod teams;
mod voices;

use super::casing::Casing;
use super::{pane, popup};
use crate::tui::state::{Screen, State};
use crate::tui::view::ink::Ink;
use crate::tui::view::rows::{Row, Rows};
use crate::tui::{rounds, text};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::Line;

/// A list with its heads, of its rows those that are seen, and what is to be said of the chosen line.
struct Sheet {
    title: String,
    head: String,
    rows: Vec<String>,
    below: Vec<String>,
}

/// Draws the view that is on screen.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    if state.screen == Screen::Listening {
        return draw_page(frame, area, state);
    }
    let inner = pane::inner(state, area);
    let width = usize::from(inner.width);
    let [head, list, below] = parts(inner);
    let (of, height) = (rounds::length(state), usize::from(list.height));
    let first = popup::first(state.line, of, height);
    let seen = first..(first + height).min(of);
    let sheet = match state.screen {
        Screen::Teams => teams::sheet(state, seen, width),
        _ => voices::sheet(state, seen, width),
    };
    let block = block(state, &sheet.title, area);
    frame.render_widget(&block, area);
    let fitted = |line: &str| text::fit(line, width).into_owned();
    frame.render_widget(
        Row(Line::styled(fitted(&sheet.head), state.theme.dim())),
        head,
    );
    for ((row, at), area) in sheet.rows.iter().zip(first..).zip(list.rows()) {
        let style = if at == state.line {
            state.theme.chosen()
        } else {
            state.theme.text()
        };
        Ink::on(frame.buffer_mut(), area).pad(row, width, style);
    }
    let said = sheet.below.iter().take(usize::from(below.height));
    let said = said.map(|line| Line::raw(fitted(line)));
    frame.render_widget(Rows(said.collect()), below);
}

fn draw_page(frame: &mut Frame, area: Rect, state: &State) {
    let block = block(state, "Listening", area);
    let inner = block.inner(area);
    frame.render_widget(&block, area);
    let page = &state.rounds.page;
    let most = page.len().saturating_sub(usize::from(inner.height));
    let lines = page
        .iter()
        .skip(state.scroll.min(most))
        .take(usize::from(inner.height));
    let lines = lines.map(|line| {
        let style = match line.as_str() {
            line if !line.starts_with(' ') => state.theme.accent(),
            line if line.starts_with("  overdue") => state.theme.bad(),
            line if line.contains("unheard") => state.theme.warning(),
            _ => state.theme.text(),
        };
        Line::styled(
            text::fit(line, usize::from(inner.width)).into_owned(),
            style,
        )
    });
    frame.render_widget(Rows(lines.collect()), inner);
}

fn block(state: &State, title: &str, area: Rect) -> Casing {
    pane::frame(state, title, area, true)
}

/// The heads, the list, and below it the room for the chosen line.
fn parts(inner: Rect) -> [Rect; 3] {
    let below = inner.height / 2;
    let heights = [
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(below),
    ];
    Layout::vertical(heights).areas(inner)
}

/// The line of the list at a position.
pub(in crate::tui) fn line_at(state: &State, area: Rect, at: Position) -> Option<usize> {
    let [_, list, _] = parts(pane::inner(state, area));
    popup::line_at(list, at, state.line, rounds::length(state))
}
