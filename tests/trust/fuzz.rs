//! Damaged and random text for every reader of text: nothing panics, nothing hangs, and what is edited is
//! edited alone. `POTHOLE_FUZZ_SECONDS` lengthens each; the kept cases lie in `tests/trust/corpus`.

use crate::dice::Dice;
use crate::strangers::random;
use pothole::export::{masked, secrets};
use pothole::feedback::scan;
use pothole::journey::PhraseRule;
use pothole::tui::key::Key;
use pothole::tui::message::Message;
use pothole::tui::state::State;
use pothole::tui::theme::Theme;
use pothole::tui::update::update;
use pothole::workspace::{Operations, add_rule, open, owner_in, rule_in, splice, visible};
use ratatui::layout::Size;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

const PIECES: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    ": ",
    "- ",
    "\n",
    "\r\n",
    "  ",
    "    ",
    "\t",
    "#",
    "&a ",
    "*a",
    "<<: *a",
    "!!str ",
    "|",
    ">-",
    "'",
    "\"",
    "? ",
    "---\n",
    "...\n",
    "journey: j",
    "stages:",
    "touchpoints:",
    "touchpoint: a",
    "owner: x",
    "feedback:",
    "text: y",
    "next: a",
    "~",
    "0x1f",
    "1e999",
    "\u{feff}",
    "é",
    "=",
    "%YAML 9",
    "null",
    "actions:",
];

/// The kept cases of a target.
fn corpus(target: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/trust/corpus")
        .join(target);
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// A kept case, hurt in a few places.
fn hurt(dice: &mut Dice, text: &str) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for _ in 0..=dice.below(6) {
        let at = dice.below(text.len() + 1);
        match dice.below(5) {
            0 => text.truncate(at),
            1 => {
                let end = (at + dice.below(12)).min(text.len());
                text.drain(at..end);
            }
            2 => {
                let piece = random(dice);
                text.splice(at..at, piece.chars());
            }
            _ => {
                let piece = *dice.pick(&PIECES);
                text.splice(at..at, piece.chars());
            }
        }
    }
    text.into_iter().collect()
}

/// Tries the kept cases, then hurt ones, so often or for so many seconds.
fn fuzz(target: &str, seed: u64, cases: usize, mut try_one: impl FnMut(&mut Dice, &str)) {
    let seconds = std::env::var("POTHOLE_FUZZ_SECONDS").ok();
    let seconds = seconds
        .and_then(|seconds| seconds.parse().ok())
        .map(Duration::from_secs);
    let (kept, mut dice, begun) = (corpus(target), Dice::new(seed), Instant::now());
    for text in &kept {
        try_one(&mut dice, text);
    }
    let mut tried = 0_usize;
    while seconds.map_or(tried < cases, |seconds| begun.elapsed() < seconds) {
        let kept = dice.pick(&kept).clone();
        let text = hurt(&mut dice, &kept);
        try_one(&mut dice, &text);
        tried += 1;
    }
    println!("{target}: {} kept cases and {tried} hurt ones", kept.len());
}

#[test]
fn any_text_may_stand_in_a_journey_and_in_the_charter() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "s.csv",
        "id,words,score,day,tags\n1,no seat,1,2025-03-01,a\n",
    );
    let charters = corpus("charter");
    for (target, file) in [("journey", "j.yaml"), ("charter", "pothole.yaml")] {
        write("pothole.yaml", &charters[0]);
        fuzz(target, 5, 400, |_, text| {
            write(file, text);
            let workspace = open(folder.path()).unwrap();
            let (journeys, sources) = (&workspace.journeys, &workspace.sources);
            let watch = &mut |_| ControlFlow::Continue(());
            let overlay = scan(&workspace.root, journeys, sources, &workspace.rules, watch);
            assert!(overlay.books.total().balance(), "{text}");
            for problem in &workspace.problems {
                assert_eq!(crate::attacks::foreign_text(&problem.render(false)), None);
            }
        });
    }
}

#[test]
fn any_text_may_be_spliced() {
    let rule = PhraseRule {
        phrase: "no seat".into(),
        sources: Vec::new(),
    };
    fuzz("journey", 6, 2_000, |_, text| {
        let Ok((before, _)) = owner_in(text, "j", "a") else {
            return;
        };
        for owner in [Some("other: team"), None] {
            if let Ok(new) = splice(text, "j", "a", owner) {
                assert_eq!(
                    owner_in(&new, "j", "a").unwrap().0.as_deref(),
                    owner,
                    "{text}"
                );
                if let Ok(back) = splice(&new, "j", "a", before.as_deref()) {
                    assert_eq!(owner_in(&back, "j", "a").unwrap().0, before, "{text}");
                }
            }
        }
        if let Ok(new) = add_rule(text, "j", "a", &rule) {
            assert!(rule_in(&new, "j", "a", &rule).is_ok(), "{text}");
        }
    });
}

#[test]
fn any_text_may_be_cleaned_masked_and_logged() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join(".pothole")).unwrap();
    fuzz("words", 7, 20_000, |dice, text| {
        assert_eq!(crate::attacks::foreign_text(&visible(text)), None);
        let found = secrets(text);
        assert!(
            found
                .iter()
                .all(|(range, _)| text.get(range.clone()).is_some())
        );
        assert!(
            found.windows(2).all(|two| two[0].0.end <= two[1].0.start),
            "{text:?}"
        );
        assert!(found.is_empty() || masked(text) != text, "{text:?}");
        if dice.once_in(50) {
            fs::write(root.path().join(".pothole/log"), text).unwrap();
            let read = Operations::read(root.path()).unwrap();
            assert!(read.all.len() + read.unreadable.len() <= text.lines().count() + 1);
        }
    });
}

#[test]
fn any_text_may_be_typed_and_pasted() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("pothole.yaml"), "title: T\n").unwrap();
    fs::write(folder.path().join("j.yaml"), &corpus("journey")[0]).unwrap();
    let mut state = State::open(
        open(folder.path()).unwrap(),
        Theme::default(),
        Size::new(80, 24),
    );
    fuzz("words", 8, 1_000, |dice, text| {
        let key = *dice.pick(&[
            "/",
            "esc",
            "enter",
            "o",
            "i",
            "?",
            ":",
            "x",
            "tab",
            "backspace",
        ]);
        if let Ok(key) = key.parse::<Key>() {
            update(&mut state, Message::Key(key.event()));
        }
        update(&mut state, Message::Paste(text.to_owned()));
    });
}
