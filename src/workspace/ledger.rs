//! The ledger of customers who were told: a file of JSON lines, one record a line, in any order, so that git
//! merges two of them by keeping the lines of both.

use super::appending::append;
use super::document::{Document, Unreadable};
use super::problem::Problem;
use super::reporter::{Reporter, unreadable};
use super::tree::Span;
use super::visible::quoted;
use super::{Kind, SaveError, Workspace};
use crate::journey::{Action, Day, Journeys, Told};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The ledger's file, relative to the workspace.
pub const LEDGER_FILE: &str = "told.jsonl";

/// What stands at the beginning of a line where git could not merge.
const MARKS: [&str; 4] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

/// A line of the ledger.
#[derive(Serialize, Deserialize)]
struct Record {
    on: String,
    action: String,
    source: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    customer: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

/// Reads the ledger, where there is one. A line that is no record is reported and left out.
pub(super) fn read(root: &Path, journeys: &Journeys, problems: &mut Vec<Problem>) -> Vec<Told> {
    let document = match Document::read(root, LEDGER_FILE) {
        Ok(document) => document,
        Err(Unreadable::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => {
            return Vec::new();
        }
        Err(why) => {
            problems.push(unreadable(LEDGER_FILE, &why));
            return Vec::new();
        }
    };
    let mut report = Reporter::new(&document, problems);
    let records = lines(&document.text);
    let told = records.filter_map(|(line, at)| record(line, at, journeys, &mut report));
    told.collect()
}

/// The lines of a ledger, each with its place.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (&str, Span)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let bare = line.trim_end_matches(['\n', '\r']);
        let end = start + bare.len() as u32;
        let at = Span { start, end };
        start += line.len() as u32;
        (bare, at)
    })
}

/// The day of a line, where it is a record.
pub(super) fn day_of(line: &str) -> Option<Day> {
    let record: Record = serde_json::from_str(line).ok()?;
    Day::parse_iso(&record.on)
}

fn record(line: &str, at: Span, journeys: &Journeys, report: &mut Reporter<'_>) -> Option<Told> {
    if line.trim().is_empty() {
        return None;
    }
    if let Some(mark) = MARKS.iter().find(|mark| line.starts_with(**mark)) {
        let message = format!("a merge left its mark here, {}", quoted(mark));
        let help = "keep the lines of both sides and take the lines with marks out; \
                    `told.jsonl merge=union` in .gitattributes lets git do so by itself";
        report.say(Kind::ConflictMarker, at, message, help);
        return None;
    }
    let form = r#"write {"on": "2026-03-31", "action": "...", "source": "...", "customer": "..."}"#;
    let record: Record = match serde_json::from_str(line) {
        Ok(record) => record,
        Err(error) => {
            report.say(Kind::BadRecord, at, no_record(&error), form);
            return None;
        }
    };
    let Some(on) = Day::parse_iso(&record.on) else {
        let message = format!("`on` is {}, which is no date", quoted(&record.on));
        report.say(Kind::BadRecord, at, message, form);
        return None;
    };
    match journeys.find_action(&record.action) {
        None => {
            let message = format!("there is no action {}", quoted(&record.action));
            let help = "bring the action back, or leave the record: it is kept and does no harm";
            report.say(Kind::UnknownAction, at, message, help);
        }
        Some((_, action)) => before_shipping(line, at, on, action, report),
    }
    Some(Told {
        on,
        action: record.action,
        source: record.source,
        customer: record.customer,
        id: record.id,
    })
}

/// Why a line is no record. The reader counts lines within this one line: its place is left out.
fn no_record(error: &serde_json::Error) -> String {
    if !error.is_data() {
        return "this is no record: it is no JSON object on one line".to_owned();
    }
    let why = error.to_string();
    let why = why.split(" at line ").next().unwrap_or_default();
    super::visible::visible(&format!("this is no record: {why}"))
}

/// Reports a customer who was told of a fix before it was shipped. One that came back was shipped before,
/// and a day of shipping that was taken out says nothing.
fn before_shipping(line: &str, at: Span, on: Day, action: &Action, report: &mut Reporter<'_>) {
    let again = action.came_back.is_some();
    let Some(shipped) = action.shipped.filter(|shipped| on < *shipped && !again) else {
        return;
    };
    let day = on.to_string();
    let start = at.start + line.find(&day).unwrap_or(0) as u32;
    let end = start + day.len() as u32;
    let id = quoted(&action.id);
    let message = format!("`on`, {day}, lies before `shipped`, {shipped}, of the action {id}");
    let help = "nobody can be told of a fix before it is there: mend this day, or `shipped`";
    report.say(Kind::DateOrder, Span { start, end }, message, help);
}

/// Writes customers who were told at the end of the ledger; says whether the file is new.
pub fn record_told(workspace: &Workspace, told: &[Told]) -> Result<bool, SaveError> {
    let mut lines = String::new();
    for one in told {
        let record = Record {
            on: one.on.to_string(),
            action: one.action.clone(),
            source: one.source.clone(),
            customer: one.customer.clone(),
            id: one.id.clone(),
        };
        let line = serde_json::to_string(&record).map_err(|error| SaveError::Io {
            file: LEDGER_FILE.to_owned(),
            action: "write",
            cause: error.into(),
        })?;
        lines.push_str(&line);
        lines.push('\n');
    }
    append(&workspace.root, LEDGER_FILE, None, &lines)
}
