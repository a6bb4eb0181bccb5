//! Writes a card's words, clipped to the card and to the part of the map that is seen.

use super::Window;
use crate::tui::text;
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
}
