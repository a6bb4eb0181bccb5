//! Churn: the share of customers lost, and how much more often those leave who complained.

use super::{Interval, Ratio, Unsaid, Z95, wilson};

/// A group of customers and how many of them were lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Customers lost by the end.
    pub lost: u64,
    /// Customers at the start.
    pub of: u64,
}

/// A churn rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Churn {
    /// The group it is the rate of.
    pub group: Group,
    /// The share lost, 0 to 100.
    pub rate: f64,
    /// Its 95 % Wilson interval, 0 to 100.
    pub interval: Interval,
}

/// The share of those who were customers at the start and are no more, with its Wilson interval.
/// Customers won meanwhile are in neither number.
pub fn churn(group: &Group) -> Result<Churn, Unsaid> {
    if group.of == 0 {
        return Err(Unsaid::Nobody);
    }
    let interval = wilson(group.lost, group.of).ok_or(Unsaid::MoreThanAll {
        hits: group.lost,
        of: group.of,
    })?;
    Ok(Churn {
        group: *group,
        rate: 100.0 * group.lost as f64 / group.of as f64,
        interval: interval.times(100.0),
    })
}

/// How churn differs between those who complained and those who passed and did not.
#[derive(Clone, Debug, PartialEq)]
pub struct ChurnLift {
    /// Those who complained at the touchpoint.
    pub complained: Churn,
    /// Those who passed it and did not.
    pub content: Churn,
    /// The difference in points, complained less content: -100 to 100.
    pub difference: f64,
    /// Its 95 % interval.
    pub interval: Interval,
    /// How many times as often they leave; not said where one of the groups lost nobody.
    pub ratio: Result<Ratio, Unsaid>,
}

/// The difference of two churn rates with Newcombe's hybrid score interval, and their ratio with the
/// interval of its logarithm: exp(ln ratio +/- 1.96 sqrt(1/lost - 1/of + 1/lost' - 1/of')).
///
/// Sources: R. G. Newcombe, "Interval estimation for the difference between independent proportions",
/// Statistics in Medicine 17 (1998), 873-890, method 10; D. Katz and others, "Obtaining confidence
/// intervals for the risk ratio in cohort studies", Biometrics 34 (1978), 469-474. Limits: customers
/// are taken as independent, and a lift is no proof that the complaint is the cause.
pub fn churn_lift(complained: &Group, content: &Group) -> Result<ChurnLift, Unsaid> {
    let (one, other) = (churn(complained)?, churn(content)?);
    let (p, q) = (one.rate, other.rate);
    let (l, u) = (one.interval, other.interval);
    let below = (p - l.low).hypot(u.high - q);
    let above = (l.high - p).hypot(q - u.low);
    Ok(ChurnLift {
        difference: p - q,
        interval: Interval {
            low: (p - q - below).max(-100.0),
            high: (p - q + above).min(100.0),
        },
        ratio: risk_ratio(complained, content),
        complained: one,
        content: other,
    })
}

fn risk_ratio(one: &Group, other: &Group) -> Result<Ratio, Unsaid> {
    if other.lost == 0 {
        return Err(Unsaid::NothingToCompare);
    }
    if one.lost == 0 {
        return Err(Unsaid::NothingHappened);
    }
    let of = |group: &Group| (group.lost as f64, group.of as f64);
    let ((a, n), (b, m)) = (of(one), of(other));
    let value = (a / n) / (b / m);
    let spread = Z95 * (1.0 / a - 1.0 / n + 1.0 / b - 1.0 / m).max(0.0).sqrt();
    Ok(Ratio {
        value,
        interval: Interval {
            low: value * (-spread).exp(),
            high: value * spread.exp(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_agrees_with_newcombes_own_example() {
        // Newcombe 1998, table II (a): 56/70 against 48/80, method 10.
        let lift = churn_lift(&Group { lost: 56, of: 70 }, &Group { lost: 48, of: 80 }).unwrap();
        assert!((lift.difference - 20.0).abs() < 1e-12);
        assert!((lift.interval.low - 5.24).abs() < 5e-3, "{lift:?}");
        assert!((lift.interval.high - 33.39).abs() < 5e-3, "{lift:?}");
        let ratio = lift.ratio.unwrap();
        assert!((ratio.value - 4.0 / 3.0).abs() < 1e-12);
        assert!(ratio.interval.holds(4.0 / 3.0) && !ratio.interval.holds(1.0));
    }

    #[test]
    fn groups_that_bear_no_number_say_why() {
        let some = Group { lost: 3, of: 9 };
        assert_eq!(churn(&Group { lost: 0, of: 0 }), Err(Unsaid::Nobody));
        let odd = churn(&Group { lost: 2, of: 1 });
        assert_eq!(odd, Err(Unsaid::MoreThanAll { hits: 2, of: 1 }));
        let kept = churn_lift(&some, &Group { lost: 0, of: 40 }).unwrap();
        assert_eq!(kept.ratio, Err(Unsaid::NothingToCompare));
        assert!((kept.difference - 100.0 / 3.0).abs() < 1e-12);
        let calm = churn_lift(&Group { lost: 0, of: 4 }, &some).unwrap();
        assert_eq!(calm.ratio, Err(Unsaid::NothingHappened));
    }
}
