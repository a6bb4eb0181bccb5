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
    pub(crate) writing: Writing,
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
    /// What ends a record of JSON: a line's end, or a byte of its own between the items of a list.
    pub(crate) record_end: u8,
    /// What the file is encoded in.
    pub(crate) encoding: &'static str,
    /// Whether the block is a row that the end of a damaged file cut off.
    pub(crate) is_cut: bool,
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
                    let (source, name, line) = (open.source, open.name.clone(), open.line);
                    for what in open.stream.said() {
                        self.refuse(source, name.clone(), line, what);
                    }
                    self.open = None;
                }
                Err(error) => {
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
            Err(reasons) => {
                for reason in reasons {
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
mod tests {
    use super::super::cells::split;
    use super::*;
    use memchr::memchr_iter;
    use proptest::prelude::*;

    /// The records of a file as blocks of some size hand them out, and how many rows were damaged.
    fn records(content: &[u8], reach: Reach) -> (Vec<(u64, Vec<u8>)>, usize) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("f.csv"), content).unwrap();
        let file = FeedFile {
            file: 0,
            source: 0,
            name: "f.csv".to_owned(),
            writing: Writing::of(&crate::feedback::Source::default()),
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
