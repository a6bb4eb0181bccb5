//! Every size of terminal: nothing panics, and the most important thing stays.

use crate::fixture::{self, Desk};
use pothole::tui::message::{Effect, Message};

const KEYS: [&str; 22] = [
    "",
    "tab",
    "tab",
    "esc enter",
    "esc P",
    "P R",
    "R o",
    "esc ?",
    "esc x",
    "esc i",
    "q u e u enter",
    "esc esc",
    "a S s",
    "esc b l > <",
    "esc c right",
    "esc v v v C z",
    "- shift-right",
    "z enter 2",
    "3 4 p",
    "5 6 7",
    "esc , t T",
    "esc esc",
];

#[test]
fn no_size_panics_in_any_view() {
    for width in [1, 2, 3, 7, 19, 40, 79, 80, 89, 90, 120, 160, 500] {
        let mut desk = Desk::read(200, 60);
        desk.press("l");
        for height in [1, 2, 3, 5, 8, 12, 17, 20, 24, 30, 60, 200] {
            desk.tell(Message::Resize(width, height));
            for keys in KEYS {
                desk.press(keys);
                desk.draw();
            }
            desk.press("esc esc esc");
        }
    }
}

#[test]
fn empty_and_broken_workspaces_fit_every_size() {
    for make in [fixture::empty, fixture::with_a_broken_file] {
        for (width, height) in [(1, 1), (20, 6), (80, 24), (120, 40), (200, 60), (500, 200)] {
            let mut desk = Desk::over(make(), width, height);
            for keys in [
                "",
                "tab j",
                "tab",
                "tab",
                "P",
                "P ?",
                "esc /",
                "esc ] y n u",
                "i",
                "x enter",
                "esc esc esc esc",
            ] {
                desk.press(keys);
                desk.draw();
            }
        }
    }
}

#[test]
fn a_tiny_terminal_keeps_what_is_chosen_in_sight() {
    let mut desk = Desk::read(40, 8);
    desk.press("l");
    assert!(desk.screen().contains("Queue for"), "{}", desk.screen());
    desk.press("tab");
    assert!(desk.screen().contains("burning"), "{}", desk.screen());
}

#[test]
fn resizing_keeps_what_is_chosen() {
    let mut desk = Desk::read(200, 60);
    desk.press("l l j");
    for size in [(80, 24), (1, 1), (30, 10), (120, 40)] {
        desk.tell(Message::Resize(size.0, size.1));
        desk.draw();
    }
    assert_eq!(desk.chosen(), "crossing/ashore");
}

/// Many sizes may come in one go, and the last be the one that was drawn on.
#[test]
fn a_terminal_that_was_smaller_in_between_is_drawn_anew() {
    let mut desk = Desk::read(100, 32);
    for size in [(20, 5), (100, 32)] {
        desk.effects.clear();
        desk.tell(Message::Resize(size.0, size.1));
        assert!(matches!(desk.effects[..], [Effect::Redraw]), "{size:?}");
    }
}
