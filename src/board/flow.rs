//! A journey's own numbers: who arrives, where they go round, what a thousand journeys cost in
//! complaints, and what fixing one step would save.

use super::{Against, Board, PassingRate};
use crate::feedback::Overlay;
use crate::journey::{JourneyIndex, Journeys, TouchpointIndex};
use crate::measures::flow::{
    ComplaintRate, ExpectedComplaints, Flow, Loop, Passage, Path, Saving, Ways,
    expected_complaints, likely_paths, most_painful, savings,
};
use crate::measures::{ContactRate, Unsaid, wilson};
use std::ops::Range;

/// How many likely paths are looked at for the most painful one.
const PATHS: usize = 20;
/// A path is likely when it has at least this part of the likeliest one's probability.
const LIKELY: f64 = 0.1;

/// The numbers of one journey's graph. Places count from the journey's first touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct JourneyFlow {
    /// The journey.
    pub journey: JourneyIndex,
    /// Its first touchpoint, as a place in the workspace's order.
    pub first: usize,
    /// What the complaint rates are counted against.
    pub against: Against,
    /// How likely a visit to each touchpoint is to end in a complaint; `None` where it is not known.
    pub rates: Vec<Option<ComplaintRate>>,
    /// What becomes of those who start.
    pub passage: Result<Passage, Unsaid>,
    /// Touchpoints that every way to a goal leads through.
    pub choke_points: Result<Vec<usize>, Unsaid>,
    /// Touchpoints that no way from the start leads to.
    pub unreachable: Result<Vec<usize>, Unsaid>,
    /// Loops, and how often customers go round.
    pub loops: Result<Vec<Loop>, Unsaid>,
    /// Complaints to expect of a thousand journeys started.
    pub expected: Result<ExpectedComplaints, Unsaid>,
    /// What fixing each touchpoint would save, the most first.
    pub savings: Result<Vec<Saving>, Unsaid>,
    /// The likeliest paths, the first first.
    pub paths: Result<Vec<Path>, Unsaid>,
}

impl JourneyFlow {
    /// The touchpoint at a place.
    pub fn touchpoint(&self, place: usize) -> TouchpointIndex {
        TouchpointIndex::new(self.first + place)
    }

    /// The place of a touchpoint; `None` for one of another journey.
    pub fn place(&self, touchpoint: TouchpointIndex) -> Option<usize> {
        let place = touchpoint.index().checked_sub(self.first)?;
        (place < self.rates.len()).then_some(place)
    }

    /// What fixing a touchpoint would save.
    pub fn saving(&self, touchpoint: TouchpointIndex) -> Result<Saving, Unsaid> {
        let place = self.place(touchpoint);
        let all = self.savings.as_ref().map_err(Unsaid::clone)?;
        let found = all.iter().find(|saving| Some(saving.place) == place);
        found.copied().ok_or(Unsaid::Nobody)
    }

    /// The complaints to expect of a thousand who take a path; `None` where no rate on it is known.
    pub fn complaints(&self, path: &Path) -> Option<f64> {
        let known = path
            .places
            .iter()
            .filter_map(|place| self.rates.get(*place)?.as_ref());
        let mut known = known.peekable();
        known.peek()?;
        Some(1_000.0 * known.map(|rate| rate.value).sum::<f64>())
    }

    /// The most painful of the likely paths, with the complaints to expect of a thousand who take it.
    pub fn painful_path(&self) -> Result<(&Path, f64), Unsaid> {
        let paths = self.paths.as_ref().map_err(Unsaid::clone)?;
        if self.rates.iter().all(Option::is_none) {
            return Err(Unsaid::Nobody);
        }
        let worst = most_painful(paths, &self.rates).ok_or(Unsaid::GoalOutOfReach)?;
        Ok((worst.0, 1_000.0 * worst.1))
    }
}

impl Board {
    /// The numbers of one journey's graph under the lens. It solves the chain: once when somebody
    /// looks, not for every lens.
    pub fn flow(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        journey: JourneyIndex,
    ) -> JourneyFlow {
        let passing = self.contact_rates(journeys, overlay, journey);
        self.flow_against(journeys, overlay, journey, &passing)
    }

