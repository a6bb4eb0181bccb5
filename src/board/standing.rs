//! How touchpoints and journeys stand against their targets and benchmarks.

use super::{Board, PassingRate};
use crate::feedback::Better;
use crate::journey::{Aim, AimMeasure, JourneyIndex, Journeys, TouchpointIndex};
use crate::measures::{Ces, Csat, Friction, Gap, Interval, Nps, Unsaid, gap};

/// Whether a value is wanted or found elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// What the organisation wants.
    Target,
    /// What others have.
    Benchmark,
}

impl Mark {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Benchmark => "benchmark",
        }
    }
}

/// A measure beside the value it should have.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured<'a> {
    /// Target or benchmark.
    pub mark: Mark,
    /// What should be reached, and who says so.
    pub aim: &'a Aim,
    /// The measure's own value.
    pub value: Result<f64, Unsaid>,
    /// The distance.
    pub gap: Result<Gap, Unsaid>,
}

/// A value, its interval, and which end is good.
type Value = Result<(f64, Option<Interval>, Better), Unsaid>;

/// What a touchpoint's sheet and a journey's have alike.
struct Numbers<'a> {
    friction: Option<&'a Friction>,
    nps: Option<&'a Nps>,
    ces: Option<&'a Ces>,
    csat: Option<&'a Csat>,
    of: u64,
    least: u64,
}

/// The numbers of a sheet, of whichever kind.
macro_rules! numbers {
    ($sheet:expr, $least:expr) => {
        Numbers {
            friction: $sheet.friction.as_ref(),
            nps: $sheet.nps.as_ref(),
            ces: $sheet.ces.as_ref(),
            csat: $sheet.csat.as_ref(),
            of: $sheet.counts.polar(),
            least: $least,
        }
    };
}

impl Numbers<'_> {
    fn value(&self, measure: AimMeasure, contact_rate: impl Fn() -> Value) -> Value {
        let thin = || match self.of {
            0 => Unsaid::Nobody,
            of => Unsaid::TooFew {
                of,
                least: self.least,
            },
        };
        match measure {
            // Friction is the lower end of an interval already; what it is above is certain enough.
            AimMeasure::Friction => {
                let friction = self.friction.ok_or_else(thin)?;
                Ok((friction.value, None, Better::Low))
            }
            AimMeasure::Nps => {
                let nps = self.nps.ok_or(Unsaid::Nobody)?;
                Ok((nps.score, Some(nps.interval()), Better::High))
            }
            AimMeasure::Ces => {
                let ces = self.ces.ok_or(Unsaid::Nobody)?;
                Ok((ces.mean, ces.interval, ces.better))
            }
            AimMeasure::Csat => {
                let csat = self.csat.ok_or(Unsaid::Nobody)?;
                Ok((csat.share, Some(csat.interval), Better::High))
            }
            AimMeasure::ContactRate => contact_rate(),
        }
    }

    fn measured<'a>(
        &self,
        targets: &'a [Aim],
        benchmarks: &'a [Aim],
        contact_rate: impl Fn() -> Value,
    ) -> Vec<Measured<'a>> {
        let targets = targets.iter().map(|aim| (Mark::Target, aim));
        let benchmarks = benchmarks.iter().map(|aim| (Mark::Benchmark, aim));
        let measured = targets.chain(benchmarks).map(|(mark, aim)| {
            let value = self.value(aim.measure, &contact_rate);
            Measured {
                mark,
                aim,
                gap: value
                    .clone()
                    .and_then(|(value, interval, better)| gap(value, interval, aim.value, better)),
                value: value.map(|(value, ..)| value),
            }
        });
        measured.collect()
    }
}

impl Board {
    /// A touchpoint against its targets, then its benchmarks. `rate` is asked for its contact rate, where
    /// an aim needs it.
    pub fn standing<'a>(
        &self,
        journeys: &'a Journeys,
        index: TouchpointIndex,
        rate: impl Fn() -> Result<PassingRate, Unsaid>,
    ) -> Vec<Measured<'a>> {
        let (touchpoint, sheet) = (journeys.touchpoint(index), self.touchpoint(index));
        let (targets, benchmarks) = (&touchpoint.targets, &touchpoint.benchmarks);
        let numbers = numbers!(sheet, self.least_rows);
        numbers.measured(targets, benchmarks, || low_is_good(rate()))
    }

    /// A journey against its targets, then its benchmarks; `rate` as at a touchpoint.
    pub fn journey_standing<'a>(
        &self,
        journeys: &'a Journeys,
        journey: JourneyIndex,
        rate: impl Fn() -> Result<PassingRate, Unsaid>,
    ) -> Vec<Measured<'a>> {
        let (Some(of), Some(sheet)) = (journeys.all().get(journey), self.journeys.get(journey))
        else {
            return Vec::new();
        };
        let numbers = numbers!(sheet, self.least_rows);
        numbers.measured(&of.targets, &of.benchmarks, || low_is_good(rate()))
    }
}

fn low_is_good(rate: Result<PassingRate, Unsaid>) -> Value {
    let rate = rate?;
    let rate = rate.said()?;
    Ok((rate.per_thousand, Some(rate.interval), Better::Low))
}
