//! The part of the overlay that one worker makes.

use super::counter::Counter;
use super::shelf::Shelf;
use super::weights::Weights;
use crate::feedback::coverage::Census;
use crate::feedback::intake::Span;
use crate::feedback::{Books, SourceBooks};
use std::collections::BTreeMap;

/// A row that was rejected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Refusal {
    /// Whether it was dropped for another row of its id. Such rows sort last: there may be many, and
    /// they must not push those out that could not be read.
    pub(super) duplicate: bool,
    pub(super) file: u32,
    pub(super) line: u64,
    pub(super) reason: String,
}

/// One worker's counts, books and places.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// One a source.
    pub(super) books: Vec<SourceBooks>,
    /// By source; each worker meets rows in order, so the first are kept.
    pub(super) refused: Vec<Vec<Refusal>>,
    pub(super) counter: Counter,
    pub(super) shelf: Shelf,
    /// Where unmapped rows lie.
    pub(super) unmapped: Shelf,
    /// What every rule does, when that is what the rows are read for.
    pub(super) census: Option<Census>,
    pub(super) weights: Weights,
    /// Of each file of JSON lines: which of the columns in use any row had.
    pub(super) keys: BTreeMap<u32, Vec<bool>>,
}

impl Part {
    /// An empty part.
    pub(super) fn new(sources: usize, touchpoints: usize, bytes: u64) -> Self {
        Self {
            books: vec![SourceBooks::default(); sources],
            refused: vec![Vec::new(); sources],
            counter: Counter::new(touchpoints, bytes),
            shelf: Shelf::new(touchpoints),
            unmapped: Shelf::of_unmapped(),
            census: None,
            weights: Weights::default(),
            keys: BTreeMap::new(),
        }
    }

    /// Enters a rejected row.
    pub(super) fn reject(&mut self, source: usize, file: u32, line: u64, reason: String) {
        self.refuse(source, false, file, line, reason);
    }

    /// Enters a row that was dropped for another one of its id.
    pub(super) fn drop_duplicate(&mut self, source: usize, file: u32, line: u64, reason: String) {
        self.books[source].duplicates += 1;
        self.refuse(source, true, file, line, reason);
    }

    fn refuse(&mut self, source: usize, duplicate: bool, file: u32, line: u64, reason: String) {
        self.books[source].read += 1;
        self.books[source].rejected += 1;
        let refused = &mut self.refused[source];
        // Twice as many while the list grows, so that duplicates leave room for others.
        if refused.len() >= 2 * Books::MOST_REJECTED {
            refused.sort();
            refused.truncate(Books::MOST_REJECTED);
        }
        refused.push(Refusal {
            duplicate,
            file,
            line,
            reason,
        });
    }

    /// Notes which columns a row of JSON lines had.
    pub(super) fn saw_keys(&mut self, file: u32, cells: &[Span]) {
        let keys = self.keys.entry(file).or_default();
        keys.resize(cells.len(), false);
        for (seen, cell) in keys.iter_mut().zip(cells) {
            *seen |= *cell != Span::default();
        }
    }

    /// Whether nothing has been entered.
    pub(super) fn is_empty(&self) -> bool {
        let read = self.books.iter().any(|books| books.read > 0);
        !read && self.keys.is_empty()
    }

    /// Adds another part, whose facets go by other numbers.
    pub(super) fn merge(&mut self, other: Self, facet: impl Fn(u32) -> u32) {
        self.counter.merge(&other.counter, &facet);
        self.weights.merge(&other.weights, &facet);
        self.merge_uncounted(other);
    }

    /// Adds the part of another worker at the same desk: its facets go by the same numbers.
    pub(super) fn join(&mut self, other: Self) {
        self.counter.join(&other.counter);
        self.weights.merge(&other.weights, |facet| facet);
        self.merge_uncounted(other);
    }

    /// Adds all of another part but its counts.
    fn merge_uncounted(&mut self, other: Self) {
        for (books, others) in self.books.iter_mut().zip(&other.books) {
            books.add(others);
        }
        for (refused, mut others) in self.refused.iter_mut().zip(other.refused) {
            refused.append(&mut others);
            refused.sort();
            refused.truncate(Books::MOST_REJECTED);
        }
        for (file, others) in other.keys {
            let keys = self.keys.entry(file).or_default();
            keys.resize(others.len(), false);
            for (seen, other) in keys.iter_mut().zip(others) {
                *seen |= other;
            }
        }
        self.shelf.merge(other.shelf);
        self.unmapped.merge(other.unmapped);
        if let (Some(ours), Some(theirs)) = (&mut self.census, other.census) {
            ours.merge(theirs);
        }
    }
}
