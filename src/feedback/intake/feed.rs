//! Hands out the files of a workspace block by block, each block whole records, so that any number of
//! workers can read on at once.

use super::boundary::Damage;
use super::header::{Column, Layout};
use super::open_file::OpenFile;
use super::stream::Writing;
use crate::feedback::Rejected;
use std::path::PathBuf;
use std::sync::Arc;

/// How much is read and kept at once, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach {
    /// How many bytes are read at once. They stay within a core's own cache.
    pub(crate) block: usize,
    /// How long one record may be; beyond it a quote is taken to be unclosed.
    pub(crate) most_record: usize,
}

impl Reach {
    /// For so many bytes in all: little is read into little room, so that whoever reads it over and over holds no
    /// more than that.
    pub(crate) fn of(bytes: u64) -> Self {
        let whole = Self::default();
        let enough = usize::try_from(bytes).unwrap_or(whole.block);
        Self {
            block: enough.clamp(LEAST_BLOCK, whole.block),
            ..whole
        }
    }
}

impl Default for Reach {
    fn default() -> Self {
        Self {
            block: 512 * 1024,
            most_record: 16 * 1024 * 1024,
        }
    }
}

/// How many bytes are read at once however few there are: packed files say less than they hold.
const LEAST_BLOCK: usize = 64 * 1024;

/// One file to read.
#[derive(Clone, Debug)]
pub(crate) struct FeedFile {
    /// Its place in the overlay's files.
    pub(crate) file: u32,
    /// Its source.
    pub(crate) source: usize,
    /// Where it lies, relative to the workspace.
    pub(crate) name: String,
    /// How it is written.
    pub(crate) writing: Writing,
    /// The columns in use.
    pub(crate) columns: Arc<Vec<Column>>,
    /// Where reading goes on, when what lies before is known.
    pub(crate) resume: Option<Resume>,
}

/// A place of a file where one record has ended and the next one begins, whatever follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Resume {
    /// The byte.
    pub(crate) offset: u64,
    /// The line.
    pub(crate) line: u64,
}

/// Whole records of one file.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// The file.
    pub(crate) file: u32,
    /// Its source.
    pub(crate) source: usize,
    /// How its records are laid out; `None` for JSON lines.
    pub(crate) layout: Option<Arc<Layout>>,
    /// The byte of the file the block begins at.
    pub(crate) offset: u64,
    /// The line of the file the block begins on.
    pub(crate) line: u64,
    /// What ends a line: a line feed, or a carriage return where the file has no line feeds.
    pub(crate) newline: u8,
    /// What ends a record of JSON: a line's end, or a byte of its own between the items of a list.
    pub(crate) record_end: u8,
    /// What the file is encoded in.
    pub(crate) encoding: &'static str,
    /// Whether the block is a row that the end of a damaged file cut off.
    pub(crate) is_cut: bool,
    /// How much of the buffer belongs to the block.
    pub(crate) len: usize,
    /// Whether a NUL byte stands in it.
    pub(crate) has_nul: bool,
    /// Rows that an unclosed quote damaged.
    pub(crate) damage: Vec<Damage>,
    /// How many bytes this took the reading forward.
    pub(crate) bytes: u64,
}

/// The reading of every file, in order.
#[derive(Debug)]
pub(crate) struct Feed {
    root: PathBuf,
    files: std::vec::IntoIter<FeedFile>,
    open: Option<OpenFile>,
    reach: Reach,
    /// Files that could not be read.
    pub(crate) unread: Vec<(usize, Rejected)>,
    /// Where the last file that was read ended, when it ended with a whole record.
    pub(crate) end: Option<Resume>,
    /// Whether reading failed in a way that another try may not: what is wrong in a file itself is no such way.
    pub(crate) broken: bool,
    skipped: u64,
}

impl Feed {
    /// A feed of these files.
    pub(crate) fn new(root: PathBuf, files: Vec<FeedFile>, reach: Reach) -> Self {
        Self {
            reach,
            root,
            files: files.into_iter(),
            open: None,
            unread: Vec::new(),
            end: None,
            broken: false,
            skipped: 0,
        }
    }

    /// Fills `buffer` with the next block; `None` when all files have been read.
    pub(crate) fn next(&mut self, buffer: &mut Vec<u8>) -> Option<Block> {
        loop {
            if self.open.is_none() {
                let next = self.files.next()?;
                self.open(&next);
                continue;
            }
            let open = self.open.as_mut()?;
            match open.next(buffer, self.reach) {
                Ok(Some(mut block)) => {
                    block.bytes += std::mem::take(&mut self.skipped);
                    return Some(block);
                }
                Ok(None) => {
                    self.end = open.end();
                    let (source, name, line) = (open.source, open.name.clone(), open.line);
                    for what in open.stream.said() {
                        self.refuse(source, name.clone(), line, what);
                    }
                    self.open = None;
                }
                Err(error) => {
                    self.broken = true;
                    let reason = format!("reading stopped: {error}");
                    let (source, name, line) = (open.source, open.name.clone(), open.line);
                    self.refuse(source, name, line, reason);
                    self.open = None;
                }
            }
        }
    }

    fn open(&mut self, next: &FeedFile) {
        match OpenFile::open(&self.root, next, self.reach) {
            Ok((open, header)) => {
                self.skipped += header;
                let notes = open.layout.iter().flat_map(|layout| layout.notes.clone());
                for note in notes.collect::<Vec<_>>() {
                    self.refuse(next.source, next.name.clone(), 1, note);
                }
                self.open = Some(open);
            }
            Err(unopened) => {
                self.broken |= !unopened.lasting;
                for reason in unopened.reasons {
                    self.refuse(next.source, next.name.clone(), 0, reason);
                }
            }
        }
    }

    fn refuse(&mut self, source: usize, file: String, line: u64, reason: String) {
        let refused = Rejected {
            source: String::new(),
            file,
            line,
            reason,
        };
        self.unread.push((source, refused));
    }
}

#[cfg(test)]
mod tests;
