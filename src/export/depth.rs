//! What is worked out journey by journey and then spoken of touchpoint by touchpoint: who passed, the
//! graph's numbers, the segments.

use super::Subject;
use crate::board::{
    Fix, JourneyFlow, Measured, Passed, PassingRate, SegmentCurve, SegmentGrid, Trend,
};
use crate::journey::{JourneyIndex, TouchpointIndex};
use crate::measures::flow::Saving;
use crate::measures::{ContactRate, Unsaid};
use std::sync::OnceLock;

/// One journey in depth.
pub(super) struct Depth<'a> {
    subject: Subject<'a>,
    /// The journey.
    pub(super) journey: JourneyIndex,
    first: usize,
    passed: Vec<Result<Passed, Unsaid>>,
    /// What became of the fixes of each touchpoint, once somebody has asked.
    fixes: Vec<OnceLock<Vec<Fix>>>,
    rates: Vec<Result<PassingRate, Unsaid>>,
    /// The contact rate of the journey as a whole.
    pub(super) whole: Result<PassingRate, Unsaid>,
    /// The graph's own numbers.
    pub(super) flow: JourneyFlow,
    /// Touchpoints by segment.
    pub(super) grid: SegmentGrid,
}

impl<'a> Depth<'a> {
    pub(super) fn of(subject: Subject<'a>, journey: JourneyIndex) -> Self {
        let (board, journeys, overlay) = (subject.board, subject.journeys, subject.overlay);
        let passed = board.passed(journeys, overlay, journey);
        let rates = board.rates_against(journeys, overlay, journey, &passed);
        let flow = board.flow_against(journeys, overlay, journey, &rates);
        Self {
            subject,
            journey,
            first: flow.first,
            whole: board.journey_rate_against(journeys, overlay, journey, &passed),
            fixes: passed.iter().map(|_| OnceLock::new()).collect(),
            passed,
            rates,
            grid: board.segment_grid(journeys, overlay, journey),
            flow,
        }
    }

    fn place(&self, index: TouchpointIndex) -> usize {
        index.index().wrapping_sub(self.first)
    }

    /// Who passed a touchpoint, where it is known.
    pub(super) fn passed(&self, index: TouchpointIndex) -> Option<&Passed> {
        self.passed.get(self.place(index))?.as_ref().ok()
    }

    pub(super) fn contact_rate(&self, index: TouchpointIndex) -> Result<PassingRate, Unsaid> {
        let rate = self.rates.get(self.place(index)).cloned();
        rate.unwrap_or(Err(Unsaid::NoExposure))
    }

    /// The contact rate itself: none where nobody has spoken.
    pub(super) fn said_rate(&self, index: TouchpointIndex) -> Result<ContactRate, Unsaid> {
        self.contact_rate(index)?.said().copied()
    }

    pub(super) fn saving(&self, index: TouchpointIndex) -> Result<Saving, Unsaid> {
        let rate = self.contact_rate(index);
        let (board, overlay) = (self.subject.board, self.subject.overlay);
        board.saving(&self.flow, (overlay, index), &rate)
    }

    pub(super) fn trend(&self, index: TouchpointIndex) -> Trend {
        let (board, overlay) = (self.subject.board, self.subject.overlay);
        board.trend_against(overlay, index, self.passed(index))
    }

    pub(super) fn fixes(&self, index: TouchpointIndex) -> &[Fix] {
        let Subject {
            board,
            journeys,
            overlay,
            ..
        } = self.subject;
        let judge = || board.fixes_against(journeys, overlay, index, self.passed(index));
        let known = self.fixes.get(self.place(index));
        known.map_or(&[], |known| known.get_or_init(judge))
    }

    pub(super) fn standing(&self, index: TouchpointIndex) -> Vec<Measured<'a>> {
        let Subject {
            board, journeys, ..
        } = self.subject;
        board.standing(journeys, index, || self.contact_rate(index))
    }

    /// The journey against its targets and benchmarks.
    pub(super) fn journey_standing(&self) -> Vec<Measured<'a>> {
        let Subject {
            board, journeys, ..
        } = self.subject;
        board.journey_standing(journeys, self.journey, || self.whole.clone())
    }

    /// The emotion curve of each segment.
    pub(super) fn segment_curves(&self) -> Vec<SegmentCurve> {
        let Subject {
            board,
            journeys,
            overlay,
            ..
        } = self.subject;
        board.segment_curves(journeys, overlay, self.journey)
    }

    /// Why something cannot be said, with the touchpoints of this journey by name.
    pub(super) fn reason(&self, unsaid: &Unsaid) -> String {
        crate::board::reason(unsaid, self.subject.journeys, self.journey)
    }
}
