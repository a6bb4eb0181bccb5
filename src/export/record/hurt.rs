//! How much a touchpoint hurts and for how long: pain, contact rate, weeks that spike, fixes, savings.

use crate::board::{Fix, Grown, PassingRate, TouchpointSheet, Trend};
use crate::export::number::rounded;
use crate::feedback::Week;
use crate::journey::{Action, TouchpointIndex};
use crate::measures::flow::Saving;
use crate::measures::trend::{Drift, Growth, Spike};
use crate::measures::{ContactRate, Incidence, Ratio};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a pain rests on. The pain itself stands beside it as a plain number.
#[derive(Serialize)]
pub(super) struct PainRecord {
    silent: u64,
    share: Option<f64>,
    together: Option<f64>,
}

impl PainRecord {
    pub(super) fn of(sheet: &TouchpointSheet) -> Option<Self> {
        let pain = sheet.pain.as_ref().ok()?;
        let share = sheet.pain_share.as_ref().ok();
        Some(Self {
            silent: pain.silent,
            share: share.and_then(|share| rounded(share.share)),
            together: share.and_then(|share| rounded(share.together)),
        })
    }
}

/// Complaints per 1,000 customers who passed; where nobody has spoken, how many passed and no rate.
#[derive(Serialize)]
pub(super) struct ContactRecord {
    per_thousand: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    complaints: u64,
    passed: Option<f64>,
    against: &'static str,
}

impl ContactRecord {
    pub(super) fn of(passing: &PassingRate) -> Self {
        let rate = passing.rate.as_ref();
        let of = |value: fn(&ContactRate) -> f64| rate.and_then(|rate| rounded(value(rate)));
        Self {
            per_thousand: of(|rate| rate.per_thousand),
            low: of(|rate| rate.interval.low),
            high: of(|rate| rate.interval.high),
            complaints: rate.map_or(0, |rate| rate.contacts),
            passed: rounded(passing.passed),
            against: passing.against.word(),
        }
    }
}

/// Weeks that spike and slow drifts.
#[derive(Serialize)]
pub(super) struct TrendRecord<'a> {
    against: &'static str,
    usual: Option<f64>,
    judged: usize,
    unjudged: usize,
    spikes: Vec<SpikeRecord<'a>>,
    drifts: Vec<DriftRecord>,
}

#[derive(Serialize)]
struct SpikeRecord<'a> {
    week: String,
    expected: Option<f64>,
    seen: u64,
    limit: Option<f64>,
    tail: f64,
    words: Vec<GrowthRecord<'a>>,
    tags: Vec<GrowthRecord<'a>>,
}

/// A word or a tag that grew.
#[derive(Serialize)]
struct GrowthRecord<'a> {
    word: &'a str,
    now: u64,
    before: u64,
}

#[derive(Serialize)]
struct DriftRecord {
    from: String,
    to: String,
    expected: Option<f64>,
    seen: u64,
    evidence: Option<f64>,
}

impl<'a> TrendRecord<'a> {
    /// `None` where the series could not be watched.
    pub(super) fn of(
        trend: &Trend,
        index: TouchpointIndex,
        grown: &'a BTreeMap<(TouchpointIndex, Week), Grown>,
    ) -> Option<Self> {
        let alarms = trend.alarms.as_ref().ok()?;
        let spike = |spike: &Spike| {
            let week = trend.week(spike.week)?;
            let grown = grown.get(&(index, week));
            let more = |list: fn(&Grown) -> &[Growth]| {
                let list = grown.map(list).unwrap_or_default();
                list.iter().map(GrowthRecord::of).collect()
            };
            Some(SpikeRecord {
                week: week.to_string(),
                expected: rounded(spike.expected),
                seen: spike.seen,
                limit: rounded(spike.limit),
                tail: spike.tail,
                words: more(|grown| &grown.words),
                tags: more(|grown| &grown.tags),
            })
        };
        let drift = |drift: &Drift| {
            Some(DriftRecord {
                from: trend.week(drift.from)?.to_string(),
                to: trend.week(drift.to)?.to_string(),
                expected: rounded(drift.expected),
                seen: drift.seen,
                evidence: rounded(drift.evidence),
            })
        };
        Some(Self {
            against: trend.against.word(),
            usual: trend
                .usual
                .as_ref()
                .ok()
                .and_then(|usual| rounded(usual.mean())),
            judged: alarms.judged,
            unjudged: alarms.unjudged,
            spikes: alarms.spikes.iter().filter_map(spike).collect(),
            drifts: alarms.drifts.iter().filter_map(drift).collect(),
        })
    }
}

impl<'a> GrowthRecord<'a> {
    fn of(growth: &'a Growth) -> Self {
        Self {
            word: &growth.word,
            now: growth.now,
            before: growth.before,
        }
    }
}

/// A fix and whether it helped.
#[derive(Serialize)]
pub(super) struct FixRecord<'a> {
    action: &'a str,
    title: &'a str,
    shipped: String,
    verdict: &'static str,
    against: &'static str,
    before: IncidenceRecord,
    after: IncidenceRecord,
    ratio: Option<RatioRecord>,
    p_better: Option<f64>,
    p_worse: Option<f64>,
    weeks_to_show: Option<u32>,
}

#[derive(Serialize)]
struct IncidenceRecord {
    complaints: u64,
    exposure: Option<f64>,
}

/// How many times as much, with its interval.
#[derive(Serialize)]
pub(super) struct RatioRecord {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl RatioRecord {
    pub(super) fn of(ratio: &Ratio) -> Self {
        Self {
            value: rounded(ratio.value),
            low: rounded(ratio.interval.low),
            high: rounded(ratio.interval.high),
        }
    }
}

impl IncidenceRecord {
    fn of(incidence: &Incidence) -> Self {
        Self {
            complaints: incidence.events,
            exposure: rounded(incidence.exposure),
        }
    }
}

impl<'a> FixRecord<'a> {
    pub(super) fn of(fix: &Fix, action: &'a Action) -> Self {
        let comparison = fix.comparison.as_ref().ok();
        let ratio = comparison.and_then(|comparison| comparison.ratio.as_ref().ok());
        Self {
            action: &action.id,
            title: &action.title,
            shipped: fix.shipped.to_string(),
            verdict: fix.verdict().words(),
            against: fix.against.word(),
            before: IncidenceRecord::of(&fix.before),
            after: IncidenceRecord::of(&fix.after),
            ratio: ratio.map(RatioRecord::of),
            p_better: comparison.and_then(|comparison| rounded(comparison.p_better)),
            p_worse: comparison.and_then(|comparison| rounded(comparison.p_worse)),
            weeks_to_show: fix.weeks_to_show.as_ref().ok().copied(),
        }
    }
}

/// What fixing a step would save.
#[derive(Serialize)]
pub(super) struct SavingRecord {
    per_thousand: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl SavingRecord {
    pub(super) fn of(saving: &Saving) -> Self {
        Self {
            per_thousand: rounded(saving.per_thousand),
            low: rounded(saving.range.low),
            high: rounded(saving.range.high),
        }
    }
}