    /// The same where the contact rates of its touchpoints are known already.
    pub fn flow_against(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        journey: JourneyIndex,
        passing: &[Result<PassingRate, Unsaid>],
    ) -> JourneyFlow {
        let of = journeys.all().get(journey);
        let range = of.map_or(0..0, |one| one.touchpoints.clone());
        let (against, rates) = self.complaint_rates(overlay, range.clone(), passing);
        let ways = Ways::of_journey(journeys, journey);
        let flow = Flow::of(&ways);
        let passage = flow.as_ref().map_err(Unsaid::clone).and_then(Flow::passage);
        let of_flow = |solved: &Flow| savings(solved, &rates);
        JourneyFlow {
            journey,
            first: range.start,
            against,
            choke_points: ways.choke_points(),
            unreachable: ways.unreachable(),
            loops: both(&flow, &passage).map(|(flow, passage)| flow.loops(&ways, passage)),
            expected: passage.as_ref().map_err(Unsaid::clone).and_then(|passage| {
                let expected = expected_complaints(passage, &rates)?;
                let visited = passage.visits.iter().filter(|visits| **visits > 0.0);
                // "At least 0" says nothing and reads as if nobody complained.
                let nothing = !expected.unknown.is_empty() && expected.per_thousand <= 0.0;
                if nothing || expected.unknown.len() >= visited.count() {
                    return Err(Unsaid::Nobody);
                }
                Ok(expected)
            }),
            savings: flow.as_ref().map_err(Unsaid::clone).and_then(of_flow),
            paths: flow
                .as_ref()
                .map_err(Unsaid::clone)
                .and_then(|flow| likely_paths(flow, PATHS, LIKELY)),
            passage,
            rates,
        }
    }

    /// What fixing a touchpoint would save; where its rate is not known, why it is not. `passing` is its
    /// contact rate.
    pub fn saving(
        &self,
        flow: &JourneyFlow,
        (overlay, index): (&Overlay, TouchpointIndex),
        passing: &Result<PassingRate, Unsaid>,
    ) -> Result<Saving, Unsaid> {
        let said = flow.saving(index);
        if said != Err(Unsaid::Nobody) {
            return said;
        }
        match (flow.against, passing) {
            (Against::Answers, _) => {
                let (of, least) = (self.answers(overlay, index).polar(), self.least_rows);
                if of == 0 || of >= least {
                    return said;
                }
                Err(Unsaid::TooFew { of, least })
            }
            (_, Err(reason)) => Err(reason.clone()),
            (_, Ok(passing)) => Err(passing.said().err().unwrap_or(Unsaid::Nobody)),
        }
    }

    /// How likely a visit to each touchpoint of a journey is to end in a complaint. All are counted
    /// against the same thing, so that they can be compared: against visits where those are known, else
    /// against answers; a ticket queue alone gives no rate.
    fn complaint_rates(
        &self,
        overlay: &Overlay,
        touchpoints: Range<usize>,
        passing: &[Result<PassingRate, Unsaid>],
    ) -> (Against, Vec<Option<ComplaintRate>>) {
        if passing.iter().any(Result::is_ok) {
            let counted = |rate: &ContactRate| ComplaintRate {
                value: (rate.per_thousand / 1_000.0).min(1.0),
                interval: crate::measures::Interval {
                    low: (rate.interval.low / 1_000.0).min(1.0),
                    high: (rate.interval.high / 1_000.0).min(1.0),
                },
            };
            let said = |passing: &Result<PassingRate, Unsaid>| {
                Some(counted(passing.as_ref().ok()?.said().ok()?))
            };
            let rates = passing.iter().map(said);
            return (Against::Visits, rates.collect());
        }
        let asked = |index: TouchpointIndex| {
            let answers = self.answers(overlay, index);
            let of = answers.polar();
            if of < self.least_rows {
                return None;
            }
            Some(ComplaintRate {
                value: answers.complaints as f64 / of as f64,
                interval: wilson(answers.complaints, of)?,
            })
        };
        let rates = touchpoints.map(TouchpointIndex::new).map(asked);
        (Against::Answers, rates.collect())
    }
}

fn both<'a>(
    flow: &'a Result<Flow, Unsaid>,
    passage: &'a Result<Passage, Unsaid>,
) -> Result<(&'a Flow, &'a Passage), Unsaid> {
    match (flow, passage) {
        (Ok(flow), Ok(passage)) => Ok((flow, passage)),
        (Err(reason), _) | (_, Err(reason)) => Err(reason.clone()),
    }
}
