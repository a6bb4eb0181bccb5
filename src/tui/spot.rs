//! Where in a file what is chosen stands, for the user's editor.

use super::message::{Effect, Spot};
use super::state::{Row, Screen, State};

/// Why there is nothing to open.
pub(super) fn refusal(state: &State) -> Option<&'static str> {
    if state.history.is_saving() {
        return Some("an edit is being saved");
    }
    of(state).is_none().then_some("nothing is chosen")
}

/// Opens the file of what is chosen at its line.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    of(state).map(Effect::OpenEditor).into_iter().collect()
}

fn of(state: &State) -> Option<Spot> {
    let file = |file: &str, line: usize| Spot::File {
        file: file.to_owned(),
        line,
    };
    if state.screen == Screen::Problems {
        let problem = state.problems().nth(state.line)?;
        return Some(file(&problem.file, problem.line));
    }
    let journeys = &state.workspace.journeys;
    match (state.touchpoint, state.row) {
        (Some(index), _) => {
            let address = journeys.touchpoint(index).address.clone();
            Some(Spot::Touchpoint(address))
        }
        (None, Some(Row::Broken(place))) => {
            let broken = journeys.broken().get(place)?;
            Some(file(&broken.file, broken.line))
        }
        (None, Some(Row::Journey(place))) => Some(file(&journeys.all().get(place)?.file, 1)),
        (None, None) => Some(file("pothole.yaml", 1)),
    }
}
