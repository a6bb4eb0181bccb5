//! Remembers what batches of files came to, and recalls it where nothing it rests on has changed.

use super::found::FileBatch;
use super::gathering::Gathering;
use super::memory;
use super::part::Part;
use crate::feedback::Rejected;
use crate::feedback::cache::{Cache, FileMark, Remembered};
use crate::feedback::intake::{Resume, path_of};
use std::path::Path;

/// Where batches are remembered, and what they rest on beside their files.
#[derive(Clone, Copy, Debug)]
pub(super) struct Recall<'s> {
    pub(super) cache: &'s Cache,
    /// Of everything that decides how rows are read.
    pub(super) fingerprint: u64,
    pub(super) root: &'s Path,
    /// Whether every row has to be met, whatever is known: what its customer met is marked meanwhile.
    pub(super) read_all: bool,
}

/// What is known of a batch.
#[derive(Debug)]
pub(super) enum Known {
    /// All of it, and what is wrong with its files.
    Whole(Box<Gathering>, Vec<Rejected>),
    /// What its only file came to before it grew, and where that ended.
    Beginning(Box<Gathering>, Resume),
}

impl Recall<'_> {
    /// How the files of a batch are, when it is worth remembering and can be.
    pub(super) fn marks(&self, files: &FileBatch) -> Option<Vec<FileMark>> {
        if files.worth() < self.cache.least {
            return None;
        }
        let marks = files.files.iter();
        let marks = marks.map(|file| FileMark::of(&path_of(self.root, &file.name), &file.name));
        marks.collect()
    }

    /// What is known of a batch whose files are so; packed where it is `lone`, so that nothing is added to it.
    pub(super) fn known(
        &self,
        files: &FileBatch,
        marks: &[FileMark],
        empty: &Part,
        lone: bool,
    ) -> Option<Known> {
        if self.read_all {
            return None;
        }
        let names: Vec<&str> = files.files.iter().map(|file| file.name.as_str()).collect();
        let remembered = (self.cache).load(self.root, &names, self.fingerprint)?;
        let recalled = |packed| {
            let gathering = memory::read(files.batch, &remembered.portion, empty.clone(), packed);
            gathering.map(Box::new)
        };
        if remembered.marks == marks {
            return Some(Known::Whole(recalled(lone)?, remembered.notes));
        }
        let resume = remembered.resume?;
        let ([mark], [file]) = (&remembered.marks[..], &files.files[..]) else {
            return None;
        };
        let grown = mark.has_grown(&path_of(self.root, &file.name));
        grown.then(|| Some(Known::Beginning(recalled(false)?, resume)))?
    }

    /// Remembers what a batch came to, unless a file changed while it was read.
    pub(super) fn remember(
        &self,
        files: &FileBatch,
        marks: Vec<FileMark>,
        gathering: &Gathering,
        (notes, end): (&[Rejected], Option<Resume>),
    ) {
        if self.marks(files).as_ref() != Some(&marks) {
            return;
        }
        let size: u64 = marks.iter().map(|mark| mark.size).sum();
        // Which row of an id counts is decided over all of them.
        let alone = marks.len() == 1 && !files.one_each;
        let remembered = Remembered {
            resume: end.filter(|end| alone && end.offset == size),
            marks,
            notes: notes.to_vec(),
            portion: memory::written(files.batch, gathering),
        };
        self.cache.store(self.root, self.fingerprint, &remembered);
    }
}
