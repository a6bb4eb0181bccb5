//! Reads a YAML text into a tree, with limits on nesting and on what aliases may multiply.

use super::tree::{Entry, Node, Span, Style, Value};
use serde_yaml::granit_parser::{
    ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span as ParserSpan, StrInput,
    StructureStyle,
};
use std::borrow::Cow;
use std::collections::HashMap;

/// How deep lists and mappings may nest.
const MOST_NESTING: usize = 64;
/// How many nodes anchors, aliases and merge keys may copy in one file; long texts count as several.
const MOST_COPIES: usize = 1_000_000;

/// Why a text could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct YamlError {
    /// What kind of mistake it is.
    pub(super) kind: YamlMistake,
    /// The byte it was noticed at.
    pub(super) at: u32,
    /// What is wrong.
    pub(super) message: String,
}

/// The mistakes that deserve a word of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YamlMistake {
    /// A tab where YAML wants blanks.
    Tab,
    /// A quote that is never closed.
    Quote,
    /// Too deep, or too much multiplied.
    Limit,
    /// A colon that cannot mark a key here.
    Colon,
    /// A bracket or brace that does not close.
    Bracket,
    /// An alias of a name that stands nowhere before.
    Anchor,
    /// Anything else.
    Other,
}

/// Reads one document; a file with nothing in it is an empty scalar.
pub(super) fn read(text: &str) -> Result<Node<'_>, YamlError> {
    let mut options = Options::default();
    options.flow_nesting_limit = MOST_NESTING;
    options.block_nesting_limit = MOST_NESTING;
    options.emit_anchor_events = true;
    options.set_emit_comments(false);
    let mut reader = Reader {
        parser: Parser::new_from_str_with_options(text, options),
        anchors: HashMap::new(),
        copies: 0,
        peeked: None,
    };
    reader.document()
}

struct Reader<'a> {
    parser: Parser<'a, StrInput<'a>>,
    anchors: HashMap<usize, Node<'a>>,
    copies: usize,
    peeked: Option<(Event<'a>, ParserSpan)>,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<Node<'a>, YamlError> {
        let mut root = None;
        while let Some((event, span)) = self.next()? {
            match event {
                Event::StreamEnd => break,
                Event::DocumentStart(..) if root.is_some() => {
                    let message = "a second YAML document begins here; a file holds one";
                    return Err(failure(YamlMistake::Other, convert(&span), message));
                }
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                event => root = Some(self.node(event, &span, 0)?),
            }
        }
        Ok(root.unwrap_or_else(|| scalar(Cow::Borrowed(""), Style::Plain, Span::default())))
    }

    fn next(&mut self) -> Result<Option<(Event<'a>, ParserSpan)>, YamlError> {
        if let Some(peeked) = self.peeked.take() {
            return Ok(Some(peeked));
        }
        self.parser.next().transpose().map_err(|error| told(&error))
    }

    /// The next event inside a list or mapping; there is always one before its end.
    fn inside(&mut self, from: Span) -> Result<(Event<'a>, ParserSpan), YamlError> {
        self.next()?
            .ok_or_else(|| failure(YamlMistake::Other, from, "the file ends too early"))
    }

    fn anchor(&mut self) -> Result<Option<Span>, YamlError> {
        match self.next()? {
            Some((Event::Anchor(..), span)) => Ok(Some(convert(&span))),
            other => {
                self.peeked = other;
                Ok(None)
            }
        }
    }

    fn node(
        &mut self,
        event: Event<'a>,
        at: &ParserSpan,
        depth: usize,
    ) -> Result<Node<'a>, YamlError> {
        let span = convert(at);
        if depth > 2 * MOST_NESTING {
            return Err(failure(YamlMistake::Limit, span, "nested too deep"));
        }
        let (id, mut node) = match event {
            Event::Alias(id) => return self.alias(id, span),
            Event::Scalar(text, style, id, _) => (id, scalar(text, styled(style), span)),
            Event::SequenceStart(style, id, _) => (id, list(style, span)),
            Event::MappingStart(style, id, _) => (id, map(style, span)),
            _ => return Err(failure(YamlMistake::Other, span, "a value was expected")),
        };
        node.tag = at.tag_span().map(|tag| convert(&tag));
        if id != 0 {
            node.anchor = self.anchor()?;
        }
        match &mut node.value {
            Value::Scalar(..) => {}
            Value::List(items) => node.span = self.items(items, span, depth)?,
            Value::Map(entries) => node.span = self.entries(entries, span, depth)?,
        }
        node.used = node.span;
        if id != 0 {
            self.charge(weight(&node), span)?;
            self.anchors.insert(id, node.clone());
        }
        Ok(node)
    }

    fn items(
        &mut self,
        items: &mut Vec<Node<'a>>,
        from: Span,
        depth: usize,
    ) -> Result<Span, YamlError> {
        loop {
            match self.inside(from)? {
                (Event::SequenceEnd, end) => return Ok(from.to(convert(&end))),
                (event, at) => items.push(self.node(event, &at, depth + 1)?),
            }
        }
    }

    fn entries(
        &mut self,
        entries: &mut Vec<Entry<'a>>,
        from: Span,
        depth: usize,
    ) -> Result<Span, YamlError> {
        loop {
            let key = match self.inside(from)? {
                (Event::MappingEnd, end) => {
                    self.merge(entries)?;
                    return Ok(from.to(convert(&end)));
                }
                (event, at) => self.node(event, &at, depth + 1)?,
            };
            let (event, at) = self.inside(from)?;
            let value = self.node(event, &at, depth + 1)?;
            entries.push(Entry {
                key,
                value,
                merged: false,
            });
        }
    }

    fn alias(&mut self, id: usize, used: Span) -> Result<Node<'a>, YamlError> {
        let Some(node) = self.anchors.get(&id).cloned() else {
            let message = "this alias stands inside what it names";
            return Err(failure(YamlMistake::Other, used, message));
        };
        self.charge(weight(&node), used)?;
        Ok(Node {
            used,
            anchor: None,
            ..node
        })
    }

    /// Puts the entries of `<<` behind the mapping's own; a key of its own wins, then the first
    /// mapping that has it.
    fn merge(&mut self, entries: &mut Vec<Entry<'a>>) -> Result<(), YamlError> {
        if !entries.iter().any(is_merge) {
            return Ok(());
        }
        let (merges, own): (Vec<_>, Vec<_>) = entries.drain(..).partition(is_merge);
        *entries = own;
        for node in merges.iter().flat_map(|merge| sources(&merge.value)) {
            for entry in node.entries().unwrap_or_default() {
                self.charge(1 + entries.len() / 8, node.used)?;
                if !entries.iter().any(|other| other.key.same(&entry.key)) {
                    self.charge(weight(&entry.value), node.used)?;
                    entries.push(Entry {
                        merged: true,
                        ..entry.clone()
                    });
                }
            }
        }
        Ok(())
    }

    fn charge(&mut self, copies: usize, at: Span) -> Result<(), YamlError> {
        self.copies += copies;
        if self.copies > MOST_COPIES {
            let message = "anchors, aliases and merge keys multiply into too much";
            return Err(failure(YamlMistake::Limit, at, message));
        }
        Ok(())
    }
}

