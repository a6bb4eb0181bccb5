//! `pothole [PATH]`: the board, in the terminal.

use super::exit::{Exit, say};
use super::home::Home;
use super::place::Place;
use super::today::today;
use crate::tui::{Habits, Setup};
use crate::{tui, workspace};
use std::io::{self, IsTerminal};
use std::path::Path;

/// Opens the board.
pub(super) fn run(
    place: &Place,
    path: Option<&Path>,
    habits: Habits,
    fresh: bool,
) -> anyhow::Result<Exit> {
    open(place, path, habits, (fresh, false))
}

/// Opens the board, fresh or as it was left; in a meeting the empty chair before it.
pub(super) fn open(
    place: &Place,
    path: Option<&Path>,
    habits: Habits,
    (fresh, meeting): (bool, bool),
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
        fresh,
        today: today(),
        meeting,
    };
    tui::run(&root, setup)?;
    Ok(Exit::Well)
}
