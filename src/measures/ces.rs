//! The Customer Effort Score: the mean answer, with the share who found it easy.

use super::{Histogram, Interval, Z95, wilson};
use crate::feedback::{Better, Instrument, Polarity};

/// A Customer Effort Score on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Ces {
    /// The scale's name.
    pub scale: String,
    /// Which end of the scale is easy.
    pub better: Better,
    /// How many answered.
    pub of: u64,
    /// The mean answer, on the scale's own numbers.
    pub mean: f64,
    /// The 95 % interval of the mean; `None` with a single answer.
    pub interval: Option<Interval>,
    /// How many found it easy: answers on the good side of the scale's middle.
    pub easy: u64,
    /// The share who found it easy, 0 to 100.
    pub easy_share: f64,
    /// Its 95 % Wilson interval, 0 to 100.
    pub easy_interval: Interval,
}

/// The mean effort with interval mean +/- 1.96 s / sqrt(n), s with n - 1 below it. Answers on different
/// effort scales cannot be averaged: the scale with most answers speaks, the first among equals.
/// `None` when nobody answered.
///
/// Source: M. Dixon, K. Freeman, N. Toman, "Stop trying to delight your customers", Harvard Business
/// Review, July 2010 (CES 1.0: 1 to 5, low is easy); CEB, 2013 (CES 2.0: 1 to 7, high is easy).
pub fn ces(histograms: &[Histogram]) -> Option<Ces> {
    let mut asked: Option<&Histogram> = None;
    for histogram in histograms {
        let effort = histogram.scale.instrument == Instrument::Ces;
        if effort && asked.is_none_or(|best| histogram.total() > best.total()) {
            asked = Some(histogram);
        }
    }
    let histogram = asked?;
    let of = histogram.total();
    let mean = histogram.mean()?;
    let n = of as f64;
    let squares: f64 = histogram
        .counts
        .iter()
        .map(|(score, count)| (score.value() - mean).powi(2) * *count as f64)
        .sum();
    let interval = (of > 1).then(|| {
        let spread = Z95 * (squares / (n - 1.0) / n).sqrt();
        Interval {
            low: mean - spread,
            high: mean + spread,
        }
    });
    let easy = histogram
        .counts
        .iter()
        .filter(|(score, _)| histogram.scale.polarity(*score) == Some(Polarity::Praise))
        .map(|(_, count)| count)
        .sum();
    let share = wilson(easy, of)?;
    Some(Ces {
        scale: histogram.scale.name.clone(),
        better: histogram.scale.better,
        of,
        mean,
        interval,
        easy,
        easy_share: 100.0 * easy as f64 / n,
        easy_interval: Interval {
            low: 100.0 * share.low,
            high: 100.0 * share.high,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::{Scale, Score};

    #[test]
    fn effort_is_a_mean_with_its_interval_and_the_share_who_found_it_easy() {
        let mut histogram = Histogram::new(Scale::named("ces-7").unwrap());
        for (score, count) in [(2, 1), (4, 1), (6, 2)] {
            histogram.add(Score::whole(score), count);
        }
        let ces = ces(&[histogram]).unwrap();
        assert!((ces.mean - 4.5).abs() < 1e-12);
        let interval = ces.interval.unwrap();
        // s = sqrt(11/3), so the spread is 1.96 sqrt(11/12).
        assert!((interval.high - 4.5 - 1.96 * (11.0f64 / 12.0).sqrt()).abs() < 1e-12);
        assert_eq!((ces.easy, ces.of), (2, 4));
    }

    #[test]
    fn on_a_scale_where_low_is_easy_the_low_answers_are_the_easy_ones() {
        let mut histogram = Histogram::new(Scale::named("ces-5").unwrap());
        for (score, count) in [(1, 3), (5, 1)] {
            histogram.add(Score::whole(score), count);
        }
        assert_eq!(ces(&[histogram]).unwrap().easy, 3);
    }

    #[test]
    fn a_single_answer_has_no_interval_of_its_mean() {
        let mut histogram = Histogram::new(Scale::named("ces-7").unwrap());
        histogram.add(Score::whole(5), 1);
        assert_eq!(ces(&[histogram]).unwrap().interval, None);
        assert_eq!(ces(&[]), None);
    }
}
