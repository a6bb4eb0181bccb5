//! Who complained at a touchpoint before a day: each customer once, with the place of the words, which stay
//! in their file.

use super::{Day, SourceIndex};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Somebody who complained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complainant {
    /// The customer, when a column of the source says.
    pub customer: Option<String>,
    /// The id of the row, when a column says.
    pub id: Option<String>,
    /// The source.
    pub source: SourceIndex,
    /// The day of the latest complaint that says something; of the latest of all where none does.
    pub day: Day,
    /// Whether that complaint says something.
    pub has_words: bool,
    /// How many complaints there were of this customer.
    pub complaints: u64,
    /// The file of that complaint, as a place in [`Complainants::files`].
    pub file: u32,
    /// Where the row begins in it, in bytes; for what somebody listened to, the contact's number.
    pub offset: u64,
}

impl Complainant {
    /// What is the later or fuller complaint: the greater is told of.
    fn weight(&self) -> (bool, Day, Reverse<(u32, u64)>) {
        (self.has_words, self.day, Reverse((self.file, self.offset)))
    }
}

/// All who complained.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Complainants {
    /// Each once, the latest first; a row that names neither a customer nor itself stands for itself when it
    /// says something.
    pub people: Vec<Complainant>,
    /// The files that were read, relative to the workspace.
    pub files: Vec<String>,
    /// Complaints that nobody can be told of: they were counted before they came here, or name nobody and
    /// say nothing.
    pub faceless: u64,
}

/// The customers met so far.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    known: HashMap<(SourceIndex, String), Complainant>,
    nameless: Vec<Complainant>,
    pub(crate) faceless: u64,
}

impl Gathered {
    /// Adds a complaint, or those of another worker's customer.
    pub(crate) fn add(&mut self, one: Complainant) {
        let key = match (&one.customer, &one.id) {
            // A customer is the same one in every source.
            (Some(customer), _) => (SourceIndex::MAX, customer.clone()),
            (None, Some(id)) => (one.source, id.clone()),
            (None, None) if one.has_words => return self.nameless.push(one),
            (None, None) => {
                self.faceless += one.complaints;
                return;
            }
        };
        match self.known.entry(key) {
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(one);
            }
            std::collections::hash_map::Entry::Occupied(mut place) => {
                let known = place.get_mut();
                let complaints = known.complaints + one.complaints;
                if one.weight() > known.weight() {
                    *known = one;
                }
                known.complaints = complaints;
            }
        }
    }

    /// Adds what another worker has met.
    pub(crate) fn join(&mut self, other: Self) {
        self.faceless += other.faceless;
        self.nameless.extend(other.nameless);
        for one in other.known.into_values() {
            self.add(one);
        }
    }

    /// Everybody, the latest first, as the files list them within a day.
    pub(crate) fn finish(self, files: Vec<String>) -> Complainants {
        let mut people = self.nameless;
        people.extend(self.known.into_values());
        people.sort_unstable_by_key(|one| (Reverse(one.day), one.file, one.offset));
        Complainants {
            people,
            files,
            faceless: self.faceless,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(customer: Option<&str>, id: Option<&str>, (day, offset): (i32, u64)) -> Complainant {
        Complainant {
            customer: customer.map(str::to_owned),
            id: id.map(str::to_owned),
            source: 0,
            day: Day(day),
            has_words: offset != 0,
            complaints: 1,
            file: 0,
            offset,
        }
    }

    fn met(all: &[Complainant]) -> Vec<(i32, u64, u64)> {
        let mut gathered = Gathered::default();
        for one in all {
            gathered.add(one.clone());
        }
        let people = gathered.finish(Vec::new()).people;
        let people = people.iter();
        people
            .map(|one| (one.day.0, one.offset, one.complaints))
            .collect()
    }

    #[test]
    fn a_customer_is_listed_once_with_the_latest_words_in_whatever_order_rows_come() {
        let rows = [
            one(Some("ann"), Some("1"), (10, 5)),
            one(Some("ann"), Some("2"), (30, 0)),
            one(Some("ann"), Some("3"), (20, 9)),
            one(None, Some("4"), (20, 7)),
            one(None, None, (5, 8)),
            one(None, None, (5, 3)),
        ];
        let expected = [(20, 7, 1), (20, 9, 3), (5, 3, 1), (5, 8, 1)];
        assert_eq!(met(&rows), expected);
        let mut turned = rows.clone();
        turned.reverse();
        assert_eq!(met(&turned), expected);
    }

    #[test]
    fn workers_together_find_what_one_finds_alone() {
        let (mut first, mut second) = (Gathered::default(), Gathered::default());
        first.add(one(Some("ann"), None, (1, 1)));
        second.add(one(Some("ann"), None, (2, 2)));
        second.add(one(None, None, (2, 4)));
        first.join(second);
        let people = first.finish(Vec::new()).people;
        assert_eq!((people.len(), people[0].complaints), (2, 2));
        assert_eq!(people[0].offset, 2);
    }
}
