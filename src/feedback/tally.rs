//! Counts per touchpoint, day, source, segment and reading: all that the board needs, however many
//! rows there were.

use super::{Day, Polarity, Scale, Score};
use crate::journey::TouchpointIndex;
use std::ops::Range;

/// The `day` of an [`Entry`] whose rows have no date. It sorts before every day.
pub const UNDATED: i32 = i32::MIN;

/// How a row spoke: a score on a scale, or a polarity alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reading {
    /// The scale (as a place in [`Tally::scales`]) and the score given on it.
    pub score: Option<(u16, Score)>,
    /// The way it speaks.
    pub polarity: Polarity,
}

/// How often one reading occurred at one touchpoint on one day in one source from one segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The touchpoint, in the workspace's order.
    pub touchpoint: u32,
    /// Days since 1970-01-01, or [`UNDATED`].
    pub day: i32,
    /// The source, as a place in [`Tally::sources`].
    pub source: u16,
    /// The segment, as a place in [`Tally::segments`].
    pub segment: u16,
    /// The reading, as a place in [`Tally::readings`].
    pub reading: u16,
    /// How often.
    pub count: u64,
}

impl Entry {
    /// The day, when there is one.
    pub fn day(&self) -> Option<Day> {
        (self.day != UNDATED).then_some(Day(self.day))
    }

    /// What makes two entries one.
    pub fn key(&self) -> (u32, i32, u16, u16, u16) {
        (
            self.touchpoint,
            self.day,
            self.source,
            self.segment,
            self.reading,
        )
    }
}

/// How severe the rows of one entry were, as far as they say so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    /// The entry, whose `count` may be greater than `of`.
    pub entry: Entry,
    /// How many rows of it say how severe they are.
    pub of: u64,
    /// The sum of their severities.
    pub sum: f64,
    /// The sum of the squares of their severities.
    pub squares: f64,
}

/// The counts of a workspace.
///
/// Entries are sorted by [`Entry::key`] and no two have the same, so a touchpoint's entries are one
/// slice and its days come in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// The ids of the sources.
    pub sources: Vec<String>,
    /// The segments met, sorted; the first is always `""`, for rows without one.
    pub segments: Vec<String>,
    /// The scales met.
    pub scales: Vec<Scale>,
    /// The readings met.
    pub readings: Vec<Reading>,
    entries: Vec<Entry>,
    starts: Vec<usize>,
    weights: Vec<Weight>,
}

impl Tally {
    /// Puts entries in order, adds up those with the same key, and finds each touchpoint's slice.
    #[must_use]
    pub fn with_entries(mut self, touchpoints: usize, mut entries: Vec<Entry>) -> Self {
        if !entries.is_sorted_by(|one, next| one.key() < next.key()) {
            entries.sort_unstable_by_key(Entry::key);
            entries.dedup_by(|later, kept| {
                let same = later.key() == kept.key();
                if same {
                    kept.count += later.count;
                }
                same
            });
        }
        self.starts = Vec::with_capacity(touchpoints + 1);
        let mut at = 0;
        for touchpoint in 0..=touchpoints {
            while at < entries.len() && (entries[at].touchpoint as usize) < touchpoint {
                at += 1;
            }
            self.starts.push(at);
        }
        self.entries = entries;
        self
    }

    /// Every entry, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries of one touchpoint, by day, then source, segment and reading.
    pub fn of(&self, touchpoint: TouchpointIndex) -> &[Entry] {
        let place = touchpoint.index();
        match (self.starts.get(place), self.starts.get(place + 1)) {
            (Some(&from), Some(&to)) => &self.entries[from..to],
            _ => &[],
        }
    }

    /// Adds the severities, for entries that have any; the entries must have been added. Each key may
    /// come once.
    #[must_use]
    pub fn with_weights(mut self, mut weights: Vec<Weight>) -> Self {
        weights.sort_unstable_by_key(|weight| weight.entry.key());
        for weight in &mut weights {
            let key = weight.entry.key();
            if let Ok(place) = self.entries.binary_search_by_key(&key, Entry::key) {
                weight.entry = self.entries[place];
            }
        }
        self.weights = weights;
        self
    }

    /// Every severity, in the order of the entries.
    pub fn weights(&self) -> &[Weight] {
        &self.weights
    }

    /// The severities of one touchpoint, in the order of [`Tally::of`]; entries without any are left
    /// out.
    pub fn weights_of(&self, touchpoint: TouchpointIndex) -> &[Weight] {
        let place = touchpoint.index() as u32;
        let before = |weight: &Weight| weight.entry.touchpoint < place;
        let from = self.weights.partition_point(before);
        let upto = |weight: &Weight| weight.entry.touchpoint <= place;
        let to = self.weights.partition_point(upto);
        &self.weights[from..to]
    }

    /// The first and the last day on which anything was said; `None` when nothing has a date.
    pub fn days(&self) -> Option<Range<Day>> {
        // Each touchpoint's days come in order: its first and its last dated entry are enough.
        let ends = self.starts.windows(2).filter_map(|slice| {
            let entries = self.entries.get(slice[0]..slice[1])?;
            let dated = entries.partition_point(|entry| entry.day == UNDATED);
            Some((entries.get(dated)?.day, entries.last()?.day))
        });
        let (low, high) =
            ends.reduce(|(low, high), (first, last)| (low.min(first), high.max(last)))?;
        Some(Day(low)..Day(high + 1))
    }
}
