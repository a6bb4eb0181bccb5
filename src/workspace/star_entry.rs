//! Reads the north star: a sentence alone, or with its metric, its target and the day it is for.

use super::Kind;
use super::fields::{Fields, text};
use super::keys::NORTH_STAR;
use super::reporter::Reporter;
use super::visible::quoted;
use crate::journey::{AimMeasure, Day, NorthStar};

/// The measures that can be said of a whole workspace, by the key for each.
const METRICS: [(&str, AimMeasure); 4] = [
    ("nps", AimMeasure::Nps),
    ("csat", AimMeasure::Csat),
    ("ces", AimMeasure::Ces),
    ("friction", AimMeasure::Friction),
];

/// The north star of the charter.
pub(super) fn read(charter: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Option<NorthStar> {
    let node = charter.get("north-star")?;
    if node.entries().is_none() {
        return Some(NorthStar {
            statement: text(node, "north-star", report)?.text,
            ..NorthStar::default()
        });
    }
    let fields = Fields::open(node, NORTH_STAR, report)?;
    let metric = fields.choice("metric", &METRICS, report);
    // Without a metric that can be read, any number is within bounds.
    let bounds = metric.map_or((-1e9, 1e9), AimMeasure::range);
    let star = NorthStar {
        statement: fields.words("statement", report)?,
        metric,
        target: fields.number("target", bounds, report),
        by: by(&fields, report),
    };
    needs(&fields, ("target", "metric"), report);
    needs(&fields, ("by", "target"), report);
    Some(star)
}

fn by(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Option<Day> {
    let found = fields.text("by", report)?;
    let day = Day::parse_iso(&found.text);
    if day.is_none() {
        let message = format!("`by` is {}, which is no date", quoted(&found.text));
        report.say(Kind::BadDate, found.at, message, "write it as 2026-12-31");
    }
    day
}

/// Reports a key that means nothing without another.
fn needs(fields: &Fields<'_, '_>, (key, other): (&str, &str), report: &mut Reporter<'_>) {
    if let (Some(at), None) = (fields.get(key).and(fields.key(key)), fields.key(other)) {
        let message = format!("`{key}` means nothing without `{other}`");
        let help = format!("add `{other}:` to the north star, or take `{key}` out");
        report.say(Kind::MissingKey, at, message, help);
    }
}
