//! Lines under each other, one a row: what `Paragraph` draws where nothing is wrapped, without taking each
//! character apart to see where a line would break.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// The lines, the first on top; those that do not fit are cut off.
pub(super) struct Rows<'a>(pub(super) Vec<Line<'a>>);

impl Widget for Rows<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        for (line, row) in self.0.iter().zip(area.intersection(buffer.area).rows()) {
            // A line's style ends where its text does.
            let width = line.width().try_into().unwrap_or(u16::MAX).min(row.width);
            line.render(Rect { width, ..row }, buffer);
        }
    }
}
