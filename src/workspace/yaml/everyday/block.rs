//! Mappings and lists that are told by how far their lines are indented.

use super::super::super::tree::{Entry, Node, Style, Value};
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
        if matches!(self.byte(), b'[' | b'{' | b'|' | b'>') {
            return self.value(above?, depth);
        }
        let start = self.at;
        let first = self.words()?;
        let end = self.at;
        self.blanks();
        if self.at_colon() {
            return self.mapping(start, first, depth + 1);
        }
        self.at = end;
        self.only_words(first, above?)
    }

    /// Reads a text on one line, with or without quotes, and stops behind it.
    #[inline]
    fn words(&mut self) -> Option<Node<'a>> {
        match self.byte() {
            b'"' | b'\'' => self.quoted(),
            _ => self.plain(false),
        }
    }

    /// Reads a value that is no mapping or list of lines, and goes on to what comes behind it.
    #[inline]
    fn value(&mut self, above: usize, depth: usize) -> Option<Node<'a>> {
        match self.byte() {
            b'[' | b'{' => {
                let value = self.flow(depth + 1)?;
                self.end_line()?;
                Some(value)
            }
            b'|' | b'>' => self.block_text(above),
            _ => {
                let first = self.words()?;
                self.only_words(first, above)
            }
        }
    }

    /// Goes on behind a text that is a whole value, or the first line of one.
    fn only_words(&mut self, first: Node<'a>, above: usize) -> Option<Node<'a>> {
        if matches!(first.value, Value::Scalar(_, Style::Plain)) {
            return self.continued(first, above);
        }
        self.end_line()?;
        Some(first)
    }

    /// Reads a mapping whose first key began at a byte and has been read up to its colon.
    fn mapping(&mut self, start: usize, first: Node<'a>, depth: usize) -> Option<Node<'a>> {
        if depth > MOST_NESTING {
            return None;
        }
        let column = start - self.line;
        let mut entries = Vec::with_capacity(8);
        let (mut from, mut key) = (start, first);
        loop {
            if self.at - from > MOST_KEY || merges(&key) || self.ends_document(from) {
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
            (from, key) = (self.at, self.words()?);
            self.blanks();
            if !self.at_colon() {
                return None;
            }
        }
        Some(node(Value::Map(entries), false, span(start, self.at)))
    }

    /// Whether `---` or `...` stands somewhere at the beginning of this line, whatever it does.
    fn ends_document(&self, at: usize) -> bool {
        let rest = &self.text.as_bytes()[at..];
        at == self.line && (rest.starts_with(b"---") || rest.starts_with(b"..."))
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
