//! Times frames of 200 by 60 on a workspace of 200 journeys and 10,000 touchpoints, and what a key costs
//! before its frame: `cargo bench --bench frame`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench may stop where it cannot go on, and prints what it measures"
)]

use pothole::tui::key::Key;
use pothole::tui::message::Message;
use pothole::tui::state::State;
use pothole::tui::theme::Theme;
use pothole::tui::update::update;
use pothole::tui::view;
use pothole::workspace;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Instant;

const JOURNEYS: usize = 200;
const EACH: usize = 50;
const FRAMES: usize = 1_000;
/// What is pressed between frames, round and round.
const KEYS: [&str; 8] = ["j", "l", "j", "J", "l", "k", "tab", "h"];

fn main() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path());
    let workspace = workspace::open(folder.path()).unwrap();
    let count = workspace.journeys.touchpoint_count();
    println!("{count} touchpoints, {} problems", workspace.problems.len());
    let mut state = State::open(workspace, Theme::default(), Size::new(200, 60));
    let mut terminal = Terminal::new(TestBackend::new(200, 60)).unwrap();
    for views in ["", "enter", "esc :", "esc L", "esc /"] {
        for key in views.split_whitespace() {
            press(&mut state, key);
        }
        let (mut frames, mut keys) = (Vec::new(), Vec::new());
        for turn in 0..FRAMES {
            let start = Instant::now();
            press(&mut state, KEYS[turn % KEYS.len()]);
            keys.push(start.elapsed());
            let start = Instant::now();
            terminal.draw(|frame| view::draw(frame, &state)).unwrap();
            frames.push(start.elapsed());
        }
        for (what, mut times) in [("frame", frames), ("key", keys)] {
            times.sort();
            let ms = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1e3;
            let (median, p99, most) = (ms(50), ms(99), ms(100));
            println!(
                "{views:6} {what:5}: median {median:.3} ms, p99 {p99:.3} ms, most {most:.3} ms"
            );
        }
    }
}

fn press(state: &mut State, name: &str) {
    let key: Key = name.parse().unwrap();
    update(state, Message::Key(key.event()));
}

/// Journeys of ten stages whose touchpoints follow each other, with a skip here and there.
fn write(folder: &Path) {
    fs::write(folder.join("pothole.yaml"), "title: A large house\n").unwrap();
    for journey in 0..JOURNEYS {
        let mut text = format!("journey: j{journey:03}\ntitle: Journey {journey}\nstages:\n");
        for place in 0..EACH {
            if place % (EACH / 10) == 0 {
                let stage = place * 10 / EACH;
                let _ = write!(text, "  - stage: s{stage}\n    touchpoints:\n");
            }
            let _ = write!(
                text,
                "      - {{touchpoint: t{place}, title: Touchpoint {place}"
            );
            if place + 2 < EACH && place % 3 == 0 {
                let _ = write!(
                    text,
                    ", next: [t{}, {{to: t{}, share: 0.2}}]",
                    place + 1,
                    place + 2
                );
            }
            text.push_str("}\n");
        }
        fs::write(folder.join(format!("j{journey:03}.yaml")), text).unwrap();
    }
}
