//! The columns that a source's first file has, read from its first bytes alone, so that a column
//! nobody has is found before a scan.

use super::Kind;
use super::fields::Text;
use super::reporter::Reporter;
use super::suggestion::nearest;
use super::visible::quoted;
use crate::feedback::{Format, SourceIndex};
use serde_json::Value;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// How much of a file is looked at.
const MOST_BYTES: u64 = 256 << 10;
/// How many JSON objects are looked at: keys may be left out in some.
const MOST_OBJECTS: usize = 200;

/// The columns of one file.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// The file, relative to the workspace.
    pub(super) file: String,
    /// The names of its columns, without blanks around them.
    pub(super) columns: Vec<String>,
}

impl Header {
    /// Reads the columns of a file; nothing when its beginning says none.
    pub(super) fn read(root: &Path, file: &str, format: Format) -> Option<Self> {
        let mut bytes = Vec::new();
        let opened = File::open(root.join(file)).ok()?;
        opened.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return None;
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let columns = match format {
            Format::Delimited(delimiter) => cells(bytes, delimiter),
            Format::JsonLines => keys(bytes),
        };
        (!columns.is_empty()).then(|| Self {
            file: file.to_owned(),
            columns,
        })
    }

    fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|name| name == column.trim())
    }
}

/// The headers of all sources, in their order; nothing for a source whose files are not there.
#[derive(Debug, Default)]
pub(super) struct Headers(pub(super) Vec<Option<Header>>);

impl Headers {
    /// Reports a column that is not in the source, or for no source in any of them.
    pub(super) fn check(
        &self,
        source: Option<SourceIndex>,
        column: &Text,
        report: &mut Reporter<'_>,
    ) {
        let asked = match source {
            Some(index) => self.0.get(index..=index).unwrap_or_default(),
            None => &self.0,
        };
        let headers: Vec<&Header> = asked.iter().flatten().collect();
        let unsure = headers.is_empty() || headers.len() < asked.len();
        if unsure || headers.iter().any(|header| header.has(&column.text)) {
            return;
        }
        let files: Vec<&str> = headers.iter().map(|header| header.file.as_str()).collect();
        let message = format!(
            "no column {} in {}",
            quoted(&column.text),
            quoted(&files.join(", "))
        );
        let columns = headers.iter().flat_map(|header| &header.columns);
        let columns: Vec<&str> = columns.map(String::as_str).collect();
        let help = match nearest(&column.text, columns.iter().copied()) {
            Some(near) => format!("did you mean {}?", quoted(near)),
            None => format!("its columns: {}", listed(&columns)),
        };
        report.say(Kind::UnknownColumn, column.at, message, help);
    }
}

fn listed(columns: &[&str]) -> String {
    let shown: Vec<String> = columns.iter().take(20).map(|name| quoted(name)).collect();
    let more = columns.len().saturating_sub(20);
    let rest = if more > 0 {
        format!(", and {more} more")
    } else {
        String::new()
    };
    shown.join(", ") + &rest
}

fn cells(bytes: &[u8], delimiter: Option<u8>) -> Vec<String> {
    let delimiter = delimiter.unwrap_or_else(|| found_delimiter(bytes));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let mut record = csv::ByteRecord::new();
    match reader.read_byte_record(&mut record) {
        Ok(true) => record
            .iter()
            .map(|cell| String::from_utf8_lossy(cell).trim().to_owned())
            .collect(),
        _ => Vec::new(),
    }
}

/// The delimiter that stands most often outside quotes in the first line; a comma among equals.
fn found_delimiter(bytes: &[u8]) -> u8 {
    let (mut counts, mut quoted) = ([(b',', 0), (b';', 0), (b'\t', 0)], false);
    for &byte in bytes {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            byte if !quoted => {
                for (delimiter, count) in &mut counts {
                    *count += usize::from(*delimiter == byte);
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(delimiter, _)| *delimiter)
}

fn keys(bytes: &[u8]) -> Vec<String> {
    let mut columns = Vec::new();
    let lines = bytes.split(|&byte| byte == b'\n').take(MOST_OBJECTS);
    for object in lines.filter_map(|line| serde_json::from_slice::<Value>(line).ok()) {
        gather(&object, "", &mut columns);
    }
    columns
}

fn gather(value: &Value, path: &str, columns: &mut Vec<String>) {
    let Value::Object(entries) = value else {
        return;
    };
    for (key, value) in entries {
        let path = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        gather(value, &path, columns);
        if !columns.contains(&path) {
            columns.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_the_header_uses_outside_quotes() {
        assert_eq!(cells(b"\"a,b\";c; d \n1;2;3\n", None), ["a,b", "c", "d"]);
        assert_eq!(cells(b"a\tb,c\td\r\n", None), ["a", "b,c", "d"]);
        assert_eq!(cells(b"alone\n", None), ["alone"]);
        assert_eq!(cells(b"a|b\n", Some(b'|')), ["a", "b"]);
    }

    #[test]
    fn json_keys_are_gathered_by_their_paths_from_many_lines() {
        let lines = b"{\"id\": 1, \"user\": {\"plan\": \"x\"}}\n{\"tags\": [1]}\n{broken";
        assert_eq!(keys(lines), ["id", "user.plan", "user", "tags"]);
    }
}
