//! Writes a phrase rule as an item of a `feedback` list, and knows it again when it is read.

use super::owner_text::scalar;
use super::tree::{Node, Style, Value};
use crate::journey::PhraseRule;

/// The rule in braces: `{source: reviews, text: "never arrived"}`. `json` puts its keys in quotes.
pub(super) fn written(rule: &PhraseRule, json: bool) -> String {
    let (quote, style) = if json {
        ("\"", Style::Double)
    } else {
        ("", Style::Plain)
    };
    let sources: Vec<String> = rule.sources.iter().map(|id| scalar(id, style)).collect();
    let sources = match sources.as_slice() {
        [] => String::new(),
        [one] => format!("{quote}source{quote}: {one}, "),
        several => format!("{quote}source{quote}: [{}], ", several.join(", ")),
    };
    let phrase = scalar(&rule.phrase, Style::Double);
    format!("{{{sources}{quote}text{quote}: {phrase}}}")
}

/// Whether a node is this rule and nothing more, however it is written.
pub(super) fn says(node: &Node<'_>, rule: &PhraseRule) -> bool {
    let entries = node.entries().unwrap_or_default();
    let known = |key: &str| matches!(key, "source" | "text");
    let alone = entries
        .iter()
        .all(|entry| entry.key.text().is_some_and(known));
    let distinct = entries.len() == 1 + usize::from(!rule.sources.is_empty());
    let texts = |key: &str| node.get(key).map(texts).unwrap_or_default();
    alone && distinct && texts("text") == [rule.phrase.as_str()] && texts("source") == rule.sources
}

/// A scalar, or the scalars of a list.
fn texts<'n>(node: &'n Node<'_>) -> Vec<&'n str> {
    match &node.value {
        Value::Scalar(text, _) => vec![text],
        Value::List(items) => items.iter().filter_map(Node::text).collect(),
        Value::Map(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::yaml;

    fn rule(phrase: &str, sources: &[&str]) -> PhraseRule {
        PhraseRule {
            phrase: phrase.to_owned(),
            sources: sources.iter().map(|id| (*id).to_owned()).collect(),
        }
    }

    #[test]
    fn a_rule_is_known_again_however_it_is_quoted() {
        let one = rule("it's \"late\": \\ # no", &["reviews"]);
        for json in [false, true] {
            let text = written(&one, json);
            assert!(says(&yaml::read(&text).unwrap(), &one), "{text}");
        }
        assert_eq!(
            written(&rule("never arrived", &["a", "b"]), false),
            "{source: [a, b], text: \"never arrived\"}"
        );
        let spelt = "text: [never arrived]\nsource: a\n";
        assert!(says(
            &yaml::read(spelt).unwrap(),
            &rule("never arrived", &["a"])
        ));
    }

    #[test]
    fn a_rule_with_more_in_it_is_another() {
        let one = rule("late", &[]);
        for other in [
            "{text: late, tags: x}",
            "{text: [late, slow]}",
            "{source: a, text: late}",
            "{text: Late}",
            "late",
        ] {
            assert!(!says(&yaml::read(other).unwrap(), &one), "{other}");
        }
    }
}
