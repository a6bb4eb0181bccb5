//! Events among those who passed: the contact rate per 1,000 customers with its exact interval.

use super::chance::garwood;
use super::{Interval, Unsaid};

/// How many events were counted while how many customers passed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Incidence {
    /// Complaints, contacts, claims.
    pub events: u64,
    /// Customers who passed, or whatever events are counted against; a week counts 1 where nothing
    /// better is known.
    pub exposure: f64,
}

impl Incidence {
    /// Events against an exposure.
    pub fn new(events: u64, exposure: f64) -> Self {
        Self { events, exposure }
    }

    /// A weekly series of counts in which every week weighs the same.
    pub fn weekly(events: &[u64]) -> Vec<Self> {
        events
            .iter()
            .map(|events| Self::new(*events, 1.0))
            .collect()
    }

    /// A weekly series of counts, each with the customers who passed in that week.
    pub fn exposed(events: &[u64], exposures: &[f64]) -> Result<Vec<Self>, Unsaid> {
        if events.len() != exposures.len() {
            return Err(Unsaid::Mismatch {
                what: "weeks of events and weeks of exposure",
            });
        }
        let pairs = events.iter().zip(exposures);
        Ok(pairs
            .map(|(events, exposure)| Self::new(*events, *exposure))
            .collect())
    }

    /// The exposure, when it can be divided by.
    pub fn positive_exposure(&self) -> Result<f64, Unsaid> {
        if !self.exposure.is_finite() {
            return Err(Unsaid::NotANumber {
                what: "the exposure",
            });
        }
        if self.exposure <= 0.0 {
            return Err(Unsaid::NoExposure);
        }
        Ok(self.exposure)
    }
}

/// A contact rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContactRate {
    /// Contacts per 1,000 customers passing.
    pub per_thousand: f64,
    /// Its exact 95 % Poisson interval, per 1,000.
    pub interval: Interval,
    /// The contacts.
    pub contacts: u64,
    /// The customers who passed.
    pub exposure: f64,
}

/// Contacts per 1,000 customers passing, with Garwood's exact 95 % interval of a Poisson mean.
///
/// The exposure is taken as known without error. More contacts than customers cannot be a rate of
/// customers, so it is not said.
pub fn contact_rate(passing: &Incidence) -> Result<ContactRate, Unsaid> {
    let exposure = passing.positive_exposure()?;
    if passing.events as f64 > exposure {
        return Err(Unsaid::ExposureBelowEvents {
            events: passing.events,
            exposure,
        });
    }
    let factor = 1_000.0 / exposure;
    let interval = garwood(passing.events).times(factor);
    if !interval.high.is_finite() {
        return Err(Unsaid::NotANumber {
            what: "the exposure",
        });
    }
    Ok(ContactRate {
        per_thousand: factor * passing.events as f64,
        interval,
        contacts: passing.events,
        exposure,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_per_thousand_with_its_exact_interval() {
        let rate = contact_rate(&Incidence::new(10, 4_000.0)).unwrap();
        assert!((rate.per_thousand - 2.5).abs() < 1e-12);
        assert!((rate.interval.low - 4.795_389 / 4.0).abs() < 1e-6);
        assert!((rate.interval.high - 18.390_356 / 4.0).abs() < 1e-6);
        let none = contact_rate(&Incidence::new(0, 1_000.0)).unwrap();
        assert!(none.interval.low.abs() < 1e-15 && none.interval.high > 3.6);
    }

    #[test]
    fn without_an_exposure_that_holds_the_contacts_no_rate_is_said() {
        let said = |events, exposure| contact_rate(&Incidence::new(events, exposure));
        assert_eq!(said(3, 0.0), Err(Unsaid::NoExposure));
        assert_eq!(said(0, -1.0), Err(Unsaid::NoExposure));
        assert!(matches!(said(3, f64::NAN), Err(Unsaid::NotANumber { .. })));
        assert!(matches!(said(0, 1e-308), Err(Unsaid::NotANumber { .. })));
        assert_eq!(
            said(3, 2.0),
            Err(Unsaid::ExposureBelowEvents {
                events: 3,
                exposure: 2.0
            })
        );
    }
}
