//! Customers' own words, read back from where the scan saw them lie.

use super::copies::Text;
use super::intake::{
    Column, JsonRow, Keys, Layout, Need, Reach, Row, Slot, Span, Writing, joined, path_of,
    read_header, split,
};
use super::rules::Separators;
use super::{Complainant, Day, Format, Overlay, Place, Polarity, Register, Score, Source, plain};
use memchr::memchr;
use std::collections::HashMap;
use std::path::Path;

/// How much is read for one row at first; most rows are far shorter.
const FIRST_READ: usize = 8 * 1024;

/// How long a row may be.
const MOST_RECORD: usize = 16 * 1024 * 1024;

/// A customer's own words, with what is known about them.
#[derive(Clone, Debug, PartialEq)]
pub struct Verbatim {
    /// The row's text, cleaned of everything that could steer a terminal.
    pub text: String,
    /// The day the customer spoke.
    pub day: Option<Day>,
    /// The way the row speaks.
    pub polarity: Polarity,
    /// The score, when there is one.
    pub score: Option<Score>,
    /// The id of the source.
    pub source: String,
    /// The segment; empty when the row has none.
    pub segment: String,
    /// The customer, when a column says.
    pub customer: Option<String>,
    /// The row's id, when a column says.
    pub id: Option<String>,
    /// The row's tags, each once, in lower case.
    pub tags: Vec<String>,
    /// The file, relative to the workspace.
    pub file: String,
    /// The line the row begins on, counted from 1.
    pub line: u64,
}

/// Reads the verbatims at some places, in their order. A row that has vanished since the scan is left
/// out.
pub fn verbatims(
    root: &Path,
    sources: &[Source],
    overlay: &Overlay,
    places: &[Place],
) -> Vec<Verbatim> {
    let mut books: HashMap<u32, Option<Book>> = HashMap::new();
    places
        .iter()
        .filter_map(|place| {
            let source = sources.get(usize::from(place.source))?;
            let name = overlay.files.get(place.file as usize)?;
            if let Some(register) = &source.register {
                return heard(register, place, source, overlay);
            }
            let book = books
                .entry(place.file)
                .or_insert_with(|| Book::open(root, name, source));
            book.as_mut()?.read(place, source, name, overlay)
        })
        .collect()
}

/// Reads what people said one at a time, so that no more than one text is held.
pub struct Words<'a> {
    root: &'a Path,
    sources: &'a [Source],
    files: &'a [String],
    books: HashMap<u32, Option<Book>>,
}

impl<'a> Words<'a> {
    /// A reader of words in the files of a workspace, named by their places in `files`.
    pub fn new(root: &'a Path, sources: &'a [Source], files: &'a [String]) -> Self {
        Self {
            root,
            sources,
            files,
            books: HashMap::new(),
        }
    }

    /// What somebody said; nothing where the row has no words, or has vanished since.
    pub fn of(&mut self, one: &Complainant) -> String {
        let Some(source) = self.sources.get(one.source).filter(|_| one.has_words) else {
            return String::new();
        };
        if let Some(register) = &source.register {
            let contact = usize::try_from(one.offset).ok();
            let contact = contact.and_then(|number| register.contacts.get(number));
            let words = contact.and_then(|contact| contact.words.as_deref());
            return plain::paragraphs(words.unwrap_or_default());
        }
        let Some(name) = self.files.get(one.file as usize) else {
            return String::new();
        };
        let book = self.books.entry(one.file);
        let book = book.or_insert_with(|| Book::open(self.root, name, source));
        let text = book.as_mut().and_then(|book| book.words(one.offset));
        text.unwrap_or_default()
    }
}

/// What a customer said to somebody who listened; the place's offset is the contact's number.
fn heard(
    register: &Register,
    place: &Place,
    source: &Source,
    overlay: &Overlay,
) -> Option<Verbatim> {
    let contact = register.contacts.get(usize::try_from(place.offset).ok()?)?;
    let text = plain::paragraphs(contact.words.as_deref()?);
    let reading = overlay.tally.readings.get(usize::from(place.reading))?;
    let name = |name: &str| Some(plain::line(name)).filter(|name| !name.is_empty());
    Some(Verbatim {
        text,
        day: Some(contact.on),
        polarity: reading.polarity,
        score: None,
        source: plain::line(&source.id),
        segment: plain::line(&contact.segment),
        customer: contact.customer.as_deref().and_then(name),
        id: None,
        tags: Vec::new(),
        file: contact.file.clone(),
        line: contact.line,
    })
}

/// A file that is open for reading rows out of it.
struct Book {
    file: Text,
    records: Records,
    text: Vec<Slot>,
    segment: Option<Slot>,
    customer: Option<Slot>,
    id: Option<Slot>,
    tags: Option<Slot>,
    separators: Separators,
    buffer: Vec<u8>,
    cells: Vec<Span>,
    json: JsonRow,
}

/// How the rows of a file are laid out.
enum Records {
    Delimited(Layout),
    /// Whether one may go on over several lines.
    Json(Keys, Vec<u32>, bool),
}

