//! Who listens to customers and who is due, and which segments nobody has listened to, as of a day.

use super::duty::{Duty, Kept, duties};
use crate::feedback::{Contact, Day, Register, Tally};
use crate::journey::Charter;
use crate::measures::{Interval, wilson};
use std::collections::BTreeMap;

/// How often one segment was listened to, beside how much of the feedback is its.
#[derive(Clone, Debug, PartialEq)]
pub struct Ear {
    /// The segment.
    pub segment: String,
    /// Contacts within the last year.
    pub contacts: u64,
    /// Its part of them, 0 to 100, with the 95 % Wilson interval; `None` when there were none at all.
    pub share: Option<(f64, Interval)>,
    /// Its part of the feedback that other sources hold, 0 to 100; `None` when they name no segments.
    pub of_feedback: Option<f64>,
    /// The last contact.
    pub last: Option<Day>,
    /// Whether the last contact is longer ago than the workspace allows, or there was none.
    pub quiet: bool,
}

impl Ear {
    /// Whether the segment has less of the contacts than of the feedback, beyond what chance explains.
    pub fn is_slighted(&self) -> bool {
        let share = self.share.zip(self.of_feedback);
        share.is_some_and(|((_, interval), of_feedback)| interval.high < of_feedback)
    }
}

/// The register of listening as of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Listened {
    /// The day.
    pub today: Day,
    /// After so many days without a contact a segment is quiet.
    pub quiet_after: u32,
    /// The promises: overdue ones first, then those due, each as the workspace has them.
    pub duties: Vec<Duty>,
    /// The segments, those longest unheard first.
    pub segments: Vec<Ear>,
    /// The contacts up to the day, the latest first.
    pub contacts: Vec<Contact>,
    /// How many of them were within the last year.
    pub of_year: u64,
    /// Contacts dated after the day: they are counted nowhere here.
    pub ahead: u64,
}

impl Listened {
    /// How many days make a year of listening.
    pub const YEAR: i32 = 365;

    /// Looks at the register on a day.
    pub fn of(
        charter: &Charter,
        sources: &[crate::feedback::Source],
        tally: &Tally,
        today: Day,
    ) -> Self {
        let nothing = Register::default();
        let register = sources.iter().find_map(|source| source.register.as_ref());
        let register = register.unwrap_or(&nothing);
        let past = register.until(today);
        let quiet_after = charter.listening.quiet_after;
        let mut duties = duties(charter, &past, today);
        duties.sort_by_key(Duty::kept);
        let year: Vec<&Contact> = (past.iter().copied())
            .filter(|contact| contact.on.0 > today.0 - Self::YEAR)
            .collect();
        Self {
            today,
            quiet_after,
            duties,
            segments: ears(&past, &year, tally, (today, quiet_after)),
            of_year: year.len() as u64,
            ahead: (register.contacts.len() - past.len()) as u64,
            contacts: past.into_iter().cloned().collect(),
        }
    }

    /// How many promises stand like this.
    pub fn count(&self, kept: Kept) -> usize {
        let all = self.duties.iter().filter(|duty| duty.kept() == kept);
        all.count()
    }

    /// The segment with this name.
    pub fn segment(&self, name: &str) -> Option<&Ear> {
        self.segments.iter().find(|ear| ear.segment == name)
    }

    /// When this customer was last listened to.
    pub fn last_heard(&self, customer: &str) -> Option<Day> {
        let mut contacts = self.contacts.iter();
        contacts
            .find(|contact| contact.customer.as_deref() == Some(customer))
            .map(|contact| contact.on)
    }
}

/// Every segment that anybody named, the one unheard longest first.
fn ears(
    past: &[&Contact],
    year: &[&Contact],
    tally: &Tally,
    (today, quiet_after): (Day, u32),
) -> Vec<Ear> {
    let mut feedback: BTreeMap<&str, u64> = BTreeMap::new();
    for entry in tally.entries() {
        let source = tally.sources.get(usize::from(entry.source));
        let segment = tally.segments.get(usize::from(entry.segment));
        if let (Some(segment), true) = (segment, source.is_none_or(|id| id != Register::SOURCE)) {
            *feedback.entry(segment).or_default() += entry.count;
        }
    }
    let all: u64 = feedback
        .iter()
        .filter(|(name, _)| !name.is_empty())
        .map(|(_, n)| n)
        .sum();
    for contact in past {
        feedback.entry(&contact.segment).or_default();
    }
    feedback.remove("");
    let named = year.iter().filter(|contact| !contact.segment.is_empty());
    let named = named.count() as u64;
    let mut ears: Vec<Ear> = feedback
        .into_iter()
        .map(|(segment, rows)| {
            let of = |list: &[&Contact]| {
                let own = list.iter().filter(|contact| contact.segment == segment);
                own.count() as u64
            };
            let contacts = of(year);
            let last = past.iter().find(|contact| contact.segment == segment);
            let last = last.map(|contact| contact.on);
            let interval = wilson(contacts, named).map(|interval| interval.times(100.0));
            Ear {
                segment: segment.to_owned(),
                contacts,
                share: interval.map(|interval| (100.0 * contacts as f64 / named as f64, interval)),
                of_feedback: (all > 0).then(|| 100.0 * rows as f64 / all as f64),
                last,
                quiet: last.is_none_or(|last| today.0 - last.0 > quiet_after as i32),
            }
        })
        .collect();
    ears.sort_by_key(|ear| ear.last);
    ears
}
