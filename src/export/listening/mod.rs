//! The register of listening as a page: who is due, which segments nobody hears, and who was heard last.

mod record;

pub use record::listening_json;

use super::handout::{Grid, Handout, Paper, Side};
use super::number::{brief, grouped};
use crate::board::{Duty, Ear, Kept, Listened};
use crate::feedback::{Contact, Day};
use crate::journey::{Charter, Journeys};
use std::fmt::Write;
use std::io;

/// How many contacts the page shows.
const CONTACTS_SHOWN: usize = 8;

/// The register with the names it speaks of.
#[derive(Clone, Copy, Debug)]
pub struct Ears<'a> {
    /// Every journey.
    pub journeys: &'a Journeys,
    /// The organisation and its people.
    pub charter: &'a Charter,
    /// The register as of a day.
    pub listened: &'a Listened,
}

/// Writes the register as a page. Fails only when `out` does.
pub fn listening(ears: Ears<'_>, paper: Paper, out: &mut dyn io::Write) -> io::Result<()> {
    let listened = ears.listened;
    let mut page = Handout::default();
    page.heading(format!("Listening, as of {}", listened.today));
    page.words(summary(listened));
    promises(ears, &mut page);
    segments(listened, &mut page);
    page.heading("Heard last");
    if listened.contacts.is_empty() {
        page.words(
            "Nobody has written down a contact yet. `pothole listen add` does, or a list in \
             listening.yaml.",
        );
    } else {
        let shown = listened.contacts.iter().take(CONTACTS_SHOWN);
        page.list(shown.map(|contact| told(ears, contact)).collect());
    }
    page.print(paper, out)
}

fn summary(listened: &Listened) -> String {
    let [overdue, due, kept] =
        [Kept::Overdue, Kept::Due, Kept::Kept].map(|kept| listened.count(kept));
    let ahead = match listened.ahead {
        0 => String::new(),
        more => format!(" {} dated later are left out.", grouped(more)),
    };
    format!(
        "{} contacts in the last year. Promises: {overdue} overdue, {due} due, {kept} kept.{ahead}",
        grouped(listened.of_year)
    )
}

fn promises(ears: Ears<'_>, page: &mut Handout) {
    page.heading("Promises");
    if ears.listened.duties.is_empty() {
        page.words(
            "No cadence is declared: `listening: cadence:` in pothole.yaml says who listens how often.",
        );
        return;
    }
    let columns = [
        ("", Side::Left),
        ("who", Side::Left),
        ("promise", Side::Left),
        ("done", Side::Right),
        ("until", Side::Left),
    ];
    let mut grid = Grid::new(&columns);
    for duty in &ears.listened.duties {
        grid.row(vec![
            briefly(duty),
            who(ears.charter, duty),
            promise(duty),
            format!("{} of {}", duty.done, duty.cadence.times),
            duty.until.to_string(),
        ]);
    }
    page.table(grid);
}

/// How a promise stands, and how many full periods were missed.
fn briefly(duty: &Duty) -> String {
    match duty.kept() {
        Kept::Overdue => format!("overdue ({})", duty.missed),
        kept => kept.word().to_owned(),
    }
}

/// How a promise stands, in a word or two.
pub(super) fn standing(duty: &Duty) -> String {
    match duty.kept() {
        Kept::Overdue => format!("overdue, {} missed", duty.missed),
        kept => kept.word().to_owned(),
    }
}

/// Whose promise it is.
pub(super) fn who(charter: &Charter, duty: &Duty) -> String {
    let who = duty.who.as_deref();
    who.map_or("together", |who| charter.roster.title(who))
        .to_owned()
}

/// What was promised: "2 interviews a month".
pub(super) fn promise(duty: &Duty) -> String {
    let cadence = &duty.cadence;
    let (times, how) = (cadence.times, cadence.how.words(cadence.times));
    format!("{times} {how} a {}", cadence.every.word())
}

fn day(day: Option<Day>) -> String {
    day.map_or("never".to_owned(), |day| day.to_string())
}

fn segments(listened: &Listened, page: &mut Handout) {
    page.heading("Segments");
    if listened.segments.is_empty() {
        page.words("Neither feedback nor contacts name a segment.");
        return;
    }
    let columns = [
        ("segment", Side::Left),
        ("n", Side::Right),
        ("of contacts", Side::Left),
        ("feedback", Side::Right),
        ("last heard", Side::Left),
        ("", Side::Left),
    ];
    let mut grid = Grid::new(&columns);
    for ear in &listened.segments {
        grid.row(vec![
            ear.segment.clone(),
            grouped(ear.contacts),
            ear.share.map_or("–".to_owned(), |(share, interval)| {
                format!("{share:.0} % ({:.0} to {:.0})", interval.low, interval.high)
            }),
            ear.of_feedback
                .map_or("–".to_owned(), |share| format!("{} %", brief(share))),
            day(ear.last),
            judged(ear),
        ]);
    }
    page.table(grid);
    page.words(format!(
        "n: contacts of the last year, and their part of all with its 95 % interval, beside the part of the \
         feedback. Unheard: no contact for more than {} days. Overdue: full periods missed.",
        listened.quiet_after
    ));
}

/// What is to be said of a segment: nobody listens to it, or too few do.
pub(super) fn judged(ear: &Ear) -> String {
    let words = match (ear.quiet, ear.is_slighted() && ear.contacts > 0) {
        (true, true) => "unheard, too few",
        (true, false) => "unheard",
        (false, true) => "too few",
        (false, false) => "",
    };
    words.to_owned()
}

/// A contact in a sentence.
pub(super) fn told(ears: Ears<'_>, contact: &Contact) -> String {
    let names: Vec<&str> = (contact.who.iter())
        .map(|who| ears.charter.roster.title(who))
        .collect();
    let mut told = format!(
        "{}, {}: {}",
        contact.on,
        names.join(" and "),
        contact.how.words(1)
    );
    let customer = contact.customer.as_deref().unwrap_or_default();
    let with: Vec<&str> = [customer, contact.segment.as_str()]
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect();
    if !with.is_empty() {
        let _ = write!(told, ", {}", with.join(", "));
    }
    let about: Vec<&str> = (contact.about.iter())
        .map(|(index, _)| ears.journeys.touchpoint(*index).title.as_str())
        .collect();
    if !about.is_empty() {
        let _ = write!(told, " on {}", about.join(", "));
    }
    match &contact.words {
        Some(words) => format!("{told}: “{words}”"),
        None => told,
    }
}
