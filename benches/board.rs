//! Times what stands between a key and a frame: a board under another lens on 10,000 touchpoints and 540
//! days, and the reading of large workspaces.
//!
//! `cargo bench --bench board` times the lens; `cargo bench --bench board -- DIR` also opens the workspace
//! in DIR.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench may stop where it cannot go on, and prints what it measures"
)]

use pothole::board::{Board, Lens};
use pothole::feedback::{Day, Entry, Overlay, Polarity, Reading, Scale, Score, Tally};
use pothole::journey::{Address, Charter, Journey, Journeys, Stage, Touchpoint, TouchpointIndex};
use pothole::tui::key::Key;
use pothole::tui::message::Message;
use pothole::tui::state::State;
use pothole::tui::theme::Theme;
use pothole::tui::update::update;
use pothole::workspace::{self, Workspace};
use ratatui::layout::Size;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

const TOUCHPOINTS: usize = 10_000;
const DAYS: i32 = 540;
const FIRST_DAY: i32 = 20_000;
const SEGMENTS: [&str; 4] = ["enterprise", "mid-market", "self-serve", "small-business"];

fn main() {
    let given = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    if let Some(folder) = given {
        let folder = PathBuf::from(folder);
        time("open the workspace", || workspace::open(&folder).unwrap());
    }
    let (journeys, charter, overlay) = (journeys(), Charter::default(), overlay());
    println!("{} entries", overlay.tally.len());
    let day = |day: i32| Some(Day(FIRST_DAY + day));
    let lenses = [
        ("no lens", Lens::default()),
        (
            "a quarter",
            Lens {
                since: day(200),
                until: day(290),
                ..Lens::default()
            },
        ),
        (
            "a segment",
            Lens {
                segments: vec!["self-serve".to_owned()],
                ..Lens::default()
            },
        ),
        (
            "a source",
            Lens {
                sources: vec!["survey".to_owned()],
                ..Lens::default()
            },
        ),
    ];
    for (name, lens) in &lenses {
        time(name, || Board::build(&journeys, &charter, &overlay, lens));
    }
    let board = Board::build(&journeys, &charter, &overlay, &lenses[0].1);
    let index = TouchpointIndex::new(TOUCHPOINTS / 2);
    time("one touchpoint's detail", || board.detail(&overlay, index));
    time("a journey's series", || {
        let touchpoints = (0..100).map(TouchpointIndex::new);
        board.series(&overlay, touchpoints)
    });
    keys(journeys, overlay);
}

/// Times the key of the lens as the terminal takes it: the board, the weeks of the journeys in sight, and what else
/// follows, but for the frame.
fn keys(journeys: Journeys, overlay: Overlay) {
    let workspace = Workspace {
        journeys,
        ..Workspace::default()
    };
    let mut state = State::open(workspace, Theme::default(), Size::new(200, 60));
    let overlay = Box::new(overlay);
    update(&mut state, Message::Scanned { scan: 0, overlay });
    let key: Key = "d".parse().unwrap();
    let mut times = [const { Vec::new() }; 4];
    for turn in 0..60 {
        let start = Instant::now();
        update(&mut state, Message::Key(key.event()));
        times[turn % 4].push(start.elapsed().as_secs_f64() * 1e3);
    }
    for (weeks, times) in ["4 weeks", "13 weeks", "52 weeks", "all days"]
        .iter()
        .zip(times)
    {
        print(&format!("the key d, {weeks}"), times);
    }
}

/// Prints the least and the median of some runs.
fn time<T>(name: &str, work: impl Fn() -> T) {
    let once = |_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed().as_secs_f64() * 1e3
    };
    print(name, (0..15).map(once).collect());
}

fn print(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    println!(
        "{name}: {:.2} ms, median {:.2} ms",
        times[0],
        times[times.len() / 2]
    );
}

fn journeys() -> Journeys {
    let mut journeys = Journeys::new();
    for journey in 0..TOUCHPOINTS / 100 {
        let first = journeys.touchpoint_count();
        for place in 0..100 {
            journeys.add_touchpoint(Touchpoint {
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
            });
        }
        let range = first..first + 100;
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
            goals: vec![TouchpointIndex::new(first + 99)],
            touchpoints: range,
            starts: None,
            targets: Vec::new(),
            benchmarks: Vec::new(),
        });
    }
    journeys
}

/// One reading of one segment at each touchpoint on each day: 5,400,000 entries.
fn overlay() -> Overlay {
    let mut tally = Tally::default();
    tally.sources = vec!["survey".to_owned(), "tickets".to_owned()];
    tally.segments = std::iter::once("")
        .chain(SEGMENTS)
        .map(str::to_owned)
        .collect();
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
    let mut entries = Vec::with_capacity(TOUCHPOINTS * DAYS as usize);
    for touchpoint in 0..TOUCHPOINTS as u32 {
        for day in 0..DAYS {
            let mix = touchpoint.wrapping_mul(31).wrapping_add(day as u32 * 17);
            entries.push(Entry {
                touchpoint,
                day: FIRST_DAY + day,
                source: (mix % 2) as u16,
                segment: 1 + (mix % 4) as u16,
                reading: (mix % 11) as u16,
                count: 1 + u64::from(mix % 3),
            });
        }
    }
    Overlay {
        tally: tally.with_entries(TOUCHPOINTS, &entries),
        ..Overlay::default()
    }
}
