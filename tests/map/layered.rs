//! Crossings of the same graph as `rust-sugiyama` draws it: in layers, with long edges broken at each layer
//! they pass so that every bend is counted.

use crate::graph::Graph;
use rust_sugiyama::configure::Config;
use rust_sugiyama::from_vertices_and_edges;
use std::collections::HashMap;

/// A place in a drawing: the component, the layer, and how far across.
type Place = (usize, i64, f64);

/// A piece of an edge: its ends, and the whole edge's.
type Piece = ((u32, u32), (usize, usize));

/// A piece between two layers: where it begins and ends across, and the whole edge's ends.
type Line = (f64, f64, (usize, usize));

/// How many pairs of edges that share no end cross.
pub(crate) fn layered(graph: &Graph) -> usize {
    let count = graph.stages.iter().sum::<usize>() as u32;
    let whole: Vec<Piece> = graph
        .steps
        .iter()
        .map(|(from, to)| ((*from as u32, *to as u32), (*from, *to)))
        .collect();
    let (count, pieces) = broken(&lay(count, &whole), count, &whole);
    crossings(&lay(count, &pieces), &pieces)
}

/// The same with our stages for layers, of steps that all lead to a later stage. A vertex a stage, whose lines are
/// not counted, holds touchpoints in their layer: one chain of them, and lines from each to all touchpoints of the
/// stage behind it and from all of the stage before.
pub(crate) fn staged(graph: &Graph) -> usize {
    let stages = graph.stages();
    let (mut count, mut pieces) = (stages.len() as u32, Vec::new());
    for (from, to) in &graph.steps {
        let (mut here, far) = (*from, stages[*to] - stages[*from]);
        for at in 1..=far {
            let next = if at == far { *to } else { count as usize };
            pieces.push(((here as u32, next as u32), (*from, *to)));
            count += u32::from(at < far);
            here = next;
        }
    }
    let (mut held, anchor) = (pieces.clone(), |stage: usize| count + stage as u32);
    for stage in 1..graph.stages.len() {
        held.push(((anchor(stage - 1), anchor(stage)), (0, 0)));
    }
    for (place, stage) in stages.iter().enumerate() {
        if *stage > 0 {
            held.push(((anchor(stage - 1), place as u32), (0, 0)));
        }
        if stage + 1 < graph.stages.len() {
            held.push(((place as u32, anchor(stage + 1)), (0, 0)));
        }
    }
    let places = lay(anchor(graph.stages.len()), &held);
    for (place, stage) in stages.iter().enumerate() {
        let layers = places[&(place as u32)].1 - places[&anchor(0)].1;
        assert_eq!(
            layers.unsigned_abs() as usize,
            *stage,
            "a touchpoint left its stage"
        );
    }
    crossings(&places, &pieces)
}

/// Where the other layout puts every vertex.
fn lay(count: u32, pieces: &[Piece]) -> HashMap<u32, Place> {
    let vertices: Vec<_> = (0..count).map(|place| (place, (1.0, 1.0))).collect();
    let edges: Vec<_> = pieces.iter().map(|(ends, _)| *ends).collect();
    let drawings = from_vertices_and_edges(&vertices, &edges, &Config::default());
    let mut places = HashMap::new();
    for (component, (drawing, ..)) in drawings.into_iter().enumerate() {
        // Layers are the distinct heights.
        let mut heights: Vec<f64> = drawing.iter().map(|(_, (_, y))| *y).collect();
        heights.sort_by(f64::total_cmp);
        heights.dedup();
        for (vertex, (x, y)) in drawing {
            let layer = heights
                .iter()
                .position(|height| height.total_cmp(&y).is_eq())
                .unwrap();
            places.insert(vertex as u32, (component, layer as i64, x));
        }
    }
    places
}

/// Breaks edges that pass a layer.
fn broken(places: &HashMap<u32, Place>, count: u32, whole: &[Piece]) -> (u32, Vec<Piece>) {
    let (mut count, mut pieces) = (count, Vec::new());
    for ((from, to), ends) in whole {
        let far = places[to].1 - places[from].1;
        let mut here = *from;
        for _ in 1..far.abs() {
            pieces.push(if far > 0 {
                ((here, count), *ends)
            } else {
                ((count, here), *ends)
            });
            here = count;
            count += 1;
        }
        pieces.push(if far >= 0 {
            ((here, *to), *ends)
        } else {
            ((*to, here), *ends)
        });
    }
    (count, pieces)
}

fn crossings(places: &HashMap<u32, Place>, pieces: &[Piece]) -> usize {
    let mut between: HashMap<(usize, i64), Vec<Line>> = HashMap::new();
    for ((from, to), ends) in pieces {
        let (mut one, mut other) = (places[from], places[to]);
        if one.1 > other.1 {
            (one, other) = (other, one);
        }
        let line = (one.2, other.2, *ends);
        between.entry((one.0, one.1)).or_default().push(line);
    }
    let mut crossings = 0;
    for lines in between.values() {
        for (at, (top, bottom, ends)) in lines.iter().enumerate() {
            for (other_top, other_bottom, others) in &lines[..at] {
                let apart = ends.0 != others.0 && ends.1 != others.1;
                let turned = (top - other_top) * (bottom - other_bottom) < 0.0;
                crossings += usize::from(apart && turned);
            }
        }
    }
    crossings
}
