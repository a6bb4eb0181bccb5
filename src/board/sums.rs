//! The sheets of all touchpoints under a lens, from what the entries of each come to.

use super::TouchpointSheet;
use super::lens::Ground;
use crate::feedback::{Sums, Tally, spread};
use crate::journey::{Charter, Journeys, TouchpointIndex};
use crate::measures::{Counts, Histogram, ces, csat, friction, mood, nps};
use std::sync::Arc;

/// One sheet for each touchpoint, in the workspace's order.
pub(super) fn touchpoint_sheets(
    journeys: &Journeys,
    charter: &Charter,
    tally: &Tally,
    ground: &Ground,
) -> Vec<TouchpointSheet> {
    let all: Vec<TouchpointIndex> = journeys.touchpoints().map(|(index, _)| index).collect();
    let sheets = |share: &&[TouchpointIndex]| -> Vec<TouchpointSheet> {
        let mut sums = Readings::new(tally);
        let sheet = |index: &TouchpointIndex| {
            sums.take(ground, *index);
            sums.sheet(*index, charter)
        };
        share.iter().map(sheet).collect()
    };
    let made = spread(&shares(tally, &all), sheets);
    let mut all = Vec::with_capacity(all.len());
    for mut share in made {
        all.append(&mut share);
    }
    all
}

/// Touchpoints in shares for all cores, in order; one share where their entries are few.
pub(super) fn shares<'t>(tally: &Tally, all: &'t [TouchpointIndex]) -> Vec<&'t [TouchpointIndex]> {
    let entries: usize = all.iter().map(|index| tally.len_of(*index)).sum();
    let parts = if entries < MANY { 1 } else { PARTS };
    all.chunks(all.len().div_ceil(parts).max(1)).collect()
}

/// From so many entries on they are added up on all cores.
const MANY: usize = 100_000;

/// Into so many parts: more than there are cores, for one touchpoint may have most of the entries.
const PARTS: usize = 32;

/// One touchpoint's counts by reading; the room for them is used again for the next.
struct Readings<'t> {
    tally: &'t Tally,
    room: Sums,
    by_reading: Vec<u64>,
    met: Vec<u16>,
    undated: u64,
}

impl<'t> Readings<'t> {
    fn new(tally: &'t Tally) -> Self {
        Self {
            tally,
            room: Sums::default(),
            by_reading: vec![0; tally.readings.len()],
            met: Vec::new(),
            undated: 0,
        }
    }

    /// Adds up a touchpoint's entries under the lens.
    fn take(&mut self, ground: &Ground, index: TouchpointIndex) {
        for reading in self.met.drain(..) {
            self.by_reading[usize::from(reading)] = 0;
        }
        self.undated = 0;
        let (by_reading, met) = (&mut self.by_reading, &mut self.met);
        ground.sums(
            self.tally,
            index,
            &mut self.room,
            |(_, _, reading), count| {
                let sum = &mut by_reading[usize::from(reading)];
                if *sum == 0 {
                    met.push(reading);
                }
                *sum += count;
            },
        );
        if ground.holds_undated() {
            let undated = self.tally.undated(index);
            let undated = undated.filter(|entry| ground.lets_through(entry));
            self.undated = undated.map(|entry| entry.count).sum();
        }
        self.met.sort_unstable();
    }

    /// The sheet of the touchpoint whose entries were taken last.
    fn sheet(&self, index: TouchpointIndex, charter: &Charter) -> TouchpointSheet {
        let mut counts = Counts::default();
        let mut histograms: Vec<(u16, Histogram)> = Vec::new();
        for &place in &self.met {
            let (reading, count) = (
                &self.tally.readings[usize::from(place)],
                self.by_reading[usize::from(place)],
            );
            counts.add(reading.polarity, count);
            let Some((scale, score)) = reading.score else {
                continue;
            };
            let place = histograms.partition_point(|(other, _)| *other < scale);
            if histograms
                .get(place)
                .is_none_or(|(other, _)| *other != scale)
            {
                let histogram = Histogram::new(Arc::clone(&self.tally.scales[usize::from(scale)]));
                // Two cores that let lists grow would wait for each other.
                let histogram = histogram.with_room(self.met.len());
                histograms.insert(place, (scale, histogram));
            }
            histograms[place].1.add(score, count);
        }
        let histograms: Vec<_> = histograms.into_iter().map(|(_, all)| all).collect();
        let friction = friction(&counts, charter.thresholds.least_rows);
        TouchpointSheet {
            hot: friction.is_some_and(|friction| friction.value >= charter.thresholds.high),
            nps: nps(&histograms),
            ces: ces(&histograms),
            csat: csat(&histograms),
            mood: mood(&histograms),
            counts,
            histograms,
            friction,
            complain: friction,
            undated: self.undated,
            ..TouchpointSheet::silent(index)
        }
    }
}
