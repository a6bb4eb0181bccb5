//! The ways to change one key of a mapping, a touchpoint's owner or a field of an action, by replacing one
//! run of bytes, best first. Which of them means what was wanted is for the splice to verify.

use super::owner_text::scalar;
use super::tree::{Entry, Node, Span, Style, Value};
use crate::journey::Day;
use std::ops::Range;

/// One run of bytes and what stands there afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// The bytes that go.
    pub(super) range: Range<usize>,
    /// The text that comes.
    pub(super) text: String,
}

impl Change {
    /// The whole text with the change made.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        let (before, after) = (text.get(..self.range.start)?, text.get(self.range.end..)?);
        Some(format!("{before}{}{after}", self.text))
    }
}

/// A mapping in its file: a touchpoint, or an action.
pub(super) struct Place<'n, 'a> {
    /// The file's text.
    pub(super) text: &'n str,
    /// The mapping.
    pub(super) node: &'n Node<'a>,
    /// Whether a day is written as one, without quotes.
    pub(super) days: bool,
}

impl<'n, 'a> Place<'n, 'a> {
    /// A mapping all of whose values are text.
    pub(super) fn of(text: &'n str, node: &'n Node<'a>) -> Self {
        Self {
            text,
            node,
            days: false,
        }
    }

    /// A value as it is written here.
    fn scalar(&self, text: &str, style: Style) -> String {
        let day = plain_day(text).filter(|_| self.days && style == Style::Plain);
        day.unwrap_or_else(|| scalar(text, style))
    }

    /// The entries that stand in the mapping itself, in their order.
    pub(super) fn own(&self) -> impl Iterator<Item = &'n Entry<'a>> + use<'n, 'a> {
        let entries = self.node.entries().unwrap_or_default();
        entries.iter().filter(|entry| !entry.merged)
    }

    /// Ways to write a scalar where the value stands.
    pub(super) fn replace(&self, entry: &Entry<'a>, text: &str) -> Vec<Change> {
        let value = &entry.value;
        let Value::Scalar(_, style) = &value.value else {
            return Vec::new();
        };
        let written = self.scalar(text, *style);
        if value.used.start < value.used.end {
            let range = value.used.range();
            let quoted = scalar(text, Style::Single);
            return vec![
                Change {
                    range: range.clone(),
                    text: written,
                },
                Change {
                    range,
                    text: quoted,
                },
            ];
        }
        let (at, text) = match (bounds(value), self.colon(entry)) {
            (Some(bounds), _) => (bounds.end, format!(" {written}")),
            (None, Some(colon)) => (colon, format!(" {written}")),
            (None, None) => (entry.key.used.end as usize, format!(": {written}")),
        };
        vec![Change {
            range: at..at,
            text,
        }]
    }

    /// Ways to add a key, or a word that says it is nothing, where the mapping itself is silent: behind the
    /// last of the keys that come before it.
    pub(super) fn insert(&self, key: &str, value: Option<&str>, before: &[&str]) -> Vec<Change> {
        let neighbours = self.own().filter(|entry| {
            let named = entry.key.text().is_some_and(|key| before.contains(&key));
            let one_line = entry.value.text().is_some() && !self.is_folded(entry.value.used);
            named && one_line && !entry.value.is_null()
        });
        let Some(last) = neighbours.max_by_key(|entry| entry.value.used.end) else {
            return Vec::new();
        };
        let at = last.value.used.end as usize;
        // A file written like JSON stays like it.
        let (quote, none, style) = match last.key.value {
            Value::Scalar(_, Style::Double) => ("\"", "null", Style::Double),
            Value::Scalar(..) | Value::List(_) | Value::Map(_) => ("", "~", Style::Plain),
        };
        let value = value.map_or(none.to_owned(), |value| self.scalar(value, style));
        let line = format!("{quote}{key}{quote}: {value}");
        let (at, text) = if self.node.flow {
            (at, format!(", {line}"))
        } else {
            let text = format!("{}{}{line}", self.ending(), self.indent());
            (self.line_end(at), text)
        };
        vec![Change {
            range: at..at,
            text,
        }]
    }

