//! Every size of terminal: nothing panics, and the most important thing stays.

use crate::fixture::{self, Desk};
use pothole::tui::message::{Effect, Message};
use pothole::tui::view::areas::Areas;
use pothole::tui::view::map_pane;
use ratatui::layout::Position;
use std::collections::HashSet;
use std::fmt::Write;

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

/// Some journeys; the first has so many stages of so many touchpoints, each of which leads on to the next and
/// now and then past a stage or back.
fn journeys(stages: usize, each: usize, others: usize) -> Desk {
    let mut text = "journey: j\ntitle: The first\nstages:\n".to_owned();
    let count = stages * each;
    for place in 0..count {
        if place % each == 0 {
            let _ = write!(text, "  - stage: s{place}\n    touchpoints:\n");
        }
        let wished = [
            (true, place + 1),
            (place % 3 == 1, place + each),
            (place % 5 == 2, place + 2 * each + 1),
            (place % 7 == 6, place / 2),
        ];
        let steps = wished
            .iter()
            .filter(|(leads, to)| *leads && *to < count && *to != place);
        let next: HashSet<_> = steps.map(|(_, to)| format!("t{to}")).collect();
        let mut next: Vec<_> = next.into_iter().collect();
        next.sort();
        let _ = writeln!(
            text,
            "      - {{touchpoint: t{place}, title: Touchpoint {place}, next: [{}]}}",
            next.join(", ")
        );
    }
    let mut files = vec![
        ("pothole.yaml".to_owned(), "title: Shapes\n".to_owned()),
        ("a.yaml".to_owned(), text),
    ];
    for other in 0..others {
        let text = format!(
            "journey: k{other}\nstages: [{{stage: s, touchpoints: [{{touchpoint: t}}]}}]\n"
        );
        files.push((format!("k{other}.yaml"), text));
    }
    let files: Vec<_> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let mut desk = Desk::over(fixture::read(&files), 80, 24);
    desk.press("l");
    desk
}

/// How many cards are seen on the map.
fn seen(desk: &Desk) -> usize {
    let map = Areas::of(&desk.state).map;
    let at = |position: Position| map_pane::touchpoint_at(&desk.state, map, position);
    map.positions().filter_map(at).collect::<HashSet<_>>().len()
}

#[test]
fn eighty_by_twenty_four_shows_every_card_of_an_ordinary_journey() {
    for others in [0, 2, 9] {
        for (stages, each) in [(1, 12), (4, 9), (6, 5), (9, 3), (12, 9), (26, 4), (39, 12)] {
            let desk = journeys(stages, each, others);
            let screen = desk.screen();
            assert_eq!(seen(&desk), stages * each, "{stages} of {each}\n{screen}");
            assert!(!screen.contains(" more "), "{screen}");
        }
    }
}

#[test]
fn what_eighty_by_twenty_four_cannot_show_is_counted_at_the_edge() {
    let mut desk = journeys(2, 30, 2);
    let sum = |desk: &Desk| {
        let screen = desk.screen();
        let beyond = |arrow: &str| {
            let word = screen
                .split(arrow)
                .next()
                .filter(|_| screen.contains(arrow));
            let more = word.and_then(|before| before.trim_end().strip_suffix(" more"));
            more.and_then(|before| before.rsplit(' ').next()?.parse().ok())
        };
        let (above, below): (Option<usize>, Option<usize>) = (beyond("▴"), beyond("▾"));
        seen(desk) + above.unwrap_or(0) + below.unwrap_or(0)
    };
    for keys in ["", "j j j j j j j j j j j j j j j j j j", "G", "z"] {
        desk.press(keys);
        assert_eq!(sum(&desk), 60, "{keys}\n{}", desk.screen());
    }
}

#[test]
fn lines_that_have_no_room_come_with_a_key_and_go_with_another() {
    let mut desk = journeys(4, 9, 2);
    let lines = |desk: &Desk| desk.screen().matches('│').count();
    assert!(desk.screen().contains("+ draws lines"));
    assert_eq!(lines(&desk), 0);
    desk.press("+");
    assert!(lines(&desk) > 5 && !desk.screen().contains("draws lines"));
    desk.press("- -");
    assert_eq!(lines(&desk), 0, "{}", desk.screen());
}
