//! `pothole scorecard`: what each team and person owns, how it hurts and how fast it is mended.

use super::assign::refuse;
use super::exit::Exit;
use super::lens::LensOptions;
use super::place::Place;
use super::{named, output, reading};
use crate::board::{Scorecard as Card, Scorecards};
use crate::export::{self, Paper, Review};
use clap::{Args, ValueEnum};
use std::io::Write;

/// Print what each team and person owns, how it hurts, and how fast it is mended
#[derive(Args, Debug)]
pub(super) struct Scorecard {
    /// The id of a team or person; all of them when it is left out
    owner: Option<String>,

    /// What to write: a page to read, a page to send, a row an owner, or everything
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// How many weeks a card speaks of, and how many before it is compared with
    #[arg(long, value_name = "WEEKS", default_value_t = Scorecards::WEEKS,
          value_parser = clap::value_parser!(u32).range(1..=520))]
    weeks: u32,

    #[command(flatten)]
    lens: LensOptions,
}

/// The formats there are.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A page for the terminal
    #[default]
    Text,
    /// The same for a wiki, a chat or a mail
    Markdown,
    /// One row an owner, for a spreadsheet
    Csv,
    /// Everything, as docs/practices.md describes it
    Json,
}

impl Scorecard {
    /// Prints the cards.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let overlay = reading::feedback(place, &workspace);
        let lens = self.lens.lens(&workspace, &overlay)?;
        let (journeys, charter) = (&workspace.journeys, &workspace.charter);
        let scorecards = Scorecards::of(journeys, charter, &overlay, &lens, self.weeks);
        let mut only: Option<&Card> = None;
        if let Some(owner) = &self.owner {
            only = scorecards.card(owner);
            if only.is_none() {
                let cards = scorecards.cards.iter();
                let known = cards.filter_map(|card| card.owner.as_deref());
                return Ok(refuse(&named::unknown("owner", owner, known)));
            }
        }
        let review = Review {
            journeys,
            charter,
            scorecards: &scorecards,
            only,
            most: None,
        };
        output::to_stdout(Box::new(|out: &mut dyn Write| match self.format {
            Format::Text => export::scorecards(review, Paper::Text, out),
            Format::Markdown => export::scorecards(review, Paper::Markdown, out),
            Format::Csv => export::scorecards_csv(review, out),
            Format::Json => export::scorecards_json(review, out),
        }))?;
        reading::warn(&workspace, overlay.books.unread.len());
        Ok(Exit::Well)
    }
}
