//! What can be put on the terminal's clipboard.

use super::message::Effect;
use super::state::{State, Tone};

/// Copies the chosen touchpoint's address.
pub(super) fn address(state: &mut State) -> Vec<Effect> {
    let Some(index) = state.touchpoint else {
        return Vec::new();
    };
    let touchpoint = state.workspace.journeys.touchpoint(index);
    let address = touchpoint.address.to_string();
    state.say(Tone::Good, format!("copied {address}"));
    vec![Effect::Copy(address)]
}
