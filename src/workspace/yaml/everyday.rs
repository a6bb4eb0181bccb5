//! Reads the YAML people write every day straight into a tree, several times as fast as the library; at
//! anything else it gives up, and the library reads the whole text.
//!
//! What it takes: block mappings and lists, brackets and braces, plain and quoted texts, `|` and `>`, and
//! comments. What it leaves, among others: anchors, aliases, tags, merge keys, directives, several
//! documents, tabs, explicit keys, and whatever is wrong, so that every error is the library's. What it
//! takes has the very tree the library makes; `tests/` holds the two against each other.

use super::super::tree::{Node, Span, Style, Value};
use super::node;
use cursor::Cursor;
use std::borrow::Cow;

mod block;
mod block_text;
mod charset;
mod cursor;
mod flow;
mod plain;
mod quoted;

/// How deep lists and mappings may nest here; less than the library allows, so that its limits stand.
const MOST_NESTING: usize = 32;
/// How far behind its beginning a key's colon may stand: the library looks no further.
const MOST_KEY: usize = 1024;

/// The tree of a text; nothing where the library has to read it.
pub(super) fn read(text: &str) -> Option<Node<'_>> {
    if !charset::is_everyday(text) {
        return None;
    }
    let mut cursor = Cursor::new(text);
    cursor.skip()?;
    if cursor.at_end() {
        return None;
    }
    let root = cursor.block(None, 0)?;
    cursor.at_end().then_some(root)
}

/// Where nothing is written, as the library has it.
fn nothing<'a>(at: usize) -> Node<'a> {
    scalar(Cow::Borrowed("~"), Style::Plain, span(at, at))
}

fn scalar(text: Cow<'_, str>, style: Style, span: Span) -> Node<'_> {
    node(Value::Scalar(text, style), false, span)
}

fn span(start: usize, end: usize) -> Span {
    Span {
        start: start as u32,
        end: end as u32,
    }
}

/// Whether a node, as a key, would bring other mappings in.
fn merges(key: &Node<'_>) -> bool {
    matches!(&key.value, Value::Scalar(text, Style::Plain) if text == "<<")
}
