//! A fix that came back: complaints are as frequent again as before it, or more.

use super::daily::Daily;
use crate::feedback::Day;
use crate::measures::{BeforeAfter, Incidence, Verdict, before_after};

/// How many days at the end of the feedback are held against those since the fix.
const LATE: i32 = 56;

/// Why a fix that was shipped does not hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Relapse {
    /// Complaints are more frequent than before it was shipped.
    Worse(BeforeAfter),
    /// It helped at first. In the last eight weeks complaints are more frequent than in the time since it was
    /// shipped until then, and not rarer any more than before it.
    Lost {
        /// The first day of those weeks.
        since: Day,
        /// The time it helped against the last eight weeks.
        comparison: BeforeAfter,
    },
}

impl Relapse {
    /// Looks for one in the days from a fix until the one before `to`.
    pub(super) fn of(
        before: &Incidence,
        daily: &Daily,
        shipped: Day,
        to: i32,
        whole: Option<&BeforeAfter>,
    ) -> Option<Self> {
        if let Some(whole) = whole.filter(|whole| whole.verdict == Verdict::Worse) {
            return Some(Self::Worse(whole.clone()));
        }
        let since = Day(to.saturating_sub(LATE));
        if since.0.saturating_sub(shipped.0) < LATE {
            return None;
        }
        let (early, late) = (daily.during(shipped.0, since.0), daily.during(since.0, to));
        let verdict = |one, other| before_after(one, other).map(|found| found.verdict);
        let helped = verdict(before, &early) == Ok(Verdict::Better);
        let helps = verdict(before, &late) == Ok(Verdict::Better);
        let comparison = before_after(&early, &late).ok()?;
        let lost = helped && !helps && comparison.verdict == Verdict::Worse;
        lost.then_some(Self::Lost { since, comparison })
    }

    /// The reason in a few words, for a card.
    pub fn brief(&self) -> String {
        let (found, than, after) = match self {
            Self::Worse(found) => (found, " than before", " of before".to_owned()),
            Self::Lost { since, comparison } => (comparison, "", format!(" since {since}")),
        };
        match &found.ratio {
            Ok(ratio) => format!("{:.1} times the complaints{after}", ratio.value),
            Err(_) if than.is_empty() => format!("more complaints{after}"),
            Err(_) => format!("more complaints{than}"),
        }
    }

    /// The reason in a sentence, without a full stop.
    pub fn reason(&self) -> String {
        let times = |found: &BeforeAfter| match &found.ratio {
            Ok(ratio) => format!(
                "{:.1} times as frequent ({:.1} to {:.1})",
                ratio.value, ratio.interval.low, ratio.interval.high
            ),
            Err(_) => "more frequent".to_owned(),
        };
        match self {
            Self::Worse(found) => {
                format!("complaints are {} as before it was shipped", times(found))
                    .replace("more frequent as", "more frequent than")
            }
            Self::Lost { since, comparison } => format!(
                "since {since} complaints are {} as in the time before that, and not rarer any more than \
                 before it was shipped",
                times(comparison)
            )
            .replace("more frequent as", "more frequent than"),
        }
    }
}
