//! What was said at a place: counts by polarity, and how often each score was given.

use crate::feedback::{Polarity, Scale, Score};
use std::sync::Arc;

/// Counts by polarity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// It hurt.
    pub complaints: u64,
    /// Neither.
    pub neutral: u64,
    /// It pleased.
    pub praise: u64,
    /// Feedback without a score in a scored source.
    pub unscored: u64,
}

impl Counts {
    /// Everything that was said.
    pub fn feedback(&self) -> u64 {
        self.polar() + self.unscored
    }

    /// Everything with a polarity: what a share is a share of.
    pub fn polar(&self) -> u64 {
        self.complaints + self.neutral + self.praise
    }

    /// Counts `count` more of one polarity.
    pub fn add(&mut self, polarity: Polarity, count: u64) {
        match polarity {
            Polarity::Complaint => self.complaints += count,
            Polarity::Neutral => self.neutral += count,
            Polarity::Praise => self.praise += count,
            Polarity::Unscored => self.unscored += count,
        }
    }

    /// Adds other counts.
    pub fn merge(&mut self, other: &Self) {
        self.complaints += other.complaints;
        self.neutral += other.neutral;
        self.praise += other.praise;
        self.unscored += other.unscored;
    }
}

/// How often each score was given on one scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    /// The scale; histograms of one scale share it.
    pub scale: Arc<Scale>,
    /// How often each score was given, in the order of the scores, each once.
    pub counts: Vec<(Score, u64)>,
}

impl Histogram {
    /// An empty histogram on a scale.
    pub fn new(scale: impl Into<Arc<Scale>>) -> Self {
        Self {
            scale: scale.into(),
            counts: Vec::new(),
        }
    }

    /// The same with room for so many scores.
    #[must_use]
    pub fn with_room(mut self, scores: usize) -> Self {
        self.counts.reserve_exact(scores);
        self
    }

    /// Counts `count` more of one score.
    pub fn add(&mut self, score: Score, count: u64) {
        // Most come in order.
        if self.counts.last().is_none_or(|(last, _)| *last < score) {
            self.counts.push((score, count));
            return;
        }
        let place = self.counts.partition_point(|(other, _)| *other < score);
        match self.counts.get_mut(place) {
            Some((other, known)) if *other == score => *known += count,
            _ => self.counts.insert(place, (score, count)),
        }
    }

    /// Adds what another one counted on the same scale.
    fn merge(&mut self, other: &Self) {
        // Both are in order: what was passed is not looked at again.
        let mut at = 0;
        for &(score, count) in &other.counts {
            while self.counts.get(at).is_some_and(|(known, _)| *known < score) {
                at += 1;
            }
            match self.counts.get_mut(at) {
                Some((known, sum)) if *known == score => *sum += count,
                _ => self.counts.insert(at, (score, count)),
            }
        }
    }

    /// Adds histograms to others, scale by scale: those of one place to those of several.
    pub fn merge_all(sums: &mut Vec<Self>, others: &[Self]) {
        for histogram in others {
            match sums.iter_mut().find(|sum| sum.scale == histogram.scale) {
                Some(sum) => sum.merge(histogram),
                None => sums.push(histogram.clone()),
            }
        }
    }

    /// How many scores were given.
    pub fn total(&self) -> u64 {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    /// The mean score; `None` when none was given.
    pub fn mean(&self) -> Option<f64> {
        let total = self.total();
        let sum: f64 = self
            .counts
            .iter()
            .map(|(score, count)| score.value() * *count as f64)
            .sum();
        (total > 0).then(|| sum / total as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn histograms_of_several_places_are_what_one_would_have_counted(
            places in prop::collection::vec(prop::collection::vec((0..2_usize, 0..11_i32, 1..5_u64), 0..20), 0..5),
        ) {
            let scales = ["nps", "csat-7"].map(|name| Arc::new(Scale::named(name).unwrap()));
            let counted = |given: &mut dyn Iterator<Item = &(usize, i32, u64)>| {
                let mut all: Vec<Histogram> = Vec::new();
                for &(scale, score, count) in given {
                    let place = all.iter().position(|one| one.scale == scales[scale]);
                    let place = place.unwrap_or_else(|| {
                        all.push(Histogram::new(Arc::clone(&scales[scale])));
                        all.len() - 1
                    });
                    all[place].add(Score::whole(score), count);
                }
                all
            };
            let mut sums = Vec::new();
            for place in &places {
                Histogram::merge_all(&mut sums, &counted(&mut place.iter()));
            }
            prop_assert_eq!(sums, counted(&mut places.iter().flatten()));
        }
    }
}
