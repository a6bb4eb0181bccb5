//! A box over the middle of the screen.

use super::pane;
use crate::tui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders, Clear, Padding};

/// A rectangle of at most this size in the middle of another, a little above its centre.
pub(super) fn place(screen: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    let x = screen.x + (screen.width - width) / 2;
    let y = screen.y + (screen.height - height) / 3;
    Rect::new(x, y, width, height)
}

/// What is inside the box's frame.
pub(super) fn inside(area: Rect) -> Rect {
    block().inner(area)
}

/// Draws the box over whatever is there, and returns what is inside.
pub(super) fn draw(frame: &mut Frame, theme: Theme, area: Rect, title: &str) -> Rect {
    let block = block()
        .border_set(pane::border(theme))
        .border_style(theme.line())
        .title(Line::styled(format!(" {title} "), theme.title()));
    frame.render_widget(Clear, area);
    frame.render_widget(&block, area);
    block.inner(area)
}

fn block() -> Block<'static> {
    Block::new()
        .borders(Borders::ALL)
        .padding(Padding::horizontal(1))
}

/// The first line to show of a list so that the chosen one is in sight.
pub(super) fn first(chosen: usize, of: usize, height: usize) -> usize {
    let middle = chosen.saturating_sub(height / 2);
    middle.min(of.saturating_sub(height))
}

/// The line of a list at a position.
pub(super) fn line_at(area: Rect, at: Position, chosen: usize, of: usize) -> Option<usize> {
    if !area.contains(at) {
        return None;
    }
    let line = first(chosen, of, usize::from(area.height)) + usize::from(at.y - area.y);
    (line < of).then_some(line)
}
