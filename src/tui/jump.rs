//! The jump: from a few letters to any journey, touchpoint, owner or tag.

use super::line::Line;
use super::state::{Mode, Row, State};
use super::{browse, filter, finder};
use crate::journey::{JourneyIndex, TouchpointIndex};
use std::collections::BTreeSet;

/// Where one can go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A journey.
    Journey(JourneyIndex),
    /// A touchpoint.
    Touchpoint(TouchpointIndex),
    /// Every touchpoint of an owner, by the owner's id.
    Owner(String),
    /// Every touchpoint with a rule that looks for a tag.
    Tag(String),
}

/// One line to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Where it leads.
    pub target: Target,
    /// What it is called.
    pub title: String,
    /// Its id or address.
    pub id: String,
    text: String,
}

/// The list.
#[derive(Clone, Debug, Default)]
pub struct JumpList {
    /// What is typed.
    pub line: Line,
    /// Everything one can go to.
    pub all: Vec<Candidate>,
    /// What is found, the best first, as places in `all`.
    pub found: Vec<usize>,
    /// The chosen line.
    pub chosen: usize,
}

impl Target {
    /// What kind of thing it is, in a word.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Journey(_) => "journey",
            Self::Touchpoint(_) => "touchpoint",
            Self::Owner(_) => "owner",
            Self::Tag(_) => "tag",
        }
    }
}

/// Opens the list.
pub fn begin(state: &mut State) {
    state.mode = Mode::Jump(JumpList::default());
    gather(state);
}

/// Gathers everything again, when the list is open: the workspace is another.
pub(super) fn gather(state: &mut State) {
    if !matches!(state.mode, Mode::Jump(_)) {
        return;
    }
    let all = candidates(state);
    if let Mode::Jump(list) = &mut state.mode {
        list.all = all;
    }
    look(state);
}

fn candidates(state: &State) -> Vec<Candidate> {
    let candidate = |target: Target, title: &str, id: String| Candidate {
        text: format!("{title} {id}"),
        title: title.to_owned(),
        target,
        id,
    };
    let (journeys, roster) = (&state.workspace.journeys, &state.workspace.charter.roster);
    let mut all: Vec<Candidate> = Vec::new();
    for (place, journey) in journeys.all().iter().enumerate() {
        all.push(candidate(
            Target::Journey(place),
            &journey.title,
            journey.id.clone(),
        ));
    }
    let mut owners: BTreeSet<&str> = BTreeSet::new();
    for (index, touchpoint) in journeys.touchpoints() {
        let address = touchpoint.address.to_string();
        all.push(candidate(
            Target::Touchpoint(index),
            &touchpoint.title,
            address,
        ));
        owners.extend(touchpoint.owner.as_deref());
    }
    for owner in owners {
        let title = roster.title(owner);
        all.push(candidate(
            Target::Owner(owner.to_owned()),
            title,
            owner.to_owned(),
        ));
    }
    for tag in state.ground().all_tags() {
        all.push(candidate(Target::Tag(tag.to_owned()), tag, String::new()));
    }
    all
}

/// Finds again, after what is typed has changed.
pub fn look(state: &mut State) {
    if let Mode::Jump(list) = &mut state.mode {
        let texts = list.all.iter().map(|candidate| candidate.text.as_str());
        list.found = finder::best(list.line.text(), texts);
        list.chosen = 0;
    }
}

/// Goes to the chosen line. What hides it, a filter or a lens on journeys, is lifted.
pub fn accept(state: &mut State) {
    let Mode::Jump(list) = &state.mode else {
        return;
    };
    let place = list.found.get(list.chosen).copied();
    let Some(candidate) = place.and_then(|place| list.all.get(place)).cloned() else {
        return;
    };
    state.mode = Mode::Browse;
    if !matches!(
        state.place(),
        super::place::Place::Touchpoint | super::place::Place::Map
    ) {
        browse::to_map(state);
    }
    match candidate.target {
        Target::Journey(journey) => {
            uncover(state, journey);
            browse::choose_row(state, Row::Journey(journey));
        }
        Target::Touchpoint(index) => {
            uncover(state, state.workspace.journeys.touchpoint(index).journey);
            browse::choose(state, index);
        }
        Target::Owner(owner) => filter::set(state, &format!("owner:{}", quoted(&owner))),
        Target::Tag(tag) => filter::set(state, &format!("tag:{}", quoted(&tag))),
    }
}

/// A value as the filter's language writes it.
fn quoted(value: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    if value.chars().all(plain) {
        value.to_owned()
    } else {
        format!("\"{}\"", value.replace('"', ""))
    }
}

fn uncover(state: &mut State, journey: JourneyIndex) {
    if state.filter.shows(journey) {
        return;
    }
    filter::clear(state);
    state.say(super::state::Tone::Plain, "the filter hid it: cleared");
}
