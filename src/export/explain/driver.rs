//! How much the touchpoint moves the overall score of those who rated it, and how well it is done.

use super::{Explained, title, unsaid};
use crate::export::column::wrapped;
use crate::export::number::{brief, fine, grouped};
use std::io;

/// Writes the touchpoint's line of the drivers; nothing where no survey is declared for them.
pub(super) fn driver(explained: Explained<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let Some(drivers) = &explained.subject.testimony.drivers else {
        return Ok(());
    };
    title(
        out,
        "Importance = its part of what all ratings explain of the overall score",
    )?;
    let table = match drivers {
        Ok(table) => table,
        Err(reason) => return unsaid(out, &reason.to_string()),
    };
    let mut left_out = table.unsaid.iter();
    if let Some((_, reason)) = left_out.find(|(index, _)| *index == explained.touchpoint) {
        return unsaid(out, &reason.to_string());
    }
    let place = (table.lines.iter()).position(|line| line.touchpoint == explained.touchpoint);
    let Some((place, line)) = place.and_then(|at| Some((at, table.lines.get(at)?))) else {
        return unsaid(
            out,
            "the survey that is weighed does not ask for it as a driver",
        );
    };
    let found = &line.driver;
    let range = found.interval.map_or_else(String::new, |ends| {
        let (low, high) = (brief(ends.low), brief(ends.high));
        format!(", 95 % bootstrap interval {low} to {high}")
    });
    let (importance, count) = (brief(found.importance), table.lines.len());
    let told = format!("{importance} %{range}, place {} of {count}", place + 1);
    wrapped(out, 2, &told)?;
    let told = format!(
        "performance {} of -2 to +2, n = {}; correlation with the overall score {}",
        fine(found.performance),
        grouped(found.of),
        fine(found.correlation)
    );
    wrapped(out, 2, &told)?;
    let told = format!(
        "{}: cut at the means, importance {} % and performance {}",
        line.quadrant.words(),
        brief(table.cuts.0),
        fine(table.cuts.1)
    );
    wrapped(out, 2, &told)?;
    let told = format!(
        "all ratings together explain {} % of the score's variance, n = {}; this proves no cause",
        brief(100.0 * table.explained),
        grouped(table.of)
    );
    wrapped(out, 2, &told)
}
