//! Complaints of one touchpoint day by day, with what they are counted against.

use super::passed::Passed;
use super::polarities::{Heaps, Polarities};
use super::{Against, Board};
use crate::feedback::{Day, Overlay};
use crate::journey::TouchpointIndex;
use crate::measures::{Counts, Incidence};
use std::collections::BTreeMap;

/// One touchpoint's days under the lens.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Daily {
    /// What complaints are counted against.
    pub(super) against: Against,
    /// Complaints, by day.
    events: BTreeMap<i32, u64>,
    /// What they are counted against, by day.
    exposure: BTreeMap<i32, f64>,
}

impl Board {
    /// One touchpoint's days, against the best there is: those who passed; else those who answered,
    /// where nothing but answers was heard; else time, from the day something was first heard here.
    pub(super) fn daily(
        &self,
        overlay: &Overlay,
        index: TouchpointIndex,
        passed: Option<&Passed>,
    ) -> Daily {
        let somebody = |passed: &&Passed| passed.days.values().any(|count| *count > 0.0);
        if let Some(passed) = passed.filter(somebody) {
            return self.daily_against(overlay, index, passed);
        }
        let days = self.counts_by_day(overlay, index);
        let answers = self.answers(overlay, index);
        let only_answers =
            answers.polar() > 0 && answers.polar() == self.touchpoint(index).counts.polar();
        let events = days.iter().map(|(day, counts)| (*day, counts.complaints));
        let events = events.filter(|(_, complaints)| *complaints > 0).collect();
        if only_answers {
            let asked = days
                .iter()
                .map(|(day, counts)| (*day, counts.polar() as f64));
            return Daily {
                against: Against::Answers,
                events,
                exposure: asked.collect(),
            };
        }
        let first = days.first().map(|(day, _)| *day);
        let span = first
            .zip(self.days)
            .map(|(first, (_, last))| first..=last.0);
        let weeks = span.into_iter().flatten().map(|day| (day, 1.0 / 7.0));
        Daily {
            against: Against::Weeks,
            events,
            exposure: weeks.collect(),
        }
    }

    /// The same against customers known to have passed; complaints of weeks in which nobody is known to
    /// have passed are left out.
    pub(super) fn daily_against(
        &self,
        overlay: &Overlay,
        index: TouchpointIndex,
        passed: &Passed,
    ) -> Daily {
        let weeks = passed.mondays();
        let events = self.counts_by_day(overlay, index).into_iter();
        Daily {
            against: passed.against,
            events: events
                .filter(|(day, _)| weeks.binary_search(&Day(*day).monday().0).is_ok())
                .map(|(day, counts)| (day, counts.complaints))
                .collect(),
            exposure: passed.days.clone(),
        }
    }

    /// Counts of the days on which something was said, in order.
    fn counts_by_day(&self, overlay: &Overlay, index: TouchpointIndex) -> Vec<(i32, Counts)> {
        let tally = &overlay.tally;
        let ground = self.lens.ground(tally);
        let polarities = Polarities::of(&ground, tally);
        let mut days: Vec<(i32, Heaps)> = Vec::new();
        ground.each_dated(tally, index, |day, kind, count| {
            if days.last().is_none_or(|(last, _)| *last != day) {
                days.push((day, Heaps::default()));
            }
            if let Some((_, heaps)) = days.last_mut() {
                heaps.add(&polarities, kind, count);
            }
        });
        let days = days.into_iter().map(|(day, heaps)| (day, heaps.counts()));
        days.filter(|(_, counts)| counts.feedback() > 0).collect()
    }
}

impl Daily {
    /// The first day on which anything counts.
    pub(super) fn first(&self) -> Option<Day> {
        self.exposure.keys().next().copied().map(Day)
    }

    /// The days from `from` until the one before `to`.
    pub(super) fn during(&self, from: i32, to: i32) -> Incidence {
        if from >= to {
            return Incidence::new(0, 0.0);
        }
        let events = self.events.range(from..to).map(|(_, count)| count).sum();
        Incidence::new(
            events,
            self.exposure.range(from..to).map(|(_, count)| count).sum(),
        )
    }

    /// How many days of a span something was counted against.
    pub(super) fn days_during(&self, from: i32, to: i32) -> usize {
        if from >= to {
            0
        } else {
            self.exposure.range(from..to).count()
        }
    }

    /// Week by week, from the week of the first day to that of the last one given.
    pub(super) fn weekly(&self, last: Day) -> Vec<Incidence> {
        let Some(first) = self.first() else {
            return Vec::new();
        };
        let mondays = (first.monday().0..=last.monday().0).step_by(7);
        let week = |monday: i32| {
            let week = self.during(monday, monday + 7);
            // Seven sevenths are one week, whatever binary fractions say.
            let whole = (week.exposure - 1.0).abs() < 1e-9;
            if whole {
                Incidence::new(week.events, 1.0)
            } else {
                week
            }
        };
        mondays.map(week).collect()
    }
}
