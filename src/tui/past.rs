//! The history of the chosen touchpoint's owner: asked for when its tab is looked at.

use super::message::Effect;
use super::state::{Screen, State};
use super::tab::Tab;
use crate::journey::TouchpointIndex;
use crate::workspace::OwnerChange;

/// What a repository tells of an owner, or why it tells nothing.
pub type Told = Result<Vec<OwnerChange>, String>;

/// The history that was asked for last.
#[derive(Clone, Debug, Default)]
pub struct Past {
    asked: Option<TouchpointIndex>,
    told: Option<Told>,
}

impl Past {
    /// What is told of a touchpoint; `None` while it is being read.
    pub fn of(&self, touchpoint: Option<TouchpointIndex>) -> Option<&Told> {
        self.told.as_ref().filter(|_| self.asked == touchpoint)
    }
}

/// Asks for the history of the touchpoint on screen, unless it is known.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let looked = state.screen == Screen::Touchpoint && state.vantage.tab == Tab::History;
    let past = &mut state.vantage.past;
    let Some(touchpoint) = state.touchpoint.filter(|_| looked) else {
        return Vec::new();
    };
    if past.asked == Some(touchpoint) {
        return Vec::new();
    }
    (past.asked, past.told) = (Some(touchpoint), None);
    vec![Effect::ReadHistory(touchpoint)]
}

/// Takes what was told, when it is still what was asked for.
pub(super) fn take(state: &mut State, touchpoint: TouchpointIndex, told: Told) {
    if state.vantage.past.asked == Some(touchpoint) {
        state.vantage.past.told = Some(told);
    }
}

/// Forgets it: the files have changed.
pub(super) fn forget(state: &mut State) {
    state.vantage.past = Past::default();
}
