//! What a digest is made of: sections of items, each a name, what is said of it, and a customer's words.

use super::quote::Quote;

/// A few items under a heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Section {
    /// The heading, in our own words.
    pub(super) title: &'static str,
    /// What stands below it.
    pub(super) items: Vec<Item>,
}

/// One line. All of it may hold words of others, so each format escapes all of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Item {
    /// What it is about; may be empty.
    pub(super) name: String,
    /// What is said of it.
    pub(super) says: String,
    /// A customer's words about it.
    pub(super) quote: Option<Quote>,
}

impl Item {
    pub(super) fn new(name: impl Into<String>, says: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            says: says.into(),
            quote: None,
        }
    }

    /// A line about nothing in particular.
    pub(super) fn plain(says: impl Into<String>) -> Self {
        Self::new("", says)
    }
}
