//! How JSON is laid out: compact, but with each key of the whole and each item of its lists on a line
//! of its own, so that exports can be compared line by line. Characters that steer a terminal are
//! written as escapes: the data is the same, the bytes are inert.

use super::text::steers;
use serde_json::ser::{CompactFormatter, Formatter};
use std::io::{self, Write};

/// The depth up to which every item has its own line: the whole, and the lists right below it.
const DEPTH: usize = 2;

/// Lays JSON out line by line.
#[derive(Debug, Default)]
pub(super) struct Lines {
    depth: usize,
    filled: bool,
}

impl Lines {
    fn open<W: ?Sized + Write>(&mut self, out: &mut W, mark: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        out.write_all(mark)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, mark: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.filled && self.depth < DEPTH {
            out.write_all(b"\n")?;
            self.indent(out)?;
        }
        self.filled = true;
        out.write_all(mark)
    }

    fn item<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        self.filled = true;
        if self.depth <= DEPTH {
            out.write_all(b"\n")?;
            return self.indent(out);
        }
        Ok(())
    }

    fn indent<W: ?Sized + Write>(&self, out: &mut W) -> io::Result<()> {
        (0..self.depth).try_for_each(|_| out.write_all(b" "))
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.item(out, first)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.item(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        let colon = if self.depth <= DEPTH { ": " } else { ":" };
        out.write_all(colon.as_bytes())
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        // Nearly all of it is plain ASCII, of which no character steers; looked at many bytes at a time.
        let others = (fragment.bytes()).fold(0, |others, byte| {
            others | u8::from(!matches!(byte, b' '..=b'~'))
        });
        if others == 0 {
            return CompactFormatter.write_string_fragment(out, fragment);
        }
        let mut from = 0;
        for (place, c) in fragment.char_indices().filter(|(_, c)| steers(*c)) {
            out.write_all(&fragment.as_bytes()[from..place])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            from = place + c.len_utf8();
        }
        CompactFormatter.write_string_fragment(out, &fragment[from..])
    }
}
