//! The day that the machine's calendar says. Read at the edge alone, and handed on from there.

use crate::feedback::Day;

/// The day that it is where the program runs.
pub fn today() -> Day {
    let date = jiff::Zoned::now().date();
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    let found = Day::from_ymd(i32::from(date.year()), u32::from(month), u32::from(day));
    found.unwrap_or(Day(0))
}
