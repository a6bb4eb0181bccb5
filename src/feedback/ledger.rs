//! The entries of a tally, packed: a touchpoint's entries lie together by day, and what all days of it come
//! to is known beforehand.

use super::interpolation::begin_of;
use super::tally::{Entry, UNDATED};
use std::ops::Range;

/// What entries of one touchpoint and day are kept apart by: source, segment and reading.
pub(crate) type Kind = (u16, u16, u16);

/// One entry without its touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Packed {
    day: i32,
    /// A place in [`Ledger::kinds`].
    kind: u32,
    /// How often; [`FAR_MORE`] where that is in [`Ledger::far_more`].
    count: u32,
}

/// Stands for a count that takes more than 32 bits.
const FAR_MORE: u32 = u32::MAX;

/// The first day there can be.
const AGES_AGO: i32 = UNDATED + 1;

/// The key of an entry, its kind as a number, and its count.
type Line = (u32, i32, u32, u64);

/// Entries by touchpoint, day and kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Ledger {
    /// In order, so that their numbers are.
    kinds: Vec<Kind>,
    packed: Vec<Packed>,
    /// Counts of more than 32 bits, by their place.
    far_more: Vec<(usize, u64)>,
    /// Where each touchpoint's entries begin, and the last one's end.
    starts: Vec<usize>,
    /// Where those of each touchpoint begin that have a date: to look for it would touch the entries.
    dated: Vec<usize>,
    /// What each kind comes to over all days: touchpoint after touchpoint.
    totals: Vec<(u32, u64)>,
    total_starts: Vec<usize>,
}

/// Room to add up the entries of one touchpoint by kind, used again for the next one.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    by_kind: Vec<u64>,
    met: Vec<u32>,
}

impl Ledger {
    /// Packs lines whose kinds are places in `kinds`, which is in order; lines of one key add up. Lines in
    /// order are packed as they come.
    pub(crate) fn of(
        touchpoints: usize,
        kinds: Vec<Kind>,
        lines: impl FnOnce(&mut dyn FnMut(Line)),
        expected: usize,
    ) -> Self {
        let mut ledger = Self {
            kinds,
            packed: Vec::with_capacity(expected),
            ..Self::default()
        };
        let mut late: Vec<Line> = Vec::new();
        let mut last = None;
        lines(&mut |line| {
            let key = (line.0, line.1, line.2);
            if last.is_some_and(|last| key <= last) {
                late.push(line);
            } else {
                last = Some(key);
                ledger.put(line);
            }
        });
        if !late.is_empty() {
            ledger = ledger.sorted_with(late);
        }
        ledger.close(touchpoints);
        ledger
    }

    /// Ledgers of the same kinds, each of the touchpoints behind those of the one before, as one.
    pub(crate) fn joined(kinds: Vec<Kind>, parts: Vec<Self>) -> Self {
        let entries = parts.iter().map(|part| part.packed.len()).sum();
        let mut whole = Self {
            kinds,
            packed: Vec::with_capacity(entries),
            ..Self::default()
        };
        for part in parts {
            let (place, total) = (whole.packed.len(), whole.totals.len());
            // Where the last touchpoint ends is where the first of the next part begins.
            whole.starts.pop();
            whole.total_starts.pop();
            (whole.starts).extend(part.starts.iter().map(|start| start + place));
            (whole.dated).extend(part.dated.iter().map(|start| start + place));
            (whole.total_starts).extend(part.total_starts.iter().map(|start| start + total));
            let far_more = part.far_more.iter();
            (whole.far_more).extend(far_more.map(|(at, count)| (at + place, *count)));
            whole.packed.extend_from_slice(&part.packed);
            whole.totals.extend_from_slice(&part.totals);
        }
        whole
    }

    /// Packs everything once more, in order.
    fn sorted_with(self, mut lines: Vec<Line>) -> Self {
        for touchpoint in 0..self.starts.len() {
            for place in self.range(touchpoint) {
                let packed = self.packed[place];
                let count = self.count(place);
                lines.push((touchpoint as u32, packed.day, packed.kind, count));
            }
        }
        lines.sort_unstable();
        lines.dedup_by(|later, kept| {
            let same = (later.0, later.1, later.2) == (kept.0, kept.1, kept.2);
            if same {
                kept.3 += later.3;
            }
            same
        });
        let mut ledger = Self {
            kinds: self.kinds,
            ..Self::default()
        };
        for line in lines {
            ledger.put(line);
        }
        ledger
    }

    #[inline]
    fn put(&mut self, (touchpoint, day, kind, count): Line) {
        let place = self.packed.len();
        while self.starts.len() <= touchpoint as usize {
            self.starts.push(place);
        }
        let few = u32::try_from(count).ok().filter(|few| *few != FAR_MORE);
        if few.is_none() {
            self.far_more.push((place, count));
        }
        let count = few.unwrap_or(FAR_MORE);
        self.packed.push(Packed { day, kind, count });
    }

    /// Adds up each touchpoint.
    fn close(&mut self, touchpoints: usize) {
        let mut sums = Sums::default();
        let length = self.starts.len().max(touchpoints);
        self.starts.resize(length + 1, self.packed.len());
        self.total_starts.push(0);
        for touchpoint in 0..length {
            let range = self.range(touchpoint);
            let undated = self.packed[range.clone()].iter();
            let undated = undated.take_while(|entry| entry.day == UNDATED).count();
            self.dated.push(range.start + undated);
            self.add_up(range, &mut sums);
            let totals = sums.drain();
            self.totals.extend(totals);
            self.total_starts.push(self.totals.len());
        }
    }

