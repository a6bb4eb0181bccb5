//! Numbers for the segments, readings and facets a scan meets, the same for every worker.

use super::hash::FastMap;
use super::recent::{Key, Recent};
use crate::feedback::intake::{Row, Slot, trimmed};
use crate::feedback::ledger::Kind;
use crate::feedback::{Polarity, Reading};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What the counts of one touchpoint on one day are kept apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Facet {
    pub(crate) source: u16,
    pub(crate) segment: u16,
    pub(crate) reading: u16,
}

impl Facet {
    /// What a ledger knows it by.
    pub(crate) fn kind(self) -> Kind {
        (self.source, self.segment, self.reading)
    }
}

/// How many segments are kept apart. Further ones count together, as [`Registry::FURTHER`].
const MOST_SEGMENTS: usize = 20_000;

/// How many readings are kept apart. Further scores count by their polarity alone.
const MOST_READINGS: usize = 60_000;

/// Everything met so far, by number.
#[derive(Clone, Debug)]
pub(crate) struct Registry {
    pub(crate) segments: Vec<String>,
    pub(crate) readings: Vec<Reading>,
    pub(crate) facets: Vec<Facet>,
    segment_numbers: FastMap<String, u16>,
    reading_numbers: FastMap<Reading, u16>,
    facet_numbers: FastMap<Facet, u32>,
}

impl Registry {
    /// The segment that stands for all beyond the most that are kept apart.
    pub(crate) const FURTHER: &'static str = "(further segments)";

    /// A registry that knows rows without a segment and the four polarities.
    pub(crate) fn new() -> Self {
        let mut registry = Self {
            segments: Vec::new(),
            readings: Vec::new(),
            facets: Vec::new(),
            segment_numbers: FastMap::default(),
            reading_numbers: FastMap::default(),
            facet_numbers: FastMap::default(),
        };
        registry.segment("");
        for polarity in POLARITIES {
            let score = None;
            registry.reading(Reading { score, polarity });
        }
        registry
    }

    /// The number of a segment.
    pub(crate) fn segment(&mut self, name: &str) -> u16 {
        let name = if self.segments.len() < MOST_SEGMENTS {
            name
        } else {
            Self::FURTHER
        };
        if let Some(&number) = self.segment_numbers.get(name) {
            return number;
        }
        let number = self.segments.len() as u16;
        self.segments.push(name.to_owned());
        self.segment_numbers.insert(name.to_owned(), number);
        number
    }

    /// The number of a reading.
    pub(crate) fn reading(&mut self, reading: Reading) -> u16 {
        if let Some(&number) = self.reading_numbers.get(&reading) {
            return number;
        }
        if self.readings.len() >= MOST_READINGS {
            return plain_reading(reading.polarity);
        }
        let number = self.readings.len() as u16;
        self.readings.push(reading.clone());
        self.reading_numbers.insert(reading, number);
        number
    }

    /// The number of a facet.
    pub(crate) fn facet(&mut self, facet: Facet) -> u32 {
        let next = self.facets.len() as u32;
        let number = *self.facet_numbers.entry(facet).or_insert(next);
        if number == next {
            self.facets.push(facet);
        }
        number
    }
}

const POLARITIES: [Polarity; 4] = [
    Polarity::Complaint,
    Polarity::Neutral,
    Polarity::Praise,
    Polarity::Unscored,
];

/// The number of a polarity without a score.
pub(crate) fn plain_reading(polarity: Polarity) -> u16 {
    match polarity {
        Polarity::Complaint => 0,
        Polarity::Neutral => 1,
        Polarity::Praise => 2,
        Polarity::Unscored => 3,
    }
}

/// One worker's view of the registry: it remembers what it has asked.
#[derive(Debug)]
pub(crate) struct Numbers<'r> {
    registry: &'r Mutex<Registry>,
    /// By the text of the cell, cleaned or not.
    segments: FastMap<String, u16>,
    /// The short ones among them that were asked for lately.
    recent_segments: Recent<u16>,
    readings: FastMap<Reading, u16>,
    /// Readings asked for lately, as numbers of their own, each in the one place it may have.
    recent: [(u64, u16); RECENT],
    facets: FastMap<Facet, u32>,
    /// The facets of small numbers, where most lookups end.
    near: Vec<u32>,
}

