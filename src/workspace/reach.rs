//! Finds touchpoints that nobody can reach, and those where a journey ends without a goal.

use super::Kind;
use super::journey_entry::Draft;
use super::reporter::Reporter;
use super::visible::quoted;
use crate::journey::{Journeys, TouchpointIndex};
use std::collections::HashSet;

/// Reports the unreachable touchpoints and the dead ends of one journey.
pub(super) fn check(draft: &Draft, journeys: &Journeys, report: &mut Reporter<'_>) {
    let Some(journey) = journeys.all().get(draft.journey) else {
        return;
    };
    let reached = reached(draft, journeys, journey.start);
    for drafted in &draft.touchpoints {
        let id = || quoted(&journeys.touchpoint(drafted.index).address.touchpoint);
        if !reached.contains(&drafted.index) {
            let start = journey
                .start
                .map(|start| &journeys.touchpoint(start).address.touchpoint);
            let start = quoted(start.map_or("", String::as_str));
            let message = format!("{} cannot be reached from the start, {start}", id());
            let help = "add a step to it under another touchpoint's `next:`, or take it out";
            report.say(Kind::Unreachable, drafted.at, message, help);
        }
        // A step to nowhere has been reported already.
        let ends = drafted.steps.as_ref().is_none_or(Vec::is_empty);
        let leaves = journeys.graph().neighbors(drafted.index).next().is_some();
        if ends && !leaves && !journey.goals.contains(&drafted.index) {
            let message = format!("{} leads nowhere and is no goal", id());
            let help = "add a `next:`, or list it under the journey's `goal:`";
            report.say(Kind::DeadEnd, drafted.at, message, help);
        }
    }
}

fn reached(
    draft: &Draft,
    journeys: &Journeys,
    start: Option<TouchpointIndex>,
) -> HashSet<TouchpointIndex> {
    let graph = journeys.graph();
    let mine = |index: TouchpointIndex| journeys.touchpoint(index).journey == draft.journey;
    let entered = draft
        .touchpoints
        .iter()
        .map(|drafted| drafted.index)
        .filter(|&index| {
            let mut before = graph.neighbors_directed(index, petgraph::Direction::Incoming);
            before.any(|other| !mine(other))
        });
    let mut open: Vec<TouchpointIndex> = start.into_iter().chain(entered).collect();
    let mut reached: HashSet<TouchpointIndex> = open.iter().copied().collect();
    while let Some(at) = open.pop() {
        for next in graph.neighbors(at).filter(|&next| mine(next)) {
            if reached.insert(next) {
                open.push(next);
            }
        }
    }
    reached
}
