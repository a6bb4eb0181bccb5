//! Counts per touchpoint, day and facet: an array where the days are many rows deep, a table where they
//! are not.

use super::hash::FastMap;
use crate::feedback::UNDATED;

/// How many cells the array may have: 16 MiB of them.
const MOST_CELLS: usize = 8 * 1024 * 1024;

/// How many keys are held back. Counted one after another, their cells come from memory side by side
/// instead of each being waited for.
const HELD_BACK: usize = 1024;

/// How many cells it may have however little there is to read.
const LEAST_CELLS: usize = 64 * 1024;

/// How many days the array reaches further than it must.
const SPARE_DAYS: i32 = 32;

/// The key of one count: touchpoint, day, facet.
pub(crate) type Key = (u32, i32, u32);

/// Counts per touchpoint, day and facet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counter {
    array: Array,
    table: FastMap<Key, u64>,
    held: Vec<Key>,
}

/// Cells by touchpoint, then day, then facet. The first day of each touchpoint stands for rows without
/// one.
#[derive(Clone, Debug, Default)]
struct Array {
    /// Small ones: what goes beyond is in the table.
    cells: Vec<u16>,
    most_cells: usize,
    touchpoints: usize,
    first_day: i32,
    days: usize,
    facets: usize,
}

impl Counter {
    /// A counter for so many touchpoints, with about so many bytes of feedback before it.
    pub(crate) fn new(touchpoints: usize, bytes: u64) -> Self {
        let worth = usize::try_from(bytes / 16).unwrap_or(usize::MAX);
        let array = Array {
            most_cells: worth.clamp(LEAST_CELLS, MOST_CELLS),
            touchpoints,
            ..Array::default()
        };
        Self {
            array,
            table: FastMap::default(),
            held: Vec::with_capacity(HELD_BACK),
        }
    }

    /// Counts one.
    #[inline]
    pub(crate) fn one(&mut self, key: Key) {
        self.held.push(key);
        if self.held.len() >= HELD_BACK {
            self.settle();
        }
    }

    /// Counts what was held back; to be called before anything is read out.
    pub(crate) fn settle(&mut self) {
        let mut held = std::mem::take(&mut self.held);
        for key in held.drain(..) {
            self.add(key, 1);
        }
        self.held = held;
    }

    /// Counts.
    #[inline]
    pub(crate) fn add(&mut self, key: Key, count: u64) {
        match self.array.cell(key) {
            Some(cell) if count <= u64::from(u16::MAX - *cell) => *cell += count as u16,
            _ => self.add_slowly(key, count),
        }
    }

    #[cold]
    fn add_slowly(&mut self, key: Key, count: u64) {
        if self.array.cell(key).is_none() && self.array.widen(key) {
            self.add(key, count);
        } else {
            *self.table.entry(key).or_default() += count;
        }
    }

    /// Adds the counts of another, whose facets go by other numbers.
    pub(crate) fn merge(&mut self, other: &Self, facet: impl Fn(u32) -> u32) {
        other.each(|(touchpoint, day, number), count| {
            self.add((touchpoint, day, facet(number)), count);
        });
    }

    /// Makes room for counts from one day to another, with facets up to this one, where that is worth it.
    pub(crate) fn expect_days(&mut self, first: i32, last: i32, facet: u32) {
        for day in [first, last] {
            if self.array.cell((0, day, facet)).is_none() {
                self.array.widen((0, day, facet));
            }
        }
    }

    /// Calls `met` with every count: those of the array in the order of their keys, then the others.
    pub(crate) fn each(&self, mut met: impl FnMut(Key, u64)) {
        self.array.each(&mut met);
        for (&key, &count) in &self.table {
            met(key, count);
        }
    }

    /// As [`Counter::each`], with the facets of a touchpoint's day in the order that `order` lists them in.
    pub(crate) fn each_in(&self, order: &[u32], mut met: impl FnMut(Key, u64)) {
        self.array.each_in(order, &mut met);
        for (&key, &count) in &self.table {
            met(key, count);
        }
    }

    /// How many counts [`Counter::each`] comes to.
    pub(crate) fn len(&self) -> usize {
        self.table.len() + self.array.cells.iter().filter(|&&count| count > 0).count()
    }
}

