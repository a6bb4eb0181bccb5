//! The north star's number in words: where it stands, against its target and against the weeks before.

use super::number::{brief, fine, grouped};
use crate::board::{StarReading, StarValue};
use crate::journey::AimMeasure;
use crate::measures::Standing;

/// What people call the metric.
pub fn star_name(star: &StarReading) -> &'static str {
    match star.measure {
        AimMeasure::Nps => "NPS",
        AimMeasure::Csat => "CSAT",
        AimMeasure::Ces => "CES",
        AimMeasure::Friction => "Friction",
        AimMeasure::ContactRate => "Contact rate",
    }
}

/// A number in the metric's unit.
pub(super) fn unit(star: &StarReading, value: f64) -> String {
    match star.measure {
        AimMeasure::Ces => fine(value),
        AimMeasure::Csat => format!("{} %", brief(value)),
        _ => brief(value),
    }
}

/// A number without the unit's mark, and without a decimal that says nothing.
pub(super) fn plain(star: &StarReading, value: f64) -> String {
    let text = match star.measure {
        AimMeasure::Ces => fine(value),
        _ => brief(value),
    };
    match text.split_once('.') {
        Some((whole, decimals)) if decimals.chars().all(|c| c == '0') => whole.to_owned(),
        _ => text,
    }
}

/// The number now, or a dash: "45.1".
pub fn star_value(star: &StarReading) -> String {
    let now = star.now.as_ref();
    now.map_or_else(|_| "–".to_owned(), |now| unit(star, now.value))
}

/// What the number rests on: "40.7 to 49.5, n 431"; or why it cannot be said.
pub(super) fn basis(star: &StarReading) -> String {
    match &star.now {
        Ok(now) => format!("{}, n {}", interval(star, now), grouped(now.of)),
        Err(reason) => reason.sentence(),
    }
}

/// The 95 % interval of the number now; `None` where it cannot be said.
pub fn star_interval(star: &StarReading) -> Option<String> {
    star.now.as_ref().ok().map(|now| interval(star, now))
}

/// The interval of a value. Friction's own is that of the share of complaints, of which it is the lower
/// end.
fn interval(star: &StarReading, value: &StarValue) -> String {
    let ends = value.estimate.interval;
    let (low, high) = (plain(star, ends.low), plain(star, ends.high));
    match star.measure {
        AimMeasure::Friction => format!("share of complaints {low} to {high} %"),
        AimMeasure::Csat => format!("{low} to {high} %"),
        _ => format!("{low} to {high}"),
    }
}

/// The target and how it stands: "target 50 by 2026-12-31: missed"; `None` where there is none.
pub fn star_target(star: &StarReading) -> Option<String> {
    let target = plain(star, star.target?);
    let by = star.by.map(|by| format!(" by {by}")).unwrap_or_default();
    let percent = if star.measure == AimMeasure::Csat {
        " %"
    } else {
        ""
    };
    let standing = match &star.gap {
        Some(Ok(gap)) => match gap.standing {
            Standing::Met => ": met",
            Standing::Missed => ": not there yet",
            Standing::Open => ": within chance of it",
        },
        _ => "",
    };
    Some(format!("target {target}{percent}{by}{standing}"))
}

/// Which way it went: better, worse, or neither shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StarCourse {
    /// It moved to the good end.
    Better,
    /// It moved away from it.
    Worse,
    /// Chance alone could explain the change.
    NotShown,
}

/// Which way it went; `None` where nothing can be compared.
pub fn star_course(star: &StarReading) -> Option<StarCourse> {
    use crate::feedback::Better;
    let (change, now) = (star.change.as_ref().ok()?, star.now.as_ref().ok()?);
    Some(match (change.is_shown(), now.better) {
        (false, _) => StarCourse::NotShown,
        (true, Better::High) if change.value > 0.0 => StarCourse::Better,
        (true, Better::Low) if change.value < 0.0 => StarCourse::Better,
        (true, _) => StarCourse::Worse,
    })
}

/// The change against the span before: "+3.2 (-5.0 to 11.4) on the 13 weeks before: no change shown".
pub(super) fn change(star: &StarReading) -> String {
    let weeks = match star.weeks {
        1 => "the week before".to_owned(),
        weeks => format!("the {weeks} weeks before"),
    };
    let found = match &star.change {
        Ok(found) => found,
        Err(reason) => return format!("the change on {weeks} {}", reason.sentence()),
    };
    let signed = |value: f64| {
        let text = match star.measure {
            AimMeasure::Ces => fine(value),
            _ => brief(value),
        };
        if value > 0.0 {
            format!("+{text}")
        } else {
            text.replace('-', "−")
        }
    };
    let word = match star_course(star) {
        Some(StarCourse::Better) => "better",
        Some(StarCourse::Worse) => "worse",
        _ => "no change shown",
    };
    format!(
        "{} ({} to {}) on {weeks}: {word}",
        signed(found.value),
        signed(found.interval.low),
        signed(found.interval.high),
    )
}

/// All of it in a line: "NPS 45.1 (40.7 to 49.5, n 431) in 13 weeks; target 50: met; +3.2 (...)".
pub(super) fn sentence(star: &StarReading) -> String {
    let mut parts = match &star.now {
        Ok(_) => vec![format!(
            "{} {} ({})",
            star_name(star),
            star_value(star),
            basis(star)
        )],
        Err(_) => vec![format!("{} {}", star_name(star), basis(star))],
    };
    parts.extend(star_target(star));
    if star.now.is_ok() {
        parts.push(change(star));
    }
    parts.join("; ")
}
