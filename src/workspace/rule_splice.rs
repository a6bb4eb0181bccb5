//! Adds a phrase rule to a touchpoint in the text of a journey file, or takes it away, and proves that
//! nothing else changed: the new text is read again and compared with what was meant.

use super::owner_line::Change;
use super::owner_text::is_writable;
use super::rule_item::{says, written};
use super::rule_line::{Spot, insertions, removals};
use super::splice::{Path, Refusal, at, find, line, read, without};
use super::tree::Node;
use super::visible::quoted;
use super::yaml;
use crate::journey::PhraseRule;

/// The text with one more rule for a touchpoint, behind its others.
///
/// One line comes, or two where the touchpoint had no rules; or the rule joins a list in brackets. No
/// other byte changes. The result has been read again: it means the same as before but for this rule,
/// or the text is refused.
pub fn add_rule(
    text: &str,
    journey: &str,
    touchpoint: &str,
    rule: &PhraseRule,
) -> Result<String, Refusal> {
    if !is_writable(&rule.phrase) {
        return Err(Refusal::BadPhrase(quoted(&rule.phrase)));
    }
    let edit = Reading::of(text, journey, touchpoint)?;
    if let Some(same) = edit.rules.iter().find(|item| says(item, rule)) {
        let line = line(text, same.used.start);
        return Err(Refusal::SameRule { line });
    }
    let node = edit.node()?;
    edit.editable(node)?;
    let changes = insertions(&Spot { text, node }, |json| written(rule, json));
    let means = |rules: &[Node<'_>]| match rules.split_last() {
        Some((last, others)) => says(last, rule) && same(&edit.rules, others),
        None => false,
    };
    edit.first_that(
        &changes,
        means,
        "no rule can be added here without changing more",
    )
}

/// The text without a rule of a touchpoint: the last one that says this and nothing more. A list that
/// holds no other rule goes with its key.
pub fn remove_rule(
    text: &str,
    journey: &str,
    touchpoint: &str,
    rule: &PhraseRule,
) -> Result<String, Refusal> {
    let edit = Reading::of(text, journey, touchpoint)?;
    let node = edit.node()?;
    let Some(place) = edit.rules.iter().rposition(|item| says(item, rule)) else {
        let line = line(text, node.used.start);
        return Err(Refusal::NoRule { line });
    };
    edit.editable(node)?;
    let mut rest = edit.rules.clone();
    rest.remove(place);
    let changes = removals(&Spot { text, node }, place);
    let means = |rules: &[Node<'_>]| same(&rest, rules);
    edit.first_that(
        &changes,
        means,
        "the rule cannot be taken away here without changing more",
    )
}

/// The line that says a rule of a touchpoint, counted from 1: of several that say the same, the last.
pub fn rule_in(
    text: &str,
    journey: &str,
    touchpoint: &str,
    rule: &PhraseRule,
) -> Result<usize, Refusal> {
    let edit = Reading::of(text, journey, touchpoint)?;
    let found = edit.rules.iter().rfind(|item| says(item, rule));
    let of = |node: &Node<'_>| line(text, node.used.start);
    match found {
        Some(item) => Ok(of(item)),
        None => Err(Refusal::NoRule {
            line: of(edit.node()?),
        }),
    }
}

/// A journey file's text, read, and the touchpoint in it.
struct Reading<'t> {
    text: &'t str,
    root: Node<'t>,
    path: Path,
    rules: Vec<Node<'t>>,
    touchpoint: String,
}

impl<'t> Reading<'t> {
    fn of(text: &'t str, journey: &str, touchpoint: &str) -> Result<Self, Refusal> {
        let root = read(text)?;
        let path = find(&root, text, journey, touchpoint)?;
        let rules = rules_of(&root, path);
        Ok(Self {
            text,
            root,
            path,
            rules,
            touchpoint: touchpoint.to_owned(),
        })
    }

    fn node(&self) -> Result<&Node<'t>, Refusal> {
        at(&self.root, self.path).ok_or_else(|| Refusal::NoTouchpoint(self.touchpoint.clone()))
    }

    /// Refuses rules that do not stand at the touchpoint alone.
    fn editable(&self, node: &Node<'t>) -> Result<(), Refusal> {
        let entries = node.entries().unwrap_or_default();
        let mut named = entries
            .iter()
            .filter(|entry| entry.key.text() == Some("feedback"));
        let (Some(entry), more) = (named.next(), named.next()) else {
            return Ok(());
        };
        let reason = if more.is_some() {
            "the key `feedback` stands twice in this touchpoint"
        } else if entry.merged || entry.value.is_alias() {
            "the touchpoint shares its rules with others"
        } else if entry.value.items().is_none() && !entry.value.is_null() {
            "`feedback` is not a list"
        } else {
            return Ok(());
        };
        Err(Refusal::Unspliceable {
            line: line(self.text, entry.key.used.start),
            reason,
        })
    }

    /// The text after the first change that leaves the rules as they are meant and all else as it was.
    fn first_that(
        &self,
        changes: &[Change],
        means: impl Fn(&[Node<'_>]) -> bool,
        refusal: &'static str,
    ) -> Result<String, Refusal> {
        let others = without(self.root.clone(), self.path, "feedback");
        for new in changes.iter().filter_map(|change| change.apply(self.text)) {
            let Ok(root) = yaml::read(&new) else { continue };
            let wanted = means(&rules_of(&root, self.path));
            if wanted && without(root, self.path, "feedback").same(&others) {
                return Ok(new);
            }
        }
        Err(Refusal::Unspliceable {
            line: line(self.text, self.node()?.used.start),
            reason: refusal,
        })
    }
}

fn rules_of<'a>(root: &Node<'a>, path: Path) -> Vec<Node<'a>> {
    let list = at(root, path).and_then(|node| node.get("feedback"));
    list.and_then(Node::items).unwrap_or_default().to_vec()
}

fn same(some: &[Node<'_>], others: &[Node<'_>]) -> bool {
    some.len() == others.len() && some.iter().zip(others).all(|(one, other)| one.same(other))
}
