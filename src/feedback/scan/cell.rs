//! Reads what one cell of a row says by itself: its day, its count.

use crate::feedback::intake::{Row, Slot, trimmed};
use crate::feedback::rules::Plan;
use crate::feedback::{Day, plain};

/// The largest count one cell may hold; far more than there are people.
const MOST_COUNT: u64 = 1_000_000_000_000;

/// The name of a column.
pub(super) fn name(plan: &Plan, slot: Slot) -> &str {
    plan.columns
        .get(slot)
        .map_or("", |column| column.name.as_str())
}

/// The day of a row; `None` when it has none.
#[inline(always)]
pub(super) fn day(plan: &Plan, row: &Row<'_>) -> Result<Option<Day>, String> {
    let Some(slot) = plan.at else {
        return Ok(plan.date);
    };
    if let Some(cell) = row.bytes(slot)
        && let Some(day) = plan.calendar.glance(cell)
    {
        return Ok(Some(day));
    }
    day_slowly(plan, slot, &row.cell(slot))
}

#[inline(never)]
fn day_slowly(plan: &Plan, slot: Slot, cell: &str) -> Result<Option<Day>, String> {
    let cell = trimmed(cell);
    if cell.is_empty() {
        return Ok(None);
    }
    plan.calendar.read(cell).map(Some).ok_or_else(|| {
        format!(
            "`{}` is `{}`, which is no date: expected {}",
            name(plan, slot),
            plain::line(cell),
            plan.calendar.expected()
        )
    })
}

/// A whole number of a source that was counted beforehand; an empty cell is none.
pub(super) fn count(plan: &Plan, slot: Slot, row: &Row<'_>) -> Result<u64, String> {
    let cell = row.cell(slot);
    let cell = cell.trim();
    if cell.is_empty() {
        return Ok(0);
    }
    let whole = cell.strip_suffix(".0").unwrap_or(cell);
    match whole.parse::<u64>() {
        Ok(count) if whole.bytes().all(|b| b.is_ascii_digit()) && count <= MOST_COUNT => Ok(count),
        _ => Err(format!(
            "`{}` is `{}`, which is no count: expected a whole number from 0 on",
            name(plan, slot),
            plain::line(cell)
        )),
    }
}
