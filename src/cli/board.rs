//! `pothole [PATH]`: the board, in the terminal.

use super::exit::{Exit, say};
use super::place::Place;
use crate::{tui, workspace};
use std::io::{self, IsTerminal};
use std::path::Path;

/// Opens the board.
pub(super) fn run(place: &Place, path: Option<&Path>) -> anyhow::Result<Exit> {
    let root = match path {
        Some(path) => workspace::locate(&place.path(path))?,
        None => place.root()?,
    };
    if !io::stdout().is_terminal() {
        say("error: the board needs a terminal on standard output");
        say(
            "help: `pothole export --format markdown` prints it; `pothole --help` lists all commands",
        );
        return Ok(Exit::Failed);
    }
    let theme = place.looks.theme(place.color)?;
    tui::run(&root, theme, place.cache.clone())?;
    Ok(Exit::Well)
}
