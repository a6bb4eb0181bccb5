//! Cells that hold a measure: the number with its interval and how many it rests on, or a dash.

use super::table::NOTHING;
use crate::board::{Against, PassingRate, TouchpointSheet};
use crate::export::number::{brief, fine, grouped};
use crate::export::text::markdown as escaped;
use crate::journey::Charter;
use crate::measures::{Ces, Counts, Csat, Friction, Interval, Nps, wilson};

/// Friction as one number.
pub(super) fn friction(friction: Option<&Friction>) -> String {
    friction.map_or_else(|| NOTHING.to_owned(), |friction| brief(friction.value))
}

/// Complaints of all rows with a polarity; where they are enough, with their share and its interval.
pub(super) fn complaints(counts: &Counts, enough: bool) -> String {
    let of = format!(
        "{} of {}",
        grouped(counts.complaints),
        grouped(counts.polar())
    );
    match wilson(counts.complaints, counts.polar()) {
        None => NOTHING.to_owned(),
        Some(_) if !enough => of,
        Some(share) => format!(
            "{of} = {} % {}",
            brief(100.0 * counts.complaints as f64 / counts.polar() as f64),
            interval(share.times(100.0))
        ),
    }
}

/// Pain, with its part of the journey's.
pub(super) fn pain(sheet: &TouchpointSheet) -> String {
    let Ok(pain) = &sheet.pain else {
        return NOTHING.to_owned();
    };
    let sum = if pain.severity.fract() == 0.0 {
        grouped(pain.severity as u64)
    } else {
        brief(pain.severity)
    };
    match &sheet.pain_share {
        Ok(share) => format!("{sum} ({} %)", brief(share.share)),
        Err(_) => sum,
    }
}

/// Complaints per 1,000 who passed.
pub(super) fn contact_rate(passing: Option<&PassingRate>) -> String {
    let said = passing.and_then(|passing| Some((passing.against, passing.rate.as_ref()?)));
    said.map_or_else(
        || NOTHING.to_owned(),
        |(against, rate)| {
            let about = if against == Against::Visits {
                ""
            } else {
                "≈ "
            };
            let (value, reach) = (brief(rate.per_thousand), interval(rate.interval));
            format!("{about}{value} {reach}")
        },
    )
}

/// The Net Promoter Score.
pub(super) fn nps(nps: Option<&Nps>) -> String {
    nps.map_or_else(
        || NOTHING.to_owned(),
        |nps| {
            let of = grouped(nps.of());
            format!("{} ± {} (n {of})", brief(nps.score), brief(nps.margin))
        },
    )
}

/// The Customer Effort Score.
pub(super) fn ces(ces: Option<&Ces>) -> String {
    ces.map_or_else(
        || NOTHING.to_owned(),
        |ces| {
            let (mean, easy) = (fine(ces.mean), brief(ces.easy_share));
            let range = ces.interval.map_or_else(String::new, |interval| {
                format!(" ({} to {})", fine(interval.low), fine(interval.high))
            });
            format!("{mean}{range}, {easy} % easy (n {})", grouped(ces.of))
        },
    )
}

/// Customer satisfaction.
pub(super) fn csat(csat: Option<&Csat>) -> String {
    csat.map_or_else(
        || NOTHING.to_owned(),
        |csat| {
            let range = interval(csat.interval);
            format!("{} % {range} (n {})", brief(csat.share), grouped(csat.of))
        },
    )
}

/// An owner as people call it, or "nobody".
pub(super) fn owner(charter: &Charter, owner: Option<&str>) -> String {
    match owner {
        Some(id) => escaped(charter.roster.title(id)),
        None => "**nobody**".to_owned(),
    }
}

fn interval(interval: Interval) -> String {
    format!("({} to {})", brief(interval.low), brief(interval.high))
}
