//! What a scan learns about customers beside their feedback: the roll of them, and who passed where.

use super::enrolment::enrol;
use super::roll::Roll;
use super::table::TableBooks;
use super::visits::Visits;
use crate::feedback::{Crowd, Customers, Exposure, Overlay, Rejected};
use crate::journey::Journeys;
use std::path::Path;

/// The roll, the visits, and the books of both.
#[derive(Debug, Default)]
pub(super) struct Attendance {
    /// Every customer, where a file lists them.
    pub(super) roll: Option<Roll>,
    /// What the roll comes to, once everything has been read.
    pub(super) found: Option<Customers>,
    pub(super) exposure: Exposure,
    pub(super) customers: TableBooks,
    pub(super) visits: TableBooks,
}

impl Attendance {
    /// Reads the customers.
    pub(super) fn enrol(root: &Path, journeys: &Journeys, crowd: &Crowd) -> Self {
        let mut attendance = Self::default();
        if let Some(file) = &crowd.customers {
            let mut roll = Roll::default();
            attendance.customers = enrol(root, file, &mut roll);
            if !roll.open(journeys.touchpoint_count()) {
                attendance.customers.unread.push(Rejected {
                    source: "customers".to_owned(),
                    file: String::new(),
                    line: 0,
                    reason:
                        "too many customers and touchpoints to tell who met what; the customers \
                             are counted, churn by touchpoint is not"
                            .to_owned(),
                });
            }
            attendance.roll = Some(roll);
        }
        attendance
    }

    /// Reads the visits, and marks who passed on the roll.
    pub(super) fn visits(&mut self, root: &Path, journeys: &Journeys, crowd: &Crowd) {
        if crowd.visits.is_empty() {
            return;
        }
        let mut visits = Visits::new(journeys, self.roll.as_ref());
        for log in &crowd.visits {
            let books = visits.read(root, log);
            self.visits.rows.add(&books.rows);
            self.visits.rejected.extend(books.rejected);
            self.visits.unread.extend(books.unread);
            self.visits.broken |= books.broken;
        }
        self.exposure = visits.exposure();
    }

    /// Adds up what has been marked on the roll.
    pub(super) fn close(&mut self) {
        if let Some(roll) = self.roll.take() {
            self.found = Some(roll.customers());
        }
    }

    /// Enters all of it.
    pub(super) fn enter(self, overlay: &mut Overlay) {
        overlay.exposure = self.exposure;
        overlay.customers = self.found;
        let books = &mut overlay.books;
        books.visits = self.visits.rows;
        books.customers = self.customers.rows;
        for table in [self.visits, self.customers] {
            books.rejected.extend(table.rejected);
            books.unread.extend(table.unread);
        }
        books.unread.sort();
    }
}
