//! Days that have not come yet, of contacts and of customers who were told: what a workspace cannot say of
//! itself, since it reads no clock.

use super::document::Document;
use super::problem::Problem;
use super::reporter::Reporter;
use super::tree::Span;
use super::{Kind, LEDGER_FILE, Workspace, ledger};
use crate::journey::Day;

impl Workspace {
    /// The contacts of its register that lie after a day, with the place of their date.
    pub fn contacts_ahead(&self, today: Day) -> Vec<Problem> {
        let mut problems = Vec::new();
        let contacts = self
            .register()
            .into_iter()
            .flat_map(|register| &register.contacts);
        for contact in contacts.filter(|contact| contact.on > today) {
            let Ok(document) = Document::read(&self.root, &contact.file) else {
                continue;
            };
            let lines = document.text.split_inclusive('\n');
            let above = usize::try_from(contact.line).unwrap_or(1).saturating_sub(1);
            let start: usize = lines.take(above).map(str::len).sum();
            let help = "write a contact down when it has been; until then it keeps no promise";
            problems.extend(ahead(&document, start as u32, contact.on, help));
        }
        problems
    }

    /// The records of its ledger that lie after a day, with the place of their date.
    pub fn told_ahead(&self, today: Day) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.told.iter().all(|told| told.on <= today) {
            return problems;
        }
        let Ok(document) = Document::read(&self.root, LEDGER_FILE) else {
            return problems;
        };
        for (line, at) in ledger::lines(&document.text) {
            if let Some(on) = ledger::day_of(line).filter(|on| *on > today) {
                let help = "write customers down when they have been told; mend the day";
                problems.extend(ahead(&document, at.start, on, help));
            }
        }
        problems
    }
}

/// That a day has not come yet: the first time it is written from a place of the document on.
fn ahead(document: &Document, from: u32, day: Day, help: &str) -> Option<Problem> {
    let day = day.to_string();
    let rest = document.text.get(from as usize..).unwrap_or_default();
    let start = from + rest.find(&day).unwrap_or(0) as u32;
    let end = start + day.len() as u32;
    let message = format!("`on` is {day}, which has not come yet");
    let mut found = Vec::new();
    Reporter::new(document, &mut found).say(Kind::BadDate, Span { start, end }, message, help);
    found.pop().map(|problem| Problem {
        code: "day-ahead",
        ..problem
    })
}
