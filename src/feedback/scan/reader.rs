//! Reads the rows of a block, delimited or JSON lines, and enters what became of each.

use crate::feedback::intake::{Block, JsonRow, Layout, Record, Row, Span, Splitter, split};
use memchr::{memchr, memchr_iter};

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It belongs to at least one touchpoint, or is what the file is for.
    Mapped {
        /// Whether it has no date.
        undated: bool,
    },
    /// No rule caught it.
    Unmapped,
    /// It could not be read as declared.
    Rejected(String),
    /// Another row of its id counts.
    Duplicate(String),
}

/// Where a row stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'b> {
    pub(super) block: &'b Block,
    /// The byte of the block the row begins at.
    pub(super) start: usize,
    /// The line of the file it begins on.
    pub(super) line: u64,
}

impl Spot<'_> {
    /// The byte of the file the row begins at.
    pub(super) fn offset(&self) -> u64 {
        self.block.offset + self.start as u64
    }
}

/// Takes the rows that a reader finds.
pub(super) trait Taker {
    /// Reads a row of delimited text.
    fn row(&mut self, here: Spot<'_>, row: &Row<'_>) -> Outcome;

    /// Reads one object of JSON; `json` is room to work in.
    fn object(&mut self, here: Spot<'_>, object: &str, json: &mut JsonRow) -> Outcome;

    /// Enters what became of the row just read.
    fn enter(&mut self, here: Spot<'_>, outcome: Outcome);
}

/// Reads the rows of blocks.
pub(super) struct Reader<T> {
    pub(super) taker: T,
    cells: Vec<Span>,
    /// A place in the block and its line: where counting lines goes on from.
    line: (usize, u64),
    json: JsonRow,
}

impl<T: Taker> Reader<T> {
    /// A reader that hands rows to this taker.
    pub(super) fn new(taker: T) -> Self {
        Self {
            taker,
            cells: Vec::new(),
            line: (0, 0),
            json: JsonRow::default(),
        }
    }

    /// Reads every row of a block.
    pub(super) fn block(&mut self, block: &Block, data: &[u8]) {
        self.line = (0, block.line);
        if block.is_cut {
            return self.cut(block, data);
        }
        let Some(layout) = &block.layout else {
            return self.lines(block, data);
        };
        let text = if block.has_nul {
            None
        } else {
            simdutf8::basic::from_utf8(data).ok()
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
        self.line_of(block, data, at);
        let mut cells = std::mem::take(&mut self.cells);
        let mut splitter = Splitter::new(&data[..to], at, layout.delimiter);
        while let Some(record) = splitter.next(&mut cells) {
            if !record.ended && !whole {
                at = record.start;
                break;
            }
            let line = self.pass(block, data, at, &record);
            let here = Spot {
                block,
                start: record.start,
                line,
            };
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
                    self.taker.row(here, &row)
                }
                None => self.doubtful(here, layout, &data[record.start..record.next]),
            };
            self.taker.enter(here, outcome);
        }
        self.cells = cells;
        at
    }

    /// Reads one record of a block that has a NUL byte or is not UTF-8 somewhere.
    fn doubtful(&mut self, here: Spot<'_>, layout: &Layout, data: &[u8]) -> Outcome {
        if memchr(0, data).is_some() {
            return Outcome::Rejected("a NUL byte in the row".to_owned());
        }
        let text = match simdutf8::compat::from_utf8(data) {
            Ok(text) => text,
            Err(error) => return not_text(here.block, error.valid_up_to()),
        };
        let mut cells = Vec::new();
        split(data, 0, layout.delimiter, &mut cells);
        let row = Row {
            text,
            cells: &cells,
            columns: &layout.columns,
        };
        self.taker.row(here, &row)
    }

    /// Enters the row that the end of a damaged file cut off.
    fn cut(&mut self, block: &Block, data: &[u8]) {
        let blank = |byte: &u8| byte.is_ascii_whitespace();
        if let Some(start) = data.iter().position(|byte| !blank(byte)) {
            let reason = "the file ends before this row does".to_owned();
            let here = self.here(block, data, start);
            self.taker.enter(here, Outcome::Rejected(reason));
        }
    }

    /// Reads JSON lines, or the items of a JSON list.
    fn lines(&mut self, block: &Block, data: &[u8]) {
        let mut start = 0;
        for end in memchr_iter(block.record_end, data).chain([data.len()]) {
            let too_long = block.damage.iter().any(|damage| damage.quote == start);
            let line = data[start..end].trim_ascii_start();
            let blank = line.is_empty();
            start = end - line.len();
            if too_long {
                let reason = format!("longer than {} MiB", line.len() >> 20);
                let here = self.here(block, data, start);
                self.taker.enter(here, Outcome::Rejected(reason));
            } else if !blank {
                let here = self.here(block, data, start);
                let outcome = self.object(here, line);
                self.taker.enter(here, outcome);
            }
            start = end + 1;
        }
    }

    fn object(&mut self, here: Spot<'_>, object: &[u8]) -> Outcome {
        let text = match simdutf8::compat::from_utf8(object) {
            Ok(text) => text,
            Err(error) => return not_text(here.block, error.valid_up_to()),
        };
        let mut json = std::mem::take(&mut self.json);
        let outcome = self.taker.object(here, text, &mut json);
        self.json = json;
        outcome
    }

    fn unclosed(&mut self, block: &Block, data: &[u8], start: usize, quote: usize) {
        let here = self.here(block, data, start);
        let opened = self.line_of(block, data, quote);
        let reason = format!(
            "the quote that opens a cell on line {opened} is not closed; reading went on with the next line"
        );
        self.taker.enter(here, Outcome::Rejected(reason));
    }

    fn here<'b>(&mut self, block: &'b Block, data: &[u8], start: usize) -> Spot<'b> {
        let line = self.line_of(block, data, start);
        Spot { block, start, line }
    }

    /// The line a record begins on, `at` being where the one before it ended; counts past its end. A
    /// record without quoted cells has one line break, its last byte: most need no counting.
    #[inline(always)]
    fn pass(&mut self, block: &Block, data: &[u8], at: usize, record: &Record) -> u64 {
        let mut line = self.line.1;
        if record.start != at {
            line = self.line_of(block, data, record.start);
        }
        let passed = if record.quoted || block.newline != b'\n' {
            memchr_iter(block.newline, &data[record.start..record.next]).count() as u64
        } else {
            u64::from(data[record.next - 1] == b'\n')
        };
        self.line = (record.next, line + passed);
        line
    }

    /// The line a place of the block stands on; places must come in order.
    fn line_of(&mut self, block: &Block, data: &[u8], place: usize) -> u64 {
        let (from, line) = self.line;
        let passed = memchr_iter(block.newline, &data[from.min(place)..place]).count();
        self.line = (place, line + passed as u64);
        self.line.1
    }
}

fn not_text(block: &Block, valid: usize) -> Outcome {
    let (place, encoding) = (valid + 1, block.encoding);
    let help = match encoding {
        "UTF-8" => "declare the `encoding` it has, such as `windows-1252`, or save it as UTF-8",
        _ => "save the file as UTF-8",
    };
    Outcome::Rejected(format!(
        "not {encoding} from byte {place} of the row on; {help}"
    ))
}
