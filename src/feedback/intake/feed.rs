//! Hands out the files of a workspace block by block, each block whole records, so that any number of
//! workers can read on at once.

use super::boundary::{Damage, last_boundary, next_line};
use super::files::path_of;
use super::header::{self, BOM, Column, Layout};
use crate::feedback::{Format, Rejected};
use memchr::{memchr, memchr_iter, memchr2, memrchr};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::PathBuf;
use std::sync::Arc;

/// How many bytes are read at once. It stays within a core's own cache.
const BLOCK: usize = 512 * 1024;

/// How long one record may be; beyond it a quote is taken to be unclosed.
const MOST_RECORD: usize = 16 * 1024 * 1024;

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
    pub(crate) format: Format,
    /// The columns in use.
    pub(crate) columns: Arc<Vec<Column>>,
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
    /// How much of the buffer belongs to the block.
    pub(crate) len: usize,
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
    /// Files that could not be read.
    pub(crate) unread: Vec<(usize, Rejected)>,
    skipped: u64,
}

#[derive(Debug)]
struct OpenFile {
    file: File,
    id: u32,
    source: usize,
    name: String,
    layout: Option<Arc<Layout>>,
    newline: u8,
    tail: Vec<u8>,
    offset: u64,
    line: u64,
    at_end: bool,
    /// Whether the rest of the present line is to be thrown away.
    skipping: bool,
}

impl Feed {
    /// A feed of these files.
    pub(crate) fn new(root: PathBuf, files: Vec<FeedFile>) -> Self {
        Self {
            root,
            files: files.into_iter(),
            open: None,
            unread: Vec::new(),
            skipped: 0,
        }
    }

    /// Fills `buffer` with the next block; `None` when all files have been read.
    pub(crate) fn next(&mut self, buffer: &mut Vec<u8>) -> Option<Block> {
        loop {
            if self.open.is_none() {
                let next = self.files.next()?;
                self.open(next);
                continue;
            }
            let open = self.open.as_mut()?;
            match open.next(buffer) {
                Ok(Some(mut block)) => {
                    block.bytes += std::mem::take(&mut self.skipped);
                    return Some(block);
                }
                Ok(None) => self.open = None,
                Err(error) => {
                    let reason = format!("reading stopped: {error}");
                    let (source, name, line) = (open.source, open.name.clone(), open.line);
                    self.refuse(source, name, line, reason);
                    self.open = None;
                }
            }
        }
    }

    fn open(&mut self, next: FeedFile) {
        match OpenFile::open(&self.root, &next) {
            Ok((open, header)) => {
                self.skipped += header;
                let notes = open.layout.iter().flat_map(|layout| layout.notes.clone());
                for note in notes.collect::<Vec<_>>() {
                    self.refuse(next.source, next.name.clone(), 1, note);
                }
                self.open = Some(open);
            }
            Err(reason) => self.refuse(next.source, next.name, 0, reason),
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

/// Reads a file's first bytes, enough for its header.
pub(crate) fn beginning(file: &mut File) -> std::io::Result<Vec<u8>> {
    let mut tail = Vec::new();
    file.take(BLOCK as u64).read_to_end(&mut tail)?;
    Ok(tail)
}

impl OpenFile {
    /// Opens a file and reads its header; also how long the header is.
    fn open(root: &std::path::Path, next: &FeedFile) -> Result<(Self, u64), String> {
        let mut file = File::open(path_of(root, &next.name))
            .map_err(|error| format!("it cannot be opened: {error}"))?;
        let mut tail =
            beginning(&mut file).map_err(|error| format!("it cannot be read: {error}"))?;
        let newline = match memchr(b'\n', &tail) {
            None if memchr(b'\r', &tail).is_some() => b'\r',
            _ => b'\n',
        };
        let (layout, start) = match next.format {
            Format::Delimited(delimiter) => {
                let (layout, start) = header::read(&tail, delimiter, &next.columns)?;
                (Some(Arc::new(layout)), start)
            }
            Format::JsonLines => (None, if tail.starts_with(BOM) { BOM.len() } else { 0 }),
        };
        let line = 1 + memchr_iter(newline, &tail[..start]).count() as u64;
        tail.drain(..start);
        let open = Self {
            file,
            id: next.file,
            source: next.source,
            name: next.name.clone(),
            layout,
            newline,
            tail,
            offset: start as u64,
            line,
            at_end: false,
            skipping: false,
        };
        Ok((open, start as u64))
    }

    fn next(&mut self, buffer: &mut Vec<u8>) -> std::io::Result<Option<Block>> {
        let mut filled = self.tail.len();
        if buffer.len() < filled + BLOCK {
            buffer.resize(filled + BLOCK, 0);
        }
        buffer[..filled].copy_from_slice(&self.tail);
        self.tail.clear();
        let mut damage = Vec::new();
        loop {
            filled = self.fill(buffer, filled)?;
            if filled == 0 {
                return Ok(None);
            }
            if self.skipping {
                filled = self.skip(buffer, filled);
                continue;
            }
            if let Some(end) = self.boundary(&buffer[..filled], &mut damage) {
                return Ok(Some(self.hand_out(buffer, filled, end, damage)));
            }
            let room = buffer.len() * 2;
            buffer.resize(room, 0);
        }
    }

    fn fill(&mut self, buffer: &mut [u8], mut filled: usize) -> std::io::Result<usize> {
        while !self.at_end && filled < buffer.len() {
            match self.file.read(&mut buffer[filled..]) {
                Ok(0) => self.at_end = true,
                Ok(read) => filled += read,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(filled)
    }

    /// Where the last whole record of the data ends; `None` when more has to be read.
    fn boundary(&mut self, data: &[u8], damage: &mut Vec<Damage>) -> Option<usize> {
        let found = match &self.layout {
            Some(layout) => last_boundary(data, layout.delimiter, self.at_end, damage),
            None if self.at_end => Some(data.len()),
            None => memrchr(self.newline, data).map(|found| found + 1),
        };
        if found.is_some() || data.len() < MOST_RECORD {
            return found;
        }
        // A record without an end: its first line is the damage.
        let resume = next_line(data, 0);
        self.skipping = memchr2(b'\n', b'\r', data).is_none();
        damage.push(Damage { quote: 0, resume });
        Some(resume)
    }

    /// Throws away the rest of a line that is too long; what remains stands at the buffer's beginning.
    fn skip(&mut self, buffer: &mut [u8], filled: usize) -> usize {
        let data = &buffer[..filled];
        self.skipping = memchr2(b'\n', b'\r', data).is_none() && !self.at_end;
        let resume = next_line(data, 0);
        self.offset += resume as u64;
        self.line += memchr_iter(self.newline, &data[..resume]).count() as u64;
        buffer.copy_within(resume..filled, 0);
        filled - resume
    }

    fn hand_out(&mut self, buffer: &[u8], filled: usize, end: usize, damage: Vec<Damage>) -> Block {
        let block = Block {
            file: self.id,
            source: self.source,
            layout: self.layout.clone(),
            offset: self.offset,
            line: self.line,
            newline: self.newline,
            len: end,
            damage,
            bytes: end as u64,
        };
        self.tail.extend_from_slice(&buffer[end..filled]);
        self.offset += end as u64;
        self.line += memchr_iter(self.newline, &buffer[..end]).count() as u64;
        block
    }
}
