//! Walking the map by keys.

use super::command::Command;
use super::state::State;
use crate::journey::TouchpointIndex;

/// The card a key leads to.
pub(super) fn neighbour(
    state: &State,
    from: TouchpointIndex,
    command: Command,
) -> Option<TouchpointIndex> {
    let journeys = &state.workspace.journeys;
    let touchpoint = journeys.touchpoint(from);
    let stages = &journeys.all().get(touchpoint.journey)?.stages;
    let stage = stages.get(touchpoint.stage)?.touchpoints.clone();
    let row = from.index() - stage.start;
    let place = match command {
        Command::Up => from
            .index()
            .checked_sub(1)
            .filter(|place| stage.contains(place)),
        Command::Down => Some(from.index() + 1).filter(|place| stage.contains(place)),
        Command::Left => {
            let other = stages
                .get(touchpoint.stage.checked_sub(1)?)?
                .touchpoints
                .clone();
            Some((other.start + row).min(other.end.checked_sub(1)?))
        }
        Command::Right => {
            let other = stages.get(touchpoint.stage + 1)?.touchpoints.clone();
            Some((other.start + row).min(other.end.checked_sub(1)?))
        }
        _ => None,
    };
    place.map(TouchpointIndex::new)
}
