//! Times the reading of customers' own words, newest first, at every touchpoint of a workspace:
//! `cargo bench --bench words -- DIR`. The first read of all comes first, then what it takes to unpack files that
//! are packed, encoded or workbooks, then the reads after that.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench may stop where it cannot go on, and prints what it measures"
)]

use pothole::feedback::{Overlay, ScanOptions, Unpacking, scan_with, verbatims};
use pothole::workspace::{self, Workspace};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

/// How many words a screen shows.
const SHOWN: usize = 20;

fn main() {
    let given = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    let Some(folder) = given.map(PathBuf::from) else {
        println!("no workspace was given");
        return;
    };
    let workspace = workspace::open(&folder).unwrap();
    let overlay = scan_with(
        &ScanOptions::default(),
        &workspace.root,
        &workspace.journeys,
        &workspace.sources,
        &workspace.rules,
        &workspace.crowd,
        &mut |_| ControlFlow::Continue(()),
    );
    let places = overlay.places.len();
    println!("{} rows, {places} places", overlay.books.total().read);
    let (first, _) = read(&workspace, &overlay, 0, 1);
    println!("the newest words of the first touchpoint, at once: {first:.2} ms");
    let start = Instant::now();
    Unpacking::of(&workspace.root, &workspace.sources, &overlay).run(|| true);
    println!("unpacking: {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    for (what, shown) in [("newest", 1), ("newest screen", SHOWN)] {
        let count = workspace.journeys.touchpoint_count() as u32;
        let reads = (0..count).map(|touchpoint| read(&workspace, &overlay, touchpoint, shown));
        let reads: Vec<(f64, usize)> = reads.filter(|(_, read)| *read > 0).collect();
        let mut times: Vec<f64> = reads.iter().map(|(time, _)| *time).collect();
        times.sort_by(f64::total_cmp);
        let (median, most) = (times[times.len() / 2], times[times.len() - 1]);
        println!(
            "the {what} of {} touchpoints: median {median:.2} ms, most {most:.2} ms",
            times.len()
        );
    }
}

/// How many milliseconds the newest words of a touchpoint take, and how many there are.
fn read(workspace: &Workspace, overlay: &Overlay, touchpoint: u32, shown: usize) -> (f64, usize) {
    let places = overlay.places_of(touchpoint);
    let places = &places[..places.len().min(shown)];
    let start = Instant::now();
    let words = verbatims(&workspace.root, &workspace.sources, overlay, places);
    (start.elapsed().as_secs_f64() * 1e3, words.len())
}
