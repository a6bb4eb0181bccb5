//! A JSON list of objects read as records: the list's own brackets and commas become ends of records,
//! everything else of it stays in its place, so that places and lines are those of the file.

use super::list_path::{ListPath, Step};
use super::stream::Trouble;
use memchr::memchr3;
use std::io::Read;
use std::sync::Arc;

/// Ends a record. It may not stand in JSON, not even in a text.
pub(crate) const RECORD_END: u8 = 0x1e;

/// What a [`RECORD_END`] that stands in the file becomes, which is no JSON either.
const NO_JSON: u8 = 0x01;

/// The items of a list.
pub(super) struct Rows<R> {
    input: R,
    trouble: Arc<Trouble>,
    stage: Stage,
    path: String,
    done: bool,
}

enum Stage {
    Before(ListPath),
    Within(Items),
    /// Whether it has been said that something stands here.
    After(bool),
}

/// Where in the list's items the reading stands.
#[derive(Default)]
struct Items {
    depth: u32,
    in_text: bool,
    escaped: bool,
}

impl<R: Read> Rows<R> {
    /// The items of the list at a path, or of the one that is the whole input.
    pub(super) fn new(input: R, path: Option<&str>, trouble: Arc<Trouble>) -> Self {
        Self {
            input,
            trouble,
            stage: Stage::Before(ListPath::new(path)),
            path: path.unwrap_or_default().to_owned(),
            done: false,
        }
    }

    fn mark(&mut self, data: &mut [u8]) {
        let mut at = 0;
        while at < data.len() {
            at = match &mut self.stage {
                Stage::Before(path) => {
                    let step = path.byte(data[at]);
                    if !matches!(data[at], b'\n' | b'\r') {
                        data[at] = b' ';
                    }
                    match step {
                        Step::On => {}
                        Step::Found => self.stage = Stage::Within(Items::default()),
                        Step::Never => {
                            self.none();
                            self.stage = Stage::After(true);
                        }
                    }
                    at + 1
                }
                Stage::Within(items) => match items.mark(data, at) {
                    (at, false) => at,
                    (at, true) => {
                        // What follows a list inside of something is the rest of that.
                        self.stage = Stage::After(!self.path.is_empty());
                        at
                    }
                },
                Stage::After(said) => {
                    if !data[at].is_ascii_whitespace() && !*said {
                        *said = true;
                        let what = "text stands behind the end of the list; it was not read";
                        self.trouble.say(what.to_owned());
                    }
                    if !matches!(data[at], b'\n' | b'\r') {
                        data[at] = b' ';
                    }
                    at + 1
                }
            }
        }
    }

    /// Says that there is no such list.
    fn none(&self) {
        self.trouble.say(if self.path.is_empty() {
            "it holds no list of rows; name the list's path under `rows`, or say `format: jsonl` \
             if each line is an object"
                .to_owned()
        } else {
            format!("it holds no list at `{}`, which `rows` names", self.path)
        });
    }

    fn end(&mut self) {
        if std::mem::replace(&mut self.done, true) {
            return;
        }
        match &self.stage {
            Stage::Before(_) => self.none(),
            Stage::Within(_) => self
                .trouble
                .cut("the list of rows is not closed; the file may be cut off".to_owned()),
            Stage::After(_) => {}
        }
    }
}

impl<R: Read> Read for Rows<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.input.read(buffer)?;
        if read == 0 && !buffer.is_empty() {
            self.end();
        }
        self.mark(&mut buffer[..read]);
        Ok(read)
    }
}

impl Items {
    /// Marks what stands at a place; where to go on, and whether the list has ended.
    fn mark(&mut self, data: &mut [u8], at: usize) -> (usize, bool) {
        if self.in_text {
            return (self.text(data, at), false);
        }
        match data[at] {
            b'"' => self.in_text = true,
            b'{' | b'[' => self.depth += 1,
            b']' if self.depth == 0 => {
                data[at] = RECORD_END;
                return (at + 1, true);
            }
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            b',' if self.depth == 0 => data[at] = RECORD_END,
            RECORD_END => data[at] = NO_JSON,
            _ => {}
        }
        (at + 1, false)
    }

    /// Passes over a text. It cannot go on over a line break: there its quote was never closed.
    fn text(&mut self, data: &mut [u8], at: usize) -> usize {
        if std::mem::take(&mut self.escaped) {
            if data[at] == RECORD_END {
                data[at] = NO_JSON;
            }
            return at + 1;
        }
        let rest = &data[at..];
        let stop = memchr3(b'"', b'\\', b'\n', rest).unwrap_or(rest.len());
        for byte in &mut data[at..at + stop] {
            if *byte == RECORD_END {
                *byte = NO_JSON;
            }
        }
        match data.get(at + stop) {
            None => return at + stop,
            Some(b'\\') => self.escaped = true,
            Some(_) => self.in_text = false,
        }
        at + stop + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(json: &str, path: Option<&str>) -> (Vec<String>, Vec<String>) {
        let trouble = Arc::new(Trouble::default());
        let mut rows = Rows::new(json.as_bytes(), path, Arc::clone(&trouble));
        let mut text = Vec::new();
        rows.read_to_end(&mut text).unwrap();
        assert_eq!(text.len(), json.len());
        let records = text.split(|&byte| byte == RECORD_END).map(|record| {
            let record = String::from_utf8_lossy(record);
            record.trim().to_owned()
        });
        let records = records.filter(|record| !record.is_empty()).collect();
        (records, trouble.drain())
    }

    #[test]
    fn the_items_of_a_list_come_apart_and_nothing_inside_them_does() {
        let (found, said) = records(r#" [{"a":[1,2],"b":"],\""}, {"c":{"d":1}} ] "#, None);
        assert_eq!(found, [r#"{"a":[1,2],"b":"],\""}"#, r#"{"c":{"d":1}}"#]);
        assert_eq!(said, [] as [&str; 0]);
        assert_eq!(records("[]", None).0, [] as [&str; 0]);
    }

    #[test]
    fn a_list_is_found_by_its_path() {
        let json = r#"{"rows":{"x":[7]},"data":{"other":[1],"rows":[{"a":1},{"a":2}],"z":[3]},"rows":[9]}"#;
        assert_eq!(
            records(json, Some("data.rows")).0,
            [r#"{"a":1}"#, r#"{"a":2}"#]
        );
        assert_eq!(records(json, Some("rows.x")).0, ["7"]);
        let (found, said) = records(json, Some("data.none"));
        assert_eq!(found, [] as [&str; 0]);
        assert_eq!(
            said,
            ["it holds no list at `data.none`, which `rows` names"]
        );
    }

    #[test]
    fn damage_is_said_and_stays_where_it_is() {
        let (found, said) = records("[{\"a\":\"x},\n{\"a\":1}", None);
        assert_eq!(found, ["{\"a\":\"x},\n{\"a\":1}"]);
        assert_eq!(
            said,
            ["the list of rows is not closed; the file may be cut off"]
        );
        let (found, said) = records("[1] 2", None);
        assert_eq!(found, ["1"]);
        assert_eq!(
            said,
            ["text stands behind the end of the list; it was not read"]
        );
        let (_, said) = records("{\"a\": 1}", None);
        assert!(said[0].starts_with("it holds no list of rows"), "{said:?}");
    }
}
