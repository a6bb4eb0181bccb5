//! `pothole coverage`: what each rule does, and what to write next.

use super::exit::Exit;
use super::place::Place;
use super::privacy::PrivacyOption;
use super::{output, reading};
use crate::export::{self, RuleBook};
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
}

impl Coverage {
    /// Asks every rule about every row and prints the answer.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let mut coverage = reading::coverage(&workspace, &Scope::default());
        self.privacy.privacy().coverage(&mut coverage);
        let book = RuleBook {
            journeys: &workspace.journeys,
            sources: &workspace.sources,
            rules: &workspace.rules,
            coverage: &coverage,
        };
        output::to_stdout(Box::new(|out: &mut dyn Write| match self.format {
            Format::Text => export::coverage_text(book, out),
            Format::Json => export::coverage_json(book, out),
        }))?;
        reading::warn(&workspace, coverage.books.unread.len());
        Ok(Exit::Well)
    }
}
