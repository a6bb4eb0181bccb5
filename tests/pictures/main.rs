//! Every view as it looks, at 80x24, 120x40 and 200x60; empty, broken and huge workspaces; every palette.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::too_many_lines,
    dead_code,
    reason = "a fixture that cannot be made must fail its test; it is shared; a picture has as many lines as its screen"
)]

mod broken;
mod choices;
mod copying;
mod crowded;
mod details;
mod empty;
#[path = "../screens/fixture.rs"]
mod fixture;
mod help;
mod history;
mod huge;
mod lanes;
mod listening;
mod map;
mod numbers;
mod painted;
mod palettes;
mod rejected;
mod rules;
mod segments;
mod teams;
#[path = "../screens/unmapped.rs"]
mod unmapped;

use fixture::Desk;
use pothole::feedback::{Day, Rejected};
use pothole::journey::TouchpointIndex;
use pothole::tui::message::{Effect, Message};
use std::fmt::Write;
use unmapped::Harbour;

/// The sizes of the pictures.
const SMALL: (u16, u16) = (80, 24);
const USUAL: (u16, u16) = (120, 40);
const LARGE: (u16, u16) = (200, 60);

/// The ferry line with actions, on the last day of June.
fn ferry((width, height): (u16, u16)) -> Desk {
    let mut desk = Desk::over(fixture::with_actions(), width, height);
    desk.state.vantage.today = Day::parse_iso("2025-06-30");
    desk.press("l");
    desk
}

/// The ferry line after some keys.
fn after(keys: &str, size: (u16, u16)) -> String {
    ferry(size).press(keys).screen()
}

/// The ferry line with three rows that could not be read.
fn with_rejected((width, height): (u16, u16)) -> String {
    let workspace = fixture::workspace();
    let mut overlay = fixture::overlay(&workspace);
    let reasons = [
        "`day` is `2025-02-30`, which is no date: expected YYYY-MM-DD",
        "`score` is `6`, which is not on the scale csat-5",
        "the row has 3 cells, the header 4",
    ];
    overlay.books.rejected = (0..)
        .zip(reasons)
        .map(|(line, reason)| Rejected {
            source: "survey".to_owned(),
            file: "survey.csv".to_owned(),
            line: 100 + 7 * line,
            reason: reason.to_owned(),
        })
        .collect();
    let mut desk = Desk::opened(workspace, width, height);
    let overlay = Box::new(overlay);
    desk.tell(Message::Scanned { scan: 0, overlay });
    desk.press("R j").screen()
}

/// Somebody in the chair.
fn seated(size: (u16, u16)) -> String {
    let mut desk = ferry(size);
    desk.effects();
    desk.press("c");
    let asked = desk.effects().into_iter().find_map(|effect| match effect {
        Effect::ReadChair { scan, places } => Some((scan, places)),
        _ => None,
    });
    let (scan, places) = asked.unwrap();
    let said = places.iter().map(|place| {
        let touchpoint = TouchpointIndex::new(place.touchpoint as usize);
        (touchpoint, desk.verbatim(place))
    });
    let list = said.collect();
    desk.tell(Message::ChairRead { scan, list });
    desk.screen()
}

/// The inbox while a phrase is typed.
fn inbox((width, height): (u16, u16)) -> String {
    let mut harbour = Harbour::read(width, height);
    harbour.press("i").write("lift").desk.screen()
}

/// Thirty journeys, the first with twelve stages of nine touchpoints.
fn house((width, height): (u16, u16)) -> Desk {
    let mut files = vec![(
        "pothole.yaml".to_owned(),
        "title: A large house\n".to_owned(),
    )];
    for journey in 0..30 {
        let (stages, each) = if journey == 0 { (12, 9) } else { (3, 3) };
        files.push((format!("j{journey:02}.yaml"), storey(journey, stages, each)));
    }
    let files: Vec<_> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    Desk::over(fixture::read(&files), width, height)
}

fn storey(journey: usize, stages: usize, each: usize) -> String {
    let mut text = format!("journey: j{journey:02}\ntitle: Journey number {journey}\nstages:\n");
    let count = stages * each;
    for place in 0..count {
        if place % each == 0 {
            let stage = place / each;
            let _ = write!(
                text,
                "  - stage: s{stage}\n    title: Stage {stage}\n    touchpoints:\n"
            );
        }
        let _ = write!(
            text,
            "      - {{touchpoint: t{place}, title: Touchpoint {place} of them"
        );
        let mut next = Vec::new();
        next.extend((place + 1 < count).then(|| format!("t{}", place + 1)));
        next.extend(
            (place % 7 == 3 && place + each < count)
                .then(|| format!("{{to: t{}, share: 0.1}}", place + each)),
        );
        if !next.is_empty() {
            let _ = write!(text, ", next: [{}]", next.join(", "));
        }
        text.push_str("}\n");
    }
    text
}
