//! Times frames of 200 by 60 of every view on a workspace of 200 journeys and 10,000 touchpoints with
//! feedback, and what a key costs before its frame; then the layout of one journey of 5,000 touchpoints:
//! `cargo bench --bench frame`. `cargo bench --bench frame -- teams` times the views that have this in their names.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench may stop where it cannot go on, and prints what it measures"
)]

mod desk;
mod house;

use desk::Desk;
use pothole::board::Layout;
use pothole::workspace;
use std::hint::black_box;
use std::time::{Duration, Instant};

const FRAMES: usize = 1_000;

/// A view: its name, how one comes there from the board, what is pressed between frames, round and round.
type View = (&'static str, &'static str, &'static str);

const VIEWS: [View; 26] = [
    ("map", "", "j l j J l k tab h"),
    ("map, whole cards", "tab z + +", "l j h k J K"),
    ("map, lanes", "C", "l j h k J K"),
    ("map, owners as heat", "v v v v v", "l j h k J K"),
    ("map, curve by segment", "E", "l j h k J K"),
    ("touchpoint", "enter", "j k ] [ J"),
    ("touchpoint, weeks", "enter 2", "j k ] ["),
    ("touchpoint, segments", "enter 3", "j k ] ["),
    ("touchpoint, words", "enter 4", "j k j ]"),
    ("touchpoint, rules", "enter 5", "j k ] ["),
    ("touchpoint, actions", "enter 6", "j k ] ["),
    ("touchpoint, history", "enter 7", "j k ] ["),
    ("board", "b", "j j l k h"),
    ("journeys", "a", "j j k pagedown pageup"),
    ("journeys, grouped", "a s s S", "j j k pagedown pageup"),
    ("numbers", "f", "j j k pagedown pageup"),
    ("inbox", "i esc", "j j k pagedown pageup"),
    ("teams", "O", "j j k"),
    ("listening", "H", "j j k"),
    ("voices", "D", "j j k pagedown pageup"),
    ("rejected", "R", "j j k"),
    ("chair", "c", "l l h"),
    ("help", "?", "down down up"),
    ("palette", ":", "down down up"),
    ("jump", "'", "t down down up backspace"),
    ("lens", "L", "down down up"),
];

fn main() {
    let wanted = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let folder = tempfile::tempdir().unwrap();
    house::build(folder.path());
    let open = || workspace::open(folder.path()).unwrap();
    let workspace = open();
    println!(
        "{} touchpoints in {} journeys, {} problems",
        workspace.journeys.touchpoint_count(),
        workspace.journeys.all().len(),
        workspace.problems.len()
    );
    let read = Desk::open(workspace, 200, 60);
    println!("{} rows of feedback", read.rows());
    println!(
        "{:24} {:>30}   {:>30}",
        "", "frame: median, p99, most, ms", "key"
    );
    for (name, way, keys) in VIEWS {
        if wanted.as_ref().is_none_or(|wanted| name.contains(wanted)) {
            view(&read, (name, way, keys));
        }
    }
    if wanted.as_ref().is_none_or(|wanted| wanted == "layout") {
        layout();
    }
}

fn view(read: &Desk, (name, way, keys): View) {
    let mut desk = read.clone();
    desk.press(way);
    let keys: Vec<&str> = keys.split_whitespace().collect();
    let (mut frames, mut times) = (Vec::new(), Vec::new());
    for turn in 0..FRAMES {
        let start = Instant::now();
        desk.press(keys[turn % keys.len()]);
        times.push(start.elapsed());
        let start = Instant::now();
        desk.draw();
        frames.push(start.elapsed());
    }
    println!("{name:24} {}   {}", figures(frames), figures(times));
}

/// The median, the 99th percentile and the most, in milliseconds.
fn figures(mut times: Vec<Duration>) -> String {
    times.sort();
    let ms = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1e3;
    format!("{:10.3}{:10.3}{:10.3}", ms(50), ms(99), ms(100))
}

/// One journey of 5,000 touchpoints in ten stages, with branches, skips and loops.
fn layout() {
    let folder = tempfile::tempdir().unwrap();
    house::large_journey(folder.path(), 10, 500);
    let journeys = workspace::open(folder.path()).unwrap().journeys;
    let times = (0..30).map(|_| {
        let start = Instant::now();
        black_box(Layout::new(&journeys, 0));
        start.elapsed()
    });
    println!("{:24} {}", "layout of 5,000", figures(times.collect()));
}
