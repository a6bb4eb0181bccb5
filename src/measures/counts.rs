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
        let place = self.counts.partition_point(|(other, _)| *other < score);
        match self.counts.get_mut(place) {
            Some((other, known)) if *other == score => *known += count,
            _ => self.counts.insert(place, (score, count)),
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
