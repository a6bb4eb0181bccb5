//! The day a command looks from: given, or the one the machine's calendar says. Read here and nowhere
//! deeper.

use super::lens::day;
use crate::feedback::Day;
use crate::tui::today;
use clap::Args;

/// The day to look from.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Today {
    /// Look from this day, as YYYY-MM-DD, instead of today
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Day>,
}

impl Today {
    /// The day.
    pub(super) fn day(self) -> Day {
        self.today.unwrap_or_else(today)
    }
}
