//! What becomes of customers who start: visits, arrivals, and how often they go round a loop.

use super::chain::Parting;
use super::elimination::Elimination;
use super::{Flow, Ways};
use crate::measures::Unsaid;
use std::collections::BTreeSet;

/// What one customer who starts is expected to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// How often each touchpoint is visited; 0 where no way leads.
    pub visits: Vec<f64>,
    /// The probability of reaching a goal.
    pub goal: f64,
    /// The probability of leaving before.
    pub leaving: f64,
    /// The probability of passing into another journey before.
    pub elsewhere: f64,
}

/// A loop and how often customers go round it.
#[derive(Clone, Debug, PartialEq)]
pub struct Loop {
    /// Its touchpoints, in order.
    pub places: Vec<usize>,
    /// The touchpoint by which most customers come in.
    pub door: usize,
    /// How often one who came in there is expected to come back to it; not said for a loop that
    /// nobody comes to.
    pub rounds: Result<f64, Unsaid>,
}

impl Flow {
    /// The expectations of the absorbing chain: the row of its fundamental matrix that belongs to the
    /// start.
    ///
    /// Source: J. G. Kemeny, J. L. Snell, *Finite Markov Chains*, 1960, chapter III. Limit: where a
    /// customer goes next is taken not to depend on where the customer came from.
    pub fn passage(&self) -> Result<Passage, Unsaid> {
        let open = self.reached();
        let stuck = self.stuck(&open);
        if !stuck.is_empty() {
            return Err(Unsaid::NeverLeaves { places: stuck });
        }
        let mut visits = if open.is_empty() {
            vec![0.0; self.partings.len()]
        } else {
            self.elimination(&open).visits()?
        };
        if self.goals[self.start] {
            visits[self.start] = 1.0;
        }
        let (mut goal, mut leaving, mut elsewhere) = (0.0, 0.0, 0.0);
        for state in &open {
            let parting = &self.partings[*state];
            leaving += visits[*state] * parting.leaving;
            elsewhere += visits[*state] * parting.elsewhere;
            for (to, share) in parting.steps.iter().filter(|(to, _)| self.goals[**to]) {
                visits[*to] += visits[*state] * share;
            }
        }
        for place in (0..visits.len()).filter(|place| self.goals[*place]) {
            goal += visits[place];
        }
        Ok(Passage {
            visits,
            goal: goal.min(1.0),
            leaving: leaving.min(1.0),
            elsewhere: elsewhere.min(1.0),
        })
    }

    /// Touchpoints that are no goals and can be come to from the start.
    fn reached(&self) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut next = vec![self.start];
        while let Some(place) = next.pop() {
            if !self.goals[place] && reached.insert(place) {
                next.extend(self.partings[place].steps.keys());
            }
        }
        reached
    }

    /// Those of `open` from which no way leads to a goal, into another journey or away.
    fn stuck(&self, open: &BTreeSet<usize>) -> Vec<usize> {
        let mut from = vec![Vec::new(); self.partings.len()];
        let mut next = Vec::new();
        for place in open {
            let parting = &self.partings[*place];
            let ends = parting.ending() > 0.0 || parting.steps.keys().any(|to| self.goals[*to]);
            if ends {
                next.push(*place);
            }
            for to in parting.steps.keys() {
                from[*to].push(*place);
            }
        }
        let mut free = BTreeSet::new();
        while let Some(place) = next.pop() {
            if free.insert(place) {
                next.extend(&from[place]);
            }
        }
        open.difference(&free).copied().collect()
    }

    fn elimination(&self, open: &BTreeSet<usize>) -> Elimination {
        let mut ending = vec![0.0; self.partings.len()];
        let mut onward = vec![std::collections::BTreeMap::new(); self.partings.len()];
        for place in open {
            let parting = &self.partings[*place];
            ending[*place] = parting.ending();
            for (to, share) in &parting.steps {
                if open.contains(to) {
                    onward[*place].insert(*to, *share);
                } else {
                    ending[*place] += share;
                }
            }
        }
        Elimination::new(onward, ending, open.clone(), self.start)
    }

    /// Every loop of the ways that this flow was made of, with how often customers go round.
    ///
    /// Rounds are the expected visits to the door by one who has come in there, less the first, counted
    /// until the loop is left; customers who come back to the loop from outside count as coming in anew.
    pub fn loops(&self, ways: &Ways, passage: &Passage) -> Vec<Loop> {
        let loops = ways.loops();
        let coming = self.coming(&loops, passage);
        let loops = loops.into_iter();
        loops.map(|places| self.rounds(places, &coming)).collect()
    }

    /// How often customers come to each place from outside the loop it belongs to; loops share no place.
    fn coming(&self, loops: &[Vec<usize>], passage: &Passage) -> Vec<f64> {
        let mut belongs = vec![None; self.partings.len()];
        for (number, places) in loops.iter().enumerate() {
            for at in places {
                belongs[*at] = Some(number);
            }
        }
        let mut coming = vec![0.0; self.partings.len()];
        coming[self.start] = 1.0;
        for (place, parting) in self.partings.iter().enumerate() {
            for (to, share) in &parting.steps {
                if belongs[place].is_none() || belongs[place] != belongs[*to] {
                    coming[*to] += passage.visits[place] * share;
                }
            }
        }
        coming
    }

    fn rounds(&self, places: Vec<usize>, coming: &[f64]) -> Loop {
        let mut door = 0;
        for at in 1..places.len() {
            if coming[places[at]] > coming[places[door]] {
                door = at;
            }
        }
        let rounds = if coming[places[door]] > 0.0 {
            let own = self.within(&places, door).passage();
            own.map(|own| (own.visits[door] - 1.0).max(0.0))
                .map_err(|reason| by_place(reason, &places))
        } else {
            Err(Unsaid::Nobody)
        };
        Loop {
            door: places[door],
            places,
            rounds,
        }
    }

    /// The flow within some places only, in order, begun at one of them: whoever goes elsewhere leaves.
    fn within(&self, places: &[usize], start: usize) -> Self {
        let parting = |place: &usize| {
            let whole = &self.partings[*place];
            let mut own = Parting {
                elsewhere: whole.elsewhere,
                leaving: whole.leaving,
                ..Parting::default()
            };
            for (to, share) in &whole.steps {
                match places.binary_search(to) {
                    Ok(at) => {
                        own.steps.insert(at, *share);
                    }
                    Err(_) => own.leaving += share,
                }
            }
            own
        };
        Self {
            partings: places.iter().map(parting).collect(),
            start,
            goals: places.iter().map(|place| self.goals[*place]).collect(),
        }
    }
}

/// The same reason, with places in a loop as places in the journey.
fn by_place(reason: Unsaid, loop_of: &[usize]) -> Unsaid {
    match reason {
        Unsaid::NeverLeaves { places } => Unsaid::NeverLeaves {
            places: places.into_iter().map(|at| loop_of[at]).collect(),
        },
        other => other,
    }
}
