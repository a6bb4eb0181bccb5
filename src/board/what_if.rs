//! What if one step were fixed: the same board with its complaints brought to the journey's median.

use super::sheet::{journey_sheet, parts, weighted};
use super::{Board, TouchpointSheet, pain};
use crate::journey::{Charter, Journeys, TouchpointIndex};
use crate::measures::{Severity, Unsaid, friction};
use std::ops::Range;

impl Board {
    /// The board as it would be if a touchpoint's share of complaints were the median of its journey:
    /// so many complaints are neutral instead. Friction, pain, heat and totals move, and what is made
    /// of them; scores stay as they were given, and so do series.
    ///
    /// Said only where the touchpoint is above the median and has enough rows.
    pub fn as_if_fixed(
        &self,
        journeys: &Journeys,
        charter: &Charter,
        index: TouchpointIndex,
    ) -> Result<Self, Unsaid> {
        let sheet = self.touchpoint(index);
        let of = sheet.counts.polar();
        if of == 0 || of < self.least_rows {
            return Err(Unsaid::TooFew {
                of,
                least: self.least_rows.max(1),
            });
        }
        let journey = journeys.touchpoint(index).journey;
        let median = self.median_share(journeys.all()[journey].touchpoints.clone())?;
        let left = (median * of as f64).round() as u64;
        if left >= sheet.counts.complaints {
            return Err(Unsaid::NotAboveMedian);
        }
        let typical = pain::typical(&self.touchpoints);
        let mut fixed = self.clone();
        let healed = sheet.counts.complaints - left;
        let one = &mut fixed.touchpoints[index.index()];
        let part = left as f64 / one.counts.complaints as f64;
        one.counts.complaints = left;
        one.counts.neutral += healed;
        one.severity = Severity {
            of: (one.severity.of as f64 * part).round() as u64,
            sum: one.severity.sum * part,
            squares: one.severity.squares * part,
        };
        one.complain = friction(&one.counts, self.least_rows);
        one.friction = weighted(&one.counts, &one.severity, typical, self.least_rows);
        one.hot = one
            .friction
            .is_some_and(|friction| friction.value >= charter.thresholds.high);
        let typical = pain::typical(&fixed.touchpoints);
        for (place, sheets) in parts(journeys, &mut fixed.touchpoints) {
            pain::settle(sheets, typical);
            if place == journey {
                fixed.journeys[journey] = journey_sheet(journey, journeys, charter, sheets);
            }
        }
        if self.lens.shows(journeys, journey) {
            fixed.totals.counts.complaints -= healed;
            fixed.totals.counts.neutral += healed;
        }
        Ok(fixed)
    }

    /// The median share of complaints over some touchpoints, small samples left out.
    fn median_share(&self, touchpoints: Range<usize>) -> Result<f64, Unsaid> {
        let firm = self.touchpoints[touchpoints].iter();
        let firm = firm.filter(|one| !one.is_thin());
        let share =
            |one: &TouchpointSheet| one.counts.complaints as f64 / one.counts.polar() as f64;
        let mut shares: Vec<f64> = firm.map(share).collect();
        shares.sort_by(f64::total_cmp);
        let half = shares.len() / 2;
        match shares.get(half) {
            None => Err(Unsaid::Nobody),
            Some(upper) if shares.len() % 2 == 1 => Ok(*upper),
            Some(upper) => Ok(f64::midpoint(*upper, shares[half - 1])),
        }
    }
}
