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

/// Writes a span and says how many columns it takes. Most are letters of one column each, and need not be cut
/// into what belongs together.
fn write(span: &Span<'_>, line: Style, row: Rect, buffer: &mut Buffer) -> u16 {
    let style = line.patch(span.style);
    if span.content.chars().all(is_narrow) {
        for (x, letter) in (row.left()..row.right()).zip(span.content.chars()) {
            buffer[(x, row.y)].set_char(letter).set_style(style);
        }
        return span.content.chars().count().try_into().unwrap_or(u16::MAX);
    }
    Span::styled(span.content.as_ref(), style).render(row, buffer);
    span.width().try_into().unwrap_or(u16::MAX)
}
