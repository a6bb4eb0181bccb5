//! The files that sources name, in batches: what is read, and remembered, together.

use super::hearing;
use super::memory::Batch;
use crate::feedback::intake::{FeedFile, Writing, matching, path_of};
use crate::feedback::rules::Plans;
use crate::feedback::{Rejected, Source};
use std::path::Path;
use std::sync::Arc;

/// A file from this many bytes on is a batch of its own.
const OWN_BATCH: u64 = 4 * 1024 * 1024;

/// Smaller files of a source are put together until they have this many bytes.
const FULL_BATCH: u64 = 64 * 1024 * 1024;

/// How many bytes of text a byte of a packed file is taken to hold.
const PACKED: u64 = 8;

/// The files of all sources.
pub(super) struct Found {
    pub(super) batches: Vec<FileBatch>,
    /// The source and the name of every file.
    pub(super) names: Vec<(usize, String)>,
    pub(super) missing: Vec<Rejected>,
    pub(super) bytes: u64,
}

/// A batch with its files.
pub(super) struct FileBatch {
    pub(super) batch: Batch,
    pub(super) files: Vec<FeedFile>,
    pub(super) bytes: u64,
    /// Whether its files are plain text.
    pub(super) plain: bool,
    /// Whether one row of each id counts. All files of the source are in the batch then, and are read twice.
    pub(super) one_each: bool,
}

impl FileBatch {
    /// How many bytes it takes to read it.
    pub(super) fn work(&self) -> u64 {
        self.bytes * (1 + u64::from(self.one_each))
    }

    /// About how many bytes of text it has: a packed file is worth remembering sooner.
    pub(super) fn worth(&self) -> u64 {
        if self.plain {
            self.bytes
        } else {
            self.bytes.saturating_mul(PACKED)
        }
    }
}

impl Found {
    pub(super) fn of(root: &Path, sources: &[Source], plans: &Plans) -> Self {
        let mut found = Self {
            batches: Vec::new(),
            names: Vec::new(),
            missing: Vec::new(),
            bytes: 0,
        };
        for (index, (source, plan)) in sources.iter().zip(&plans.sources).enumerate() {
            if let Some(register) = &source.register {
                found.names.extend(hearing::files(index, register));
                continue;
            }
            let names = matching(root, &source.files);
            if names.is_empty() {
                found.missing.push(Rejected {
                    source: source.id.clone(),
                    file: source.files.join(", "),
                    line: 0,
                    reason: "no file of this name; paths are relative to the workspace's folder"
                        .to_owned(),
                });
            }
            for name in names {
                let path = path_of(root, &name);
                let bytes = path.metadata().map_or(0, |metadata| metadata.len());
                let file = FeedFile {
                    file: found.names.len() as u32,
                    source: index,
                    name: name.clone(),
                    writing: Writing::of(source),
                    columns: Arc::clone(&plan.columns),
                    resume: None,
                };
                let plain = file.writing.is_plain(&path);
                found.put(file, bytes, plain, plan.duplicates.is_some());
                found.names.push((index, name));
            }
        }
        found
    }

    /// Puts a file into the last batch, or begins another.
    fn put(&mut self, file: FeedFile, bytes: u64, plain: bool, one_each: bool) {
        self.bytes += bytes;
        let own = |batch: &FileBatch| batch.files.len() == 1 && batch.bytes >= OWN_BATCH;
        let last = self.batches.last_mut().filter(|last| {
            let fits = last.plain == plain
                && bytes < OWN_BATCH
                && last.bytes + bytes <= FULL_BATCH
                && !own(last);
            last.batch.source == file.source && (one_each || fits)
        });
        if let Some(last) = last {
            last.plain &= plain;
            last.batch.files += 1;
            last.bytes += bytes;
            last.files.push(file);
            return;
        }
        self.batches.push(FileBatch {
            batch: Batch {
                source: file.source,
                first: file.file,
                files: 1,
            },
            files: vec![file],
            bytes,
            plain,
            one_each,
        });
    }
}