/// How many readings asked for lately are remembered.
const RECENT: usize = 64;

/// What stands for no reading.
const NO_READING: u64 = u64::MAX;

/// How many segments asked for lately are remembered, as a power of two.
const RECENT_SEGMENTS: u32 = 6;

/// How many segments and readings [`Numbers::near`] covers, and the sources.
const NEAR: (usize, usize, usize) = (16, 64, 4);

impl<'r> Numbers<'r> {
    /// A view that has asked nothing yet.
    pub(crate) fn new(registry: &'r Mutex<Registry>) -> Self {
        Self {
            registry,
            segments: FastMap::default(),
            recent_segments: Recent::new(RECENT_SEGMENTS),
            readings: FastMap::default(),
            recent: [(NO_READING, 0); RECENT],
            facets: FastMap::default(),
            near: vec![u32::MAX; NEAR.0 * NEAR.1 * NEAR.2],
        }
    }

    /// The number of the segment a cell names, cleaned by `clean` when it is new.
    #[inline(always)]
    pub(crate) fn segment(
        &mut self,
        row: &Row<'_>,
        slot: Slot,
        clean: impl Fn(&str) -> String,
    ) -> u16 {
        let key = Key::of(row, slot);
        if let Some(number) = key.and_then(|key| self.recent_segments.find(&key)) {
            return number;
        }
        let number = self.known_segment(trimmed(&row.cell(slot)), clean);
        if let Some(key) = key {
            self.recent_segments.keep(key, number);
        }
        number
    }

    fn known_segment(&mut self, cell: &str, clean: impl Fn(&str) -> String) -> u16 {
        let known = self.segments.get(cell).copied();
        known.unwrap_or_else(|| {
            let number = lock(self.registry).segment(&clean(cell));
            if self.segments.len() < 2 * MOST_SEGMENTS {
                self.segments.insert(cell.to_owned(), number);
            }
            number
        })
    }

    /// The number of a reading.
    #[inline(always)]
    pub(crate) fn reading(&mut self, reading: Reading) -> u16 {
        let Some((scale, score)) = reading.score else {
            return plain_reading(reading.polarity);
        };
        let score = score.0.cast_unsigned();
        let own = u64::from(scale) << 40 | u64::from(score) << 8 | reading.polarity as u64;
        // Whole scores side by side: none drives another out of its place.
        let place = (score / 100) as usize + 16 * usize::from(scale);
        let place = place % RECENT;
        let (recent, number) = self.recent[place];
        if recent == own {
            return number;
        }
        self.reading_slowly(reading, (own, place))
    }

    #[inline(never)]
    fn reading_slowly(&mut self, reading: Reading, (own, place): (u64, usize)) -> u16 {
        let known = self.readings.get(&reading).copied();
        let number = known.unwrap_or_else(|| {
            let number = lock(self.registry).reading(reading.clone());
            if self.readings.len() < 2 * MOST_READINGS {
                self.readings.insert(reading, number);
            }
            number
        });
        self.recent[place] = (own, number);
        number
    }

    /// The number of a facet.
    #[inline(always)]
    pub(crate) fn facet(&mut self, facet: Facet) -> u32 {
        let (segment, reading, source) = (
            usize::from(facet.segment),
            usize::from(facet.reading),
            usize::from(facet.source),
        );
        if segment < NEAR.0 && reading < NEAR.1 && source < NEAR.2 {
            let place = (source * NEAR.0 + segment) * NEAR.1 + reading;
            if self.near[place] == u32::MAX {
                self.near[place] = lock(self.registry).facet(facet);
            }
            return self.near[place];
        }
        let registry = self.registry;
        *self
            .facets
            .entry(facet)
            .or_insert_with(|| lock(registry).facet(facet))
    }
}

/// The registry; a worker that panicked holding it has left it whole.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
