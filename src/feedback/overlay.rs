//! What a scan of the feedback yields: the tally, the books, and where each verbatim lies.

use super::{Books, Customers, Exposure, Tally};

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
    /// Rows with text that no rule caught, newest first, at most [`Overlay::MOST_UNMAPPED`]. They are
    /// at no touchpoint: theirs is 0 and means nothing.
    pub unmapped: Vec<Place>,
    /// How many customers passed each touchpoint, where something counts them.
    pub exposure: Exposure,
    /// Who was a customer and who was lost, where a file says so.
    pub customers: Option<Customers>,
}

impl Overlay {
    /// How many places of one touchpoint are kept.
    pub const MOST_PLACES: usize = 2_000;

    /// How many places of unmapped rows are kept.
    pub const MOST_UNMAPPED: usize = 20_000;

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
