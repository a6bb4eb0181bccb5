//! Lanes by channel: the cards of one channel stand in the same rows of every stage, so that one sees
//! where customers change from one channel to another.

use crate::journey::{Journeys, TouchpointIndex};
use std::ops::Range;

/// A place of a column where no card stands.
pub(super) const NOBODY: usize = usize::MAX;

/// The rows of one channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Band {
    /// The channel; `None` for touchpoints that do not say theirs.
    pub channel: Option<String>,
    /// Its rows, counted from 0.
    pub rows: Range<usize>,
}

/// Moves the cards of every column into the rows of their channels. Channels stand in the order in which
/// the journey meets them, those that are not said last; within one, cards stay in their order.
pub(super) fn arrange(journeys: &Journeys, columns: &mut [Vec<usize>]) -> Vec<Band> {
    let channel = |place: usize| {
        let touchpoint = journeys.touchpoint(TouchpointIndex::new(place));
        touchpoint.channel.clone()
    };
    let mut met: Vec<usize> = columns.iter().flatten().copied().collect();
    met.sort_unstable();
    let mut channels: Vec<Option<String>> = Vec::new();
    for place in met {
        let its = channel(place);
        if !channels.contains(&its) {
            channels.push(its);
        }
    }
    channels.sort_by_key(Option::is_none);
    let mut bands = Vec::new();
    let mut arranged: Vec<Vec<usize>> = vec![Vec::new(); columns.len()];
    let mut first = 0;
    for wanted in channels {
        let of = |column: &Vec<usize>| -> Vec<usize> {
            let cards = column.iter().copied();
            cards.filter(|place| channel(*place) == wanted).collect()
        };
        let within: Vec<Vec<usize>> = columns.iter().map(of).collect();
        let height = within.iter().map(Vec::len).max().unwrap_or(0);
        for (column, cards) in arranged.iter_mut().zip(within) {
            column.resize(first, NOBODY);
            column.extend(cards);
        }
        bands.push(Band {
            channel: wanted,
            rows: first..first + height,
        });
        first += height;
    }
    for (column, cards) in columns.iter_mut().zip(arranged) {
        *column = cards;
    }
    bands
}
