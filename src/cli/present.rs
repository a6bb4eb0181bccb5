//! `pothole present`: the empty chair, for the first minutes of a meeting.

use super::board::Opening;
use super::exit::Exit;
use super::place::Place;
use super::today::Today;
use crate::tui::Habits;
use clap::{Args, ValueHint};
use std::path::PathBuf;

/// Fill the screen with one customer's own words after the other, for the beginning of a meeting
#[derive(Args, Debug)]
pub(super) struct Present {
    /// The workspace to open
    #[arg(value_hint = ValueHint::DirPath)]
    path: Option<PathBuf>,

    #[command(flatten)]
    today: Today,
}

impl Present {
    /// Opens the board with a customer in the chair.
    pub(super) fn run(self, place: &Place, habits: Habits) -> anyhow::Result<Exit> {
        let opening = Opening {
            fresh: true,
            meeting: true,
            today: self.today,
        };
        super::board::open(place, self.path.as_deref(), habits, opening)
    }
}
