//! The measures with their counts and intervals, and how often each score was given.

use super::counts::Keyed;
use crate::export::number::rounded;
use crate::feedback::{Better, Instrument};
use crate::measures::{Ces, Csat, Friction, Histogram, Mood, Nps};
use serde::Serialize;

/// What a friction rests on. The friction itself stands beside it as a plain number.
#[derive(Serialize)]
pub(super) struct FrictionRecord {
    share: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    of: u64,
}

impl FrictionRecord {
    pub(super) fn of(friction: &Friction) -> Self {
        Self {
            share: rounded(friction.share),
            low: rounded(friction.interval.low),
            high: rounded(friction.interval.high),
            of: friction.of,
        }
    }
}

/// The Net Promoter Score.
#[derive(Serialize)]
pub(super) struct NpsRecord {
    score: Option<f64>,
    margin: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    promoters: u64,
    passives: u64,
    detractors: u64,
    of: u64,
}

impl NpsRecord {
    pub(super) fn of(nps: &Nps) -> Self {
        Self {
            score: rounded(nps.score),
            margin: rounded(nps.margin),
            low: rounded(nps.interval().low),
            high: rounded(nps.interval().high),
            promoters: nps.promoters,
            passives: nps.passives,
            detractors: nps.detractors,
            of: nps.of(),
        }
    }
}

/// The Customer Effort Score.
#[derive(Serialize)]
pub(super) struct CesRecord<'a> {
    scale: &'a str,
    better: &'static str,
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    easy: u64,
    easy_share: Option<f64>,
    easy_low: Option<f64>,
    easy_high: Option<f64>,
    of: u64,
}

impl<'a> CesRecord<'a> {
    pub(super) fn of(ces: &'a Ces) -> Self {
        Self {
            scale: &ces.scale,
            better: better(ces.better),
            mean: rounded(ces.mean),
            low: ces.interval.and_then(|interval| rounded(interval.low)),
            high: ces.interval.and_then(|interval| rounded(interval.high)),
            easy: ces.easy,
            easy_share: rounded(ces.easy_share),
            easy_low: rounded(ces.easy_interval.low),
            easy_high: rounded(ces.easy_interval.high),
            of: ces.of,
        }
    }
}

/// Customer satisfaction.
#[derive(Serialize)]
pub(super) struct CsatRecord {
    share: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    satisfied: u64,
    of: u64,
}

impl CsatRecord {
    pub(super) fn of(csat: &Csat) -> Self {
        Self {
            share: rounded(csat.share),
            low: rounded(csat.interval.low),
            high: rounded(csat.interval.high),
            satisfied: csat.satisfied,
            of: csat.of,
        }
    }
}

/// The emotion curve's value.
#[derive(Serialize)]
pub(super) struct MoodRecord {
    value: Option<f64>,
    of: u64,
}

impl MoodRecord {
    pub(super) fn of(mood: &Mood) -> Self {
        Self {
            value: rounded(mood.value),
            of: mood.of,
        }
    }
}

/// How often each score of one scale was given, with their mean.
#[derive(Serialize)]
pub(super) struct ScoresRecord<'a> {
    scale: &'a str,
    low: Option<f64>,
    high: Option<f64>,
    better: &'static str,
    measure: &'static str,
    of: u64,
    mean: Option<f64>,
    distribution: Keyed<u64>,
}

impl<'a> ScoresRecord<'a> {
    pub(super) fn of(histogram: &'a Histogram) -> Self {
        let scale = &histogram.scale;
        let counts = histogram.counts.iter();
        let counts = counts.map(|(score, count)| (score.value().to_string(), *count));
        Self {
            scale: &scale.name,
            low: rounded(scale.low.value()),
            high: rounded(scale.high.value()),
            better: better(scale.better),
            measure: measure(scale.instrument),
            of: histogram.total(),
            mean: histogram.mean().and_then(rounded),
            distribution: Keyed(counts.collect()),
        }
    }
}

fn better(end: Better) -> &'static str {
    match end {
        Better::High => "high",
        Better::Low => "low",
    }
}

fn measure(instrument: Instrument) -> &'static str {
    match instrument {
        Instrument::Nps => "nps",
        Instrument::Ces => "ces",
        Instrument::Csat => "csat",
        Instrument::Other => "none",
    }
}
