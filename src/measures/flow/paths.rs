//! The likeliest paths from the start to a goal, and the most painful of them.

use super::{ComplaintRate, Flow};
use crate::measures::Unsaid;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Partial paths looked at before the search stops with what it has.
const MOST_PARTS: usize = 50_000;

/// A path from the start to a goal that comes to no touchpoint twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The touchpoints, in order.
    pub places: Vec<usize>,
    /// The product of its shares: the probability of taking exactly this path.
    pub probability: f64,
}

/// A partial path in the search: its last touchpoint, and the part it goes on from.
struct Part {
    place: usize,
    earlier: Option<usize>,
    cost: f64,
}

/// What is still to be looked at: the cheapest first, then the one found first.
#[derive(PartialEq)]
struct Ahead(f64, usize);

impl Eq for Ahead {}

impl Ord for Ahead {
    fn cmp(&self, other: &Self) -> Ordering {
        other.0.total_cmp(&self.0).then(other.1.cmp(&self.1))
    }
}

impl PartialOrd for Ahead {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The likeliest paths, the likeliest first; at most `most` of them, none with less than `within` times
/// the probability of the first.
///
/// A best-first search over partial paths, guided by the exact probability of the best rest (E. W.
/// Dijkstra 1959; P. E. Hart, N. J. Nilsson, B. Raphael 1968). In a graph with very many near-equal
/// ways it stops after 50,000 partial paths with the ones found, which still are the likeliest.
pub fn likely_paths(flow: &Flow, most: usize, within: f64) -> Result<Vec<Path>, Unsaid> {
    let rest = costs_to_goal(flow);
    if !flow.goals.iter().any(|goal| *goal) {
        return Err(Unsaid::NoGoal);
    }
    let best = rest[flow.start];
    if !best.is_finite() {
        return Err(Unsaid::GoalOutOfReach);
    }
    let limit = best - within.clamp(f64::MIN_POSITIVE, 1.0).ln() + 1e-9;
    let mut parts = vec![Part {
        place: flow.start,
        earlier: None,
        cost: 0.0,
    }];
    let mut queue = BinaryHeap::from([Ahead(best, 0)]);
    let mut found = Vec::new();
    // A place that no partial path has come to need not be looked for in this one's trail.
    let mut met = vec![false; flow.partings.len()];
    met[flow.start] = true;
    while let Some(Ahead(_, at)) = queue.pop() {
        let (place, cost) = (parts[at].place, parts[at].cost);
        if flow.goals[place] {
            found.push(finished(&parts, at));
            if found.len() >= most {
                break;
            }
            continue;
        }
        if parts.len() >= MOST_PARTS {
            break;
        }
        for (to, share) in &flow.partings[place].steps {
            let cost = cost - share.ln();
            let been = || met[*to] && trail(&parts, at).any(|place| place == *to);
            if cost + rest[*to] <= limit && !been() {
                met[*to] = true;
                queue.push(Ahead(cost + rest[*to], parts.len()));
                parts.push(Part {
                    place: *to,
                    earlier: Some(at),
                    cost,
                });
            }
        }
    }
    Ok(found)
}

/// The path with most complaints to expect, of some; the first among equals.
pub fn most_painful<'a>(
    paths: &'a [Path],
    rates: &[Option<ComplaintRate>],
) -> Option<(&'a Path, f64)> {
    let pain = |path: &Path| -> f64 {
        let rates = path
            .places
            .iter()
            .filter_map(|place| rates.get(*place)?.as_ref());
        rates.map(|rate| rate.value).sum()
    };
    let mut worst: Option<(&Path, f64)> = None;
    for path in paths {
        let pain = pain(path);
        if worst.is_none_or(|(_, most)| pain > most) {
            worst = Some((path, pain));
        }
    }
    worst
}

fn trail(parts: &[Part], from: usize) -> impl Iterator<Item = usize> {
    let mut next = Some(from);
    std::iter::from_fn(move || {
        let part = &parts[next?];
        next = part.earlier;
        Some(part.place)
    })
}

fn finished(parts: &[Part], at: usize) -> Path {
    let mut places: Vec<usize> = trail(parts, at).collect();
    places.reverse();
    Path {
        places,
        probability: (-parts[at].cost).exp(),
    }
}

/// The negative logarithm of the best probability of reaching a goal, from everywhere.
fn costs_to_goal(flow: &Flow) -> Vec<f64> {
    let mut from = vec![Vec::new(); flow.partings.len()];
    for (place, parting) in flow.partings.iter().enumerate() {
        for (to, share) in &parting.steps {
            from[*to].push((place, -share.ln()));
        }
    }
    let mut costs = vec![f64::INFINITY; flow.partings.len()];
    let mut queue = BinaryHeap::new();
    for goal in (0..costs.len()).filter(|place| flow.goals[*place]) {
        costs[goal] = 0.0;
        queue.push(Ahead(0.0, goal));
    }
    while let Some(Ahead(cost, place)) = queue.pop() {
        if cost > costs[place] {
            continue;
        }
        for (earlier, step) in &from[place] {
            if cost + step < costs[*earlier] {
                costs[*earlier] = cost + step;
                queue.push(Ahead(cost + step, *earlier));
            }
        }
    }
    costs
}
