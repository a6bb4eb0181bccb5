//! How many customers passed each touchpoint, by day.

use super::{Day, UNDATED};
use crate::journey::TouchpointIndex;
use std::ops::Range;

/// How many passed one touchpoint on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passing {
    /// The touchpoint, in the workspace's order.
    pub touchpoint: u32,
    /// Days since 1970-01-01, or [`UNDATED`].
    pub day: i32,
    /// How many.
    pub visits: u64,
}

/// Visits of a whole workspace.
///
/// Passings are sorted by touchpoint, then day, and no two have the same, so a touchpoint's passings are
/// one slice and its days come in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exposure {
    passings: Vec<Passing>,
}

impl Exposure {
    /// Puts passings in order and adds up those of one touchpoint and day.
    pub fn new(mut passings: Vec<Passing>) -> Self {
        passings.sort_unstable_by_key(|passing| (passing.touchpoint, passing.day));
        passings.dedup_by(|later, kept| {
            let same = (later.touchpoint, later.day) == (kept.touchpoint, kept.day);
            if same {
                kept.visits += later.visits;
            }
            same
        });
        Self { passings }
    }

    /// Whether nobody is known to have passed anywhere.
    pub fn is_empty(&self) -> bool {
        self.passings.is_empty()
    }

    /// Every passing, in order.
    pub fn passings(&self) -> &[Passing] {
        &self.passings
    }

    /// The passings of one touchpoint, those without a date first, then by day.
    pub fn of(&self, touchpoint: TouchpointIndex) -> &[Passing] {
        let place = touchpoint.index() as u32;
        let from = self.passings.partition_point(|p| p.touchpoint < place);
        let to = self.passings.partition_point(|p| p.touchpoint <= place);
        &self.passings[from..to]
    }

    /// How many passed a touchpoint in all; `None` when nothing counts those who pass it.
    pub fn total(&self, touchpoint: TouchpointIndex) -> Option<u64> {
        let passings = self.of(touchpoint);
        (!passings.is_empty()).then(|| passings.iter().map(|passing| passing.visits).sum())
    }

    /// How many passed a touchpoint on some days; `None` when nothing with a date counts them.
    pub fn during(&self, touchpoint: TouchpointIndex, days: &Range<Day>) -> Option<u64> {
        let passings = self.of(touchpoint);
        let dated = passings.iter().filter(|passing| passing.day != UNDATED);
        let mut dated = dated.peekable();
        dated.peek()?;
        let within = dated.filter(|passing| days.contains(&Day(passing.day)));
        Some(within.map(|passing| passing.visits).sum())
    }

    /// How many passed a touchpoint in each week that has any, by the Monday it begins on, in order.
    pub fn by_week(&self, touchpoint: TouchpointIndex) -> Vec<(Day, u64)> {
        let mut weeks: Vec<(Day, u64)> = Vec::new();
        for passing in self.of(touchpoint).iter().filter(|p| p.day != UNDATED) {
            let monday = Day(passing.day).monday();
            match weeks.last_mut() {
                Some((last, visits)) if *last == monday => *visits += passing.visits,
                _ => weeks.push((monday, passing.visits)),
            }
        }
        weeks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passing(touchpoint: u32, day: i32, visits: u64) -> Passing {
        Passing {
            touchpoint,
            day,
            visits,
        }
    }

    #[test]
    fn passings_add_up_by_touchpoint_day_and_week() {
        let monday = Day::parse_iso("2025-01-06").unwrap();
        let exposure = Exposure::new(vec![
            passing(1, monday.0 + 7, 5),
            passing(1, monday.0 + 6, 2),
            passing(0, UNDATED, 9),
            passing(1, monday.0, 1),
            passing(1, monday.0, 3),
            passing(1, UNDATED, 4),
        ]);
        let at = TouchpointIndex::new;
        assert_eq!(exposure.passings().len(), 5);
        let totals = [0, 1, 2].map(|place| exposure.total(at(place)));
        assert_eq!(totals, [Some(9), Some(15), None]);
        let weeks = [(monday, 6), (Day(monday.0 + 7), 5)];
        assert_eq!(exposure.by_week(at(1)), weeks);
        let first = monday..Day(monday.0 + 7);
        assert_eq!(exposure.during(at(1), &first), Some(6));
        assert_eq!(exposure.during(at(0), &first), None);
    }
}