    /// The places of a touchpoint's entries.
    fn range(&self, touchpoint: usize) -> Range<usize> {
        let from = self.starts.get(touchpoint).copied();
        let from = from.unwrap_or(self.packed.len());
        let to = self.starts.get(touchpoint + 1).copied();
        from..to.unwrap_or(self.packed.len())
    }

    /// The places of its entries from one day to another, both included.
    fn during(&self, touchpoint: usize, first: i32, last: i32) -> Range<usize> {
        let whole = self.range(touchpoint);
        let dated = self.dated(touchpoint);
        let entries = &self.packed[dated..whole.end];
        let begin = |day| dated + begin_of(day, entries.len(), |place| entries[place].day);
        let from = match first {
            i32::MIN => whole.start,
            AGES_AGO => dated,
            _ => begin(first),
        };
        let to = last.checked_add(1).map_or(whole.end, begin);
        from..to.max(from)
    }

    /// Where its entries begin that have a date.
    fn dated(&self, touchpoint: usize) -> usize {
        let dated = self.dated.get(touchpoint).copied();
        dated.unwrap_or(self.range(touchpoint).end)
    }

    #[inline]
    fn count(&self, place: usize) -> u64 {
        match self.packed[place].count {
            FAR_MORE => {
                let known = self.far_more.binary_search_by_key(&place, |more| more.0);
                known.map_or(u64::from(FAR_MORE), |at| self.far_more[at].1)
            }
            count => u64::from(count),
        }
    }

    #[inline]
    fn entry(&self, touchpoint: usize, place: usize) -> Entry {
        let packed = self.packed[place];
        let (source, segment, reading) = self.kinds[packed.kind as usize];
        Entry {
            touchpoint: touchpoint as u32,
            day: packed.day,
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
        self.packed.len()
    }

    /// Every entry, in order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Entry> {
        let touchpoints = 0..self.starts.len();
        touchpoints.flat_map(|touchpoint| self.of_touchpoint(touchpoint, i32::MIN, i32::MAX))
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
        let found = self.packed[places.clone()].binary_search_by_key(&(kind as u32), |e| e.kind);
        found.map_or(0, |at| self.count(places.start + at))
    }

    /// What each kind of one touchpoint comes to from one day to another, both included, in the order of
    /// the kinds. Where the days outside are fewer they are taken off what all days come to.
    pub(crate) fn sums<'s>(
        &'s self,
        touchpoint: usize,
        (first, last): (i32, i32),
        sums: &'s mut Sums,
    ) -> impl Iterator<Item = (Kind, u64)> {
        let (whole, within) = (self.range(touchpoint), self.during(touchpoint, first, last));
        if within.len() * 2 < whole.len() {
            self.add_up(within, sums);
        } else {
            self.total(touchpoint, sums);
            for outside in [whole.start..within.start, within.end..whole.end] {
                for place in outside {
                    let kind = self.packed[place].kind as usize;
                    sums.by_kind[kind] -= self.count(place);
                }
            }
        }
        sums.drain()
            .map(|(kind, count)| (self.kinds[kind as usize], count))
    }

    /// How much of one touchpoint has no date.
    pub(crate) fn undated(&self, touchpoint: usize) -> impl Iterator<Item = Entry> {
        let places = self.range(touchpoint).start..self.dated(touchpoint);
        places.map(move |place| self.entry(touchpoint, place))
    }

    /// The first and the last day of one touchpoint's entries that have one.
    pub(crate) fn days(&self, touchpoint: usize) -> Option<(i32, i32)> {
        let dated = self.during(touchpoint, AGES_AGO, i32::MAX);
        let entries = self.packed.get(dated)?;
        Some((entries.first()?.day, entries.last()?.day))
    }

    /// How many touchpoints have a place in it.
    pub(crate) fn touchpoints(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    fn add_up(&self, places: Range<usize>, sums: &mut Sums) {
        sums.by_kind.resize(self.kinds.len(), 0);
        for place in places {
            let kind = self.packed[place].kind;
            let sum = &mut sums.by_kind[kind as usize];
            if *sum == 0 {
                sums.met.push(kind);
            }
            *sum += self.count(place);
        }
        sums.put_in_order();
    }

    fn total(&self, touchpoint: usize, sums: &mut Sums) {
        sums.by_kind.resize(self.kinds.len(), 0);
        let from = self.total_starts.get(touchpoint).copied();
        let to = self.total_starts.get(touchpoint + 1).copied();
        let totals = from
            .zip(to)
            .and_then(|(from, to)| self.totals.get(from..to));
        for &(kind, count) in totals.unwrap_or_default() {
            sums.by_kind[kind as usize] = count;
            sums.met.push(kind);
        }
    }
}

impl Sums {
    /// Puts the kinds met in order, each once: where most were met all are gone through, which no sorting beats.
    fn put_in_order(&mut self) {
        if self.met.len() * 8 < self.by_kind.len() {
            self.met.sort_unstable();
            self.met.dedup();
            return;
        }
        self.met.clear();
        let kinds = (0..).zip(&self.by_kind).filter(|(_, sum)| **sum > 0);
        self.met.extend(kinds.map(|(kind, _)| kind));
    }

    /// What there is of each kind, which is forgotten here.
    fn drain(&mut self) -> impl Iterator<Item = (u32, u64)> {
        let by_kind = &mut self.by_kind;
        let sums = self.met.drain(..);
        let sums = sums.map(|kind| (kind, std::mem::take(&mut by_kind[kind as usize])));
        sums.filter(|(_, count)| *count > 0)
    }
}

#[cfg(test)]
mod tests;
