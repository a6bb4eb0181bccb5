//! `pothole digest`: a week for a chat channel, a mail or the meeting of all hands.

use super::exit::{Exit, say};
use super::lens::NarrowOptions;
use super::place::Place;
use super::privacy::PrivacyOption;
use super::{output, reading};
use crate::board::{Board, Order};
use crate::export::{self, Digest, Subject, Testimony};
use crate::feedback::verbatims;
use clap::{Args, ValueEnum, ValueHint};
use std::io::Write;
use std::path::PathBuf;

/// Print a week: praise first, then complaints, what moved, what was shipped and who was told
#[derive(Args, Debug)]
pub(super) struct DigestWeek {
    /// The ISO week, such as 2026-W46; the last whole week of the feedback when it is left out
    #[arg(long, value_name = "WEEK")]
    week: Option<String>,

    /// What to write
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Write to this file, whole or not at all, instead of standard output
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,

    #[command(flatten)]
    narrow: NarrowOptions,

    #[command(flatten)]
    privacy: PrivacyOption,
}

/// The formats there are.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For the terminal, 80 columns wide
    #[default]
    Text,
    /// For a wiki or a pull request
    Markdown,
    /// Block Kit JSON, as a webhook takes it
    Slack,
    /// A small page, for a mail
    Html,
}

impl DigestWeek {
    /// Writes the digest.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let privacy = self.privacy.privacy();
        let mut overlay = reading::feedback(place, &workspace);
        privacy.overlay(&mut overlay);
        let lens = self.narrow.lens(&workspace, &overlay)?;
        let board = Board::build(&workspace.journeys, &workspace.charter, &overlay, &lens);
        let week = match export::digest_week(&board, self.week.as_deref()) {
            Ok(week) => week,
            Err(reason) => {
                say(&format!("error: {reason}"));
                return Ok(Exit::Failed);
            }
        };
        let testimony = Testimony::default();
        let subject = Subject {
            journeys: &workspace.journeys,
            charter: &workspace.charter,
            sources: &workspace.sources,
            overlay: &overlay,
            board: &board,
            order: Order::default(),
            testimony: &testimony,
        };
        let digest = Digest::gather(subject, week, |places| {
            let rows = verbatims(&workspace.root, &workspace.sources, &overlay, places);
            privacy.verbatims(rows)
        });
        let print = Box::new(|out: &mut dyn Write| match self.format {
            Format::Text => export::digest_text(&digest, out),
            Format::Markdown => export::digest_markdown(&digest, out),
            Format::Slack => export::digest_slack(&digest, out),
            Format::Html => export::digest_html(&digest, out),
        });
        match &self.output {
            Some(path) => output::to_file(&place.path(path), print)?,
            None => output::to_stdout(print)?,
        }
        reading::warn(&workspace, overlay.books.unread.len());
        Ok(Exit::Well)
    }
}
