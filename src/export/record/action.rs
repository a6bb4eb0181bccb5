//! One action, with the column it stands in and what the numbers say of it.

use crate::board::Card;
use crate::export::actions::column;
use crate::journey::{Action, ActionField};
use serde::Serialize;

/// One action.
#[derive(Serialize)]
pub(super) struct ActionRecord<'a> {
    action: &'a str,
    title: &'a str,
    owner: Option<&'a str>,
    status: &'static str,
    column: &'static str,
    opened: Option<String>,
    due: Option<String>,
    shipped: Option<String>,
    told: Option<String>,
    overdue_days: Option<u32>,
    proof: Option<String>,
    root_cause: Option<&'a str>,
    done: Option<&'a str>,
    link: Option<&'a str>,
}

impl<'a> ActionRecord<'a> {
    pub(super) fn of(card: &Card, action: &'a Action) -> Self {
        Self {
            action: &action.id,
            title: &action.title,
            owner: action.owner.as_deref(),
            status: action.status.word(),
            column: column(card),
            opened: action.get(ActionField::Opened),
            due: action.get(ActionField::Due),
            shipped: action.get(ActionField::Shipped),
            told: action.get(ActionField::Told),
            overdue_days: card.overdue,
            proof: card.proof(),
            root_cause: action.root_cause.as_deref(),
            done: action.done.as_deref(),
            link: action.link.as_deref(),
        }
    }
}
