//! Changes a touchpoint's owner in the text of a journey file, and proves that nothing else changed:
//! the new text is read again and compared with what was meant.

use super::document::Document;
use super::key_line::Place;
use super::owner_text::is_writable;
use super::tree::{Node, Value};
use super::visible::quoted;
use super::yaml;

/// Why a text was left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The text is no YAML now.
    #[error("line {line}: the file cannot be read: {reason}")]
    Broken {
        /// Where it breaks.
        line: usize,
        /// Why.
        reason: String,
    },
    /// It is another journey's file now.
    #[error("the file is about the journey `{0}` now")]
    OtherJourney(String),
    /// The touchpoint is not in it.
    #[error("the file has no touchpoint `{0}`")]
    NoTouchpoint(String),
    /// The owner is written in a way that cannot be changed in one line.
    #[error("line {line}: {reason}; change it by hand")]
    Unspliceable {
        /// Where the touchpoint or its owner stands.
        line: usize,
        /// What is in the way.
        reason: String,
    },
    /// The new owner cannot stand on one line of text.
    #[error("{0} cannot be an owner: write one line of text without blanks around it")]
    BadOwner(String),
    /// The phrase cannot stand on one line of text.
    #[error("{0} cannot be a phrase: write one line of text without blanks around it")]
    BadPhrase(String),
    /// The touchpoint has the very rule already.
    #[error("line {line}: the touchpoint has this rule already")]
    SameRule {
        /// Where the rule stands.
        line: usize,
    },
    /// The text cannot stand on one line.
    #[error("{value} cannot be a `{key}`: write one line of text without blanks around it")]
    BadValue {
        /// The key.
        key: &'static str,
        /// What was to stand there.
        value: String,
    },
    /// The id has not the form of one.
    #[error("{0} is not an id: an id is lower-case letters, digits and single dashes")]
    BadId(String),
    /// An action of this id is there already.
    #[error("line {line}: there is an action `{action}` already; take another id")]
    SameAction {
        /// Where it stands.
        line: usize,
        /// The id.
        action: String,
    },
    /// The action says something else than when the edit was made.
    #[error("line {line}: {reason}: nothing was saved")]
    OtherAction {
        /// Where the action stands.
        line: usize,
        /// What it says now.
        reason: String,
    },
    /// The touchpoint has no such action.
    #[error("line {line}: the touchpoint has no action `{action}`")]
    NoAction {
        /// Where the touchpoint stands.
        line: usize,
        /// The id.
        action: String,
    },
    /// The touchpoint has no such rule.
    #[error("line {line}: the touchpoint does not have this rule")]
    NoRule {
        /// Where the touchpoint stands.
        line: usize,
    },
}

/// The owner that a journey file's text gives a touchpoint, and the line it stands on.
pub fn owner_in(
    text: &str,
    journey: &str,
    touchpoint: &str,
) -> Result<(Option<String>, usize), Refusal> {
    let root = read(text)?;
    let path = find(&root, text, journey, touchpoint)?;
    let node = at(&root, path).ok_or_else(|| Refusal::NoTouchpoint(touchpoint.to_owned()))?;
    Ok((owner_of(node), owner_line(text, node)))
}

/// The text with another owner for a touchpoint, or with none.
///
/// One run of bytes changes: at most one line differs, or two where the owner shares the line of the
/// list's dash and the next key moves up to it. Comments stay. The result has been read again: it
/// means the same as before but for this owner, or the text is refused.
pub fn splice(
    text: &str,
    journey: &str,
    touchpoint: &str,
    owner: Option<&str>,
) -> Result<String, Refusal> {
    if let Some(bad) = owner.filter(|owner| !is_writable(owner)) {
        return Err(Refusal::BadOwner(quoted(bad)));
    }
    let root = read(text)?;
    let path = find(&root, text, journey, touchpoint)?;
    let node = at(&root, path).ok_or_else(|| Refusal::NoTouchpoint(touchpoint.to_owned()))?;
    if owner_of(node).as_deref() == owner {
        return Ok(text.to_owned());
    }
    let refused = |reason| Refusal::Unspliceable {
        line: owner_line(text, node),
        reason,
    };
    let place = Place::of(text, node);
    for change in place.ways("owner", owner, &BEHIND).map_err(refused)? {
        let new = change.apply(text);
        if let Some(new) = new.filter(|new| means(&root, new, path, owner)) {
            return Ok(new);
        }
    }
    let reason = "the owner cannot be changed here without changing more";
    Err(refused(reason.to_owned()))
}

/// The keys that a new owner comes behind.
const BEHIND: [&str; 3] = ["touchpoint", "title", "channel"];

