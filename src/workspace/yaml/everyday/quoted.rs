//! Texts in quotes that end on the line they begin on.

use super::super::super::tree::{Node, Style};
use super::cursor::Cursor;
use super::{scalar, span};
use std::borrow::Cow;

impl<'a> Cursor<'a> {
    /// Reads a text in quotes, and stops behind it.
    pub(super) fn quoted(&mut self) -> Option<Node<'a>> {
        let start = self.at;
        let (text, style) = if self.byte() == b'"' {
            (self.double()?, Style::Double)
        } else {
            (self.single()?, Style::Single)
        };
        Some(scalar(text, style, span(start, self.at)))
    }

    fn single(&mut self) -> Option<Cow<'a, str>> {
        let mut whole = String::new();
        loop {
            let start = self.at + 1;
            let rest = self.text.as_bytes().get(start..)?;
            let end = start + memchr::memchr2(b'\'', b'\n', rest)?;
            if self.byte_at(end) != b'\'' {
                return None;
            }
            self.at = end + 1;
            let part = &self.text[start..end];
            if self.byte() != b'\'' {
                return Some(join(whole, part));
            }
            whole.push_str(part);
            whole.push('\'');
        }
    }

    fn double(&mut self) -> Option<Cow<'a, str>> {
        let mut whole = String::new();
        self.at += 1;
        loop {
            let start = self.at;
            let rest = self.text.as_bytes().get(start..)?;
            let end = start + memchr::memchr3(b'"', b'\\', b'\n', rest)?;
            let part = &self.text[start..end];
            self.at = end + 1;
            match self.byte_at(end) {
                b'"' => return Some(join(whole, part)),
                b'\\' => {
                    whole.push_str(part);
                    whole.push(escaped(self.byte())?);
                    self.at += 1;
                }
                _ => return None,
            }
        }
    }
}

/// What was gathered with the last part; the part alone when nothing was.
fn join(mut whole: String, part: &str) -> Cow<'_, str> {
    if whole.is_empty() {
        return Cow::Borrowed(part);
    }
    whole.push_str(part);
    Cow::Owned(whole)
}

/// What a letter behind a backslash stands for; the rarer ones are the library's.
fn escaped(letter: u8) -> Option<char> {
    Some(match letter {
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'"' | b'\\' | b'/' => char::from(letter),
        _ => return None,
    })
}
