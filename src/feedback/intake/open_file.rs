//! One file that is being read: its header, and block after block of whole records.

use super::array::RECORD_END;
use super::boundary::{Damage, last_boundary, next_line};
use super::feed::{Block, FeedFile, Reach, Resume};
use super::files::path_of;
use super::header::{self, BOM, Layout};
use super::lines::Lines;
use super::stream::Stream;
use crate::feedback::Format;
use memchr::{memchr, memchr_iter, memchr2, memrchr, memrchr2};
use std::io::{ErrorKind, Read};
use std::sync::Arc;

/// How much of a file is asked for at first: most headers, and many files, are shorter.
const FIRST_PIECE: usize = 64 * 1024;

/// A file that is being read.
#[derive(Debug)]
pub(super) struct OpenFile {
    pub(super) stream: Stream,
    id: u32,
    pub(super) source: usize,
    pub(super) name: String,
    pub(super) layout: Option<Arc<Layout>>,
    newline: u8,
    record_end: u8,
    tail: Vec<u8>,
    offset: u64,
    pub(super) line: u64,
    at_end: bool,
    /// Whether the last row of a file that ended before its end is all that is left.
    only_cut: bool,
    /// How many bytes of the file had been read when the last block was handed out.
    told: u64,
    /// Whether the rest of the present line is to be thrown away.
    skipping: bool,
    /// Where what has been handed out last ended, when it ended with a whole record.
    end: Option<Resume>,
}

/// Why a file was not read.
#[derive(Debug)]
pub(super) struct Unopened {
    /// For people.
    pub(super) reasons: Vec<String>,
    /// Whether that stays so as long as the file stays as it is.
    pub(super) lasting: bool,
}

impl Unopened {
    fn now(reason: String) -> Self {
        Self {
            reasons: vec![reason],
            lasting: false,
        }
    }
}