    /// Ways to take a key away.
    pub(super) fn remove(&self, entry: &Entry<'a>) -> Vec<Change> {
        let end = self.end(entry);
        let key = entry.key.used.start as usize;
        let mut ways: Vec<Range<usize>> = Vec::new();
        ways.extend(self.whole_line(key, end));
        if self.node.flow {
            ways.extend(self.with_comma(entry, end));
        } else {
            ways.extend(self.next_moves_up(entry, end));
        }
        let mut changes: Vec<Change> = ways.into_iter().map(gone).collect();
        if let Some(colon) = self.colon(entry).filter(|&colon| colon <= end) {
            if !self.node.flow {
                changes.push(gone(colon..end));
            }
            let text = " ~".to_owned();
            changes.push(Change {
                range: colon..end,
                text,
            });
        }
        changes
    }

    /// Ways to let a key say a text, or nothing; or why it is written in a way that cannot be changed.
    pub(super) fn ways(
        &self,
        key: &str,
        value: Option<&str>,
        before: &[&str],
    ) -> Result<Vec<Change>, String> {
        let own: Vec<&Entry<'a>> = (self.own())
            .filter(|entry| entry.key.text() == Some(key))
            .collect();
        let &[entry] = own.as_slice() else {
            if own.is_empty() {
                return Ok(self.insert(key, value, before));
            }
            return Err(format!("the key `{key}` stands twice"));
        };
        if self.is_explicit(entry) {
            return Err(format!("`{key}` is written with an explicit `?` key"));
        }
        if !matches!(entry.value.value, Value::Scalar(..)) {
            return Err(format!("`{key}` is not text"));
        }
        let block = matches!(entry.value.value, Value::Scalar(_, Style::Block));
        let end = bounds(&entry.value).map_or(entry.key.used.end as usize, |value| value.end);
        if block || self.is_folded_range(entry.key.used.start as usize, end) {
            return Err(format!("`{key}` is written over several lines"));
        }
        Ok(match value {
            Some(value) => self.replace(entry, value),
            None => self.remove(entry),
        })
    }

    /// The line, when nothing but the entry (and in braces its comma) stands on it.
    fn whole_line(&self, key: usize, end: usize) -> Option<Range<usize>> {
        let (start, stop) = (self.line_start(key), self.line_end(end));
        let rest = self.text.get(end..stop)?.trim();
        let alone = rest.is_empty() || (self.node.flow && rest == ",");
        let before = self.text.get(start..key)?;
        if !alone || !before.trim().is_empty() || self.is_folded_range(key, end) {
            return None;
        }
        let after = self.after_break(stop);
        if after > stop {
            return Some(start..after);
        }
        // The file's last line has no end: the one before gives its own.
        let previous = self.text.get(..start)?;
        let kept = previous
            .strip_suffix('\n')
            .map(|text| text.strip_suffix('\r').unwrap_or(text));
        Some(kept.map_or(start, str::len)..stop)
    }

    /// In braces, the entry with the comma before it, or the one behind it.
    pub(super) fn with_comma(&self, entry: &Entry<'a>, end: usize) -> Vec<Range<usize>> {
        let key = entry.key.used.start as usize;
        let before = self
            .own()
            .filter(|other| other.key.used.start < entry.key.used.start)
            .last();
        let after = self
            .own()
            .find(|other| other.key.used.start > entry.key.used.start);
        let before = before.map(|other| self.end(other)..end);
        let after = after.map(|other| key..other.key.used.start as usize);
        let on_one_line = |range: &Range<usize>| {
            let text = self.text.get(range.clone()).unwrap_or("\n");
            !text.contains(['\n', '\r'])
        };
        [before, after]
            .into_iter()
            .flatten()
            .filter(on_one_line)
            .collect()
    }

