//! Reads the register of listening: who listened to which customer, when, how and about what.

use super::document::Document;
use super::fields::{Fields, Text};
use super::keys::{CONTACT, HEARD};
use super::listening_entry::day;
use super::problem::Problem;
use super::reporter::{Reporter, unreadable};
use super::suggestion::help;
use super::tree::Node;
use super::visible::quoted;
use super::{Kind, yaml};
use crate::feedback::{Contact, Polarity, Register, Rejected};
use crate::journey::{Address, How, Journeys, Roster, TouchpointIndex};
use std::path::Path;

/// How a customer may speak, by the word for it.
const POLARITIES: [(&str, Polarity); 3] = [
    ("complaint", Polarity::Complaint),
    ("neutral", Polarity::Neutral),
    ("praise", Polarity::Praise),
];

/// The people and touchpoints that contacts speak of.
#[derive(Clone, Copy)]
pub(super) struct Known<'k> {
    /// Who can have listened.
    pub(super) roster: &'k Roster,
    /// What can have been spoken of.
    pub(super) journeys: &'k Journeys,
}

/// The register in these files; `None` when there are none.
pub(super) fn read(
    root: &Path,
    files: &[String],
    known: Known<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Register> {
    let mut register = Register {
        files: files.to_vec(),
        ..Register::default()
    };
    for file in files {
        match Document::read(root, file) {
            Ok(document) => read_text(&document, known, &mut register, problems),
            Err(why) => problems.push(unreadable(file, &why)),
        }
    }
    (!files.is_empty()).then_some(register)
}

/// Adds the contacts of one file.
pub(super) fn read_text(
    document: &Document,
    known: Known<'_>,
    register: &mut Register,
    problems: &mut Vec<Problem>,
) {
    let mut report = Reporter::new(document, problems);
    let tree = match yaml::read(&document.text) {
        Ok(tree) => tree,
        Err(error) => {
            report.say_broken(&error);
            return;
        }
    };
    if tree.is_null() {
        return;
    }
    let Some(items) = tree.items() else {
        let message = format!(
            "a register of listening is a list of contacts, but here stands {}",
            tree.kind()
        );
        let help = "begin each contact with `- on: 2026-03-31`";
        report.say(Kind::WrongType, tree.used, message, help);
        return;
    };
    for node in items {
        let line = document.line(node.used.start) as u64;
        match contact(node, line, known, &mut report) {
            Ok(contact) => register.contacts.push(contact),
            Err(reason) => register.refused.push(Rejected {
                source: Register::SOURCE.to_owned(),
                file: document.file.clone(),
                line,
                reason: reason.to_owned(),
            }),
        }
    }
}

/// One contact, or why it does not count.
fn contact(
    node: &Node<'_>,
    line: u64,
    known: Known<'_>,
    report: &mut Reporter<'_>,
) -> Result<Contact, &'static str> {
    let fields = Fields::open(node, CONTACT, report).ok_or("a contact is a mapping")?;
    let on = day(&fields, "on", report);
    let how = fields.choice("how", &How::WORDS, report);
    let who = fields.texts("who", report).unwrap_or_default();
    for listener in &who {
        check_listener(listener, known.roster, report);
    }
    let named = fields.get("about").is_some();
    let about = about(&fields, known.journeys, report);
    let on = on.ok_or("the contact has no date that can be read, under `on`")?;
    let how = how.ok_or("the contact does not say how, under `how`")?;
    if who.is_empty() {
        return Err("nobody listened: `who` is missing");
    }
    if named && about.is_empty() {
        return Err("no touchpoint under `about` is there");
    }
    let trimmed = |text: Option<String>| text.map(|text| text.trim().to_owned());
    let said = |text: &String| !text.is_empty();
    let segment = trimmed(fields.words("segment", report));
    Ok(Contact {
        who: who.into_iter().map(|listener| listener.text).collect(),
        on,
        how,
        customer: trimmed(fields.words("customer", report)).filter(said),
        segment: segment.unwrap_or_default(),
        about,
        words: trimmed(fields.words("words", report)).filter(said),
        notes: trimmed(fields.words("notes", report)).filter(said),
        file: report.document.file.clone(),
        line,
    })
}

/// Reports a listener who is nobody, where people are declared.
fn check_listener(listener: &Text, roster: &Roster, report: &mut Reporter<'_>) {
    let people = roster.people.iter().map(|person| person.id.as_str());
    if roster.people.is_empty() || people.clone().any(|id| id == listener.text) {
        return;
    }
    let team = roster.teams.iter().any(|team| team.id == listener.text);
    let (message, help) = if team {
        let message = format!(
            "{} is a team, and only people listen",
            quoted(&listener.text)
        );
        (message, "name who of them it was".to_owned())
    } else {
        let message = format!("the listener {} is nobody", quoted(&listener.text));
        let near = help(&listener.text, people, "people");
        (
            message,
            format!("{near}; `people:` in pothole.yaml declares them"),
        )
    };
    report.say(Kind::UnknownListener, listener.at, message, help);
}

/// The touchpoints spoken of, each once.
fn about(
    fields: &Fields<'_, '_>,
    journeys: &Journeys,
    report: &mut Reporter<'_>,
) -> Vec<(TouchpointIndex, Polarity)> {
    let speaks = fields.choice("speaks", &POLARITIES, report);
    let Some(node) = fields.get("about") else {
        return Vec::new();
    };
    let mut about: Vec<(TouchpointIndex, Polarity)> = Vec::new();
    for item in node.items().unwrap_or(std::slice::from_ref(node)) {
        let Some((name, own)) = heard(item, report) else {
            continue;
        };
        let Some(index) = find(&name, journeys, report) else {
            continue;
        };
        if !about.iter().any(|(known, _)| *known == index) {
            let polarity = own.or(speaks).unwrap_or(Polarity::Unscored);
            about.push((index, polarity));
        }
    }
    about
}

/// What one item of `about` names, and how the customer spoke of it where it says so itself.
fn heard(node: &Node<'_>, report: &mut Reporter<'_>) -> Option<(Text, Option<Polarity>)> {
    if node.entries().is_none() {
        return Some((super::fields::text(node, "about", report)?, None));
    }
    let fields = Fields::open(node, HEARD, report)?;
    let speaks = fields.choice("speaks", &POLARITIES, report);
    Some((fields.text("touchpoint", report)?, speaks))
}

/// A touchpoint by its address, or by its id where one touchpoint alone has it.
fn find(name: &Text, journeys: &Journeys, report: &mut Reporter<'_>) -> Option<TouchpointIndex> {
    if let Ok(address) = name.text.parse::<Address>()
        && let Some(index) = journeys.find(&address)
    {
        return Some(index);
    }
    let same: Vec<TouchpointIndex> = (journeys.touchpoints())
        .filter(|(_, touchpoint)| touchpoint.address.touchpoint == name.text)
        .map(|(index, _)| index)
        .collect();
    if let [index] = same[..] {
        return Some(index);
    }
    let known: Vec<String> = (journeys.touchpoints())
        .map(|(_, touchpoint)| touchpoint.address.to_string())
        .collect();
    let (message, help) = if same.is_empty() {
        let all = known.iter().map(String::as_str);
        let message = format!("no touchpoint {}", quoted(&name.text));
        (message, help(&name.text, all, "touchpoints"))
    } else {
        let message = format!("several touchpoints are called {}", quoted(&name.text));
        (message, "say which: write journey/touchpoint".to_owned())
    };
    report.say(Kind::UnknownTouchpoint, name.at, message, help);
    None
}
