//! A contact with a customer: somebody of the organisation listened. The register of them is a source of
//! its own, whose rows stand in the workspace instead of in files of feedback.

use super::{Day, Polarity, Rejected};
use crate::journey::{How, TouchpointIndex};

/// One contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The ids of the people who listened; at least one.
    pub who: Vec<String>,
    /// The day.
    pub on: Day,
    /// How they listened.
    pub how: How,
    /// Who spoke.
    pub customer: Option<String>,
    /// The customer's group; empty when it is not written down.
    pub segment: String,
    /// The touchpoints spoken of, each once, and how the customer spoke of them.
    pub about: Vec<(TouchpointIndex, Polarity)>,
    /// The customer's own words.
    pub words: Option<String>,
    /// What the listener wants to remember.
    pub notes: Option<String>,
    /// The file it stands in, relative to the workspace.
    pub file: String,
    /// The line it begins on, counted from 1.
    pub line: u64,
}

/// Every contact of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The files it was read from, relative to the workspace.
    pub files: Vec<String>,
    /// The contacts that could be read: files by path, contacts as they stand in them.
    pub contacts: Vec<Contact>,
    /// Those that could not.
    pub refused: Vec<Rejected>,
}

impl Register {
    /// The id of the source that the contacts count as.
    pub const SOURCE: &'static str = "listening";

    /// The contacts up to a day, the latest first.
    pub fn until(&self, today: Day) -> Vec<&Contact> {
        let mut past: Vec<&Contact> = self.contacts.iter().filter(|one| one.on <= today).collect();
        past.sort_by_key(|contact| std::cmp::Reverse(contact.on));
        past
    }
}
