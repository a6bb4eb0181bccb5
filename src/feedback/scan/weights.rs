//! Sums of severities per touchpoint, day and facet; empty, and never touched, where no source has
//! severities.

use super::counter::Key;
use super::hash::FastMap;
use crate::feedback::cache::{Reader, Writer};
use crate::feedback::rules::Weigher;

/// The severities of one key, in steps of [`Weigher`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    /// How many rows say one.
    pub(super) of: u64,
    steps: u128,
    squares: u128,
}

impl Sum {
    /// The sum of the severities.
    pub(super) fn sum(&self) -> f64 {
        self.steps as f64 / Weigher::STEPS
    }

    /// The sum of their squares.
    pub(super) fn squares(&self) -> f64 {
        self.squares as f64 / (Weigher::STEPS * Weigher::STEPS)
    }

    fn merge(&mut self, other: &Self) {
        self.of += other.of;
        self.steps = self.steps.saturating_add(other.steps);
        self.squares = self.squares.saturating_add(other.squares);
    }
}

/// The severities of all keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Weights {
    sums: FastMap<Key, Sum>,
}

impl Weights {
    /// Adds one row's severity.
    pub(super) fn add(&mut self, key: Key, steps: u64) {
        let one = Sum {
            of: 1,
            steps: u128::from(steps),
            squares: u128::from(steps) * u128::from(steps),
        };
        self.sums.entry(key).or_default().merge(&one);
    }

    /// Adds those of another, whose facets go by other numbers.
    pub(super) fn merge(&mut self, other: &Self, to: impl Fn(u32) -> u32) {
        for (&(touchpoint, day, facet), sum) in &other.sums {
            let key = (touchpoint, day, to(facet));
            self.sums.entry(key).or_default().merge(sum);
        }
    }

    /// Writes every sum, in the order of their keys; `to` has the number each facet is written by.
    pub(super) fn write(&self, writer: &mut Writer, to: &[u32]) {
        let sums = self.sums.iter();
        let sums = sums
            .map(|(&(touchpoint, day, facet), sum)| ((touchpoint, day, to[facet as usize]), sum));
        let mut sums: Vec<(Key, &Sum)> = sums.collect();
        sums.sort_unstable_by_key(|(key, _)| *key);
        writer.number(sums.len() as u64);
        for ((touchpoint, day, facet), sum) in sums {
            writer.number(u64::from(touchpoint));
            writer.signed(i64::from(day));
            writer.number(u64::from(facet));
            writer.number(sum.of);
            for wide in [sum.steps, sum.squares] {
                writer.number((wide >> 64) as u64);
                writer.number(wide as u64);
            }
        }
    }

    /// Reads what was written, of fewer touchpoints and facets than these; nothing where it says what cannot
    /// be.
    pub(super) fn read(reader: &mut Reader<'_>, (touchpoints, facets): (u32, u32)) -> Option<Self> {
        let mut weights = Self::default();
        for _ in 0..reader.length()? {
            let touchpoint: u32 = reader.small()?;
            let day = i32::try_from(reader.signed()?).ok()?;
            let facet: u32 = reader.small()?;
            let of = reader.number()?;
            let mut wide =
                || Some((u128::from(reader.number()?) << 64) | u128::from(reader.number()?));
            let (steps, squares) = (wide()?, wide()?);
            (touchpoint < touchpoints && facet < facets).then_some(())?;
            let sum = Sum { of, steps, squares };
            weights.sums.insert((touchpoint, day, facet), sum);
        }
        Some(weights)
    }

    /// Every sum.
    pub(super) fn each(&self) -> impl Iterator<Item = (Key, &Sum)> {
        self.sums.iter().map(|(key, sum)| (*key, sum))
    }
}
