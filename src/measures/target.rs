//! Targets and benchmarks: how far a measure is ahead of them or behind.

use super::{Interval, Unsaid};
use crate::feedback::Better;

/// How a value stands against a target or a benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// At least as good, and the whole interval is.
    Met,
    /// Worse, and the whole interval is.
    Missed,
    /// The interval holds the target: chance alone could explain the gap.
    Open,
}

/// The distance from a target or a benchmark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Positive when ahead, negative when behind, whichever end is good; in the measure's own unit.
    pub value: f64,
    /// How it stands, the measure's interval considered.
    pub standing: Standing,
}

/// How far `value` is ahead of `target`: value - target where high is good, target - value where low
/// is. Without an interval the value alone decides the standing.
pub fn gap(
    value: f64,
    interval: Option<Interval>,
    target: f64,
    better: Better,
) -> Result<Gap, Unsaid> {
    let ahead = |number: f64| match better {
        Better::High => number - target,
        Better::Low => target - number,
    };
    let ends = interval.map_or([value, value], |ends| [ends.low, ends.high]);
    let gaps = ends.map(ahead);
    if !(ahead(value).is_finite() && gaps.iter().all(|gap| gap.is_finite())) {
        return Err(Unsaid::NotANumber {
            what: "the value or its target",
        });
    }
    let standing = if gaps.iter().all(|gap| *gap >= 0.0) {
        Standing::Met
    } else if gaps.iter().all(|gap| *gap < 0.0) {
        Standing::Missed
    } else {
        Standing::Open
    };
    Ok(Gap {
        value: ahead(value),
        standing,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_positive_when_ahead_whichever_end_is_good() {
        let nps = gap(39.8, None, 45.0, Better::High).unwrap();
        assert!((nps.value + 5.2).abs() < 1e-12 && nps.standing == Standing::Missed);
        let friction = gap(20.0, None, 25.0, Better::Low).unwrap();
        assert!((friction.value - 5.0).abs() < 1e-12 && friction.standing == Standing::Met);
    }

    #[test]
    fn an_interval_that_holds_the_target_leaves_the_question_open() {
        let interval = Some(Interval {
            low: 37.0,
            high: 46.0,
        });
        let said = |target| gap(39.8, interval, target, Better::High).unwrap().standing;
        assert_eq!(said(45.0), Standing::Open);
        assert_eq!(said(36.0), Standing::Met);
        assert_eq!(said(47.0), Standing::Missed);
        assert!(gap(f64::NAN, None, 1.0, Better::Low).is_err());
    }
}
