//! Reads the keys of one mapping, reporting those that are unknown, missing, doubled or of the wrong
//! type.

use super::Kind;
use super::keys::Keys;
use super::reporter::Reporter;
use super::suggestion::help;
use super::tree::{Entry, Node, Span};
use super::visible::quoted;
use std::collections::HashMap;

/// Required lists whose emptiness is no missing key.
const EMPTY_LISTS: [&str; 2] = ["stages", "touchpoints"];

/// Up to so many keys are compared one by one; that is faster than hashing them.
const FEW: usize = 32;

/// A text with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    /// What it says.
    pub(super) text: String,
    /// Where it stands.
    pub(super) at: Span,
}

/// The entries of one mapping.
#[derive(Clone, Copy)]
pub(super) struct Fields<'n, 'a> {
    /// The mapping.
    pub(super) node: &'n Node<'a>,
    entries: &'n [Entry<'a>],
}

impl<'n, 'a> Fields<'n, 'a> {
    /// Opens a mapping; reports it when it is none, and its keys when they are unknown or missing.
    pub(super) fn open(node: &'n Node<'a>, keys: &Keys, report: &mut Reporter<'_>) -> Option<Self> {
        let Some(entries) = node.entries() else {
            let message = format!("{} is a mapping, but here stands {}", keys.of, node.kind());
            let names: Vec<&str> = keys.all().collect();
            let help = format!("write `key: value` lines; its keys: {}", names.join(", "));
            report.say(Kind::WrongType, node.used, message, help);
            return None;
        };
        let fields = Self { node, entries };
        doubled(entries, report);
        for entry in entries {
            Self::check_key(entry, keys, report);
        }
        for key in keys.required {
            fields.check_required(key, keys, report);
        }
        Some(fields)
    }

    fn check_key(entry: &Entry<'a>, keys: &Keys, report: &mut Reporter<'_>) {
        let known = entry
            .key
            .text()
            .is_some_and(|key| keys.all().any(|known| known == key));
        if known {
            return;
        }
        let (name, help) = match entry.key.text() {
            Some("<<") => (
                "`<<`".to_owned(),
                "a merge key takes an alias of a mapping, or a list of them".to_owned(),
            ),
            Some(key) => (
                quoted(key),
                help(key, keys.all(), &format!("the keys of {}", keys.of)),
            ),
            None => (entry.key.kind().to_owned(), "a key is a word".to_owned()),
        };
        let message = format!("{name} is not a key of {}", keys.of);
        report.say(Kind::UnknownKey, entry.key.used, message, help);
    }

    fn check_required(&self, key: &str, keys: &Keys, report: &mut Reporter<'_>) {
        let (message, at) = match self.key(key) {
            None => (format!("{} needs the key `{key}`", keys.of), self.head()),
            // Empty lists of stages and touchpoints have a problem of their own.
            Some(at) if self.get(key).is_none() && !EMPTY_LISTS.contains(&key) => {
                (format!("{} needs a value for `{key}`", keys.of), at)
            }
            Some(_) => return,
        };
        report.say(Kind::MissingKey, at, message, format!("write `{key}: ...`"));
    }

    /// The value of a key; nothing when it is absent or empty.
    pub(super) fn get(&self, key: &str) -> Option<&'n Node<'a>> {
        let mut entries = self.entries.iter();
        let entry = entries.find(|entry| entry.key.text() == Some(key))?;
        (!entry.value.is_null()).then_some(&entry.value)
    }

    /// The place of a key.
    pub(super) fn key(&self, key: &str) -> Option<Span> {
        let mut entries = self.entries.iter();
        let entry = entries.find(|entry| entry.key.text() == Some(key))?;
        Some(entry.key.used)
    }

    /// Where to point at for the mapping as a whole: its first key.
    pub(super) fn head(&self) -> Span {
        let first = self.entries.first().filter(|entry| !entry.merged);
        first.map_or(self.node.used, |entry| entry.key.used)
    }

    /// A text.
    pub(super) fn text(&self, key: &str, report: &mut Reporter<'_>) -> Option<Text> {
        text(self.get(key)?, key, report)
    }

    /// A text's words alone.
    pub(super) fn words(&self, key: &str, report: &mut Reporter<'_>) -> Option<String> {
        self.text(key, report).map(|text| text.text)
    }

    /// A text or a list of texts.
    pub(super) fn texts(&self, key: &str, report: &mut Reporter<'_>) -> Option<Vec<Text>> {
        let node = self.get(key)?;
        match node.items() {
            Some(items) => Some(
                items
                    .iter()
                    .filter_map(|item| text(item, key, report))
                    .collect(),
            ),
            None => text(node, key, report).map(|text| vec![text]),
        }
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, key: &str, report: &mut Reporter<'_>) -> Option<bool> {
        let found = self.text(key, report)?;
        match found.text.as_str() {
            "true" | "True" | "TRUE" => Some(true),
            "false" | "False" | "FALSE" => Some(false),
            other => {
                let message = format!("`{key}` is true or false, not {}", quoted(other));
                report.say(
                    Kind::WrongType,
                    found.at,
                    message,
                    "write `true` or `false`",
                );
                None
            }
        }
    }

