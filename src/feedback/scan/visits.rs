//! Reads the files of visits: who passed which touchpoint on which day.

use super::hash::FastMap;
use super::reader::Outcome;
use super::roll::Roll;
use super::table::{Table, TableBooks};
use crate::feedback::intake::{Row, Slot};
use crate::feedback::rules::{Calendar, TouchpointNames, lowercase};
use crate::feedback::{Exposure, Passing, UNDATED, VisitLog};
use crate::journey::Journeys;
use std::path::Path;

/// How many visits one row may count; far more than there are people.
const MOST_COUNT: u64 = 1_000_000_000_000;

/// Visits as they are counted.
pub(super) struct Visits<'w> {
    names: TouchpointNames,
    /// The words that touchpoints list under `visited`, in lower case.
    visited: FastMap<String, Vec<u32>>,
    roll: Option<&'w Roll>,
    counts: FastMap<(u32, i32), u64>,
    lower: String,
    /// Where the present row was.
    here: Vec<u32>,
}

/// The columns of one log.
struct Columns {
    at: Option<Slot>,
    customer: Option<Slot>,
    touchpoint: Slot,
    count: Option<Slot>,
    calendar: Calendar,
}

impl<'w> Visits<'w> {
    /// None yet.
    pub(super) fn new(journeys: &Journeys, roll: Option<&'w Roll>) -> Self {
        let mut visited: FastMap<String, Vec<u32>> = FastMap::default();
        for (index, touchpoint) in journeys.touchpoints() {
            for word in &touchpoint.visited {
                let places = visited.entry(word.trim().to_lowercase()).or_default();
                if !places.contains(&(index.index() as u32)) {
                    places.push(index.index() as u32);
                }
            }
        }
        Self {
            names: TouchpointNames::new(journeys),
            visited,
            roll,
            counts: FastMap::default(),
            lower: String::new(),
            here: Vec::new(),
        }
    }

    /// Reads every row of one log.
    pub(super) fn read(&mut self, root: &Path, log: &VisitLog) -> TableBooks {
        let mut table = Table::of("visits", &log.files);
        let mut slot = |name: &Option<String>| name.as_ref().map(|name| table.slot(name));
        let columns = Columns {
            at: slot(&log.columns.at),
            customer: slot(&log.columns.customer),
            count: slot(&log.columns.count),
            touchpoint: table.slot(&log.columns.touchpoint),
            calendar: Calendar::of_table(&log.files),
        };
        table.read(root, |row| {
            self.row(&table, &columns, row)
                .unwrap_or_else(|refused| refused)
        })
    }

    /// What they come to.
    pub(super) fn exposure(self) -> Exposure {
        let passings = self.counts.into_iter();
        let passings = passings.map(|((touchpoint, day), visits)| Passing {
            touchpoint,
            day,
            visits,
        });
        Exposure::new(passings.collect())
    }

    fn row(
        &mut self,
        table: &Table<'_>,
        columns: &Columns,
        row: &Row<'_>,
    ) -> Result<Outcome, Outcome> {
        let day = columns.day(table, row)?;
        let count = columns.count(table, row)?;
        self.find(&row.cell(columns.touchpoint));
        if self.here.is_empty() {
            return Ok(Outcome::Unmapped);
        }
        let who = columns.customer.zip(self.roll);
        let who = who.and_then(|(slot, roll)| Some((roll, roll.find(&row.cell(slot))?)));
        for &touchpoint in &self.here {
            let counted = self.counts.entry((touchpoint, day.unwrap_or(UNDATED)));
            *counted.or_default() += count;
            if let Some((roll, who)) = who {
                roll.mark(touchpoint, who, false);
            }
        }
        Ok(Outcome::Mapped {
            undated: day.is_none(),
        })
    }

    /// Leaves in `here` the touchpoints a cell names.
    fn find(&mut self, cell: &str) {
        self.here.clear();
        lowercase(cell.trim(), &mut self.lower);
        if let Some(places) = self.visited.get(self.lower.as_str()) {
            self.here.extend(places);
        } else {
            self.here.extend(self.names.find(cell, &mut self.lower));
        }
    }
}

impl Columns {
    fn day(&self, table: &Table<'_>, row: &Row<'_>) -> Result<Option<i32>, Outcome> {
        let Some(slot) = self.at else {
            return Ok(None);
        };
        let cell = row.cell(slot);
        let date = cell.trim();
        if date.is_empty() {
            return Ok(None);
        }
        let day = self.calendar.read(date).map(|day| Some(day.0));
        day.ok_or_else(|| {
            let why = format!("which is no date: expected {}", self.calendar.expected());
            table.refusal(slot, date, &why)
        })
    }

    fn count(&self, table: &Table<'_>, row: &Row<'_>) -> Result<u64, Outcome> {
        let Some(slot) = self.count else {
            return Ok(1);
        };
        let cell = row.cell(slot);
        let cell = cell.trim();
        let whole = cell.strip_suffix(".0").unwrap_or(cell);
        let count = whole.parse().ok().filter(|_| !whole.starts_with('+'));
        let count = count.filter(|count| *count <= MOST_COUNT);
        count.ok_or_else(|| {
            let why = "which is no count: expected a whole number from 0 on";
            table.refusal(slot, cell, why)
        })
    }
}
