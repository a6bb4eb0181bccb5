//! `pothole agenda`: the first thirty minutes of the next meeting.

use super::exit::Exit;
use super::lens::LensOptions;
use super::place::Place;
use super::privacy::PrivacyOption;
use super::today::Today;
use super::{output, reading};
use crate::board::{self, Board, Listened};
use crate::export::{self, Ears, Minutes, Paper};
use crate::feedback::verbatims;
use clap::{Args, ValueEnum};

/// Print the first thirty minutes of the next meeting: whom to invite, and what to speak of
#[derive(Args, Debug)]
pub(super) struct Agenda {
    /// What to write: a page to read, or a page to send
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    today: Today,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    privacy: PrivacyOption,
}

/// The formats there are.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A page for the terminal
    #[default]
    Text,
    /// The same for a wiki, a chat or a mail
    Markdown,
}

impl Agenda {
    /// Prints the agenda.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let overlay = reading::feedback(place, &workspace);
        let lens = self.lens.lens(&workspace, &overlay)?;
        let (journeys, charter) = (&workspace.journeys, &workspace.charter);
        let board = Board::build(journeys, charter, &overlay, &lens);
        let today = self.today.day();
        let privacy = self.privacy.privacy();
        let mut listened = Listened::of(charter, &workspace.sources, &overlay.tally, today);
        privacy.contacts(&mut listened.contacts);
        let agenda = board::Agenda::of(&board, journeys, &overlay, &listened, |places| {
            let rows = verbatims(&workspace.root, &workspace.sources, &overlay, places);
            privacy.verbatims(rows)
        });
        let minutes = Minutes {
            ears: Ears {
                journeys,
                charter,
                listened: &listened,
            },
            sources: &workspace.sources,
            board: &board,
            agenda: &agenda,
        };
        let paper = match self.format {
            Format::Text => Paper::Text,
            Format::Markdown => Paper::Markdown,
        };
        output::to_stdout(Box::new(|out| export::agenda(minutes, paper, out)))?;
        reading::warn(&workspace, overlay.books.unread.len());
        Ok(Exit::Well)
    }
}
