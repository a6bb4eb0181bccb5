//! The first step of the layout, calculation: in which order the touchpoints of each stage stand, so
//! that steps within it go down and few routes cross. The file's order stays unless another is better.

use super::near::Near;
use super::strands::Lane;
use super::{Step, weave};
use crate::journey::Journey;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// How often the order is swept from left to right and back, at most, and how often without gain.
const SWEEPS: usize = 24;
const IN_VAIN: usize = 8;
/// How often neighbours are held against each other at most, until none is better the other way round.
const EXCHANGES: usize = 12;
/// How many pairs of cards may stand the other way round than in the file for one crossing fewer: a map that
/// keeps to the file's order keeps its cards where they were when a touchpoint is added.
pub(super) const WORTH: usize = 2;

/// Who is connected to whom, by place within the journey.
struct Web {
    /// The stage of each touchpoint.
    stage: Vec<usize>,
    /// Steps down within the stage, loops left out, so that nothing comes before itself.
    down: Near,
    /// How many steps down arrive at each touchpoint.
    waiting: Vec<usize>,
    /// Neighbours in other stages, either way.
    across: Near,
    /// Steps from a stage to the very next one.
    hops: Vec<(usize, usize)>,
    /// Where steps onward come from, and where they go to, by touchpoint; however many stages they leave out.
    before: Near,
    behind: Near,
}

/// What neighbours change places for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Toward {
    /// Fewer crossings.
    Fewer,
    /// As few, the other way round than they stand.
    Other,
    /// As few, in the file's order.
    File,
}

/// The touchpoints of each stage from top to bottom, as places in the workspace's order.
pub(super) fn columns(journey: &Journey, steps: &[Step]) -> (Vec<Vec<usize>>, Option<Vec<Lane>>) {
    let web = Web::new(journey, steps);
    let start = journey.touchpoints.start;
    let stages = journey.stages.iter();
    let mut best: Vec<Vec<usize>> = stages
        .map(|stage| stage.touchpoints.clone().map(|p| p - start).collect())
        .collect();
    let mut desk = Desk::new(journey.touchpoints.len());
    for column in &mut best {
        *column = web.sorted(column, &mut desk);
    }
    let mut trial = best.clone();
    web.exchange(&mut best, EXCHANGES, Toward::Fewer);
    let mut crossed = web.crossed(&best);
    let mut least = WORTH * crossed + turned(&best);
    let mut in_vain = 0;
    for turn in 0..SWEEPS {
        if crossed == 0 || in_vain == IN_VAIN {
            break;
        }
        // By turns by all neighbours, and by those a sweep comes from alone; and what is as good the other way
        // round is tried that way.
        if turn % 4 > 1 {
            web.exchange(&mut trial, 1, Toward::Other);
        }
        web.sweep(&mut trial, &mut desk, turn % 2 == 1);
        let mut finer = trial.clone();
        web.exchange(&mut finer, EXCHANGES, Toward::Fewer);
        let now = web.crossed(&finer);
        in_vain += 1;
        if WORTH * now < least {
            let cost = WORTH * now + turned(&finer);
            if cost < least {
                (least, crossed, best, in_vain) = (cost, now, finer, 0);
            }
        }
    }
    web.exchange(&mut best, EXCHANGES, Toward::File);
    let alleys = weave::weave(&mut best, steps, start, &web.down);
    for place in best.iter_mut().flatten() {
        *place += start;
    }
    (best, alleys)
}

