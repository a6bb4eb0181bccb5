//! The view a touchpoint was opened from, and the way back to it.

use super::state::{Screen, State};
use super::{columns, rounds};

/// Where the touchpoint on screen was opened from.
#[derive(Clone, Copy, Debug)]
pub struct Entrance {
    screen: Screen,
    /// The line that was chosen there.
    line: usize,
    /// The owner whose touchpoints were listed.
    opened: Option<usize>,
}

/// Gives the chosen touchpoint the screen.
pub(super) fn enter(state: &mut State) {
    if state.screen != Screen::Touchpoint {
        state.vantage.entrance = Some(Entrance {
            screen: state.screen,
            line: state.line,
            opened: state.rounds.opened,
        });
    }
    state.screen = Screen::Touchpoint;
    state.rounds.opened = None;
    state.scroll = 0;
    state.look_closer();
}

/// Leaves the touchpoint for the view it was opened from, the map where it was opened from nowhere else.
pub(super) fn leave(state: &mut State) {
    state.scroll = 0;
    let from = state.vantage.entrance.take();
    match from.map_or(Screen::Board, |from| from.screen) {
        Screen::Columns => columns::toggle(state),
        Screen::Teams => {
            rounds::show(state, Screen::Teams);
            state.rounds.opened = from.and_then(|from| from.opened);
        }
        Screen::Voices => rounds::show(state, Screen::Voices),
        _ => state.screen = Screen::Board,
    }
    state.line = from.map_or(0, |from| from.line);
}
