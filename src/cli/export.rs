//! `pothole export`: the board as Markdown, CSV, JSON or a page.

use super::exit::Exit;
use super::lens::LensOptions;
use super::place::Place;
use super::privacy::PrivacyOption;
use super::testimony::testimony;
use super::today::Today;
use super::{output, reading};
use crate::board::query::Ground;
use crate::board::{Board, Order, Query};
use crate::export::{self, Behind, Subject};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum, ValueHint};
use std::io::Write;
use std::path::PathBuf;

/// Print the board as data
#[derive(Args, Debug)]
pub(super) struct Export {
    /// What to write: a page for a meeting, a row a touchpoint, or everything
    #[arg(long, value_enum)]
    format: Format,

    /// Write to this file, whole or not at all, instead of standard output
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,

    /// What touchpoints are ranked by
    #[arg(long, value_name = "ORDER", default_value_t, value_parser = order())]
    rank: Order,

    /// Only touchpoints that this finds, such as "owner:none friction:>30"; docs/config.md has the language
    #[arg(long, value_name = "QUERY", value_parser = query)]
    filter: Option<Query>,

    #[command(flatten)]
    today: Today,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    privacy: PrivacyOption,
}

/// Reads a query.
fn query(text: &str) -> Result<Query, String> {
    Query::parse(text).map_err(|error| error.to_string())
}

/// Reads an order, and lists them all where none is meant.
fn order() -> impl TypedValueParser<Value = Order> {
    let names = PossibleValuesParser::new(Order::ALL.map(Order::name));
    names.map(|name| Order::named(&name).unwrap_or_default())
}

/// The formats there are.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A friction summary of one page, for a meeting
    Markdown,
    /// One row a touchpoint, for a spreadsheet
    Csv,
    /// Everything, as docs/export.md describes it
    Json,
    /// The page everyone reads, in one file: for a browser, a phone, a printer, a mail
    Html,
}

impl Export {
    /// Writes the board.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let privacy = self.privacy.privacy();
        let mut overlay = reading::feedback(place, &workspace);
        privacy.overlay(&mut overlay);
        let lens = self.lens.lens(&workspace, &overlay)?;
        let board = Board::build(&workspace.journeys, &workspace.charter, &overlay, &lens);
        let mut board = board.on(self.today.day());
        if let Some(query) = &self.filter {
            let (journeys, charter) = (&workspace.journeys, &workspace.charter);
            let ground = Ground::new(journeys, charter, &board, &overlay, &workspace.rules);
            let found = query.find(&ground);
            board.keep_only(&found);
        }
        let behind = match self.format {
            Format::Csv => Behind::Nothing,
            Format::Markdown | Format::Json | Format::Html => Behind::Everything,
        };
        let testimony = testimony(&workspace, &overlay, &board, behind, privacy);
        let subject = Subject {
            journeys: &workspace.journeys,
            charter: &workspace.charter,
            sources: &workspace.sources,
            overlay: &overlay,
            board: &board,
            order: self.rank,
            testimony: &testimony,
        };
        let print = Box::new(|out: &mut dyn Write| match self.format {
            Format::Markdown => export::markdown(subject, out),
            Format::Csv => export::csv(subject, out),
            Format::Json => export::json(subject, out),
            Format::Html => export::html(subject, out),
        });
        match &self.output {
            Some(path) => output::to_file(&place.path(path), print)?,
            None => output::to_stdout(print)?,
        }
        reading::warn(&workspace, overlay.books.unread.len());
        Ok(Exit::Well)
    }
}
