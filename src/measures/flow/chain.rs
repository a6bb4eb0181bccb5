//! The shares made into an absorbing Markov chain.

use super::{Step, Ways};
use crate::measures::Unsaid;
use std::collections::BTreeMap;

/// Shares closer to 1 than this count as 1: 0.1 + 0.2 + 0.7 is not 1 in binary.
const ROUNDING: f64 = 1e-9;

/// Where the customers at one touchpoint go next; everything sums to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parting {
    /// The share that goes on to each touchpoint, by place.
    pub steps: BTreeMap<usize, f64>,
    /// The share that goes on into another journey.
    pub elsewhere: f64,
    /// The share that leaves.
    pub leaving: f64,
}

impl Parting {
    /// Everything that ends the journey here, without a goal.
    pub fn ending(&self) -> f64 {
        self.elsewhere + self.leaving
    }
}

/// A journey as an absorbing chain: goals end it, and so do leaving and another journey.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Where customers go from each touchpoint; nowhere from a goal.
    pub partings: Vec<Parting>,
    /// Where they begin.
    pub start: usize,
    /// Whether a touchpoint is a goal.
    pub goals: Vec<bool>,
}

impl Flow {
    /// Makes shares of what was declared.
    ///
    /// What the declared shares leave is split evenly among the steps without one; where every step has
    /// a share, the rest leaves. A touchpoint without a step is left by all. A goal ends the journey,
    /// whatever steps lead on from it: the first goal reached counts.
    pub fn of(ways: &Ways) -> Result<Self, Unsaid> {
        let start = ways.known_start()?;
        let mut goals = vec![false; ways.steps.len()];
        for goal in &ways.goals {
            *goals.get_mut(*goal).ok_or(UNKNOWN)? = true;
        }
        let mut partings = Vec::with_capacity(ways.steps.len());
        for (place, steps) in ways.steps.iter().enumerate() {
            let parting = parting(place, steps, ways.steps.len())?;
            partings.push(if goals[place] {
                Parting::default()
            } else {
                parting
            });
        }
        Ok(Self {
            partings,
            start,
            goals,
        })
    }

    /// The same with every share that leads on inside the journey a little greater or smaller: each
    /// touchpoint's are multiplied by `factor`, but sum to no more than 1; the rest leaves.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        let mut scaled = self.clone();
        for parting in &mut scaled.partings {
            let sum: f64 = parting.steps.values().sum();
            let room = 1.0 - parting.elsewhere;
            if sum > 0.0 {
                let factor = factor.min(room / sum).max(0.0);
                parting
                    .steps
                    .values_mut()
                    .for_each(|share| *share *= factor);
                parting.leaving = (room - sum * factor).max(0.0);
                if parting.leaving < ROUNDING {
                    parting.leaving = 0.0;
                }
            }
        }
        scaled
    }
}

const UNKNOWN: Unsaid = Unsaid::Mismatch {
    what: "the touchpoints and the places that steps and goals name",
};

fn parting(place: usize, steps: &[Step], count: usize) -> Result<Parting, Unsaid> {
    let declared = steps.iter().filter_map(|step| step.share);
    if !declared.clone().all(|share| (0.0..=1.0).contains(&share)) {
        let sum = declared.clone().sum::<f64>();
        return Err(if sum > 1.0 && declared.clone().all(|share| share >= 0.0) {
            Unsaid::SharesAboveOne { place, sum }
        } else {
            Unsaid::ShareOutside { place }
        });
    }
    let sum: f64 = declared.sum();
    if sum > 1.0 + ROUNDING {
        return Err(Unsaid::SharesAboveOne { place, sum });
    }
    let rest = if 1.0 - sum < ROUNDING { 0.0 } else { 1.0 - sum };
    let open = steps.iter().filter(|step| step.share.is_none()).count();
    let mut parting = Parting {
        leaving: if open == 0 { rest } else { 0.0 },
        ..Parting::default()
    };
    for step in steps {
        let share = step.share.unwrap_or(rest / open.max(1) as f64);
        match step.to {
            Some(to) if to >= count => return Err(UNKNOWN),
            _ if share <= 0.0 => {}
            Some(to) => *parting.steps.entry(to).or_default() += share,
            None => parting.elsewhere += share,
        }
    }
    Ok(parting)
}
