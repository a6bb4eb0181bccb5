//! The two spans of a scorecard: the one it speaks of, and the one before it that it is compared with.

use super::Lens;
use crate::feedback::{Day, Overlay};

/// Two spans of days, one right before the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spans {
    /// The first and the last day that the scorecard speaks of.
    pub now: (Day, Day),
    /// As many days right before, as far as there was feedback by then; `None` where there was none.
    pub before: Option<(Day, Day)>,
}

impl Spans {
    /// The spans under a lens: from its first day to its last where it names both, else so many weeks up to
    /// its last day or the last day of the feedback. `None` when nothing is dated.
    pub fn of(overlay: &Overlay, lens: &Lens, weeks: u32) -> Option<Self> {
        let days = overlay.tally.days()?;
        let last = lens.until.unwrap_or(Day(days.end.0 - 1));
        let length = 7 * weeks.max(1) as i32;
        let first = lens.since.unwrap_or(Day(last.0 - length + 1));
        let length = last.0 - first.0 + 1;
        let before = (Day((first.0 - length).max(days.start.0)), Day(first.0 - 1));
        Some(Self {
            now: (first, last),
            before: (before.0 <= before.1).then_some(before),
        })
    }

    /// The weeks of a span, as a number.
    pub fn weeks((first, last): (Day, Day)) -> f64 {
        f64::from(last.0 - first.0 + 1) / 7.0
    }

    /// The same lens on one of the spans.
    pub(super) fn lens(lens: &Lens, (first, last): (Day, Day)) -> Lens {
        Lens {
            since: Some(first),
            until: Some(last),
            ..lens.clone()
        }
    }
}
