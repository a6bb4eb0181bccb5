//! The filter by text: which journeys and touchpoints hold what is typed.

use super::line::Line;
use super::state::{Mode, State};
use crate::journey::{Journey, JourneyIndex, Journeys, Roster, Touchpoint, TouchpointIndex};
use std::ops::Range;

/// What is typed, and what holds it.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// What is typed.
    pub line: Line,
    /// The touchpoints that hold it, in the workspace's order.
    pub hits: Vec<TouchpointIndex>,
    journeys: Vec<bool>,
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        self.line.text().trim().is_empty()
    }

    /// Whether a journey or one of its touchpoints holds what is typed.
    pub fn shows(&self, journey: JourneyIndex) -> bool {
        self.is_empty() || self.journeys.get(journey).copied().unwrap_or(false)
    }

    /// Whether a touchpoint holds what is typed.
    pub fn finds(&self, touchpoint: TouchpointIndex) -> bool {
        self.is_empty() || self.hits.binary_search(&touchpoint).is_ok()
    }

    fn finds_within(&self, touchpoints: &Range<usize>) -> bool {
        let first = self
            .hits
            .partition_point(|hit| hit.index() < touchpoints.start);
        self.hits
            .get(first)
            .is_some_and(|hit| hit.index() < touchpoints.end)
    }

    fn look(&mut self, journeys: &Journeys, roster: &Roster) {
        let wanted = self.line.text().trim().to_lowercase();
        let words: Vec<&str> = wanted.split_whitespace().collect();
        self.hits = journeys
            .touchpoints()
            .filter(|(_, touchpoint)| finds(touchpoint, roster, &words))
            .map(|(index, _)| index)
            .collect();
        self.journeys = journeys
            .all()
            .iter()
            .map(|journey| {
                holds(&journey_text(journey, roster), &words)
                    || self.finds_within(&journey.touchpoints)
            })
            .collect();
    }
}

fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().all(|word| text.contains(word))
}

/// Whether a touchpoint holds all of these words, in lower case.
pub(super) fn finds(touchpoint: &Touchpoint, roster: &Roster, words: &[&str]) -> bool {
    holds(&touchpoint_text(touchpoint, roster), words)
}

fn touchpoint_text(touchpoint: &Touchpoint, roster: &Roster) -> String {
    let owner = touchpoint.owner.as_deref();
    [
        touchpoint.title.as_str(),
        &touchpoint.address.touchpoint,
        touchpoint.channel.as_deref().unwrap_or_default(),
        owner.unwrap_or("nobody"),
        owner.map_or("", |owner| roster.title(owner)),
    ]
    .join("\n")
    .to_lowercase()
}

fn journey_text(journey: &Journey, roster: &Roster) -> String {
    let owner = journey.owner.as_deref();
    [
        journey.title.as_str(),
        &journey.id,
        journey.persona.as_deref().unwrap_or_default(),
        owner.unwrap_or("nobody"),
        owner.map_or("", |owner| roster.title(owner)),
    ]
    .join("\n")
    .to_lowercase()
}

/// Why there is no next hit.
pub fn refusal(state: &State) -> Option<&'static str> {
    if state.filter.is_empty() {
        return Some("there is no filter; / sets one");
    }
    state
        .filter
        .hits
        .is_empty()
        .then_some("no touchpoint holds the filter's text")
}

/// Begins to type the filter.
pub fn begin(state: &mut State) {
    state.mode = Mode::Filter;
}

/// Looks again, after the line or the workspace has changed, and goes to the first hit when what is
/// chosen is none.
pub fn look(state: &mut State) {
    let workspace = &state.workspace;
    state
        .filter
        .look(&workspace.journeys, &workspace.charter.roster);
    state.settle();
    if state.filter.is_empty()
        || state
            .touchpoint
            .is_some_and(|chosen| state.filter.finds(chosen))
    {
        return;
    }
    let journey = state.journey();
    let mut hits = state.filter.hits.iter().copied();
    let here = hits.find(|hit| Some(state.workspace.journeys.touchpoint(*hit).journey) == journey);
    if let Some(hit) = here {
        super::browse::choose(state, hit);
    }
}

/// Shows everything again.
pub fn clear(state: &mut State) {
    state.filter = Filter::default();
    state.settle();
}

/// Goes to the next hit after what is chosen, or the previous one before it, round and round.
pub fn step(state: &mut State, forward: bool) {
    let hits = &state.filter.hits;
    let next = match state.touchpoint {
        None => hits.first(),
        Some(chosen) if forward => hits.iter().find(|hit| **hit > chosen).or(hits.first()),
        Some(chosen) => hits.iter().rev().find(|hit| **hit < chosen).or(hits.last()),
    };
    if let Some(hit) = next.copied() {
        super::browse::choose(state, hit);
    }
}
