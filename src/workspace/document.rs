//! The text of one file of the workspace, and where in it a byte stands.

use super::tree::Span;
use std::path::Path;

/// A file's text with the beginnings of its lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Document {
    /// The file, relative to the workspace, with `/` between folders.
    pub(super) file: String,
    /// What it holds.
    pub(super) text: String,
    lines: Vec<u32>,
}

/// A place in a file, for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    /// Counted from 1.
    pub(super) line: usize,
    /// In characters, counted from 1.
    pub(super) column: usize,
    /// In characters; at least 1.
    pub(super) width: usize,
    /// The line, without its end.
    pub(super) text: String,
}

/// Why a file's text could not be had.
#[derive(Debug)]
pub(super) enum Unreadable {
    /// It could not be read at all.
    Io(std::io::Error),
    /// It is larger than [`Document::MOST_BYTES`]; this large.
    TooLarge(u64),
    /// It is not UTF-8 from this byte on.
    NotUtf8 {
        /// The text up to there.
        before: String,
        /// The byte that is not UTF-8.
        byte: u8,
    },
}

impl Document {
    /// The largest file that is read.
    pub(super) const MOST_BYTES: u64 = 8 << 20;

    /// A text that was read from a file.
    pub(super) fn new(file: impl Into<String>, text: String) -> Self {
        Self {
            file: file.into(),
            lines: line_starts(&text),
            text,
        }
    }

    /// Reads a file of the workspace.
    pub(super) fn read(root: &Path, file: &str) -> Result<Self, Unreadable> {
        Ok(Self::new(file, read_text(&root.join(file))?))
    }

    /// The line a byte stands on, counted from 1.
    pub(super) fn line(&self, byte: u32) -> usize {
        self.lines.partition_point(|&start| start <= byte).max(1)
    }

    /// Where a span begins, and how much of its first line it covers.
    pub(super) fn spot(&self, span: Span) -> Spot {
        let line = self.line(span.start);
        let start = self.lines.get(line - 1).map_or(0, |&byte| byte as usize);
        let end = self
            .lines
            .get(line)
            .map_or(self.text.len(), |&byte| byte as usize);
        let text = self.text.get(start..end).unwrap_or_default();
        let text = text
            .trim_end_matches(['\n', '\r'])
            .trim_start_matches('\u{feff}');
        let mark = usize::from(end > start && self.text[start..].starts_with('\u{feff}')) * 3;
        let chars = |from: usize, to: usize| {
            let to = to.min(start + mark + text.len());
            self.text
                .get(from.min(to)..to)
                .map_or(0, |part| part.chars().count())
        };
        let begin = (span.start as usize).max(start + mark);
        Spot {
            line,
            column: chars(start + mark, begin) + 1,
            width: chars(begin, span.end as usize).max(1),
            text: text.to_owned(),
        }
    }
}

/// Reads a file as text, within the limit.
pub(super) fn read_text(path: &Path) -> Result<String, Unreadable> {
    let size = std::fs::metadata(path).map_err(Unreadable::Io)?.len();
    if size > Document::MOST_BYTES {
        return Err(Unreadable::TooLarge(size));
    }
    let bytes = std::fs::read(path).map_err(Unreadable::Io)?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        Unreadable::NotUtf8 {
            byte: bytes.get(valid).copied().unwrap_or_default(),
            before: String::from_utf8_lossy(&bytes[..valid]).into_owned(),
        }
    })
}

fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
    let mut starts = Vec::with_capacity(1 + text.len() / 32);
    starts.push(0);
    starts.extend(ends.map(|at| at as u32 + 1));
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(text: &str, word: &str) -> (usize, usize, usize, String) {
        let start = text.find(word).unwrap();
        let document = Document::new("x.yaml", text.to_owned());
        let spot = document.spot(Span {
            start: start as u32,
            end: (start + word.len()) as u32,
        });
        (spot.line, spot.column, spot.width, spot.text)
    }

    #[test]
    fn places_are_counted_in_characters_whatever_ends_the_lines() {
        let text = "\u{feff}título: é\r\nb: 日本 x\rc: d";
        assert_eq!(spot(text, "é"), (1, 9, 1, "título: é".into()));
        assert_eq!(spot(text, "título"), (1, 1, 6, "título: é".into()));
        assert_eq!(spot(text, "x"), (2, 7, 1, "b: 日本 x".into()));
        assert_eq!(spot(text, "d"), (3, 4, 1, "c: d".into()));
    }

    #[test]
    fn a_span_over_several_lines_is_shown_on_its_first() {
        assert_eq!(
            spot("a: [b,\n  c]\n", "[b,\n  c]"),
            (1, 4, 3, "a: [b,".into())
        );
        let empty = Document::new("x.yaml", String::new());
        assert_eq!(empty.spot(Span::default()).line, 1);
    }
}
