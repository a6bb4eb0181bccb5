//! The page of a journey's own numbers: the very lines that `pothole journey` prints.

use super::state::{Screen, State};
use crate::board::Lens;
use crate::export::{Subject, Testimony, numbers};

/// The page of the chosen journey; nothing while it is not on screen.
pub(super) fn lines(state: &State) -> Vec<String> {
    let Some(journey) = state.journey().filter(|_| state.screen == Screen::Numbers) else {
        return Vec::new();
    };
    let workspace = &state.workspace;
    let mut board = state.board.clone();
    board.lens = Lens {
        journeys: vec![workspace.journeys.all()[journey].id.clone()],
        ..board.lens
    };
    let testimony = Testimony {
        drivers: state.drivers.clone(),
        ..Testimony::default()
    };
    let subject = Subject {
        journeys: &workspace.journeys,
        charter: &workspace.charter,
        sources: &workspace.sources,
        overlay: &state.overlay,
        board: &board,
        order: state.order,
        testimony: &testimony,
    };
    let mut text = Vec::new();
    match numbers(subject, &mut text) {
        Ok(()) => {
            let text = String::from_utf8_lossy(&text);
            let weighing = workspace.drivers.is_some() && state.drivers.is_none();
            let wait = [
                "",
                "What moves the overall score",
                "  the survey is being weighed",
            ];
            let wait = wait.into_iter().filter(|_| weighing);
            text.lines().chain(wait).map(str::to_owned).collect()
        }
        Err(error) => vec![error.to_string()],
    }
}
