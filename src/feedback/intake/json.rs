//! Reads one line of JSON lines: the values at the paths in use, as cells.

use super::cells::Span;
use super::header::Column;
use super::row::Slot;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// What stands between the items of a list in one cell of tags.
pub(crate) const ITEM_END: char = '\u{1f}';

/// The keys in use, as a tree: `a.b` is found as the key `a.b` and as `b` within `a`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    nodes: Vec<Node>,
    slots: usize,
    tags: Option<Slot>,
}

#[derive(Clone, Debug, Default)]
struct Node {
    key: String,
    slot: Option<Slot>,
    within: Vec<Node>,
}

/// The cells of one line.
#[derive(Debug, Default)]
pub(crate) struct JsonRow {
    /// What the spans are places in.
    pub(crate) text: String,
    /// One a column in use; empty where the line does not have it.
    pub(crate) cells: Vec<Span>,
}

impl Keys {
    /// The tree of the columns in use. The items of a list stay apart in the column of tags.
    pub(crate) fn new(columns: &[Column], tags: Option<Slot>) -> Self {
        let mut keys = Self {
            nodes: Vec::new(),
            slots: columns.len(),
            tags,
        };
        for (slot, column) in columns.iter().enumerate() {
            insert(&mut keys.nodes, &[&column.name], slot);
            let path: Vec<&str> = column.name.split('.').collect();
            if path.len() > 1 {
                insert(&mut keys.nodes, &path, slot);
            }
        }
        keys
    }

    /// Reads a line into a row.
    ///
    /// # Errors
    /// Why it is not an object, or not one with such values.
    pub(crate) fn read(&self, line: &str, row: &mut JsonRow) -> Result<(), String> {
        row.text.clear();
        row.cells.clear();
        row.cells.resize(self.slots, Span::default());
        let mut json = serde_json::Deserializer::from_str(line);
        let seed = Top { keys: self, row };
        let read = json.deserialize_map(seed).and_then(|()| json.end());
        read.map_err(|error| {
            let column = error.column();
            let whole = error.to_string();
            let why = whole.split(" at line ").next().unwrap_or_default();
            if column == 0 {
                format!("not one JSON object a line: {why}")
            } else {
                format!("not one JSON object a line: {why} at column {column}")
            }
        })
    }
}

fn insert(nodes: &mut Vec<Node>, path: &[&str], slot: Slot) {
    let Some((key, rest)) = path.split_first() else {
        return;
    };
    let place = nodes.iter().position(|node| node.key == *key);
    let place = place.unwrap_or_else(|| {
        nodes.push(Node {
            key: (*key).to_owned(),
            ..Node::default()
        });
        nodes.len() - 1
    });
    if rest.is_empty() {
        nodes[place].slot = Some(slot);
    } else {
        insert(&mut nodes[place].within, rest, slot);
    }
}

struct Top<'k, 'r> {
    keys: &'k Keys,
    row: &'r mut JsonRow,
}

impl<'de> Visitor<'de> for Top<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        object(map, &self.keys.nodes, self.keys.tags, self.row)
    }
}

fn object<'de, A: MapAccess<'de>>(
    mut map: A,
    nodes: &[Node],
    tags: Option<Slot>,
    row: &mut JsonRow,
) -> Result<(), A::Error> {
    while let Some(key) = map.next_key_seed(Key)? {
        match nodes.iter().find(|node| node.key == key) {
            None => {
                map.next_value::<IgnoredAny>()?;
            }
            Some(node) => map.next_value_seed(Value {
                node,
                tags,
                row: &mut *row,
            })?,
        }
    }
    Ok(())
}

/// A key, borrowed from the line where nothing in it is escaped.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}

/// The value at a key in use.
struct Value<'k, 'r> {
    node: &'k Node,
    tags: Option<Slot>,
    row: &'r mut JsonRow,
}

impl Value<'_, '_> {
    fn cell(self, cell: &dyn fmt::Display) {
        if let Some(slot) = self.node.slot {
            let start = self.row.text.len();
            push(&mut self.row.text, cell);
            self.row.cells[slot] = Span::new(start, self.row.text.len(), false);
        }
    }
}