impl Array {
    #[inline]
    fn cell(&mut self, (touchpoint, day, facet): Key) -> Option<&mut u16> {
        let day = if day == UNDATED {
            0
        } else {
            day.wrapping_sub(self.first_day) as u32 as usize + 1
        };
        let facet = facet as usize;
        if day >= self.days || facet >= self.facets {
            return None;
        }
        let place = (touchpoint as usize * self.days + day) * self.facets + facet;
        self.cells.get_mut(place)
    }

    /// Makes room for a key; false when that would take too much.
    fn widen(&mut self, (touchpoint, day, facet): Key) -> bool {
        if touchpoint as usize >= self.touchpoints {
            return false;
        }
        let facets = (facet as usize + 1)
            .next_power_of_two()
            .max(self.facets)
            .max(8);
        let (first_day, days) = self.reach(day);
        let cells = [self.touchpoints, days, facets]
            .into_iter()
            .try_fold(1_usize, usize::checked_mul);
        let Some(cells) = cells.filter(|&cells| cells <= self.most_cells) else {
            return false;
        };
        let mut wider = Self {
            cells: vec![0; cells],
            first_day,
            days,
            facets,
            ..*self
        };
        self.each(&mut |key, count| {
            if let Some(cell) = wider.cell(key) {
                *cell = count as u16;
            }
        });
        *self = wider;
        true
    }

    /// The first day and the number of days, the one for rows without included, that take in a day.
    fn reach(&self, day: i32) -> (i32, usize) {
        if day == UNDATED {
            return (self.first_day, self.days.max(1));
        }
        let past = |from: i32, to: i32| (i64::from(to) - i64::from(from)) as usize;
        if self.days <= 1 {
            return (day - SPARE_DAYS, past(0, 2 * SPARE_DAYS + 1) + 1);
        }
        let end = self.first_day + (self.days - 1) as i32;
        let spare = SPARE_DAYS.max((self.days / 4) as i32);
        let first = if day < self.first_day {
            day - spare
        } else {
            self.first_day
        };
        let end = if day < end { end } else { day + spare };
        (first, past(first, end) + 1)
    }

    fn each(&self, met: &mut impl FnMut(Key, u64)) {
        for (touchpoint, day, cells) in self.slices() {
            for (facet, &count) in cells.iter().enumerate().filter(|(_, count)| **count > 0) {
                met((touchpoint, day, facet as u32), u64::from(count));
            }
        }
    }

    fn each_in(&self, order: &[u32], met: &mut impl FnMut(Key, u64)) {
        for (touchpoint, day, cells) in self.slices() {
            for &facet in order {
                match cells.get(facet as usize) {
                    None | Some(0) => {}
                    Some(&count) => met((touchpoint, day, facet), u64::from(count)),
                }
            }
        }
    }

    /// Every touchpoint's days with the counts of their facets.
    fn slices(&self) -> impl Iterator<Item = (u32, i32, &[u16])> {
        let slices = self.cells.chunks_exact(self.facets.max(1)).enumerate();
        slices.map(|(slice, cells)| {
            let (touchpoint, day) = (slice / self.days, slice % self.days);
            let day = if day == 0 {
                UNDATED
            } else {
                self.first_day + (day as i32 - 1)
            };
            (touchpoint as u32, day, cells)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn keys() -> impl Strategy<Value = Vec<(Key, u64)>> {
        let day = prop_oneof![
            8 => 19_000..19_900_i32,
            1 => -3_000_000..3_000_000_i32,
            1 => Just(UNDATED),
        ];
        let count = prop_oneof![9 => Just(1_u64), 1 => 0..u64::from(u16::MAX) * 2];
        prop::collection::vec(((0..70_u32, day, 0..200_u32), count), 0..200)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn counts_add_up_wherever_they_are_kept(first in keys(), second in keys(), bytes in 0..1_u64 << 22) {
            let mut expected = BTreeMap::new();
            let mut counters = [Counter::new(64, bytes), Counter::new(64, bytes)];
            for (counter, keys) in counters.iter_mut().zip([&first, &second]) {
                for &(key, count) in keys {
                    *expected.entry(key).or_insert(0_u64) += count;
                    if count == 1 {
                        counter.one(key);
                    } else {
                        counter.add(key, count);
                    }
                }
                counter.settle();
            }
            let [mut merged, other] = counters;
            merged.merge(&other, |facet| facet);
            let mut found = BTreeMap::new();
            merged.each(|key, count| *found.entry(key).or_insert(0) += count);
            expected.retain(|_, count| *count > 0);
            found.retain(|_, count| *count > 0);
            prop_assert_eq!(found, expected);
        }
    }
}
