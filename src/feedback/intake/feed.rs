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

/// How much is read and kept at once, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach {
    /// How many bytes are read at once. They stay within a core's own cache.
    pub(crate) block: usize,
    /// How long one record may be; beyond it a quote is taken to be unclosed.
    pub(crate) most_record: usize,
}

impl Default for Reach {
    fn default() -> Self {
        Self {
            block: 512 * 1024,
            most_record: 16 * 1024 * 1024,
        }
    }
}

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
    reach: Reach,
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
    pub(crate) fn new(root: PathBuf, files: Vec<FeedFile>, reach: Reach) -> Self {
        Self {
            reach,
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
            match open.next(buffer, self.reach) {
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
        match OpenFile::open(&self.root, &next, self.reach) {
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
pub(crate) fn beginning(file: &mut File, reach: Reach) -> std::io::Result<Vec<u8>> {
    let mut tail = Vec::new();
    file.take(reach.block as u64).read_to_end(&mut tail)?;
    Ok(tail)
}

impl OpenFile {
    /// Opens a file and reads its header; also how long the header is.
    fn open(root: &std::path::Path, next: &FeedFile, reach: Reach) -> Result<(Self, u64), String> {
        let mut file = File::open(path_of(root, &next.name))
            .map_err(|error| format!("it cannot be opened: {error}"))?;
        let mut tail =
            beginning(&mut file, reach).map_err(|error| format!("it cannot be read: {error}"))?;
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

    fn next(&mut self, buffer: &mut Vec<u8>, reach: Reach) -> std::io::Result<Option<Block>> {
        let mut filled = self.tail.len();
        if buffer.len() < filled + reach.block {
            buffer.resize(filled + reach.block, 0);
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
            if let Some(end) = self.boundary(&buffer[..filled], reach, &mut damage) {
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
    fn boundary(&mut self, data: &[u8], reach: Reach, damage: &mut Vec<Damage>) -> Option<usize> {
        let found = match &self.layout {
            Some(layout) => last_boundary(data, layout.delimiter, self.at_end, damage),
            None if self.at_end => Some(data.len()),
            None => memrchr(self.newline, data).map(|found| found + 1),
        };
        if found.is_some() || data.len() < reach.most_record {
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

#[cfg(test)]
mod tests {
    use super::super::cells::split;
    use super::*;
    use proptest::prelude::*;

    /// The records of a file as blocks of some size hand them out, and how many rows were damaged.
    fn records(content: &[u8], reach: Reach) -> (Vec<(u64, Vec<u8>)>, usize) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("f.csv"), content).unwrap();
        let file = FeedFile {
            file: 0,
            source: 0,
            name: "f.csv".to_owned(),
            format: Format::Delimited(Some(b',')),
            columns: Arc::default(),
        };
        let mut feed = Feed::new(folder.path().to_owned(), vec![file], reach);
        let (mut found, mut damaged) = (Vec::new(), 0);
        let (mut buffer, mut cells, mut at) = (Vec::new(), Vec::new(), None);
        while let Some(block) = feed.next(&mut buffer) {
            assert!(
                at.is_none_or(|at| at <= block.offset),
                "blocks come in order"
            );
            at = Some(block.offset + block.len as u64);
            let passed = &content[..block.offset as usize];
            assert_eq!(
                block.line,
                1 + memchr_iter(block.newline, passed).count() as u64
            );
            let data = &buffer[..block.len];
            assert_eq!(data, &content[block.offset as usize..][..block.len]);
            let mut from = 0;
            let ends = block
                .damage
                .iter()
                .map(|damage| (damage.quote, damage.resume));
            for (to, resume) in ends.chain([(data.len(), data.len())]) {
                while let Some(record) = split(&data[..to], from, b',', &mut cells) {
                    if !record.ended && to < data.len() {
                        break;
                    }
                    let offset = block.offset + record.start as u64;
                    // A block may end between the two bytes of a line break.
                    let row = data[record.start..record.next].trim_ascii_end();
                    found.push((offset, row.to_vec()));
                    from = record.next;
                }
                from = resume;
            }
            damaged += block.damage.len();
        }
        (found, damaged)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn the_size_of_the_blocks_changes_no_record(
            content in "[ab\",\n\r]{1,120}",
            block in 1..40_usize,
        ) {
            let content = format!("h\n{content}");
            let most_record = 1 << 20;
            let whole = records(content.as_bytes(), Reach { block: 1 << 16, most_record });
            let small = records(content.as_bytes(), Reach { block: block.max(4), most_record });
            prop_assert_eq!(small, whole);
        }

        #[test]
        fn records_without_an_end_neither_stop_the_reading_nor_take_it_backwards(
            content in "[ab\",\n\r]{1,200}",
            block in 4..20_usize,
        ) {
            let content = format!("h\n{content}");
            records(content.as_bytes(), Reach { block, most_record: 16 });
        }
    }
}
