//! Where everything stands on the map of one journey: an abstract grid of stages and rows, with every
//! route in lanes of its own between the cards. No colours, no characters, no terminal.

mod channel;
mod chord;
mod few;
mod gutter;
mod lanes;
mod near;
mod nesting;
mod order;
mod route;
mod routes;
mod strands;
mod traffic;
mod walk;
mod weave;

#[cfg(test)]
pub(crate) mod draft;
#[cfg(test)]
mod ruler;
#[cfg(test)]
mod stability;
#[cfg(test)]
mod tests;

use crate::journey::{JourneyIndex, Journeys, TouchpointIndex};
use petgraph::Direction::Incoming;
use petgraph::visit::EdgeRef;
use std::ops::Range;

pub use lanes::Band;
use route::Extent;

pub use route::{Across, Along, Course, Point, Route};
pub use walk::Direction;

/// The map of one journey as a grid: stages are columns, touchpoints of a stage stand below each other.
///
/// Gutter `g` is the space left of column `g` (the last one is right of the last column); alley `r` is the
/// space above row `r` (the last one is below the last row). Routes run in lanes of gutters and alleys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    journey: JourneyIndex,
    range: Range<usize>,
    columns: Vec<Vec<TouchpointIndex>>,
    /// What stands in each row of each column, when some rows are empty.
    slots: Vec<Vec<Option<TouchpointIndex>>>,
    bands: Vec<Band>,
    places: Vec<(usize, usize)>,
    routes: Vec<Route>,
    extents: Vec<Extent>,
    gutters: Vec<Gutter>,
    alleys: Vec<Alley>,
    departures: Vec<(TouchpointIndex, TouchpointIndex)>,
    arrivals: Vec<(TouchpointIndex, TouchpointIndex)>,
}

/// The space left of a column of cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gutter {
    /// How many lanes routes take in it.
    pub lanes: usize,
    /// Whether a route with a share enters a card of the column from the left.
    pub shares: bool,
}

/// The space above a row of cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Alley {
    /// How many lanes routes take in it.
    pub lanes: usize,
    /// Whether a route enters a card of the row below from above.
    pub enters: bool,
}

impl Layout {
    /// Lays a journey out. An unknown journey has an empty map.
    pub fn new(journeys: &Journeys, journey: JourneyIndex) -> Self {
        Self::arranged(journeys, journey, false)
    }

    /// The same with the cards of each channel in rows of their own.
    pub fn in_lanes(journeys: &Journeys, journey: JourneyIndex) -> Self {
        Self::arranged(journeys, journey, true)
    }

    fn arranged(journeys: &Journeys, journey: JourneyIndex, by_channel: bool) -> Self {
        let Some(known) = journeys.all().get(journey) else {
            return Self::default();
        };
        let steps = Steps::of(journeys, known.touchpoints.clone());
        let start = known.touchpoints.start;
        let (mut columns, mut alleys) = order::columns(known, &steps.inside);
        let bands = if by_channel {
            let bands = lanes::arrange(journeys, &mut columns);
            alleys = weave::alleys(&columns, &steps.inside, start);
            bands
        } else {
            Vec::new()
        };
        let mut places = vec![(0, 0); known.touchpoints.len()];
        for (column, cards) in columns.iter().enumerate() {
            let cards = cards.iter().enumerate();
            for (row, card) in cards.filter(|(_, card)| **card != lanes::NOBODY) {
                places[card - start] = (column, row);
            }
        }
        let grid = routes::route(&columns, &places, start, &steps.inside, alleys.as_deref());
        let slot = |place: &usize| (*place != lanes::NOBODY).then(|| TouchpointIndex::new(*place));
        Self {
            journey,
            range: known.touchpoints.clone(),
            columns: columns
                .iter()
                .map(|cards| cards.iter().filter_map(slot).collect())
                .collect(),
            slots: columns
                .iter()
                .map(|cards| cards.iter().map(slot).collect())
                .collect(),
            bands,
            places,
            extents: grid.routes.iter().map(Route::extent).collect(),
            routes: grid.routes,
            gutters: grid.gutters,
            alleys: grid.alleys,
            departures: steps.departures,
            arrivals: steps.arrivals,
        }
    }

    /// The journey it is the map of.
    pub fn journey(&self) -> JourneyIndex {
        self.journey
    }

    /// The column and row of a touchpoint, counted from 0; `None` when it is of another journey.
    pub fn card(&self, touchpoint: TouchpointIndex) -> Option<(usize, usize)> {
        self.range
            .contains(&touchpoint.index())
            .then(|| self.places[touchpoint.index() - self.range.start])
    }

