//! The page of a journey's own numbers: the very lines that `pothole journey` prints.

use super::insight::LONG;
use super::state::{Screen, State};
use crate::board::{Board, DriverTable, Lens, Order};
use crate::export::{Subject, Testimony, numbers};
use crate::feedback::Overlay;
use crate::journey::JourneyIndex;
use crate::measures::Unsaid;
use crate::workspace::Workspace;

/// What stands on the page while it is being worked out.
pub(super) const WAITS: &str = "  being computed: this journey is long";

/// The page of the chosen journey; nothing while it is not on screen.
pub(super) fn lines(state: &State) -> Vec<String> {
    let Some(journey) = state.journey().filter(|_| state.screen == Screen::Numbers) else {
        return Vec::new();
    };
    let workspace = &state.workspace;
    if workspace.journeys.all()[journey].touchpoints.len() > LONG {
        let told = state.look.page.clone();
        return told.unwrap_or_else(|| vec!["Numbers".to_owned(), WAITS.to_owned()]);
    }
    let numbers = (&state.board, state.order, state.drivers.clone());
    written(workspace, &state.overlay, numbers, journey)
}

/// The page of a journey under a board's lens.
pub(super) fn written(
    workspace: &Workspace,
    overlay: &Overlay,
    (board, order, drivers): (&Board, Order, Option<Result<DriverTable, Unsaid>>),
    journey: JourneyIndex,
) -> Vec<String> {
    let mut board = board.clone();
    board.lens = Lens {
        journeys: vec![workspace.journeys.all()[journey].id.clone()],
        ..board.lens
    };
    let weighing = workspace.drivers.is_some() && drivers.is_none();
    let testimony = Testimony {
        drivers,
        ..Testimony::default()
    };
    let subject = Subject {
        journeys: &workspace.journeys,
        charter: &workspace.charter,
        sources: &workspace.sources,
        overlay,
        board: &board,
        order,
        testimony: &testimony,
    };
    let mut text = Vec::new();
    match numbers(subject, &mut text) {
        Ok(()) => {
            let text = String::from_utf8_lossy(&text);
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
