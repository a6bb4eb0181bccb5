//! A box with a line to type in and a list to choose from, in the middle of the screen.

use super::ink::Ink;
use super::wrap::wrap;
use super::{popup, prompt};
use crate::tui::line::Line as Typed;
use crate::tui::state::State;
use crate::tui::text;
use crate::tui::view::rows::{Row, Rows};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

/// What such a box holds, but for its lines.
pub(super) struct ListBox<'a> {
    /// Its title.
    pub title: &'a str,
    /// What to type, where nothing is.
    pub hint: &'static str,
    /// What is typed.
    pub typed: &'a Typed,
    /// How many lines the list has.
    pub of: usize,
    /// The chosen one.
    pub chosen: usize,
    /// What is said under the list.
    pub below: Line<'static>,
    /// What is chosen in full, below that, where its line may be too short for it.
    pub whole: Option<String>,
}

const WIDTH: u16 = 76;

impl ListBox<'_> {
    /// Draws it; `row` writes the line at a place of the list, for a width in columns.
    pub(super) fn draw(
        self,
        frame: &mut Frame,
        state: &State,
        row: impl Fn(usize, usize, &mut Ink<'_>),
    ) {
        let theme = state.theme;
        let area = place(frame.area());
        let room = usize::from(area.width.saturating_sub(4));
        let inner = popup::draw(frame, theme, area, &text::fit(self.title, room));
        let [typed, list, below, whole] = parts(inner, self.whole.is_some());
        frame.render_widget(Row(prompt::line(theme, self.typed, self.hint)), typed);
        prompt::set_cursor(frame, self.typed, typed);
        let height = usize::from(list.height);
        let first = popup::first(self.chosen, self.of, height);
        for (place, area) in (first..self.of).zip(list.rows()) {
            let over = if place == self.chosen {
                theme.chosen()
            } else {
                Style::new()
            };
            let mut ink = Ink::on(frame.buffer_mut(), area).over(over);
            row(place, usize::from(list.width), &mut ink);
        }
        frame.render_widget(Row(self.below), below);
        let lines = wrap(&self.whole.unwrap_or_default(), usize::from(whole.width));
        let lines = lines
            .into_iter()
            .map(|line| Line::styled(line, theme.dim()));
        frame.render_widget(Rows(lines.collect()), whole);
    }
}

/// The line of the list at a position.
pub(super) fn line_at(
    screen: Rect,
    of: usize,
    chosen: usize,
    at: Position,
    whole: bool,
) -> Option<usize> {
    let [_, list, ..] = parts(popup::inside(place(screen)), whole);
    popup::line_at(list, at, chosen, of)
}

fn place(screen: Rect) -> Rect {
    popup::place(screen, WIDTH, screen.height.saturating_sub(4).clamp(6, 24))
}

fn parts(inner: Rect, whole: bool) -> [Rect; 4] {
    let typed = if inner.height > 6 { 2 } else { 1 };
    let below = u16::from(inner.height > 4);
    let whole = if whole && inner.height > 12 { 2 } else { 0 };
    let heights = [typed, 0, below, whole];
    let mut heights = heights.map(Constraint::Length);
    heights[1] = Constraint::Min(1);
    Layout::vertical(heights).areas(inner)
}
