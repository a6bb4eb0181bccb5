//! The day a command looks from: given, or the one the machine's calendar says. Read here and nowhere
//! deeper.

use super::lens::day;
use crate::feedback::Day;
use clap::Args;

/// The day to look from.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Today {
    /// Look from this day, as YYYY-MM-DD, instead of today
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Day>,
}

impl Today {
    /// The day that was given, where one was.
    pub(super) fn given(self) -> Option<Day> {
        self.today
    }

    /// The day.
    pub(super) fn day(self) -> Day {
        self.today.unwrap_or_else(today)
    }
}

/// The day that it is where the program runs.
fn today() -> Day {
    let date = jiff::Zoned::now().date();
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    let found = Day::from_ymd(i32::from(date.year()), u32::from(month), u32::from(day));
    found.unwrap_or(Day(0))
}