impl Web {
    fn new(journey: &Journey, steps: &[Step]) -> Self {
        let (start, count) = (journey.touchpoints.start, journey.touchpoints.len());
        let mut stage = vec![0; count];
        for (place, known) in journey.stages.iter().enumerate() {
            for touchpoint in known.touchpoints.clone() {
                stage[touchpoint - start] = place;
            }
        }
        let all = steps.iter().map(|step| {
            let (from, to) = (step.from - start, step.to - start);
            (from, to, stage[from], stage[to])
        });
        let within = all.clone().filter(|(_, _, here, there)| here == there);
        let beyond = all.clone().filter(|(_, _, here, there)| here != there);
        let onward = all.filter(|(_, _, here, there)| here < there);
        let pair = |(from, to, ..): (usize, usize, usize, usize)| (from, to);
        let hops = onward
            .clone()
            .filter(|(_, _, here, there)| here + 1 == *there);
        let mut web = Self {
            down: Near::new(count, within.map(pair)),
            waiting: vec![0; count],
            across: Near::new(
                count,
                beyond.flat_map(|(from, to, ..)| [(from, to), (to, from)]),
            ),
            hops: hops.map(pair).collect(),
            before: Near::new(count, onward.clone().map(|(from, to, ..)| (to, from))),
            behind: Near::new(count, onward.map(pair)),
            stage: Vec::new(),
        };
        web.stage = stage;
        web.cut_loops();
        web
    }

    /// Takes out the steps that lead back to where a walk in the file's order came from.
    fn cut_loops(&mut self) {
        let count = self.stage.len();
        let (mut seen, mut open) = (vec![false; count], vec![false; count]);
        for root in 0..count {
            let mut walk = Vec::new();
            if !seen[root] {
                (seen[root], open[root]) = (true, true);
                walk.push((root, 0));
            }
            while let Some((node, next)) = walk.pop() {
                let Some(&to) = self.down.of(node).get(next) else {
                    open[node] = false;
                    continue;
                };
                if open[to] {
                    self.down.remove(node, next);
                    walk.push((node, next));
                    continue;
                }
                walk.push((node, next + 1));
                if !seen[to] {
                    (seen[to], open[to]) = (true, true);
                    walk.push((to, 0));
                }
            }
        }
        for to in self.down.each() {
            self.waiting[to] += 1;
        }
    }

    /// One stage from top to bottom: nothing above what leads to it, a chain kept together, and
    /// otherwise by wish, then as it stood.
    fn sorted(&self, column: &[usize], desk: &mut Desk) -> Vec<usize> {
        for (row, place) in column.iter().enumerate() {
            desk.stood[*place] = row;
            desk.waiting[*place] = self.waiting[*place];
        }
        let free = column.iter().filter(|place| self.waiting[**place] == 0);
        let mut ready: BinaryHeap<_> = free.map(|place| Reverse(desk.key(*place))).collect();
        let mut sorted = Vec::with_capacity(column.len());
        let mut next = None;
        while let Some(key) = next.take().or_else(|| ready.pop().map(|Reverse(key)| key)) {
            let (.., place) = key;
            sorted.push(place);
            for &to in self.down.of(place) {
                desk.waiting[to] -= 1;
                if desk.waiting[to] == 0 {
                    // What comes next at once need not stand in line with the others.
                    let key = desk.key(to);
                    let first = next.map_or(key, |other| key.min(other));
                    if let Some(other) = next.replace(first) {
                        ready.push(Reverse(other.max(key)));
                    }
                }
            }
        }
        sorted
    }

    /// Orders every stage by where its neighbours in other stages stand, or those alone that the sweep comes
    /// from: once rightwards, once back.
    fn sweep(&self, columns: &mut [Vec<usize>], desk: &mut Desk, one_sided: bool) {
        let mut rows = self.rows(columns);
        let there = 0..columns.len();
        let back = there.clone().rev().map(|at| (at, &self.behind));
        for (at, from) in there.map(|at| (at, &self.before)).chain(back) {
            for place in &columns[at] {
                let near = if one_sided { from } else { &self.across };
                let near = near.of(*place);
                let sum: usize = near.iter().map(|other| rows[*other]).sum();
                desk.wishes[*place] = match near.len() {
                    0 => rows[*place] as f64,
                    count => sum as f64 / count as f64,
                };
            }
            columns[at] = self.sorted(&columns[at], desk);
            for (row, place) in columns[at].iter().enumerate() {
                rows[*place] = row;
            }
        }
    }

