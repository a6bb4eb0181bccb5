//! Who is to be told of a fix: the customers whose complaints at its touchpoint came before it.

use super::Board;
use crate::feedback::{Complainant, Day, Overlay, Polarity, Source};
use crate::journey::{Told, TouchpointIndex};
use std::collections::HashMap;

/// A customer who complained before a fix was shipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hearer {
    /// Who it is, and where the words lie.
    pub who: Complainant,
    /// When the customer was told, by the ledger.
    pub told: Option<Day>,
}

/// How many complaints came before a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    /// All of them, with words or without.
    pub complaints: u64,
    /// Complaints without a date: nobody knows whether they came before.
    pub undated: u64,
}

impl Board {
    /// The complaints of a touchpoint that came before a day.
    pub fn complaints_before(
        &self,
        overlay: &Overlay,
        touchpoint: TouchpointIndex,
        day: Day,
    ) -> Earlier {
        let tally = &overlay.tally;
        let complains = |reading: u16| {
            let reading = tally.readings.get(usize::from(reading));
            reading.is_some_and(|reading| reading.polarity == Polarity::Complaint)
        };
        let mut earlier = Earlier::default();
        let ground = self.lens.ground(tally);
        let entries = tally.of(touchpoint);
        for entry in entries.filter(|e| ground.lets_through(e) && complains(e.reading)) {
            match entry.day() {
                Some(on) if on < day => earlier.complaints += entry.count,
                Some(_) => {}
                None => earlier.undated += entry.count,
            }
        }
        earlier
    }
}

/// Those who are to hear of an action, with the day they were told where the ledger says so.
pub fn hearers(
    people: Vec<Complainant>,
    sources: &[Source],
    action: &str,
    ledger: &[Told],
) -> Vec<Hearer> {
    let (mut customers, mut rows) = (HashMap::new(), HashMap::new());
    for told in ledger.iter().filter(|told| told.action == action) {
        match (&told.customer, &told.id) {
            (Some(customer), _) => {
                customers.entry(customer.as_str()).or_insert(told.on);
            }
            (None, Some(id)) => {
                rows.entry((told.source.as_str(), id.as_str()))
                    .or_insert(told.on);
            }
            (None, None) => {}
        }
    }
    let hearer = |who: Complainant| {
        let told = match (&who.customer, &who.id) {
            (Some(customer), _) => customers.get(customer.as_str()),
            (None, Some(id)) => {
                let source = sources.get(who.source).map(|source| source.id.as_str());
                rows.get(&(source.unwrap_or_default(), id.as_str()))
            }
            (None, None) => None,
        };
        let told = told.copied();
        Hearer { who, told }
    };
    people.into_iter().map(hearer).collect()
}
