//! A journey's touchpoints by segment: who is hurt more than the others, and where.

use super::Board;
use crate::feedback::{Overlay, Sums};
use crate::journey::{JourneyIndex, Journeys, TouchpointIndex};
use crate::measures::{Counts, SegmentCell, segment_grid};
use std::ops::Range;

/// Touchpoints x segments. Rows without a segment are left out: nobody knows who they are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SegmentGrid {
    /// The segments that spoke, by name.
    pub segments: Vec<String>,
    /// The touchpoints, as places in the workspace's order.
    pub touchpoints: Range<usize>,
    /// What each segment said at each touchpoint.
    pub counts: Vec<Vec<Counts>>,
    /// The cells that could be tested, touchpoint by touchpoint; q-values hold over all of them.
    pub cells: Vec<SegmentCell>,
}

impl SegmentGrid {
    /// The tested cell of a touchpoint and a segment.
    pub fn cell(&self, touchpoint: TouchpointIndex, segment: usize) -> Option<&SegmentCell> {
        let row = touchpoint.index().checked_sub(self.touchpoints.start)?;
        let mut cells = self.cells.iter();
        cells.find(|cell| cell.touchpoint == row && cell.segment == segment)
    }

    /// The tested cells of one touchpoint, the surest difference first.
    pub fn of(&self, touchpoint: TouchpointIndex) -> Vec<(&str, &SegmentCell)> {
        let row = touchpoint.index().checked_sub(self.touchpoints.start);
        let cells = self
            .cells
            .iter()
            .filter(|cell| Some(cell.touchpoint) == row);
        let mut named: Vec<_> = cells
            .filter_map(|cell| Some((self.segments.get(cell.segment)?.as_str(), cell)))
            .collect();
        named.sort_by(|(_, a), (_, b)| a.q.total_cmp(&b.q).then(a.p.total_cmp(&b.p)));
        named
    }
}

impl Board {
    /// The grid of one journey, under the lens.
    pub fn segment_grid(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        journey: JourneyIndex,
    ) -> SegmentGrid {
        let tally = &overlay.tally;
        let ground = self.lens.ground(tally);
        let range = journeys
            .all()
            .get(journey)
            .map(|one| one.touchpoints.clone());
        let range = range.unwrap_or(0..0);
        let mut counts = vec![vec![Counts::default(); tally.segments.len()]; range.len()];
        let mut room = Sums::default();
        for (row, place) in counts.iter_mut().zip(range.clone()) {
            let index = TouchpointIndex::new(place);
            ground.sums(tally, index, &mut room, |(_, segment, reading), count| {
                let polarity = tally.readings[usize::from(reading)].polarity;
                row[usize::from(segment)].add(polarity, count);
            });
        }
        let spoke = |at: &usize| {
            !tally.segments[*at].is_empty() && counts.iter().any(|row| row[*at].feedback() > 0)
        };
        let kept: Vec<usize> = (0..tally.segments.len()).filter(spoke).collect();
        let keep = |row: &Vec<Counts>| kept.iter().map(|at| row[*at]).collect::<Vec<_>>();
        let counts: Vec<Vec<Counts>> = counts.iter().map(keep).collect();
        SegmentGrid {
            segments: kept.iter().map(|at| tally.segments[*at].clone()).collect(),
            touchpoints: range,
            cells: segment_grid(&counts, self.least_rows),
            counts,
        }
    }
}
