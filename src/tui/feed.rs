//! The choice of the touchpoint that a phrase is to feed: all of the workspace, narrowed by typing.

use super::line::Line;
use super::message::Effect;
use super::state::{Mode, State};
use super::{filter, history};
use crate::journey::{Edit, Journeys, PhraseRule, Roster, RuleChange, TouchpointIndex};

/// The picker.
#[derive(Clone, Debug)]
pub struct FeedPicker {
    /// The rule to be written.
    pub rule: PhraseRule,
    /// What is typed.
    pub line: Line,
    /// What can be chosen now.
    pub choices: Vec<TouchpointIndex>,
    /// The chosen line.
    pub chosen: usize,
    /// Why the last try was not saved.
    pub failed: Option<String>,
}

impl FeedPicker {
    /// Finds the touchpoints for what is typed: those whose title or id begins with it come first.
    fn look(&mut self, journeys: &Journeys, roster: &Roster) {
        let wanted = self.line.text().trim().to_lowercase();
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let found = journeys
            .touchpoints()
            .filter(|(_, touchpoint)| filter::finds(touchpoint, roster, &words));
        let mut found: Vec<_> = found
            .map(|(index, touchpoint)| {
                let names = [&touchpoint.title, &touchpoint.address.touchpoint];
                let first = names.map(|name| name.to_lowercase().starts_with(&wanted));
                (!first.contains(&true), index)
            })
            .collect();
        found.sort();
        self.choices = found.into_iter().map(|(_, index)| index).collect();
        self.chosen = 0;
    }

    /// Chooses a line so many further down, and stops at the ends.
    pub fn step(&mut self, by: isize) {
        let last = self.choices.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }
}

/// Why no rule can be written now.
pub fn refusal(state: &State) -> Option<&'static str> {
    if state.history.is_saving() {
        return Some("an edit is being saved");
    }
    if state.unmapped.phrase().is_empty() {
        return Some("type a phrase first");
    }
    let none = state.workspace.journeys.touchpoint_count() == 0;
    none.then_some("there is no touchpoint yet")
}

/// Opens the picker for the phrase, at the board's chosen touchpoint.
pub fn begin(state: &mut State) {
    let source = state.unmapped.source;
    let source = source.and_then(|source| state.workspace.sources.get(source));
    let mut picker = FeedPicker {
        rule: PhraseRule {
            phrase: state.unmapped.phrase().to_owned(),
            sources: source.map(|source| source.id.clone()).into_iter().collect(),
        },
        line: Line::default(),
        choices: Vec::new(),
        chosen: 0,
        failed: None,
    };
    picker.look(&state.workspace.journeys, &state.workspace.charter.roster);
    let mut choices = picker.choices.iter();
    let current = choices.position(|choice| Some(*choice) == state.touchpoint);
    picker.chosen = current.unwrap_or(0);
    state.mode = Mode::Feed(picker);
}

/// Finds the touchpoints again, after what is typed or the workspace has changed.
pub fn look(state: &mut State) {
    if let Mode::Feed(picker) = &mut state.mode {
        picker.look(&state.workspace.journeys, &state.workspace.charter.roster);
        picker.failed = None;
    }
}

/// Saves the rule at the chosen touchpoint. The picker stays open until it is saved.
pub fn accept(state: &mut State) -> Vec<Effect> {
    let saving = state.history.is_saving();
    let Mode::Feed(picker) = &mut state.mode else {
        return Vec::new();
    };
    let Some(index) = picker.choices.get(picker.chosen).filter(|_| !saving) else {
        return Vec::new();
    };
    picker.failed = None;
    let edit = Edit::Rule {
        touchpoint: state.workspace.journeys.touchpoint(*index).address.clone(),
        rule: picker.rule.clone(),
        change: RuleChange::Add,
    };
    history::make(state, edit)
}
