//! Goes through delimited text record by record. Where cells may end is found for sixty-four bytes at a time,
//! and then taken bit by bit: no byte between two ends is looked at again.

use super::cells::{Record, Span, quoted_cell};
use crate::feedback::stretch::{LENGTH, Stretch};

/// What goes through the records of a text, in order.
#[derive(Clone, Debug)]
pub(crate) struct Splitter<'d> {
    text: Text<'d>,
    /// Where the next record begins.
    at: usize,
    ahead: Ahead,
}

#[derive(Clone, Copy, Debug)]
struct Text<'d> {
    data: &'d [u8],
    delimiter: u8,
}

/// The delimiters and line breaks of a stretch that have yet to come.
#[derive(Clone, Copy, Debug)]
struct Ahead {
    /// Where the stretch begins.
    base: usize,
    ends: u64,
}

impl<'d> Splitter<'d> {
    /// Begins at a place of a text, which must be shorter than 4 GiB: a [`Span`] has 32 bits.
    pub(crate) fn new(data: &'d [u8], at: usize, delimiter: u8) -> Self {
        let text = Text { data, delimiter };
        Self {
            text,
            at,
            ahead: text.ahead(at),
        }
    }

    /// Splits the next record; `None` when there is none. `cells` holds its cells afterwards.
    #[inline]
    pub(crate) fn next(&mut self, cells: &mut Vec<Span>) -> Option<Record> {
        cells.clear();
        let text = self.text;
        let data = text.data;
        if matches!(data.get(self.at), None | Some(b'\n' | b'\r')) {
            self.skip_blank_lines()?;
        }
        let (start, mut cell) = (self.at, self.at);
        let mut ahead = self.ahead;
        let mut quoted = false;
        let (next, ended) = loop {
            let end;
            if data.get(cell) == Some(&b'"') {
                quoted = true;
                (ahead, end) = text.quoted(ahead, cell, cells);
            } else {
                end = text.next_end(&mut ahead);
                cells.push(Span::new(cell, end, false));
            }
            match data.get(end) {
                Some(&byte) if byte == text.delimiter => cell = end + 1,
                Some(b'\r') if data.get(end + 1) == Some(&b'\n') => {
                    break (text.next_end(&mut ahead) + 1, true);
                }
                Some(_) => break (end + 1, true),
                None => break (end, false),
            }
        };
        (self.at, self.ahead) = (next, ahead);
        Some(Record {
            start,
            next,
            ended,
            quoted,
        })
    }

    #[cold]
    fn skip_blank_lines(&mut self) -> Option<()> {
        let data = self.text.data;
        while matches!(data.get(self.at), Some(b'\n' | b'\r')) {
            self.at += 1;
        }
        self.ahead = self.text.behind(self.ahead, self.at);
        (self.at < data.len()).then_some(())
    }
}

impl Text<'_> {
    /// The next delimiter or line break, or the end of the text.
    #[inline]
    fn next_end(self, ahead: &mut Ahead) -> usize {
        while ahead.ends == 0 {
            let next = ahead.base + LENGTH;
            if next >= self.data.len() {
                return self.data.len();
            }
            *ahead = self.ahead(next);
        }
        let end = ahead.base + ahead.ends.trailing_zeros() as usize;
        ahead.ends &= ahead.ends - 1;
        end
    }

    /// Splits the quoted cell at a place; also where it ends.
    #[inline(never)]
    fn quoted(self, ahead: Ahead, cell: usize, cells: &mut Vec<Span>) -> (Ahead, usize) {
        let end = quoted_cell(self.data, cell, self.delimiter, cells);
        let mut ahead = self.behind(ahead, end);
        let end = self.next_end(&mut ahead);
        (ahead, end)
    }

    /// What is ahead at a place further on.
    fn behind(self, ahead: Ahead, place: usize) -> Ahead {
        let passed = place - ahead.base;
        if passed >= LENGTH {
            return self.ahead(place);
        }
        let ends = ahead.ends & (u64::MAX << passed);
        Ahead { ends, ..ahead }
    }

    /// The stretch that begins at a place.
    #[inline]
    fn ahead(self, base: usize) -> Ahead {
        let bytes = self.data.get(base..).and_then(<[u8]>::first_chunk);
        let ends = match bytes {
            Some(bytes) => self.marks(Stretch::of(bytes)),
            None => self.last(base),
        };
        Ahead { base, ends }
    }

    /// Nothing stands beyond the end, whatever the delimiter is.
    #[cold]
    #[inline(never)]
    fn last(self, base: usize) -> u64 {
        let rest = self.data.get(base..).unwrap_or_default();
        self.marks(Stretch::padded(rest)) & !(u64::MAX << rest.len())
    }

    #[inline]
    fn marks(self, stretch: Stretch) -> u64 {
        (stretch.is(self.delimiter) | stretch.is(b'\n') | stretch.is(b'\r')).bits()
    }
}

#[cfg(test)]
mod tests;
