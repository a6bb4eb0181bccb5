//! Lines under each other, one a row: what `Paragraph` draws where nothing is wrapped, without taking each
//! character apart to see where a line would break.

use super::ink::Ink;
use crate::tui::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// The lines, the first on top, each from the left; those that do not fit are cut off.
pub(super) struct Rows<'a>(pub(super) Vec<Line<'a>>);

impl Widget for Rows<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        for (line, row) in self.0.iter().zip(area.intersection(buffer.area).rows()) {
            write(line, row, buffer);
        }
    }
}

fn write(line: &Line<'_>, row: Rect, buffer: &mut Buffer) {
    let mut ink = Ink::on(buffer, row).over(line.style);
    for span in &line.spans {
        ink.write(&span.content, span.style);
    }
}

/// How many columns a line takes, where each of its characters stands in a cell of its own.
pub(super) fn plain_width(line: &Line<'_>) -> Option<usize> {
    let widths = line.spans.iter().map(|span| {
        let words = &span.content;
        text::is_plain(words).then(|| text::width(words))
    });
    widths.sum()
}

/// One line by itself, which has its style over the whole row: what `Line` draws, quicker where all is narrow.
pub(super) struct Row<'a>(pub(super) Line<'a>);

impl Widget for Row<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        let room = usize::from(area.width);
        let indent = match (plain_width(&self.0), self.0.alignment) {
            (Some(_), None | Some(Alignment::Left)) => Some(0),
            (Some(wide), Some(Alignment::Right)) => room.checked_sub(wide),
            _ => None,
        };
        let Some(indent) = indent.filter(|_| !area.is_empty()) else {
            return self.0.render(area, buffer);
        };
        let row = Rect { height: 1, ..area };
        if self.0.style != Style::new() && self.0.spans.iter().any(|span| !span.content.is_empty())
        {
            buffer.set_style(row, self.0.style);
        }
        let indent = indent as u16;
        let row = Rect {
            x: row.x + indent,
            width: row.width - indent,
            ..row
        };
        // The row has the line's style by now.
        let mut ink = Ink::on(buffer, row);
        for span in &self.0.spans {
            ink.write(&span.content, span.style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Stylize;

    #[test]
    fn a_row_is_what_a_line_draws() {
        let area = Rect::new(1, 1, 9, 2);
        for line in [
            Line::from(vec!["a ".red(), "– b".bold()]).dim(),
            Line::from(vec!["a ".red(), "– b".bold()])
                .dim()
                .right_aligned(),
            Line::from("far too long for it").right_aligned(),
            Line::from("far too long for it").bold(),
            Line::from("予約").bold().right_aligned(),
            Line::from("mid").bold().centered(),
            Line::default().bold(),
        ] {
            let mut drawn = Buffer::empty(Rect::new(0, 0, 11, 4));
            let mut written = drawn.clone();
            line.clone().render(area, &mut drawn);
            Row(line).render(area, &mut written);
            assert_eq!(written, drawn);
        }
    }
}
