//! Texts without quotes.

use super::super::super::tree::{Node, Style};
use super::cursor::Cursor;
use super::{scalar, span};
use std::borrow::Cow;

/// The bytes at which a text without quotes may end.
const STOPS: [bool; 256] = stops();

const fn stops() -> [bool; 256] {
    let mut stops = [false; 256];
    let listed = b" \n\r:,[]{}\0";
    let mut place = 0;
    while place < listed.len() {
        stops[listed[place] as usize] = true;
        place += 1;
    }
    stops
}

/// Whether a byte is one of those that brackets and braces are written with.
fn is_flow(byte: u8) -> bool {
    matches!(byte, b',' | b'[' | b']' | b'{' | b'}')
}

impl<'a> Cursor<'a> {
    /// Reads what stands on one line, and stops behind it; `flow` is inside brackets or braces.
    #[inline]
    pub(super) fn plain(&mut self, flow: bool) -> Option<Node<'a>> {
        if !self.begins_plain(flow) {
            return None;
        }
        let start = self.at;
        let end = self.plain_end(flow);
        self.at = end;
        let text = Cow::Borrowed(&self.text[start..end]);
        Some(scalar(text, Style::Plain, span(start, end)))
    }

    fn begins_plain(&self, flow: bool) -> bool {
        match self.byte() {
            b'-' => {
                let next = self.at + 1;
                !(self.separates(next) || (flow && is_flow(self.byte_at(next))))
            }
            b'?' | b':' | b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|'
            | b'>' | b'\'' | b'"' | b'%' | b'@' | b'`' | b' ' | b'\n' | b'\r' | 0 => false,
            _ => true,
        }
    }

    /// Where the text that begins here ends on its line, without the blanks behind it.
    fn plain_end(&self, flow: bool) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let ordinary = rest.iter().position(|&byte| STOPS[byte as usize]);
            at = ordinary.map_or(bytes.len(), |length| at + length);
            let end = at;
            while self.byte_at(at) == b' ' {
                at += 1;
            }
            if self.ends_plain(at, flow) || (at > end && self.byte_at(at) == b'#') {
                return end;
            }
            at += 1;
        }
    }

    fn ends_plain(&self, at: usize, flow: bool) -> bool {
        match self.byte_at(at) {
            b'\n' | b'\r' | 0 => true,
            b':' => {
                let next = at + 1;
                self.separates(next) || (flow && is_flow(self.byte_at(next)))
            }
            byte => flow && is_flow(byte),
        }
    }

    /// Reads what goes on below a text whose first line has been read, as long as lines are deeper than
    /// what holds it; goes on to what comes behind.
    pub(super) fn continued(&mut self, first: Node<'a>, above: usize) -> Option<Node<'a>> {
        let mut whole = String::new();
        let mut end = self.at;
        loop {
            self.blanks();
            if !self.at_break() {
                self.end_line()?;
                break;
            }
            let breaks = self.breaks();
            if self.at_end() || self.column() <= above || self.byte() == b'#' {
                self.skip()?;
                break;
            }
            if self.at_colon() {
                return None;
            }
            if whole.is_empty() {
                whole.push_str(first.text()?);
            }
            match breaks {
                1 => whole.push(' '),
                more => whole.extend(std::iter::repeat_n('\n', more - 1)),
            }
            let start = self.at;
            end = self.plain_end(false);
            self.at = end;
            whole.push_str(&self.text[start..end]);
        }
        if whole.is_empty() {
            return Some(first);
        }
        let start = first.span.start as usize;
        Some(scalar(Cow::Owned(whole), Style::Plain, span(start, end)))
    }

    /// Goes over ends of lines and blanks to what comes next, and counts the ends.
    fn breaks(&mut self) -> usize {
        let mut breaks = 0;
        while !self.at_end() && self.at_break() {
            self.next_line();
            self.blanks();
            breaks += 1;
        }
        breaks
    }
}
