//! What is promised about a touchpoint: its open actions, what is overdue, and fixes that came back.

use super::paper::Paper;
use crate::board::{Card, Fix};
use crate::journey::{Status, TouchpointIndex};
use crate::tui::state::State;

/// Writes the actions that are not shipped, and those that came back, with the reason.
pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex, fixes: &[Fix]) {
    let journeys = &state.workspace.journeys;
    for card in state.board.cards_of(journeys, index, fixes) {
        let Some(action) = card.of(journeys) else {
            continue;
        };
        if card.came_back().is_none() && card.column < Status::Shipped {
            let roster = &state.workspace.charter.roster;
            let owner = action.owner.as_deref();
            let owner = owner.map_or("nobody", |id| roster.title(id));
            let said = format!("{}, {owner}", action.title);
            paper.text(card.column.word(), &said, paper.theme.text());
            if let Some(due) = action.due.filter(|_| card.overdue.is_none()) {
                paper.text("", &format!("due {due}"), paper.theme.dim());
            }
        }
        remark(paper, &card);
    }
}

/// Writes how late an action is, and why it came back.
pub(super) fn remark(paper: &mut Paper, card: &Card) {
    let theme = paper.theme;
    match card.overdue {
        Some(1) => paper.text("", "1 day overdue", theme.bad()),
        Some(days) => paper.text("", &format!("{days} days overdue"), theme.bad()),
        None => {}
    }
    if let Some(relapse) = card.came_back() {
        paper.text("came back", &relapse.reason(), theme.bad());
    }
}
