//! The views of a team's own practice: who listens to customers, what each owner's card says, and which
//! source hears what.

use super::state::{Screen, State};
use super::view;
use super::{browse, entrance};
use crate::board::{Chorus, Listened, Scorecard, Scorecards};
use crate::export::{Ears, Paper, Review, listening, scorecards};
use crate::journey::TouchpointIndex;

/// How many touchpoints the chosen card's page lists: more than the tallest terminal has lines.
const MOST_LISTED: usize = 200;

/// What those views show, as far as one of them is on screen.
#[derive(Clone, Debug, Default)]
pub struct Rounds {
    /// The page of listening, line by line.
    pub page: Vec<String>,
    /// The scorecards.
    pub cards: Option<Scorecards>,
    /// The card whose touchpoints are listed instead of all cards.
    pub opened: Option<usize>,
    /// What the chosen card says, line by line, and which one it is.
    pub card: Vec<String>,
    read: Option<usize>,
    /// Who hears customers where.
    pub chorus: Option<Chorus>,
}

/// Forgets what was worked out: the numbers have changed.
pub(super) fn forget(state: &mut State) {
    (state.rounds.cards, state.rounds.chorus) = (None, None);
}

/// Makes anew what is on screen; scorecards and who hears customers stand until the numbers change.
pub(super) fn look(state: &mut State) {
    let known = std::mem::take(&mut state.rounds);
    state.rounds = Rounds {
        opened: known.opened,
        cards: known.cards,
        chorus: known.chorus,
        ..Rounds::default()
    };
    let workspace = &state.workspace;
    let (journeys, charter) = (&workspace.journeys, &workspace.charter);
    match state.screen {
        Screen::Listening => state.rounds.page = page(state),
        Screen::Teams if state.rounds.cards.is_none() => {
            let (lens, weeks) = (&state.board.lens, Scorecards::WEEKS);
            let cards = Scorecards::of(journeys, charter, &state.overlay, lens, weeks);
            state.rounds.cards = Some(cards);
        }
        Screen::Voices if state.rounds.chorus.is_none() => {
            let (board, sources) = (&state.board, &workspace.sources);
            state.rounds.chorus = Some(Chorus::of(board, journeys, &state.overlay, sources));
        }
        _ => {}
    }
    state.line = match state.screen {
        Screen::Teams | Screen::Voices => state.line.min(length(state).saturating_sub(1)),
        _ => state.line,
    };
}

/// The very lines that `pothole listen` prints.
fn page(state: &State) -> Vec<String> {
    let workspace = &state.workspace;
    let last = state.board.days.map(|(_, last)| last);
    let Some(today) = state.board.today.or(last) else {
        return vec!["Nothing is dated yet.".to_owned()];
    };
    let tally = &state.overlay.tally;
    let listened = Listened::of(&workspace.charter, &workspace.sources, tally, today);
    let ears = Ears {
        journeys: &workspace.journeys,
        charter: &workspace.charter,
        listened: &listened,
    };
    let mut text = Vec::new();
    lines(listening(ears, Paper::Text, &mut text), &text)
}

/// Reads the chosen card, unless that was done.
pub(super) fn read(state: &mut State) {
    if state.screen != Screen::Teams {
        return;
    }
    let chosen = state.rounds.opened.unwrap_or(state.line);
    if state.rounds.read != Some(chosen) {
        let card = self::chosen(state).map(|card| card_page(state, card));
        state.rounds.card = card.unwrap_or_default();
        state.rounds.read = Some(chosen);
    }
}

/// The card's own page, without its title.
fn card_page(state: &State, card: &Scorecard) -> Vec<String> {
    let Some(cards) = &state.rounds.cards else {
        return Vec::new();
    };
    let review = Review {
        journeys: &state.workspace.journeys,
        charter: &state.workspace.charter,
        scorecards: cards,
        only: Some(card),
        most: Some(MOST_LISTED),
    };
    let mut text = Vec::new();
    let mut page = lines(scorecards(review, Paper::Text, &mut text), &text);
    page.drain(..1.min(page.len()));
    page
}

fn lines(written: std::io::Result<()>, text: &[u8]) -> Vec<String> {
    match written {
        Ok(()) => String::from_utf8_lossy(text)
            .lines()
            .map(str::to_owned)
            .collect(),
        Err(error) => vec![error.to_string()],
    }
}

/// Shows one of the views, or leaves it when it is on screen.
pub(super) fn show(state: &mut State, screen: Screen) {
    browse::show(state, screen);
    state.rounds.opened = None;
    state.scroll = 0;
    state.look_closer();
}

/// How many lines the list on screen has.
pub(super) fn length(state: &State) -> usize {
    let rounds = &state.rounds;
    match state.screen {
        Screen::Teams => match opened(state) {
            Some(card) => card.touchpoints.len(),
            None => rounds.cards.as_ref().map_or(0, |cards| cards.cards.len()),
        },
        Screen::Voices => rounds
            .chorus
            .as_ref()
            .map_or(0, |chorus| chorus.lines.len()),
        _ => 0,
    }
}

/// The card whose touchpoints are listed.
pub(super) fn opened(state: &State) -> Option<&Scorecard> {
    state.rounds.cards.as_ref()?.cards.get(state.rounds.opened?)
}

/// The card that is chosen, or whose touchpoints are listed.
pub(super) fn chosen(state: &State) -> Option<&Scorecard> {
    let cards = &state.rounds.cards.as_ref()?.cards;
    cards.get(state.rounds.opened.unwrap_or(state.line))
}

/// Moves in the list on screen, or scrolls the page.
pub(super) fn step(state: &mut State, by: isize) {
    if state.screen == Screen::Listening {
        let most = state.rounds.page.len().saturating_sub(view::page(state));
        state.scroll = state.scroll.min(most).saturating_add_signed(by).min(most);
    } else {
        let last = length(state).saturating_sub(1);
        state.line = state.line.saturating_add_signed(by).min(last);
    }
}

/// Opens what is chosen: what an owner owns, or a touchpoint.
pub(super) fn open(state: &mut State) {
    let touchpoint = if state.screen == Screen::Voices {
        let chorus = state.rounds.chorus.as_ref();
        let line = chorus.and_then(|chorus| chorus.lines.get(state.line));
        line.map(|line| line.touchpoint)
    } else if let Some(card) = opened(state) {
        card.touchpoints.get(state.line).copied()
    } else {
        if chosen(state).is_some_and(|card| !card.touchpoints.is_empty()) {
            state.rounds.opened = Some(state.line);
            state.line = 0;
        }
        None
    };
    if let Some(touchpoint) = touchpoint {
        go_to(state, touchpoint);
    }
}

fn go_to(state: &mut State, touchpoint: TouchpointIndex) {
    browse::choose(state, touchpoint);
    entrance::enter(state);
}

/// Why nothing can be opened.
pub(super) fn refusal(state: &State) -> Option<&'static str> {
    let nothing = match state.screen {
        Screen::Teams => chosen(state).is_none_or(|card| card.touchpoints.is_empty()),
        _ => length(state) == 0,
    };
    nothing.then_some("nothing is owned here")
}

/// Goes back from what an owner owns to all owners; `false` when there is nothing to go back from.
pub(super) fn back(state: &mut State) -> bool {
    let opened = state
        .rounds
        .opened
        .take()
        .filter(|_| state.screen == Screen::Teams);
    state.line = opened.unwrap_or(state.line);
    opened.is_some()
}
