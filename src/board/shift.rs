//! Whether complaints at a touchpoint have lately become rarer or more frequent.

use super::{Board, Passed};
use crate::feedback::Overlay;
use crate::journey::TouchpointIndex;
use crate::measures::{BeforeAfter, Unsaid, before_after};

/// The weeks that are looked at, the last ones.
const LATELY: i32 = 4;

impl Board {
    /// Complaints of the last four weeks of the lens against those of as many weeks before as a spike is
    /// judged by; what complaints are counted against is the same as for a trend.
    pub fn shift(
        &self,
        overlay: &Overlay,
        index: TouchpointIndex,
        passed: Option<&Passed>,
    ) -> Result<BeforeAfter, Unsaid> {
        let (_, last) = self.days.ok_or(Unsaid::Undated)?;
        let end = last.0 + 1;
        let split = end - 7 * LATELY;
        let baseline = 7 * i32::try_from(self.vigilance.baseline).unwrap_or(i32::MAX / 8);
        let daily = self.daily(overlay, index, passed);
        before_after(
            &daily.during(split.saturating_sub(baseline), split),
            &daily.during(split, end),
        )
    }
}
