//! What an export speaks of: a board with the model and the feedback it was made from.

use super::Testimony;
use crate::board::{Board, Order};
use crate::feedback::{Overlay, Source};
use crate::journey::{Charter, Journey, Journeys, Touchpoint, TouchpointIndex};

/// A board with everything its numbers were made from.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Every journey.
    pub journeys: &'a Journeys,
    /// The organisation and its people.
    pub charter: &'a Charter,
    /// Where feedback comes from, in the workspace's order.
    pub sources: &'a [Source],
    /// The feedback.
    pub overlay: &'a Overlay,
    /// The numbers, under one lens.
    pub board: &'a Board,
    /// What touchpoints are ranked by.
    pub order: Order,
    /// What only the rows themselves say.
    pub testimony: &'a Testimony,
}

impl<'a> Subject<'a> {
    /// The journeys the lens shows, in the workspace's order.
    pub(super) fn journeys(self) -> impl Iterator<Item = (usize, &'a Journey)> {
        let (board, journeys) = (self.board, self.journeys);
        let all = journeys.all().iter().enumerate();
        all.filter(move |(place, _)| board.shows_journey(journeys, *place))
    }

    /// The touchpoints of those journeys, in the workspace's order.
    pub(super) fn touchpoints(self) -> impl Iterator<Item = (TouchpointIndex, &'a Touchpoint)> {
        let (board, journeys) = (self.board, self.journeys);
        journeys
            .touchpoints()
            .filter(move |(index, _)| board.shows(journeys, *index))
    }

    /// The touchpoints of one journey.
    pub(super) fn touchpoints_of(
        self,
        journey: usize,
    ) -> impl Iterator<Item = (TouchpointIndex, &'a Touchpoint)> {
        let (board, journeys) = (self.board, self.journeys);
        let range = journeys
            .all()
            .get(journey)
            .map(|one| one.touchpoints.clone());
        let places = range.unwrap_or(0..0).map(TouchpointIndex::new);
        let shown = places.filter(move |index| board.shows(journeys, *index));
        shown.map(|index| (index, journeys.touchpoint(index)))
    }

    /// Each touchpoint's place in the order, by place in the workspace; none for small samples and for
    /// what cannot be said.
    pub(super) fn ranks(self) -> Vec<Option<usize>> {
        let mut ranks = vec![None; self.journeys.touchpoint_count()];
        let ranking = self.board.ranking(self.journeys, self.overlay, self.order);
        for ranked in ranking {
            if let Some(rank) = ranks.get_mut(ranked.touchpoint.index()) {
                *rank = ranked.place;
            }
        }
        ranks
    }

    /// The id of a touchpoint's stage.
    pub(super) fn stage(self, touchpoint: &Touchpoint) -> &'a str {
        let journey = self.journeys.all().get(touchpoint.journey);
        let stage = journey.and_then(|journey| journey.stages.get(touchpoint.stage));
        stage.map_or("", |stage| stage.id.as_str())
    }
}
