//! Mappings and lists that are told by how far their lines are indented.

use super::super::super::tree::{Entry, Node, Value};
use super::super::node;
use super::cursor::Cursor;
use super::{MOST_KEY, MOST_NESTING, merges, nothing, span};

impl<'a> Cursor<'a> {
    /// Reads what begins here, deeper than the column `above` of what holds it, and goes on to what comes
    /// behind it.
    pub(super) fn block(&mut self, above: Option<usize>, depth: usize) -> Option<Node<'a>> {
        if self.at_dash() {
            return self.list(self.at, depth + 1);
        }
        if !matches!(self.byte(), b'[' | b'{' | b'|' | b'>') && self.is_key() {
            return self.mapping(depth + 1);
        }
        self.value(above?, depth)
    }

    /// Whether the one-line text that begins here is a key.
    fn is_key(&mut self) -> bool {
        let start = self.at;
        let key = self.block_key();
        self.at = start;
        key.is_some()
    }

    /// Reads a key and stops at its colon.
    #[inline]
    fn block_key(&mut self) -> Option<Node<'a>> {
        let start = self.at;
        let key = match self.byte() {
            b'"' | b'\'' => self.quoted()?,
            _ => self.plain(false)?,
        };
        self.blanks();
        (self.at_colon() && self.at - start <= MOST_KEY).then_some(key)
    }

    /// Reads a value that is no mapping or list of lines, and goes on to what comes behind it.
    #[inline]
    fn value(&mut self, above: usize, depth: usize) -> Option<Node<'a>> {
        let value = match self.byte() {
            b'[' | b'{' => self.flow(depth + 1)?,
            b'"' | b'\'' => self.quoted()?,
            b'|' | b'>' => return self.block_text(above),
            _ => {
                let first = self.plain(false)?;
                return self.continued(first, above);
            }
        };
        self.end_line()?;
        Some(value)
    }

    fn mapping(&mut self, depth: usize) -> Option<Node<'a>> {
        if depth > MOST_NESTING {
            return None;
        }
        let (start, column) = (self.at, self.column());
        let mut entries = Vec::with_capacity(8);
        loop {
            if self.ends_document() {
                return None;
            }
            let key = self.block_key()?;
            if merges(&key) {
                return None;
            }
            let value = self.entry_value(column, depth)?;
            entries.push(Entry {
                key,
                value,
                merged: false,
            });
            if self.at_end() || self.column() < column {
                break;
            }
            if self.column() > column {
                return None;
            }
        }
        Some(node(Value::Map(entries), false, span(start, self.at)))
    }

    /// Whether `---` or `...` stands here at the beginning of a line, whatever it does.
    fn ends_document(&self) -> bool {
        let rest = &self.text.as_bytes()[self.at..];
        self.column() == 0 && (rest.starts_with(b"---") || rest.starts_with(b"..."))
    }

    /// Reads what stands behind the colon of a key in this column.
    #[inline]
    fn entry_value(&mut self, column: usize, depth: usize) -> Option<Node<'a>> {
        let colon = self.at;
        self.at += 1;
        self.blanks_and_comment()?;
        if !self.at_break() {
            return self.value(column, depth);
        }
        self.skip()?;
        if self.at_end() || self.column() < column {
            return Some(nothing(colon));
        }
        if self.column() > column {
            return self.block(Some(column), depth);
        }
        if !self.at_dash() {
            return Some(nothing(colon));
        }
        // A list at its key's own column: for the library it begins at its first item's content.
        let dash = self.at;
        self.at += 1;
        self.blanks_and_comment()?;
        let start = self.at;
        self.at = dash;
        self.list(start, depth + 1)
    }

    /// Reads a list whose first dash stands here.
    fn list(&mut self, start: usize, depth: usize) -> Option<Node<'a>> {
        if depth > MOST_NESTING {
            return None;
        }
        let (dash, column) = (self.at, self.column());
        let mut items = Vec::with_capacity(4);
        loop {
            items.push(self.item(column, depth)?);
            if self.at_end() || self.column() < column {
                break;
            }
            if self.column() > column {
                return None;
            }
            if !self.at_dash() {
                // Behind a list at its key's own column the next key may follow.
                if start == dash {
                    return None;
                }
                break;
            }
        }
        Some(node(Value::List(items), false, span(start, self.at)))
    }

    fn item(&mut self, column: usize, depth: usize) -> Option<Node<'a>> {
        self.at += 1;
        self.blanks_and_comment()?;
        if !self.at_break() {
            return self.block(Some(column), depth);
        }
        let at = self.at;
        self.skip()?;
        if self.at_end() || self.column() <= column {
            return Some(nothing(at));
        }
        self.block(Some(column), depth)
    }
}
