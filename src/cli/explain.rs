//! `pothole explain`: the rows, rules and arithmetic behind every number of a touchpoint.

use super::assign::refuse;
use super::exit::Exit;
use super::lens::LensOptions;
use super::place::Place;
use super::privacy::PrivacyOption;
use super::testimony::testimony;
use super::{named, output, reading};
use crate::board::{Board, Lens, Order};
use crate::export::{self, Behind, Explained, Subject};
use crate::feedback::{Scope, verbatims};
use clap::Args;

/// How many rows are shown.
const ROWS_SHOWN: usize = 5;

/// Print the rows, the rules and the arithmetic behind every number of a touchpoint
#[derive(Args, Debug)]
pub(super) struct Explain {
    /// The touchpoint, as journey/touchpoint, or its id where one touchpoint only has it
    touchpoint: String,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    privacy: PrivacyOption,
}

impl Explain {
    /// Reads the feedback twice, for the counts and for what each rule did, and prints both.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let touchpoint = match named::touchpoint(&workspace.journeys, &self.touchpoint) {
            Ok(touchpoint) => touchpoint,
            Err(reason) => return Ok(refuse(&reason)),
        };
        let privacy = self.privacy.privacy();
        let mut overlay = reading::feedback(place, &workspace);
        privacy.overlay(&mut overlay);
        let lens = self.lens.lens(&workspace, &overlay)?;
        let board =
            |lens: &Lens| Board::build(&workspace.journeys, &workspace.charter, &overlay, lens);
        let (seen, whole) = (board(&lens), board(&Lens::default()));
        let mut coverage = reading::coverage(&workspace, &scope(&lens));
        privacy.coverage(&mut coverage);
        let places = lens.newest(&overlay, touchpoint, ROWS_SHOWN);
        let newest = verbatims(&workspace.root, &workspace.sources, &overlay, &places);
        let newest = privacy.verbatims(newest);
        let behind = Behind::One(touchpoint);
        let said = testimony(&workspace, &overlay, &seen, behind, privacy);
        let explained = Explained {
            subject: Subject {
                journeys: &workspace.journeys,
                charter: &workspace.charter,
                sources: &workspace.sources,
                overlay: &overlay,
                board: &seen,
                order: Order::default(),
                testimony: &said,
            },
            touchpoint,
            whole: &whole,
            rules: &workspace.rules,
            coverage: &coverage,
            newest: &newest,
        };
        output::to_stdout(Box::new(|out| export::explain(explained, out)))?;
        reading::warn(&workspace, overlay.books.unread.len());
        Ok(Exit::Well)
    }
}

fn scope(lens: &Lens) -> Scope {
    Scope {
        since: lens.since,
        until: lens.until,
        sources: lens.sources.clone(),
        segments: lens.segments.clone(),
    }
}
