//! The roll of customers: who there is, who was lost, and what each met at each touchpoint. It is
//! shared by all workers; a customer takes two bits a touchpoint.

use crate::feedback::{Crossing, Customers, Headcount};
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

/// How many bytes the marks of all touchpoints may take together.
const MOST_BYTES: usize = 512 << 20;

/// How many customers are kept apart.
const MOST_CUSTOMERS: usize = 20_000_000;

/// How many segments are kept apart.
const MOST_SEGMENTS: usize = 20_000;

/// One mark for each customer.
type Marks = OnceLock<Box<[AtomicU64]>>;

/// What customers met at one touchpoint.
#[derive(Debug, Default)]
struct Met {
    complained: Marks,
    passed: Marks,
}

/// Every customer of the files.
#[derive(Debug, Default)]
pub(super) struct Roll {
    /// Each customer's place by a hash of the id.
    places: HashMap<u64, u32>,
    lost: Vec<bool>,
    segments: BTreeMap<String, Headcount>,
    met: Vec<Met>,
}

/// Why a customer was not put on the roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotEnrolled {
    /// Somebody of this id is on it.
    Known,
    /// It is full.
    Full,
}

impl Roll {
    /// Puts a customer on the roll.
    pub(super) fn enrol(
        &mut self,
        id: &str,
        lost: bool,
        segment: String,
    ) -> Result<(), NotEnrolled> {
        if self.lost.len() >= MOST_CUSTOMERS {
            return Err(NotEnrolled::Full);
        }
        let place = self.lost.len() as u32;
        if *self.places.entry(hash(id)).or_insert(place) != place {
            return Err(NotEnrolled::Known);
        }
        self.lost.push(lost);
        let room = self.segments.len() < MOST_SEGMENTS || self.segments.contains_key(&segment);
        let segment = if room {
            segment
        } else {
            super::registry::Registry::FURTHER.to_owned()
        };
        self.segments.entry(segment).or_default().add(lost);
        Ok(())
    }

    /// Makes room for marks at so many touchpoints; false when that would take too much.
    pub(super) fn open(&mut self, touchpoints: usize) -> bool {
        let bytes = (self.lost.len() / 4).saturating_mul(touchpoints);
        let fits = bytes <= MOST_BYTES;
        if fits {
            self.met = std::iter::repeat_with(Met::default)
                .take(touchpoints)
                .collect();
        }
        fits
    }

    /// The place of a customer; `None` when the files do not list this one.
    pub(super) fn find(&self, id: &str) -> Option<u32> {
        let id = id.trim();
        self.places
            .get(&hash(id))
            .copied()
            .filter(|_| !id.is_empty())
    }

    /// Marks that a customer passed a touchpoint, and perhaps complained there.
    pub(super) fn mark(&self, touchpoint: u32, who: u32, complained: bool) {
        let Some(met) = self.met.get(touchpoint as usize) else {
            return;
        };
        self.set(&met.passed, who);
        if complained {
            self.set(&met.complained, who);
        }
    }

    fn set(&self, marks: &Marks, who: u32) {
        let words = self.lost.len().div_ceil(64);
        let empty = || {
            std::iter::repeat_with(AtomicU64::default)
                .take(words)
                .collect()
        };
        if let Some(word) = marks.get_or_init(empty).get(who as usize / 64) {
            word.fetch_or(1 << (who % 64), Ordering::Relaxed);
        }
    }

    /// What it comes to.
    pub(super) fn customers(&self) -> Customers {
        let mut customers = Customers::default();
        for lost in &self.lost {
            customers.total.add(*lost);
        }
        let segments = self.segments.iter();
        customers.segments = segments
            .map(|(name, count)| (name.clone(), *count))
            .collect();
        customers.crossings = self.met.iter().map(|met| self.crossing(met)).collect();
        customers
    }

    fn crossing(&self, met: &Met) -> Crossing {
        let mut crossing = Crossing::default();
        let marked = |marks: &Marks, who: usize| {
            let word = marks.get().and_then(|words| words.get(who / 64));
            word.is_some_and(|word| word.load(Ordering::Relaxed) >> (who % 64) & 1 == 1)
        };
        for (who, lost) in self.lost.iter().enumerate() {
            if marked(&met.complained, who) {
                crossing.complained.add(*lost);
            } else if marked(&met.passed, who) {
                crossing.content.add(*lost);
            }
        }
        crossing
    }
}

/// Two ids share a hash once in many million workspaces.
fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_are_parted_by_what_they_met_and_counted_once() {
        let mut roll = Roll::default();
        for who in 0..130 {
            let segment = if who < 100 { "small" } else { "large" };
            let enrolled = roll.enrol(&format!("c{who}"), who % 10 == 0, segment.to_owned());
            assert_eq!(enrolled, Ok(()));
        }
        let again = roll.enrol("c7", true, String::new());
        assert_eq!(again, Err(NotEnrolled::Known));
        assert!(roll.open(2));
        assert_eq!(roll.find("nobody"), None);
        for (id, complained) in [
            ("c120", true),
            ("c120", false),
            (" c3 ", true),
            ("c10", false),
        ] {
            roll.mark(1, roll.find(id).unwrap(), complained);
        }
        let customers = roll.customers();
        assert_eq!(customers.total, Headcount { of: 130, lost: 13 });
        let large = ("large".to_owned(), Headcount { of: 30, lost: 3 });
        assert_eq!(customers.segments[0], large);
        assert_eq!(customers.crossings[0], Crossing::default());
        let crossing = customers.crossings[1];
        assert_eq!(crossing.complained, Headcount { of: 2, lost: 1 });
        assert_eq!(crossing.content, Headcount { of: 1, lost: 1 });
    }
}
