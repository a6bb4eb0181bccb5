//! The friction board as columns: from hot and unowned over fixing and shipped to told, what hurts most
//! on top.

use super::Board;
use crate::journey::{Journeys, Status, Touchpoint, TouchpointIndex};

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
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ColumnCard {
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// The action, as a place in the touchpoint's list.
    pub action: Option<usize>,
    /// How much it hurts; 0 where that cannot be said.
    pub pain: f64,
}

impl Board {
    /// The cards of each column, of the journeys the lens shows; the most pain first, among equals as
    /// the workspace has them.
    ///
    /// A hot touchpoint has a card of its own while none of its actions is planned, being fixed, or
    /// shipped and not yet proven: what is proven or told and still hurts, hurts anew.
    pub fn columns(&self, journeys: &Journeys) -> [Vec<ColumnCard>; 6] {
        let mut columns: [Vec<ColumnCard>; 6] = Default::default();
        let shown = journeys
            .touchpoints()
            .filter(|(_, touchpoint)| self.lens.shows(journeys, touchpoint.journey));
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
            for (place, action) in touchpoint.actions.iter().enumerate() {
                let owned = touchpoint.owner.is_some() || action.owner.is_some();
                put(Column::of(action.status, owned), Some(place));
            }
            if sheet.hot && !is_under_way(touchpoint) {
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

fn is_under_way(touchpoint: &Touchpoint) -> bool {
    let mut actions = touchpoint.actions.iter();
    actions.any(|action| action.status <= Status::Shipped)
}
