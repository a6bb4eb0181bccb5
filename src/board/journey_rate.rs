//! The contact rate of a whole journey: complaints anywhere in it among those who came to its start.

use super::{Board, Passed, PassingRate};
use crate::feedback::{Overlay, Polarity};
use crate::journey::{JourneyIndex, Journeys, TouchpointIndex};
use crate::measures::{Incidence, Unsaid, contact_rate};

impl Board {
    /// Complaints at all touchpoints of a journey per 1,000 customers who passed its start. As at one
    /// touchpoint, complaints of weeks in which nobody is known to have started are left out.
    pub fn journey_contact_rate(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        journey: JourneyIndex,
    ) -> Result<PassingRate, Unsaid> {
        let passed = self.passed(journeys, overlay, journey);
        self.journey_rate_against(journeys, overlay, journey, &passed)
    }

    /// The same where it has been looked up already who passed.
    pub fn journey_rate_against(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        journey: JourneyIndex,
        passed: &[Result<Passed, Unsaid>],
    ) -> Result<PassingRate, Unsaid> {
        let of = journeys.all().get(journey).ok_or(Unsaid::NoStart)?;
        let start = of.start.ok_or(Unsaid::NoStart)?;
        let place = start.index().wrapping_sub(of.touchpoints.start);
        let started = passed.get(place).cloned().ok_or(Unsaid::NoStart)??;
        let (complaints, exposure) = if started.days.is_empty() {
            let sheets = self.touchpoints.get(of.touchpoints.clone());
            let sheets = sheets.into_iter().flatten();
            let complaints = sheets.map(|sheet| sheet.counts.complaints).sum();
            (complaints, started.undated)
        } else {
            let all = of.touchpoints.clone().map(TouchpointIndex::new);
            let weeks = started.mondays();
            let complaints = all.map(|index| self.complaints_while(overlay, index, &weeks));
            (complaints.sum(), started.days.values().sum())
        };
        let sheet = self.journeys.get(journey);
        let spoken = sheet.is_some_and(|sheet| sheet.counts.feedback() > 0);
        Ok(PassingRate {
            rate: Some(contact_rate(&Incidence::new(complaints, exposure))?).filter(|_| spoken),
            passed: exposure,
            against: started.against,
        })
    }

    /// Complaints at a touchpoint in weeks that begin on some Mondays, which come in order.
    pub(super) fn complaints_while(
        &self,
        overlay: &Overlay,
        index: TouchpointIndex,
        mondays: &[i32],
    ) -> u64 {
        let tally = &overlay.tally;
        let ground = self.lens.ground(tally);
        // Entries come by day: a week is looked up where it begins, not for each of them.
        let (mut week, mut counts) = (0..0, false);
        let mut complaints = 0;
        for entry in ground.of(tally, index) {
            let Some(day) = entry.day() else { continue };
            if !week.contains(&day.0) {
                let monday = day.monday().0;
                week = monday..monday + 7;
                counts = mondays.binary_search(&monday).is_ok();
            }
            let reading = &tally.readings[usize::from(entry.reading)];
            if counts && reading.polarity == Polarity::Complaint {
                complaints += entry.count;
            }
        }
        complaints
    }
}
