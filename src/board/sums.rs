//! The sheets of all touchpoints under a lens: every entry of the tally is looked at once.

use super::TouchpointSheet;
use super::lens::Ground;
use crate::feedback::Tally;
use crate::journey::{Charter, Journeys, TouchpointIndex};
use crate::measures::{Counts, Histogram, ces, csat, friction, mood, nps};

/// One sheet for each touchpoint, in the workspace's order.
pub(super) fn touchpoint_sheets(
    journeys: &Journeys,
    charter: &Charter,
    tally: &Tally,
    ground: &Ground,
) -> Vec<TouchpointSheet> {
    let mut sums = Sums::new(tally);
    let sheet = |(index, _)| {
        sums.take(ground, index);
        sums.sheet(index, charter)
    };
    journeys.touchpoints().map(sheet).collect()
}

/// One touchpoint's counts by reading; the room for them is used again for the next.
struct Sums<'t> {
    tally: &'t Tally,
    by_reading: Vec<u64>,
    met: Vec<u16>,
    undated: u64,
}

impl<'t> Sums<'t> {
    fn new(tally: &'t Tally) -> Self {
        Self {
            tally,
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
        for entry in ground.of(self.tally.of(index)) {
            let sum = &mut self.by_reading[usize::from(entry.reading)];
            if *sum == 0 {
                self.met.push(entry.reading);
            }
            *sum += entry.count;
            if entry.day().is_none() {
                self.undated += entry.count;
            }
        }
        self.met.sort_unstable();
        self.met.dedup();
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
                let histogram = Histogram::new(self.tally.scales[usize::from(scale)].clone());
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
