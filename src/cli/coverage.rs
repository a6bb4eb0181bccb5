//! `pothole coverage`: what each rule does, and what to write next.

use super::exit::Exit;
use super::place::Place;
use super::privacy::PrivacyOption;
use super::{output, reading};
use crate::board::{Board, Chorus, Lens};
use crate::export::{self, Paper, RuleBook, Voices};
use crate::feedback::Scope;
use clap::{Args, ValueEnum};
use std::io::Write;

/// Print what each rule catches, what none catches, and which words to write a rule for next
#[derive(Args, Debug)]
pub(super) struct Coverage {
    /// What to write: a page to read, or everything
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    privacy: PrivacyOption,
}

/// The formats there are.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A page for the terminal
    #[default]
    Text,
    /// Everything, as docs/coverage.md describes it
    Json,
    /// Who hears customers where: a row a touchpoint and source, for a spreadsheet
    Csv,
    /// Who hears customers where, for a wiki, a chat or a mail
    Markdown,
}

impl Coverage {
    /// Asks every rule about every row and prints the answer.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let overlay = reading::feedback(place, &workspace);
        let (journeys, sources) = (&workspace.journeys, &workspace.sources);
        let board = Board::build(journeys, &workspace.charter, &overlay, &Lens::default());
        let chorus = Chorus::of(&board, journeys, &overlay, sources);
        if matches!(self.format, Format::Csv | Format::Markdown) {
            let voices = Voices {
                journeys,
                sources,
                chorus: &chorus,
            };
            output::to_stdout(Box::new(|out: &mut dyn Write| match self.format {
                Format::Csv => export::chorus_csv(voices, out),
                _ => export::chorus(voices, Paper::Markdown, out),
            }))?;
            reading::warn(&workspace, overlay.books.unread.len());
            return Ok(Exit::Well);
        }
        let mut coverage = reading::coverage(&workspace, &Scope::default());
        self.privacy.privacy().coverage(&mut coverage);
        let book = RuleBook {
            journeys: &workspace.journeys,
            sources: &workspace.sources,
            rules: &workspace.rules,
            coverage: &coverage,
            chorus: Some(&chorus),
        };
        output::to_stdout(Box::new(|out: &mut dyn Write| match self.format {
            Format::Json => export::coverage_json(book, out),
            _ => export::coverage_text(book, out),
        }))?;
        reading::warn(&workspace, coverage.books.unread.len());
        Ok(Exit::Well)
    }
}
