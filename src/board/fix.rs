//! What became of a fix: complaints before it was shipped against complaints since.

use super::{Against, Board, Passed, Relapse};
use crate::feedback::{Day, Overlay};
use crate::journey::{Journeys, TouchpointIndex};
use crate::measures::{
    BeforeAfter, Incidence, Unsaid, Verdict, before_after, weeks_to_show_halving,
};

/// An action that was shipped, and whether it helped.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// The action, as a place in the touchpoint's list.
    pub action: usize,
    /// The day customers got it.
    pub shipped: Day,
    /// What complaints are counted against.
    pub against: Against,
    /// Complaints from the fix before, or from the beginning.
    pub before: Incidence,
    /// Complaints since, until the next fix.
    pub after: Incidence,
    /// The comparison.
    pub comparison: Result<BeforeAfter, Unsaid>,
    /// How many more weeks would show a halving.
    pub weeks_to_show: Result<u32, Unsaid>,
    /// Why it does not hold, where it came back.
    pub relapse: Option<Relapse>,
}

impl Fix {
    /// The verdict; "not shown yet" also where nothing can be compared.
    pub fn verdict(&self) -> Verdict {
        let comparison = self.comparison.as_ref();
        comparison.map_or(Verdict::NotShownYet, |comparison| comparison.verdict)
    }
}

impl Board {
    /// The shipped actions of a touchpoint, the first first. One that was shipped on the day of another
    /// is judged together with it: no numbers can part them.
    pub fn fixes(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        index: TouchpointIndex,
    ) -> Vec<Fix> {
        if journeys.touchpoint(index).actions.is_empty() {
            return Vec::new();
        }
        let passed = self.passed_at(journeys, overlay, index);
        self.fixes_against(journeys, overlay, index, passed.ok().as_ref())
    }

    /// The same where it has been looked up already who passed.
    pub fn fixes_against(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        index: TouchpointIndex,
        passed: Option<&Passed>,
    ) -> Vec<Fix> {
        let actions = journeys.touchpoint(index).actions.iter().enumerate();
        let mut shipped: Vec<(Day, usize)> = actions
            .filter_map(|(place, action)| Some((action.shipped?, place)))
            .collect();
        shipped.sort_unstable();
        if shipped.is_empty() {
            return Vec::new();
        }
        let daily = self.daily(overlay, index, passed);
        let end = self.days.map_or(i32::MIN, |(_, last)| last.0 + 1);
        let fixes = shipped.iter().map(|(day, action)| {
            let earlier = shipped.iter().rev().find(|(other, _)| other < day);
            let later = shipped.iter().find(|(other, _)| other > day);
            let from = earlier.map_or(i32::MIN, |(day, _)| day.0);
            let to = later.map_or(end, |(day, _)| day.0.min(end));
            let (before, after) = (daily.during(from, day.0), daily.during(day.0, to));
            let days = daily.days_during(from, day.0).max(1);
            let weekly = 7.0 * before.exposure / days as f64;
            let comparison = if after.exposure > 0.0 {
                before_after(&before, &after)
            } else {
                Err(Unsaid::NothingSince)
            };
            Fix {
                action: *action,
                shipped: *day,
                against: daily.against,
                relapse: Relapse::of(&before, &daily, *day, to, comparison.as_ref().ok()),
                comparison,
                weeks_to_show: weeks_to_show_halving(&before, after.exposure, weekly),
                before,
                after,
            }
        });
        fixes.collect()
    }
}
