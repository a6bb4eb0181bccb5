//! Writes the help desk's export.

use super::bank::Sign;
use super::customer::Customer;
use super::plan::{PLAN, STRAY_TICKETS};
use super::season::{Season, offset};
use super::speech::{About, Speech};
use pothole::feedback::Day;

/// Tags that agents add and that say nothing of a touchpoint.
const ASIDE: [&str; 7] = [
    "phone",
    "e-mail",
    "chat",
    "weekend",
    "callback",
    "second-contact",
    "voucher-sent",
];
const HEADER: [&str; 8] = [
    "ticket",
    "created_at",
    "subject",
    "body",
    "tags",
    "customer",
    "customer_type",
    "priority",
];
const PRIORITIES: [&str; 4] = ["low", "normal", "high", "urgent"];
/// Rows whose date the export got wrong, as exports do: place among the rows, and the date.
const WRONG_DATES: [(usize, &str); 2] = [
    (233, "2025-11-31T09:12:44+01:00"),
    (471, "2026-02-30T17:40:02+01:00"),
];

/// A ticket before anybody has written it.
struct Ticket {
    topic: &'static str,
    tag: &'static str,
    day: Day,
    minute: usize,
}

/// `feedback/tickets.csv`
pub(super) fn tickets(speech: &mut Speech) -> String {
    let mut rows = Vec::new();
    for plan in PLAN {
        for _ in 0..plan.tickets {
            rows.push(ticket(speech, (plan.touchpoint, plan.tag), plan.season));
        }
    }
    for _ in 0..STRAY_TICKETS {
        rows.push(ticket(speech, ("ticket/stray", "other"), Season::Riding));
    }
    // Written in the order of time, so that two alike lie as far apart as the bank allows.
    rows.sort_by_key(|row| (row.day, row.minute));
    let mut file = csv::Writer::from_writer(Vec::new());
    file.write_record(HEADER).unwrap();
    let mut number = 40_210;
    for (place, row) in rows.iter().enumerate() {
        number += 1 + speech.rng.below(9);
        let mut cells = row.cells(number, speech);
        if let Some((_, wrong)) = WRONG_DATES.iter().find(|(wrong, _)| *wrong == place) {
            (*wrong).clone_into(&mut cells[1]);
        }
        file.write_record(cells).unwrap();
    }
    String::from_utf8(file.into_inner().unwrap()).unwrap()
}

fn ticket(
    speech: &mut Speech,
    (topic, tag): (&'static str, &'static str),
    season: Season,
) -> Ticket {
    Ticket {
        topic,
        tag,
        day: weekday(season, speech),
        minute: speech.rng.between(6 * 60, 12 * 60) + speech.rng.below(10 * 60),
    }
}

impl Ticket {
    fn cells(&self, number: usize, speech: &mut Speech) -> [String; 8] {
        let (topic, sign, day) = (self.topic, Sign::Complaint, self.day);
        let customer = Customer::about(topic, sign, &mut speech.rng);
        let (subject, body) = speech.ticket(&About {
            topic,
            sign,
            customer,
            day,
        });
        let tags = tags(speech, self.tag);
        let urgency = if topic == "ticket/stray" {
            [6, 3, 0, 0]
        } else {
            [2, 10, 4, 1]
        };
        let priority = PRIORITIES[speech.rng.weighted(&urgency)];
        let (hour, minute, second) = (self.minute / 60, self.minute % 60, speech.rng.below(60));
        [
            number.to_string(),
            format!("{day}T{hour:02}:{minute:02}:{second:02}{}", offset(day)),
            subject,
            body,
            tags,
            customer.id(),
            customer.segment.to_owned(),
            priority.to_owned(),
        ]
    }
}

/// Few people write on a Sunday.
fn weekday(season: Season, speech: &mut Speech) -> Day {
    let day = season.day(&mut speech.rng);
    if day.weekday() == 6 && speech.rng.percent(70) {
        return season.day(&mut speech.rng);
    }
    day
}

/// The tag, with others beside it; one ticket in fourteen was never tagged.
fn tags(speech: &mut Speech, tag: &str) -> String {
    let mut tags = Vec::new();
    if !speech.rng.percent(7) {
        tags.push(tag);
    }
    if speech.rng.percent(55) {
        tags.push(speech.rng.pick(&ASIDE));
    }
    if speech.rng.percent(30) {
        tags.reverse();
    }
    tags.join(";")
}
