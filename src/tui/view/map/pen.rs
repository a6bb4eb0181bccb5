//! Writes a card's words, clipped to the card and to the part of the map that is seen.

use super::Window;
use crate::tui::text;
use crate::tui::view::ink;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// A place on a card where the next word goes.
pub(super) struct Pen<'b> {
    window: Window,
    buf: &'b mut Buffer,
    left: i32,
    top: i32,
    width: i32,
    x: i32,
    y: i32,
}

impl<'b> Pen<'b> {
    /// At the upper left corner of a card, given in columns and lines of the whole map.
    pub(super) fn new(
        window: Window,
        buf: &'b mut Buffer,
        left: i32,
        top: i32,
        width: i32,
    ) -> Self {
        Self {
            window,
            buf,
            left,
            top,
            width,
            x: left,
            y: top,
        }
    }

    /// The card's width.
    pub(super) fn width(&self) -> i32 {
        self.width
    }

    /// Moves to a column and line of the card.
    pub(super) fn go(&mut self, column: i32, line: i32) {
        (self.x, self.y) = (self.left + column, self.top + line);
    }

    /// Writes on; what lies outside is not painted, and no wide character in half.
    pub(super) fn write(&mut self, words: &str, style: Style) {
        if text::is_plain(words) {
            return self.write_letters(words, style);
        }
        for grapheme in words.graphemes(true) {
            let wide = text::width(grapheme) as i32;
            if wide == 0 || self.x + wide > self.left + self.width {
                continue;
            }
            let last = self.window.cell(self.x + wide - 1, self.y);
            if let (Some((x, y)), Some(_)) = (self.window.cell(self.x, self.y), last) {
                self.buf.set_string(x, y, grapheme, style);
            }
            self.x += wide;
        }
    }

    /// The same of letters that take one column each.
    fn write_letters(&mut self, words: &str, style: Style) {
        let room = (self.left + self.width - self.x).max(0);
        let taken = (words.chars().count() as i32).min(room);
        let (first, seen) = (self.window.offset.0, i32::from(self.window.area.width));
        let from = self.x.max(first);
        let to = (self.x + taken).min(first + seen);
        if let (true, Some(at)) = (from < to, self.window.cell(from, self.y)) {
            let letters = words.chars().skip((from - self.x) as usize);
            ink::letters(self.buf, at, (to - from) as u16, letters, style);
        }
        self.x += taken;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    #[test]
    fn letters_are_clipped_to_the_card_and_to_what_is_seen() {
        for (left, words, seen) in [
            (0, "abcdefgh", "cdef  "),
            (3, "a", " a    "),
            (4, "abcdefgh", "  abcd"),
            (20, "abc", "      "),
        ] {
            let area = Rect::new(0, 0, 6, 1);
            let window = Window {
                area,
                offset: (2, 0),
            };
            let mut buf = Buffer::empty(area);
            let mut pen = Pen::new(window, &mut buf, left, 0, 6);
            pen.write(words, Style::new());
            assert_eq!(buf, Buffer::with_lines([seen]));
        }
    }
}
