//! How often lines cross on the map, held against another layout of the same graphs: the drawings of
//! `rust-sugiyama`, which is free to choose its layers, and ours, whose columns are the journey's stages.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking and says what it counted"
)]

mod drawn;
mod graph;
mod layered;
mod ordered;
#[path = "../../src/board/layout/ruler.rs"]
mod ruler;

use drawn::drawn;
use graph::{Graph, dice};
use layered::{layered, staged};
use ordered::ordered;
use pothole::board::layout::{Across, Along, Layout, Point};
use pothole::workspace;
use std::path::Path;

/// Crossings of all graphs of a kind together.
#[derive(Debug, Default)]
struct Count {
    /// By the order of our stages.
    ordered: usize,
    /// Of our lines as they run between the cards.
    drawn: usize,
    /// Of the other layout.
    theirs: usize,
}

fn count(name: &str, graphs: impl Iterator<Item = Graph>) -> Count {
    let mut count = Count::default();
    for graph in graphs {
        let layout = Layout::new(&graph.journeys(), 0);
        count.ordered += ordered(&layout, &graph);
        count.drawn += drawn(&layout);
        count.theirs += layered(&graph);
    }
    println!("{name}: {count:?}");
    count
}

#[test]
fn steps_from_stage_to_stage_cross_no_more_often_than_elsewhere() {
    // Each stage is led to by the one before, so both layouts have the same layers.
    let sizes = [(4, 3, 2), (5, 5, 4), (6, 8, 8), (8, 12, 20), (10, 20, 40)];
    for (stages, each, more) in sizes {
        let name = format!("{stages} stages of {each}, {more} more steps");
        let graphs = (1..=20).map(|seed| Graph::onward(seed, stages, each, more));
        let count = count(&name, graphs);
        assert!(count.drawn <= count.theirs, "{name}: {count:?}");
    }
}

#[test]
fn skips_over_stages_cross_no_more_often_than_elsewhere() {
    for (stages, each, more) in [(4, 3, 2), (5, 5, 4), (6, 8, 8), (8, 12, 12)] {
        let name = format!("{stages} stages of {each}, {more} skips");
        let graphs = (1..=20).map(|seed| Graph::skipping(seed, stages, each, more));
        let count = count(&name, graphs);
        // A line past a stage runs straight through one alley, theirs bends at every layer.
        assert!(count.drawn <= count.theirs, "{name}: {count:?}");
    }
}

#[test]
fn the_samples_journeys_cross_as_little_as_their_loops_and_steps_down_a_stage_allow() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys");
    let journeys = workspace::open(&folder).unwrap().journeys;
    let most = [7, 10, 15];
    assert_eq!(journeys.all().len(), most.len());
    for (place, (journey, most)) in journeys.all().iter().zip(most).enumerate() {
        let all = count(&journey.id, std::iter::once(Graph::of(&journeys, place)));
        let forward = Graph::of(&journeys, place).forward();
        let drawn = drawn(&Layout::new(&forward.journeys(), 0));
        let theirs = staged(&forward);
        println!(
            "{}, steps onward alone: {drawn}, in the same layers elsewhere {theirs}",
            journey.id
        );
        assert!(all.drawn <= most, "{}: {all:?}", journey.id);
        assert!(drawn <= theirs, "{}: {drawn} against {theirs}", journey.id);
    }
}

#[test]
fn a_crossing_is_counted_where_there_is_one_and_only_there() {
    // Two steps down and two that must cross.
    let straight = Graph::new(&[2, 2], &[(0, 2), (1, 3)]);
    let all = Graph::new(&[2, 2], &[(0, 2), (0, 3), (1, 2), (1, 3)]);
    let count = |graph: &Graph| (drawn(&Layout::new(&graph.journeys(), 0)), layered(graph));
    assert_eq!(count(&straight), (0, 0));
    assert_eq!(count(&all), (1, 1));
    assert_ne!(dice(&mut 1, 1_000), dice(&mut 2, 1_000));
}
