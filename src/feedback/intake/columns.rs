//! The columns that a file has, read from its beginning alone, so that a column nobody has is found before
//! a scan.

use super::array::RECORD_END;
use super::feed::Reach;
use super::files::path_of;
use super::header;
use super::open_file::beginning;
use super::stream::{Stream, Writing};
use crate::feedback::{Format, Source};
use serde_json::Value;
use std::path::Path;

/// How much of a file is looked at.
const MOST_BYTES: usize = 256 << 10;

/// How many JSON objects are looked at: keys may be left out in some.
const MOST_OBJECTS: usize = 200;

/// How large a workbook may be for its header to be looked at: it is unpacked for it as a whole.
const MOST_WORKBOOK: u64 = 256 << 10;

/// The names of a file's columns, without blanks around them; in JSON, the paths of its keys. `None` when
/// its beginning does not say.
pub fn columns(root: &Path, file: &str, source: &Source) -> Option<Vec<String>> {
    let path = path_of(root, file);
    if source.format == Format::Excel && path.metadata().ok()?.len() > MOST_WORKBOOK {
        return None;
    }
    let mut stream = Stream::open(&path, &Writing::of(source)).ok()?;
    let reach = Reach {
        block: MOST_BYTES,
        ..Reach::default()
    };
    let text = beginning(&mut stream, reach).ok()?;
    let columns = match stream.format {
        Format::Delimited(delimiter) => header::names(&text, delimiter).ok()?.columns,
        Format::Json => keys(&text, RECORD_END),
        Format::JsonLines | Format::Excel => keys(&text, b'\n'),
    };
    (!columns.is_empty()).then_some(columns)
}

fn keys(text: &[u8], record_end: u8) -> Vec<String> {
    let text = text.strip_prefix(header::BOM).unwrap_or(text);
    let mut columns = Vec::new();
    let records = text.split(|&byte| byte == record_end);
    let objects = records.filter_map(|record| serde_json::from_slice::<Value>(record).ok());
    for object in objects.take(MOST_OBJECTS) {
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
    fn json_keys_are_gathered_by_their_paths_from_many_lines() {
        let lines = b"{\"id\": 1, \"user\": {\"plan\": \"x\"}}\n{\"tags\": [1]}\n{broken";
        assert_eq!(keys(lines, b'\n'), ["id", "user.plan", "user", "tags"]);
    }
}
