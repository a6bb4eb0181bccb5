//! How a ledger comes about: from lines in any order, or touchpoint by touchpoint on all cores.

use super::entries::{Entries, Page, Share, few};
use super::{Dated, FAR_MORE, Kind, Ledger, Sums};
use crate::feedback::spread;
use crate::feedback::tally::UNDATED;
use std::ops::Range;

/// The key of an entry, its kind as a number, and its count.
pub(super) type Line = (u32, i32, u32, u64);

/// Into so many shares touchpoints are divided where they are worth several cores: more than there are cores, for
/// one touchpoint may have most of the entries.
const SHARES: usize = 16;

/// From so many entries on they are added up on all cores.
const MANY: usize = 100_000;

/// What the entries of some touchpoints come to.
#[derive(Default)]
struct Closed {
    dated: Vec<Dated>,
    totals: Vec<(u32, u64)>,
    /// Where those of each touchpoint end.
    ends: Vec<usize>,
}

impl Ledger {
    /// Packs lines whose kinds are places in `kinds`, which is in order; lines of one key add up. Lines in
    /// order are packed as they come, about as many as `expected`.
    pub(crate) fn of(
        touchpoints: usize,
        kinds: Vec<Kind>,
        expected: usize,
        lines: impl FnOnce(&mut dyn FnMut(Line)),
    ) -> Self {
        let mut ledger = Self {
            kinds,
            entries: Entries::with_room(expected),
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

    /// Packs the entries of each touchpoint on all cores. `lengths` says how many each has; `fill` writes
    /// them, in order and none twice.
    pub(crate) fn filled(
        kinds: Vec<Kind>,
        lengths: &[usize],
        fill: impl Fn(usize, &mut Page<'_>) + Sync,
    ) -> Self {
        let mut entries = Entries::blank(lengths.iter().sum());
        let shares = entries.shares(lengths, lengths.len().div_ceil(SHARES));
        let far_more = spread(shares, |share| share.filled(&fill));
        let starts = lengths.iter().scan(0, |place, length| {
            let start = *place;
            *place += length;
            Some(start)
        });
        let mut ledger = Self {
            kinds,
            entries,
            far_more: far_more.concat(),
            starts: starts.collect(),
            ..Self::default()
        };
        ledger.close(lengths.len());
        ledger
    }

    /// Packs everything once more, in order.
    fn sorted_with(self, mut lines: Vec<Line>) -> Self {
        for touchpoint in 0..self.starts.len() {
            for place in self.range(touchpoint) {
                let (day, kind) = (self.entries.days[place], self.entries.kinds[place]);
                lines.push((touchpoint as u32, day, kind, self.count(place)));
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
        let place = self.entries.len();
        while self.starts.len() <= touchpoint as usize {
            self.starts.push(place);
        }
        let few = few(count);
        if few == FAR_MORE {
            self.far_more.push((place, count));
        }
        self.entries.push(day, kind, few);
    }

    /// Adds up each touchpoint.
    fn close(&mut self, touchpoints: usize) {
        let length = self.starts.len().max(touchpoints);
        self.starts.resize(length + 1, self.entries.len());
        let shares = if self.entries.len() < MANY { 1 } else { SHARES };
        let each = length.div_ceil(shares).max(1);
        let shares = (0..length).step_by(each);
        let shares: Vec<_> = shares
            .map(|first| first..length.min(first + each))
            .collect();
        let closed = spread(shares, |share| self.closed(share));
        self.total_starts.push(0);
        for Closed {
            dated,
            totals,
            ends,
        } in closed
        {
            let place = self.totals.len();
            self.dated.extend(dated);
            self.totals.extend(totals);
            self.total_starts.extend(ends.iter().map(|end| place + end));
        }
    }

    /// What the entries of some touchpoints come to.
    fn closed(&self, touchpoints: Range<usize>) -> Closed {
        let (mut sums, mut closed) = (Sums::default(), Closed::default());
        for touchpoint in touchpoints {
            let range = self.range(touchpoint);
            let days = &self.entries.days[range.clone()];
            let undated = days.iter().take_while(|day| **day == UNDATED).count();
            let ends = days.get(undated).zip(days.last());
            closed.dated.push(Dated {
                begin: range.start + undated,
                first: ends.map_or(0, |(first, _)| *first),
                last: ends.map_or(-1, |(_, last)| *last),
            });
            let totals = &mut closed.totals;
            self.add_up(range, &mut sums, &mut |kind, sum| totals.push((kind, sum)));
            closed.ends.push(closed.totals.len());
        }
        closed
    }
}

impl Share<'_> {
    /// Writes the entries of its touchpoints; the counts, by their places, that take more than 32 bits.
    fn filled(mut self, fill: &impl Fn(usize, &mut Page<'_>)) -> Vec<(usize, u64)> {
        for touchpoint in (self.first..).take(self.lengths.len()) {
            fill(touchpoint, &mut self.page);
        }
        self.page.far_more
    }
}
