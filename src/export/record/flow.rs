//! A journey's own numbers: who arrives, where they go round, what a thousand journeys cost.

use super::compare::UnsaidRecord;
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::number::rounded;
use crate::measures::Unsaid;
use crate::measures::flow::{Loop, Path};
use serde::Serialize;

/// The graph's own numbers.
#[derive(Serialize)]
pub(in crate::export) struct FlowRecord {
    against: &'static str,
    reaches_goal: Option<f64>,
    leaves: Option<f64>,
    goes_elsewhere: Option<f64>,
    expected_complaints: Option<f64>,
    without_rate: Vec<String>,
    choke_points: Option<Vec<String>>,
    unreachable: Option<Vec<String>>,
    loops: Option<Vec<LoopRecord>>,
    likely_path: Option<PathRecord>,
    painful_path: Option<PathRecord>,
    unsaid: Vec<UnsaidRecord>,
}

#[derive(Serialize)]
struct LoopRecord {
    touchpoints: Vec<String>,
    door: String,
    rounds: Option<f64>,
}

#[derive(Serialize)]
struct PathRecord {
    touchpoints: Vec<String>,
    probability: Option<f64>,
    complaints: Option<f64>,
}

impl FlowRecord {
    pub(in crate::export) fn of(subject: Subject<'_>, depth: &Depth<'_>) -> Self {
        let flow = &depth.flow;
        let name = |place: &usize| {
            let index = flow.touchpoint(*place);
            subject.journeys.touchpoint(index).address.to_string()
        };
        let names = |places: &[usize]| -> Vec<String> { places.iter().map(name).collect() };
        let said = |places: &Result<Vec<usize>, Unsaid>| {
            let places = places.as_ref().ok();
            places.map(|places| names(places))
        };
        let circle = |one: &Loop| LoopRecord {
            touchpoints: names(&one.places),
            door: name(&one.door),
            rounds: one.rounds.as_ref().ok().and_then(|rounds| rounded(*rounds)),
        };
        let path = |path: &Path| PathRecord {
            touchpoints: names(&path.places),
            probability: rounded(path.probability),
            complaints: flow.complaints(path).and_then(rounded),
        };
        let (passage, expected) = (flow.passage.as_ref().ok(), flow.expected.as_ref().ok());
        let paths = flow.paths.as_ref().ok();
        Self {
            against: flow.against.word(),
            reaches_goal: passage.and_then(|passage| rounded(passage.goal)),
            leaves: passage.and_then(|passage| rounded(passage.leaving)),
            goes_elsewhere: passage.and_then(|passage| rounded(passage.elsewhere)),
            expected_complaints: expected.and_then(|expected| rounded(expected.per_thousand)),
            without_rate: expected.map_or_else(Vec::new, |expected| names(&expected.unknown)),
            choke_points: said(&flow.choke_points),
            unreachable: said(&flow.unreachable),
            loops: flow
                .loops
                .as_ref()
                .ok()
                .map(|loops| loops.iter().map(circle).collect()),
            likely_path: paths.and_then(|paths| paths.first()).map(path),
            painful_path: flow.painful_path().ok().map(|(worst, _)| path(worst)),
            unsaid: unsaid(depth),
        }
    }
}

fn unsaid(depth: &Depth<'_>) -> Vec<UnsaidRecord> {
    let flow = &depth.flow;
    let reasons = [
        ("contact_rate", depth.whole.as_ref().err().cloned()),
        ("passage", flow.passage.as_ref().err().cloned()),
        ("expected_complaints", flow.expected.as_ref().err().cloned()),
        ("choke_points", flow.choke_points.as_ref().err().cloned()),
        ("unreachable", flow.unreachable.as_ref().err().cloned()),
        ("loops", flow.loops.as_ref().err().cloned()),
        ("likely_path", flow.paths.as_ref().err().cloned()),
        ("painful_path", flow.painful_path().err()),
        ("saving", flow.savings.as_ref().err().cloned()),
    ];
    let said = reasons.into_iter();
    said.filter_map(|(measure, reason)| {
        Some(UnsaidRecord {
            measure,
            because: depth.reason(&reason?),
        })
    })
    .collect()
}
