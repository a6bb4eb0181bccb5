//! The binomial distribution: probabilities, exact tails, and the exact interval of a share.

use super::beta::beta_tails;
use super::deviance::{deviance, stirling_error};
use super::root::rising;
use crate::measures::Interval;

/// A binomial distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Binomial {
    /// How often it is tried.
    pub of: u64,
    /// The probability of a hit at each try, 0 to 1.
    pub share: f64,
}

/// The binomial density with `hits > 0` and `misses > 0`, whole or not, at a share between 0 and 1.
pub(super) fn density(hits: f64, misses: f64, share: f64) -> f64 {
    let of = hits + misses;
    let log = stirling_error(of)
        - stirling_error(hits)
        - stirling_error(misses)
        - deviance(hits, of * share)
        - deviance(misses, of * (1.0 - share));
    log.exp() * (of / (std::f64::consts::TAU * hits * misses)).sqrt()
}

impl Binomial {
    /// The probability of exactly so many hits.
    pub fn exactly(self, hits: u64) -> f64 {
        if hits > self.of {
            return 0.0;
        }
        let n = self.of as f64;
        match (hits, self.of - hits) {
            (0, 0) => 1.0,
            (0, _) => (n * (-self.share).ln_1p()).exp(),
            (_, 0) => self.share.powf(n),
            _ if self.share <= 0.0 || self.share >= 1.0 => 0.0,
            (hits, misses) => density(hits as f64, misses as f64, self.share),
        }
    }

    /// The probability of so many hits or more.
    pub fn at_least(self, hits: u64) -> f64 {
        match hits {
            0 => 1.0,
            _ if hits > self.of => 0.0,
            _ => beta_tails(hits as f64, (self.of - hits) as f64 + 1.0, self.share).0,
        }
    }

    /// The probability of so many hits or fewer.
    pub fn at_most(self, hits: u64) -> f64 {
        if hits >= self.of {
            return 1.0;
        }
        beta_tails(hits as f64 + 1.0, (self.of - hits) as f64, self.share).1
    }
}

/// The exact 95 % interval of the share behind `hits` of `of`; 0 to 1 when `of` is 0.
///
/// Source: C. J. Clopper, E. S. Pearson, "The use of confidence or fiducial limits illustrated in the
/// case of the binomial", Biometrika 26 (1934), 404-413.
pub fn clopper_pearson(hits: u64, of: u64) -> Interval {
    let hits = hits.min(of);
    let low = match hits {
        0 => 0.0,
        _ => rising(0.0, 1.0, |share| {
            Binomial { of, share }.at_least(hits) - 0.025
        }),
    };
    let high = if hits == of {
        1.0
    } else {
        rising(0.0, 1.0, |share| {
            0.025 - Binomial { of, share }.at_most(hits)
        })
    };
    Interval { low, high }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_are_sums_of_probabilities() {
        let toss = Binomial {
            of: 40,
            share: 0.31,
        };
        for hits in 0..=40 {
            let upper: f64 = (hits..=40).map(|k| toss.exactly(k)).sum();
            assert!((toss.at_least(hits) - upper).abs() < 1e-14);
            let lower: f64 = (0..=hits).map(|k| toss.exactly(k)).sum();
            assert!((toss.at_most(hits) - lower).abs() < 1e-14);
        }
    }

    #[test]
    fn certain_and_impossible_hits_are_so() {
        for (share, hits) in [(0.0, 0), (1.0, 7)] {
            let toss = Binomial { of: 7, share };
            assert!((toss.exactly(hits) - 1.0).abs() < 1e-15);
            assert!(toss.exactly(3).abs() < 1e-15);
            assert!(toss.exactly(8).abs() < 1e-15);
        }
    }

    #[test]
    fn the_exact_interval_agrees_with_published_values() {
        let interval = clopper_pearson(8, 10);
        assert!((interval.low - 0.443_9).abs() < 5e-5, "{interval:?}");
        assert!((interval.high - 0.974_8).abs() < 5e-5, "{interval:?}");
        assert!((clopper_pearson(0, 10).high - 0.308_5).abs() < 5e-5);
    }
}
