//! One worker: takes blocks from the feed, reads their rows by the plan of their source, and keeps its
//! own part of the overlay until all are put together.

use super::clerk::{Clerk, Outcome};
use super::part::Part;
use super::registry::{Numbers, Registry, lock};
use crate::feedback::intake::{Block, Feed, Layout, Row, Span, split};
use crate::feedback::rules::Plans;
use memchr::{memchr, memchr_iter};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::Sender;

/// What all workers share.
#[derive(Debug)]
pub(super) struct Desk<'s> {
    pub(super) plans: &'s Plans,
    pub(super) feed: Mutex<Feed>,
    pub(super) registry: Mutex<Registry>,
    /// Set when the scan is to be broken off.
    pub(super) stop: AtomicBool,
    /// How many times an overlay of what has been read so far was asked for.
    pub(super) wanted: AtomicUsize,
}

/// What a worker tells.
#[derive(Debug)]
pub(super) enum News {
    /// So many bytes more have been read.
    Read(u64),
    /// What it has so far, for the asking of this number.
    SoFar(usize, Box<Part>),
}

/// Reads blocks until there are no more.
pub(super) fn work(desk: &Desk<'_>, part: Part, news: &Sender<News>) -> Part {
    let mut reader = Reader {
        clerk: Clerk::new(desk.plans, Numbers::new(&desk.registry), part),
        cells: Vec::new(),
        line: (0, 0),
    };
    let mut buffer = Vec::new();
    let mut told = 0;
    while !desk.stop.load(Ordering::Relaxed) {
        let next = lock(&desk.feed).next(&mut buffer);
        let Some(block) = next else {
            break;
        };
        reader.block(&block, &buffer[..block.len]);
        // Nobody listens any more when the scan has been broken off.
        let _ = news.send(News::Read(block.bytes));
        let wanted = desk.wanted.load(Ordering::Relaxed);
        if wanted > told {
            told = wanted;
            let part = Box::new(reader.clerk.part.clone());
            let _ = news.send(News::SoFar(wanted, part));
        }
    }
    reader.clerk.part
}

/// Reads the rows of blocks.
struct Reader<'s> {
    clerk: Clerk<'s>,
    cells: Vec<Span>,
    /// A place in the block and its line: where counting lines goes on from.
    line: (usize, u64),
}

impl Reader<'_> {
    fn block(&mut self, block: &Block, data: &[u8]) {
        self.line = (0, block.line);
        let Some(layout) = &block.layout else {
            return;
        };
        let text = match memchr(0, data) {
            None => std::str::from_utf8(data).ok(),
            Some(_) => None,
        };
        let mut at = 0;
        for damage in &block.damage {
            at = self.records(block, layout, (data, text), at, damage.quote);
            self.unclosed(block, data, at, damage.quote);
            at = damage.resume;
        }
        self.records(block, layout, (data, text), at, data.len());
    }

    /// Reads the records that lie between two places, and returns where the last one begins that does
    /// not end before `to`, or `to` itself.
    fn records(
        &mut self,
        block: &Block,
        layout: &Layout,
        (data, text): (&[u8], Option<&str>),
        mut at: usize,
        to: usize,
    ) -> usize {
        let whole = to == data.len();
        let mut cells = std::mem::take(&mut self.cells);
        while let Some(record) = split(&data[..to], at, layout.delimiter, &mut cells) {
            if !record.ended && !whole {
                at = record.start;
                break;
            }
            at = record.next;
            let outcome = match text {
                _ if cells.len() != layout.width => Outcome::Rejected(format!(
                    "{} cells, but the header names {} columns",
                    cells.len(),
                    layout.width
                )),
                Some(text) => {
                    let row = Row {
                        text,
                        cells: &cells,
                        columns: &layout.columns,
                    };
                    self.clerk.row(block, record.start, &row)
                }
                None => self.doubtful(block, layout, data, record.start, record.next),
            };
            self.enter(block, data, record.start, outcome);
        }
        self.cells = cells;
        at
    }

    /// Reads one record of a block that has a NUL byte or is not UTF-8 somewhere.
    fn doubtful(
        &mut self,
        block: &Block,
        layout: &Layout,
        data: &[u8],
        start: usize,
        next: usize,
    ) -> Outcome {
        let data = &data[start..next];
        if memchr(0, data).is_some() {
            return Outcome::Rejected("a NUL byte in the row".to_owned());
        }
        let text = match std::str::from_utf8(data) {
            Ok(text) => text,
            Err(error) => {
                let place = error.valid_up_to() + 1;
                return Outcome::Rejected(format!(
                    "not UTF-8 from byte {place} of the row on; save the file as UTF-8"
                ));
            }
        };
        let mut cells = Vec::new();
        split(data, 0, layout.delimiter, &mut cells);
        let row = Row {
            text,
            cells: &cells,
            columns: &layout.columns,
        };
        self.clerk.row(block, start, &row)
    }

    fn unclosed(&mut self, block: &Block, data: &[u8], start: usize, quote: usize) {
        let line = self.line_of(block, data, start);
        let opened = self.line_of(block, data, quote);
        let reason = format!(
            "the quote that opens a cell on line {opened} is not closed; reading went on with the next line"
        );
        self.clerk
            .part
            .reject(block.source, block.file, line, reason);
    }

    fn enter(&mut self, block: &Block, data: &[u8], start: usize, outcome: Outcome) {
        let books = &mut self.clerk.part.books[block.source];
        match outcome {
            Outcome::Mapped { undated } => {
                books.read += 1;
                books.mapped += 1;
                books.undated += u64::from(undated);
                if !self.clerk.places.is_empty() {
                    let line = self.line_of(block, data, start);
                    self.clerk.shelve(line);
                }
            }
            Outcome::Unmapped => {
                books.read += 1;
                books.unmapped += 1;
                if self.clerk.wants_line() {
                    let line = self.line_of(block, data, start);
                    self.clerk.shelve_unmapped(line);
                }
            }
            Outcome::Rejected(reason) => {
                let line = self.line_of(block, data, start);
                self.clerk
                    .part
                    .reject(block.source, block.file, line, reason);
            }
        }
    }

    /// The line a place of the block stands on; places must come in order.
    fn line_of(&mut self, block: &Block, data: &[u8], place: usize) -> u64 {
        let (from, line) = self.line;
        let passed = memchr_iter(block.newline, &data[from.min(place)..place]).count();
        self.line = (place, line + passed as u64);
        self.line.1
    }
}
