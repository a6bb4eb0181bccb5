//! What the numbers were seen through: the lens, the thresholds and the period.

use crate::board::Lens;
use crate::export::number::rounded;
use crate::feedback::Week;
use crate::journey::Thresholds;
use serde::Serialize;

/// The filter; an empty list means "all of them".
#[derive(Serialize)]
pub(in crate::export) struct LensRecord<'a> {
    since: Option<String>,
    until: Option<String>,
    sources: &'a [String],
    segments: &'a [String],
    journeys: &'a [String],
}

impl<'a> LensRecord<'a> {
    pub(in crate::export) fn of(lens: &'a Lens) -> Self {
        Self {
            since: lens.since.map(|day| day.to_string()),
            until: lens.until.map(|day| day.to_string()),
            sources: &lens.sources,
            segments: &lens.segments,
            journeys: &lens.journeys,
        }
    }
}

/// What the workspace calls high friction, and how many rows it takes to say so.
#[derive(Serialize)]
pub(in crate::export) struct ThresholdsRecord {
    high: Option<f64>,
    least_rows: u64,
}

impl ThresholdsRecord {
    pub(in crate::export) fn of(thresholds: &Thresholds) -> Self {
        Self {
            high: rounded(thresholds.high),
            least_rows: thresholds.least_rows,
        }
    }
}

/// The first and the last week of dated feedback under the lens.
#[derive(Serialize)]
pub(in crate::export) struct Period {
    first_week: String,
    last_week: String,
}

impl Period {
    pub(in crate::export) fn of(weeks: Option<(Week, Week)>) -> Option<Self> {
        weeks.map(|(first, last)| Self {
            first_week: first.to_string(),
            last_week: last.to_string(),
        })
    }
}
