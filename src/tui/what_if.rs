//! What if the chosen touchpoint were fixed: the whole board moves, and moves back.

use super::command::Command;
use super::state::{State, Tone};

/// Why it cannot be asked of the chosen touchpoint.
pub(super) fn refusal(state: &State) -> Option<&'static str> {
    let Some(index) = state.touchpoint else {
        return Some("choose a touchpoint first");
    };
    if state.fixed.is_some() {
        return None;
    }
    let (journeys, charter) = (&state.workspace.journeys, &state.workspace.charter);
    let fixed = state.board.as_if_fixed(journeys, charter, index);
    fixed
        .is_err()
        .then_some("it complains no more than the journey's median, or too few have spoken")
}

/// Shows the board as if the chosen touchpoint were fixed, or as it is again.
pub(super) fn toggle(state: &mut State) {
    if state.fixed.take().is_some() {
        state.rebuild();
        state.say(Tone::Plain, "numbers as they are");
        return;
    }
    state.fixed = state.touchpoint;
    state.rebuild();
    if let Some(index) = state.fixed {
        let title = &state.workspace.journeys.touchpoint(index).title;
        let key = state.keymap.label(Command::WhatIf);
        let said =
            format!("as if {title} complained like the journey's median; {key} shows what is");
        state.say(Tone::Plain, said);
    }
}
