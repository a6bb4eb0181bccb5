//! Customers' own words, read back from where the scan saw them lie.

use super::intake::{
    Column, JsonRow, Keys, Layout, Need, Reach, Row, Slot, Span, beginning, joined, path_of,
    read_header, split,
};
use super::{Day, Format, Overlay, Place, Polarity, Score, Source, plain};
use memchr::memchr2;
use std::collections::HashMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
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
            let book = books
                .entry(place.file)
                .or_insert_with(|| Book::open(root, name, source));
            book.as_mut()?.read(place, source, name, overlay)
        })
        .collect()
}

/// A file that is open for reading rows out of it.
struct Book {
    file: File,
    writing: Writing,
    text: Vec<Slot>,
    segment: Option<Slot>,
    customer: Option<Slot>,
    id: Option<Slot>,
    buffer: Vec<u8>,
    cells: Vec<Span>,
    json: JsonRow,
}

/// How the rows of a file are written.
enum Writing {
    Delimited(Layout),
    Json(Keys, Vec<u32>),
}

impl Book {
    fn open(root: &Path, name: &str, source: &Source) -> Option<Self> {
        let mut columns = Vec::new();
        let mut slot = |name: &String| {
            columns.push(Column {
                name: name.trim().to_owned(),
                need: Need::Optional,
            });
            columns.len() - 1
        };
        let text = source.columns.text.iter().map(&mut slot).collect();
        let segment = source.columns.segment.as_ref().map(&mut slot);
        let customer = source.columns.customer.as_ref().map(&mut slot);
        let id = source.columns.id.as_ref().map(&mut slot);
        let mut file = File::open(path_of(root, name)).ok()?;
        let writing = match source.format {
            Format::Delimited(delimiter) => {
                let data = beginning(&mut file, Reach::default()).ok()?;
                Writing::Delimited(read_header(&data, delimiter, &columns).ok()?.0)
            }
            Format::JsonLines => {
                let cells = 0..columns.len() as u32;
                Writing::Json(Keys::new(&columns, None), cells.collect())
            }
        };
        Some(Self {
            file,
            writing,
            text,
            segment,
            customer,
            id,
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
        if let Writing::Json(keys, _) = &self.writing {
            let text = std::str::from_utf8(&self.buffer).ok()?;
            keys.read(text, &mut self.json).ok()?;
        }
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
            file: name.to_owned(),
            line: place.line,
        })
    }

    /// The row that lies in the buffer.
    fn row(&self) -> Option<Row<'_>> {
        Some(match &self.writing {
            Writing::Delimited(layout) => Row {
                text: std::str::from_utf8(&self.buffer).ok()?,
                cells: &self.cells,
                columns: &layout.columns,
            },
            Writing::Json(_, columns) => Row {
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
            self.file.seek(SeekFrom::Start(offset)).ok()?;
            self.buffer.clear();
            let part = Read::by_ref(&mut self.file).take(wanted as u64);
            let at_end = { part }.read_to_end(&mut self.buffer).ok()? < wanted;
            let (length, sound) = match &self.writing {
                Writing::Delimited(layout) => {
                    let record = split(&self.buffer, 0, layout.delimiter, &mut self.cells)?;
                    let sound = record.start == 0 && self.cells.len() == layout.width;
                    (record.next, sound)
                }
                Writing::Json(..) => {
                    let end = memchr2(b'\n', b'\r', &self.buffer);
                    (end.unwrap_or(self.buffer.len()), true)
                }
            };
            if length < self.buffer.len() || at_end {
                self.buffer.truncate(length);
                return sound.then_some(());
            }
            if wanted >= MOST_RECORD {
                return None;
            }
            wanted *= 8;
        }
    }
}
