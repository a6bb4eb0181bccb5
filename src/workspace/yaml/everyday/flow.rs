//! Lists in brackets and mappings in braces, on one line or several.

use super::super::super::tree::{Entry, Node, Value};
use super::super::node;
use super::cursor::Cursor;
use super::{MOST_KEY, MOST_NESTING, merges, nothing, span};

impl<'a> Cursor<'a> {
    /// Reads a list in brackets or a mapping in braces, and stops behind it.
    pub(super) fn flow(&mut self, depth: usize) -> Option<Node<'a>> {
        if depth > MOST_NESTING {
            return None;
        }
        let start = self.at;
        self.at += 1;
        let value = if self.byte_at(start) == b'[' {
            Value::List(self.flow_list(b']', |cursor| cursor.flow_node(depth))?)
        } else {
            Value::Map(self.flow_list(b'}', |cursor| cursor.flow_entry(depth))?)
        };
        Some(node(value, true, span(start, self.at)))
    }

    /// Reads what stands between here and a closing bracket or brace, one after another with commas between.
    fn flow_list<T>(&mut self, close: u8, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        loop {
            self.skip_in_flow()?;
            if self.byte() == close {
                break;
            }
            if items.is_empty() {
                items.reserve_exact(2);
            }
            items.push(read(self)?);
            if self.ends_flow(close)? {
                break;
            }
        }
        self.at += 1;
        Some(items)
    }

    fn flow_entry(&mut self, depth: usize) -> Option<Entry<'a>> {
        let start = self.at;
        let key = self.flow_scalar()?;
        if merges(&key) {
            return None;
        }
        self.blanks();
        let value = if self.at_colon() {
            let colon = self.at;
            if colon - start > MOST_KEY {
                return None;
            }
            self.at += 1;
            self.skip_in_flow()?;
            match self.byte() {
                b',' | b'}' => nothing(colon),
                _ => self.flow_node(depth)?,
            }
        } else {
            self.skip_in_flow()?;
            nothing(self.at)
        };
        Some(Entry {
            key,
            value,
            merged: false,
        })
    }

    fn flow_node(&mut self, depth: usize) -> Option<Node<'a>> {
        match self.byte() {
            b'[' | b'{' => self.flow(depth + 1),
            _ => self.flow_scalar(),
        }
    }

    #[inline]
    fn flow_scalar(&mut self) -> Option<Node<'a>> {
        match self.byte() {
            b'"' | b'\'' => self.quoted(),
            _ => self.plain(true),
        }
    }

    /// Goes over a comma, or says that the bracket or brace closes here; nothing when neither is next.
    fn ends_flow(&mut self, close: u8) -> Option<bool> {
        self.skip_in_flow()?;
        let byte = self.byte();
        if byte == b',' {
            self.at += 1;
            return Some(false);
        }
        (byte == close).then_some(true)
    }

    /// Goes on to what comes next. At the beginning of a line something may stand that ends the document.
    #[inline]
    fn skip_in_flow(&mut self) -> Option<()> {
        self.skip()?;
        let closes = || matches!(self.byte(), b']' | b'}');
        (self.column() > 0 || closes()).then_some(())
    }
}
