//! The register of listening as JSON; `docs/listening.md` says what every key means.

use super::Ears;
use crate::board::{Duty, Ear};
use crate::export::lines::Lines;
use crate::export::number::rounded;
use crate::feedback::{Contact, Polarity};
use serde::Serialize;
use std::io;

/// The version of the contract.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    today: String,
    contacts_of_year: u64,
    contacts_ahead: u64,
    promises: Vec<Promise<'a>>,
    segments: Vec<Heeded<'a>>,
    contacts: Vec<Heard<'a>>,
}

#[derive(Serialize)]
struct Promise<'a> {
    who: Option<&'a str>,
    role: Option<&'a str>,
    how: &'static str,
    times: u32,
    every: &'static str,
    standing: &'static str,
    done: u32,
    until: String,
    missed: u32,
    last: Option<String>,
}

#[derive(Serialize)]
struct Heeded<'a> {
    #[serde(rename = "segment")]
    name: &'a str,
    contacts: u64,
    share: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    of_feedback: Option<f64>,
    last: Option<String>,
    unheard: bool,
    too_few: bool,
}

#[derive(Serialize)]
struct Heard<'a> {
    on: String,
    who: &'a [String],
    how: &'static str,
    customer: Option<&'a str>,
    segment: &'a str,
    about: Vec<About>,
    words: Option<&'a str>,
    notes: Option<&'a str>,
    file: &'a str,
    line: u64,
}

#[derive(Serialize)]
struct About {
    touchpoint: String,
    speaks: Option<&'static str>,
}

/// Writes the register as JSON, with a line break at its end. Fails only when `out` does.
pub fn listening_json(ears: Ears<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let listened = ears.listened;
    let document = Document {
        version: VERSION,
        today: listened.today.to_string(),
        contacts_of_year: listened.of_year,
        contacts_ahead: listened.ahead,
        promises: listened.duties.iter().map(promise).collect(),
        segments: listened.segments.iter().map(segment).collect(),
        contacts: (listened.contacts.iter())
            .map(|one| heard(ears, one))
            .collect(),
    };
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Lines::default());
    document.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

fn promise(duty: &Duty) -> Promise<'_> {
    Promise {
        who: duty.who.as_deref(),
        role: duty.cadence.role.as_deref(),
        how: duty.cadence.how.word(),
        times: duty.cadence.times,
        every: duty.cadence.every.word(),
        standing: duty.kept().word(),
        done: duty.done,
        until: duty.until.to_string(),
        missed: duty.missed,
        last: duty.last.map(|day| day.to_string()),
    }
}

fn segment(ear: &Ear) -> Heeded<'_> {
    Heeded {
        name: &ear.segment,
        contacts: ear.contacts,
        share: ear.share.and_then(|(share, _)| rounded(share)),
        low: ear.share.and_then(|(_, interval)| rounded(interval.low)),
        high: ear.share.and_then(|(_, interval)| rounded(interval.high)),
        of_feedback: ear.of_feedback.and_then(rounded),
        last: ear.last.map(|day| day.to_string()),
        unheard: ear.quiet,
        too_few: ear.is_slighted(),
    }
}

fn heard<'a>(ears: Ears<'a>, contact: &'a Contact) -> Heard<'a> {
    let about = contact.about.iter().map(|(index, polarity)| About {
        touchpoint: ears.journeys.touchpoint(*index).address.to_string(),
        speaks: match polarity {
            Polarity::Complaint => Some("complaint"),
            Polarity::Neutral => Some("neutral"),
            Polarity::Praise => Some("praise"),
            Polarity::Unscored => None,
        },
    });
    Heard {
        on: contact.on.to_string(),
        who: &contact.who,
        how: contact.how.word(),
        customer: contact.customer.as_deref(),
        segment: &contact.segment,
        about: about.collect(),
        words: contact.words.as_deref(),
        notes: contact.notes.as_deref(),
        file: &contact.file,
        line: contact.line,
    }
}
