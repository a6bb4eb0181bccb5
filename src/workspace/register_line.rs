//! Adds a contact to the register of listening: some lines more at the end of a file, and no other byte
//! changed. What was there and what was meant are read again and compared before anything is saved.

use super::document::Document;
use super::owner_text::scalar;
use super::register_entry::{Known, read_text};
use super::rewriting::{create, rewrite};
use super::saving::SaveError;
use super::tree::{Node, Style};
use super::visible::visible;
use super::{Workspace, id, yaml};
use crate::feedback::{Contact, Polarity, Register};
use std::fmt::Write;

/// How many characters one line of a contact may have.
const MOST: usize = 4_000;

/// Adds a contact and returns the file and the line it stands on. Its own `file` and `line` say nothing yet.
///
/// It goes to `listening.yaml` where there is one, else to its first listener's own file in `listening/`,
/// so that two people who write on two branches never change one file.
pub fn add_contact(workspace: &Workspace, contact: &Contact) -> Result<(String, u64), SaveError> {
    let file = file_for(workspace, contact);
    let known = Known {
        roster: &workspace.charter.roster,
        journeys: &workspace.journeys,
    };
    let edited = |text: &str| {
        appended(&file, text, contact, known).map_err(|reason| SaveError::Unsafe {
            file: visible(&file),
            reason,
        })
    };
    let text = if workspace.root.join(&file).exists() {
        rewrite(&workspace.root, &file, &edited)?
    } else {
        let text = edited("")?;
        create(&workspace.root, &file, &text)?;
        text
    };
    let register = register(&file, &text, known);
    let line = register.contacts.last().map_or(1, |contact| contact.line);
    Ok((file, line))
}

fn file_for(workspace: &Workspace, contact: &Contact) -> String {
    let known = workspace.register().map(|register| &register.files);
    let one = known.and_then(|files| files.iter().find(|file| !file.contains('/')));
    one.cloned().unwrap_or_else(|| {
        let who = contact.who.first().filter(|who| id::is_id(who));
        format!("listening/{}.yaml", who.map_or("contacts", String::as_str))
    })
}

/// The text with the contact behind the others, or why that cannot be.
fn appended(file: &str, text: &str, contact: &Contact, known: Known<'_>) -> Result<String, String> {
    let broken = || "it is no YAML now; `pothole check` says where".to_owned();
    let tree = yaml::read(text).map_err(|_| broken())?;
    let before = tree.items().unwrap_or_default();
    if !tree.is_null() && tree.items().is_none() {
        return Err("it is no list of contacts".to_owned());
    }
    let item = item(contact, known)?;
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let blanks = " ".repeat(before.first().map_or(0, |first| indent(text, first)));
    let mut new = text.to_owned();
    if !new.is_empty() && !new.ends_with('\n') {
        new.push_str(eol);
    }
    for line in item.lines() {
        let _ = write!(new, "{blanks}{line}{eol}");
    }
    let by_hand = || format!("a contact cannot be added at its end; add it by hand:\n{item}");
    let after = yaml::read(&new).map_err(|_| by_hand())?;
    let after = after.items().ok_or_else(by_hand)?;
    let kept = after.len() == before.len() + 1;
    if !kept || !before.iter().zip(after).all(|(one, other)| one.same(other)) {
        return Err(by_hand());
    }
    let register = register(file, &new, known);
    let read = register.contacts.last().cloned().map(|read| Contact {
        file: contact.file.clone(),
        line: contact.line,
        ..read
    });
    (read.as_ref() == Some(contact))
        .then_some(new)
        .ok_or_else(by_hand)
}

fn register(file: &str, text: &str, known: Known<'_>) -> Register {
    let (mut register, mut problems) = (Register::default(), Vec::new());
    let document = Document::new(file, text.to_owned());
    read_text(&document, known, &mut register, &mut problems);
    register
}

/// How far the dash of an item is set in.
fn indent(text: &str, item: &Node<'_>) -> usize {
    let before = text.get(..item.used.start as usize).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.get(line..).unwrap_or_default();
    line.len() - line.trim_start_matches(' ').len()
}

/// A contact as YAML, or which of its words cannot stand in a line.
fn item(contact: &Contact, known: Known<'_>) -> Result<String, String> {
    let mut item = format!("- on: {}\n", contact.on);
    match &contact.who[..] {
        [who] => line(&mut item, "who", who)?,
        several => list(&mut item, "who", several),
    }
    let mut key = |key: &str, value: &str| line(&mut item, key, value);
    key("how", contact.how.word())?;
    key("customer", contact.customer.as_deref().unwrap_or_default())?;
    key("segment", &contact.segment)?;
    let about = contact.about.iter();
    let names = about.map(|(index, _)| known.journeys.touchpoint(*index).address.to_string());
    list(&mut item, "about", &names.collect::<Vec<_>>());
    let mut key = |key: &str, value: &str| line(&mut item, key, value);
    let spoke = contact.about.first().map(|(_, polarity)| *polarity);
    key("speaks", spoke.and_then(word).unwrap_or_default())?;
    key("words", contact.words.as_deref().unwrap_or_default())?;
    key("notes", contact.notes.as_deref().unwrap_or_default())?;
    Ok(item)
}

/// Adds a line with a text, or says that it cannot stand in one.
fn line(item: &mut String, key: &str, value: &str) -> Result<(), String> {
    if value.is_empty() {
        return Ok(());
    }
    if value.trim() != value || visible(value) != value || value.chars().count() > MOST {
        return Err(format!(
            "`{key}` cannot stand there: write one line of visible text without blanks around it"
        ));
    }
    let _ = writeln!(item, "  {key}: {}", scalar(value, Style::Plain));
    Ok(())
}

/// Adds a line with a list of ids.
fn list(item: &mut String, key: &str, ids: &[String]) {
    if !ids.is_empty() {
        let _ = writeln!(item, "  {key}: [{}]", ids.join(", "));
    }
}

fn word(polarity: Polarity) -> Option<&'static str> {
    match polarity {
        Polarity::Complaint => Some("complaint"),
        Polarity::Neutral => Some("neutral"),
        Polarity::Praise => Some("praise"),
        Polarity::Unscored => None,
    }
}