    /// The touchpoint at a column and row.
    pub fn at(&self, column: usize, row: usize) -> Option<TouchpointIndex> {
        self.slots.get(column)?.get(row).copied().flatten()
    }

    /// The rows of each channel, when cards stand in lanes by channel; else none.
    pub fn bands(&self) -> &[Band] {
        &self.bands
    }

    /// Stages in order, each with its touchpoints from top to bottom.
    pub fn columns(&self) -> &[Vec<TouchpointIndex>] {
        &self.columns
    }

    /// How many rows of cards there are.
    pub fn rows(&self) -> usize {
        self.alleys.len().saturating_sub(1)
    }

    /// Every step between touchpoints of the journey, with the way its line takes.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// The routes that come near any of these columns and rows: all that can be seen there.
    pub fn routes_near(
        &self,
        columns: Range<usize>,
        rows: Range<usize>,
    ) -> impl Iterator<Item = &Route> {
        let near = self
            .extents
            .iter()
            .zip(&self.routes)
            .filter(move |(extent, _)| {
                extent.columns.0 <= columns.end as u32
                    && extent.columns.1 >= columns.start as u32
                    && extent.rows.0 <= rows.end as u32
                    && extent.rows.1 >= rows.start as u32
            });
        near.map(|(_, route)| route)
    }

    /// What each gutter has to hold: one more gutters than columns.
    pub fn gutters(&self) -> &[Gutter] {
        &self.gutters
    }

    /// What each alley has to hold: one more alleys than rows.
    pub fn alleys(&self) -> &[Alley] {
        &self.alleys
    }

    /// Steps from a touchpoint into other journeys: itself, and where they lead.
    pub fn departures(&self, from: TouchpointIndex) -> &[(TouchpointIndex, TouchpointIndex)] {
        of(&self.departures, from)
    }

    /// Steps from other journeys to a touchpoint: itself, and where they come from.
    pub fn arrivals(&self, to: TouchpointIndex) -> &[(TouchpointIndex, TouchpointIndex)] {
        of(&self.arrivals, to)
    }
}

/// The pairs that begin with a touchpoint, of pairs sorted by their beginning.
fn of(
    pairs: &[(TouchpointIndex, TouchpointIndex)],
    touchpoint: TouchpointIndex,
) -> &[(TouchpointIndex, TouchpointIndex)] {
    let start = pairs.partition_point(|pair| pair.0 < touchpoint);
    let end = pairs.partition_point(|pair| pair.0 <= touchpoint);
    pairs.get(start..end).unwrap_or_default()
}

/// One step within the journey; ends are places in the workspace's order.
#[derive(Clone, Copy, Debug)]
struct Step {
    from: usize,
    to: usize,
    share: Option<f64>,
}

impl Step {
    /// The same with places counted from the journey's first touchpoint.
    fn within(self, start: usize) -> Self {
        Self {
            from: self.from - start,
            to: self.to - start,
            ..self
        }
    }
}

/// The steps of a journey, by whether they stay in it.
#[derive(Debug, Default)]
struct Steps {
    inside: Vec<Step>,
    departures: Vec<(TouchpointIndex, TouchpointIndex)>,
    arrivals: Vec<(TouchpointIndex, TouchpointIndex)>,
}

impl Steps {
    fn of(journeys: &Journeys, range: Range<usize>) -> Self {
        let mut steps = Self::default();
        let graph = journeys.graph();
        for place in range.clone() {
            let here = TouchpointIndex::new(place);
            let (inside, outside) = (steps.inside.len(), steps.departures.len());
            for edge in graph.edges(here) {
                if range.contains(&edge.target().index()) {
                    steps.inside.push(Step {
                        from: place,
                        to: edge.target().index(),
                        share: edge.weight().share,
                    });
                } else {
                    steps.departures.push((here, edge.target()));
                }
            }
            // The graph walks a touchpoint's newest step first, the file has the oldest first.
            steps.inside[inside..].reverse();
            steps.departures[outside..].reverse();
            let arriving = graph
                .edges_directed(here, Incoming)
                .map(|edge| edge.source());
            let foreign = arriving.filter(|other| !range.contains(&other.index()));
            let first = steps.arrivals.len();
            steps.arrivals.extend(foreign.map(|other| (here, other)));
            steps.arrivals[first..].reverse();
        }
        steps
    }
}
