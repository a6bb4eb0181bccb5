//! Why a ranking by number of complaints and one by their share differ, where they do.

use super::{Board, Order};
use crate::feedback::Overlay;
use crate::journey::{Journeys, TouchpointIndex};
use crate::measures::Counts;

/// Two rankings of the same touchpoints that disagree about the worst.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    /// Where most complaints come from.
    pub most: (TouchpointIndex, Counts),
    /// Where the greatest share complains.
    pub greatest: (TouchpointIndex, Counts),
    /// How many touchpoints with enough rows were ranked.
    pub of: usize,
    /// How many of them have another place by share than by number.
    pub moved: usize,
}

impl Board {
    /// How the two rankings differ; `None` when they agree on every place. Small samples are in neither.
    pub fn contrast(&self, journeys: &Journeys, overlay: &Overlay) -> Option<Contrast> {
        let firm = |order| -> Vec<TouchpointIndex> {
            let all = self.ranking(journeys, overlay, order).into_iter();
            let firm = all.filter(|ranked| ranked.place.is_some());
            firm.map(|ranked| ranked.touchpoint).collect()
        };
        let (by_count, by_share) = (firm(Order::Complaints), firm(Order::Share));
        let pairs = by_count.iter().zip(&by_share);
        let moved = pairs.filter(|(one, other)| one != other).count();
        let counts = |index: TouchpointIndex| (index, self.touchpoint(index).counts);
        (moved > 0).then_some(Contrast {
            most: counts(*by_count.first()?),
            greatest: counts(*by_share.first()?),
            of: by_count.len(),
            moved,
        })
    }
}
