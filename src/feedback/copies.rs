//! Texts that rows are read back from: the file itself, or a copy of what was unpacked, decoded or taken
//! out of a sheet, made once and kept while the program runs.

use super::Format;
use super::intake::{Stream, Writing};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

/// How many copies are kept; the one made first goes first.
const MOST_COPIES: usize = 64;

/// The copies made so far. They lie in files without a name, which are gone when the program is.
static COPIES: Mutex<Vec<Copied>> = Mutex::new(Vec::new());

/// A text whose places are those that a scan saw.
#[derive(Clone, Debug)]
pub(super) struct Text {
    file: Arc<Mutex<File>>,
    /// How the text reads: an Excel sheet reads as delimited text.
    pub(super) format: Format,
}

/// A copy that is there, or is being made: who wants it meanwhile waits for this one alone.
type Copy = Arc<OnceLock<Option<Text>>>;

#[derive(Debug)]
struct Copied {
    of: Version,
    copy: Copy,
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
    pub(super) fn open(path: &Path, writing: &Writing) -> Option<Self> {
        if writing.is_plain(path) || writing.is_json() {
            let stream = Stream::open(path, writing).ok()?;
            if stream.is_file {
                let file = File::open(path).ok()?;
                return Some(Self::of(file, stream.format));
            }
        }
        let copy = copy(path, writing)?;
        copy.get_or_init(|| {
            let mut stream = Stream::open(path, writing).ok()?;
            let mut file = tempfile::tempfile().ok()?;
            std::io::copy(&mut stream, &mut file).ok()?;
            Some(Self::of(file, stream.format))
        })
        .clone()
    }

    fn of(file: File, format: Format) -> Self {
        Self {
            file: Arc::new(Mutex::new(file)),
            format,
        }
    }

    /// Reads up to so many bytes from a place into a buffer; how many there were.
    pub(super) fn read(&self, place: u64, wanted: usize, into: &mut Vec<u8>) -> Option<usize> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(place)).ok()?;
        into.clear();
        into.reserve(wanted);
        Read::by_ref(&mut *file)
            .take(wanted as u64)
            .read_to_end(into)
            .ok()
    }
}

/// The copy of a file as it is now, made or not.
fn copy(path: &Path, writing: &Writing) -> Option<Copy> {
    let data = path.metadata().ok()?;
    let version = Version {
        path: path.to_owned(),
        size: data.len(),
        changed: data.modified().ok(),
        writing: format!("{writing:?}"),
    };
    let mut copies = COPIES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = copies.iter().find(|copied| copied.of == version) {
        return Some(Arc::clone(&known.copy));
    }
    copies.retain(|copied| copied.of.path != version.path);
    if copies.len() == MOST_COPIES {
        copies.remove(0);
    }
    let copy = Copy::default();
    copies.push(Copied {
        of: version,
        copy: Arc::clone(&copy),
    });
    Some(copy)
}
