//! How many customers passed each touchpoint of a journey, counted there or reckoned from its shares.

use super::{Against, Board};
use crate::feedback::{Day, Overlay, UNDATED};
use crate::journey::{Journey, JourneyIndex, Journeys, TouchpointIndex};
use crate::measures::flow::{Flow, Ways};
use crate::measures::{ContactRate, Incidence, Unsaid, contact_rate};
use std::collections::BTreeMap;

/// The customers who passed one touchpoint under the lens.
#[derive(Clone, Debug, PartialEq)]
pub struct Passed {
    /// How it is known: [`Against::Visits`] or [`Against::VisitsByShares`].
    pub against: Against,
    /// By day, days on which something was counted.
    pub days: BTreeMap<i32, f64>,
    /// Without a date; they count only where nothing is dated.
    pub undated: f64,
}

/// Complaints per 1,000 customers who passed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PassingRate {
    /// The rate with its interval; `None` where nobody has spoken, for silence is no rate of none: it may
    /// be that all is well, or that nobody listens.
    pub rate: Option<ContactRate>,
    /// Those who passed.
    pub passed: f64,
    /// How those who passed are known.
    pub against: Against,
}

impl PassingRate {
    /// The rate, or why there is none.
    pub fn said(&self) -> Result<&ContactRate, Unsaid> {
        self.rate.as_ref().ok_or(Unsaid::Silent)
    }
}

impl Board {
    /// The customers who passed each touchpoint of a journey, in its order. Counted where something
    /// counts them; elsewhere, in proportion to the visits that the shares make one expect, from the
    /// touchpoints that are counted or, where none is, from the declared starts a week.
    ///
    /// Only the weeks in which there is feedback count, and no lens on segments is borne: visits are
    /// not told apart by segment.
    pub fn passed(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        journey: JourneyIndex,
    ) -> Vec<Result<Passed, Unsaid>> {
        let Some(journey_of) = journeys.all().get(journey) else {
            return Vec::new();
        };
        let range = journey_of.touchpoints.clone();
        if !self.lens.segments.is_empty() {
            return range.map(|_| Err(Unsaid::NotBySegment)).collect();
        }
        let counted: Vec<Option<Passed>> = range
            .map(|place| self.counted(overlay, TouchpointIndex::new(place)))
            .collect();
        let open = counted.iter().any(Option::is_none);
        let known = counted.iter().any(Option::is_some) || journey_of.starts.is_some();
        let by_shares = (open && known).then(|| {
            let visits = Flow::of(&Ways::of_journey(journeys, journey))?
                .passage()?
                .visits;
            let started = self.started(journey_of, &counted, &visits)?;
            Ok((visits, started))
        });
        let reckoned = |place: usize| match &by_shares {
            Some(Err(reason)) => Err(Unsaid::clone(reason)),
            Some(Ok((visits, started))) if visits[place] > 0.0 => Ok(started.times(visits[place])),
            Some(Ok(_)) | None => Err(Unsaid::NoExposure),
        };
        let all = counted.into_iter().enumerate();
        all.map(|(place, counted)| counted.map_or_else(|| reckoned(place), Ok))
            .collect()
    }

    /// Complaints per 1,000 customers who passed, for each touchpoint of a journey in its order. Where
    /// visits are dated, complaints of weeks without visits, and undated ones, are left out.
    pub fn contact_rates(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        journey: JourneyIndex,
    ) -> Vec<Result<PassingRate, Unsaid>> {
        let passed = self.passed(journeys, overlay, journey);
        self.rates_against(journeys, overlay, journey, &passed)
    }

    /// The same where it has been looked up already who passed.
    pub fn rates_against(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        journey: JourneyIndex,
        passed: &[Result<Passed, Unsaid>],
    ) -> Vec<Result<PassingRate, Unsaid>> {
        let of = journeys.all().get(journey);
        let range = of.map_or(0..0, |one| one.touchpoints.clone());
        let all = range.map(TouchpointIndex::new).zip(passed);
        let rates = all.map(|(index, passed)| match passed {
            Ok(passed) => self.rate(overlay, index, passed),
            Err(reason) => Err(reason.clone()),
        });
        rates.collect()
    }

