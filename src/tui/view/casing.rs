//! The casing of a pane or of a box over the screen: a frame around it, or a rule above it, with its titles. It
//! draws what ratatui's `Block` would, and leaves alone what lies within.

use super::ink::Ink;
use super::rows::Row;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders, Padding, Widget};

/// What is drawn around an area.
pub(super) struct Casing {
    /// The characters.
    pub(super) set: border::Set<'static>,
    /// How the frame looks.
    pub(super) style: Style,
    /// Whether there is a rule above instead of a frame all around.
    pub(super) compact: bool,
    /// What stands on it at the left, with its look.
    pub(super) title: Option<(String, Style)>,
    /// What stands on it at the right.
    pub(super) aside: Option<(String, Style)>,
}

/// What a casing leaves of an area.
pub(super) fn inner(area: Rect, compact: bool) -> Rect {
    if compact {
        Block::new().borders(Borders::TOP).inner(area)
    } else {
        Block::bordered()
            .padding(Padding::horizontal(1))
            .inner(area)
    }
}

impl Casing {
    /// What is within.
    pub(super) fn inner(&self, area: Rect) -> Rect {
        inner(area, self.compact)
    }

    fn draw_frame(&self, area: Rect, buffer: &mut Buffer) {
        let (left, top) = (area.left(), area.top());
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        let across = |y: u16, symbol: &str, buffer: &mut Buffer| {
            let first = buffer.index_of(left, y);
            let row = buffer.content.get_mut(first..).unwrap_or_default();
            for cell in row.iter_mut().take(usize::from(area.width)) {
                cell.set_symbol(symbol).set_style(self.style);
            }
        };
        across(top, self.set.horizontal_top, buffer);
        if self.compact {
            return;
        }
        for y in top..bottom {
            for (x, symbol) in [
                (left, self.set.vertical_left),
                (right, self.set.vertical_right),
            ] {
                if y > top
                    && let Some(cell) = buffer.cell_mut((x, y))
                {
                    cell.set_symbol(symbol).set_style(self.style);
                }
            }
        }
        across(bottom, self.set.horizontal_bottom, buffer);
        for (at, symbol) in [
            ((right, bottom), self.set.bottom_right),
            ((right, top), self.set.top_right),
            ((left, bottom), self.set.bottom_left),
            ((left, top), self.set.top_left),
        ] {
            if let Some(cell) = buffer.cell_mut(at) {
                cell.set_symbol(symbol);
            }
        }
    }
}

impl Widget for &Casing {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        self.draw_frame(area, buffer);
        let ends = u16::from(!self.compact);
        let line = Rect {
            x: area.x + ends,
            width: area.width.saturating_sub(2 * ends),
            height: 1,
            ..area
        };
        if let Some((title, style)) = &self.title {
            Ink::on(buffer, line).write(title, *style);
        }
        if let Some((aside, style)) = &self.aside {
            let aside = Line::raw(aside.as_str()).right_aligned();
            let wide = (aside.width() as u16).min(line.width);
            let place = Rect {
                x: line.right() - wide,
                width: wide,
                ..line
            };
            buffer.set_style(place, *style);
            Row(aside).render(place, buffer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_casing_is_what_a_block_draws() {
        let sizes = [(1, 1), (2, 1), (1, 3), (3, 2), (9, 4), (30, 5)];
        let titles = [("", ""), (" left ", ""), (" 予約 left ", " right ▾ ")];
        for ((wide, high), compact, (left, right)) in sizes
            .into_iter()
            .flat_map(|size| [(size, true), (size, false)])
            .flat_map(|(size, compact)| titles.map(|titles| (size, compact, titles)))
        {
            let area = Rect::new(1, 1, wide, high);
            let mut drawn = Buffer::empty(Rect::new(0, 0, 32, 8));
            let mut cased = drawn.clone();
            let (style, accent) = (Style::new().dim(), Style::new().red().bold());
            let said = |words: &str| Some((words.to_owned(), accent)).filter(|_| !words.is_empty());
            let casing = Casing {
                set: border::ROUNDED,
                style,
                compact,
                title: said(left),
                aside: said(right),
            };
            let mut block = Block::new()
                .border_set(border::ROUNDED)
                .border_style(style)
                .borders(if compact { Borders::TOP } else { Borders::ALL });
            if !compact {
                block = block.padding(Padding::horizontal(1));
            }
            if !right.is_empty() {
                block = block.title(Line::styled(right, accent).right_aligned());
            }
            if !left.is_empty() {
                block = block.title(Line::styled(left, accent));
            }
            assert_eq!(casing.inner(area), block.inner(area));
            block.render(area, &mut drawn);
            casing.render(area, &mut cased);
            assert_eq!(cased, drawn, "{wide} by {high}");
        }
    }
}
