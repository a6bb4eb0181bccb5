//! What no tally holds and only the rows themselves say: the words and tags behind a spike, and what moves the
//! overall score of the same respondent.

use crate::board::{Board, DriverTable, Grown};
use crate::feedback::{Overlay, Place, Verbatim, Week, spread};
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

/// Behind which spikes the rows are looked for: reading them takes a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// Behind none.
    Nothing,
    /// Behind those of one touchpoint.
    One(TouchpointIndex),
    /// Behind those of every touchpoint shown.
    Everything,
}

/// Of how many spikes of one touchpoint the words and tags are read.
const SPIKES: usize = 3;

impl Testimony {
    /// Looks for the words behind the latest spikes of touchpoints; `read` fetches the rows at some places
    /// from their files.
    pub fn gather(
        (board, journeys, overlay): (&Board, &Journeys, &Overlay),
        behind: Behind,
        drivers: Option<Result<DriverTable, Unsaid>>,
        read: impl Fn(&[Place]) -> Vec<Verbatim>,
    ) -> Self {
        let mut grown = BTreeMap::new();
        if overlay.places.is_empty() || behind == Behind::Nothing {
            return Self { drivers, grown };
        }
        for (at, journey) in journeys.all().iter().enumerate() {
            let asked = match behind {
                Behind::Nothing => false,
                Behind::One(index) => journey.touchpoints.contains(&index.index()),
                Behind::Everything => board.shows_journey(journeys, at),
            };
            if !asked {
                continue;
            }
            let passed = board.passed(journeys, overlay, at);
            let places = journey.touchpoints.clone().map(TouchpointIndex::new);
            let wanted = |index| !matches!(behind, Behind::One(one) if one != index);
            let asked: Vec<_> = (places.zip(passed))
                .filter(|(index, _)| wanted(*index))
                .collect();
            let spikes = spread(&asked, |(index, passed)| {
                let trend = board.trend_against(overlay, *index, passed.as_ref().ok());
                trend.latest_spikes(SPIKES)
            });
            for ((index, _), weeks) in asked.into_iter().zip(spikes) {
                for week in weeks {
                    let rows = board.spike_rows(overlay, index, week);
                    let more = Grown::between(&read(&rows.before), &read(&rows.now));
                    grown.insert((index, week), more);
                }
            }
        }
        Self { drivers, grown }
    }
}
