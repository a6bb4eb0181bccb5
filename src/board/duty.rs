//! A promise to listen, and how it is kept: what is done, what is due and what is overdue on a given day.

use crate::feedback::{Contact, Day};
use crate::journey::{Cadence, Charter};

/// How a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kept {
    /// The last full period was missed, and this one has not made up for it.
    Overdue,
    /// This period still asks for something.
    Due,
    /// This period has what it asks for.
    Kept,
}

impl Kept {
    /// A word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Due => "due",
            Self::Kept => "kept",
        }
    }
}

/// What one person, or all together, have promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The promise.
    pub cadence: Cadence,
    /// The id of the person; `None` for all together.
    pub who: Option<String>,
    /// Contacts in the period that is running.
    pub done: u32,
    /// The last day of that period.
    pub until: Day,
    /// Full periods before it that were missed, one after another.
    pub missed: u32,
    /// The last contact of this kind up to today.
    pub last: Option<Day>,
}

impl Duty {
    /// How many contacts the running period still asks for.
    pub fn open(&self) -> u32 {
        self.cadence.times.saturating_sub(self.done)
    }

    /// How the promise stands.
    pub fn kept(&self) -> Kept {
        match (self.open(), self.missed) {
            (0, _) => Kept::Kept,
            (_, 0) => Kept::Due,
            _ => Kept::Overdue,
        }
    }
}

/// Every promise of a workspace as it stands on a day: for each cadence, everybody who has its role.
pub(super) fn duties(charter: &Charter, contacts: &[&Contact], today: Day) -> Vec<Duty> {
    let begun = contacts.iter().map(|contact| contact.on).min();
    let mut duties = Vec::new();
    for cadence in &charter.listening.cadence {
        let Some(role) = &cadence.role else {
            duties.push(duty(cadence, None, contacts, begun, today));
            continue;
        };
        let people = charter.roster.people.iter();
        for person in people.filter(|person| person.roles.contains(role)) {
            duties.push(duty(cadence, Some(&person.id), contacts, begun, today));
        }
    }
    duties
}

fn duty(
    cadence: &Cadence,
    who: Option<&str>,
    contacts: &[&Contact],
    begun: Option<Day>,
    today: Day,
) -> Duty {
    let counts = |contact: &&&Contact| {
        let there = who.is_none_or(|who| contact.who.iter().any(|one| one == who));
        contact.how == cadence.how && contact.on <= today && there
    };
    let days: Vec<Day> = contacts.iter().filter(counts).map(|one| one.on).collect();
    let within = |(first, last): (Day, Day)| {
        let all = days.iter().filter(|day| first <= **day && **day <= last);
        all.count() as u32
    };
    let running = cadence.every.around(today, cadence.from);
    // Only periods that lie wholly after the beginning can have been missed.
    let since = cadence.from.or(begun).unwrap_or(today);
    let mut missed = 0;
    let mut period = running;
    loop {
        period = cadence.every.around(Day(period.0.0 - 1), cadence.from);
        if period.0 < since || within(period) >= cadence.times {
            break;
        }
        missed += 1;
    }
    Duty {
        cadence: cadence.clone(),
        who: who.map(str::to_owned),
        done: within(running),
        until: running.1,
        missed,
        last: days.iter().max().copied(),
    }
}