    /// Where the key shares the dash's line: up to the next key, which then stands behind the dash.
    fn next_moves_up(&self, entry: &Entry<'a>, end: usize) -> Option<Range<usize>> {
        let key = entry.key.used.start as usize;
        let next = self
            .own()
            .find(|other| other.key.used.start > entry.key.used.start)?;
        let start = bounds(&next.key)?.start;
        let between = self.text.get(end..start)?;
        let breaks = between.matches('\n').count();
        (between.trim().is_empty() && breaks == 1).then_some(key..start)
    }

    /// Whether a key is written behind a `?`.
    pub(super) fn is_explicit(&self, entry: &Entry<'a>) -> bool {
        let key = bounds(&entry.key).map_or(0, |bounds| bounds.start);
        let before = self.text.get(self.line_start(key)..key).unwrap_or_default();
        before.trim_end().ends_with('?')
    }

    /// The byte behind an entry: its value, or its colon when it has none.
    pub(super) fn end(&self, entry: &Entry<'a>) -> usize {
        let key = entry.key.used.end as usize;
        let value = bounds(&entry.value).map(|bounds| bounds.end);
        value.or_else(|| self.colon(entry)).unwrap_or(key)
    }

    /// The byte behind the colon that follows a key on its line.
    pub(super) fn colon(&self, entry: &Entry<'a>) -> Option<usize> {
        let key = entry.key.used.end as usize;
        let rest = self.text.get(key..)?;
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        rest.get(blanks..)?
            .starts_with(':')
            .then_some(key + blanks + 1)
    }

    /// The blanks before a key of this mapping.
    pub(super) fn indent(&self) -> String {
        let prefix = |entry: &Entry<'a>| {
            let start = bounds(&entry.key).map_or(0, |bounds| bounds.start);
            self.text
                .get(self.line_start(start)..start)
                .unwrap_or_default()
        };
        let alone = self
            .own()
            .map(prefix)
            .find(|prefix| prefix.trim().is_empty());
        let behind_dash = || {
            let first = self.own().next().map(prefix).unwrap_or_default();
            first
                .trim_start_matches('\u{feff}')
                .chars()
                .map(|_| ' ')
                .collect()
        };
        alone.map_or_else(behind_dash, str::to_owned)
    }

    /// How the file ends its lines: as the first one does.
    pub(super) fn ending(&self) -> &'static str {
        match self.text.find(['\n', '\r']) {
            Some(at) if self.text[at..].starts_with("\r\n") => "\r\n",
            Some(at) if self.text[at..].starts_with('\r') => "\r",
            _ => "\n",
        }
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        before.rfind(['\n', '\r']).map_or(0, |end| end + 1)
    }

    pub(super) fn line_end(&self, at: usize) -> usize {
        let after = self.text.get(at..).unwrap_or_default();
        after
            .find(['\n', '\r'])
            .map_or(self.text.len(), |end| at + end)
    }

    pub(super) fn after_break(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let width = if rest.starts_with("\r\n") {
            2
        } else {
            usize::from(!rest.is_empty())
        };
        at + width
    }

    pub(super) fn is_folded(&self, span: Span) -> bool {
        self.is_folded_range(span.start as usize, span.end as usize)
    }

    /// Whether bytes run over several lines.
    pub(super) fn is_folded_range(&self, start: usize, end: usize) -> bool {
        self.text
            .get(start..end)
            .is_none_or(|text| text.contains(['\n', '\r']))
    }
}

/// A day as journey files write it; nothing for any other text.
pub(super) fn plain_day(text: &str) -> Option<String> {
    Day::parse_iso(text).map(|day| day.to_string())
}

pub(super) fn gone(range: Range<usize>) -> Change {
    Change {
        range,
        text: String::new(),
    }
}

/// The bytes of a node with its anchor and its tag; nothing when there are none.
pub(super) fn bounds(node: &Node<'_>) -> Option<Range<usize>> {
    let own = (node.used.start < node.used.end).then_some(node.used);
    let spans = [node.anchor().filter(|_| !node.is_alias()), node.tag(), own];
    let mut spans = spans.into_iter().flatten();
    let first = spans.next()?;
    let all = spans.fold(first, |all, span| Span {
        start: all.start.min(span.start),
        end: all.end.max(span.end),
    });
    Some(all.range())
}
