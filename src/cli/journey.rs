//! `pothole journey`: the graph's own numbers, what to fix first, and what moves the overall score.

use super::exit::{Exit, say};
use super::lens::LensOptions;
use super::place::Place;
use super::testimony::testimony;
use super::{named, output, reading};
use crate::board::{Board, Order};
use crate::export::{self, Behind, Privacy, Subject};
use clap::{Args, ValueEnum};
use std::io::Write;

/// Print what a thousand who start a journey meet, and which step to fix first
#[derive(Args, Debug)]
pub(super) struct Journey {
    /// The journey's id; all of them when it is left out
    id: Option<String>,

    /// What to write: a page to read, or the export's JSON of these journeys
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    lens: LensOptions,
}

/// The formats there are.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A page for the terminal, 80 columns wide
    #[default]
    Text,
    /// As docs/export.md describes it
    Json,
}

impl Journey {
    /// Prints the numbers.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let journeys = &workspace.journeys;
        if let Some(id) = self
            .id
            .as_deref()
            .filter(|id| journeys.find_journey(id).is_none())
        {
            let known = journeys.all().iter().map(|journey| journey.id.as_str());
            say(&format!("error: {}", named::unknown("journey", id, known)));
            return Ok(Exit::Failed);
        }
        let overlay = reading::feedback(place, &workspace);
        let mut lens = self.lens.lens(&workspace, &overlay)?;
        lens.journeys.extend(self.id);
        let board = Board::build(journeys, &workspace.charter, &overlay, &lens);
        let behind = match self.format {
            Format::Text => Behind::Nothing,
            Format::Json => Behind::Everything,
        };
        let privacy = Privacy::Masked;
        let testimony = testimony(&workspace, &overlay, &board, behind, privacy);
        let subject = Subject {
            journeys,
            charter: &workspace.charter,
            sources: &workspace.sources,
            overlay: &overlay,
            board: &board,
            order: Order::default(),
            testimony: &testimony,
        };
        output::to_stdout(Box::new(|out: &mut dyn Write| match self.format {
            Format::Text => export::numbers(subject, out),
            Format::Json => export::json(subject, out),
        }))?;
        Ok(Exit::Well)
    }
}