/// Reads a text's first bytes, enough for its header.
pub(super) fn beginning(text: &mut dyn Read, reach: Reach) -> std::io::Result<Vec<u8>> {
    let (mut first, mut filled) = (Vec::new(), 0);
    while filled < reach.block {
        if filled == first.len() {
            first.resize((2 * filled).max(FIRST_PIECE).min(reach.block), 0);
        }
        match text.read(&mut first[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    first.truncate(filled);
    Ok(first)
}

/// How the records of a file are laid out, where a header says so, and where the first of them begins.
fn laid_out(
    stream: &Stream,
    data: &[u8],
    next: &FeedFile,
) -> Result<(Option<Arc<Layout>>, usize), Unopened> {
    let Format::Delimited(delimiter) = stream.format else {
        return Ok((None, if data.starts_with(BOM) { BOM.len() } else { 0 }));
    };
    let read = header::read(data, delimiter, &next.columns);
    // Where a damaged file has no header, the damage is the reason.
    let (layout, start) = read.map_err(|reason| Unopened {
        lasting: true,
        reasons: match stream.said() {
            said if said.is_empty() => vec![reason],
            said => said,
        },
    })?;
    Ok((Some(Arc::new(layout)), start))
}

impl OpenFile {
    /// Opens a file and reads its header; also how many bytes of the file were read for it.
    pub(super) fn open(
        root: &std::path::Path,
        next: &FeedFile,
        reach: Reach,
    ) -> Result<(Self, u64), Unopened> {
        let path = path_of(root, &next.name);
        let mut stream = Stream::open(&path, &next.writing).map_err(Unopened::now)?;
        let mut tail = beginning(&mut stream, reach)
            .map_err(|error| Unopened::now(format!("it cannot be read: {error}")))?;
        let newline = match memchr(b'\n', &tail) {
            None if memchr(b'\r', &tail).is_some() => b'\r',
            _ => b'\n',
        };
        let (layout, start) = laid_out(&stream, &tail, next)?;
        let line = 1 + memchr_iter(newline, &tail[..start]).count() as u64;
        tail.drain(..start);
        let record_end = match stream.format {
            Format::Json => RECORD_END,
            _ => newline,
        };
        let mut open = Self {
            stream,
            id: next.file,
            source: next.source,
            name: next.name.clone(),
            layout,
            newline,
            record_end,
            tail,
            offset: start as u64,
            line,
            at_end: false,
            only_cut: false,
            told: 0,
            skipping: false,
            end: None,
        };
        if let Some(resume) = next.resume {
            let found = open.stream.go_on(&path, resume.offset);
            found.map_err(|error| Unopened::now(format!("it cannot be read: {error}")))?;
            open.tail.clear();
            (open.offset, open.line) = (resume.offset, resume.line);
        }
        open.end = Some(open.place());
        let skipped = if open.stream.is_file { open.offset } else { 0 };
        Ok((open, skipped))
    }

    /// Fills `buffer` with the next block; `None` at the end.
    pub(super) fn next(
        &mut self,
        buffer: &mut Vec<u8>,
        reach: Reach,
    ) -> std::io::Result<Option<Block>> {
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
            match self.stream.read(&mut buffer[filled..]) {
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
        if self.at_end && self.stream.is_cut() {
            return Some(self.sound(data, damage));
        }
        let found = match &self.layout {
            Some(layout) => last_boundary(data, layout.delimiter, self.at_end, damage),
            None if self.at_end => Some(data.len()),
            None => memrchr(self.record_end, data).map(|found| found + 1),
        };
        if found.is_some() || data.len() < reach.most_record {
            return found;
        }
        // A record without an end: its first line is the damage.
        let resume = self.resume(data);
        self.skipping = resume.is_none();
        let resume = resume.unwrap_or(data.len());
        damage.push(Damage { quote: 0, resume });
        Some(resume)
    }

    /// How much of the last data of a file that ended before its end is whole: all but its last line.
    fn sound(&mut self, data: &[u8], damage: &mut Vec<Damage>) -> usize {
        damage.clear();
        let whole = match &self.layout {
            Some(_) => memrchr2(b'\n', b'\r', data),
            None => memrchr(self.record_end, data),
        };
        let Some(whole) = whole.map(|found| found + 1) else {
            self.only_cut = true;
            return data.len();
        };
        if let Some(layout) = &self.layout {
            last_boundary(&data[..whole], layout.delimiter, true, damage);
        }
        whole
    }

    /// Where reading goes on behind a record that is too long; `None` when that is not yet read.
    fn resume(&self, data: &[u8]) -> Option<usize> {
        if self.record_end == RECORD_END {
            return memchr(RECORD_END, data).map(|found| found + 1);
        }
        memchr2(b'\n', b'\r', data).map(|_| next_line(data, 0))
    }

    /// Throws away the rest of a record that is too long; what remains stands at the buffer's beginning.
    fn skip(&mut self, buffer: &mut [u8], filled: usize) -> usize {
        let data = &buffer[..filled];
        let resume = self.resume(data);
        self.skipping = resume.is_none() && !self.at_end;
        let resume = resume.unwrap_or(data.len());
        self.offset += resume as u64;
        self.line += memchr_iter(self.newline, &data[..resume]).count() as u64;
        buffer.copy_within(resume..filled, 0);
        filled - resume
    }

    /// Where the file ended, when that was the end of a whole record of plain text. Where carriage returns
    /// end the lines, a line feed to come may mean that they never did: then nothing is known of lines.
    pub(super) fn end(&self) -> Option<Resume> {
        let lasting = self.stream.is_file && self.newline == b'\n';
        self.end.filter(|_| lasting)
    }

    fn place(&self) -> Resume {
        Resume {
            offset: self.offset,
            line: self.line,
        }
    }

    /// Whether a block of these bytes ends with a whole record, even if more should follow one day.
    fn is_whole(&self, data: &[u8]) -> bool {
        if !self.at_end {
            return true;
        }
        let found = match &self.layout {
            Some(layout) => last_boundary(data, layout.delimiter, false, &mut Vec::new()),
            None => memrchr(self.record_end, data).map(|found| found + 1),
        };
        found == Some(data.len())
    }

    fn hand_out(&mut self, buffer: &[u8], filled: usize, end: usize, damage: Vec<Damage>) -> Block {
        let whole = !self.skipping && self.is_whole(&buffer[..end]);
        let raw = self.stream.raw();
        let bytes = if self.stream.is_file {
            end as u64
        } else {
            raw - self.told
        };
        self.told = raw;
        let lines = Lines::of(&buffer[..end], self.newline);
        let block = Block {
            file: self.id,
            source: self.source,
            layout: self.layout.clone(),
            offset: self.offset,
            line: self.line,
            newline: self.newline,
            record_end: self.record_end,
            encoding: self.stream.encoding,
            is_cut: self.only_cut,
            len: end,
            has_nul: lines.has_nul,
            damage,
            bytes,
        };
        self.tail.extend_from_slice(&buffer[end..filled]);
        self.offset += end as u64;
        self.line += lines.ended;
        self.end = whole.then(|| self.place());
        block
    }
}
