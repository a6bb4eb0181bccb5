//! What a scan of the feedback yields: the tally, the books, and where each verbatim lies.

use super::{Books, Day, Polarity, Rule, Score, Source, Tally};
use crate::journey::Journeys;
use std::ops::ControlFlow;
use std::path::Path;

/// Where one row lies and what it needs to be found by; its text stays in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The touchpoint, in the workspace's order.
    pub touchpoint: u32,
    /// Days since 1970-01-01, or [`super::UNDATED`].
    pub day: i32,
    /// The source, as a place in [`Tally::sources`].
    pub source: u16,
    /// The segment, as a place in [`Tally::segments`].
    pub segment: u16,
    /// The reading, as a place in [`Tally::readings`].
    pub reading: u16,
    /// The file, as a place in [`Overlay::files`].
    pub file: u32,
    /// The byte the row begins at.
    pub offset: u64,
    /// The line the row begins on, counted from 1.
    pub line: u64,
}

/// A customer's own words, with what is known about them.
#[derive(Clone, Debug, PartialEq)]
pub struct Verbatim {
    /// The row's text, cleaned of everything that could steer a terminal.
    pub text: String,
    /// The day the customer spoke.
    pub day: Option<Day>,
    /// The way the row speaks.
    pub polarity: Polarity,
    /// The score, when there is one.
    pub score: Option<Score>,
    /// The id of the source.
    pub source: String,
    /// The segment; empty when the row has none.
    pub segment: String,
    /// The customer, when a column says.
    pub customer: Option<String>,
    /// The row's id, when a column says.
    pub id: Option<String>,
    /// The file, relative to the workspace.
    pub file: String,
    /// The line the row begins on, counted from 1.
    pub line: u64,
}

/// Feedback laid over the journeys.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    /// The counts.
    pub tally: Tally,
    /// What became of every row.
    pub books: Books,
    /// The files read, relative to the workspace, with `/` between folders.
    pub files: Vec<String>,
    /// Rows with text at a touchpoint, by touchpoint, newest first. At most
    /// [`Overlay::MOST_PLACES`] a touchpoint are kept, the newest ones.
    pub places: Vec<Place>,
}

impl Overlay {
    /// How many places of one touchpoint are kept.
    pub const MOST_PLACES: usize = 2_000;

    /// The places of one touchpoint, newest first.
    pub fn places_of(&self, touchpoint: u32) -> &[Place] {
        let from = self
            .places
            .partition_point(|place| place.touchpoint < touchpoint);
        let to = self
            .places
            .partition_point(|place| place.touchpoint <= touchpoint);
        &self.places[from..to]
    }
}

/// How far a scan has come.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// Bytes read so far.
    pub done: u64,
    /// Bytes of all files together.
    pub of: u64,
    /// The overlay of what has been read so far, when it is worth drawing.
    pub so_far: Option<Overlay>,
}

/// Reads all feedback of a workspace and lays it over its touchpoints.
///
/// `watch` hears of the progress and may break the scan off; then what was read so far is returned.
/// Nothing here fails as a whole: what cannot be read stands in the books.
pub fn scan(
    root: &Path,
    journeys: &Journeys,
    sources: &[Source],
    rules: &[Rule],
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Overlay {
    let _ = watch(Progress::default());
    todo!("{root:?} {journeys:?} {sources:?} {rules:?}")
}

/// Reads the verbatims at some places, in their order. A row that has vanished since the scan is left
/// out.
pub fn verbatims(
    root: &Path,
    sources: &[Source],
    overlay: &Overlay,
    places: &[Place],
) -> Vec<Verbatim> {
    todo!("{root:?} {sources:?} {overlay:?} {places:?}")
}
