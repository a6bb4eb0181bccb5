//! Texts of several lines behind `|` and `>`.

use super::super::super::tree::{Node, Style};
use super::cursor::Cursor;
use super::{scalar, span};
use std::borrow::Cow;

/// What becomes of the ends of lines behind the last one.
#[derive(Clone, Copy, PartialEq)]
enum Chomping {
    Clip,
    Strip,
    Keep,
}

/// A text as its lines are joined.
struct Lines {
    text: String,
    folded: bool,
    /// Whether the end of a line has been read since the last content.
    broken: bool,
    /// How many empty lines since.
    empty: usize,
    /// Whether the last line began with a blank, which keeps its ends from being folded.
    blank: bool,
}

impl<'a> Cursor<'a> {
    /// Reads the text whose `|` or `>` stands here, and goes on to what comes behind it.
    pub(super) fn block_text(&mut self, above: usize) -> Option<Node<'a>> {
        let folded = self.byte() == b'>';
        self.at += 1;
        let chomping = match self.byte() {
            b'-' => Chomping::Strip,
            b'+' => Chomping::Keep,
            _ => Chomping::Clip,
        };
        self.at += usize::from(chomping != Chomping::Clip);
        self.blanks_and_comment()?;
        if !self.at_break() || self.at_end() {
            return None;
        }
        self.next_line();
        let mut lines = Lines {
            text: String::new(),
            folded,
            broken: false,
            empty: 0,
            blank: false,
        };
        let indent = self.first_indent(&mut lines)?.max(above + 1);
        if self.at_end() || self.column() != indent {
            return None;
        }
        let start = self.at;
        while self.column() == indent && !self.at_end() {
            lines.begin(self.byte() == b' ');
            self.content(&mut lines);
            if self.at_end() {
                break;
            }
            self.next_line();
            lines.broken = true;
            self.indent(indent, &mut lines);
        }
        let unended = self.at_end() && !lines.broken;
        let text = lines.chomped(chomping, unended);
        let text = scalar(Cow::Owned(text), Style::Block, span(start, self.at));
        self.skip()?;
        Some(text)
    }

    /// Goes over empty lines to the first content; the widest of them, or that, tells the indentation.
    fn first_indent(&mut self, lines: &mut Lines) -> Option<usize> {
        let mut widest = 0;
        loop {
            self.blanks();
            widest = widest.max(self.column());
            if self.at_end() {
                return None;
            }
            if !self.at_break() {
                return Some(widest);
            }
            self.next_line();
            lines.empty += 1;
        }
    }

    /// Goes over the indentation of a line, and over lines that hold no more than that.
    fn indent(&mut self, indent: usize, lines: &mut Lines) {
        loop {
            while self.column() < indent && self.byte() == b' ' {
                self.at += 1;
            }
            if self.at_end() || !self.at_break() {
                return;
            }
            self.next_line();
            lines.empty += 1;
        }
    }

    /// Takes the rest of a line.
    fn content(&mut self, lines: &mut Lines) {
        let rest = &self.text[self.at..];
        let length = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        lines.text.push_str(&rest[..length]);
        self.at += length;
    }
}

impl Lines {
    /// Joins what was read with a line that begins now, with a blank or not.
    fn begin(&mut self, blank: bool) {
        if self.folded && self.broken && !self.blank && !blank {
            if self.empty == 0 {
                self.text.push(' ');
            }
        } else if self.broken {
            self.text.push('\n');
        }
        self.breaks(self.empty);
        (self.broken, self.empty, self.blank) = (false, 0, blank);
    }

    fn breaks(&mut self, count: usize) {
        self.text.extend(std::iter::repeat_n('\n', count));
    }

    /// The text with the ends of lines behind it; `unended` when the file ends within its last line.
    fn chomped(mut self, chomping: Chomping, unended: bool) -> String {
        if chomping != Chomping::Strip && (self.broken || unended) {
            self.breaks(1);
        }
        if chomping == Chomping::Keep {
            self.breaks(self.empty);
        }
        self.text
    }
}