impl Book {
    fn open(root: &Path, name: &str, source: &Source) -> Option<Self> {
        let mut columns = Vec::new();
        let mut slot = |name: &String| {
            columns.push(Column::new(name, Need::Optional, &source.aliases));
            columns.len() - 1
        };
        let text = source.columns.text.iter().map(&mut slot).collect();
        let segment = source.columns.segment.as_ref().map(&mut slot);
        let customer = source.columns.customer.as_ref().map(&mut slot);
        let id = source.columns.id.as_ref().map(&mut slot);
        let tags = source.columns.tags.as_ref().map(&mut slot);
        let file = Text::open(&path_of(root, name), &Writing::of(source))?;
        let records = if let Format::Delimited(delimiter) = file.format {
            let mut data = Vec::new();
            file.read(0, Reach::default().block, &mut data)?;
            Records::Delimited(read_header(&data, delimiter, &columns).ok()?.0)
        } else {
            let cells = 0..columns.len() as u32;
            let spread = file.format == Format::Json;
            Records::Json(Keys::new(&columns, tags), cells.collect(), spread)
        };
        Some(Self {
            file,
            records,
            text,
            segment,
            customer,
            id,
            tags,
            separators: Separators::new(&source.tag_separators),
            buffer: Vec::new(),
            cells: Vec::new(),
            json: JsonRow::default(),
        })
    }

    fn read(
        &mut self,
        place: &Place,
        source: &Source,
        name: &str,
        overlay: &Overlay,
    ) -> Option<Verbatim> {
        self.record(place.offset)?;
        let row = self.row()?;
        let cell = |slot: Slot| Some(plain::line(&row.cell(slot))).filter(|cell| !cell.is_empty());
        let text = plain::paragraphs(&joined(&row, &self.text));
        if text.is_empty() {
            return None;
        }
        let reading = overlay.tally.readings.get(usize::from(place.reading))?;
        let segment = overlay.tally.segments.get(usize::from(place.segment))?;
        // The segments of unmapped rows are not counted, so they have no number.
        let segment = Some(segment.clone()).filter(|segment| !segment.is_empty());
        let segment = segment.or_else(|| self.segment.and_then(cell));
        Some(Verbatim {
            text,
            day: (place.day != super::UNDATED).then_some(Day(place.day)),
            polarity: reading.polarity,
            score: reading.score.map(|(_, score)| score),
            source: plain::line(&source.id),
            segment: segment.unwrap_or_default(),
            customer: self.customer.and_then(cell),
            id: self.id.and_then(cell),
            tags: self
                .tags
                .map_or_else(Vec::new, |slot| self.tags(&row.cell(slot))),
            file: name.to_owned(),
            line: place.line,
        })
    }

    /// The text of the row at an offset.
    fn words(&mut self, offset: u64) -> Option<String> {
        self.record(offset)?;
        let row = self.row()?;
        Some(plain::paragraphs(&joined(&row, &self.text)))
    }

    /// The tags of a cell.
    fn tags(&self, cell: &str) -> Vec<String> {
        let mut tags = Vec::new();
        self.separators.tags(cell, |tag, _| {
            let tag = plain::line(tag).to_lowercase();
            if !tag.is_empty() && !tags.contains(&tag) {
                tags.push(tag);
            }
        });
        tags
    }

    /// The row that lies in the buffer.
    fn row(&self) -> Option<Row<'_>> {
        Some(match &self.records {
            Records::Delimited(layout) => Row {
                text: std::str::from_utf8(&self.buffer).ok()?,
                cells: &self.cells,
                columns: &layout.columns,
            },
            Records::Json(_, columns, _) => Row {
                text: &self.json.text,
                cells: &self.json.cells,
                columns,
            },
        })
    }

    /// Reads the record at an offset into the buffer.
    fn record(&mut self, offset: u64) -> Option<()> {
        let mut wanted = FIRST_READ;
        loop {
            let at_end = self.file.read(offset, wanted, &mut self.buffer)? < wanted;
            match &self.records {
                Records::Delimited(layout) => {
                    let record = split(&self.buffer, 0, layout.delimiter, &mut self.cells)?;
                    let sound = record.start == 0 && self.cells.len() == layout.width;
                    if record.next < self.buffer.len() || at_end {
                        self.buffer.truncate(record.next);
                        return sound.then_some(());
                    }
                }
                Records::Json(keys, _, spread) => {
                    if !spread {
                        // A CR may stand between the parts of an object.
                        let end = memchr(b'\n', &self.buffer);
                        self.buffer.truncate(end.unwrap_or(self.buffer.len()));
                    }
                    let text = valid(&self.buffer);
                    if keys.read_first(text, &mut self.json).is_some() {
                        return Some(());
                    }
                    if at_end {
                        return None;
                    }
                }
            }
            if wanted >= MOST_RECORD {
                return None;
            }
            wanted *= 8;
        }
    }
}

/// The part of some bytes, from the first on, that is UTF-8.
fn valid(bytes: &[u8]) -> &str {
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => return text,
        Err(error) => error.valid_up_to(),
    };
    std::str::from_utf8(&bytes[..valid]).unwrap_or_default()
}