    /// Lets neighbours of a stage change places wherever fewer steps cross then, or as few where `toward` wants
    /// it, and nothing comes to stand above what leads to it; so often at most.
    fn exchange(&self, columns: &mut [Vec<usize>], most: usize, toward: Toward) {
        let mut rows = self.rows(columns);
        for _ in 0..most {
            let mut better = false;
            for column in columns.iter_mut() {
                for row in 1..column.len() {
                    let (upper, lower) = (column[row - 1], column[row]);
                    let (now, then) = self.crossings(upper, lower, &rows);
                    let even = match toward {
                        Toward::Fewer => false,
                        Toward::Other => true,
                        Toward::File => upper > lower,
                    };
                    let gains = then < now || (even && then == now);
                    if !gains || self.down.of(upper).contains(&lower) {
                        continue;
                    }
                    column.swap(row - 1, row);
                    (rows[upper], rows[lower]) = (row, row - 1);
                    better = true;
                }
            }
            if !better {
                break;
            }
        }
    }

    /// How often the steps of two neighbours cross as they stand, and when they change places.
    fn crossings(&self, upper: usize, lower: usize, rows: &[usize]) -> (usize, usize) {
        let (mut now, mut then) = (0, 0);
        for near in [&self.before, &self.behind] {
            for one in near.of(upper) {
                for other in near.of(lower) {
                    now += usize::from(rows[*one] > rows[*other]);
                    then += usize::from(rows[*one] < rows[*other]);
                }
            }
        }
        (now, then)
    }

    fn rows(&self, columns: &[Vec<usize>]) -> Vec<usize> {
        let mut rows = vec![0; self.stage.len()];
        for column in columns {
            for (row, place) in column.iter().enumerate() {
                rows[*place] = row;
            }
        }
        rows
    }

    /// How many steps between neighbouring stages cross in an order.
    fn crossed(&self, columns: &[Vec<usize>]) -> usize {
        let rows = self.rows(columns);
        let mut hops: Vec<_> = self.hops.iter().collect();
        hops.sort_unstable_by_key(|(from, to)| (self.stage[*from], rows[*from], rows[*to]));
        let (mut crossings, mut at) = (0, usize::MAX);
        let mut passed = Passed::default();
        for (from, to) in hops {
            if self.stage[*from] != at {
                at = self.stage[*from];
                passed = Passed::new(columns[at + 1].len());
            }
            crossings += passed.below(rows[*to]);
            passed.add(rows[*to]);
        }
        crossings
    }
}

/// How many pairs of cards of one stage stand the other way round than in the file.
fn turned(columns: &[Vec<usize>]) -> usize {
    let mut pairs = 0;
    for column in columns {
        let first = column.iter().min().copied().unwrap_or(0);
        let mut above = Passed::new(column.len());
        for place in column {
            pairs += above.below(place - first);
            above.add(place - first);
        }
    }
    pairs
}

/// What sorting a stage writes down, by place within the journey; kept to be used again.
struct Desk {
    /// The row each touchpoint would like.
    wishes: Vec<f64>,
    stood: Vec<usize>,
    waiting: Vec<usize>,
}

impl Desk {
    fn new(count: usize) -> Self {
        Self {
            wishes: vec![0.0; count],
            stood: vec![0; count],
            waiting: vec![0; count],
        }
    }

    fn key(&self, place: usize) -> (u64, usize, usize) {
        (wish_key(self.wishes[place]), self.stood[place], place)
    }
}

/// Wishes are rows and means of rows: never negative, so their bits sort as they do.
fn wish_key(wish: f64) -> u64 {
    wish.to_bits()
}

/// Counts, in logarithmic time, how many routes, or cards, already were below a row (a Fenwick tree).
#[derive(Default)]
struct Passed {
    tree: Vec<usize>,
    all: usize,
}

impl Passed {
    fn new(rows: usize) -> Self {
        Self {
            tree: vec![0; rows + 1],
            all: 0,
        }
    }

    fn add(&mut self, row: usize) {
        let mut at = row + 1;
        while let Some(sum) = self.tree.get_mut(at) {
            *sum += 1;
            at += at & at.wrapping_neg();
        }
        self.all += 1;
    }

    fn below(&self, row: usize) -> usize {
        let (mut at, mut upto) = (row + 1, 0);
        while at > 0 {
            upto += self.tree[at];
            at &= at - 1;
        }
        self.all - upto
    }
}
