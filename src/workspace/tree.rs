//! A YAML document as a small tree that knows where every byte of it stands: scalars keep their text
//! as written, mappings keep their duplicate keys.

use std::borrow::Cow;
use std::ops::Range;

/// A range of bytes of the file's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    /// The first byte.
    pub(super) start: u32,
    /// The byte after the last.
    pub(super) end: u32,
}

impl Span {
    /// The bytes, to index the text with.
    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// From the start of this to the end of another.
    pub(super) fn to(self, other: Self) -> Self {
        Self {
            start: self.start,
            end: other.end.max(self.start),
        }
    }
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Without quotes.
    Plain,
    /// `'...'`
    Single,
    /// `"..."`
    Double,
    /// `|` or `>`
    Block,
}

/// What a node is.
#[derive(Clone, Debug)]
pub(super) enum Value<'a> {
    /// Text, as it means: escapes and folding undone, never turned into a number or a flag.
    Scalar(Cow<'a, str>, Style),
    /// A list.
    List(Vec<Node<'a>>),
    /// A mapping with its entries as they are listed, then those a merge key brings.
    Map(Vec<Entry<'a>>),
}

/// A value with its place.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    /// What it is.
    pub(super) value: Value<'a>,
    /// Where its content is written; for an alias, where the anchor's content is.
    pub(super) span: Span,
    /// Where it stands: the alias for an alias, else the same as `span`.
    pub(super) used: Span,
    /// What stands before it; nothing before nearly every one, and so it takes little room.
    pub(super) properties: Option<Box<Properties>>,
    /// A list or mapping in brackets or braces.
    pub(super) flow: bool,
}

/// What stands before a value and belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Properties {
    /// The `&name`.
    pub(super) anchor: Option<Span>,
    /// The `!tag`.
    pub(super) tag: Option<Span>,
}

/// A key and its value.
#[derive(Clone, Debug)]
pub(super) struct Entry<'a> {
    /// The key.
    pub(super) key: Node<'a>,
    /// Its value.
    pub(super) value: Node<'a>,
    /// Whether a merge key (`<<`) brought it.
    pub(super) merged: bool,
}

impl<'a> Node<'a> {
    /// The text of a scalar.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// The `&name` before it.
    pub(super) fn anchor(&self) -> Option<Span> {
        self.properties.as_ref()?.anchor
    }

    /// The `!tag` before it.
    pub(super) fn tag(&self) -> Option<Span> {
        self.properties.as_ref()?.tag
    }

    /// Whether it is nothing at all: empty, `~` or `null`, without quotes.
    pub(super) fn is_null(&self) -> bool {
        match &self.value {
            Value::Scalar(text, Style::Plain) => {
                self.tag().is_none() && matches!(&**text, "" | "~" | "null" | "Null" | "NULL")
            }
            _ => false,
        }
    }

    /// The entries of a mapping.
    pub(super) fn entries(&self) -> Option<&[Entry<'a>]> {
        match &self.value {
            Value::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The items of a list.
    pub(super) fn items(&self) -> Option<&[Node<'a>]> {
        match &self.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    /// The value of a mapping's first entry with this key.
    pub(super) fn get(&self, key: &str) -> Option<&Node<'a>> {
        let mut entries = self.entries()?.iter();
        let entry = entries.find(|entry| entry.key.text() == Some(key))?;
        Some(&entry.value)
    }

    /// Whether it stands here by an alias.
    pub(super) fn is_alias(&self) -> bool {
        self.used != self.span
    }

    /// What it is, in words, for a message.
    pub(super) fn kind(&self) -> &'static str {
        match &self.value {
            _ if self.is_null() => "nothing",
            Value::Scalar(..) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        }
    }

    /// Whether two nodes mean the same, wherever they stand and however they are written.
    pub(super) fn same(&self, other: &Node<'_>) -> bool {
        match (&self.value, &other.value) {
            (Value::Scalar(one, _), Value::Scalar(two, _)) => {
                one == two && self.is_null() == other.is_null()
            }
            (Value::List(one), Value::List(two)) => {
                one.len() == two.len() && one.iter().zip(two).all(|(one, two)| one.same(two))
            }
            (Value::Map(one), Value::Map(two)) => {
                one.len() == two.len() && one.iter().zip(two).all(|(one, two)| one.same(two))
            }
            _ => false,
        }
    }
}

impl Entry<'_> {
    /// Whether two entries mean the same.
    pub(super) fn same(&self, other: &Entry<'_>) -> bool {
        self.key.same(&other.key) && self.value.same(&other.value)
    }
}
