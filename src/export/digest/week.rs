//! Which week a digest is of: the one asked for or, without a clock, the last whole one of the feedback.

use crate::board::Board;
use crate::feedback::{Day, Week};

/// Why there is no digest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeekError {
    /// Nothing has a date.
    #[error("no feedback has a date, so there is no week to tell of")]
    Undated,
    /// The text is no week.
    #[error("`{0}` is not a week; write it as 2026-W07")]
    NotAWeek(String),
    /// The week lies outside of the feedback.
    #[error("there is no feedback of week {asked}; the feedback runs from {first} to {last}")]
    Outside {
        /// The week asked for.
        asked: Week,
        /// The first week there is.
        first: Week,
        /// The last one.
        last: Week,
    },
}

/// The week asked for, when the feedback has it; else the last whole week of the feedback, or the last
/// one where it has no whole week.
pub fn digest_week(board: &Board, asked: Option<&str>) -> Result<Week, WeekError> {
    let (first, last) = board.days.ok_or(WeekError::Undated)?;
    let Some(text) = asked else {
        let monday = last.monday();
        let whole = last.weekday() == 6 || monday.0 - 7 < first.monday().0;
        let monday = if whole { monday } else { Day(monday.0 - 7) };
        return Ok(monday.week());
    };
    let asked = read(text).ok_or_else(|| WeekError::NotAWeek(text.to_owned()))?;
    let within = first.monday().0..=last.monday().0;
    if !within.contains(&asked.monday().0) {
        let (first, last) = (first.week(), last.week());
        return Err(WeekError::Outside { asked, first, last });
    }
    Ok(asked)
}

/// Reads `2026-W07`; nothing for a week that its year does not have.
fn read(text: &str) -> Option<Week> {
    let (year, week) = text.split_once("-W")?;
    let digits =
        |text: &str, length| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    if !(digits(year, 4) && digits(week, 2)) {
        return None;
    }
    let week = Week {
        year: year.parse().ok()?,
        week: week.parse().ok()?,
    };
    (week.week > 0 && week.monday().week() == week).then_some(week)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_read_as_it_is_written() {
        for text in ["2026-W01", "2026-W53", "2025-W52"] {
            assert_eq!(
                read(text).map(|week| week.to_string()),
                Some(text.to_owned())
            );
        }
        for text in [
            "2025-W53",
            "2026-W00",
            "2026-W1",
            "2026W01",
            "W01",
            "2026-w01",
            "２０２６-W01",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
