//! Opens a file of feedback, however it is packed and encoded, as a stream of UTF-8 text.

use super::array::Rows;
use super::decoding::Decoded;
use super::gzip::Unpacked;
use super::sheet;
use crate::feedback::{Format, Source, TableFiles};
use encoding_rs::{Encoding, UTF_8};
use std::fs::File;
use std::io::{Cursor, Error, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// How the files of a source are written.
#[derive(Clone, Debug)]
pub(crate) struct Writing {
    format: Format,
    encoding: Option<&'static Encoding>,
    sheet: Option<String>,
    rows: Option<String>,
}

impl Writing {
    /// As a source declares it.
    pub(crate) fn of(source: &Source) -> Self {
        Self {
            format: source.format,
            encoding: source.encoding,
            sheet: source.sheet.clone(),
            rows: source.rows.clone(),
        }
    }

    /// As visits or customers declare it.
    pub(crate) fn of_table(files: &TableFiles) -> Self {
        Self {
            format: files.format,
            encoding: files.encoding,
            sheet: files.sheet.clone(),
            rows: files.rows.clone(),
        }
    }

    /// Whether a file is text of its own: neither packed nor a workbook or a document, and in UTF-8.
    pub(crate) fn is_plain(&self, path: &Path) -> bool {
        let lines = matches!(self.format, Format::Delimited(_) | Format::JsonLines);
        let mut first = Vec::new();
        let read = File::open(path).and_then(|file| file.take(4).read_to_end(&mut first));
        let packed = first.starts_with(b"\x1f\x8b") || first.starts_with(b"PK\x03\x04");
        let marked = Encoding::for_bom(&first).map(|(encoding, _)| encoding);
        let encoding = marked.or(self.encoding).unwrap_or(UTF_8);
        lines && read.is_ok() && !packed && encoding == UTF_8
    }

    /// Whether each row is an object, whose keys no header names.
    pub(crate) fn is_json(&self) -> bool {
        matches!(self.format, Format::Json | Format::JsonLines)
    }
}

/// What the layers of a stream have to tell.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    /// How many bytes of the file have been read.
    pub(super) raw: AtomicU64,
    /// Whether the text ends before its end.
    cut: AtomicBool,
    said: Mutex<Vec<String>>,
}

impl Trouble {
    /// Says what is wrong with the file, while its rows are read on.
    pub(super) fn say(&self, what: String) {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        said.push(what);
    }

    /// What was said, which is said no second time.
    pub(super) fn drain(&self) -> Vec<String> {
        std::mem::take(&mut *self.said.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Says why the text ends before its end.
    pub(super) fn cut(&self, why: String) {
        self.cut.store(true, Ordering::Relaxed);
        self.say(why);
    }
}

/// The text of one file.
pub(crate) struct Stream {
    input: Box<dyn Read + Send>,
    trouble: Arc<Trouble>,
    /// How the text reads: an Excel sheet reads as delimited text.
    pub(crate) format: Format,
    /// Whether each byte of the text is the same byte of the file.
    pub(crate) is_file: bool,
    /// What the text was encoded in.
    pub(crate) encoding: &'static str,
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut stream = f.debug_struct("Stream");
        stream.field("format", &self.format).finish_non_exhaustive()
    }
}

impl Stream {
    /// Opens a file.
    ///
    /// # Errors
    /// Why it cannot be read, for people.
    pub(crate) fn open(path: &Path, writing: &Writing) -> Result<Self, String> {
        let file = File::open(path).map_err(|error| format!("it cannot be opened: {error}"))?;
        let trouble = Arc::new(Trouble::default());
        let metered = Metered {
            file,
            trouble: Arc::clone(&trouble),
        };
        let mut stream = Self {
            input: Box::new(metered),
            trouble,
            format: writing.format,
            is_file: true,
            encoding: UTF_8.name(),
        };
        let mut first = stream.peek()?;
        if first.starts_with(b"\x1f\x8b") {
            let trouble = Arc::clone(&stream.trouble);
            stream.through(|input| Box::new(Unpacked::new(input, trouble)));
            stream.is_file = false;
            first = stream.peek()?;
        }
        if writing.format == Format::Excel || first.starts_with(b"PK\x03\x04") {
            let text = sheet::text(&mut stream.input, writing.sheet.as_deref(), &stream.trouble)?;
            stream.input = Box::new(Cursor::new(text));
            stream.format = Format::Delimited(Some(sheet::DELIMITER));
            stream.is_file = false;
            return Ok(stream);
        }
        stream.decode(&first, writing.encoding);
        if writing.format == Format::Json {
            let rows = writing.rows.clone();
            let trouble = Arc::clone(&stream.trouble);
            stream.through(|input| Box::new(Rows::new(input, rows.as_deref(), trouble)));
        }
        Ok(stream)
    }

    /// Goes on at a byte of the file, whose text is plain.
    pub(crate) fn go_on(&mut self, path: &Path, offset: u64) -> std::io::Result<()> {
        if !self.is_file {
            return Err(Error::other("it is no plain text any more"));
        }
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(offset))?;
        self.input = Box::new(Metered {
            file,
            trouble: Arc::clone(&self.trouble),
        });
        Ok(())
    }

    /// How many bytes of the file have been read.
    pub(crate) fn raw(&self) -> u64 {
        self.trouble.raw.load(Ordering::Relaxed)
    }

    /// Whether the text ended before its end.
    pub(crate) fn is_cut(&self) -> bool {
        self.trouble.cut.load(Ordering::Relaxed)
    }

    /// What was wrong with the file so far.
    pub(crate) fn said(&self) -> Vec<String> {
        self.trouble.drain()
    }

    /// Decodes what is not UTF-8: a byte order mark decides, else what was declared.
    fn decode(&mut self, first: &[u8], declared: Option<&'static Encoding>) {
        let marked = Encoding::for_bom(first).map(|(encoding, _)| encoding);
        let encoding = marked.or(declared).unwrap_or(UTF_8);
        self.encoding = encoding.name();
        if encoding != UTF_8 {
            self.through(|input| Box::new(Decoded::new(input, encoding)));
            self.is_file = false;
        }
    }

    /// Puts a layer in front.
    fn through(&mut self, layer: impl FnOnce(Box<dyn Read + Send>) -> Box<dyn Read + Send>) {
        let input = std::mem::replace(&mut self.input, Box::new(std::io::empty()));
        self.input = layer(input);
    }

    /// The first four bytes, which are still to be read afterwards.
    fn peek(&mut self) -> Result<Vec<u8>, String> {
        let mut first = Vec::new();
        let read = self.input.by_ref().take(4).read_to_end(&mut first);
        read.map_err(|error| format!("it cannot be read: {error}"))?;
        let again = Cursor::new(first.clone());
        self.through(|input| Box::new(again.chain(input)));
        Ok(first)
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.input.read(buffer)
    }
}

/// A file that counts what is read of it.
struct Metered {
    file: File,
    trouble: Arc<Trouble>,
}

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.trouble.raw.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
