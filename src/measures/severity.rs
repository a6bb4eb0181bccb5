//! How much a complaint hurts: sums of severities, the pain they add up to, and friction weighted by them.

use super::{Counts, Friction, Unsaid, wilson_share};

/// Severities added up: money lost, days waited, a grade from an agent; any unit, 0 or more.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Severity {
    /// Complaints that say how severe they are.
    pub of: u64,
    /// The sum of their severities.
    pub sum: f64,
    /// The sum of the squares of their severities.
    pub squares: f64,
}

impl Severity {
    /// Adds one complaint's severity; one that is negative or no number is refused, and says so with
    /// `false`.
    pub fn add(&mut self, severity: f64) -> bool {
        let sound = severity >= 0.0 && (severity * severity).is_finite();
        if sound {
            self.of += 1;
            self.sum += severity;
            self.squares += severity * severity;
        }
        sound
    }

    /// Adds other severities.
    pub fn merge(&mut self, other: &Self) {
        self.of += other.of;
        self.sum += other.sum;
        self.squares += other.squares;
    }

    /// The mean severity of those that say it.
    pub fn mean(&self) -> Result<f64, Unsaid> {
        if self.of == 0 {
            return Err(Unsaid::Nobody);
        }
        let mean = self.sum / self.of as f64;
        mean.is_finite().then_some(mean).ok_or(BROKEN)
    }
}

const BROKEN: Unsaid = Unsaid::NotANumber {
    what: "the sum of severities",
};

/// Friction weighted by severity: 100 x the lower bound of the 95 % Wilson interval of
///
/// share = W / (W + n), with W = (sum of severities) / `typical` + complaints without a severity,
///
/// n the neutral and the praising rows, each of weight 1, on Kish's effective number of observations
/// (sum of weights)^2 / (sum of squared weights). `typical` is the mean severity over all that is
/// compared (the workspace, say): a touchpoint whose complaints are typical has the friction it has
/// without weights, one where they cost twice as much has more.
///
/// Source: L. Kish, *Survey Sampling*, 1965, section 11.7. Limits: the weights are taken as known;
/// [`Friction::of`] still counts rows, and the least number is of rows.
pub fn friction_weighted(
    counts: &Counts,
    severity: &Severity,
    typical: f64,
    least: u64,
) -> Result<Friction, Unsaid> {
    let of = counts.polar();
    if of == 0 {
        return Err(Unsaid::Nobody);
    }
    if of < least {
        return Err(Unsaid::TooFew { of, least });
    }
    if severity.of > counts.complaints {
        return Err(Unsaid::MoreThanAll {
            hits: severity.of,
            of: counts.complaints,
        });
    }
    if !(typical > 0.0 && typical.is_finite()) {
        return Err(Unsaid::NotANumber {
            what: "the typical severity",
        });
    }
    let plain = (counts.complaints - severity.of) as f64;
    let rest = (counts.neutral + counts.praise) as f64;
    let hurt = severity.sum / typical + plain;
    let weight = hurt + rest;
    let squares = severity.squares / typical / typical + plain + rest;
    if weight <= 0.0 {
        return Err(Unsaid::NothingHappened);
    }
    let (share, effective) = (hurt / weight, weight / squares * weight);
    let interval = wilson_share(share, effective).ok_or(BROKEN)?;
    Ok(Friction {
        value: 100.0 * interval.low,
        share: 100.0 * share,
        interval: interval.times(100.0),
        of,
    })
}

/// How many a touchpoint hurts, and how much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pain {
    /// How many complained.
    pub complaints: u64,
    /// The sum of severities; each complaint counts 1 where none says how severe it is.
    pub severity: f64,
    /// Complaints that do not say how severe they are, although others do: they add nothing.
    pub silent: u64,
}

/// Summed severity. Where no complaint of the touchpoint says how severe it is, each counts 1.
pub fn pain(counts: &Counts, severity: &Severity) -> Result<Pain, Unsaid> {
    if severity.of > counts.complaints {
        return Err(Unsaid::MoreThanAll {
            hits: severity.of,
            of: counts.complaints,
        });
    }
    if !(severity.sum >= 0.0 && severity.sum.is_finite()) {
        return Err(BROKEN);
    }
    let weighed = severity.of > 0;
    Ok(Pain {
        complaints: counts.complaints,
        severity: if weighed {
            severity.sum
        } else {
            counts.complaints as f64
        },
        silent: if weighed {
            counts.complaints - severity.of
        } else {
            0
        },
    })
}

