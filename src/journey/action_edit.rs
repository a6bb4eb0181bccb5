//! The edits of an action: it comes, it goes, or some of its fields change; each with its inverse.

use super::{Action, ActionField, FieldChange, Status};
use serde::{Deserialize, Serialize};

/// One change to the actions of a touchpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActionEdit {
    /// An action comes, behind the touchpoint's others.
    Add(Box<Action>),
    /// An action goes, as it says now.
    Remove(Box<Action>),
    /// Fields of an action change.
    Change {
        /// The action's id.
        action: String,
        /// What changes, each field once.
        changes: Vec<FieldChange>,
    },
}

impl ActionEdit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Add(action) => Self::Remove(action.clone()),
            Self::Remove(action) => Self::Add(action.clone()),
            Self::Change { action, changes } => Self::Change {
                action: action.clone(),
                changes: changes.iter().rev().map(FieldChange::inverse).collect(),
            },
        }
    }

    /// The id of the action it is about.
    pub fn action(&self) -> &str {
        match self {
            Self::Add(action) | Self::Remove(action) => &action.id,
            Self::Change { action, .. } => action,
        }
    }

    /// The first of the fields that it leaves with a value.
    pub fn field(&self) -> Option<ActionField> {
        match self {
            Self::Add(_) | Self::Remove(_) => None,
            Self::Change { changes, .. } => {
                let mut changes = changes.iter();
                Some(changes.find(|change| change.to.is_some())?.field)
            }
        }
    }

    /// What it does, for a message: "action deck: status planned -> fixing".
    pub fn describe(&self) -> String {
        match self {
            Self::Add(action) => format!("+ action {}, \"{}\"", action.id, action.title),
            Self::Remove(action) => format!("- action {}, \"{}\"", action.id, action.title),
            Self::Change { action, changes } => {
                let said = |value: &Option<String>| match value {
                    Some(value) if value.contains(' ') => format!("\"{value}\""),
                    Some(value) => value.clone(),
                    None => "nothing".to_owned(),
                };
                let changes: Vec<String> = (changes.iter())
                    .map(|one| {
                        let (from, to) = (said(&one.from), said(&one.to));
                        format!("{} {from} -> {to}", one.field.key())
                    })
                    .collect();
                format!("action {action}: {}", changes.join(", "))
            }
        }
    }

    /// The status it leaves an action with, where it changes that.
    pub fn status(&self) -> Option<Status> {
        match self {
            Self::Add(action) => Some(action.status),
            Self::Remove(_) => None,
            Self::Change { changes, .. } => {
                let mut changes = changes.iter();
                let status = changes.find(|change| change.field == ActionField::Status)?;
                Status::of_word(status.to.as_deref()?)
            }
        }
    }

    /// Makes it in a touchpoint's list.
    pub fn apply(&self, actions: &mut Vec<Action>) {
        match self {
            Self::Add(action) => actions.push((**action).clone()),
            Self::Remove(gone) => actions.retain(|action| action.id != gone.id),
            Self::Change { action, changes } => {
                let Some(action) = actions.iter_mut().find(|known| known.id == *action) else {
                    return;
                };
                for change in changes {
                    action.put(change.field, change.to.as_deref());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(id: &str, title: &str) -> Action {
        Action {
            id: id.to_owned(),
            title: title.to_owned(),
            ..Action::default()
        }
    }

    #[test]
    fn an_edit_and_its_inverse_leave_the_actions_as_they_were() {
        let before = vec![action("deck", "Open the deck"), action("sign", "A sign")];
        let change = |field, from: Option<&str>, to: Option<&str>| FieldChange {
            field,
            from: from.map(str::to_owned),
            to: to.map(str::to_owned),
        };
        let edits = [
            ActionEdit::Add(Box::new(action("gate", "A gate"))),
            ActionEdit::Change {
                action: "deck".to_owned(),
                changes: vec![
                    change(ActionField::Status, Some("planned"), Some("shipped")),
                    change(ActionField::Shipped, None, Some("2026-03-31")),
                ],
            },
        ];
        let mut actions = before.clone();
        for edit in &edits {
            edit.apply(&mut actions);
        }
        assert_eq!(actions.len(), 3);
        assert_eq!(actions[0].status, Status::Shipped);
        assert_eq!(
            edits[1].describe(),
            "action deck: status planned -> shipped, shipped nothing -> 2026-03-31"
        );
        for edit in edits.iter().rev() {
            assert_eq!(edit.inverse().inverse(), *edit);
            edit.inverse().apply(&mut actions);
        }
        assert_eq!(actions, before);
    }
}
