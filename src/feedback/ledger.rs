//! The entries of a tally, packed: a touchpoint's entries lie together by day, and what all days of it come
//! to is known beforehand.

mod entries;
mod packing;
mod sums;

use super::interpolation::begin_of;
use super::tally::{Entry, UNDATED};
use entries::Entries;
pub(crate) use entries::Page;
use std::ops::Range;
pub use sums::Sums;

/// What entries of one touchpoint and day are kept apart by: source, segment and reading.
pub(crate) type Kind = (u16, u16, u16);

/// Stands for a count that takes more than 32 bits.
const FAR_MORE: u32 = u32::MAX;

/// The first day there can be.
const AGES_AGO: i32 = UNDATED + 1;

/// Entries by touchpoint, day and kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Ledger {
    /// In order, so that their numbers are.
    kinds: Vec<Kind>,
    entries: Entries,
    /// Counts of more than 32 bits, by their place.
    far_more: Vec<(usize, u64)>,
    /// Where each touchpoint's entries begin, and the last one's end.
    starts: Vec<usize>,
    /// Those of each touchpoint that have a date.
    dated: Vec<Dated>,
    /// What each kind comes to over all days: touchpoint after touchpoint.
    totals: Vec<(u32, u64)>,
    total_starts: Vec<usize>,
}

/// Where the entries of a touchpoint begin that have a date, and their days: to look for them would touch the
/// entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Dated {
    begin: usize,
    /// The first and the last day; the last is before the first where there is none.
    first: i32,
    last: i32,
}

impl Ledger {
    /// The places of a touchpoint's entries.
    fn range(&self, touchpoint: usize) -> Range<usize> {
        let from = self.starts.get(touchpoint).copied();
        let from = from.unwrap_or(self.entries.len());
        let to = self.starts.get(touchpoint + 1).copied();
        from..to.unwrap_or(self.entries.len())
    }

    /// The places of its entries from one day to another, both included.
    fn during(&self, touchpoint: usize, first: i32, last: i32) -> Range<usize> {
        let whole = self.range(touchpoint);
        let dated = self.dated(touchpoint);
        let days = &self.entries.days[dated.begin..whole.end];
        let ends = (dated.first, dated.last);
        let begin = |day| dated.begin + begin_of(day, days.len(), ends, |place| days[place]);
        let from = match first {
            i32::MIN => whole.start,
            AGES_AGO => dated.begin,
            _ => begin(first),
        };
        let to = last.checked_add(1).map_or(whole.end, begin);
        from..to.max(from)
    }

    /// Those of its entries that have a date.
    fn dated(&self, touchpoint: usize) -> Dated {
        let dated = self.dated.get(touchpoint).copied();
        dated.unwrap_or_else(|| Dated {
            begin: self.range(touchpoint).end,
            first: 0,
            last: -1,
        })
    }

    #[inline]
    fn count(&self, place: usize) -> u64 {
        match self.entries.counts[place] {
            FAR_MORE => {
                let known = self.far_more.binary_search_by_key(&place, |more| more.0);
                known.map_or(u64::from(FAR_MORE), |at| self.far_more[at].1)
            }
            count => u64::from(count),
        }
    }

    #[inline]
    fn entry(&self, touchpoint: usize, place: usize) -> Entry {
        let (source, segment, reading) = self.kinds[self.entries.kinds[place] as usize];
        Entry {
            touchpoint: touchpoint as u32,
            day: self.entries.days[place],
            source,
            segment,
            reading,
            count: self.count(place),
        }
    }

