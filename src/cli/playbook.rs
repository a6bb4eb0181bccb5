//! `pothole playbook`: what the front line may do without asking.

use super::exit::Exit;
use super::place::Place;
use super::{output, reading};
use crate::board::lacking;
use crate::export::{Authorities, playbook_markdown, playbook_text};
use crate::feedback::verbatims;
use clap::{Args, ValueEnum};
use std::io::Write;

/// Print what the front line may do without asking, by team and stage
///
/// Where complaints say that somebody was not allowed to help, the touchpoint is marked; `authority` in
/// pothole.yaml says which words to look for.
#[derive(Args, Debug)]
pub(super) struct Playbook {
    /// What to write
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A page for the terminal
    #[default]
    Text,
    /// A page to print or to put into a wiki
    Markdown,
}

impl Playbook {
    /// Reads the words of complaints and prints the playbook.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let overlay = reading::feedback(place, &workspace);
        let phrases = &workspace.charter.authority.lacking;
        let touchpoints = workspace.journeys.touchpoints();
        let found = touchpoints.filter_map(|(index, _)| {
            let places = overlay.places_of(index.index() as u32);
            let rows = verbatims(&workspace.root, &workspace.sources, &overlay, places);
            lacking(index, &rows, phrases)
        });
        let found: Vec<_> = found.collect();
        let book = Authorities {
            journeys: &workspace.journeys,
            charter: &workspace.charter,
            lacking: &found,
        };
        output::to_stdout(Box::new(|out: &mut dyn Write| match self.format {
            Format::Text => playbook_text(book, out),
            Format::Markdown => playbook_markdown(book, out),
        }))?;
        reading::warn(&workspace, overlay.books.unread.len());
        Ok(Exit::Well)
    }
}
