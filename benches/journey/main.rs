//! Times a journey's own numbers: a sparse chain of 5,000 touchpoints solved, what a lens change costs the
//! screen with 10,000 touchpoints in one journey or in a hundred, and what a survey's drivers cost.
//!
//! `cargo bench --bench journey`. Times are those of the processor where the system tells them.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench may stop where it cannot go on, and prints what it measures"
)]

mod town;

use pothole::board::{Board, Lens};
use pothole::measures::chance::Random;
use pothole::measures::drivers::{Bootstrap, Missing, Survey, drivers};
use pothole::measures::flow::{Flow, Step, Ways};
use pothole::tui::state::State;
use pothole::tui::theme::Theme;
use ratatui::layout::Size;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

const CHAIN: usize = 5_000;

fn main() {
    for far in [8, CHAIN] {
        let ways = chain(far);
        time(
            &format!("5,000 touchpoints, loops up to {far} back"),
            || Flow::of(&ways).unwrap().passage().unwrap(),
        );
    }
    for journeys in [100, 1] {
        let (workspace, overlay) = (town::workspace(journeys), town::overlay());
        println!("10,000 touchpoints in {journeys} journeys:");
        let lens = Lens::default();
        let board = Board::build(&workspace.journeys, &workspace.charter, &overlay, &lens);
        time("  the board", || {
            Board::build(&workspace.journeys, &workspace.charter, &overlay, &lens)
        });
        time("  one journey's flow", || {
            board.flow(&workspace.journeys, &overlay, 0)
        });
        time("  one journey's segments", || {
            board.segment_grid(&workspace.journeys, &overlay, 0)
        });
        time("  who passed it", || {
            board.passed(&workspace.journeys, &overlay, 0)
        });
        let mut state = State::open(workspace, Theme::default(), Size::new(120, 40));
        state.overlay = Arc::new(overlay);
        time("  the whole screen under another lens", || state.rebuild());
    }
    for respondents in [3_000, 200_000] {
        let survey = survey(respondents);
        time(&format!("drivers of {respondents} respondents"), || {
            drivers(&survey, 100, Missing::Pairwise, &Bootstrap::default()).unwrap()
        });
    }
}

/// Prints the least and the median of some runs.
fn time<T>(name: &str, mut work: impl FnMut() -> T) {
    let mut times: Vec<f64> = (0..9)
        .map(|_| {
            let (start, used) = (Instant::now(), processor());
            black_box(work());
            match (used, processor()) {
                (Some(before), Some(after)) => (after - before) as f64 / 1e6,
                _ => start.elapsed().as_secs_f64() * 1e3,
            }
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let median = times[times.len() / 2];
    println!("{name}: {:.2} ms, median {median:.2} ms", times[0]);
}

/// Nanoseconds this thread has had on a processor, where the system says so.
fn processor() -> Option<u64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok()
}

/// Touchpoints in a row, each with a step on, one ahead and one back.
fn chain(far: usize) -> Ways {
    let mut random = Random::seeded(5);
    let steps = (0..CHAIN).map(|place| {
        let back = place - random.below(far.min(place) + 1);
        let skip = (place + 2 + random.below(far)).min(CHAIN - 1);
        let on = (place + 1).min(CHAIN - 1);
        vec![
            Step::shared(on, 0.85),
            Step::shared(skip, 0.04),
            Step::shared(back, 0.1),
        ]
    });
    Ways {
        steps: steps.collect(),
        start: Some(0),
        goals: vec![CHAIN - 1],
    }
}

/// A survey of fourteen questions of which each respondent skips some.
fn survey(respondents: usize) -> Survey {
    let mut random = Random::seeded(7);
    let mut survey = Survey {
        overall: Vec::with_capacity(respondents),
        ratings: vec![Vec::new(); 14],
    };
    for _ in 0..respondents {
        let mood = random.unit();
        let mut answer = || (5.0 * (mood + random.unit()) / 2.0).floor() - 2.0;
        survey.overall.push(Some(answer()));
        for question in &mut survey.ratings {
            let given = answer();
            question.push(Some(given).filter(|_| given > -2.0));
        }
    }
    survey
}