/// A touchpoint's part of all the pain of its journey.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PainShare {
    /// Its place among the pains given.
    pub place: usize,
    /// Its part of the sum, 0 to 100.
    pub share: f64,
    /// Its part together with all that hurt more, 0 to 100: the Pareto line.
    pub together: f64,
}

/// Each pain's part of the sum, the greatest first; among equals, in the order given.
pub fn pain_shares(pains: &[f64]) -> Result<Vec<PainShare>, Unsaid> {
    if !pains.iter().all(|pain| *pain >= 0.0) {
        return Err(BROKEN);
    }
    let sum: f64 = pains.iter().sum();
    if !sum.is_finite() {
        return Err(BROKEN);
    }
    if sum <= 0.0 {
        return Err(Unsaid::NothingHappened);
    }
    let mut order: Vec<usize> = (0..pains.len()).collect();
    order.sort_by(|a, b| pains[*b].total_cmp(&pains[*a]));
    let mut so_far = 0.0;
    let shares = order.into_iter().map(|place| {
        so_far += pains[place];
        PainShare {
            place,
            share: 100.0 * (pains[place] / sum),
            together: (100.0 * (so_far / sum)).min(100.0),
        }
    });
    Ok(shares.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::friction;

    fn counts(complaints: u64, praise: u64) -> Counts {
        Counts {
            complaints,
            praise,
            ..Counts::default()
        }
    }

    fn severities(values: &[f64]) -> Severity {
        let mut severity = Severity::default();
        for value in values {
            assert!(severity.add(*value));
        }
        severity
    }

    #[test]
    fn complaints_of_typical_severity_have_the_friction_they_have_without_weights() {
        let (counts, severity) = (counts(8, 12), severities(&[50.0; 8]));
        let weighted = friction_weighted(&counts, &severity, 50.0, 20).unwrap();
        let plain = friction(&counts, 20).unwrap();
        assert!((weighted.value - plain.value).abs() < 1e-12);
        assert!((weighted.share - 40.0).abs() < 1e-12);
    }

    #[test]
    fn complaints_that_cost_twice_as_much_hurt_more_on_fewer_effective_rows() {
        let (counts, severity) = (counts(10, 10), severities(&[2.0; 10]));
        let weighted = friction_weighted(&counts, &severity, 1.0, 20).unwrap();
        // 20 of 30 on 30^2 / 50 = 18 effective rows.
        assert!((weighted.share - 200.0 / 3.0).abs() < 1e-12);
        let expected = wilson_share(2.0 / 3.0, 18.0).unwrap();
        assert!((weighted.value - 100.0 * expected.low).abs() < 1e-12);
    }

    #[test]
    fn pain_is_how_many_and_how_much() {
        let said = pain(&counts(3, 0), &severities(&[100.0, 250.5])).unwrap();
        assert_eq!((said.complaints, said.silent), (3, 1));
        assert!((said.severity - 350.5).abs() < 1e-12);
        let unweighed = pain(&counts(3, 0), &Severity::default()).unwrap();
        assert!((unweighed.severity - 3.0).abs() < 1e-12 && unweighed.silent == 0);
    }

    #[test]
    fn pain_shares_are_ordered_and_add_up_to_all() {
        let shares = pain_shares(&[1.0, 6.0, 0.0, 3.0]).unwrap();
        let places: Vec<_> = shares.iter().map(|share| share.place).collect();
        assert_eq!(places, [1, 3, 0, 2]);
        assert!((shares[1].together - 90.0).abs() < 1e-12);
        assert!((shares[3].together - 100.0).abs() < 1e-12);
    }

    #[test]
    fn what_cannot_be_said_says_why() {
        assert_eq!(pain_shares(&[0.0, 0.0]), Err(Unsaid::NothingHappened));
        assert_eq!(pain_shares(&[f64::NAN]), Err(BROKEN));
        assert!(!Severity::default().add(-1.0) && !Severity::default().add(f64::NAN));
        let none = Severity::default();
        let said = |counts: Counts, typical| friction_weighted(&counts, &none, typical, 3);
        assert_eq!(said(counts(0, 0), 1.0), Err(Unsaid::Nobody));
        assert_eq!(
            said(counts(2, 0), 1.0),
            Err(Unsaid::TooFew { of: 2, least: 3 })
        );
        assert!(matches!(
            said(counts(5, 0), 0.0),
            Err(Unsaid::NotANumber { .. })
        ));
        let free = friction_weighted(&counts(3, 0), &severities(&[0.0; 3]), 1.0, 3);
        assert_eq!(free, Err(Unsaid::NothingHappened));
    }
}
