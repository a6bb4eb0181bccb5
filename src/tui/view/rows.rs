//! Lines under each other, one a row: what `Paragraph` draws where nothing is wrapped, without taking each
//! character apart to see where a line would break.

use crate::tui::text::is_narrow;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The lines, the first on top, each from the left; those that do not fit are cut off.
pub(super) struct Rows<'a>(pub(super) Vec<Line<'a>>);

impl Widget for Rows<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        for (line, mut row) in self.0.iter().zip(area.intersection(buffer.area).rows()) {
            for span in &line.spans {
                if row.is_empty() {
                    break;
                }
                let taken = write(span, line.style, row, buffer).min(row.width);
                row = Rect {
                    x: row.x + taken,
                    width: row.width - taken,
                    ..row
                };
            }
        }
    }
}

/// Writes a span into a row that is not empty, and says how many columns it takes. Most are letters of one column
/// each, and need not be cut into what belongs together.
fn write(span: &Span<'_>, line: Style, row: Rect, buffer: &mut Buffer) -> u16 {
    let style = line.patch(span.style);
    if span.content.chars().all(is_narrow) {
        // The cells of a row lie together: found once, not one by one.
        let first = buffer.index_of(row.x, row.y);
        let cells = buffer
            .content
            .iter_mut()
            .skip(first)
            .take(usize::from(row.width));
        let mut taken = 0;
        for (cell, letter) in cells.zip(span.content.chars()) {
            cell.set_char(letter).set_style(style);
            taken += 1;
        }
        return taken;
    }
    Span::styled(span.content.as_ref(), style).render(row, buffer);
    span.width().try_into().unwrap_or(u16::MAX)
}
