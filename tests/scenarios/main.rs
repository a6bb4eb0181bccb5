//! `(screen, keys, screen)`: what stands on the screen, what is pressed, what stands there then. Each scenario
//! is a paragraph of a text file; `script.rs` says how they read.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "a scenario that cannot be played must fail; the fixture is shared"
)]

#[path = "../screens/fixture.rs"]
mod fixture;
mod script;

use script::Scenario;

const FILES: [(&str, &str); 8] = [
    ("moving.txt", include_str!("moving.txt")),
    ("typing.txt", include_str!("typing.txt")),
    ("filter.txt", include_str!("filter.txt")),
    ("lens.txt", include_str!("lens.txt")),
    ("edits.txt", include_str!("edits.txt")),
    ("sizes.txt", include_str!("sizes.txt")),
    ("stumbles.txt", include_str!("stumbles.txt")),
    ("views.txt", include_str!("views.txt")),
];

fn scenarios() -> Vec<Scenario> {
    let files = FILES.iter();
    files
        .flat_map(|(name, text)| Scenario::all(name, text))
        .collect()
}

#[test]
fn every_scenario_goes_as_it_is_written() {
    let all = scenarios();
    let wrong: Vec<String> = all.iter().filter_map(Scenario::play).collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        all.len(),
        wrong.join("\n")
    );
}

#[test]
fn there_are_a_hundred_and_fifty_and_each_presses_and_looks() {
    let all = scenarios();
    assert!(all.len() >= 150, "{}", all.len());
    for scenario in &all {
        assert!(scenario.is_whole(), "{}", scenario.name);
    }
}

#[test]
fn a_scenario_that_goes_otherwise_is_told() {
    let wrong = "wrong\n  press l\n  sees crossing/timetable is not there\n";
    let played = Scenario::all("here", wrong)[0].play().unwrap();
    assert!(
        played.contains("crossing/timetable is not there"),
        "{played}"
    );
}
