//! What a rule looks for, in a line for people.

use super::text::one_line;
use crate::feedback::{Condition, Evidence, Test};

/// What a rule looks for: `tags parking, car park`.
pub(super) fn looks_for(evidence: &Evidence) -> String {
    let text = match evidence {
        Evidence::Rating { column, .. } => format!("rating {column}"),
        Evidence::When(condition) => told(condition),
    };
    one_line(&text)
}

fn told(condition: &Condition) -> String {
    match condition {
        Condition::Tags(tags) => format!("tags {}", tags.join(", ")),
        Condition::Where { column, test } => format!("{column} {}", tested(test)),
        Condition::Text(phrases) => format!("text \"{}\"", phrases.join("\", \"")),
        Condition::Matches(pattern) => format!("text matches {pattern}"),
        Condition::All(parts) if parts.is_empty() => "every row".to_owned(),
        Condition::All(parts) => joined(parts, " and "),
        Condition::Any(parts) => joined(parts, " or "),
        Condition::None(parts) => format!("none of ({})", joined(parts, "; ")),
    }
}

fn joined(parts: &[Condition], word: &str) -> String {
    let several = parts.len() > 1;
    let part = |part: &Condition| match part {
        Condition::All(inner) | Condition::Any(inner) if several && inner.len() > 1 => {
            format!("({})", told(part))
        }
        _ => told(part),
    };
    parts.iter().map(part).collect::<Vec<_>>().join(word)
}

fn tested(test: &Test) -> String {
    match test {
        Test::OneOf(values) => format!("= {}", values.join(" or ")),
        Test::Pattern(pattern) => format!("matches {pattern}"),
        Test::Range { from, to } => match (from, to) {
            (Some(from), Some(to)) => format!("from {from} to {to}"),
            (Some(from), None) => format!("from {from} on"),
            (None, Some(to)) => format!("up to {to}"),
            (None, None) => "is a number".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_of_several_parts_reads_as_a_sentence() {
        let text = |phrase: &str| Condition::Text(vec![phrase.to_owned()]);
        let condition = Condition::All(vec![
            Condition::Tags(vec!["late".to_owned(), "slow".to_owned()]),
            Condition::Any(vec![text("bus"), text("tram")]),
            Condition::None(vec![Condition::Where {
                column: "price".to_owned(),
                test: Test::Range {
                    from: Some(5.0),
                    to: None,
                },
            }]),
        ]);
        assert_eq!(
            looks_for(&Evidence::When(condition)),
            "tags late, slow and (text \"bus\" or text \"tram\") and none of (price from 5 on)"
        );
    }
}
