//! The fields of an action: their keys in a journey file, and their values as text.

use super::{Action, Day, Status};
use serde::{Deserialize, Serialize};

/// A field of an action; its id is none, for it never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActionField {
    /// What is to be done.
    Title,
    /// Who answers for it.
    Owner,
    /// How far it has come.
    Status,
    /// When it was opened.
    Opened,
    /// When it is promised for.
    Due,
    /// When customers got it.
    Shipped,
    /// When those who complained were told.
    Told,
    /// Why it hurt.
    RootCause,
    /// What was done.
    Done,
    /// Where more about it stands.
    Link,
    /// Why it was opened again.
    CameBack,
}

impl ActionField {
    /// Every field with its key, in the order pothole writes them.
    pub const KEYS: [(&'static str, ActionField); 11] = [
        ("title", ActionField::Title),
        ("owner", ActionField::Owner),
        ("status", ActionField::Status),
        ("opened", ActionField::Opened),
        ("due", ActionField::Due),
        ("shipped", ActionField::Shipped),
        ("told", ActionField::Told),
        ("root-cause", ActionField::RootCause),
        ("done", ActionField::Done),
        ("link", ActionField::Link),
        ("came-back", ActionField::CameBack),
    ];

    /// Its key in a journey file.
    pub fn key(self) -> &'static str {
        let mut keys = Self::KEYS.iter();
        keys.find(|(_, field)| *field == self)
            .map_or("", |(key, _)| key)
    }

    /// The field of a key.
    pub fn of_key(key: &str) -> Option<Self> {
        let mut keys = Self::KEYS.iter();
        keys.find(|(known, _)| *known == key)
            .map(|(_, field)| *field)
    }

    /// Whether it holds a day.
    pub fn is_date(self) -> bool {
        matches!(self, Self::Opened | Self::Due | Self::Shipped | Self::Told)
    }
}

/// One field of an action and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field.
    pub field: ActionField,
    /// What it said when the change was made; `None` when nothing.
    pub from: Option<String>,
    /// What it says afterwards.
    pub to: Option<String>,
}

impl FieldChange {
    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            field: self.field,
            from: self.to.clone(),
            to: self.from.clone(),
        }
    }
}

impl Action {
    /// What a field says, as a journey file writes it; `None` when nothing.
    pub fn get(&self, field: ActionField) -> Option<String> {
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        match field {
            ActionField::Title => Some(self.title.clone()),
            ActionField::Owner => self.owner.clone(),
            ActionField::Status => Some(self.status.word().to_owned()),
            ActionField::Opened => day(self.opened),
            ActionField::Due => day(self.due),
            ActionField::Shipped => day(self.shipped),
            ActionField::Told => day(self.told),
            ActionField::RootCause => self.root_cause.clone(),
            ActionField::Done => self.done.clone(),
            ActionField::Link => self.link.clone(),
            ActionField::CameBack => self.came_back.clone(),
        }
    }

    /// Lets a field say something else; `false`, and nothing has changed, when it cannot say that.
    pub fn put(&mut self, field: ActionField, value: Option<&str>) -> bool {
        let words = || value.map(str::to_owned);
        let day = match value.map(Day::parse_iso) {
            Some(None) if field.is_date() => return false,
            day => day.flatten(),
        };
        match field {
            ActionField::Title => match value {
                Some(title) => title.clone_into(&mut self.title),
                None => return false,
            },
            ActionField::Status => match value.map_or(Some(Status::default()), Status::of_word) {
                Some(status) => self.status = status,
                None => return false,
            },
            ActionField::Owner => self.owner = words(),
            ActionField::Opened => self.opened = day,
            ActionField::Due => self.due = day,
            ActionField::Shipped => self.shipped = day,
            ActionField::Told => self.told = day,
            ActionField::RootCause => self.root_cause = words(),
            ActionField::Done => self.done = words(),
            ActionField::Link => self.link = words(),
            ActionField::CameBack => self.came_back = words(),
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_says_what_was_put_there() {
        let mut action = Action::default();
        for (key, field) in ActionField::KEYS {
            let value = match field {
                ActionField::Status => "told",
                field if field.is_date() => "2026-03-31",
                _ => "words",
            };
            assert!(action.put(field, Some(value)), "{key}");
            assert_eq!(action.get(field).as_deref(), Some(value), "{key}");
            assert_eq!(ActionField::of_key(key), Some(field));
        }
        assert_eq!(
            (action.status, action.title.as_str()),
            (Status::Told, "words")
        );
        assert!(action.put(ActionField::Status, None));
        assert_eq!(action.status, Status::Planned);
    }

    #[test]
    fn what_a_field_cannot_say_changes_nothing() {
        let mut action = Action::default();
        for (field, value) in [
            (ActionField::Due, Some("soon")),
            (ActionField::Status, Some("shiped")),
            (ActionField::Title, None),
        ] {
            assert!(!action.put(field, value), "{field:?}");
        }
        assert_eq!(action, Action::default());
    }
}
