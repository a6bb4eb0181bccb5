//! How many times as much or as often, with its interval.

use super::Interval;

/// A ratio; 1 is no difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// How many times as much.
    pub value: f64,
    /// Its 95 % interval.
    pub interval: Interval,
}
