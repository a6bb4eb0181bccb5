//! How far a value has moved between two samples, with an interval made of both.

use super::{Interval, Unsaid};

/// A value with its 95 % interval, which need not be symmetric.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// Its interval.
    pub interval: Interval,
}

/// The difference of two values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The later value less the earlier one, in their own unit.
    pub value: f64,
    /// Its 95 % interval.
    pub interval: Interval,
}

impl Difference {
    /// Whether the interval leaves 0 out: chance alone hardly explains it.
    pub fn is_shown(&self) -> bool {
        !self.interval.holds(0.0)
    }
}

/// `now` less `before`. The distances from each value to the ends of its interval are squared and added:
/// low = d - sqrt((now - `now_low`)^2 + (`before_high` - before)^2), and high likewise.
///
/// Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions",
/// Statistics in Medicine 17 (1998), 873-890, method 10; for any pair of intervals G. Y. Zou, A. Donner,
/// "Construction of confidence limits about effect measures", Statistics in Medicine 27 (2008),
/// 1693-1702. Limits: the two samples are taken as independent.
pub fn difference(now: &Estimate, before: &Estimate) -> Result<Difference, Unsaid> {
    let value = now.value - before.value;
    let reach = |one: f64, other: f64| (one * one + other * other).sqrt();
    let down = reach(
        now.value - now.interval.low,
        before.interval.high - before.value,
    );
    let up = reach(
        now.interval.high - now.value,
        before.value - before.interval.low,
    );
    let interval = Interval {
        low: value - down,
        high: value + up,
    };
    if !(interval.low.is_finite() && interval.high.is_finite()) {
        return Err(Unsaid::NotANumber {
            what: "one of the two values",
        });
    }
    Ok(Difference { value, interval })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::wilson;

    fn share(hits: u64, of: u64) -> Estimate {
        Estimate {
            value: hits as f64 / of as f64,
            interval: wilson(hits, of).unwrap(),
        }
    }

    /// The first column of table II of Newcombe's article, method 10.
    #[test]
    fn the_intervals_of_the_article_come_out() {
        for ((now, before), (low, high)) in [
            (((56, 70), (48, 80)), (0.0524, 0.3339)),
            (((9, 10), (3, 10)), (0.1705, 0.8090)),
            (((5, 56), (0, 29)), (-0.0381, 0.1926)),
            (((10, 10), (0, 20)), (0.6791, 1.0)),
        ] {
            let found = difference(&share(now.0, now.1), &share(before.0, before.1)).unwrap();
            assert!((found.interval.low - low).abs() < 1e-3, "{found:?}");
            assert!((found.interval.high - high).abs() < 1e-3, "{found:?}");
        }
    }

    #[test]
    fn a_change_is_shown_when_its_interval_leaves_nothing_out() {
        assert!(
            difference(&share(56, 70), &share(48, 80))
                .unwrap()
                .is_shown()
        );
        assert!(!difference(&share(5, 56), &share(0, 29)).unwrap().is_shown());
    }

    #[test]
    fn what_is_no_number_is_not_said() {
        let endless = Estimate {
            value: f64::INFINITY,
            interval: Interval {
                low: 0.0,
                high: f64::INFINITY,
            },
        };
        assert!(difference(&endless, &share(1, 2)).is_err());
    }
}
