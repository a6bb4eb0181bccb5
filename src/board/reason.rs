//! Why something cannot be said, with the touchpoints it speaks of by their addresses.

use crate::journey::{JourneyIndex, Journeys, TouchpointIndex};
use crate::measures::Unsaid;

/// The whole sentence. Places in it count from the first touchpoint of the journey.
pub fn reason(unsaid: &Unsaid, journeys: &Journeys, journey: JourneyIndex) -> String {
    let range = journeys
        .all()
        .get(journey)
        .map(|one| one.touchpoints.clone());
    let named = |place: usize| {
        let index = range.as_ref().map(|range| range.start + place);
        let known = index.filter(|index| range.as_ref().is_some_and(|range| range.contains(index)));
        known.map_or_else(
            || format!("{place}"),
            |index| {
                let touchpoint = journeys.touchpoint(TouchpointIndex::new(index));
                format!("`{}`", touchpoint.address)
            },
        )
    };
    match unsaid {
        Unsaid::SharesAboveOne { place, sum } => format!(
            "cannot be said, because the shares that leave {} sum to {}, more than 1",
            named(*place),
            (sum * 1e6).round() / 1e6
        ),
        Unsaid::ShareOutside { place } => format!(
            "cannot be said, because a share that leaves {} is not between 0 and 1",
            named(*place)
        ),
        Unsaid::NeverLeaves { places } => {
            const SHOWN: usize = 4;
            let mut loops: Vec<String> = places.iter().take(SHOWN).map(|at| named(*at)).collect();
            if places.len() > SHOWN {
                loops.push(format!("{} more", places.len() - SHOWN));
            }
            format!(
                "cannot be said, because customers who come to {} never leave",
                loops.join(", ")
            )
        }
        other => other.sentence(),
    }
}
