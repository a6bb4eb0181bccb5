//! How a series is watched, and everything the watch finds in it.

use super::drift::drifts_among;
use super::spike::{Judgement, judge};
use super::{Drift, Spike};
use crate::measures::{Incidence, Unsaid};

/// How a weekly series is watched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Watch {
    /// How many weeks back a spike is compared with.
    pub baseline: usize,
    /// How many of them it takes, at least.
    pub least: usize,
    /// The tail probability at which a week counts as a spike.
    pub spike_tail: f64,
    /// The CUSUM at which a drift counts as found.
    pub drift_threshold: f64,
}

impl Default for Watch {
    /// Half a year to compare with, 8 weeks at least, and thresholds that keep a steady process below
    /// one false alarm in 100 touchpoint-years: 52 weeks x 0.0001 = 0.0052 a year from spikes at the
    /// very most, the rest for drifts. `trend/tests.rs` measures both by simulation.
    fn default() -> Self {
        Self {
            baseline: 26,
            least: 8,
            spike_tail: 1e-4,
            drift_threshold: 8.0,
        }
    }
}

/// What a watch over a series found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alarms {
    /// Weeks that spiked, in order.
    pub spikes: Vec<Spike>,
    /// Slow drifts, in order.
    pub drifts: Vec<Drift>,
    /// Weeks that could be judged.
    pub judged: usize,
    /// Weeks that could not: too little came before them, or nobody passed.
    pub unjudged: usize,
}

/// Spikes and drifts of a weekly series, the oldest week first.
pub fn watch(series: &[Incidence], rule: &Watch) -> Result<Alarms, Unsaid> {
    if series.iter().any(|week| !week.exposure.is_finite()) {
        return Err(Unsaid::NotANumber {
            what: "the exposure",
        });
    }
    if series.iter().all(|week| week.exposure <= 0.0) {
        return Err(Unsaid::NoExposure);
    }
    let judgements = judge(series, rule);
    let drifts = drifts_among(series, &judgements, rule);
    let mut alarms = Alarms {
        drifts,
        ..Alarms::default()
    };
    for judgement in judgements {
        match judgement {
            Judgement::Open => alarms.unjudged += 1,
            Judgement::Usual => alarms.judged += 1,
            Judgement::Spike(spike) => {
                alarms.judged += 1;
                alarms.spikes.push(spike);
            }
        }
    }
    if alarms.judged == 0 {
        return Err(Unsaid::TooFewWeeks {
            of: series.len().saturating_sub(1),
            least: rule.least,
        });
    }
    Ok(alarms)
}
