//! Contacts dated on a day that has not come yet: what a workspace cannot say of itself, since it reads no
//! clock.

use super::document::Document;
use super::problem::Problem;
use super::reporter::Reporter;
use super::tree::Span;
use super::{Kind, Workspace};
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
            let day = contact.on.to_string();
            let rest = document.text.get(start..).unwrap_or_default();
            let start = (start + rest.find(&day).unwrap_or(0)) as u32;
            let end = start + day.len() as u32;
            let message = format!("`on` is {day}, which has not come yet");
            let help = "write a contact down when it has been; until then it keeps no promise";
            let mut found = Vec::new();
            Reporter::new(&document, &mut found).say(
                Kind::BadDate,
                Span { start, end },
                message,
                help,
            );
            problems.extend(found.into_iter().map(|problem| Problem {
                code: "day-ahead",
                ..problem
            }));
        }
        problems
    }
}
