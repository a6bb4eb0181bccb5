//! Writes the register of listening, one file a listener: a year of contacts, in which small businesses are
//! heard until March and never since.

use super::bank::Sign;
use super::customer::Customer;
use super::plan::PLAN;
use super::speech::{About, Speech};
use pothole::feedback::Day;
use std::fmt::Write;

/// Who listens: the file, and how busy in a hundred.
const LEADERS: [(&str, usize); 4] = [("freya", 96), ("ines", 92), ("malik", 62), ("tomasz", 88)];
const EXECUTIVE: &str = "solveig";
/// From here on nobody talks to a small business any more.
const GAP: (i32, u32, u32) = (2026, 4, 1);
/// The first day of the register, and the day after its last.
const YEAR: [(i32, u32, u32); 2] = [(2025, 11, 1), (2026, 11, 1)];

struct Contact {
    on: Day,
    who: &'static str,
    how: &'static str,
}

/// `listening/*.yaml`
pub(super) fn registers(speech: &mut Speech) -> Vec<(&'static str, String)> {
    let contacts = contacts(speech);
    let files = [
        ("listening/freya.yaml", "freya"),
        ("listening/ines.yaml", "ines"),
        ("listening/malik.yaml", "malik"),
        ("listening/solveig.yaml", "solveig"),
        ("listening/tomasz.yaml", "tomasz"),
    ];
    files
        .map(|(file, who)| (file, register(speech, who, &contacts)))
        .into()
}

/// Who listened when and how.
fn contacts(speech: &mut Speech) -> Vec<Contact> {
    let rng = &mut speech.rng;
    let [first, last] = YEAR.map(|(year, month, day)| Day::from_ymd(year, month, day).unwrap());
    let mut contacts = Vec::new();
    let mut month = first;
    while month < last {
        let (year, number, _) = month.ymd();
        for (who, busy) in LEADERS {
            for half in [1, 15] {
                let on = Day(month.0 + half + rng.below(12) as i32);
                if rng.percent(busy) {
                    contacts.push(Contact {
                        on,
                        who,
                        how: "interview",
                    });
                }
            }
        }
        // In the summer nobody spends a day at the counter.
        let on = Day(month.0 + 5 + rng.below(18) as i32);
        if !matches!(number, 7 | 8) {
            contacts.push(Contact {
                on,
                who: EXECUTIVE,
                how: "front-line-day",
            });
        }
        let (year, number) = if number == 12 {
            (year + 1, 1)
        } else {
            (year, number + 1)
        };
        month = Day::from_ymd(year, number, 1).unwrap();
    }
    // A customer sits in the management meeting every second Tuesday; in the last weeks none did.
    let meetings = (0..24).map(|turn| Day(Day::from_ymd(2025, 11, 4).unwrap().0 + 14 * turn));
    let meetings = meetings.map(|on| Contact {
        on,
        who: EXECUTIVE,
        how: "meeting",
    });
    contacts.extend(meetings);
    contacts.sort_by_key(|contact| contact.on);
    contacts
}

fn register(speech: &mut Speech, who: &str, contacts: &[Contact]) -> String {
    let mut text = String::new();
    for contact in contacts.iter().filter(|contact| contact.who == who) {
        let _ = write!(
            text,
            "- on: {}\n  who: {who}\n  how: {}\n",
            contact.on, contact.how
        );
        if contact.how == "front-line-day" {
            continue;
        }
        let (about, sign) = about(speech, contact.on);
        let words = speech.remark(&about).replace('\'', "''");
        let (customer, segment) = (about.customer.id(), about.customer.segment);
        let topic = about.topic;
        let _ = write!(
            text,
            "  customer: {customer}\n  segment: {segment}\n  about: [{topic}]\n  speaks: {sign}\n  \
             words: '{words}'\n"
        );
    }
    text
}

/// What a customer speaks of on a day, and how.
fn about(speech: &mut Speech, day: Day) -> (About<'static>, &'static str) {
    let rng = &mut speech.rng;
    let signs = [
        (Sign::Complaint, "complaint"),
        (Sign::Neutral, "neutral"),
        (Sign::Praise, "praise"),
    ];
    let at = rng.weighted(&[28, 20, 52]);
    let (sign, word) = signs[at];
    let said: Vec<&str> = (PLAN.iter())
        .filter(|plan| plan.nps[at] > 1 && !matches!(plan.touchpoint, "get-riding/first-week-call"))
        .map(|plan| plan.touchpoint)
        .collect();
    let topic = said[rng.below(said.len())];
    let (year, month, of_month) = GAP;
    let small = if day < Day::from_ymd(year, month, of_month).unwrap() {
        12
    } else {
        0
    };
    let segment = rng.weighted(&[54, small, 34]);
    let customer = Customer::of(segment, rng);
    (
        About {
            topic,
            sign,
            customer,
            day,
        },
        word,
    )
}
