//! Intervals of importances: respondents drawn again and again, in groups where they are many.

use super::correlation::Pairs;
use super::relative_weights;
use super::survey::Columns;
use crate::measures::Interval;
use crate::measures::chance::Random;

/// How many groups are drawn from at most. A draw costs as much as there are groups, however many
/// respondents there are; with as many groups as respondents it is the ordinary bootstrap.
const GROUPS: usize = 500;

/// How intervals are found: by drawing respondents again, with a seed that makes it repeatable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bootstrap {
    /// How often; 0 for no intervals.
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
pub(super) fn intervals(columns: &Columns, bootstrap: &Bootstrap) -> Option<Vec<Interval>> {
    if bootstrap.rounds == 0 {
        return None;
    }
    let mut random = Random::seeded(bootstrap.seed);
    let groups = groups(columns, &mut random);
    let mut drawn: Vec<Vec<f64>> = vec![Vec::new(); columns.touchpoints.len()];
    for _ in 0..bootstrap.rounds {
        let mut times = vec![0.0; groups.len()];
        for _ in 0..groups.len() {
            times[random.below(groups.len())] += 1.0;
        }
        let mut pairs = Pairs::none(columns);
        for (group, times) in groups.iter().zip(times).filter(|(_, times)| *times > 0.0) {
            pairs.add(group, times);
        }
        if let Ok(weights) = relative_weights(&pairs.correlations().0) {
            let explained: f64 = weights.iter().sum();
            for (all, weight) in drawn.iter_mut().zip(weights) {
                all.push(100.0 * weight / explained);
            }
        }
    }
    let sound = drawn
        .first()
        .is_some_and(|all| !all.is_empty() && 2 * all.len() >= bootstrap.rounds);
    sound.then(|| drawn.into_iter().map(percentiles).collect())
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
