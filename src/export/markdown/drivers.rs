//! What moves the overall score: importance against performance.

use super::table::{NOTHING, Side, Table};
use crate::export::Subject;
use crate::export::number::{brief, fine, grouped};
use crate::export::text::markdown as escaped;

/// How many touchpoints the page shows.
const MOST: usize = 8;

/// The section on drivers; nothing where no survey is declared for it.
pub(super) fn drivers(subject: Subject<'_>) -> Vec<String> {
    let Some(drivers) = &subject.testimony.drivers else {
        return Vec::new();
    };
    let mut blocks = vec!["## What moves the overall score\n".to_owned()];
    let found = match drivers {
        Ok(found) => found,
        Err(reason) => {
            blocks.push(format!("It {}.\n", reason.sentence()));
            return blocks;
        }
    };
    let mut table = Table::new(&[
        ("Touchpoint", Side::Left),
        ("Importance (95 % interval)", Side::Left),
        ("Performance, -2 to +2", Side::Right),
        ("Quadrant", Side::Left),
    ]);
    for line in found.lines.iter().take(MOST) {
        let touchpoint = subject.journeys.touchpoint(line.touchpoint);
        let range = line.driver.interval.map_or_else(
            || NOTHING.to_owned(),
            |ends| format!("({} to {})", brief(ends.low), brief(ends.high)),
        );
        table.row(vec![
            escaped(&touchpoint.title),
            format!("{} % {range}", brief(line.driver.importance)),
            fine(line.driver.performance),
            line.quadrant.words().to_owned(),
        ]);
    }
    blocks.push(table.text());
    blocks.push(format!(
        "Of what the {} touchpoints rated together explain of the overall score ({} % of its variance, n {}). \
         Importance goes along with the score; it does not prove a cause.\n",
        found.lines.len(),
        brief(100.0 * found.explained),
        grouped(found.of),
    ));
    blocks
}
