//! How a file is known again: its size, its time and samples of its content; and how the declarations
//! are that its rows were read by.

use super::bytes::Checksum;
use crate::feedback::{Rule, Source};
use crate::journey::Journeys;
use std::fmt::Write;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// How many bytes a sample has.
const SAMPLE: u64 = 16 * 1024;

/// How many samples are taken, the first and the last bytes among them.
const SAMPLES: u64 = 16;

/// Grows when what is remembered of a file, or how rows are read, changes.
const FORMAT: u32 = 4;

/// How a file was when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileMark {
    /// The file, as the overlay names it.
    pub(crate) name: String,
    /// Its length in bytes.
    pub(crate) size: u64,
    /// When it was changed last, in nanoseconds since 1970.
    pub(crate) changed: i64,
    /// The checksum of its samples.
    pub(crate) sample: u64,
}

impl FileMark {
    /// The mark of a file; nothing when it cannot be read.
    pub(crate) fn of(path: &Path, name: &str) -> Option<Self> {
        let mut file = File::open(path).ok()?;
        let (size, changed) = stand(&file)?;
        Some(Self {
            name: name.to_owned(),
            size,
            changed,
            sample: sample(&mut file, size)?,
        })
    }

    /// Whether the file begins as it did when it was marked, and is longer now.
    pub(crate) fn has_grown(&self, path: &Path) -> bool {
        let grown = || {
            let mut file = File::open(path).ok()?;
            let (size, _) = stand(&file)?;
            (size > self.size).then_some(sample(&mut file, self.size)? == self.sample)
        };
        grown().unwrap_or(false)
    }
}

/// A file's length, and when it was changed last.
fn stand(file: &File) -> Option<(u64, i64)> {
    let metadata = file.metadata().ok()?;
    let changed = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let nanoseconds = i64::try_from(changed.as_nanos()).ok()?;
    metadata.is_file().then_some((metadata.len(), nanoseconds))
}

/// The checksum of samples of a file's first `size` bytes, spread evenly over them.
fn sample(file: &mut File, size: u64) -> Option<u64> {
    let mut checksum = Checksum::new();
    let mut buffer = vec![0; SAMPLE.min(size) as usize];
    let last = size.saturating_sub(SAMPLE);
    for number in 0..SAMPLES {
        let at = (u128::from(last) * u128::from(number) / u128::from(SAMPLES - 1)) as u64;
        file.seek(SeekFrom::Start(at)).ok()?;
        file.read_exact(&mut buffer).ok()?;
        checksum.take(&buffer);
        if size <= SAMPLE {
            break;
        }
    }
    Some(checksum.value())
}

/// The fingerprint of everything that decides how rows are read. Where a rule stands in its file and who
/// owns a touchpoint decide nothing.
pub(crate) fn fingerprint(journeys: &Journeys, sources: &[Source], rules: &[Rule]) -> u64 {
    let mut checksum = Checksum::new();
    let version = env!("CARGO_PKG_VERSION");
    // Contacts come last, from the workspace itself: they decide nothing about rows of files.
    let sources: Vec<&Source> = (sources.iter())
        .filter(|source| source.register.is_none())
        .collect();
    // Writing into a checksum cannot fail.
    let _ = write!(checksum, "{FORMAT} {version} {sources:?} ");
    for rule in rules {
        let (touchpoint, source) = (rule.touchpoint.index(), rule.source);
        let _ = write!(checksum, "{touchpoint} {source:?} {:?} ", rule.evidence);
    }
    let named = sources
        .iter()
        .any(|source| source.columns.touchpoint.is_some());
    let _ = write!(checksum, "{} ", journeys.touchpoint_count());
    for (_, touchpoint) in journeys.touchpoints().filter(|_| named) {
        let _ = write!(checksum, "{:?} {:?} ", touchpoint.address, touchpoint.title);
    }
    checksum.value()
}