fn push(text: &mut String, cell: &dyn fmt::Display) {
    // Writing to a string cannot fail.
    let _ = fmt::write(text, format_args!("{cell}"));
}

impl<'de> DeserializeSeed<'de> for Value<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, true, false, null or a list of them")
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        if let Some(slot) = self.node.slot {
            let start = self.row.text.len();
            self.row.text.push_str(value);
            self.row.cells[slot] = Span::new(start, self.row.text.len(), false);
        }
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.cell(&value);
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.cell(&value);
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.cell(&value);
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.cell(&value);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.cell(&"");
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Some(slot) = self.node.slot else {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(());
        };
        let start = self.row.text.len();
        let end = if self.tags == Some(slot) {
            ITEM_END
        } else {
            '\n'
        };
        while let Some(item) = seq.next_element::<Item>()? {
            if self.row.text.len() > start {
                self.row.text.push(end);
            }
            self.row.text.push_str(&item.0);
        }
        self.row.cells[slot] = Span::new(start, self.row.text.len(), false);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if !self.node.within.is_empty() {
            return object(map, &self.node.within, self.tags, self.row);
        }
        let Some((key, _)) = map.next_entry::<String, IgnoredAny>()? else {
            return Ok(());
        };
        Err(A::Error::custom(format_args!(
            "`{0}` holds an object; name one of its keys, such as `{0}.{key}`",
            self.node.key
        )))
    }
}

/// One item of a list.
struct Item(String);

impl<'de> serde::Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let node = Node {
            slot: Some(0),
            ..Node::default()
        };
        let mut row = JsonRow {
            text: String::new(),
            cells: vec![Span::default()],
        };
        let seed = Value {
            node: &node,
            tags: None,
            row: &mut row,
        };
        seed.deserialize(from)?;
        Ok(Self(row.text))
    }
}

#[cfg(test)]
mod tests {
    use super::super::header::Need;
    use super::*;

    fn read(line: &str, columns: &[&str]) -> Result<Vec<String>, String> {
        let columns: Vec<Column> = columns
            .iter()
            .map(|name| Column {
                name: (*name).to_owned(),
                need: Need::Declared,
            })
            .collect();
        let tags = columns.iter().position(|column| column.name == "tags");
        let mut row = JsonRow::default();
        Keys::new(&columns, tags).read(line, &mut row)?;
        let text = |span: &Span| row.text[span.start as usize..span.end as usize].to_owned();
        Ok(row.cells.iter().map(text).collect())
    }

    #[test]
    fn values_are_found_by_key_and_by_path() {
        let line = r#"{"a":{"b":{"c":"deep"},"x":[1,{"y":2}]},"a.d":4.5,"e":true,"f":null,"n":-7,"s":"q\"\u00e9\n"}"#;
        assert_eq!(
            read(line, &["a.b.c", "a.d", "e", "f", "n", "s", "none"]),
            Ok(["deep", "4.5", "true", "", "-7", "q\"é\n", ""]
                .map(str::to_owned)
                .to_vec())
        );
    }

    #[test]
    fn a_list_of_tags_keeps_its_items_apart() {
        let line = r#"{"tags":["a;b",2,null],"text":["one","two"]}"#;
        assert_eq!(
            read(line, &["tags", "text"]),
            Ok(vec!["a;b\u{1f}2\u{1f}".into(), "one\ntwo".into()])
        );
    }

    #[test]
    fn what_is_no_object_is_refused_with_its_column() {
        for (line, reason) in [
            (
                "[1]",
                "not one JSON object a line: invalid type: sequence, expected an object",
            ),
            (
                r#"{"a":1"#,
                "not one JSON object a line: EOF while parsing an object at column 6",
            ),
            (
                r#"{"a":1} x"#,
                "not one JSON object a line: trailing characters at column 9",
            ),
            (
                r#"{"a":{"b":1}}"#,
                "not one JSON object a line: `a` holds an object; name one of its keys, such as `a.b` at column 12",
            ),
        ] {
            assert_eq!(read(line, &["a"]), Err(reason.to_owned()));
        }
    }
}
