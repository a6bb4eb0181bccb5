//! A list of one touchpoint in a journey file's text, and the proof that a change of it changes nothing else.

use super::item_line::List;
use super::key_line::Change;
use super::splice::{Path, Refusal, at, find, line, read, without};
use super::tree::Node;
use super::yaml;

/// A journey file's text, read, with the list of a touchpoint in it.
pub(super) struct Listed<'t> {
    /// The text.
    pub(super) text: &'t str,
    root: Node<'t>,
    path: Path,
    list: &'static List,
    /// The items, in their order.
    pub(super) items: Vec<Node<'t>>,
    touchpoint: String,
}

impl<'t> Listed<'t> {
    /// Reads a text and finds the list; a touchpoint without it has an empty one.
    pub(super) fn of(
        list: &'static List,
        text: &'t str,
        journey: &str,
        touchpoint: &str,
    ) -> Result<Self, Refusal> {
        let root = read(text)?;
        let path = find(&root, text, journey, touchpoint)?;
        Ok(Self {
            text,
            items: items(&root, path, list.key),
            root,
            path,
            list,
            touchpoint: touchpoint.to_owned(),
        })
    }

    /// The touchpoint.
    pub(super) fn node(&self) -> Result<&Node<'t>, Refusal> {
        at(&self.root, self.path).ok_or_else(|| Refusal::NoTouchpoint(self.touchpoint.clone()))
    }

    /// The list of every other touchpoint of the file under the same key.
    pub(super) fn elsewhere(&self) -> Vec<&Node<'t>> {
        let list = |key, node: &'_ Node<'t>| -> Option<Vec<usize>> {
            Some((0..node.get(key)?.items()?.len()).collect())
        };
        let mut found = Vec::new();
        for stage in list("stages", &self.root).unwrap_or_default() {
            let node = (self.root.get("stages")).and_then(|stages| stages.items()?.get(stage));
            let places = node.and_then(|node| list("touchpoints", node));
            for place in places.unwrap_or_default() {
                let touchpoint = at(&self.root, (stage, place));
                let items = touchpoint.and_then(|node| node.get(self.list.key)?.items());
                if (stage, place) != self.path {
                    found.extend(items.unwrap_or_default());
                }
            }
        }
        found
    }

    /// The line of a node, counted from 1.
    pub(super) fn line(&self, node: &Node<'_>) -> usize {
        line(self.text, node.used.start)
    }

    /// Refuses a list that does not stand at the touchpoint alone.
    pub(super) fn editable(&self) -> Result<&Node<'t>, Refusal> {
        let (node, key) = (self.node()?, self.list.key);
        let entries = node.entries().unwrap_or_default();
        let mut named = entries.iter().filter(|entry| entry.key.text() == Some(key));
        let (Some(entry), more) = (named.next(), named.next()) else {
            return Ok(node);
        };
        let reason = if more.is_some() {
            format!("the key `{key}` stands twice in this touchpoint")
        } else if entry.merged || entry.value.is_alias() {
            format!("the touchpoint shares its {} with others", self.list.words)
        } else if entry.value.items().is_none() && !entry.value.is_null() {
            format!("`{key}` is not a list")
        } else {
            return Ok(node);
        };
        Err(Refusal::Unspliceable {
            line: line(self.text, entry.key.used.start),
            reason,
        })
    }

    /// The text after the first change that leaves the list as it is meant and all else as it was.
    pub(super) fn first_that(
        &self,
        changes: &[Change],
        means: impl Fn(&[Node<'_>]) -> bool,
    ) -> Option<String> {
        let key = self.list.key;
        let others = without(self.root.clone(), self.path, key);
        let texts = changes.iter().filter_map(|change| change.apply(self.text));
        for new in texts {
            let Ok(root) = yaml::read(&new) else { continue };
            let wanted = means(&items(&root, self.path, key));
            if wanted && without(root, self.path, key).same(&others) {
                return Some(new);
            }
        }
        None
    }

    /// The refusal where no change does.
    pub(super) fn refused(&self, node: &Node<'_>, reason: &str) -> Refusal {
        Refusal::Unspliceable {
            line: self.line(node),
            reason: reason.to_owned(),
        }
    }
}

fn items<'a>(root: &Node<'a>, path: Path, key: &str) -> Vec<Node<'a>> {
    let list = at(root, path).and_then(|node| node.get(key));
    list.and_then(Node::items).unwrap_or_default().to_vec()
}

/// Whether two lists mean the same.
pub(super) fn same(some: &[Node<'_>], others: &[Node<'_>]) -> bool {
    some.len() == others.len() && some.iter().zip(others).all(|(one, other)| one.same(other))
}
