//! What is being done about a touchpoint: its open actions, what is overdue, and fixes that came back.

use super::paper::Paper;
use crate::board::{Card, Fix};
use crate::journey::{Status, TouchpointIndex};
use crate::tui::state::State;

/// Writes the actions that are not shipped, and those that came back, with the reason.
pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex, fixes: &[Fix]) {
    let journeys = &state.workspace.journeys;
    for card in state.board.cards_of(journeys, index, fixes) {
        write_card(paper, state, &card);
    }
}

fn write_card(paper: &mut Paper, state: &State, card: &Card) {
    let theme = paper.theme;
    let Some(action) = card.of(&state.workspace.journeys) else {
        return;
    };
    if let Some(relapse) = card.came_back() {
        paper.text("came back", &action.title, theme.bad());
        paper.text("", &relapse.reason(), theme.dim());
        return;
    }
    if card.column >= Status::Shipped {
        return;
    }
    let roster = &state.workspace.charter.roster;
    let owner = action.owner.as_deref();
    let owner = owner.map_or("nobody", |id| roster.title(id));
    paper.text(
        card.column.word(),
        &format!("{}, {owner}", action.title),
        theme.text(),
    );
    match (card.overdue, action.due) {
        (Some(1), _) => paper.text("", "1 day overdue", theme.bad()),
        (Some(days), _) => paper.text("", &format!("{days} days overdue"), theme.bad()),
        (None, Some(due)) => paper.text("", &format!("due {due}"), theme.dim()),
        (None, None) => {}
    }
}
