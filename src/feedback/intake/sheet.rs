//! Reads one sheet of an Excel workbook as delimited text, a line for each of its rows, so that line
//! numbers are row numbers.

use super::stream::Trouble;
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::fmt::Write;
use std::io::{Cursor, Read};

/// What stands between cells.
pub(super) const DELIMITER: u8 = b'\t';

/// How large a workbook may be, in bytes.
const MOST_PACKED: u64 = 256 * 1024 * 1024;

/// How large it may be unpacked, in bytes.
const MOST_UNPACKED: u64 = 1024 * 1024 * 1024;

/// How many rows and columns a sheet has at most.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;

/// A line break inside a cell. A line feed would end the row; people see the same.
const LINE_BREAK: char = '\u{2028}';

/// The text of a sheet: the one of this name, or else the first that can be seen.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn text(
    input: &mut dyn Read,
    name: Option<&str>,
    trouble: &Trouble,
) -> Result<Vec<u8>, String> {
    let mut packed = Vec::new();
    let read = input.take(MOST_PACKED + 1).read_to_end(&mut packed);
    read.map_err(|error| format!("it cannot be read: {error}"))?;
    if packed.len() as u64 > MOST_PACKED {
        return Err(format!(
            "the workbook is larger than {} MiB; save the sheet as CSV",
            MOST_PACKED >> 20
        ));
    }
    if packed.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(
            "it is an old or a locked Excel file; save it as .xlsx without a password".to_owned(),
        );
    }
    check_size(&packed)?;
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(packed)).map_err(|error| no_workbook(&error))?;
    let name = sheet_name(&workbook, name)?;
    let mut lines = Lines::default();
    let mut cells =
        (workbook.worksheet_cells_reader(&name)).map_err(|error| no_workbook(&error))?;
    loop {
        match cells.next_cell() {
            Ok(Some(cell)) => {
                let (row, column) = cell.get_position();
                if row < lines.row || row >= MOST_ROWS || column >= MOST_COLUMNS {
                    lines.damaged(trouble, "its cells are out of order");
                    break;
                }
                lines.put(row, column, cell.get_value());
            }
            Ok(None) => {
                lines.end_row();
                break;
            }
            Err(error) => {
                lines.damaged(trouble, &error.to_string());
                break;
            }
        }
    }
    Ok(lines.text)
}

fn no_workbook(error: &XlsxError) -> String {
    format!("it is no Excel workbook that can be read ({error}); save it again as .xlsx, or as CSV")
}

/// Unpacks the workbook once to count its bytes: sizes that a file declares may be lies.
fn check_size(packed: &[u8]) -> Result<(), String> {
    let no_archive = |error: zip::result::ZipError| {
        format!("it is no Excel workbook ({error}); save it again as .xlsx, or as CSV")
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(packed)).map_err(no_archive)?;
    let mut left = MOST_UNPACKED;
    for part in 0..archive.len() {
        let Ok(part) = archive.by_index(part) else {
            continue;
        };
        // What is damaged is told when it is read in earnest.
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let Some(rest) = left.checked_sub(unpacked.unwrap_or(0)) else {
            return Err(format!(
                "the workbook unpacks to more than {} MiB; save the sheet as CSV",
                MOST_UNPACKED >> 20
            ));
        };
        left = rest;
    }
    Ok(())
}

fn sheet_name<R: Read + std::io::Seek>(
    workbook: &Xlsx<R>,
    wanted: Option<&str>,
) -> Result<String, String> {
    let sheets: Vec<_> = (workbook.sheets_metadata().iter())
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .collect();
    let seen = |sheet: &&&calamine::Sheet| sheet.visible == SheetVisible::Visible;
    let found = match wanted {
        Some(name) => sheets.iter().find(|sheet| sheet.name.trim() == name.trim()),
        None => sheets.iter().find(seen).or(sheets.first()),
    };
    if let Some(sheet) = found {
        return Ok(sheet.name.clone());
    }
    let Some(wanted) = wanted else {
        return Err("the workbook has no sheets".to_owned());
    };
    let names: Vec<String> = sheets
        .iter()
        .map(|sheet| format!("`{}`", sheet.name))
        .collect();
    Err(format!(
        "it has no sheet `{wanted}`; its sheets: {}",
        names.join(", ")
    ))
}

/// The rows so far, as text.
#[derive(Default)]
struct Lines {
    text: Vec<u8>,
    /// The row that is being filled, counted from 0.
    row: u32,
    cells: Vec<String>,
    /// How many cells the header has.
    width: Option<usize>,
}

impl Lines {
    fn put(&mut self, row: u32, column: u32, value: &DataRef<'_>) {
        while self.row < row {
            self.end_row();
        }
        let column = column as usize;
        if self.cells.len() <= column {
            self.cells.resize_with(column + 1, String::new);
        }
        self.cells[column] = cell(value);
    }

    /// Says that the sheet can be read no further; the present row stays without an end.
    fn damaged(&mut self, trouble: &Trouble, why: &str) {
        trouble.cut(format!(
            "the sheet is damaged in row {} ({why}); the rows before count",
            self.row + 1
        ));
        self.write_row();
    }

    fn end_row(&mut self) {
        self.write_row();
        self.text.push(b'\n');
        self.row += 1;
    }

    fn write_row(&mut self) {
        while self.cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            self.cells.pop();
        }
        if !self.cells.is_empty() {
            let width = *self.width.get_or_insert(self.cells.len());
            if self.cells.len() < width {
                self.cells.resize_with(width, String::new);
            }
            for (place, cell) in self.cells.iter().enumerate() {
                if place > 0 {
                    self.text.push(DELIMITER);
                }
                write_cell(&mut self.text, cell);
            }
        }
        self.cells.clear();
    }
}

fn write_cell(text: &mut Vec<u8>, cell: &str) {
    if !cell.contains(['\t', '"']) {
        text.extend_from_slice(cell.as_bytes());
        return;
    }
    text.push(b'"');
    text.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
    text.push(b'"');
}

/// A cell as text: numbers without `.0`, dates as ISO 8601 writes them.
fn cell(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::SharedString(text) => one_line(text),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            one_line(text)
        }
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::Error(error) => error.to_string(),
        DataRef::DateTime(moment) if moment.is_duration() => moment.as_f64().to_string(),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let mut text = String::new();
            // Writing to a string cannot fail.
            if moment.as_f64() >= 1.0 {
                let _ = write!(text, "{year:04}-{month:02}-{day:02}");
            }
            if (hour, minute, second) != (0, 0, 0) || text.is_empty() {
                let between = if text.is_empty() { "" } else { "T" };
                let _ = write!(text, "{between}{hour:02}:{minute:02}:{second:02}");
            }
            text
        }
    }
}

fn one_line(text: &str) -> String {
    if text.contains(['\n', '\r']) {
        let breaks = LINE_BREAK.to_string();
        return text.replace("\r\n", "\n").replace(['\n', '\r'], &breaks);
    }
    text.to_owned()
}