    /// A number between bounds, both included.
    pub(super) fn number(
        &self,
        key: &str,
        (low, high): (f64, f64),
        report: &mut Reporter<'_>,
    ) -> Option<f64> {
        let found = self.text(key, report)?;
        let number = found
            .text
            .parse::<f64>()
            .ok()
            .filter(|number| number.is_finite());
        if number.is_none_or(|number| number < low || number > high) {
            let kind = if number.is_none() {
                Kind::WrongType
            } else {
                Kind::BadValue
            };
            let message = format!("`{key}` is a number, not {}", quoted(&found.text));
            let help = format!("write a number from {low} to {high}, with a point for decimals");
            report.say(kind, found.at, message, help);
            return None;
        }
        number
    }

    /// A whole number between bounds, both included.
    pub(super) fn whole(
        &self,
        key: &str,
        bounds: (f64, f64),
        report: &mut Reporter<'_>,
    ) -> Option<u64> {
        let number = self.number(key, bounds, report)?;
        if let Some(node) = self.get(key).filter(|_| number.fract() != 0.0) {
            let message = format!("`{key}` is a whole number");
            let help = "write it without decimals";
            report.say(Kind::BadValue, node.used, message, help);
        }
        Some(number as u64)
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(
        &self,
        key: &str,
        choices: &[(&'static str, T)],
        report: &mut Reporter<'_>,
    ) -> Option<T> {
        let found = self.text(key, report)?;
        if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == found.text) {
            return Some(*choice);
        }
        let names = choices.iter().map(|(name, _)| *name);
        let message = format!("`{key}` cannot be {}", quoted(&found.text));
        report.say(
            Kind::BadValue,
            found.at,
            message,
            help(&found.text, names, "it may be"),
        );
        None
    }

    /// The items of a list; reports what is none.
    pub(super) fn list(&self, key: &str, report: &mut Reporter<'_>) -> Option<&'n [Node<'a>]> {
        let node = self.get(key)?;
        let items = node.items();
        if items.is_none() {
            let message = format!("`{key}` is a list, but here stands {}", node.kind());
            let help = "begin each item with `- ` on a line of its own, or write `[...]`";
            report.say(Kind::WrongType, node.used, message, help);
        }
        items
    }

    /// The entries of a mapping whose keys are the team's own; reports what is none, and doubled keys.
    pub(super) fn map(&self, key: &str, report: &mut Reporter<'_>) -> Vec<(Text, &'n Node<'a>)> {
        let Some(node) = self.get(key) else {
            return Vec::new();
        };
        let Some(entries) = node.entries() else {
            let message = format!("`{key}` is a mapping, but here stands {}", node.kind());
            let help = format!("write `name: ...` lines below `{key}:`");
            report.say(Kind::WrongType, node.used, message, help);
            return Vec::new();
        };
        let firsts = doubled(entries, report);
        let once = |place: usize| firsts.get(place).is_none_or(Option::is_none);
        let entries = entries.iter().enumerate();
        entries
            .filter(|(place, _)| once(*place))
            .filter_map(|(_, entry)| Some((text(&entry.key, key, report)?, &entry.value)))
            .collect()
    }
}

/// The text of a scalar; reports what is none.
pub(super) fn text(node: &Node<'_>, key: &str, report: &mut Reporter<'_>) -> Option<Text> {
    if let Some(text) = node.text().filter(|_| !node.is_null()) {
        return Some(Text {
            text: text.to_owned(),
            at: node.used,
        });
    }
    let message = format!("`{key}` is text, but here stands {}", node.kind());
    report.say(
        Kind::WrongType,
        node.used,
        message,
        "write one text, in quotes if need be",
    );
    None
}

/// Reports keys that stand twice, and says where each of these stands first; says nothing when there are
/// none, as nearly always.
fn doubled(entries: &[Entry<'_>], report: &mut Reporter<'_>) -> Vec<Option<Span>> {
    if entries.len() <= FEW && (0..entries.len()).all(|place| first(entries, place).is_none()) {
        return Vec::new();
    }
    let firsts = firsts(entries);
    for (entry, first) in entries.iter().zip(&firsts) {
        if let (Some(key), Some(first)) = (entry.key.text(), first) {
            let line = report.document.line(first.start);
            let message = format!("{} stands here a second time", quoted(key));
            let help = format!("the one on line {line} counts; take one of them out");
            report.say(Kind::DuplicateKey, entry.key.used, message, help);
        }
    }
    firsts
}

/// Where the key of an entry stands before it.
fn first(entries: &[Entry<'_>], place: usize) -> Option<Span> {
    let key = entries[place].key.text()?;
    let mut before = entries[..place].iter();
    let first = before.find(|entry| entry.key.text() == Some(key))?;
    Some(first.key.used)
}

/// For each entry, where the same key stands before it.
fn firsts(entries: &[Entry<'_>]) -> Vec<Option<Span>> {
    if entries.len() <= FEW {
        return (0..entries.len())
            .map(|place| first(entries, place))
            .collect();
    }
    let mut seen: HashMap<&str, Span> = HashMap::new();
    let mut firsts = Vec::with_capacity(entries.len());
    for entry in entries {
        let known = entry.key.text().and_then(|key| seen.get(key).copied());
        if let (Some(key), None) = (entry.key.text(), known) {
            seen.insert(key, entry.key.used);
        }
        firsts.push(known);
    }
    firsts
}
