//! Customer satisfaction as the share of the two best answers, with its interval.

use super::{Histogram, Interval, wilson};
use crate::feedback::{Better, Instrument, Scale, Score};

/// Customer satisfaction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Csat {
    /// How many gave one of the two best answers.
    pub satisfied: u64,
    /// How many answered.
    pub of: u64,
    /// The share of the satisfied, 0 to 100.
    pub share: f64,
    /// Its 95 % Wilson interval, 0 to 100.
    pub interval: Interval,
}

/// Top-two-box: the share of answers in the two best whole steps of the scale; never the mean, which
/// treats an ordinal answer as a distance. `None` when nobody answered.
pub fn csat(histograms: &[Histogram]) -> Option<Csat> {
    let (mut satisfied, mut of) = (0, 0);
    let asked = histograms
        .iter()
        .filter(|histogram| histogram.scale.instrument == Instrument::Csat);
    for histogram in asked {
        for (score, count) in &histogram.counts {
            of += count;
            if top_two(&histogram.scale, *score) {
                satisfied += count;
            }
        }
    }
    let interval = wilson(satisfied, of)?;
    Some(Csat {
        satisfied,
        of,
        share: 100.0 * satisfied as f64 / of as f64,
        interval: Interval {
            low: 100.0 * interval.low,
            high: 100.0 * interval.high,
        },
    })
}

fn top_two(scale: &Scale, score: Score) -> bool {
    match scale.better {
        Better::High => score.0 >= scale.high.0 - 100,
        Better::Low => score.0 <= scale.low.0 + 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_two_best_answers_count_as_satisfied() {
        let mut five = Histogram::new(Scale::named("csat-5").unwrap());
        let mut seven = Histogram::new(Scale::named("csat-7").unwrap());
        for score in 1..=5 {
            five.add(Score::whole(score), 1);
        }
        for score in 1..=7 {
            seven.add(Score::whole(score), 1);
        }
        let csat = csat(&[five, seven]).unwrap();
        assert_eq!((csat.satisfied, csat.of), (4, 12));
        assert!((csat.share - 33.333_333_333).abs() < 1e-6);
    }
}
