//! Reads declared files row by row on one thread, and keeps their books: what visits, customers and
//! respondents have in common.

use super::ids::Dropped;
use super::reader::{Outcome, Reader, Spot, Taker};
use crate::feedback::intake::{
    Column, Feed, FeedFile, JsonRow, Keys, Need, Reach, Row, Slot, Span, Writing, matching,
};
use crate::feedback::{Books, Rejected, SourceBooks, TableFiles, plain};
use std::path::Path;
use std::sync::Arc;

/// Files and the columns of them that are read.
#[derive(Debug)]
pub(super) struct Table<'s> {
    /// What they are called in the books.
    pub(super) name: &'s str,
    /// Their paths.
    pub(super) files: &'s [String],
    /// How they are written.
    writing: Writing,
    /// Other names of columns.
    aliases: &'s [(String, Vec<String>)],
    columns: Vec<Column>,
    dropped: Dropped,
}

/// What became of the rows of a table.
#[derive(Debug, Default)]
pub(super) struct TableBooks {
    /// The rows.
    pub(super) rows: SourceBooks,
    /// Those that were rejected.
    pub(super) rejected: Vec<Rejected>,
    /// Files that were not read.
    pub(super) unread: Vec<Rejected>,
    /// Whether reading failed in a way that another try may not.
    pub(super) broken: bool,
}

impl<'s> Table<'s> {
    /// A table without columns yet.
    pub(super) fn new(name: &'s str, files: &'s [String], writing: Writing) -> Self {
        Self {
            name,
            files,
            writing,
            aliases: &[],
            columns: Vec::new(),
            dropped: Dropped::default(),
        }
    }

    /// A table of visits or customers, without columns yet.
    pub(super) fn of(name: &'s str, files: &'s TableFiles) -> Self {
        Self {
            aliases: &files.aliases,
            ..Self::new(name, &files.paths, Writing::of_table(files))
        }
    }

    /// A table with the columns of a plan, whose slots stay what they are.
    pub(super) fn with_columns(mut self, columns: &[Column]) -> Self {
        self.columns = columns.to_vec();
        self
    }

    /// A table without the rows that are dropped for others of their id.
    pub(super) fn without(mut self, dropped: Dropped) -> Self {
        self.dropped = dropped;
        self
    }

    /// Its files, in the order in which they are read.
    pub(super) fn feed_files(&self, root: &Path, source: usize) -> Vec<FeedFile> {
        let columns = Arc::new(self.columns.clone());
        let names = matching(root, self.files).into_iter().enumerate();
        let files = names.map(|(file, name)| FeedFile {
            file: file as u32,
            source,
            name,
            writing: self.writing.clone(),
            columns: Arc::clone(&columns),
            resume: None,
        });
        files.collect()
    }

    /// The slot of a column that every file must have.
    pub(super) fn slot(&mut self, name: &str) -> Slot {
        let column = Column::new(name, Need::Declared, self.aliases);
        self.columns.push(column);
        self.columns.len() - 1
    }

    /// The name of a column.
    pub(super) fn column(&self, slot: Slot) -> &str {
        self.columns.get(slot).map_or("", |column| &column.name)
    }

    /// Why a cell was rejected.
    pub(super) fn refusal(&self, slot: Slot, cell: &str, why: &str) -> Outcome {
        let (column, cell) = (self.column(slot), plain::line(cell));
        Outcome::Rejected(format!("`{column}` is `{cell}`, {why}"))
    }

    /// Reads every row of every file.
    pub(super) fn read(&self, root: &Path, row: impl FnMut(&Row<'_>) -> Outcome) -> TableBooks {
        let files = self.feed_files(root, 0);
        let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
        let mut ledger = Ledger {
            keys: Keys::new(&self.columns, None),
            key_columns: (0..self.columns.len() as u32).collect(),
            seen: vec![vec![false; self.columns.len()]; names.len()],
            row,
            name: self.name,
            dropped: &self.dropped,
            files: &names,
            books: TableBooks::default(),
        };
        if names.is_empty() {
            ledger.unread(
                self.files.join(", "),
                "no file of this name; paths are relative to the workspace's folder".to_owned(),
            );
        }
        let mut feed = Feed::new(root.to_owned(), files, Reach::default());
        let mut reader = Reader::new(ledger);
        let mut buffer = Vec::new();
        while let Some(block) = feed.next(&mut buffer) {
            reader.block(&block, &buffer[..block.len]);
        }
        let mut ledger = reader.taker;
        ledger.books.broken = feed.broken;
        for (_, unread) in feed.unread {
            let source = self.name.to_owned();
            ledger.books.unread.push(Rejected { source, ..unread });
        }
        if self.writing.is_json() {
            ledger.say_unseen(&self.columns);
        }
        ledger.books
    }
}

/// Enters what became of each row.
struct Ledger<'s, F> {
    keys: Keys,
    key_columns: Vec<u32>,
    /// Of each file of JSON: which columns any row had.
    seen: Vec<Vec<bool>>,
    row: F,
    name: &'s str,
    dropped: &'s Dropped,
    files: &'s [String],
    books: TableBooks,
}

impl<F> Ledger<'_, F> {
    fn unread(&mut self, file: String, reason: String) {
        self.books.unread.push(Rejected {
            source: self.name.to_owned(),
            file,
            line: 0,
            reason,
        });
    }

    /// Says which columns no row of a file had.
    fn say_unseen(&mut self, columns: &[Column]) {
        let files = self.files.iter().zip(std::mem::take(&mut self.seen));
        for (file, seen) in files.collect::<Vec<_>>() {
            if !seen.contains(&true) {
                continue;
            }
            for (column, _) in columns.iter().zip(seen).filter(|(_, seen)| !seen) {
                let reason = format!(
                    "no row has `{}`; the rows were read without it",
                    column.name
                );
                self.unread(file.clone(), reason);
            }
        }
    }
}

impl<F: FnMut(&Row<'_>) -> Outcome> Taker for Ledger<'_, F> {
    fn row(&mut self, here: Spot<'_>, row: &Row<'_>) -> Outcome {
        if self.dropped.has(here) {
            return Outcome::Duplicate(String::new());
        }
        (self.row)(row)
    }

    fn object(&mut self, here: Spot<'_>, object: &str, json: &mut JsonRow) -> Outcome {
        if let Err(reason) = self.keys.read(object, json) {
            return Outcome::Rejected(reason);
        }
        if let Some(seen) = self.seen.get_mut(here.block.file as usize) {
            for (seen, cell) in seen.iter_mut().zip(&json.cells) {
                *seen |= *cell != Span::default();
            }
        }
        if self.dropped.has(here) {
            return Outcome::Duplicate(String::new());
        }
        (self.row)(&Row {
            text: &json.text,
            cells: &json.cells,
            columns: &self.key_columns,
        })
    }

    fn enter(&mut self, here: Spot<'_>, outcome: Outcome) {
        let rows = &mut self.books.rows;
        rows.read += 1;
        match outcome {
            Outcome::Mapped { undated } => {
                rows.mapped += 1;
                rows.undated += u64::from(undated);
            }
            Outcome::Unmapped => rows.unmapped += 1,
            Outcome::Rejected(reason) | Outcome::Duplicate(reason) => {
                rows.rejected += 1;
                if self.books.rejected.len() < Books::MOST_REJECTED {
                    let file = self.files.get(here.block.file as usize);
                    self.books.rejected.push(Rejected {
                        source: self.name.to_owned(),
                        file: file.cloned().unwrap_or_default(),
                        line: here.line,
                        reason,
                    });
                }
            }
        }
    }
}
