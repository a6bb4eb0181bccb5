//! Intervals of importances: respondents drawn again and again, in groups where they are many.

use super::correlation::{Pairs, drawn};
use super::survey::Columns;
use super::weights::{axes, weights_near};
use crate::measures::Interval;
use crate::measures::chance::Random;

/// How many groups are drawn from at most. A draw costs as much as there are groups, however many
/// respondents there are; with as many groups as respondents it is the ordinary bootstrap.
const GROUPS: usize = 500;

/// Multiplications a survey's rounds may cost together: a few tenths of a second.
const WORK: usize = 500_000_000;
/// However wide the survey, so many rounds are made: fewer bear no 2.5th percentile.
const FEWEST: usize = 200;

/// How intervals are found: by drawing respondents again, with a seed that makes it repeatable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bootstrap {
    /// How often at most; 0 for no intervals. Above twenty questions or so it is less often, 200 times at
    /// the very least.
    pub rounds: usize,
    /// Where the random numbers begin.
    pub seed: u64,
}

impl Default for Bootstrap {
    fn default() -> Self {
        Self {
            rounds: 1_000,
            seed: 1,
        }
    }
}

/// The percentile intervals of the importances; draws that bear no weights are left out, and without a
/// bootstrap, or when fewer than half of the draws bear any, there are no intervals.
pub(super) fn intervals(
    columns: &Columns,
    correlations: &[Vec<f64>],
    bootstrap: &Bootstrap,
) -> Option<Vec<Interval>> {
    if bootstrap.rounds == 0 {
        return None;
    }
    let mut random = Random::seeded(bootstrap.seed);
    let groups = groups(columns, &mut random);
    let rounds = bootstrap.rounds.min(affordable(columns, groups.len()));
    let draws: Vec<Vec<u16>> = (0..rounds)
        .map(|_| draw(groups.len(), &mut random))
        .collect();
    let axes = axes(correlations);
    let mut importances: Vec<Vec<f64>> = vec![Vec::new(); columns.touchpoints.len()];
    for matrix in drawn(&groups, &draws) {
        if let Ok(weights) = weights_near(&matrix, &axes) {
            let explained: f64 = weights.iter().sum();
            for (all, weight) in importances.iter_mut().zip(weights) {
                all.push(100.0 * weight / explained);
            }
        }
    }
    let sound = importances
        .first()
        .is_some_and(|all| !all.is_empty() && 2 * all.len() >= rounds);
    sound.then(|| importances.into_iter().map(percentiles).collect())
}

/// How many rounds a survey of so many questions gets: somebody waits for them.
fn affordable(columns: &Columns, groups: usize) -> usize {
    let wide = columns.values.len();
    let round = 3 * groups * wide * wide + 10 * wide.pow(3);
    (WORK / round.max(1)).max(FEWEST)
}

/// How many times each group is drawn when as many are drawn as there are.
fn draw(groups: usize, random: &mut Random) -> Vec<u16> {
    let mut times = vec![0; groups];
    for _ in 0..groups {
        times[random.below(groups)] += 1;
    }
    times
}

/// The respondents dealt out at random, so that neighbours in the file are strangers in a group.
fn groups(columns: &Columns, random: &mut Random) -> Vec<Pairs> {
    let mut everybody: Vec<usize> = (0..columns.respondents()).collect();
    let groups = everybody.len().min(GROUPS);
    if groups < everybody.len() {
        for last in (1..everybody.len()).rev() {
            everybody.swap(last, random.below(last + 1));
        }
    }
    let mut dealt = vec![Pairs::none(columns); groups];
    for (place, who) in everybody.into_iter().enumerate() {
        dealt[place % groups].count(columns, who);
    }
    dealt
}

/// The 2.5th and the 97.5th percentile, between neighbours by their distance.
fn percentiles(mut values: Vec<f64>) -> Interval {
    values.sort_by(f64::total_cmp);
    let at = |part: f64| {
        let place = part * (values.len() - 1) as f64;
        let (low, high) = (place.floor() as usize, place.ceil() as usize);
        values[low] + (values[high] - values[low]) * (place - place.floor())
    };
    Interval {
        low: at(0.025),
        high: at(0.975),
    }
}
