//! Who is to be told of a fix: the customers whose complaints at its touchpoint came before it.

use super::Board;
use crate::feedback::{Day, Overlay, Place, Polarity, Verbatim};
use crate::journey::{Told, TouchpointIndex};

/// A customer who complained before a fix was shipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hearer {
    /// The customer, when a column of the source says.
    pub customer: Option<String>,
    /// The id of the row, when a column says.
    pub id: Option<String>,
    /// The id of the source.
    pub source: String,
    /// The day of the latest complaint.
    pub day: Day,
    /// What was said in it.
    pub words: String,
    /// How many complaints the customer made here before the fix.
    pub complaints: usize,
    /// When the customer was told, by the ledger.
    pub told: Option<Day>,
}

/// The places of complaints that came before a day, and how many complaints there were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    /// Those whose words can be read again, the newest first.
    pub places: Vec<Place>,
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
        let places = overlay.places_of(touchpoint.index() as u32).iter();
        let before = places.filter(|place| {
            complains(place.reading) && place.day != crate::feedback::UNDATED && place.day < day.0
        });
        earlier.places = before.copied().collect();
        earlier
    }
}

/// The customers behind some complaints, each once, the latest first; a row that names neither a customer
/// nor itself stands for itself.
pub fn hearers(complaints: &[Verbatim], action: &str, ledger: &[Told]) -> Vec<Hearer> {
    let mut hearers: Vec<Hearer> = Vec::new();
    let mut known = std::collections::HashMap::new();
    for row in complaints {
        let Some(day) = row.day else { continue };
        let customer = row.customer.as_deref().filter(|name| !name.is_empty());
        let id = row.id.as_deref().filter(|id| !id.is_empty());
        let key = match (customer, id) {
            (Some(customer), _) => Some((String::new(), customer.to_owned())),
            (None, Some(id)) => Some((row.source.clone(), id.to_owned())),
            (None, None) => None,
        };
        let place = key.as_ref().and_then(|key| known.get(key).copied());
        if let Some(hearer) = place.and_then(|place: usize| hearers.get_mut(place)) {
            hearer.complaints += 1;
            continue;
        }
        if let Some(key) = key {
            known.insert(key, hearers.len());
        }
        let mut told = ledger.iter().filter(|told| told.action == action);
        let told = told.find(|told| told.is_about(customer, &row.source, id));
        hearers.push(Hearer {
            customer: customer.map(str::to_owned),
            id: id.map(str::to_owned),
            source: row.source.clone(),
            day,
            words: row.text.clone(),
            complaints: 1,
            told: told.map(|told| told.on),
        });
    }
    hearers
}
