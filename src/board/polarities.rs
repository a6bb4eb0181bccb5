//! Counts by polarity, added up entry by entry without asking what each entry says.

use super::lens::Ground;
use crate::feedback::{Polarity, Tally};
use crate::measures::Counts;

/// By kind of entry: which of [`Heaps`] it belongs on.
pub(super) struct Polarities(Vec<u8>);

/// What was said with each polarity; last, what the lens does not let through.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Heaps([u64; 5]);

/// The heap of what is not let through.
const ASIDE: u8 = 4;

impl Polarities {
    /// Of the kinds of a tally, as far as the lens lets them through.
    pub(super) fn of(ground: &Ground, tally: &Tally) -> Self {
        let heap = |&(source, segment, reading): &(u16, u16, u16)| {
            if !ground.knows(source, segment) {
                return ASIDE;
            }
            match tally.readings[usize::from(reading)].polarity {
                Polarity::Complaint => 0,
                Polarity::Neutral => 1,
                Polarity::Praise => 2,
                Polarity::Unscored => 3,
            }
        };
        Self(tally.kinds().iter().map(heap).collect())
    }
}

impl Heaps {
    /// Puts a count of a kind where it belongs.
    #[inline]
    pub(super) fn add(&mut self, polarities: &Polarities, kind: u32, count: u64) {
        self.0[usize::from(polarities.0[kind as usize])] += count;
    }

    /// What was let through.
    pub(super) fn counts(self) -> Counts {
        let [complaints, neutral, praise, unscored, _] = self.0;
        Counts {
            complaints,
            neutral,
            praise,
            unscored,
        }
    }

    /// Adds others.
    pub(super) fn merge(&mut self, other: &Self) {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            *sum += more;
        }
    }
}
