//! Whether what customers wrote leaves with their addresses and numbers, or without them.

use super::mask::{masked, replaced};
use crate::feedback::{Contact, Coverage, Overlay, Verbatim};
use std::borrow::Cow;

/// Whether secrets are hidden in what leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Privacy {
    /// E-mail addresses, phone, card and account numbers are replaced by a word.
    #[default]
    Masked,
    /// Everything leaves as it was written.
    Raw,
}

impl Privacy {
    /// A text as it may leave.
    pub fn text(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Masked => masked(text),
            Self::Raw => Cow::Borrowed(text),
        }
    }

    fn hide(self, text: &mut String) {
        if let Cow::Owned(hidden) = self.text(text) {
            *text = hidden;
        }
    }

    /// Rows as they may leave: their words, and what says whose they are.
    #[must_use]
    pub fn verbatims(self, mut rows: Vec<Verbatim>) -> Vec<Verbatim> {
        for row in &mut rows {
            self.hide(&mut row.text);
            self.hide(&mut row.segment);
            row.customer.iter_mut().for_each(|name| self.hide(name));
            row.id.iter_mut().for_each(|id| self.hide(id));
        }
        rows
    }

    /// Contacts as they may leave: what was said and noted, and whose words they are.
    pub fn contacts(self, contacts: &mut [Contact]) {
        for contact in contacts {
            self.hide(&mut contact.segment);
            let told = [
                &mut contact.customer,
                &mut contact.words,
                &mut contact.notes,
            ];
            told.into_iter().flatten().for_each(|text| self.hide(text));
        }
    }

    /// Rows whose words are counted: a secret is no word at all.
    #[must_use]
    pub fn words(self, mut rows: Vec<Verbatim>) -> Vec<Verbatim> {
        for row in &mut rows {
            if self == Self::Masked
                && let Cow::Owned(hidden) = replaced(&row.text, |_| " ")
            {
                row.text = hidden;
            }
        }
        rows
    }

    /// Names of segments and the values that reasons quote. Two segments that look alike afterwards are
    /// told apart by a number.
    pub fn overlay(self, overlay: &mut Overlay) {
        let segments = &mut overlay.tally.segments;
        for place in 0..segments.len() {
            let Cow::Owned(hidden) = self.text(&segments[place]) else {
                continue;
            };
            let name = if segments.contains(&hidden) {
                format!("{hidden} {place}")
            } else {
                hidden
            };
            segments[place] = name;
        }
        let books = &mut overlay.books;
        let refused = books.rejected.iter_mut().chain(&mut books.unread);
        refused.for_each(|refused| self.hide(&mut refused.reason));
    }

    /// Words, tags and examples of rows that no rule caught.
    pub fn coverage(self, coverage: &mut Coverage) {
        for leftover in coverage.words.iter_mut().chain(&mut coverage.tags) {
            self.hide(&mut leftover.word);
            if let Some(example) = &mut leftover.example {
                self.hide(&mut example.text);
            }
        }
        let refused = coverage.books.rejected.iter_mut();
        let refused = refused.chain(&mut coverage.books.unread);
        refused.for_each(|refused| self.hide(&mut refused.reason));
    }
}
