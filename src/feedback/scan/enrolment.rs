//! Reads the files of customers onto the roll.

use super::reader::Outcome;
use super::roll::{NotEnrolled, Roll};
use super::table::{Table, TableBooks};
use crate::feedback::intake::{Row, Slot};
use crate::feedback::rules::Calendar;
use crate::feedback::{CustomerFile, plain};
use std::path::Path;

/// Words that say a customer was lost, where none are declared.
const YES: [&str; 7] = ["yes", "y", "true", "t", "1", "churned", "lost"];

/// Words that say a customer was kept.
const NO: [&str; 7] = ["no", "n", "false", "f", "0", "active", "kept"];

/// The columns that are read, and what their cells mean.
struct Columns {
    id: Slot,
    churned: Option<Slot>,
    lost_on: Option<Slot>,
    segment: Option<Slot>,
    calendar: Calendar,
    lost: Vec<String>,
}

/// Reads every customer.
pub(super) fn enrol(root: &Path, file: &CustomerFile, roll: &mut Roll) -> TableBooks {
    let mut table = Table::of("customers", &file.files);
    let mut slot = |name: &Option<String>| name.as_ref().map(|name| table.slot(name));
    let columns = Columns {
        churned: slot(&file.columns.churned),
        lost_on: slot(&file.columns.lost_on),
        segment: slot(&file.columns.segment),
        id: table.slot(&file.columns.id),
        calendar: Calendar::of_table(&file.files),
        lost: (file.lost.iter())
            .map(|value| value.trim().to_lowercase())
            .collect(),
    };
    table.read(root, |row| {
        columns
            .enrol(&table, row, roll)
            .unwrap_or_else(|refused| refused)
    })
}

impl Columns {
    fn enrol(&self, table: &Table<'_>, row: &Row<'_>, roll: &mut Roll) -> Result<Outcome, Outcome> {
        let id = row.cell(self.id);
        let id = id.trim();
        if id.is_empty() {
            return Err(table.refusal(self.id, id, "so nobody can tell which customer it is"));
        }
        let lost = self.lost(table, row)?;
        let segment = self.segment.map(|slot| plain::line(row.cell(slot).trim()));
        match roll.enrol(id, lost, segment.unwrap_or_default()) {
            Ok(()) => Ok(Outcome::Mapped { undated: false }),
            Err(NotEnrolled::Known) => Err(table.refusal(
                self.id,
                id,
                "a customer who has a row already; the first counts",
            )),
            Err(NotEnrolled::Full) => {
                Err(table.refusal(self.id, id, "one customer more than can be kept apart"))
            }
        }
    }

    fn lost(&self, table: &Table<'_>, row: &Row<'_>) -> Result<bool, Outcome> {
        if let Some(slot) = self.churned {
            let cell = row.cell(slot);
            let word = cell.trim().to_lowercase();
            if !self.lost.is_empty() {
                return Ok(self.lost.contains(&word));
            }
            return match (YES.contains(&&*word), NO.contains(&&*word)) {
                (true, _) => Ok(true),
                (_, true) => Ok(false),
                _ => Err(table.refusal(
                    slot,
                    &cell,
                    "which says neither yes nor no; list the values that mean lost under `lost`",
                )),
            };
        }
        let Some(slot) = self.lost_on else {
            return Ok(false);
        };
        let cell = row.cell(slot);
        let date = cell.trim();
        if date.is_empty() {
            return Ok(false);
        }
        if self.calendar.read(date).is_none() {
            let expected = self.calendar.expected();
            let why =
                format!("which is no date: expected {expected}, or nothing for one who stayed");
            return Err(table.refusal(slot, date, &why));
        }
        Ok(true)
    }
}