/// The mappings a merge key takes its entries from.
fn sources<'n, 'a>(value: &'n Node<'a>) -> &'n [Node<'a>] {
    value.items().unwrap_or(std::slice::from_ref(value))
}

fn is_merge(entry: &Entry<'_>) -> bool {
    let key = matches!(&entry.key.value, Value::Scalar(text, Style::Plain) if text == "<<");
    key && sources(&entry.value)
        .iter()
        .all(|node| node.entries().is_some())
}

fn weight(node: &Node<'_>) -> usize {
    match &node.value {
        Value::Scalar(text, _) => 1 + text.len() / 64,
        Value::List(items) => 1 + items.iter().map(weight).sum::<usize>(),
        Value::Map(entries) => entries
            .iter()
            .map(|entry| 1 + weight(&entry.key) + weight(&entry.value))
            .sum(),
    }
}

fn scalar(text: Cow<'_, str>, style: Style, span: Span) -> Node<'_> {
    node(Value::Scalar(text, style), false, span)
}

fn list<'a>(style: StructureStyle, span: Span) -> Node<'a> {
    node(Value::List(Vec::new()), style == StructureStyle::Flow, span)
}

fn map<'a>(style: StructureStyle, span: Span) -> Node<'a> {
    node(Value::Map(Vec::new()), style == StructureStyle::Flow, span)
}

fn node(value: Value<'_>, flow: bool, span: Span) -> Node<'_> {
    Node {
        value,
        span,
        used: span,
        anchor: None,
        tag: None,
        flow,
    }
}

fn styled(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted => Style::Single,
        ScalarStyle::DoubleQuoted => Style::Double,
        ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
    }
}

fn convert(span: &ParserSpan) -> Span {
    let range = span.byte_range().unwrap_or_default();
    Span {
        start: range.start as u32,
        end: range.end as u32,
    }
}

fn failure(kind: YamlMistake, at: Span, message: &str) -> YamlError {
    YamlError {
        kind,
        at: at.start,
        message: message.to_owned(),
    }
}

fn told(error: &ScanError) -> YamlError {
    let kind = match error.kind() {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => YamlMistake::Tab,
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => {
            YamlMistake::Quote
        }
        ErrorKind::RecursionLimitExceeded => YamlMistake::Limit,
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => YamlMistake::Colon,
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::ExpectedFlowMappingSeparator => YamlMistake::Bracket,
        ErrorKind::UnknownAnchor => YamlMistake::Anchor,
        _ => YamlMistake::Other,
    };
    YamlError {
        kind,
        at: error.marker().byte_offset().unwrap_or(0) as u32,
        message: error.kind().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(node: &Node<'_>) -> Vec<String> {
        match &node.value {
            Value::Scalar(text, _) => vec![text.to_string()],
            Value::List(items) => items.iter().flat_map(texts).collect(),
            Value::Map(entries) => entries
                .iter()
                .flat_map(|entry| [texts(&entry.key), texts(&entry.value)].concat())
                .collect(),
        }
    }

    #[test]
    fn scalars_keep_their_text_as_it_is_written() {
        let text = "[NO, 007, 1.0, 2017-05-15, 0x1F, 1_000, true, .inf, 'it''s', \"a\\tb\"]";
        let expected = "NO 007 1.0 2017-05-15 0x1F 1_000 true .inf it's a\tb";
        assert_eq!(texts(&read(text).unwrap()).join(" "), expected);
    }

    #[test]
    fn every_span_covers_its_own_bytes_behind_a_byte_order_mark_and_with_crlf() {
        let text = "\u{feff}a: b  # c\r\nk: &x !!str d\r\ne: *x\r\nf:\r\nq: 'r'\r\n";
        let root = read(text).unwrap();
        let at = |key: &str| &text[root.get(key).unwrap().span.range()];
        assert_eq!((at("a"), at("k"), at("f"), at("q")), ("b", "d", "", "'r'"));
        let alias = root.get("e").unwrap();
        assert_eq!((&text[alias.used.range()], alias.is_alias()), ("*x", true));
        let anchored = root.get("k").unwrap();
        assert_eq!(&text[anchored.anchor.unwrap().range()], "&x");
        assert_eq!(&text[anchored.tag.unwrap().range()], "!!str");
    }

    #[test]
    fn a_merge_key_fills_in_what_the_mapping_does_not_say() {
        let text = "- &a {x: 1, y: 2}\n- &b {y: 3, z: 4}\n- {<<: [*a, *b], x: 0}\n";
        let root = read(text).unwrap();
        let merged = &root.items().unwrap()[2];
        assert_eq!(texts(merged).join(" "), "x 0 y 2 z 4");
        let flags: Vec<bool> = merged
            .entries()
            .unwrap()
            .iter()
            .map(|entry| entry.merged)
            .collect();
        assert_eq!(flags, [false, true, true]);
    }

    #[test]
    fn duplicate_keys_are_kept_so_that_they_can_be_reported() {
        assert_eq!(texts(&read("a: 1\na: 2\n").unwrap()).join(" "), "a 1 a 2");
    }

    #[test]
    fn nothing_null_and_quotes_are_told_apart() {
        let root = read("[~, null, '', 'null', NULL, nul, !!str ]").unwrap();
        let nulls: Vec<bool> = root.items().unwrap().iter().map(Node::is_null).collect();
        assert_eq!(nulls, [true, true, false, false, true, false, false]);
        assert!(read("").unwrap().is_null() && read("# only this\n").unwrap().is_null());
    }

    #[test]
    fn mistakes_have_a_kind_and_a_place() {
        let cases = [
            ("a:\n\tb: c\n", YamlMistake::Tab, 4),
            ("a: 'b\nc: d\n", YamlMistake::Quote, 6),
            ("a: b: c\n", YamlMistake::Colon, 4),
            ("a: *x\n", YamlMistake::Anchor, 3),
            ("a: b\n---\nc: d\n", YamlMistake::Other, 5),
            ("&a [*a]", YamlMistake::Other, 4),
        ];
        for (text, kind, at) in cases {
            let error = read(text).unwrap_err();
            assert_eq!((error.kind, error.at), (kind, at), "{text:?} {error:?}");
        }
    }

    #[test]
    fn bombs_are_refused() {
        let deep = "[".repeat(100_000);
        assert_eq!(read(&deep).unwrap_err().kind, YamlMistake::Limit);
        let mut laughs = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let before = vec![format!("*a{}", level - 1); 9].join(", ");
            laughs += &format!("a{level}: &a{level} [{before}]\n");
        }
        assert_eq!(read(&laughs).unwrap_err().kind, YamlMistake::Limit);
    }
}
