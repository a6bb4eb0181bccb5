//! Numbers beside other numbers: segments beside each other, targets, customers lost, drivers.

use super::hurt::RatioRecord;
use crate::board::{DriverLine, DriverTable, Measured};
use crate::export::number::rounded;
use crate::journey::Journeys;
use crate::measures::{Churn, ChurnLift, SegmentCell, Standing};
use serde::Serialize;

/// One segment against all others at the same touchpoint.
#[derive(Serialize)]
pub(super) struct SegmentRecord<'a> {
    segment: &'a str,
    complaints: u64,
    of: u64,
    share: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    others: Option<f64>,
    p: f64,
    q: f64,
}

impl<'a> SegmentRecord<'a> {
    pub(super) fn of(segment: &'a str, cell: &SegmentCell) -> Self {
        Self {
            segment,
            complaints: cell.counts.complaints,
            of: cell.counts.polar(),
            share: rounded(cell.share),
            low: rounded(cell.interval.low),
            high: rounded(cell.interval.high),
            others: rounded(cell.others),
            p: cell.p,
            q: cell.q,
        }
    }
}

/// A measure beside its target or a benchmark.
#[derive(Serialize)]
pub(super) struct AimRecord<'a> {
    mark: &'static str,
    measure: &'static str,
    value: Option<f64>,
    aim: Option<f64>,
    gap: Option<f64>,
    standing: Option<&'static str>,
    said_by: Option<&'a str>,
}

impl<'a> AimRecord<'a> {
    pub(super) fn of(measured: &Measured<'a>) -> Self {
        let gap = measured.gap.as_ref().ok();
        Self {
            mark: measured.mark.word(),
            measure: measured.aim.measure.key(),
            value: measured
                .value
                .as_ref()
                .ok()
                .and_then(|value| rounded(*value)),
            aim: rounded(measured.aim.value),
            gap: gap.and_then(|gap| rounded(gap.value)),
            standing: gap.map(|gap| standing(gap.standing)),
            said_by: measured.aim.source.as_deref(),
        }
    }
}

/// The word for how a number stands against its target.
pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Met => "met",
        Standing::Missed => "missed",
        Standing::Open => "open",
    }
}

/// A share of customers lost.
#[derive(Serialize)]
pub(in crate::export) struct ChurnRecord {
    lost: u64,
    of: u64,
    rate: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl ChurnRecord {
    pub(in crate::export) fn of(churn: &Churn) -> Self {
        Self {
            lost: churn.group.lost,
            of: churn.group.of,
            rate: rounded(churn.rate),
            low: rounded(churn.interval.low),
            high: rounded(churn.interval.high),
        }
    }
}

/// Those who complained beside those who passed and did not.
#[derive(Serialize)]
pub(super) struct ChurnLiftRecord {
    difference: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    ratio: Option<RatioRecord>,
    complained: ChurnRecord,
    content: ChurnRecord,
}

impl ChurnLiftRecord {
    pub(super) fn of(lift: &ChurnLift) -> Self {
        Self {
            difference: rounded(lift.difference),
            low: rounded(lift.interval.low),
            high: rounded(lift.interval.high),
            ratio: lift.ratio.as_ref().ok().map(RatioRecord::of),
            complained: ChurnRecord::of(&lift.complained),
            content: ChurnRecord::of(&lift.content),
        }
    }
}

/// What moves the overall score.
#[derive(Serialize)]
pub(in crate::export) struct DriversRecord {
    of: u64,
    explained: Option<f64>,
    mean_importance: Option<f64>,
    mean_performance: Option<f64>,
    touchpoints: Vec<DriverRecord>,
}

#[derive(Serialize)]
struct DriverRecord {
    touchpoint: String,
    importance: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    performance: Option<f64>,
    correlation: Option<f64>,
    of: u64,
    quadrant: &'static str,
}

impl DriversRecord {
    pub(in crate::export) fn of(table: &DriverTable, journeys: &Journeys) -> Self {
        let line = |line: &DriverLine| DriverRecord {
            touchpoint: journeys.touchpoint(line.touchpoint).address.to_string(),
            importance: rounded(line.driver.importance),
            low: line.driver.interval.and_then(|ends| rounded(ends.low)),
            high: line.driver.interval.and_then(|ends| rounded(ends.high)),
            performance: rounded(line.driver.performance),
            correlation: rounded(line.driver.correlation),
            of: line.driver.of,
            quadrant: line.quadrant.words(),
        };
        Self {
            of: table.of,
            explained: rounded(table.explained),
            mean_importance: rounded(table.cuts.0),
            mean_performance: rounded(table.cuts.1),
            touchpoints: table.lines.iter().map(line).collect(),
        }
    }
}

/// Why a number is not there.
#[derive(Serialize)]
pub(in crate::export) struct UnsaidRecord {
    pub(in crate::export) measure: &'static str,
    pub(in crate::export) because: String,
}
