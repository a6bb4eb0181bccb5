//! Measures as the page writes them: the number with its interval and how many it rests on.

use super::escape::text;
use super::table::NOTHING;
use crate::board::{Heat, TouchpointSheet};
use crate::export::number::{brief, grouped};
use crate::journey::Charter;
use crate::measures::{Counts, Interval, Mood, wilson};

/// A number without a decimal that says nothing.
pub(super) fn short(value: f64) -> String {
    let text = brief(value);
    text.strip_suffix(".0")
        .map_or(text.clone(), str::to_owned)
        .replace('-', "−")
}

/// A number with one decimal, whatever it is, so that those of a column align.
pub(super) fn one(value: f64) -> String {
    brief(value).replace('-', "−")
}

/// A share of 100.
pub(super) fn percent(value: f64) -> String {
    format!("{} %", one(value))
}

/// "80.0 to 92.6".
pub(super) fn range(interval: Interval) -> String {
    format!("{} to {}", one(interval.low), one(interval.high))
}

/// One thing, or so many of them: "1 touchpoint".
pub(super) fn many(count: usize, one: &str, more: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        count => format!("{} {more}", grouped(count as u64)),
    }
}

/// The word for a heat, on its colour.
pub(super) fn heat(heat: Heat) -> String {
    format!(
        "<span class=\"heat {}\">{}</span>",
        class(heat),
        heat.word()
    )
}

/// The class of a heat.
pub(super) fn class(heat: Heat) -> &'static str {
    match heat {
        Heat::Silent => "silent",
        Heat::Thin => "thin",
        Heat::Calm => "calm",
        Heat::Warm => "warm",
        Heat::Hot => "hot",
        Heat::Burning => "burning",
    }
}

/// An owner as people call it, or "nobody", which is meant to be seen.
pub(super) fn owner(charter: &Charter, owner: Option<&str>) -> String {
    match owner {
        Some(id) => text(charter.roster.title(id)),
        None => "<strong class=\"nobody\">nobody</strong>".to_owned(),
    }
}

/// The share of complaints with its interval and n; with too few rows, the count alone.
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
            "{} <span class=\"fine\">{} · {of}</span>",
            percent(100.0 * counts.complaints as f64 / counts.polar() as f64),
            range(share.times(100.0)),
        ),
    }
}

/// Friction as one number.
pub(super) fn friction(sheet: &TouchpointSheet) -> String {
    sheet
        .friction
        .as_ref()
        .map_or_else(|| NOTHING.to_owned(), |friction| one(friction.value))
}

/// The emotion curve's value.
pub(super) fn mood(mood: Option<&Mood>) -> String {
    mood.map_or_else(
        || NOTHING.to_owned(),
        |mood| {
            let sign = if mood.value >= 0.05 { "+" } else { "" };
            format!(
                "{sign}{} <span class=\"fine\">n {}</span>",
                one(mood.value),
                grouped(mood.of)
            )
        },
    )
}
