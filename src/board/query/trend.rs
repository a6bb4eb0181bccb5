//! The course of complaints: the last weeks against those before them.

use super::Ground;
use crate::feedback::{Day, Polarity};
use crate::journey::TouchpointIndex;
use crate::measures::{Incidence, Verdict, before_after};

/// Which way complaints went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// More than before, and more than chance explains.
    Worse,
    /// Fewer.
    Better,
    /// Chance could explain the difference.
    Steady,
}

impl Course {
    /// Every word with what it means.
    pub const WORDS: [(&'static str, Self); 3] = [
        ("worse", Self::Worse),
        ("better", Self::Better),
        ("steady", Self::Steady),
    ];
}

/// How many days are the last ones.
const LAST: i32 = 4 * 7;
/// How many before them they are held against, where there are so many.
const BEFORE: i32 = 13 * 7;

/// The course of a touchpoint's complaints: the exact test of [`before_after`] on the last 4 weeks of the
/// board against the 13 before, or as many as there are but not fewer than 4. `None` without those.
pub(super) fn course(ground: &Ground<'_>, index: TouchpointIndex) -> Option<Course> {
    let (Day(first), Day(last)) = ground.board.days?;
    let begin = last - LAST + 1;
    let from = first.max(begin - BEFORE);
    if begin - from < LAST {
        return None;
    }
    let (mut before, mut after) = (0, 0);
    let tally = &ground.overlay.tally;
    for entry in ground.lens.of(tally, index) {
        let complains = tally
            .readings
            .get(usize::from(entry.reading))
            .is_some_and(|reading| reading.polarity == Polarity::Complaint);
        match entry.day {
            _ if !complains => {}
            day if day >= begin && day <= last => after += entry.count,
            day if day >= from && day < begin => before += entry.count,
            _ => {}
        }
    }
    let compared = before_after(
        &Incidence::new(before, f64::from(begin - from)),
        &Incidence::new(after, f64::from(LAST)),
    );
    Some(match compared.map(|compared| compared.verdict) {
        Ok(Verdict::Worse) => Course::Worse,
        Ok(Verdict::Better) => Course::Better,
        Ok(Verdict::NotShownYet) | Err(_) => Course::Steady,
    })
}
