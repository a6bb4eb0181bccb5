//! Counts per touchpoint, day, source, segment and reading: all that the board needs, however many
//! rows there were.

use super::ledger::{Kind, Ledger, Sums};
use super::{Day, Polarity, Scale, Score};
use crate::journey::TouchpointIndex;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

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
/// Entries are sorted by [`Entry::key`] and no two have the same, so a touchpoint's entries lie together
/// and its days come in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// The ids of the sources.
    pub sources: Vec<String>,
    /// The segments met, sorted; the first is always `""`, for rows without one.
    pub segments: Vec<String>,
    /// The scales met.
    pub scales: Vec<Arc<Scale>>,
    /// The readings met.
    pub readings: Vec<Reading>,
    ledger: Ledger,
    /// The first day and the one behind the last.
    days: Option<Range<Day>>,
    weights: Vec<Weight>,
}

impl Tally {
    /// Puts entries in order, adds up those with the same key, and finds what each touchpoint comes to.
    #[must_use]
    pub fn with_entries(self, touchpoints: usize, entries: &[Entry]) -> Self {
        let kind = |entry: &Entry| (entry.source, entry.segment, entry.reading);
        let mut kinds: Vec<Kind> = entries.iter().map(kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let numbers: HashMap<Kind, u32> = kinds.iter().copied().zip(0..).collect();
        let lines = |put: &mut dyn FnMut((u32, i32, u32, u64))| {
            for entry in entries {
                let number = numbers.get(&kind(entry)).copied().unwrap_or_default();
                put((entry.touchpoint, entry.day, number, entry.count));
            }
        };
        self.with_ledger(Ledger::of(touchpoints, kinds, entries.len(), lines))
    }

    /// The same with entries that have been packed.
    #[must_use]
    pub(crate) fn with_ledger(mut self, ledger: Ledger) -> Self {
        let ends = (0..ledger.touchpoints()).filter_map(|place| ledger.days(place));
        let ends = ends.reduce(|(low, high), (first, last)| (low.min(first), high.max(last)));
        self.days = ends.map(|(low, high)| Day(low)..Day(high + 1));
        self.ledger = ledger;
        self
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.ledger.len()
    }

    /// How many entries one touchpoint has.
    pub fn len_of(&self, touchpoint: TouchpointIndex) -> usize {
        self.ledger.len_of(touchpoint.index())
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.ledger.len() == 0
    }

    /// Every entry, in order.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.ledger.entries()
    }

    /// The entries of one touchpoint, by day, then source, segment and reading.
    pub fn of(&self, touchpoint: TouchpointIndex) -> impl Iterator<Item = Entry> {
        self.during(touchpoint, i32::MIN, i32::MAX)
    }

    /// Those from one day to another, both included.
    pub fn during(
        &self,
        touchpoint: TouchpointIndex,
        first: i32,
        last: i32,
    ) -> impl Iterator<Item = Entry> {
        self.ledger.of_touchpoint(touchpoint.index(), first, last)
    }

    /// What entries of one touchpoint and day are kept apart by: source, segment and reading; in order.
    pub fn kinds(&self) -> &[(u16, u16, u16)] {
        self.ledger.kinds()
    }

    /// Calls `met` with the day of every entry of a touchpoint on these days, both included, its kind as a place
    /// in [`Tally::kinds`], and its count.
    pub fn each(
        &self,
        touchpoint: TouchpointIndex,
        days: (i32, i32),
        met: impl FnMut(i32, u32, u64),
    ) {
        self.ledger.each_during(touchpoint.index(), days, met);
    }

    /// Calls `met` with what those days come to by source, segment and reading, in this order; `sums` is room to
    /// work in.
    pub fn sums(
        &self,
        touchpoint: TouchpointIndex,
        days: (i32, i32),
        sums: &mut Sums,
        met: impl FnMut((u16, u16, u16), u64),
    ) {
        self.ledger.sums(touchpoint.index(), days, sums, met);
    }

    /// The entries of one touchpoint that have no date.
    pub fn undated(&self, touchpoint: TouchpointIndex) -> impl Iterator<Item = Entry> {
        self.ledger.undated(touchpoint.index())
    }

    /// Adds the severities, for entries that have any; the entries must have been added. Each key may
    /// come once.
    #[must_use]
    pub fn with_weights(mut self, mut weights: Vec<Weight>) -> Self {
        weights.sort_unstable_by_key(|weight| weight.entry.key());
        for weight in &mut weights {
            let (touchpoint, day, source, segment, reading) = weight.entry.key();
            let kind = (source, segment, reading);
            weight.entry.count = match self.ledger.find(touchpoint, day, kind) {
                0 => weight.entry.count,
                count => count,
            };
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
        self.days.clone()
    }
}
