//! The empty chair: one customer's own words fill the screen, those first where it hurts most, for the
//! first minutes of a meeting.

use super::browse;
use super::command::Command;
use super::message::Effect;
use super::state::{Screen, State};
use crate::board::Order;
use crate::feedback::{Place, Polarity, Verbatim};
use crate::journey::TouchpointIndex;

/// How many touchpoints are heard.
const TOUCHPOINTS: usize = 12;
/// How many complaints of each are looked at, and among how many of its newest rows.
const COMPLAINTS: usize = 5;
const NEWEST: usize = 200;
/// Words beyond this many bytes are not worth more.
const ENOUGH: usize = 280;

/// Who may sit in the chair.
#[derive(Clone, Debug, Default)]
pub struct Chair {
    /// Customers' words with their touchpoints, in the order they are heard.
    pub seats: Vec<(TouchpointIndex, Verbatim)>,
    /// Whose turn it is.
    pub at: usize,
    /// Whether the words have been read.
    pub read: bool,
    /// The scan whose words were asked for.
    asked: Option<u64>,
    /// The view that is come back to.
    from: Option<Screen>,
}

impl Chair {
    /// Whose words are on the screen.
    pub fn seat(&self) -> Option<&(TouchpointIndex, Verbatim)> {
        self.seats.get(self.at)
    }
}

/// Fills the screen with the words of a customer, or leaves them.
pub(super) fn toggle(state: &mut State) {
    if state.screen == Screen::Chair {
        return back(state);
    }
    state.vantage.chair = Chair {
        from: Some(state.screen),
        ..Chair::default()
    };
    state.screen = Screen::Chair;
}

/// Comes back to where the chair was asked for.
pub(super) fn back(state: &mut State) {
    state.screen = state.vantage.chair.from.take().unwrap_or(Screen::Board);
    state.scroll = 0;
}

/// Asks for words once all feedback has been read, and again when there is other feedback.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let wanted = state.screen == Screen::Chair && state.progress.is_none();
    if !wanted || state.vantage.chair.asked == Some(state.scan) {
        return Vec::new();
    }
    state.vantage.chair.asked = Some(state.scan);
    let places = candidates(state);
    if places.is_empty() {
        state.vantage.chair.read = true;
        return Vec::new();
    }
    let scan = state.scan;
    vec![Effect::ReadChair { scan, places }]
}

/// The newest complaints of the touchpoints that hurt most, and one praise of each.
fn candidates(state: &State) -> Vec<Place> {
    let journeys = &state.workspace.journeys;
    let ranking = state.board.ranking(journeys, &state.overlay, Order::Pain);
    let mut all = Vec::new();
    for ranked in ranking.into_iter().take(TOUCHPOINTS) {
        let newest = state
            .board
            .lens
            .newest(&state.overlay, ranked.touchpoint, NEWEST);
        let of = |wanted: Polarity, most: usize| {
            let readings = &state.overlay.tally.readings;
            let speaks = |place: &&Place| {
                let reading = readings.get(usize::from(place.reading));
                reading.is_some_and(|reading| reading.polarity == wanted)
            };
            newest
                .iter()
                .filter(speaks)
                .take(most)
                .copied()
                .collect::<Vec<_>>()
        };
        all.extend(of(Polarity::Complaint, COMPLAINTS));
        all.extend(of(Polarity::Praise, 1));
    }
    all
}

/// Takes the words that were read: of each touchpoint the most telling first, one touchpoint after the
/// other, praise when everybody has complained.
pub(super) fn take(state: &mut State, scan: u64, read: Vec<(TouchpointIndex, Verbatim)>) {
    if scan != state.scan {
        return;
    }
    let mut groups: Vec<(TouchpointIndex, Vec<Verbatim>)> = Vec::new();
    for (touchpoint, verbatim) in read {
        match groups.last_mut() {
            Some((group, said)) if *group == touchpoint => said.push(verbatim),
            _ => groups.push((touchpoint, vec![verbatim])),
        }
    }
    for (_, list) in &mut groups {
        list.sort_by_key(|one| {
            let praise = one.polarity != Polarity::Complaint;
            (praise, std::cmp::Reverse(one.text.trim().len().min(ENOUGH)))
        });
    }
    let rounds = groups.iter().map(|(_, list)| list.len()).max().unwrap_or(0);
    let seat = |round: usize| {
        let said = groups.iter();
        said.filter_map(move |(touchpoint, list)| Some((*touchpoint, list.get(round)?.clone())))
    };
    let mut seats: Vec<_> = (0..rounds).flat_map(seat).collect();
    seats.sort_by_key(|(_, one)| one.polarity != Polarity::Complaint);
    let chair = &mut state.vantage.chair;
    (chair.seats, chair.at, chair.read) = (seats, 0, true);
    sit(state);
}

/// Hears the next customer, or the one before; round and round.
pub(super) fn go(state: &mut State, command: Command) {
    let chair = &mut state.vantage.chair;
    let last = chair.seats.len().saturating_sub(1);
    chair.at = match command {
        Command::Left | Command::Up | Command::PageUp => chair.at.checked_sub(1).unwrap_or(last),
        Command::First => 0,
        Command::Last => last,
        _ if chair.at >= last => 0,
        _ => chair.at + 1,
    };
    sit(state);
}

/// Chooses the touchpoint the words are about, so that an owner can be put on it at once.
fn sit(state: &mut State) {
    if let Some((touchpoint, _)) = state.vantage.chair.seat() {
        let touchpoint = *touchpoint;
        if state.screen == Screen::Chair && state.touchpoint != Some(touchpoint) {
            browse::choose(state, touchpoint);
        }
    }
}
