//! A file's header: its delimiter, its columns, and which of them a source uses.

use super::cells::{Span, split, unquote};
use super::row::ABSENT;
use std::fmt::Write;

/// A column that a source uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its name in the header, or its path of JSON keys.
    pub(crate) name: String,
    /// What it means when a file lacks it.
    pub(crate) need: Need,
}

/// What it means when a file lacks a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// The source declares it: the file cannot be read.
    Declared,
    /// A rule of this source reads it, at this place: the rule does nothing here, which is said.
    Rule(String),
    /// A rule for every source reads it: the rule does nothing here.
    Optional,
}

/// How the records of one file are laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// What stands between cells.
    pub(crate) delimiter: u8,
    /// How many cells each record has.
    pub(crate) width: usize,
    /// Which cell each column in use is.
    pub(crate) columns: Vec<u32>,
    /// Columns that rules ask for and the header lacks.
    pub(crate) notes: Vec<String>,
}

/// The name of the byte order mark, which says nothing here.
pub(crate) const BOM: &[u8] = b"\xef\xbb\xbf";

/// Reads a header and finds the columns in use; also where the first row begins.
///
/// # Errors
/// What is wrong with it and how to mend it.
pub(crate) fn read(
    data: &[u8],
    delimiter: Option<u8>,
    columns: &[Column],
) -> Result<(Layout, usize), String> {
    if data.starts_with(b"\xff\xfe") || data.starts_with(b"\xfe\xff") {
        return Err("it is UTF-16; save it as UTF-8".to_owned());
    }
    let start = if data.starts_with(BOM) { BOM.len() } else { 0 };
    let delimiter = delimiter.unwrap_or_else(|| found_delimiter(data, start));
    let mut cells = Vec::new();
    let Some(record) = split(data, start, delimiter, &mut cells) else {
        return Err("it is empty; its first line must name the columns".to_owned());
    };
    let Ok(names) = cells
        .iter()
        .map(|span| name(data, span))
        .collect::<Result<Vec<_>, _>>()
    else {
        return Err("its header is not UTF-8; save it as UTF-8".to_owned());
    };
    let mut layout = Layout {
        delimiter,
        width: names.len(),
        columns: Vec::with_capacity(columns.len()),
        notes: Vec::new(),
    };
    layout.find(&names, columns)?;
    Ok((layout, record.next))
}

fn name(data: &[u8], span: &Span) -> Result<String, std::str::Utf8Error> {
    let text = std::str::from_utf8(&data[span.start as usize..span.end as usize])?;
    let text = if span.raw { unquote(text) } else { text.into() };
    Ok(text.trim().to_owned())
}

/// The delimiter that makes the most cells of the first record.
fn found_delimiter(data: &[u8], start: usize) -> u8 {
    let mut cells = Vec::new();
    let mut best = (1, b',');
    for delimiter in [b',', b';', b'\t'] {
        let found = split(data, start, delimiter, &mut cells).is_some();
        if found && cells.len() > best.0 {
            best = (cells.len(), delimiter);
        }
    }
    best.1
}

impl Layout {
    fn find(&mut self, names: &[String], columns: &[Column]) -> Result<(), String> {
        let mut missing = Vec::new();
        for column in columns {
            let place = names.iter().position(|name| *name == column.name);
            self.columns
                .push(place.map_or(ABSENT, |place| place as u32));
            if place.is_some() {
                continue;
            }
            let mut what = format!("`{}`", column.name);
            if let Some(near) = nearest(&column.name, names) {
                let _ = write!(what, " (did you mean `{near}`?)");
            }
            match &column.need {
                Need::Declared => missing.push(what),
                Need::Rule(place) => self.notes.push(format!(
                    "its header lacks {what}, which the rule at {place} reads; that rule does nothing here"
                )),
                Need::Optional => {}
            }
        }
        if missing.is_empty() {
            return Ok(());
        }
        Err(format!(
            "its header lacks {}; it has {}",
            missing.join(", "),
            listed(names)
        ))
    }
}

/// The name that is most like the one that was meant.
fn nearest<'a>(meant: &str, names: &'a [String]) -> Option<&'a String> {
    let meant = meant.to_lowercase();
    names
        .iter()
        .map(|name| (strsim::jaro_winkler(&meant, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

fn listed(names: &[String]) -> String {
    const MOST: usize = 12;
    let mut list: Vec<String> = names
        .iter()
        .take(MOST)
        .map(|name| format!("`{name}`"))
        .collect();
    if names.len() > MOST {
        list.push(format!("and {} more", names.len() - MOST));
    }
    list.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(names: &[&str]) -> Vec<Column> {
        names
            .iter()
            .map(|name| Column {
                name: (*name).to_owned(),
                need: Need::Declared,
            })
            .collect()
    }

    #[test]
    fn the_delimiter_is_found_and_blanks_around_names_are_taken_off() {
        for (delimiter, text) in [
            (b',', "\u{feff}id, \"at;x\" ,text\n1"),
            (b';', "id;at,x;text\r\n"),
            (b'\t', "id\tat\ttext"),
        ] {
            let (layout, _) = read(text.as_bytes(), None, &columns(&["text", "id"])).unwrap();
            assert_eq!(
                (layout.delimiter, layout.width, layout.columns),
                (delimiter, 3, vec![2, 0])
            );
        }
    }

    #[test]
    fn a_missing_column_is_named_with_what_was_probably_meant() {
        let reason = read(b"id,comments\n", None, &columns(&["comment", "at"])).unwrap_err();
        assert_eq!(
            reason,
            "its header lacks `comment` (did you mean `comments`?), `at`; it has `id`, `comments`"
        );
    }

    #[test]
    fn the_first_of_two_columns_of_one_name_is_taken() {
        let (layout, _) = read(b"a,b,a\n", None, &columns(&["a"])).unwrap();
        assert_eq!(layout.columns, [0]);
    }
}
