//! Texts that rows are read back from: the file itself, or a copy of what was unpacked, decoded or taken
//! out of a sheet, made once and kept while the program runs.

use super::intake::{Stream, Writing};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

/// How many copies are kept; the one made first goes first.
const MOST_COPIES: usize = 16;

/// The copies made so far. They lie in files without a name, which are gone when the program is.
static COPIES: Mutex<Vec<Copied>> = Mutex::new(Vec::new());

/// A text whose places are those that a scan saw.
#[derive(Debug)]
pub(super) struct Text(Arc<Mutex<File>>);

#[derive(Debug)]
struct Copied {
    of: Version,
    copy: Arc<Mutex<File>>,
}

/// A file as it was at some moment, read in some way.
#[derive(Debug, PartialEq)]
struct Version {
    path: PathBuf,
    size: u64,
    changed: Option<SystemTime>,
    writing: String,
}

impl Text {
    /// The text of a file.
    pub(super) fn open(path: &Path, writing: &Writing) -> Option<(Self, Stream)> {
        let stream = Stream::open(path, writing).ok()?;
        if stream.is_file {
            let file = File::open(path).ok()?;
            return Some((Self(Arc::new(Mutex::new(file))), stream));
        }
        let data = path.metadata().ok()?;
        let version = Version {
            path: path.to_owned(),
            size: data.len(),
            changed: data.modified().ok(),
            writing: format!("{writing:?}"),
        };
        let mut copies = COPIES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = copies.iter().find(|copied| copied.of == version) {
            return Some((Self(Arc::clone(&known.copy)), stream));
        }
        let mut copy = tempfile::tempfile().ok()?;
        std::io::copy(&mut Stream::open(path, writing).ok()?, &mut copy).ok()?;
        let copy = Arc::new(Mutex::new(copy));
        copies.retain(|copied| copied.of.path != version.path);
        if copies.len() == MOST_COPIES {
            copies.remove(0);
        }
        copies.push(Copied {
            of: version,
            copy: Arc::clone(&copy),
        });
        Some((Self(copy), stream))
    }

    /// Reads up to so many bytes from a place into a buffer; how many there were.
    pub(super) fn read(&self, place: u64, wanted: usize, into: &mut Vec<u8>) -> Option<usize> {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(place)).ok()?;
        into.clear();
        Read::by_ref(&mut *file)
            .take(wanted as u64)
            .read_to_end(into)
            .ok()
    }
}
