//! Each journey's weeks, for the lists of journeys: added up when somebody looks at them, for that reads every
//! entry there is.

use super::state::{Row, State};
use super::view::popup;
use crate::board::Series;
use crate::feedback::spread;
use crate::journey::{JourneyIndex, TouchpointIndex};
use std::sync::OnceLock;

/// The weeks of those journeys that were looked at.
#[derive(Clone, Debug, Default)]
pub struct Trends(Vec<OnceLock<Series>>);

impl State {
    /// A journey's weeks under the lens.
    pub fn trend(&self, journey: JourneyIndex) -> Option<&Series> {
        let add_up = || {
            let touchpoints = self.workspace.journeys.all()[journey].touchpoints.clone();
            let touchpoints = touchpoints.map(TouchpointIndex::new);
            self.board.series(&self.overlay, touchpoints)
        };
        let known = self.trends.0.get(journey)?;
        Some(known.get_or_init(add_up))
    }

    /// Forgets all weeks, and adds those up on all cores that will be in sight: the others when they come there.
    pub(super) fn forget_trends(&mut self) {
        let journeys = self.workspace.journeys.all().len();
        self.trends = Trends(vec![OnceLock::new(); journeys]);
        let (rows, height) = (self.rows(), usize::from(self.size.height));
        let chosen = rows.iter().position(|row| Some(*row) == self.row);
        let first = popup::first(chosen.unwrap_or(0), rows.len(), height);
        let seen = rows.iter().skip(first).take(height);
        let seen = seen.filter_map(|row| match row {
            Row::Journey(journey) => Some(*journey),
            Row::Broken(_) => None,
        });
        let seen: Vec<JourneyIndex> = seen.collect();
        spread(&seen, |journey| _ = self.trend(*journey));
    }
}
