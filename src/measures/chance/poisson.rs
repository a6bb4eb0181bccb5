//! The Poisson distribution: probabilities, exact tails, and the exact interval of a mean.

use super::deviance::{deviance, stirling_error};
use super::gamma::gamma_tails;
use super::root::rising;
use crate::measures::Interval;

/// A Poisson distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Poisson {
    /// Its mean, 0 or more.
    pub mean: f64,
}

/// m^x e^-m / x! for positive x, whole or not, and positive m.
pub(super) fn density(x: f64, m: f64) -> f64 {
    (-stirling_error(x) - deviance(x, m)).exp() / (std::f64::consts::TAU * x).sqrt()
}

impl Poisson {
    /// The probability of exactly `count`.
    pub fn exactly(self, count: u64) -> f64 {
        match count {
            0 => (-self.mean).exp(),
            _ if self.mean <= 0.0 => 0.0,
            _ => density(count as f64, self.mean),
        }
    }

    /// The probability of `count` or more.
    pub fn at_least(self, count: u64) -> f64 {
        match count {
            0 => 1.0,
            _ => gamma_tails(count as f64, self.mean).0,
        }
    }

    /// The probability of `count` or fewer.
    pub fn at_most(self, count: u64) -> f64 {
        gamma_tails(count as f64 + 1.0, self.mean).1
    }
}

/// The exact 95 % interval of a Poisson mean of which `count` were seen: the means under which as many
/// or more, and as few or fewer, have a probability of 2.5 %.
///
/// Source: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936), 437-442.
pub fn garwood(count: u64) -> Interval {
    let reach = count as f64 + 10.0 * (count as f64 + 2.0).sqrt() + 10.0;
    let low = match count {
        0 => 0.0,
        _ => rising(0.0, reach, |mean| Poisson { mean }.at_least(count) - 0.025),
    };
    let high = rising(0.0, reach, |mean| 0.025 - Poisson { mean }.at_most(count));
    Interval { low, high }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_agrees_with_the_reference() {
        let weekly = Poisson { mean: 64.0 / 6.0 };
        assert!((weekly.at_least(21) - 0.00333).abs() < 5e-6);
        assert!((weekly.at_least(21) + weekly.at_most(20) - 1.0).abs() < 1e-14);
    }

    #[test]
    fn probabilities_sum_to_one_and_a_mean_of_zero_is_certain() {
        let sum: f64 = (0..80).map(|k| Poisson { mean: 12.5 }.exactly(k)).sum();
        assert!((sum - 1.0).abs() < 1e-14);
        let never = Poisson { mean: 0.0 };
        assert!((never.exactly(0) - 1.0).abs() < 1e-15);
        assert!(never.at_least(1).abs() < 1e-15 && (never.at_most(0) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn the_exact_interval_agrees_with_garwoods_table() {
        for (count, low, high) in [(0, 0.0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.390)] {
            let interval = garwood(count);
            assert!((interval.low - low).abs() < 5e-4, "{interval:?}");
            assert!((interval.high - high).abs() < 6e-4, "{interval:?}");
        }
    }
}
