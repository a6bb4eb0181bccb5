//! What no tally holds and only the rows themselves say: the words behind a spike, and what moves the
//! overall score of the same respondent.

use crate::board::{Board, DriverTable, grown_words};
use crate::feedback::{Overlay, Place, Verbatim, Week};
use crate::journey::{Journeys, TouchpointIndex};
use crate::measures::Unsaid;
use crate::measures::trend::Growth;
use std::collections::BTreeMap;

/// Read from the files by whoever may read files, for exports that may not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Testimony {
    /// Importance against performance; `None` when no survey is declared for it.
    pub drivers: Option<Result<DriverTable, Unsaid>>,
    /// The words that grew most in a week that spiked, against the weeks before.
    pub words: BTreeMap<(TouchpointIndex, Week), Vec<Growth>>,
}

/// Of how many spikes of one touchpoint the words are read.
const SPIKES: usize = 3;

impl Testimony {
    /// Looks for the words behind the latest spikes of every touchpoint shown; `read` fetches the rows at
    /// some places from their files.
    pub fn gather(
        (board, journeys, overlay): (&Board, &Journeys, &Overlay),
        drivers: Option<Result<DriverTable, Unsaid>>,
        read: impl Fn(&[Place]) -> Vec<Verbatim>,
    ) -> Self {
        let mut words = BTreeMap::new();
        if overlay.places.is_empty() {
            return Self { drivers, words };
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
                    let grown = grown_words(&read(&rows.now), &read(&rows.before));
                    words.insert((index, week), grown);
                }
            }
        }
        Self { drivers, words }
    }
}
