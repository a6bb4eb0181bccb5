//! Undo and redo: edits made, and their inverses saved like any other edit.

use super::command::Command;
use super::message::Effect;
use super::state::{Mode, State, Toast, Tone};
use crate::journey::Edit;
use std::collections::VecDeque;
use std::sync::Arc;

/// What an edit under way is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    New,
    Undo,
    Redo,
}

/// Edits made, edits taken back, the one that is being saved, and the one that could not be.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: VecDeque<Edit>,
    /// Whether older ones were let go: the log has them all.
    forgotten: bool,
    undone: Vec<Edit>,
    saving: Option<(Edit, Purpose)>,
    /// Stays until it is tried again or another edit is made.
    failed: Option<(Edit, Purpose)>,
}

/// How many edits can be taken back from the board: a program that is open for weeks must not grow with each.
const MOST: usize = 500;

impl History {
    fn keep(&mut self, edit: Edit) {
        self.done.push_back(edit);
        if self.done.len() > MOST {
            self.done.pop_front();
            self.forgotten = true;
        }
    }

    /// Whether an edit is being saved.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// The edit that undo would take back.
    pub fn last(&self) -> Option<&Edit> {
        self.done.back()
    }

    /// The edit that redo would make again: one that could not be saved comes before those taken back.
    pub fn next(&self) -> Option<&Edit> {
        let failed = self.failed.as_ref().map(|(edit, _)| edit);
        failed.or_else(|| self.undone.last())
    }
}

const SAVING: &str = "an edit is being saved";

/// Why no other edit can be made now.
pub fn saving_refusal(state: &State) -> Option<&'static str> {
    state.history.is_saving().then_some(SAVING)
}

/// Why nothing can be taken back.
pub fn undo_refusal(state: &State) -> Option<&'static str> {
    match &state.history {
        history if history.is_saving() => Some(SAVING),
        history if history.done.is_empty() && history.forgotten => {
            Some("older edits are taken back by `pothole undo`")
        }
        history => history.done.is_empty().then_some("nothing was changed yet"),
    }
}

/// Why nothing can be made again.
pub fn redo_refusal(state: &State) -> Option<&'static str> {
    match &state.history {
        history if history.is_saving() => Some(SAVING),
        history => history.next().is_none().then_some("nothing was taken back"),
    }
}

/// Makes a new edit.
pub fn make(state: &mut State, edit: Edit) -> Vec<Effect> {
    begin(state, edit, Purpose::New)
}

/// Takes the last edit back.
pub fn undo(state: &mut State) -> Vec<Effect> {
    match state.history.done.back().map(Edit::inverse) {
        Some(edit) => begin(state, edit, Purpose::Undo),
        None => Vec::new(),
    }
}

/// Tries the edit again that could not be saved, or else makes the one taken back last again.
pub fn redo(state: &mut State) -> Vec<Effect> {
    if let Some((edit, purpose)) = state.history.failed.take() {
        return begin(state, edit, purpose);
    }
    match state.history.undone.last().cloned() {
        Some(edit) => begin(state, edit, Purpose::Redo),
        None => Vec::new(),
    }
}

fn begin(state: &mut State, edit: Edit, purpose: Purpose) -> Vec<Effect> {
    state.history.saving = Some((edit.clone(), purpose));
    state.history.failed = None;
    vec![Effect::Save(edit)]
}

/// An edit stands in its file: it takes hold on the board.
pub fn saved(state: &mut State, edit: &Edit, place: &str) {
    let Some((_, purpose)) = state.history.saving.take() else {
        return;
    };
    let history = &mut state.history;
    let word = match purpose {
        Purpose::New => {
            history.keep(edit.clone());
            history.undone.clear();
            "saved"
        }
        Purpose::Undo => {
            history.undone.extend(history.done.pop_back());
            "undone"
        }
        Purpose::Redo => {
            if let Some(edit) = history.undone.pop() {
                history.keep(edit);
            }
            "redone"
        }
    };
    apply(state, edit);
    state.toast = Some(Toast {
        tone: Tone::Good,
        text: format!("{word}: {}", edit.describe()),
        place: Some(place.to_owned()),
    });
}

/// An edit could not be saved: the board stays as the file is, and the edit can be tried again.
pub fn not_saved(state: &mut State, why: &str) {
    state.history.failed = state.history.saving.take();
    let again = match state.mode {
        // What is open there tries it again itself.
        Mode::Owner(_) | Mode::Feed(_) => String::new(),
        _ => format!("{} tries again; ", state.keymap.label(Command::Redo)),
    };
    state.say(Tone::Bad, format!("not saved: {again}{why}"));
}

fn apply(state: &mut State, edit: &Edit) {
    match edit {
        Edit::Owner { touchpoint, to, .. } => {
            if let Some(index) = state.workspace.journeys.find(touchpoint) {
                Arc::make_mut(&mut state.workspace)
                    .journeys
                    .set_owner(index, to.clone());
                super::browse::choose(state, index);
            }
        }
        Edit::Action { touchpoint, edit } => {
            if let Some(index) = state.workspace.journeys.find(touchpoint) {
                Arc::make_mut(&mut state.workspace)
                    .journeys
                    .edit_actions(index, edit);
                super::browse::choose(state, index);
            }
        }
        // The file's own change brings the rule in, with the rows it catches.
        Edit::Rule { touchpoint, .. } => {
            if let Some(index) = state.workspace.journeys.find(touchpoint) {
                super::browse::choose(state, index);
            }
        }
    }
    state.rebuild();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Address;

    #[test]
    fn as_many_edits_are_kept_as_a_day_has_and_the_newest_is_taken_back_first() {
        let edit = |number: usize| Edit::Owner {
            touchpoint: Address::new("j", "t"),
            from: None,
            to: Some(format!("team-{number}")),
        };
        let mut history = History::default();
        for number in 0..=MOST {
            assert!(!history.forgotten);
            history.keep(edit(number));
        }
        assert!(history.forgotten);
        assert_eq!(
            (history.done.len(), history.last()),
            (MOST, Some(&edit(MOST)))
        );
    }
}
