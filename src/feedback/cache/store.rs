//! The folder the cache lies in: one file for what one batch of feedback files came to, written whole or
//! not at all, for its owner's eyes alone.

use super::bytes::{Checksum, Reader, Writer};
use super::mark::FileMark;
use crate::feedback::Rejected;
use crate::feedback::intake::Resume;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// How the files of the cache end, but for their checksum.
const MAGIC: &[u8] = b"pothole cache 2\n";

/// How many bytes of feedback are worth remembering; fewer are read again as fast.
const LEAST_BYTES: u64 = 1024 * 1024;

/// A folder in which scans remember files they have read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cache {
    folder: PathBuf,
    /// How many bytes a batch of files must have to be remembered.
    pub(crate) least: u64,
}

/// What is remembered of a batch of files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remembered {
    /// How its files were.
    pub(crate) marks: Vec<FileMark>,
    /// What is wrong with its files, in their order: said again where they are not read again.
    pub(crate) notes: Vec<Rejected>,
    /// Where reading can go on when its only file has grown.
    pub(crate) resume: Option<Resume>,
    /// What they came to.
    pub(crate) portion: Vec<u8>,
}

impl Cache {
    /// The cache in a folder, which is made when there is something to remember.
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            least: LEAST_BYTES,
        }
    }

    /// The same cache, which remembers even the smallest files.
    #[must_use]
    pub fn of_any_size(self) -> Self {
        Self { least: 0, ..self }
    }

    /// What is remembered of a batch under this fingerprint; nothing when it is not known, damaged or was
    /// read by other declarations.
    pub(crate) fn load(&self, root: &Path, names: &[&str], fingerprint: u64) -> Option<Remembered> {
        let mut bytes = std::fs::read(self.path(root, names)).ok()?;
        let (rest, checksum) = bytes.split_last_chunk()?;
        let mut found = Checksum::new();
        found.take(rest);
        if found.value() != u64::from_le_bytes(*checksum) {
            return None;
        }
        let (rest, portion) = rest.strip_suffix(MAGIC)?.split_last_chunk()?;
        let portion = usize::try_from(u64::from_le_bytes(*portion)).ok()?;
        let mut reader = Reader::new(rest.get(portion..)?);
        if reader.number()? != fingerprint {
            return None;
        }
        let mut marks = Vec::new();
        for _ in 0..reader.length()? {
            marks.push(FileMark {
                name: reader.text()?,
                size: reader.number()?,
                changed: reader.signed()?,
                sample: reader.number()?,
            });
        }
        let mut notes = Vec::new();
        for _ in 0..reader.length()? {
            notes.push(Rejected::read(&mut reader)?);
        }
        let resume = match reader.number()? {
            0 => None,
            _ => Some(Resume {
                offset: reader.number()?,
                line: reader.number()?,
            }),
        };
        let same = marks
            .iter()
            .map(|mark| mark.name.as_str())
            .eq(names.iter().copied());
        bytes.truncate(portion);
        same.then_some(Remembered {
            marks,
            notes,
            resume,
            portion: bytes,
        })
    }

    /// Remembers a batch. A cache that cannot be written is a slow one, not a fault.
    pub(crate) fn store(&self, root: &Path, fingerprint: u64, remembered: &Remembered) {
        // The portion comes first: where it is read it lies at the beginning, and need not be copied.
        let mut writer = Writer(remembered.portion.clone());
        writer.number(fingerprint);
        writer.number(remembered.marks.len() as u64);
        for mark in &remembered.marks {
            writer.text(&mark.name);
            writer.number(mark.size);
            writer.signed(mark.changed);
            writer.number(mark.sample);
        }
        writer.number(remembered.notes.len() as u64);
        for note in &remembered.notes {
            note.write(&mut writer);
        }
        match remembered.resume {
            None => writer.number(0),
            Some(resume) => {
                writer.number(1);
                writer.number(resume.offset);
                writer.number(resume.line);
            }
        }
        let portion = remembered.portion.len() as u64;
        writer.0.extend_from_slice(&portion.to_le_bytes());
        writer.0.extend_from_slice(MAGIC);
        let mut checksum = Checksum::new();
        checksum.take(&writer.0);
        writer.0.extend_from_slice(&checksum.value().to_le_bytes());
        let names: Vec<&str> = remembered
            .marks
            .iter()
            .map(|mark| mark.name.as_str())
            .collect();
        let _ = self.write(&self.path(root, &names), &writer.0);
    }

    /// Writes a file whole, or leaves the one that is there. Temporary files are their owner's alone, and
    /// keep that when they take their place.
    fn write(&self, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
        make_private(&self.folder)?;
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(bytes)?;
        file.persist(path)?;
        Ok(())
    }

    fn path(&self, root: &Path, names: &[&str]) -> PathBuf {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let mut checksum = Checksum::new();
        checksum.take(root.as_os_str().as_encoded_bytes());
        let _ = write!(checksum, "{names:?}");
        self.folder
            .join(format!("{:016x}.feedback", checksum.value()))
    }
}

impl Rejected {
    /// Writes it.
    pub(crate) fn write(&self, writer: &mut Writer) {
        for text in [&self.source, &self.file, &self.reason] {
            writer.text(text);
        }
        writer.number(self.line);
    }

    /// Reads what was written.
    pub(crate) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let (source, file, reason) = (reader.text()?, reader.text()?, reader.text()?);
        Some(Self {
            source,
            file,
            line: reader.number()?,
            reason,
        })
    }
}

/// Makes a folder that nobody else can look into.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remembered() -> Remembered {
        Remembered {
            marks: vec![FileMark {
                name: "feedback/a.csv".to_owned(),
                size: 1_000,
                changed: -7,
                sample: u64::MAX,
            }],
            notes: vec![Rejected {
                source: "s".to_owned(),
                file: "feedback/a.csv".to_owned(),
                line: 1,
                reason: "its header lacks `b`".to_owned(),
            }],
            resume: Some(Resume {
                offset: 99,
                line: 3,
            }),
            portion: (0..=255).collect(),
        }
    }

    #[test]
    fn damage_at_any_byte_and_any_cut_is_noticed() {
        let (folder, root) = (tempfile::tempdir().unwrap(), Path::new("/nowhere"));
        let cache = Cache::new(folder.path().join("deeper"));
        let names = ["feedback/a.csv"];
        cache.store(root, 5, &remembered());
        assert_eq!(cache.load(root, &names, 5), Some(remembered()));
        assert_eq!(cache.load(root, &names, 6), None);
        assert_eq!(cache.load(root, &["feedback/b.csv"], 5), None);
        let path = cache.path(root, &names);
        let whole = std::fs::read(&path).unwrap();
        for place in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[place] ^= 1 << (place % 8);
            std::fs::write(&path, &damaged).unwrap();
            assert_eq!(cache.load(root, &names, 5), None, "byte {place}");
            std::fs::write(&path, &whole[..place]).unwrap();
            assert_eq!(cache.load(root, &names, 5), None, "cut at {place}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_remembered_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path().join("deeper"));
        cache.store(Path::new("/nowhere"), 5, &remembered());
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&cache.folder), 0o700);
        let files: Vec<_> = std::fs::read_dir(&cache.folder).unwrap().collect();
        assert_eq!(files.len(), 1);
        assert_eq!(mode(&files[0].as_ref().unwrap().path()), 0o600);
    }
}
