//! What no tally holds and only the rows themselves say: the words and tags behind a spike, and what moves the
//! overall score of the same respondent.

use crate::board::{Board, DriverTable, Grown};
use crate::feedback::{Overlay, Place, Verbatim, Week};
use crate::journey::{Journeys, TouchpointIndex};
use crate::measures::Unsaid;
use std::collections::BTreeMap;

/// Read from the files by whoever may read files, for exports that may not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Testimony {
    /// Importance against performance; `None` when no survey is declared for it.
    pub drivers: Option<Result<DriverTable, Unsaid>>,
    /// The words and tags that grew most in a week that spiked, against the weeks before.
    pub grown: BTreeMap<(TouchpointIndex, Week), Grown>,
}

/// Of how many spikes of one touchpoint the words and tags are read.
const SPIKES: usize = 3;

impl Testimony {
    /// Looks for the words behind the latest spikes of every touchpoint shown; `read` fetches the rows at
    /// some places from their files.
    pub fn gather(
        (board, journeys, overlay): (&Board, &Journeys, &Overlay),
        drivers: Option<Result<DriverTable, Unsaid>>,
        read: impl Fn(&[Place]) -> Vec<Verbatim>,
    ) -> Self {
        let mut grown = BTreeMap::new();
        if overlay.places.is_empty() {
            return Self { drivers, grown };
        }
        for (at, journey) in journeys.all().iter().enumerate() {
            if !board.shows_journey(journeys, at) {
                continue;
            }
            let passed = board.passed(journeys, overlay, at);
            for (place, passed) in journey.touchpoints.clone().zip(passed) {
                let index = TouchpointIndex::new(place);
                let trend = board.trend_against(overlay, index, passed.ok().as_ref());
                for week in trend.latest_spikes(SPIKES) {
                    let rows = board.spike_rows(overlay, index, week);
                    let more = Grown::between(&read(&rows.before), &read(&rows.now));
                    grown.insert((index, week), more);
                }
            }
        }
        Self { drivers, grown }
    }
}
