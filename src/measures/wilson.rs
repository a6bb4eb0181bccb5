//! The Wilson score interval of a share: honest near 0 and 1 and for few observations.

/// The standard normal quantile of a two-sided 95 % interval, as the field rounds it.
pub const Z95: f64 = 1.96;

/// An interval, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// Both ends times a factor of 0 or more: a share in per cent, a rate per thousand.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self {
            low: factor * self.low,
            high: factor * self.high,
        }
    }

    /// Whether a number lies within.
    pub fn holds(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// The 95 % Wilson score interval of `hits` out of `of`; `None` when `of` is 0 or less than `hits`.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
/// Journal of the American Statistical Association 22 (1927), 209-212.
pub fn wilson(hits: u64, of: u64) -> Option<Interval> {
    if of == 0 || hits > of {
        return None;
    }
    wilson_share(hits as f64 / of as f64, of as f64)
}

/// The same for a share from 0 to 1 resting on `n` observations, whole or not: an effective number when
/// observations weigh differently. `None` unless `n` is positive and both are finite and in range.
pub fn wilson_share(share: f64, n: f64) -> Option<Interval> {
    if !(n > 0.0 && n.is_finite() && (0.0..=1.0).contains(&share)) {
        return None;
    }
    let z2 = Z95 * Z95;
    let centre = share + z2 / (2.0 * n);
    let spread = Z95 * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    // The share itself lies within, whatever the last digit says: at 0 and 1 it is an end.
    Some(Interval {
        low: ((centre - spread) / scale).clamp(0.0, share),
        high: ((centre + spread) / scale).clamp(share, 1.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_agrees_with_published_values() {
        for (hits, of, low, high) in [
            (8, 10, 0.4902, 0.9433),
            (0, 10, 0.0, 0.2775),
            (100, 101, 0.9460, 0.9983),
        ] {
            let interval = wilson(hits, of).unwrap();
            assert!(
                (interval.low - low).abs() < 5e-5,
                "{hits}/{of}: {interval:?}"
            );
            assert!(
                (interval.high - high).abs() < 5e-5,
                "{hits}/{of}: {interval:?}"
            );
        }
    }

    #[test]
    fn the_share_itself_always_lies_within() {
        for of in 1..2_000 {
            for hits in [0, 1, of / 2, of - 1, of] {
                let interval = wilson(hits, of).unwrap();
                let share = hits as f64 / of as f64;
                assert!(interval.holds(share), "{hits}/{of}: {interval:?}");
            }
        }
    }

    #[test]
    fn nothing_observed_says_nothing() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(3, 2), None);
        for (share, n) in [(0.5, 0.0), (0.5, f64::NAN), (1.1, 9.0), (f64::NAN, 9.0)] {
            assert_eq!(wilson_share(share, n), None);
        }
    }
}
