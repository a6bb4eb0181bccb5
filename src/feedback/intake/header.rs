//! A file's header: its delimiter, its columns, and which of them a source uses.

use super::cells::{Span, split, unquote};
use super::row::ABSENT;
use std::fmt::Write;

/// A column that a source uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its name in the header, or its path of JSON keys.
    pub(crate) name: String,
    /// Other names that it has in some files.
    pub(crate) aliases: Vec<String>,
    /// What it means when a file lacks it.
    pub(crate) need: Need,
}

impl Column {
    /// A column, with the other names that are declared for it.
    pub(crate) fn new(name: &str, need: Need, aliases: &[(String, Vec<String>)]) -> Self {
        let name = name.trim();
        let others = aliases.iter().filter(|(of, _)| of.trim() == name);
        let others = others.flat_map(|(_, names)| names);
        Self {
            name: name.to_owned(),
            aliases: others.map(|other| other.trim().to_owned()).collect(),
            need,
        }
    }

    /// All its names, the first one first.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let aliases = self.aliases.iter().map(String::as_str);
        std::iter::once(self.name.as_str()).chain(aliases)
    }
}

/// What it means when a file lacks a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// The source declares it, and rows without it would mean something else: the file cannot be read.
    Declared,
    /// The source declares it, and rows can do without it: it is empty, which is said.
    Useful,
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

/// A header as it stands in a file.
#[derive(Debug)]
pub(super) struct Names {
    /// The names of the columns, without blanks around them.
    pub(super) columns: Vec<String>,
    delimiter: u8,
    /// Where the first row begins.
    next: usize,
}

/// Reads the names of the columns; without a delimiter it is found.
///
/// # Errors
/// What is wrong with the header and how to mend it.
pub(super) fn names(data: &[u8], delimiter: Option<u8>) -> Result<Names, String> {
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
        return Err(
            "its header is not UTF-8; say its `encoding`, such as `windows-1252`, or save it as UTF-8"
                .to_owned(),
        );
    };
    if names.iter().any(|name| name.contains('\0')) {
        return Err(
            "there are NUL bytes in its header; if it is UTF-16, say `encoding: utf-16le` or \
             `utf-16be`, or save it as UTF-8"
                .to_owned(),
        );
    }
    Ok(Names {
        columns: names,
        delimiter,
        next: record.next,
    })
}

/// Reads a header and finds the columns in use; also where the first row begins.
///
/// # Errors
/// What is wrong with it and how to mend it.
pub(crate) fn read(
    data: &[u8],
    delimiter: Option<u8>,
    columns: &[Column],
) -> Result<(Layout, usize), String> {
    let header = names(data, delimiter)?;
    let mut layout = Layout {
        delimiter: header.delimiter,
        width: header.columns.len(),
        columns: Vec::with_capacity(columns.len()),
        notes: Vec::new(),
    };
    layout.find(&header.columns, columns)?;
    Ok((layout, header.next))
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
        let (mut missing, mut empty) = (Vec::new(), Vec::new());
        let mut declared = 0;
        for column in columns {
            let mut places = column
                .names()
                .filter_map(|wanted| names.iter().position(|name| name == wanted));
            let place = places.next();
            declared += usize::from(matches!(column.need, Need::Declared | Need::Useful));
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
                Need::Useful => empty.push(what),
                Need::Rule(place) => self.notes.push(format!(
                    "its header lacks {what}, which the rule at {place} reads; that rule does nothing here"
                )),
                Need::Optional => {}
            }
        }
        let foreign = missing.len() + empty.len() == declared;
        if missing.is_empty() && (empty.is_empty() || !foreign) {
            if !empty.is_empty() {
                self.notes.push(format!(
                    "its header lacks {}; the rows were read with it empty. Name it under `aliases` \
                     if it goes by another name here",
                    empty.join(", ")
                ));
            }
            return Ok(());
        }
        missing.append(&mut empty);
        Err(format!(
            "its header lacks {}; it has {}. Correct `columns`, or list the names used here under `aliases`",
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
                aliases: Vec::new(),
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
            "its header lacks `comment` (did you mean `comments`?), `at`; it has `id`, `comments`. Correct \
             `columns`, or list the names used here under `aliases`"
        );
    }

    #[test]
    fn the_first_of_two_columns_of_one_name_is_taken() {
        let (layout, _) = read(b"a,b,a\n", None, &columns(&["a"])).unwrap();
        assert_eq!(layout.columns, [0]);
    }
}
