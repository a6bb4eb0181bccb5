//! The north star's number, with its target and its change.

use super::compare::standing;
use crate::board::StarReading;
use crate::export::number::rounded;
use serde::Serialize;

/// The number now, against its target and the span before.
#[derive(Serialize)]
pub(in crate::export) struct StarRecord {
    metric: &'static str,
    weeks: i32,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    of: u64,
    before: Option<f64>,
    change: Option<ChangeRecord>,
    target: Option<f64>,
    by: Option<String>,
    standing: Option<&'static str>,
}

/// The difference between two spans.
#[derive(Serialize)]
struct ChangeRecord {
    difference: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl StarRecord {
    pub(in crate::export) fn of(star: &StarReading) -> Self {
        let (now, before) = (star.now.as_ref().ok(), star.before.as_ref().ok());
        let gap = star.gap.as_ref().and_then(|gap| gap.as_ref().ok());
        Self {
            metric: star.measure.key(),
            weeks: star.weeks,
            value: now.and_then(|now| rounded(now.value)),
            low: now.and_then(|now| rounded(now.estimate.interval.low)),
            high: now.and_then(|now| rounded(now.estimate.interval.high)),
            of: now.map_or(0, |now| now.of),
            before: before.and_then(|before| rounded(before.value)),
            change: star.change.as_ref().ok().map(|change| ChangeRecord {
                difference: rounded(change.value),
                low: rounded(change.interval.low),
                high: rounded(change.interval.high),
            }),
            target: star.target.and_then(rounded),
            by: star.by.map(|by| by.to_string()),
            standing: gap.map(|gap| standing(gap.standing)),
        }
    }
}
