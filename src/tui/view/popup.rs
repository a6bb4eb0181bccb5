//! A box over the middle of the screen.

use super::casing::{self, Casing};
use super::pane;
use crate::tui::theme::Theme;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// A rectangle of at most this size in the middle of another, a little above its centre.
pub(super) fn place(screen: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    let x = screen.x + (screen.width - width) / 2;
    let y = screen.y + (screen.height - height) / 3;
    Rect::new(x, y, width, height)
}

/// What is inside the box's frame.
pub(super) fn inside(area: Rect) -> Rect {
    casing::inner(area, false)
}

/// Draws the box over whatever is there, and returns what is inside.
pub(super) fn draw(frame: &mut Frame, theme: Theme, area: Rect, title: &str) -> Rect {
    let casing = Casing {
        set: pane::border(theme),
        style: theme.line(),
        compact: false,
        title: Some((format!(" {title} "), theme.title())),
        aside: None,
    };
    clear(frame.buffer_mut(), area);
    frame.render_widget(&casing, area);
    casing.inner(area)
}

/// Blanks an area, row by row as it lies in memory.
pub(super) fn clear(buffer: &mut Buffer, area: Rect) {
    let area = area.intersection(buffer.area);
    for row in area.rows().filter(|row| !row.is_empty()) {
        let first = buffer.index_of(row.x, row.y);
        let cells = buffer.content.get_mut(first..).unwrap_or_default();
        for cell in cells.iter_mut().take(usize::from(row.width)) {
            cell.reset();
        }
    }
}

/// The first line to show of a list so that the chosen one is in sight.
pub(in crate::tui) fn first(chosen: usize, of: usize, height: usize) -> usize {
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
