//! Friction: how badly a touchpoint hurts, from 0 to 100, said only as far as the numbers bear it.

use super::{Counts, Interval, wilson};

/// How badly a touchpoint hurts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Friction {
    /// 0 (nobody complains) to 100 (everybody does): the lower end of the interval.
    pub value: f64,
    /// The share of complaints, 0 to 100.
    pub share: f64,
    /// The 95 % interval of the share, 0 to 100.
    pub interval: Interval,
    /// The rows with a polarity that it rests on.
    pub of: u64,
}

/// 100 x the lower bound of the 95 % Wilson interval of the complaint share; `None` with fewer than
/// `least` rows that have a polarity, or none at all.
///
/// Ranking by the lower bound keeps a small sample from outranking a well-founded one
/// (E. Miller, "How not to sort by average rating", 2009).
pub fn friction(counts: &Counts, least: u64) -> Option<Friction> {
    let of = counts.polar();
    if of < least {
        return None;
    }
    let interval = wilson(counts.complaints, of)?;
    Some(Friction {
        value: 100.0 * interval.low,
        share: 100.0 * counts.complaints as f64 / of as f64,
        interval: Interval {
            low: 100.0 * interval.low,
            high: 100.0 * interval.high,
        },
        of,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn friction_is_the_lower_bound_of_the_complaint_share() {
        let counts = Counts {
            complaints: 8,
            neutral: 1,
            praise: 1,
            unscored: 90,
        };
        let hurt = friction(&counts, 10).unwrap();
        assert!((hurt.value - 49.02).abs() < 0.005);
        assert!((hurt.share - 80.0).abs() < 1e-12);
        assert_eq!(hurt.of, 10);
    }

    #[test]
    fn under_the_least_number_of_rows_nothing_is_said() {
        let counts = Counts {
            complaints: 9,
            ..Counts::default()
        };
        assert_eq!(friction(&counts, 10), None);
        assert_eq!(friction(&Counts::default(), 0), None);
    }
}
