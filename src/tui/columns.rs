//! The friction board as columns: moving about its cards, and moving a card, which is an edit of the YAML
//! or a refusal with its reason.

use super::command::Command;
use super::message::Effect;
use super::state::{Screen, State, Tone};
use super::{browse, history, lens, owner};
use crate::board::{Board, Card, Column, ColumnCard};
use crate::journey::{Action, ActionEdit, Edit, Status, TouchpointIndex};
use crate::measures::Verdict;
use std::sync::Arc;

/// The cards of each column, from left to right.
pub type Cards = Arc<[Vec<ColumnCard>; 6]>;

/// Which card is chosen: its touchpoint, and its action's id.
type Key = (TouchpointIndex, Option<String>);

/// How the columns are looked at.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// The cards, as long as they hold; made only while the columns are on screen.
    cards: Option<Cards>,
    chosen: Option<Key>,
    /// The column that was looked at last, for when the card is gone.
    column: usize,
    /// The card under the mouse while its button is down, and whether it was chosen before and not moved.
    held: Option<((usize, usize), bool)>,
}

/// Shows the columns, or leaves them.
pub(super) fn toggle(state: &mut State) {
    browse::show(state, Screen::Columns);
    look(state);
    settle(state);
}

/// Makes the cards while somebody sees them: whether a fix holds takes a look at every day since.
pub(super) fn look(state: &mut State) {
    if state.screen != Screen::Columns {
        state.vantage.columns.cards = None;
    } else if state.vantage.columns.cards.is_none() {
        let cards = (state.board).columns(&state.workspace.journeys, &state.overlay);
        state.vantage.columns.cards = Some(Arc::new(cards));
    }
}

/// Forgets the cards: the numbers have changed.
pub(super) fn forget(state: &mut State) {
    state.vantage.columns.cards = None;
}

/// All cards; none while the columns are not on screen.
pub fn cards(state: &State) -> Cards {
    state.vantage.columns.cards.clone().unwrap_or_default()
}

fn key(state: &State, card: &ColumnCard) -> Key {
    let action = action_of(state, card);
    (card.touchpoint, action.map(|action| action.id.clone()))
}

/// The action a card is about.
pub fn action_of<'a>(state: &'a State, card: &ColumnCard) -> Option<&'a Action> {
    card.action.as_ref()?.of(&state.workspace.journeys)
}

/// The column and the row of the chosen card; of the first card there is when that one is gone.
pub fn place(state: &State, cards: &[Vec<ColumnCard>; 6]) -> Option<(usize, usize)> {
    let columns = &state.vantage.columns;
    let all = cards.iter().enumerate();
    let mut places = all.flat_map(|(column, cards)| {
        let rows = cards.iter().enumerate();
        rows.map(move |(row, card)| (column, row, card))
    });
    let known = columns.chosen.as_ref();
    let found = places.find(|(.., card)| known == Some(&key(state, card)));
    if let Some((column, row, _)) = found {
        return Some((column, row));
    }
    let near = |at: &usize| !cards[*at].is_empty();
    let from = columns.column.min(5);
    let column = (from..6)
        .find(near)
        .or_else(|| (0..from).rev().find(near))?;
    Some((column, 0))
}

/// Makes the chosen card exist, and chooses its touchpoint everywhere.
fn settle(state: &mut State) {
    let cards = cards(state);
    if let Some((column, row)) = place(state, &cards) {
        choose(state, &cards, (column, row));
    }
}

fn choose(state: &mut State, cards: &[Vec<ColumnCard>; 6], (column, row): (usize, usize)) {
    let Some(card) = cards[column].get(row) else {
        return;
    };
    let chosen = Some(key(state, card));
    let columns = &mut state.vantage.columns;
    (columns.chosen, columns.column, columns.held) = (chosen, column, None);
    if state.touchpoint != Some(card.touchpoint) {
        browse::choose(state, card.touchpoint);
    }
}

/// Goes to another card.
pub(super) fn go(state: &mut State, command: Command) {
    let cards = cards(state);
    let Some((column, row)) = place(state, &cards) else {
        return;
    };
    let last = cards[column].len().saturating_sub(1);
    let next = match command {
        Command::Up => (column, row.saturating_sub(1)),
        Command::Down => (column, (row + 1).min(last)),
        Command::PageUp => (column, row.saturating_sub(5)),
        Command::PageDown => (column, (row + 5).min(last)),
        Command::First => (column, 0),
        Command::Last => (column, last),
        Command::Left | Command::Right => {
            let ahead = command == Command::Right;
            let full = |at: &usize| !cards[*at].is_empty();
            let found = if ahead {
                (column + 1..6).find(full)
            } else {
                (0..column).rev().find(full)
            };
            let Some(to) = found else { return };
            (to, row.min(cards[to].len() - 1))
        }
        _ => return,
    };
    choose(state, &cards, next);
}

