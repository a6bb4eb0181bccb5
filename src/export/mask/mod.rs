//! Finds what tells who a customer is in a customer's text (e-mail addresses, card, account and phone
//! numbers) and puts a word in its place. Where a number may be either, it is hidden: a masked order number
//! costs a look into the file, a published telephone number cannot be called back.

mod account;
mod card;
mod day;
mod mail;
mod phone;
mod spelling;

use spelling::Spelling;
use std::borrow::Cow;
use std::ops::Range;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secret {
    /// An e-mail address.
    Mail,
    /// The number of a payment card, its check digit right.
    Card,
    /// An account: an IBAN with right check digits, or a number that is called an account.
    Account,
    /// A telephone number.
    Phone,
}

impl Secret {
    /// What stands in its place.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mail => "[e-mail]",
            Self::Card => "[card]",
            Self::Account => "[account]",
            Self::Phone => "[phone]",
        }
    }
}

/// The text with every secret replaced by its word.
pub fn masked(text: &str) -> Cow<'_, str> {
    replaced(text, Secret::word)
}

/// The text with every secret replaced.
pub(super) fn replaced(text: &str, word: impl Fn(Secret) -> &'static str) -> Cow<'_, str> {
    let found = secrets(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let (mut shown, mut end) = (String::with_capacity(text.len()), 0);
    for (range, secret) in found {
        shown.push_str(text.get(end..range.start).unwrap_or_default());
        shown.push_str(word(secret));
        end = range.end;
    }
    shown.push_str(text.get(end..).unwrap_or_default());
    Cow::Owned(shown)
}

/// Every secret with the bytes it stands on, in order and apart.
pub fn secrets(text: &str) -> Vec<(Range<usize>, Secret)> {
    // Most texts hold neither a digit nor an @, and cost one look.
    if !text
        .chars()
        .any(|c| spelling::is_at(c) || spelling::digit(c).is_some())
    {
        return Vec::new();
    }
    let spelling = Spelling::of(text);
    let mut found: Vec<(Range<usize>, Secret)> = Vec::new();
    let mut taken = vec![false; spelling.len()];
    let mut take = |range: Range<usize>, secret: Option<Secret>| {
        let free = taken.get(range.clone()).is_some_and(|t| !t.contains(&true));
        if !free {
            return;
        }
        if let Some(part) = taken.get_mut(range.clone()) {
            part.fill(true);
        }
        if let Some(secret) = secret {
            found.push((spelling.bytes(range), secret));
        }
    };
    for range in mail::find(&spelling) {
        take(range, Some(Secret::Mail));
    }
    for range in account::ibans(&spelling) {
        take(range, Some(Secret::Account));
    }
    for range in card::find(&spelling) {
        take(range, Some(Secret::Card));
    }
    for range in account::called(&spelling) {
        take(range, Some(Secret::Account));
    }
    let days = day::find(&spelling);
    for range in phone::find(&spelling, &days) {
        take(range, Some(Secret::Phone));
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

#[cfg(test)]
mod tests;
