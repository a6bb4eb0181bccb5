//! What is done once on a thread of its own: waiting for the next week of a played history, reading the
//! words for the empty chair, asking the repository who owned a touchpoint.

use super::message::{Effect, Message};
use super::state::State;
use crate::feedback::{Place, verbatims};
use crate::journey::TouchpointIndex;
use crate::workspace::owner_history;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::Builder;
use std::time::Duration;

/// How long a week stands on the screen while the history is played.
const WEEK: Duration = Duration::from_millis(350);

/// Sends somebody to do it; the answer comes as a message. Other effects are nobody's errand.
pub(super) fn run(effect: Effect, state: &State, messages: &Sender<Message>) -> io::Result<()> {
    let errand: Box<dyn FnOnce() -> Message + Send> = match effect {
        Effect::Wait(tick) => Box::new(move || {
            std::thread::sleep(WEEK);
            Message::Tick(tick)
        }),
        Effect::ReadChair { scan, places } => read_chair(state, scan, places),
        Effect::ReadHistory(touchpoint) => read_history(state, touchpoint),
        _ => return Ok(()),
    };
    let messages = messages.clone();
    Builder::new().name("errand".into()).spawn(move || {
        // Nobody listens any more when the board was left meanwhile.
        let _ = messages.send(errand());
    })?;
    Ok(())
}

fn read_chair(state: &State, scan: u64, places: Vec<Place>) -> Box<dyn FnOnce() -> Message + Send> {
    let (root, sources) = (
        state.workspace.root.clone(),
        state.workspace.sources.clone(),
    );
    let overlay = Arc::clone(&state.overlay);
    Box::new(move || {
        let read = |place: &Place| {
            let touchpoint = TouchpointIndex::new(place.touchpoint as usize);
            let mut said = verbatims(&root, &sources, &overlay, std::slice::from_ref(place));
            let verbatim = said.pop().filter(|one| !one.text.trim().is_empty())?;
            Some((touchpoint, verbatim))
        };
        let list = places.iter().filter_map(read).collect();
        Message::ChairRead { scan, list }
    })
}

fn read_history(state: &State, touchpoint: TouchpointIndex) -> Box<dyn FnOnce() -> Message + Send> {
    let workspace = &state.workspace;
    let of = workspace.journeys.touchpoint(touchpoint);
    let (root, address) = (workspace.root.clone(), of.address.clone());
    let file = workspace.journeys.all()[of.journey].file.clone();
    Box::new(move || {
        let told = owner_history(&root, &file, &address.journey, &address.touchpoint);
        let told = told.map_err(|why| why.to_string());
        Message::HistoryRead { touchpoint, told }
    })
}
