//! How far cards move on the map when a touchpoint is added: near to nothing.

use super::Layout;
use super::draft::Draft;
use crate::journey::{Journeys, TouchpointIndex};

/// A number from 0 to below `of`, the same for the same seed.
fn dice(seed: &mut u64, of: usize) -> usize {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    ((*seed >> 33) as usize) % of.max(1)
}

/// Six stages of eight, steps onward and now and then back; `more` is one touchpoint more at the end of
/// that stage.
fn journey(seed: u64, more: Option<usize>) -> (Journeys, Vec<usize>) {
    let titles = ["A touchpoint"; 9];
    let size = |stage: usize| 8 + usize::from(more == Some(stage));
    let stages: Vec<(&str, &[&str])> = (0..6).map(|s| ("Stage", &titles[..size(s)])).collect();
    let first = |stage: usize| -> usize { (0..stage).map(size).sum() };
    let place = |stage: usize, row: usize| first(stage) + row;
    let mut seed = seed;
    let mut steps = Vec::new();
    for stage in 0..6 {
        for row in 0..8 {
            for _ in 0..2 {
                let (to, at) = (stage + dice(&mut seed, 3), dice(&mut seed, 8));
                if to < 6 && (to, at) != (stage, row) {
                    steps.push((place(stage, row), place(to, at), 0.0));
                }
            }
        }
    }
    if let Some(stage) = more {
        let new = place(stage, 8);
        steps.push((place(stage, dice(&mut seed, 8)), new, 0.0));
        if stage < 5 {
            steps.push((new, place(stage + 1, dice(&mut seed, 8)), 0.0));
        }
    }
    let old = (0..6).flat_map(|stage| (0..8).map(move |row| (stage, row)));
    let old = old.map(|(stage, row)| place(stage, row)).collect();
    (
        Draft::new().journey("one", &stages).steps(&steps).journeys,
        old,
    )
}

#[test]
fn one_more_touchpoint_moves_few_cards_and_those_a_little() {
    let (mut cards, mut moved, mut rows) = (0, 0, 0);
    for seed in 1..=60 {
        let (before, places) = journey(seed, None);
        let (after, new_places) = journey(seed, Some(seed as usize % 6));
        let (before, after) = (Layout::new(&before, 0), Layout::new(&after, 0));
        for (old, new) in places.iter().zip(&new_places) {
            let stood = before.card(TouchpointIndex::new(*old)).unwrap();
            let stands = after.card(TouchpointIndex::new(*new)).unwrap();
            assert_eq!(stood.0, stands.0, "a card never leaves its stage");
            cards += 1;
            moved += usize::from(stood.1 != stands.1);
            rows += stood.1.abs_diff(stands.1);
        }
    }
    let (share, mean) = (100 * moved / cards, rows as f64 / cards as f64);
    println!("{share} % of the cards moved, by {mean:.2} rows on average over all of them");
    assert!(share <= 18 && mean <= 0.4, "{share} %, {mean:.2} rows");
}
