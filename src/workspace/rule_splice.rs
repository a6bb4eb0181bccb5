//! Adds a phrase rule to a touchpoint in the text of a journey file, or takes it away, and proves that
//! nothing else changed: the new text is read again and compared with what was meant.

use super::item_line::{Item, List, Spot, insertions, removals};
use super::listed::{Listed, same};
use super::owner_text::is_writable;
use super::rule_item::{says, written};
use super::splice::Refusal;
use super::tree::Node;
use super::visible::quoted;
use crate::journey::PhraseRule;

/// Where rules stand.
static RULES: List = List {
    key: "feedback",
    words: "rules",
    behind: &[
        "touchpoint",
        "title",
        "channel",
        "owner",
        "moment-of-truth",
        "authority",
        "notes",
    ],
};

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
    let rules = Listed::of(&RULES, text, journey, touchpoint)?;
    if let Some(same) = rules.items.iter().find(|item| says(item, rule)) {
        let line = rules.line(same);
        return Err(Refusal::SameRule { line });
    }
    let node = rules.editable()?;
    let item = Item {
        flow: written(rule, false),
        json: written(rule, true),
        block: vec![written(rule, false)],
    };
    let changes = insertions(&Spot::of(text, node), &RULES, &item);
    let means = |items: &[Node<'_>]| match items.split_last() {
        Some((last, others)) => says(last, rule) && same(&rules.items, others),
        None => false,
    };
    let refusal = "no rule can be added here without changing more";
    (rules.first_that(&changes, means)).ok_or_else(|| rules.refused(node, refusal))
}

/// The text without a rule of a touchpoint: the last one that says this and nothing more. A list that
/// holds no other rule goes with its key.
pub fn remove_rule(
    text: &str,
    journey: &str,
    touchpoint: &str,
    rule: &PhraseRule,
) -> Result<String, Refusal> {
    let rules = Listed::of(&RULES, text, journey, touchpoint)?;
    let Some(place) = rules.items.iter().rposition(|item| says(item, rule)) else {
        let line = rules.line(rules.node()?);
        return Err(Refusal::NoRule { line });
    };
    let node = rules.editable()?;
    let mut rest = rules.items.clone();
    rest.remove(place);
    let changes = removals(&Spot::of(text, node), &RULES, place);
    let means = |items: &[Node<'_>]| same(&rest, items);
    let refusal = "the rule cannot be taken away here without changing more";
    (rules.first_that(&changes, means)).ok_or_else(|| rules.refused(node, refusal))
}

/// The line that says a rule of a touchpoint, counted from 1: of several that say the same, the last.
pub fn rule_in(
    text: &str,
    journey: &str,
    touchpoint: &str,
    rule: &PhraseRule,
) -> Result<usize, Refusal> {
    let rules = Listed::of(&RULES, text, journey, touchpoint)?;
    let found = rules.items.iter().rfind(|item| says(item, rule));
    match found {
        Some(item) => Ok(rules.line(item)),
        None => Err(Refusal::NoRule {
            line: rules.line(rules.node()?),
        }),
    }
}