    /// The contact rate of a touchpoint among those who passed it.
    fn rate(
        &self,
        overlay: &Overlay,
        index: TouchpointIndex,
        passed: &Passed,
    ) -> Result<PassingRate, Unsaid> {
        let incidence = if passed.days.is_empty() {
            Incidence::new(self.touchpoint(index).counts.complaints, passed.undated)
        } else {
            let complaints = self.complaints_while(overlay, index, &passed.mondays());
            Incidence::new(complaints, passed.days.values().sum())
        };
        let spoken = self.touchpoint(index).counts.feedback() > 0;
        Ok(PassingRate {
            rate: Some(contact_rate(&incidence)?).filter(|_| spoken),
            passed: incidence.exposure,
            against: passed.against,
        })
    }

    /// The contact rate of one touchpoint.
    pub fn contact_rate(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        index: TouchpointIndex,
    ) -> Result<PassingRate, Unsaid> {
        self.rate(overlay, index, &self.passed_at(journeys, overlay, index)?)
    }

    /// The customers who passed one touchpoint.
    pub fn passed_at(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        index: TouchpointIndex,
    ) -> Result<Passed, Unsaid> {
        let journey = journeys.touchpoint(index).journey;
        let first = journeys
            .all()
            .get(journey)
            .map_or(0, |one| one.touchpoints.start);
        let mut all = self.passed(journeys, overlay, journey);
        match index.index().checked_sub(first) {
            Some(place) if place < all.len() => all.swap_remove(place),
            _ => Err(Unsaid::NoExposure),
        }
    }

    /// The visits counted at one touchpoint; `None` where nothing counts them.
    fn counted(&self, overlay: &Overlay, index: TouchpointIndex) -> Option<Passed> {
        let mut passed = Passed {
            against: Against::Visits,
            days: BTreeMap::new(),
            undated: 0.0,
        };
        let span = self
            .days
            .map(|(first, last)| first.monday().0..=last.monday().0 + 6);
        let passings = overlay.exposure.of(index);
        for passing in passings {
            if passing.day == UNDATED {
                passed.undated += passing.visits as f64;
            } else if self.lens.holds(passing.day)
                && span
                    .as_ref()
                    .is_some_and(|span| span.contains(&passing.day))
            {
                *passed.days.entry(passing.day).or_default() += passing.visits as f64;
            }
        }
        (!passings.is_empty()).then_some(passed)
    }

    /// How many started the journey: what was counted, over the visits that the shares make one expect of
    /// each who starts.
    fn started(
        &self,
        journey: &Journey,
        counted: &[Option<Passed>],
        visits: &[f64],
    ) -> Result<Passed, Unsaid> {
        let mut started = Passed {
            against: Against::VisitsByShares,
            days: BTreeMap::new(),
            undated: 0.0,
        };
        let mut expected = 0.0;
        let both = counted.iter().zip(visits);
        for (passed, visits) in both.filter_map(|(passed, visits)| Some((passed.as_ref()?, visits)))
        {
            expected += visits;
            started.undated += passed.undated;
            for (day, count) in &passed.days {
                *started.days.entry(*day).or_default() += count;
            }
        }
        if expected > 0.0 {
            return Ok(started.times(1.0 / expected));
        }
        let (Some(starts), Some((first, last))) = (journey.starts, self.days) else {
            return Err(Unsaid::NoExposure);
        };
        started.days = (first.0..=last.0).map(|day| (day, starts / 7.0)).collect();
        Ok(started)
    }
}

impl Passed {
    /// The Mondays of the weeks in which anybody passed, in order.
    pub(super) fn mondays(&self) -> Vec<i32> {
        let days = self.days.iter().filter(|(_, count)| **count > 0.0);
        let mut mondays: Vec<i32> = days.map(|(day, _)| Day(*day).monday().0).collect();
        mondays.dedup();
        mondays
    }

    /// So many times as many, as the shares say.
    fn times(&self, factor: f64) -> Self {
        Self {
            against: Against::VisitsByShares,
            days: self
                .days
                .iter()
                .map(|(day, count)| (*day, count * factor))
                .collect(),
            undated: self.undated * factor,
        }
    }
}