    /// How many entries one touchpoint has.
    pub(crate) fn len_of(&self, touchpoint: usize) -> usize {
        self.range(touchpoint).len()
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Every entry, in order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Entry> {
        let touchpoints = 0..self.starts.len();
        touchpoints.flat_map(|touchpoint| self.of_touchpoint(touchpoint, i32::MIN, i32::MAX))
    }

    /// Calls `met` with the touchpoint, day and kind of every entry, in order, and its count.
    pub(crate) fn each(&self, mut met: impl FnMut((u32, i32, u32), u64)) {
        for touchpoint in 0..self.touchpoints() {
            self.each_during(touchpoint, (i32::MIN, i32::MAX), |day, kind, count| {
                met((touchpoint as u32, day, kind), count);
            });
        }
    }

    /// Calls `met` with the day, the kind and the count of one touchpoint's entries from one day to another.
    #[inline]
    pub(crate) fn each_during(
        &self,
        touchpoint: usize,
        (first, last): (i32, i32),
        mut met: impl FnMut(i32, u32, u64),
    ) {
        let places = self.during(touchpoint, first, last);
        let entries = &self.entries;
        let days = entries.days[places.clone()].iter();
        let kinds = days.zip(&entries.kinds[places.clone()]);
        let counts = kinds.zip(&entries.counts[places.clone()]);
        if self.far_more.is_empty() {
            for ((&day, &kind), &count) in counts {
                met(day, kind, u64::from(count));
            }
            return;
        }
        for (place, ((&day, &kind), _)) in places.zip(counts) {
            met(day, kind, self.count(place));
        }
    }

    /// What entries are kept apart by.
    pub(crate) fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// One touchpoint's entries from one day to another, in order.
    #[inline]
    pub(crate) fn of_touchpoint(
        &self,
        touchpoint: usize,
        first: i32,
        last: i32,
    ) -> impl Iterator<Item = Entry> {
        let places = self.during(touchpoint, first, last);
        places.map(move |place| self.entry(touchpoint, place))
    }

    /// The count of one key; 0 when there is none.
    pub(crate) fn find(&self, touchpoint: u32, day: i32, kind: Kind) -> u64 {
        let Ok(kind) = self.kinds.binary_search(&kind) else {
            return 0;
        };
        let places = self.during(touchpoint as usize, day, day);
        let found = self.entries.kinds[places.clone()].binary_search(&(kind as u32));
        found.map_or(0, |at| self.count(places.start + at))
    }

    /// Calls `met` with what each kind of one touchpoint comes to from one day to another, both included, in the
    /// order of the kinds. Where the days outside are fewer they are taken off what all days come to.
    pub(crate) fn sums(
        &self,
        touchpoint: usize,
        (first, last): (i32, i32),
        sums: &mut Sums,
        mut met: impl FnMut(Kind, u64),
    ) {
        let (whole, within) = (self.range(touchpoint), self.during(touchpoint, first, last));
        let met = &mut |kind: u32, count| met(self.kinds[kind as usize], count);
        if within == whole {
            let totals = self.totals_of(touchpoint).iter();
            totals.for_each(|&(kind, count)| met(kind, count));
        } else if within.len() * 2 < whole.len() {
            self.add_up(within, sums, met);
        } else {
            self.leave(
                [whole.start..within.start, within.end..whole.end],
                touchpoint,
                sums,
                met,
            );
        }
    }

    /// What is left of a touchpoint's totals without some of its entries.
    fn leave(
        &self,
        outside: [Range<usize>; 2],
        touchpoint: usize,
        sums: &mut Sums,
        met: &mut impl FnMut(u32, u64),
    ) {
        sums.by_kind.resize(self.kinds.len(), 0);
        let totals = self.totals_of(touchpoint);
        for &(kind, count) in totals {
            sums.by_kind[kind as usize] = count;
        }
        for place in outside.into_iter().flatten() {
            let kind = self.entries.kinds[place] as usize;
            sums.by_kind[kind] -= self.count(place);
        }
        for &(kind, _) in totals {
            sums.hand_over(kind, met);
        }
    }

    /// How much of one touchpoint has no date.
    pub(crate) fn undated(&self, touchpoint: usize) -> impl Iterator<Item = Entry> {
        let places = self.range(touchpoint).start..self.dated(touchpoint).begin;
        places.map(move |place| self.entry(touchpoint, place))
    }

    /// The first and the last day of one touchpoint's entries that have one.
    pub(crate) fn days(&self, touchpoint: usize) -> Option<(i32, i32)> {
        let Dated { first, last, .. } = self.dated(touchpoint);
        (first <= last).then_some((first, last))
    }

    /// How many touchpoints have a place in it.
    pub(crate) fn touchpoints(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Adds up the entries at some places.
    fn add_up(&self, places: Range<usize>, sums: &mut Sums, met: &mut impl FnMut(u32, u64)) {
        sums.by_kind.resize(self.kinds.len(), 0);
        // Where most kinds are met all are gone through, which no keeping of lists beats.
        if places.len() * 8 >= self.kinds.len() {
            for place in places {
                sums.by_kind[self.entries.kinds[place] as usize] += self.count(place);
            }
            (0..self.kinds.len() as u32).for_each(|kind| sums.hand_over(kind, met));
            return;
        }
        for place in places {
            let kind = self.entries.kinds[place];
            sums.by_kind[kind as usize] += self.count(place);
            sums.met.push(kind);
        }
        let mut kinds = std::mem::take(&mut sums.met);
        kinds.sort_unstable();
        for kind in kinds.drain(..) {
            // What is there twice is handed over the first time.
            sums.hand_over(kind, met);
        }
        sums.met = kinds;
    }

    /// What each kind of a touchpoint comes to.
    fn totals_of(&self, touchpoint: usize) -> &[(u32, u64)] {
        let from = self.total_starts.get(touchpoint).copied();
        let to = self.total_starts.get(touchpoint + 1).copied();
        let totals = from
            .zip(to)
            .and_then(|(from, to)| self.totals.get(from..to));
        totals.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
