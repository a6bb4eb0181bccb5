//! Reads a YAML text into a tree, with limits on nesting and on what aliases may multiply.

use super::tree::{Entry, Node, Properties, Span, Style, Value};
use serde_yaml::granit_parser::{
    ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span as ParserSpan, StrInput,
    StructureStyle,
};
use std::borrow::Cow;
use std::collections::HashMap;

mod everyday;

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
    everyday::read(text).map_or_else(|| read_any(text), Ok)
}

/// Reads one document by the library, whatever it holds.
fn read_any(text: &str) -> Result<Node<'_>, YamlError> {
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
    peeked: Option<(Event<'a>, At)>,
}

/// Where an event stands: what is needed of the parser's own places, which are large to hand on.
#[derive(Clone, Copy)]
struct At {
    span: Span,
    tag: Option<Span>,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<Node<'a>, YamlError> {
        let mut root = None;
        while let Some((event, at)) = self.next()? {
            match event {
                Event::StreamEnd => break,
                Event::DocumentStart(..) if root.is_some() => {
                    let message = "a second YAML document begins here; a file holds one";
                    return Err(failure(YamlMistake::Other, at.span, message));
                }
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                event => root = Some(self.node(event, at, 0)?),
            }
        }
        Ok(root.unwrap_or_else(|| scalar(Cow::Borrowed(""), Style::Plain, Span::default())))
    }

    fn next(&mut self) -> Result<Option<(Event<'a>, At)>, YamlError> {
        if let Some(peeked) = self.peeked.take() {
            return Ok(Some(peeked));
        }
        match self.parser.next() {
            None => Ok(None),
            Some(Ok((event, span))) => {
                let at = At {
                    span: convert(&span),
                    tag: span.tag_span().map(|tag| convert(&tag)),
                };
                Ok(Some((event, at)))
            }
            Some(Err(error)) => Err(told(&error)),
        }
    }

    /// The next event inside a list or mapping; there is always one before its end.
    fn inside(&mut self, from: Span) -> Result<(Event<'a>, At), YamlError> {
        self.next()?
            .ok_or_else(|| failure(YamlMistake::Other, from, "the file ends too early"))
    }

    fn anchor(&mut self) -> Result<Option<Span>, YamlError> {
        match self.next()? {
            Some((Event::Anchor(..), at)) => Ok(Some(at.span)),
            other => {
                self.peeked = other;
                Ok(None)
            }
        }
    }

    fn node(&mut self, event: Event<'a>, at: At, depth: usize) -> Result<Node<'a>, YamlError> {
        let span = at.span;
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
        let anchor = if id == 0 { None } else { self.anchor()? };
        if at.tag.is_some() || anchor.is_some() {
            let tag = at.tag;
            node.properties = Some(Box::new(Properties { anchor, tag }));
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
                (Event::SequenceEnd, end) => return Ok(from.to(end.span)),
                (event, at) => items.push(self.node(event, at, depth + 1)?),
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
                    return Ok(from.to(end.span));
                }
                (event, at) => self.node(event, at, depth + 1)?,
            };
            let (event, at) = self.inside(from)?;
            let value = self.node(event, at, depth + 1)?;
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
        let properties = node.tag().map(|tag| {
            Box::new(Properties {
                anchor: None,
                tag: Some(tag),
            })
        });
        Ok(Node {
            used,
            properties,
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
    node(
        Value::Map(Vec::with_capacity(8)),
        style == StructureStyle::Flow,
        span,
    )
}

fn node(value: Value<'_>, flow: bool, span: Span) -> Node<'_> {
    Node {
        value,
        span,
        used: span,
        properties: None,
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
mod tests;
