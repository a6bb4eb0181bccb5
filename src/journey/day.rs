//! A calendar day as a number, and the ISO week it falls in.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A calendar day: days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Day(pub i32);

/// An ISO 8601 week, written `2025-W07`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Week {
    /// The ISO year, which differs from the calendar year around New Year.
    pub year: i32,
    /// 1 to 53.
    pub week: u8,
}

/// The first year whose months are looked up: dates of feedback are read one by one, and nearly all are recent.
const FIRST_YEAR: i32 = 1970;

/// The last day ahead of each month of a hundred years, and the last day of each year.
static MONTHS: [[i32; 13]; 100] = {
    let mut months = [[0; 13]; 100];
    let mut place = 0;
    while place < 100 * 13 {
        let (year, month) = (place / 13, place % 13);
        months[year][month] = ahead_of(FIRST_YEAR + year as i32, month as u32 + 1);
        place += 1;
    }
    months
};

/// The last day ahead of a month, 1 to 13: the thirteenth is the first of the next year.
///
/// Years are counted from March, so that the leap day is the last of its year (Howard Hinnant,
/// "chrono-compatible low-level date algorithms").
const fn ahead_of(year: i32, month: u32) -> i32 {
    let year = if month > 12 { year + 1 } else { year };
    let month = if month > 12 { 1 } else { month as i32 };
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

impl Day {
    /// The day of a date of the proleptic Gregorian calendar; `None` when there is no such date.
    #[inline(always)]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let known = MONTHS.get(year.wrapping_sub(FIRST_YEAR) as usize);
        let (before, last) = match known {
            Some(ends) => (ends[month as usize - 1], ends[month as usize]),
            None if (-9999..=9999).contains(&year) => {
                (ahead_of(year, month), ahead_of(year, month + 1))
            }
            None => return None,
        };
        let date = before + day as i32;
        (date <= last).then_some(Self(date))
    }

    /// The year, month (1 to 12) and day of the month.
    pub fn ymd(self) -> (i32, u32, u32) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 {
            month_from_march + 3
        } else {
            month_from_march - 9
        };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month as u32, day as u32)
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |part: &str| -> Option<u32> {
            part.bytes()
                .all(|b| b.is_ascii_digit())
                .then(|| part.parse().ok())
                .flatten()
        };
        let year = number(text.get(0..4)?)?;
        Self::from_ymd(
            year as i32,
            number(text.get(5..7)?)?,
            number(text.get(8..10)?)?,
        )
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> i32 {
        (self.0 + 3).rem_euclid(7)
    }

    /// The Monday of its ISO week.
    #[must_use]
    pub fn monday(self) -> Self {
        Self(self.0 - self.weekday())
    }

    /// The ISO week it falls in.
    pub fn week(self) -> Week {
        let thursday = Self(self.monday().0 + 3);
        let (year, ..) = thursday.ymd();
        let january_first = Self::from_ymd(year, 1, 1).unwrap_or(thursday);
        Week {
            year,
            week: ((thursday.0 - january_first.0) / 7 + 1) as u8,
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse_iso(&text).ok_or(text)
    }
}

impl Week {
    /// The Monday the week begins on.
    pub fn monday(self) -> Day {
        // 4 January is always in week 1.
        let fourth = Day::from_ymd(self.year, 1, 4).unwrap_or(Day(0));
        Day(fourth.monday().0 + 7 * (i32::from(self.week) - 1))
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_and_weeks_agree_with_a_calendar_library_over_three_centuries() {
        let epoch = date(1970, 1, 1);
        for offset in -36_500..73_000 {
            let day = Day(offset);
            let civil = epoch + jiff::Span::new().days(offset);
            let (year, month, of_month) = day.ymd();
            assert_eq!(
                (year, month, of_month),
                (
                    i32::from(civil.year()),
                    civil.month() as u32,
                    civil.day() as u32
                )
            );
            assert_eq!(Day::from_ymd(year, month, of_month), Some(day));
            let iso = civil.iso_week_date();
            assert_eq!(
                day.week(),
                Week {
                    year: i32::from(iso.year()),
                    week: iso.week() as u8
                }
            );
            assert_eq!(day.week().monday(), day.monday());
        }
    }

    #[test]
    fn a_date_that_does_not_exist_is_no_day() {
        for text in [
            "2025-02-29",
            "2025-13-01",
            "2025-00-10",
            "2025-1-10",
            "20250110",
            "2025-01-10T",
            "+025-01-10",
            "",
        ] {
            assert_eq!(Day::parse_iso(text), None, "{text}");
        }
        assert_eq!(
            Day::parse_iso("2024-02-29").map(|day| day.to_string()),
            Some("2024-02-29".into())
        );
    }
}
