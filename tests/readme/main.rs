//! What the README shows is what the program draws and the table of commands says, on the sample workspace.
//!
//! `POTHOLE_WRITE_README=1 cargo test --test readme` writes the pictures and the table anew.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a picture that cannot be drawn must fail its test"
)]

mod sample;
mod svg;

use pothole::tui::key_table::markdown_of;
use pothole::tui::keymap::Keymap;
use pothole::tui::section::Section;
use sample::Sample;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Checks a file against what it should say, or writes it when asked to.
fn settle(path: &Path, wanted: &str) {
    if std::env::var_os("POTHOLE_WRITE_README").is_some() {
        std::fs::write(path, wanted).unwrap();
    }
    let found = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        found == wanted,
        "{} is stale: POTHOLE_WRITE_README=1 cargo test --test readme",
        path.display()
    );
}

fn picture(name: &str, title: &str, screen: &Sample) {
    let path = root().join("docs/pictures").join(name);
    settle(&path, &svg::draw(&screen.draw(), title));
}

#[test]
fn the_picture_of_the_board_is_what_the_program_draws() {
    let mut sample = Sample::open(160, 48);
    sample.press("]");
    picture("board.svg", "The board of the sample workspace", &sample);
}

#[test]
fn the_picture_of_a_touchpoint_is_what_the_program_draws() {
    let mut sample = Sample::open(120, 40);
    sample.press("] enter");
    let title = "Everything about one touchpoint of the sample workspace";
    picture("touchpoint.svg", title, &sample);
}

#[test]
fn the_picture_of_a_small_terminal_is_what_the_program_draws() {
    let mut sample = Sample::open(80, 24);
    sample.press("] o");
    let title = "Choosing an owner in a terminal of 80 by 24";
    picture("owner.svg", title, &sample);
}

#[test]
fn the_pictures_of_the_other_views_are_what_the_program_draws() {
    for (name, title, (width, height), keys) in [
        (
            "columns.svg",
            "The friction board as columns",
            (120, 20),
            "b",
        ),
        ("journeys.svg", "All journeys in a table", (120, 14), "a"),
        (
            "weeks.svg",
            "The weeks of a touchpoint",
            (100, 28),
            "] enter 2",
        ),
        (
            "lanes.svg",
            "Lanes by channel, owners as heat",
            (130, 44),
            "C V V z",
        ),
        ("chair.svg", "One customer's own words", (80, 20), "c"),
    ] {
        let mut sample = Sample::open(width, height);
        sample.press(keys);
        picture(name, title, &sample);
    }
}

/// The ten keys that matter first, and the others section by section, folded.
fn keys() -> String {
    let keymap = Keymap::default();
    let mut text = markdown_of(&keymap, Section::First);
    for section in &Section::ALL[1..] {
        let (title, rows) = (section.title(), markdown_of(&keymap, *section));
        let _ = write!(
            text,
            "\n<details><summary>{title}</summary>\n\n{rows}\n</details>\n"
        );
    }
    text
}

#[test]
fn the_table_of_keys_is_the_table_of_commands() {
    let path = root().join("README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once("<!-- keys -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /keys -->").unwrap();
    let wanted = format!("{before}<!-- keys -->\n{}<!-- /keys -->{after}", keys());
    settle(&path, &wanted);
}
