//! Friction flagged by the organisation's own people: a row at the end of a feedback file.

use super::appending::append;
use super::visible::visible;
use super::{SaveError, Workspace};
use crate::feedback::{Format, Source};
use crate::journey::{Address, Day};
use std::path::Path;

/// The source that flags are rows of.
pub const FLAGS: &str = "flags";
/// Where they stand when no source of that name is declared.
const FILE: &str = "feedback/flags.csv";
/// The columns of that file.
const COLUMNS: [&str; 4] = ["at", "touchpoint", "words", "by"];

/// What pothole.yaml has to declare for flags to count.
pub const FLAGS_SOURCE: &str = "\
sources:
  flags:
    title: Flagged by our own people
    files: feedback/flags.csv
    columns: {at: at, touchpoint: touchpoint, text: words, segment: by}
    speaks: complaint
";

/// Friction that somebody saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Where.
    pub touchpoint: Address,
    /// What, in a sentence.
    pub words: String,
    /// Who says so: a team, a shift, a name.
    pub by: Option<String>,
    /// The day.
    pub on: Day,
}

/// Where a flag was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flagged {
    /// The file, relative to the workspace.
    pub file: String,
    /// Whether a source reads it; else [`FLAGS_SOURCE`] is to be added.
    pub declared: bool,
}

/// A flag could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FlagError {
    /// The words say nothing.
    #[error("say what hurts, in a sentence")]
    NoWords,
    /// The source does not allow rows to be added.
    #[error("the source `flags` cannot take a row: {0}")]
    Source(String),
    /// The file refused.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Writes a flag as a row at the end of the file of the source `flags`, or of `feedback/flags.csv` where no
/// such source is declared. The file is made with its header where it is not there.
pub fn flag(workspace: &Workspace, flag: &Flag) -> Result<Flagged, FlagError> {
    let words = one_line(&flag.words);
    if words.is_empty() {
        return Err(FlagError::NoWords);
    }
    let source = workspace.sources.iter().find(|source| source.id == FLAGS);
    let sheet = match source {
        Some(source) => Sheet::of(&workspace.root, source)?,
        None => Sheet::undeclared(&workspace.root)?,
    };
    let by = flag.by.as_deref().map(one_line).unwrap_or_default();
    let day = flag.on.to_string();
    let touchpoint = flag.touchpoint.to_string();
    let values = [day.as_str(), &touchpoint, &words, &by];
    let cells = sheet.header.iter().map(|column| {
        let place = sheet
            .columns
            .iter()
            .position(|known| known.as_deref() == Some(column));
        place.map_or("", |place| values[place])
    });
    let row = line(cells, sheet.delimiter)?;
    let header = line(sheet.header.iter().map(String::as_str), sheet.delimiter)?;
    append(&workspace.root, &sheet.file, Some(&header), &row)?;
    Ok(Flagged {
        file: sheet.file,
        declared: source.is_some(),
    })
}

/// The file flags are written to.
struct Sheet {
    file: String,
    delimiter: u8,
    header: Vec<String>,
    /// The columns of the day, the touchpoint, the words, and who says so.
    columns: [Option<String>; 4],
}

impl Sheet {
    fn undeclared(root: &Path) -> Result<Self, FlagError> {
        let columns = COLUMNS.map(|column| Some(column.to_owned()));
        Self::read(root, FILE.to_owned(), b',', columns)
    }

    fn of(root: &Path, source: &Source) -> Result<Self, FlagError> {
        let refuse = |reason: &str| Err(FlagError::Source(reason.to_owned()));
        let [file] = source.files.as_slice() else {
            return refuse("it has several files; declare one");
        };
        if file.contains(['*', '?']) {
            return refuse("its file is a pattern; declare one file");
        }
        let Format::Delimited(delimiter) = source.format else {
            return refuse("its file is no CSV");
        };
        if !source.date_formats.is_empty() {
            return refuse("it declares a `date-format`; flags have days such as 2026-03-31");
        }
        let columns = &source.columns;
        let (Some(at), Some(touchpoint), Some(words)) =
            (&columns.at, &columns.touchpoint, columns.text.first())
        else {
            return refuse("it needs `at`, `touchpoint` and `text` under `columns`");
        };
        let columns = [
            Some(at.clone()),
            Some(touchpoint.clone()),
            Some(words.clone()),
            columns.segment.clone(),
        ];
        Self::read(root, file.clone(), delimiter.unwrap_or(b','), columns)
    }

    /// The header as the file has it, or as it will have where the file is not there.
    fn read(
        root: &Path,
        file: String,
        delimiter: u8,
        columns: [Option<String>; 4],
    ) -> Result<Self, FlagError> {
        let mut reader = csv::ReaderBuilder::new();
        reader.delimiter(delimiter);
        let there = reader.from_path(root.join(&file)).ok();
        let found = there.and_then(|mut reader| reader.headers().ok().cloned());
        let found = found.filter(|header| !header.is_empty());
        let header: Vec<String> = match found {
            Some(header) => (header.iter())
                .map(|cell| cell.trim_start_matches('\u{feff}').trim().to_owned())
                .collect(),
            None => columns.iter().flatten().cloned().collect(),
        };
        let mut needed = columns.iter().take(3).flatten();
        if let Some(missing) = needed.find(|column| !header.contains(column)) {
            let reason = format!("{} has no column `{missing}`", visible(&file));
            return Err(FlagError::Source(reason));
        }
        Ok(Self {
            file,
            delimiter,
            header,
            columns,
        })
    }
}

fn line<'a>(cells: impl Iterator<Item = &'a str>, delimiter: u8) -> Result<String, FlagError> {
    let unwritable = |_| FlagError::Source("its columns cannot be written".to_owned());
    let mut builder = csv::WriterBuilder::new();
    let mut writer = builder.delimiter(delimiter).from_writer(Vec::new());
    let written = writer.write_record(cells);
    written.map_err(unwritable)?;
    let bytes = writer.into_inner();
    let bytes = bytes.map_err(|_| FlagError::Source("its columns cannot be written".to_owned()))?;
    String::from_utf8(bytes)
        .map_err(|_| FlagError::Source("its columns cannot be written".to_owned()))
}

/// Words on one line, without what steers a terminal.
fn one_line(text: &str) -> String {
    let shown: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = shown.split(' ').filter(|word| !word.is_empty()).collect();
    visible(&words.join(" "))
}
