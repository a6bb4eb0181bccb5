//! What became of the rows, and which files and rows could not be read.

use crate::feedback::{Rejected, Source, SourceBooks};
use crate::journey::BrokenJourney;
use serde::Serialize;

/// The books of all sources together.
#[derive(Serialize)]
pub(in crate::export) struct Rows {
    read: u64,
    mapped: u64,
    unmapped: u64,
    rejected: u64,
    /// Those of the rejected that were dropped for another row of their id.
    duplicates: u64,
    undated: u64,
}

impl Rows {
    pub(in crate::export) fn of(books: &SourceBooks) -> Self {
        Self {
            read: books.read,
            mapped: books.mapped,
            unmapped: books.unmapped,
            rejected: books.rejected,
            duplicates: books.duplicates,
            undated: books.undated,
        }
    }
}

/// One source with its books.
#[derive(Serialize)]
pub(in crate::export) struct SourceRecord<'a> {
    id: &'a str,
    title: &'a str,
    rows: Rows,
}

impl<'a> SourceRecord<'a> {
    pub(in crate::export) fn of(source: &'a Source, books: &SourceBooks) -> Self {
        Self {
            id: &source.id,
            title: &source.title,
            rows: Rows::of(books),
        }
    }
}

/// A row or a file of feedback that could not be read.
#[derive(Serialize)]
pub(in crate::export) struct Refused<'a> {
    source: &'a str,
    file: &'a str,
    line: u64,
    reason: &'a str,
}

impl<'a> Refused<'a> {
    pub(in crate::export) fn of(rejected: &'a Rejected) -> Self {
        Self {
            source: &rejected.source,
            file: &rejected.file,
            line: rejected.line,
            reason: &rejected.reason,
        }
    }
}

/// A journey file that could not be read.
#[derive(Serialize)]
pub(in crate::export) struct Broken<'a> {
    file: &'a str,
    line: usize,
    reason: &'a str,
}

impl<'a> Broken<'a> {
    pub(in crate::export) fn of(broken: &'a BrokenJourney) -> Self {
        Self {
            file: &broken.file,
            line: broken.line,
            reason: &broken.reason,
        }
    }
}
