//! An action: a fix on a touchpoint, with an owner, a status and the dates of its way from opened to told.

use super::Day;
use serde::{Deserialize, Serialize};

/// How far a fix has come. Later ones are greater.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Somebody means to do it.
    #[default]
    Planned,
    /// Somebody is at it.
    Fixing,
    /// Customers have it.
    Shipped,
    /// The numbers say that it helped.
    Proven,
    /// Those who complained have been told.
    Told,
}

impl Status {
    /// Every status with the word for it, from first to last.
    pub const WORDS: [(&'static str, Status); 5] = [
        ("planned", Status::Planned),
        ("fixing", Status::Fixing),
        ("shipped", Status::Shipped),
        ("proven", Status::Proven),
        ("told", Status::Told),
    ];

    /// The word for it, as journey files write it.
    pub fn word(self) -> &'static str {
        let mut words = Self::WORDS.iter();
        words
            .find(|(_, status)| *status == self)
            .map_or("", |(word, _)| word)
    }

    /// The status of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        let mut words = Self::WORDS.iter();
        words
            .find(|(known, _)| *known == word)
            .map(|(_, status)| *status)
    }
}

/// A fix on a touchpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Action {
    /// Unique in the workspace.
    pub id: String,
    /// What is to be done, in a sentence.
    pub title: String,
    /// The id of the team or person who answers for it; `None` when nobody does.
    pub owner: Option<String>,
    /// How far it has come.
    pub status: Status,
    /// When it was opened.
    pub opened: Option<Day>,
    /// When it is promised for.
    pub due: Option<Day>,
    /// When customers got it: the day that parts before from after.
    pub shipped: Option<Day>,
    /// When those who complained were told.
    pub told: Option<Day>,
    /// Why it hurt.
    pub root_cause: Option<String>,
    /// What was done about it.
    pub done: Option<String>,
    /// Where more about it stands: a ticket, a page.
    pub link: Option<String>,
    /// Why it was opened again after it had been shipped.
    pub came_back: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_a_word_of_its_own_and_they_come_in_order() {
        let words: Vec<&str> = Status::WORDS.map(|(_, status)| status.word()).to_vec();
        assert_eq!(words, ["planned", "fixing", "shipped", "proven", "told"]);
        assert!(Status::WORDS.is_sorted_by_key(|(_, status)| *status));
    }
}
