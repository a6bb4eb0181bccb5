//! The filter: a query being typed, what it finds, and how its end could go on.

use super::line::Line;
use super::state::{Mode, State};
use crate::board::query::{Completion, Ground, completions};
use crate::board::{Query, QueryError};
use crate::journey::{Address, JourneyIndex, Roster, Touchpoint, TouchpointIndex};

/// How many ways to go on are offered.
const OFFERED: usize = 12;

/// What is typed, and what holds it.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// What is typed.
    pub line: Line,
    /// The touchpoints it finds, in the workspace's order.
    pub hits: Vec<TouchpointIndex>,
    /// Why what is typed cannot be understood; then the last query that could be still holds.
    pub error: Option<QueryError>,
    /// How its end could go on.
    pub offered: Vec<Completion>,
    /// The chosen one of them.
    pub chosen: usize,
    query: Query,
    journeys: Vec<bool>,
    /// The touchpoint that was chosen before anything was typed.
    from: Option<Address>,
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        self.query.is_empty()
    }

    /// Whether nothing stands on its line, understood or not.
    pub fn is_blank(&self) -> bool {
        self.line.text().trim().is_empty()
    }

    /// Whether a journey or one of its touchpoints is found.
    pub fn shows(&self, journey: JourneyIndex) -> bool {
        self.is_empty() || self.journeys.get(journey).copied().unwrap_or(false)
    }

    /// Whether a touchpoint is found.
    pub fn finds(&self, touchpoint: TouchpointIndex) -> bool {
        self.is_empty() || self.hits.binary_search(&touchpoint).is_ok()
    }

    /// Chooses the next way to go on, or the previous one.
    pub fn step(&mut self, forward: bool) {
        let of = self.offered.len().max(1);
        self.chosen = (self.chosen + if forward { 1 } else { of - 1 }) % of;
    }

    /// Understands what is typed, as far as it can be.
    fn read(&mut self) {
        match Query::parse(self.line.text()) {
            Ok(query) => {
                self.query = query;
                self.error = None;
            }
            Err(error) => self.error = Some(error),
        }
    }

    fn find(&mut self, ground: &Ground<'_>) {
        if self.is_empty() {
            self.hits.clear();
            self.journeys.clear();
            return;
        }
        self.hits = self.query.find(ground);
        let journeys = 0..ground.journeys.all().len();
        let mut shown: Vec<bool> = journeys
            .map(|journey| self.query.holds_of_journey(ground, journey))
            .collect();
        for hit in &self.hits {
            if let Some(shown) = shown.get_mut(ground.journeys.touchpoint(*hit).journey) {
                *shown = true;
            }
        }
        self.journeys = shown;
    }
}

/// Whether a touchpoint's names hold all of these words, in lower case.
pub(super) fn finds(touchpoint: &Touchpoint, roster: &Roster, words: &[&str]) -> bool {
    let owner = touchpoint.owner.as_deref();
    let text = [
        touchpoint.title.as_str(),
        &touchpoint.address.touchpoint,
        touchpoint.channel.as_deref().unwrap_or_default(),
        owner.unwrap_or("nobody"),
        owner.map_or("", |owner| roster.title(owner)),
    ];
    let text = text.join("\n").to_lowercase();
    words.iter().all(|word| text.contains(word))
}

/// Why there is no next hit.
pub fn refusal(state: &State) -> Option<&'static str> {
    if state.filter.is_empty() {
        return Some("there is no filter");
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
    let journeys = &state.workspace.journeys;
    let chosen = state.touchpoint.map(|index| journeys.touchpoint(index));
    state.filter.from = chosen.map(|touchpoint| touchpoint.address.clone());
    offer(state);
}

/// Sets the filter to a query and goes to its first hit.
pub fn set(state: &mut State, query: &str) {
    state.filter.line = Line::of(query);
    look(state);
}

/// Finds again without moving anything, after numbers or the workspace have changed.
pub(super) fn refresh(state: &mut State) {
    let mut filter = std::mem::take(&mut state.filter);
    if !filter.is_empty() {
        filter.find(&state.ground());
    }
    state.filter = filter;
}

/// Looks again, after the line or the workspace has changed, and goes to the first hit when what is
/// chosen is none.
pub fn look(state: &mut State) {
    let mut filter = std::mem::take(&mut state.filter);
    filter.read();
    filter.find(&state.ground());
    state.filter = filter;
    offer(state);
    state.settle();
    let chosen = state.touchpoint;
    if state.filter.is_empty() || chosen.is_some_and(|chosen| state.filter.finds(chosen)) {
        return;
    }
    let journey = state.journey();
    let mut hits = state.filter.hits.iter().copied();
    let here = hits.find(|hit| Some(state.workspace.journeys.touchpoint(*hit).journey) == journey);
    if let Some(hit) = here {
        super::browse::choose(state, hit);
    }
}

/// Finds how the end of the line could go on, while it is being typed.
fn offer(state: &mut State) {
    let offered = if matches!(state.mode, Mode::Filter) {
        completions(state.filter.line.text(), &state.ground(), OFFERED)
    } else {
        Vec::new()
    };
    state.filter.offered = offered;
    state.filter.chosen = 0;
}

/// Completes the end of the line by the chosen way to go on.
pub fn complete(state: &mut State) {
    let filter = &state.filter;
    if let Some(way) = filter.offered.get(filter.chosen) {
        let line = way.line.clone();
        set(state, &line);
    }
}

/// Shows everything again, and goes back to where one was when the typing began.
pub(super) fn cancel(state: &mut State) {
    let from = state.filter.from.take();
    clear(state);
    let from = from.and_then(|address| state.workspace.journeys.find(&address));
    if let Some(touchpoint) = from {
        super::browse::choose(state, touchpoint);
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
