//! The numbers of the chosen touchpoint beyond its counts. What belongs to the whole journey is worked
//! out once when the journey is chosen, the rest when the touchpoint is.

use crate::board::{Board, Fix, JourneyFlow, Passed, PassingRate, SegmentGrid, Trend};
use crate::feedback::Overlay;
use crate::journey::{JourneyIndex, Journeys, TouchpointIndex};
use crate::measures::flow::Saving;
use crate::measures::{ChurnLift, SegmentCell, Unsaid};

/// A journey of more touchpoints than this is looked into beside the interface, and only where somebody sees
/// what comes of it.
pub(super) const LONG: usize = 1_000;

/// What a closer look at one journey has found.
#[derive(Clone, Debug)]
pub struct JourneyInsight {
    /// The graph's own numbers.
    pub flow: JourneyFlow,
    grid: SegmentGrid,
    passed: Vec<Result<Passed, Unsaid>>,
    rates: Vec<Result<PassingRate, Unsaid>>,
}

impl JourneyInsight {
    /// Looks at a journey.
    pub fn of(
        board: &Board,
        journeys: &Journeys,
        overlay: &Overlay,
        journey: JourneyIndex,
    ) -> Self {
        let passed = board.passed(journeys, overlay, journey);
        let rates = board.rates_against(journeys, overlay, journey, &passed);
        Self {
            flow: board.flow_against(journeys, overlay, journey, &rates),
            grid: board.segment_grid(journeys, overlay, journey),
            passed,
            rates,
        }
    }
}

impl JourneyInsight {
    /// Its touchpoints by segment.
    pub fn grid(&self) -> &SegmentGrid {
        &self.grid
    }
}

/// What a closer look at one touchpoint shows.
#[derive(Clone, Debug)]
pub struct Insight {
    /// Its weeks, watched.
    pub trend: Trend,
    /// Its shipped actions.
    pub fixes: Vec<Fix>,
    /// Complaints of 1,000 who passed.
    pub rate: Result<PassingRate, Unsaid>,
    /// What fixing it would save.
    pub saving: Result<Saving, Unsaid>,
    /// How many more of those who complained were lost.
    pub lift: Result<ChurnLift, Unsaid>,
    /// Its segments against all others, the surest difference first.
    pub segments: Vec<(String, SegmentCell)>,
}

impl Insight {
    /// Looks at a touchpoint of a journey that has been looked at.
    pub fn of(
        (board, journeys, overlay): (&Board, &Journeys, &Overlay),
        journey: &JourneyInsight,
        index: TouchpointIndex,
    ) -> Self {
        let place = index.index().wrapping_sub(journey.flow.first);
        let passed = journey
            .passed
            .get(place)
            .and_then(|passed| passed.as_ref().ok());
        let cells = journey.grid.of(index).into_iter();
        let rate = journey.rates.get(place).cloned();
        let rate = rate.unwrap_or(Err(Unsaid::NoExposure));
        Self {
            trend: board.trend_against(overlay, index, passed),
            fixes: board.fixes_against(journeys, overlay, index, passed),
            saving: board.saving(&journey.flow, (overlay, index), &rate),
            rate,
            lift: Board::churn_lift(overlay, index),
            segments: cells.map(|(name, cell)| (name.to_owned(), *cell)).collect(),
        }
    }
}
