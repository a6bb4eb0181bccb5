//! Where in a file what is chosen stands, for the user's editor.

use super::message::{Effect, Spot};
use super::state::{Place, Row, State};
use super::words;

/// Why there is nothing to open.
pub(super) fn refusal(state: &State) -> Option<&'static str> {
    if state.history.is_saving() {
        return Some("an edit is being saved");
    }
    of(state).is_none().then_some("nothing is chosen")
}

/// Why no line of a list can be opened.
pub(super) fn line_refusal(state: &State) -> Option<&'static str> {
    let nothing = line(state).is_none().then_some("nothing stands here");
    nothing.or_else(|| refusal(state))
}

/// Opens the file of what is chosen at its line.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    of(state).map(Effect::OpenEditor).into_iter().collect()
}

/// The line of a list that has the keys, else the YAML of what is chosen.
fn of(state: &State) -> Option<Spot> {
    if let Some(spot) = line(state) {
        return Some(spot);
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

/// Where a problem, a rejected row or a customer's words stand, in a list of them.
fn line(state: &State) -> Option<Spot> {
    match state.place() {
        Place::Problems => {
            let problem = state.problems().nth(state.line)?;
            Some(file(&problem.file, problem.line))
        }
        Place::Rejected => {
            let books = &state.overlay.books;
            let mut rows = books.unread.iter().chain(&books.rejected);
            rows.nth(state.line).map(|row| at(&row.file, row.line))
        }
        Place::Words => words::chosen(state).map(|said| at(&said.file, said.line)),
        Place::Inbox => state.unmapped.row().map(|row| at(&row.file, row.line)),
        Place::Chair => {
            let seat = state.vantage.chair.seat();
            seat.map(|(_, said)| at(&said.file, said.line))
        }
        _ => None,
    }
}

fn file(file: &str, line: usize) -> Spot {
    Spot::File {
        file: file.to_owned(),
        line,
    }
}

fn at(name: &str, line: u64) -> Spot {
    file(name, usize::try_from(line).unwrap_or(0))
}
