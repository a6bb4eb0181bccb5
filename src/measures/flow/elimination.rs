//! Expected visits of an absorbing chain: by taking states out one by one, or by iteration where the
//! chain is large and its loops are short-lived.

use crate::measures::Unsaid;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Above this many new steps for one state taken out, the rest is tried by iteration.
const DENSE: usize = 400;
/// Steps written before a chain counts as too entangled.
const MOST_WORK: usize = 5_000_000;
/// Rounds of iteration before it is given up.
const MOST_ROUNDS: usize = 2_000;
/// Above this many states iteration is tried first: it settles in a few dozen rounds unless loops hold
/// their customers for very long, and then taking states out is what helps.
const LARGE: usize = 300;
/// Rounds of that first trial.
const FEW_ROUNDS: usize = 500;

/// A chain that is being reduced. All numbers are sums and products of probabilities: nothing is ever
/// subtracted, so every visit is exact to the last digits however long a loop holds its customers.
///
/// Source: W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative analysis and steady state
/// distributions for Markov chains", Operations Research 33 (1985), 1107-1116.
pub(super) struct Elimination {
    onward: Vec<BTreeMap<usize, f64>>,
    from: Vec<BTreeSet<usize>>,
    ending: Vec<f64>,
    begun: Vec<f64>,
    open: BTreeSet<usize>,
    taken_out: Vec<Row>,
    work: usize,
}

/// One state's equation: visits = (begun + sum of earlier visits x share) / going.
struct Row {
    state: usize,
    begun: f64,
    going: f64,
    from: Vec<(usize, f64)>,
}

impl Elimination {
    /// A chain of the states `open`, from each of which it must be possible to end; `ending` is each
    /// state's share that ends.
    pub(super) fn new(
        onward: Vec<BTreeMap<usize, f64>>,
        ending: Vec<f64>,
        open: BTreeSet<usize>,
        start: usize,
    ) -> Self {
        let mut from = vec![BTreeSet::new(); onward.len()];
        for state in &open {
            for to in onward[*state].keys() {
                from[*to].insert(*state);
            }
        }
        let mut begun = vec![0.0; onward.len()];
        begun[start] = 1.0;
        Self {
            onward,
            from,
            ending,
            begun,
            open,
            taken_out: Vec::new(),
            work: 0,
        }
    }

    /// The expected visits of every state.
    pub(super) fn visits(mut self) -> Result<Vec<f64>, Unsaid> {
        let mut iterated = None;
        if self.open.len() > LARGE {
            iterated = self.iterated(FEW_ROUNDS);
        }
        if iterated.is_none() {
            self.reduce(DENSE);
            iterated = self.iterated(MOST_ROUNDS);
        }
        if iterated.is_none() {
            self.reduce(usize::MAX);
            iterated = self.open.is_empty().then(|| vec![0.0; self.onward.len()]);
        }
        let mut visits = iterated.ok_or(Unsaid::TooTangled)?;
        for out in self.taken_out.iter().rev() {
            let coming: f64 = out
                .from
                .iter()
                .map(|(state, share)| visits[*state] * share)
                .sum();
            visits[out.state] = (out.begun + coming) / out.going;
        }
        if visits.iter().all(|visits| visits.is_finite()) {
            Ok(visits)
        } else {
            Err(Unsaid::TooTangled)
        }
    }

    /// Takes out states, those that make the fewest new steps first, while each makes at most `dense`.
    fn reduce(&mut self, dense: usize) {
        let mut queue: BinaryHeap<Reverse<(usize, usize)>> = self
            .open
            .iter()
            .map(|state| Reverse((self.cost(*state), *state)))
            .collect();
        while let Some(Reverse((cost, state))) = queue.pop() {
            if !self.open.contains(&state) || cost != self.cost(state) {
                continue;
            }
            if cost > dense || self.work > MOST_WORK {
                return;
            }
            for neighbour in self.take_out(state) {
                queue.push(Reverse((self.cost(neighbour), neighbour)));
            }
        }
    }

    fn cost(&self, state: usize) -> usize {
        self.from[state].len() * self.onward[state].len()
    }

    /// Takes one state out and returns the states whose steps changed.
    fn take_out(&mut self, state: usize) -> BTreeSet<usize> {
        self.open.remove(&state);
        let mut onward = std::mem::take(&mut self.onward[state]);
        let mut from = std::mem::take(&mut self.from[state]);
        onward.remove(&state);
        from.remove(&state);
        let going = onward.values().sum::<f64>() + self.ending[state];
        for (to, share) in &onward {
            self.begun[*to] += self.begun[state] * (share / going);
            self.from[*to].remove(&state);
        }
        let mut coming = Vec::with_capacity(from.len());
        for earlier in &from {
            let share = self.onward[*earlier].remove(&state).unwrap_or(0.0);
            coming.push((*earlier, share));
            self.ending[*earlier] += share * (self.ending[state] / going);
            for (to, next) in &onward {
                *self.onward[*earlier].entry(*to).or_default() += share * (next / going);
                self.from[*to].insert(*earlier);
                self.work += 1;
            }
        }
        self.taken_out.push(Row {
            state,
            begun: self.begun[state],
            going,
            from: coming,
        });
        from.extend(onward.keys());
        from
    }

    /// The visits of the states still there, by Gauss-Seidel iteration from below; `None` when it does
    /// not settle. It stops when what is still to come, at the rate at which rounds shrink, is below
    /// 1e-14 of the whole.
    fn iterated(&self, most_rounds: usize) -> Option<Vec<f64>> {
        let mut visits = vec![0.0; self.onward.len()];
        if self.open.is_empty() {
            return Some(visits);
        }
        // One flat list of what comes from where, each share over what goes on: no division in the loop.
        let (mut from, mut rows) = (Vec::new(), Vec::with_capacity(self.open.len()));
        for state in &self.open {
            let row = self.row(*state);
            let begins = from.len();
            from.extend(
                row.from
                    .iter()
                    .map(|(state, share)| (*state, share / row.going)),
            );
            rows.push((row.state, row.begun / row.going, begins..from.len()));
        }
        let mut before = f64::INFINITY;
        for _ in 0..most_rounds {
            let (mut sum, mut change) = (0.0, 0.0);
            for (state, begun, coming) in &rows {
                let coming = from[coming.clone()].iter();
                let now = begun
                    + coming
                        .map(|(state, share)| visits[*state] * share)
                        .sum::<f64>();
                change += (now - visits[*state]).abs();
                visits[*state] = now;
                sum += now;
            }
            // The first round has nothing to shrink from, so it can never settle.
            let shrinking: f64 = if before > 0.0 { change / before } else { 0.0 };
            let to_come = change * shrinking / (1.0 - shrinking);
            if before.is_finite() && shrinking < 1.0 && to_come < 1e-14 * sum {
                return Some(visits);
            }
            before = change;
        }
        None
    }

    /// One state's equation among those still there.
    fn row(&self, state: usize) -> Row {
        let others = |other: &&usize| **other != state;
        let share = |from: usize, to: usize| self.onward[from].get(&to).copied().unwrap_or(0.0);
        let from = self.from[state].iter().filter(others);
        let onward = self.onward[state].keys().filter(others);
        Row {
            state,
            begun: self.begun[state],
            going: onward.map(|to| share(state, *to)).sum::<f64>() + self.ending[state],
            from: from
                .map(|earlier| (*earlier, share(*earlier, state)))
                .collect(),
        }
    }
}
