//! `pothole [PATH]`: the board, in the terminal.

use super::exit::{Exit, say};
use super::home::Home;
use super::place::Place;
use super::today::Today;
use crate::tui::{Habits, Setup};
use crate::{tui, workspace};
use std::io::{self, IsTerminal};
use std::path::Path;

/// How the board opens.
#[derive(Clone, Copy)]
pub(super) struct Opening {
    /// As for the first time, not as it was left.
    pub(super) fresh: bool,
    /// With the empty chair before it, for a meeting.
    pub(super) meeting: bool,
    /// The day to look from.
    pub(super) today: Today,
}

/// Opens the board.
pub(super) fn open(
    place: &Place,
    path: Option<&Path>,
    habits: Habits,
    opening: Opening,
) -> anyhow::Result<Exit> {
    let root = match path {
        Some(path) => workspace::locate(&place.path(path))?,
        None => place.root()?,
    };
    if !io::stdout().is_terminal() {
        say("error: the board needs a terminal on standard output");
        say(
            "help: `pothole show` says it in words, `pothole export --format markdown` writes it; `pothole --help` lists all commands",
        );
        return Ok(Exit::Failed);
    }
    let setup = Setup {
        theme: place.looks.theme(place.color, habits.taste)?,
        habits,
        cache: place.cache.clone(),
        whereabouts: Home::STATE.folder().path(),
        fresh: opening.fresh,
        today: opening.today.given(),
        meeting: opening.meeting,
    };
    tui::run(&root, setup)?;
    Ok(Exit::Well)
}
