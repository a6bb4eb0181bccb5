//! An edit of a journey file and its inverse, so that undo is one more edit.

use super::{ActionEdit, Address, PhraseRule};
use serde::{Deserialize, Serialize};

/// One change that pothole makes to a journey file.
///
/// The log of the workspace keeps edits as JSON: names of variants and fields, once shipped, stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edit {
    /// Another owner for a touchpoint, or none.
    Owner {
        /// The touchpoint.
        touchpoint: Address,
        /// The owner it had when the edit was made.
        from: Option<String>,
        /// The owner it has afterwards.
        to: Option<String>,
    },
    /// One more rule for a touchpoint, or one less.
    Rule {
        /// The touchpoint.
        touchpoint: Address,
        /// The rule.
        rule: PhraseRule,
        /// Whether it comes or goes.
        change: RuleChange,
    },
    /// An action of a touchpoint comes, goes or changes.
    Action {
        /// The touchpoint.
        touchpoint: Address,
        /// What becomes of the action.
        edit: ActionEdit,
    },
}

/// Whether a rule comes or goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleChange {
    /// It is put behind the touchpoint's other rules.
    Add,
    /// It is taken away; of several that say the same, the last.
    Remove,
}

impl Edit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Owner {
                touchpoint,
                from,
                to,
            } => Self::Owner {
                touchpoint: touchpoint.clone(),
                from: to.clone(),
                to: from.clone(),
            },
            Self::Rule {
                touchpoint,
                rule,
                change,
            } => Self::Rule {
                touchpoint: touchpoint.clone(),
                rule: rule.clone(),
                change: match change {
                    RuleChange::Add => RuleChange::Remove,
                    RuleChange::Remove => RuleChange::Add,
                },
            },
            Self::Action { touchpoint, edit } => Self::Action {
                touchpoint: touchpoint.clone(),
                edit: edit.inverse(),
            },
        }
    }

    /// The touchpoint it is about.
    pub fn touchpoint(&self) -> &Address {
        match self {
            Self::Owner { touchpoint, .. }
            | Self::Rule { touchpoint, .. }
            | Self::Action { touchpoint, .. } => touchpoint,
        }
    }

    /// What it does, for a message: "owner of fly-out/parking: car-parks -> terminal-ops".
    pub fn describe(&self) -> String {
        match self {
            Self::Owner {
                touchpoint,
                from,
                to,
            } => {
                let name = |owner: &Option<String>| owner.as_deref().unwrap_or("nobody").to_owned();
                format!("owner of {touchpoint}: {} -> {}", name(from), name(to))
            }
            Self::Rule {
                touchpoint,
                rule,
                change,
            } => {
                let sign = match change {
                    RuleChange::Add => '+',
                    RuleChange::Remove => '-',
                };
                format!("rules of {touchpoint}: {sign} {rule}")
            }
            Self::Action { touchpoint, edit } => format!("{touchpoint}: {}", edit.describe()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inverse_of_an_inverse_is_the_edit() {
        let edit = Edit::Owner {
            touchpoint: Address::new("fly-out", "parking"),
            from: None,
            to: Some("car-parks".into()),
        };
        assert_eq!(edit.inverse().inverse(), edit);
        assert_eq!(
            edit.inverse().describe(),
            "owner of fly-out/parking: car-parks -> nobody"
        );
    }

    #[test]
    fn a_rule_that_comes_is_taken_back_by_the_same_rule_going() {
        let edit = Edit::Rule {
            touchpoint: Address::new("fly-out", "parking"),
            rule: PhraseRule {
                phrase: "no space left".into(),
                sources: vec!["reviews".into()],
            },
            change: RuleChange::Add,
        };
        assert_eq!(edit.inverse().inverse(), edit);
        assert_eq!(
            edit.inverse().describe(),
            "rules of fly-out/parking: - text \"no space left\" in reviews"
        );
    }
}