/// Chooses a card that was clicked on, and holds it while the button is down.
pub(super) fn grab(state: &mut State, at: (usize, usize)) {
    let cards = cards(state);
    let again = place(state, &cards) == Some(at);
    choose(state, &cards, at);
    state.vantage.columns.held = Some((at, again));
}

/// A held card that is dragged is not opened, wherever it is let go. Over another column it says what
/// letting go would do.
pub(super) fn drag(state: &mut State, over: Option<usize>) {
    let Some(((from, row), again)) = &mut state.vantage.columns.held else {
        return;
    };
    *again = false;
    let (from, row) = (*from, *row);
    state.toast = None;
    let to = over
        .filter(|to| *to != from)
        .and_then(|to| Column::ALL.get(to));
    let cards = cards(state);
    let card = cards.get(from).and_then(|cards| cards.get(row));
    if let Some((card, to)) = card.zip(to) {
        match edit(state, card, (Column::ALL[from], *to)) {
            Ok(_) => state.say(
                Tone::Plain,
                format!("let go to move it to {}", to.title().to_lowercase()),
            ),
            Err(why) => state.say(Tone::Bad, why),
        }
    }
}

/// Lets a held card go over a column: another one moves it there, and its own opens it if it was chosen
/// before.
pub(super) fn release(state: &mut State, over: Option<usize>) -> Vec<Effect> {
    let held = state.vantage.columns.held.take();
    match (held, over) {
        (Some((card, _)), Some(column)) if card.0 != column && !state.history.is_saving() => {
            drop_on(state, card, column)
        }
        (Some((card, true)), Some(column)) if card.0 == column => {
            browse::open(state);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Moves the chosen card to the next column, or back to the one before.
pub(super) fn shift(state: &mut State, forward: bool) -> Vec<Effect> {
    let cards = cards(state);
    let Some((column, row)) = place(state, &cards) else {
        return Vec::new();
    };
    let to = if forward {
        column + 1
    } else {
        column.wrapping_sub(1)
    };
    if to > 5 {
        state.say(Tone::Plain, "there is no column beyond");
        return Vec::new();
    }
    drop_on(state, (column, row), to)
}

/// Moves a card to a column, as keys and dragging do.
pub fn drop_on(state: &mut State, (column, row): (usize, usize), to: usize) -> Vec<Effect> {
    let cards = cards(state);
    let Some(card) = cards.get(column).and_then(|cards| cards.get(row)) else {
        return Vec::new();
    };
    choose(state, &cards, (column, row));
    let Some(target) = Column::ALL.get(to).filter(|_| to != column) else {
        return Vec::new();
    };
    match edit(state, card, (Column::ALL[column], *target)) {
        Ok(Some(edit)) => {
            if let Edit::Action { edit, .. } = &edit {
                let action = edit.action().to_owned();
                state.vantage.columns.chosen = Some((card.touchpoint, Some(action)));
            }
            history::make(state, edit)
        }
        // Who is to own it is for the user to say.
        Ok(None) => {
            owner::begin(state);
            Vec::new()
        }
        Err(why) => {
            state.say(Tone::Bad, why);
            Vec::new()
        }
    }
}

/// The edit a move stands for; none where an owner has to be chosen first; or why it is refused.
fn edit(
    state: &State,
    card: &ColumnCard,
    (from, to): (Column, Column),
) -> Result<Option<Edit>, String> {
    let touchpoint = state.workspace.journeys.touchpoint(card.touchpoint);
    let action = action_of(state, card);
    match (action, to) {
        (_, Column::Unowned) => match &touchpoint.owner {
            None => Err("it has no owner to take away; its action says whose it is".to_owned()),
            Some(_) if from != Column::Owned => Err(format!(
                "it is {}: move it back to owned first",
                from.title().to_lowercase()
            )),
            Some(owner) => Ok(Some(Edit::Owner {
                touchpoint: touchpoint.address.clone(),
                from: Some(owner.clone()),
                to: None,
            })),
        },
        (_, Column::Owned) if from == Column::Unowned => Ok(None),
        (_, _) if from == Column::Unowned => {
            Err("nobody answers for it: move it to owned first".to_owned())
        }
        (None, Column::Fixing) => begin_fix(state, card.touchpoint).map(Some),
        (None, _) => Err("nothing is being fixed here yet: move it to fixing first".to_owned()),
        (Some(action), to) if came_back(card) => {
            if to > Column::Fixing {
                return Err("it came back: open it again first, then ship it anew".to_owned());
            }
            reopening(state, action, card, to).map(|edit| {
                Some(Edit::Action {
                    touchpoint: touchpoint.address.clone(),
                    edit,
                })
            })
        }
        (Some(action), to) => {
            if to == Column::Proven {
                proven(state, card)?;
            }
            let today = state.vantage.today.ok_or("no clock says which day it is")?;
            let status = to.status().unwrap_or_default();
            let edit = action.moved(status, today).map_err(|why| why.to_string())?;
            Ok(Some(Edit::Action {
                touchpoint: touchpoint.address.clone(),
                edit,
            }))
        }
    }
}

/// A first action for a hot touchpoint, being fixed from today on.
fn begin_fix(state: &State, index: TouchpointIndex) -> Result<Edit, String> {
    let journeys = &state.workspace.journeys;
    let touchpoint = journeys.touchpoint(index);
    let taken = |id: &str| {
        let mut all = journeys.touchpoints().flat_map(|(_, one)| &one.actions);
        all.any(|action| action.id == id)
    };
    let name = format!("fix-{}", touchpoint.address.touchpoint);
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    let id = names.find(|id| !taken(id)).unwrap_or(name);
    let today = state.vantage.today.ok_or("no clock says which day it is")?;
    Ok(Edit::Action {
        touchpoint: touchpoint.address.clone(),
        edit: ActionEdit::Add(Box::new(Action {
            id,
            title: format!("Fix: {}", touchpoint.title),
            owner: touchpoint.owner.clone(),
            status: Status::Fixing,
            opened: Some(today),
            ..Action::default()
        })),
    })
}

/// The action of a card as it stands by all feedback, whatever the lens.
fn by_all(state: &State, card: &ColumnCard) -> Option<Card> {
    let (journeys, charter) = (&state.workspace.journeys, &state.workspace.charter);
    let action = (card.touchpoint, card.action.as_ref()?.action);
    Board::card_by_all(journeys, charter, &state.overlay, action)
}

/// Refuses to call a fix proven that the numbers of all feedback do not prove.
fn proven(state: &State, card: &ColumnCard) -> Result<(), String> {
    let Some(fix) = by_all(state, card).and_then(|card| card.fix) else {
        return Err(
            "it was not shipped yet, so nothing proves it: move it to shipped first".to_owned(),
        );
    };
    match (&fix.relapse, fix.verdict(), &fix.weeks_to_show) {
        (Some(relapse), ..) => Err(format!("by all feedback it came back: {}", relapse.brief())),
        (None, Verdict::Better, _) => Ok(()),
        (None, _, Ok(weeks)) => Err(format!(
            "not shown yet: a halving would show in {weeks} more weeks"
        )),
        (None, _, Err(why)) => Err(format!("not shown yet: {}", why.sentence())),
    }
}

fn came_back(card: &ColumnCard) -> bool {
    (card.action.as_ref()).is_some_and(|card| card.came_back().is_some())
}

/// The edit that opens an action again that came back, with the reason; back in a column it is moved to.
/// The reason is that of all feedback; where only the lens shows it, it names the lens.
fn reopening(
    state: &State,
    action: &Action,
    card: &ColumnCard,
    to: Column,
) -> Result<ActionEdit, String> {
    let seen = card.action.as_ref().and_then(Card::came_back);
    let seen = seen.ok_or("the numbers do not say that it came back")?;
    let whole = by_all(state, card);
    let reason = match whole.as_ref().and_then(Card::came_back) {
        Some(relapse) => relapse.reason(),
        None => format!("{} ({})", seen.reason(), lens::words(state)),
    };
    let status = to.status().unwrap_or_default();
    (action.reopened(&reason, status)).map_err(|why| why.to_string())
}

/// The card that is chosen.
fn chosen(state: &State) -> Option<ColumnCard> {
    let cards = cards(state);
    let (column, row) = place(state, &cards)?;
    cards[column].get(row).cloned()
}

/// Why the chosen card is not to be opened again.
pub(super) fn reopen_refusal(state: &State) -> Option<&'static str> {
    if !chosen(state).is_some_and(|card| came_back(&card)) {
        return Some("the numbers do not say that it came back");
    }
    history::saving_refusal(state)
}

/// Writes into the YAML that the chosen card came back: it is being fixed, and why.
pub(super) fn reopen(state: &mut State) -> Vec<Effect> {
    let Some(card) = chosen(state) else {
        return Vec::new();
    };
    let touchpoint = state.workspace.journeys.touchpoint(card.touchpoint);
    let edit = action_of(state, &card);
    let edit = edit.map(|action| reopening(state, action, &card, Column::Fixing));
    match edit {
        Some(Ok(edit)) => {
            let touchpoint = touchpoint.address.clone();
            history::make(state, Edit::Action { touchpoint, edit })
        }
        Some(Err(why)) => {
            state.say(Tone::Bad, why);
            Vec::new()
        }
        None => Vec::new(),
    }
}