/// The line of a touchpoint's `owner` key, or else the one it begins on.
fn owner_line(text: &str, node: &Node<'_>) -> usize {
    let mut entries = node.entries().unwrap_or_default().iter();
    let entry = entries.find(|entry| entry.key.text() == Some("owner") && !entry.merged);
    line(text, entry.map_or(node.used, |entry| entry.key.used).start)
}

pub(super) fn read(text: &str) -> Result<Node<'_>, Refusal> {
    yaml::read(text).map_err(|error| Refusal::Broken {
        line: line(text, error.at),
        reason: error.message,
    })
}

pub(super) fn line(text: &str, byte: u32) -> usize {
    Document::new("", text.to_owned()).line(byte)
}

/// The places in the lists of stages and of touchpoints.
pub(super) type Path = (usize, usize);

/// The first touchpoint of this id, as the workspace reads it.
pub(super) fn find(
    root: &Node<'_>,
    text: &str,
    journey: &str,
    touchpoint: &str,
) -> Result<Path, Refusal> {
    // A file without an id is read as the journey of its file name.
    let now = root.get("journey").and_then(Node::text);
    if let Some(other) = now.filter(|now| *now != journey) {
        return Err(Refusal::OtherJourney(other.to_owned()));
    }
    let stages = root.get("stages").and_then(Node::items).unwrap_or_default();
    for (stage, node) in stages.iter().enumerate() {
        let touchpoints = node
            .get("touchpoints")
            .and_then(Node::items)
            .unwrap_or_default();
        let is_it =
            |node: &Node<'_>| node.get("touchpoint").and_then(Node::text) == Some(touchpoint);
        if let Some(place) = touchpoints.iter().position(is_it) {
            let shared = [Some(node), node.get("touchpoints"), touchpoints.get(place)];
            if let Some(shared) = shared.into_iter().flatten().find(|node| node.is_alias()) {
                return Err(Refusal::Unspliceable {
                    line: line(text, shared.used.start),
                    reason: "the touchpoint stands here by an alias, and elsewhere too".to_owned(),
                });
            }
            return Ok((stage, place));
        }
    }
    Err(Refusal::NoTouchpoint(touchpoint.to_owned()))
}

pub(super) fn at<'n, 'a>(root: &'n Node<'a>, (stage, place): Path) -> Option<&'n Node<'a>> {
    let stage = root.get("stages")?.items()?.get(stage)?;
    stage.get("touchpoints")?.items()?.get(place)
}

/// The owner a touchpoint's mapping says, without blanks around it.
fn owner_of(node: &Node<'_>) -> Option<String> {
    let owner = node.get("owner").filter(|owner| !owner.is_null())?;
    let owner = owner.text()?.trim();
    (!owner.is_empty()).then(|| owner.to_owned())
}

/// Whether the new text says what the old one did, but for this owner.
fn means(old: &Node<'_>, new: &str, path: Path, owner: Option<&str>) -> bool {
    let Ok(root) = yaml::read(new) else {
        return false;
    };
    let Some(node) = at(&root, path) else {
        return false;
    };
    let says = owner_of(node).as_deref() == owner;
    says && without_owner(old.clone(), path).same(&without_owner(root.clone(), path))
}

fn without_owner(root: Node<'_>, path: Path) -> Node<'_> {
    without(root, path, "owner")
}

/// The document without one key of a touchpoint.
pub(super) fn without<'a>(mut root: Node<'a>, (stage, place): Path, key: &str) -> Node<'a> {
    let stages = value_mut(&mut root, "stages");
    let stage = stages.and_then(|stages| item_mut(stages, stage));
    let touchpoints = stage.and_then(|stage| value_mut(stage, "touchpoints"));
    let touchpoint = touchpoints.and_then(|touchpoints| item_mut(touchpoints, place));
    if let Some(Value::Map(entries)) = touchpoint.map(|node| &mut node.value) {
        entries.retain(|entry| entry.key.text() != Some(key));
    }
    root
}

fn value_mut<'n, 'a>(node: &'n mut Node<'a>, key: &str) -> Option<&'n mut Node<'a>> {
    let Value::Map(entries) = &mut node.value else {
        return None;
    };
    let entry = entries
        .iter_mut()
        .find(|entry| entry.key.text() == Some(key))?;
    Some(&mut entry.value)
}

fn item_mut<'n, 'a>(node: &'n mut Node<'a>, place: usize) -> Option<&'n mut Node<'a>> {
    match &mut node.value {
        Value::List(items) => items.get_mut(place),
        _ => None,
    }
}
