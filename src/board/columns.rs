//! The friction board as columns: from hot and unowned over fixing and shipped to told, what hurts most
//! on top.

use super::{Board, Card};
use crate::feedback::Overlay;
use crate::journey::{Journeys, Status, TouchpointIndex};
use std::collections::HashMap;

/// How far a touchpoint's friction has come on its way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// Hot, and nobody answers for it.
    Unowned,
    /// Somebody answers for it; nothing is being fixed yet.
    Owned,
    /// A fix is under way.
    Fixing,
    /// Customers have the fix.
    Shipped,
    /// The fix is known to have helped.
    Proven,
    /// Those who complained were told.
    Told,
}

impl Column {
    /// All of them, from left to right.
    pub const ALL: [Self; 6] = [
        Self::Unowned,
        Self::Owned,
        Self::Fixing,
        Self::Shipped,
        Self::Proven,
        Self::Told,
    ];

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Unowned => "Hot, nobody's",
            Self::Owned => "Owned",
            Self::Fixing => "Fixing",
            Self::Shipped => "Shipped",
            Self::Proven => "Proven",
            Self::Told => "Told",
        }
    }

    /// The status of an action in it; none where it takes an owner or none.
    pub fn status(self) -> Option<Status> {
        match self {
            Self::Unowned => None,
            Self::Owned => Some(Status::Planned),
            Self::Fixing => Some(Status::Fixing),
            Self::Shipped => Some(Status::Shipped),
            Self::Proven => Some(Status::Proven),
            Self::Told => Some(Status::Told),
        }
    }

    fn of(status: Status, owned: bool) -> Self {
        match status {
            Status::Planned if !owned => Self::Unowned,
            Status::Planned => Self::Owned,
            Status::Fixing => Self::Fixing,
            Status::Shipped => Self::Shipped,
            Status::Proven => Self::Proven,
            Status::Told => Self::Told,
        }
    }
}

/// A card of the columns: an action, or a hot touchpoint that has no action under way.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnCard {
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// The action as it stands; `None` for a touchpoint that is hot and nothing is being done about.
    pub action: Option<Card>,
    /// How much it hurts; 0 where that cannot be said.
    pub pain: f64,
}

impl Board {
    /// The cards of each column, of the journeys the lens shows; the most pain first, among equals as
    /// the workspace has them.
    ///
    /// An action stands where its status says; one that came back is being fixed, whatever its status
    /// says. A hot touchpoint has a card of its own while none of its actions is planned, being fixed, or
    /// shipped and not yet proven: what is proven or told and still hurts, hurts anew.
    pub fn columns(&self, journeys: &Journeys, overlay: &Overlay) -> [Vec<ColumnCard>; 6] {
        let mut columns: [Vec<ColumnCard>; 6] = Default::default();
        let mut actions: HashMap<TouchpointIndex, Vec<Card>> = HashMap::new();
        for card in self.cards(journeys, overlay) {
            actions.entry(card.touchpoint).or_default().push(card);
        }
        let shown = journeys
            .touchpoints()
            .filter(|(index, _)| self.shows(journeys, *index));
        for (index, touchpoint) in shown {
            let sheet = self.touchpoint(index);
            let pain = sheet.pain.as_ref().map_or(0.0, |pain| pain.severity);
            let mut put = |column: Column, action| {
                columns[column as usize].push(ColumnCard {
                    touchpoint: index,
                    action,
                    pain,
                });
            };
            let cards = actions.remove(&index).unwrap_or_default();
            let under_way = cards.iter().any(|card| card.column <= Status::Shipped);
            for card in cards {
                let own = card
                    .of(journeys)
                    .is_some_and(|action| action.owner.is_some());
                put(
                    Column::of(card.column, own || touchpoint.owner.is_some()),
                    Some(card),
                );
            }
            if sheet.hot && !under_way {
                let owned = touchpoint.owner.is_some();
                put(Column::of(Status::Planned, owned), None);
            }
        }
        for column in &mut columns {
            column.sort_by(|one, other| other.pain.total_cmp(&one.pain));
        }
        columns
    }
}
