//! Crossings by the order of the stages alone: steps to the very next stage as straight lines.

use crate::graph::Graph;
use pothole::board::Layout;
use pothole::journey::TouchpointIndex;

/// How many pairs of steps between the same two stages that share no end cross.
pub(crate) fn ordered(layout: &Layout, graph: &Graph) -> usize {
    let card = |place: usize| layout.card(TouchpointIndex::new(place)).unwrap();
    let lines: Vec<_> = graph
        .steps
        .iter()
        .map(|(from, to)| (card(*from), card(*to)))
        .filter(|(from, to)| from.0 + 1 == to.0)
        .collect();
    let mut crossings = 0;
    for (at, (from, to)) in lines.iter().enumerate() {
        for (other_from, other_to) in &lines[..at] {
            let beside = from.0 == other_from.0;
            let apart = from != other_from && to != other_to;
            let turned = (from.1 < other_from.1) != (to.1 < other_to.1);
            crossings += usize::from(beside && apart && turned);
        }
    }
    crossings
}
