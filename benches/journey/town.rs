//! A workspace of 10,000 touchpoints in as many journeys as are asked for, and 540 days of feedback.

use pothole::feedback::{
    Entry, Exposure, Overlay, Passing, Polarity, Reading, Scale, Score, Tally,
};
use pothole::journey::{
    Address, Journey, Journeys, Stage, Touchpoint, TouchpointIndex, Transition,
};
use pothole::workspace::Workspace;

const TOUCHPOINTS: usize = 10_000;
const DAYS: i32 = 540;
const FIRST_DAY: i32 = 20_000;

/// The journeys, each touchpoint with a step on and one back.
pub(crate) fn workspace(count: usize) -> Workspace {
    let mut journeys = Journeys::new();
    let long = TOUCHPOINTS / count;
    for journey in 0..count {
        let first = journeys.touchpoint_count();
        for place in 0..long {
            journeys.add_touchpoint(touchpoint(journey, place));
        }
        let range = first..first + long;
        journeys.add_journey(Journey {
            id: format!("j{journey}"),
            title: format!("Journey {journey}"),
            persona: None,
            owner: None,
            file: format!("j{journey}.yaml"),
            stages: vec![Stage {
                id: "all".to_owned(),
                title: "All".to_owned(),
                touchpoints: range.clone(),
            }],
            start: Some(TouchpointIndex::new(first)),
            goals: vec![TouchpointIndex::new(range.end - 1)],
            touchpoints: range.clone(),
            starts: None,
            targets: Vec::new(),
            benchmarks: Vec::new(),
        });
        for place in range.clone().skip(1) {
            let (before, here) = (TouchpointIndex::new(place - 1), TouchpointIndex::new(place));
            journeys.add_transition(before, here, Transition { share: Some(0.95) });
            if place % 7 == 0 && place + 1 < range.end {
                journeys.add_transition(here, before, Transition { share: Some(0.03) });
            }
        }
    }
    Workspace {
        journeys,
        ..Workspace::default()
    }
}

fn touchpoint(journey: usize, place: usize) -> Touchpoint {
    Touchpoint {
        address: Address::new(format!("j{journey}"), format!("t{place}")),
        title: format!("Touchpoint {place}"),
        journey,
        stage: 0,
        channel: None,
        owner: None,
        moment_of_truth: false,
        notes: None,
        authority: None,
        actions: Vec::new(),
        targets: Vec::new(),
        benchmarks: Vec::new(),
        visited: Vec::new(),
    }
}

/// One reading of one segment at each touchpoint on each day: 5,400,000 entries; visits at every tenth.
pub(crate) fn overlay() -> Overlay {
    let mut tally = Tally::default();
    tally.sources = vec!["survey".to_owned()];
    tally.segments = ["", "household", "small business", "company"]
        .map(str::to_owned)
        .to_vec();
    tally.scales = vec![Scale::named("nps").unwrap().into()];
    let scores = (0..=10).map(|score| Reading {
        score: Some((0, Score::whole(score))),
        polarity: match score {
            0..=6 => Polarity::Complaint,
            7 | 8 => Polarity::Neutral,
            _ => Polarity::Praise,
        },
    });
    tally.readings = scores.collect();
    let (mut entries, mut passings) = (Vec::new(), Vec::new());
    for touchpoint in 0..TOUCHPOINTS as u32 {
        for day in FIRST_DAY..FIRST_DAY + DAYS {
            let mix = touchpoint.wrapping_mul(31).wrapping_add(day as u32 * 17);
            entries.push(Entry {
                touchpoint,
                day,
                source: 0,
                segment: 1 + (mix % 3) as u16,
                reading: (mix % 11) as u16,
                count: 1 + u64::from(mix % 3),
            });
            if touchpoint % 10 == 0 {
                let visits = 100;
                passings.push(Passing {
                    touchpoint,
                    day,
                    visits,
                });
            }
        }
    }
    Overlay {
        tally: tally.with_entries(TOUCHPOINTS, &entries),
        exposure: Exposure::new(passings),
        ..Overlay::default()
    }
}
