//! Keeps in step what follows from the state: numbers, what is chosen, the map's layout.

use super::filter;
use super::insight::{Insight, JourneyInsight, LONG};
use super::spikes::Spikes;
use super::state::{Row, State};
use super::{columns, curves, page, rounds, vantage};
use crate::board::query::Ground;
use crate::board::{Board, Detail, Layout};
use crate::journey::{Day, JourneyIndex, TouchpointIndex};

impl State {
    /// Looks from a day: what is overdue, who is due to listen, and what edits are dated by.
    pub fn look_from(&mut self, today: Day) {
        self.vantage.today = Some(today);
        if self.board.today != Some(today) {
            self.board.today = Some(today);
            columns::forget(self);
            rounds::forget(self);
        }
    }

    /// Makes the numbers again, after the workspace, the feedback or the lens has changed.
    pub fn rebuild(&mut self) {
        columns::forget(self);
        rounds::forget(self);
        let (lens, today) = (self.board.lens.clone(), self.board.today);
        let journeys = &self.workspace.journeys;
        let charter = &self.workspace.charter;
        self.board = Board::build(journeys, charter, &self.overlay, &lens);
        self.fixed = self
            .fixed
            .filter(|index| index.index() < journeys.touchpoint_count());
        if let Some(index) = self.fixed {
            match self.board.as_if_fixed(journeys, charter, index) {
                Ok(board) => self.board = board,
                Err(_) => self.fixed = None,
            }
        }
        self.board.today = today;
        self.journey_insight = None;
        self.look.begin_anew();
        self.spikes = Spikes::default();
        self.vantage.table.alarms.clear();
        self.vantage.table.pains.clear();
        self.forget_trends();
        curves::refresh(self, true);
        filter::refresh(self);
        self.look_closer();
    }

    /// What the filter's language is asked of.
    pub fn ground(&self) -> Ground<'_> {
        let workspace = &self.workspace;
        Ground::new(
            &workspace.journeys,
            &workspace.charter,
            &self.board,
            &self.overlay,
            &workspace.rules,
        )
    }

    /// Cuts the chosen touchpoint's counts again. A long journey's own numbers take a while: they are
    /// worked out beside the interface when a touchpoint or the numbers have the screen.
    pub fn look_closer(&mut self) {
        self.detail = self.touchpoint.map_or_else(Detail::default, |index| {
            self.board.detail(&self.overlay, index)
        });
        let (journeys, overlay) = (&self.workspace.journeys, &*self.overlay);
        let known = self.journey_insight.take();
        self.journey_insight = self.journey().and_then(|journey| {
            let known = known.filter(|known| known.flow.journey == journey);
            let short = journeys.all()[journey].touchpoints.len() <= LONG;
            let look = || JourneyInsight::of(&self.board, journeys, overlay, journey);
            known.or_else(|| short.then(look))
        });
        if self.journey_insight.is_none() {
            self.look.page = None;
        }
        let chosen = self.touchpoint.zip(self.journey_insight.as_ref());
        self.insight = chosen
            .map(|(index, journey)| Insight::of((&self.board, journeys, overlay), journey, index));
        self.numbers = page::lines(self);
        rounds::look(self);
        curves::refresh(self, false);
        vantage::look(self);
    }

    /// Makes what is chosen exist: after the workspace or the filter has changed.
    pub fn settle(&mut self) {
        let rows = self.rows();
        if !self.row.is_some_and(|row| rows.contains(&row)) {
            self.row = rows.first().copied();
            self.touchpoint = None;
        }
        let range = match self.row {
            Some(Row::Journey(journey)) => {
                self.workspace.journeys.all()[journey].touchpoints.clone()
            }
            _ => 0..0,
        };
        if !self
            .touchpoint
            .is_some_and(|index| range.contains(&index.index()))
        {
            self.touchpoint = match self.row {
                Some(Row::Journey(journey)) => self.entrance(journey),
                _ => None,
            };
        }
        self.lay_out();
        self.look_closer();
    }

    /// Lays the chosen journey out, unless that was done.
    fn lay_out(&mut self) {
        let wanted = self.journey();
        if self.layout.as_ref().map(Layout::journey) != wanted {
            self.layout = wanted.map(|journey| vantage::layout(self, journey));
            (self.pan, self.vantage.adrift) = ((0, 0), false);
        }
    }

    /// Where one enters a journey: where one was last, else at its start.
    pub fn entrance(&self, journey: JourneyIndex) -> Option<TouchpointIndex> {
        let journeys = &self.workspace.journeys;
        let known = self.remembered.get(&journey).copied();
        let range = journeys.all()[journey].touchpoints.clone();
        known
            .filter(|index| range.contains(&index.index()))
            .or(journeys.all()[journey].start)
    }

    /// The lines of the list of journeys: those the lens and the filter let through, broken files last.
    pub fn rows(&self) -> Vec<Row> {
        let journeys = &self.workspace.journeys;
        let shown = (0..journeys.all().len()).filter(|journey| {
            self.board.lens.shows(journeys, *journey) && self.filter.shows(*journey)
        });
        let broken = (0..journeys.broken().len()).map(Row::Broken);
        shown.map(Row::Journey).chain(broken).collect()
    }
}
