//! Goes through delimited text record by record. Where cells may end is found for many stretches of sixty-four bytes
//! together, and then taken bit by bit: no byte between two ends is looked at again.

use super::cells::{Record, Span, quoted_cell};
use crate::feedback::stretch::{LENGTH, Stretch};
use fearless_simd::{Level, Simd, dispatch};

/// How many stretches are looked at together: four KiB of text.
const MOST_AHEAD: usize = 64;

/// How many at first: it may be one record that is asked for.
const FIRST_AHEAD: usize = 4;

/// What goes through the records of a text, in order.
#[derive(Clone, Debug)]
pub(crate) struct Splitter<'d> {
    ahead: Ahead<'d>,
    /// Where the next record begins.
    at: usize,
    here: Here,
}

/// The stretch that the next cell may end in.
#[derive(Clone, Copy, Debug)]
struct Here {
    /// Where the stretch begins.
    base: usize,
    /// The delimiters and line breaks of it that have yet to come.
    ends: u64,
}

/// The delimiters and line breaks of some stretches, one behind the other.
#[derive(Clone, Debug)]
struct Ahead<'d> {
    data: &'d [u8],
    delimiter: u8,
    /// Where the first of the stretches begins.
    base: usize,
    /// How many there are.
    count: usize,
    ends: [u64; MOST_AHEAD],
}

impl<'d> Splitter<'d> {
    /// Begins at a place of a text, which must be shorter than 4 GiB: a [`Span`] has 32 bits.
    pub(crate) fn new(data: &'d [u8], at: usize, delimiter: u8) -> Self {
        let mut ahead = Ahead {
            data,
            delimiter,
            base: at,
            count: 0,
            ends: [0; MOST_AHEAD],
        };
        let here = ahead.look(at);
        Self { ahead, at, here }
    }

    /// Splits the next record; `None` when there is none. `cells` holds its cells afterwards.
    #[inline(never)]
    pub(crate) fn next(&mut self, cells: &mut Vec<Span>) -> Option<Record> {
        cells.clear();
        let (data, delimiter) = (self.ahead.data, self.ahead.delimiter);
        if matches!(data.get(self.at), None | Some(b'\n' | b'\r')) {
            self.skip_blank_lines()?;
        }
        let (start, mut cell) = (self.at, self.at);
        let mut here = self.here;
        let mut quoted = false;
        let (next, ended) = loop {
            let end;
            if data.get(cell) == Some(&b'"') {
                quoted = true;
                (here, end) = self.ahead.quoted(here, cell, cells);
            } else {
                end = self.ahead.next_end(&mut here);
                cells.push(Span::new(cell, end, false));
            }
            match data.get(end) {
                Some(&byte) if byte == delimiter => cell = end + 1,
                Some(b'\r') if data.get(end + 1) == Some(&b'\n') => {
                    break (self.ahead.next_end(&mut here) + 1, true);
                }
                Some(_) => break (end + 1, true),
                None => break (end, false),
            }
        };
        (self.at, self.here) = (next, here);
        Some(Record {
            start,
            next,
            ended,
            quoted,
        })
    }

    #[cold]
    fn skip_blank_lines(&mut self) -> Option<()> {
        let data = self.ahead.data;
        while matches!(data.get(self.at), Some(b'\n' | b'\r')) {
            self.at += 1;
        }
        self.here = self.ahead.behind(self.here, self.at);
        (self.at < data.len()).then_some(())
    }
}

impl Ahead<'_> {
    /// The next delimiter or line break, or the end of the text.
    #[inline(always)]
    fn next_end(&mut self, here: &mut Here) -> usize {
        while here.ends == 0 {
            let next = here.base + LENGTH;
            if next >= self.data.len() {
                return self.data.len();
            }
            *here = self.at(next);
        }
        let end = here.base + here.ends.trailing_zeros() as usize;
        here.ends &= here.ends - 1;
        end
    }

    /// Splits the quoted cell at a place; also where it ends.
    #[inline(never)]
    fn quoted(&mut self, here: Here, cell: usize, cells: &mut Vec<Span>) -> (Here, usize) {
        let end = quoted_cell(self.data, cell, self.delimiter, cells);
        let mut here = self.behind(here, end);
        let end = self.next_end(&mut here);
        (here, end)
    }

    /// What is ahead at a place further on.
    fn behind(&mut self, here: Here, place: usize) -> Here {
        let passed = place - here.base;
        let here = if passed < LENGTH {
            here
        } else {
            self.at(here.base + passed / LENGTH * LENGTH)
        };
        let ends = here.ends & (u64::MAX << (place - here.base));
        Here { ends, ..here }
    }

    /// The stretch that begins a number of whole stretches behind the first.
    #[inline(always)]
    fn at(&mut self, base: usize) -> Here {
        match self.ends[..self.count].get((base - self.base) / LENGTH) {
            Some(&ends) => Here { base, ends },
            None => self.look(base),
        }
    }

    /// Looks at the stretches from a place on, at more of them than the last time.
    #[inline(never)]
    fn look(&mut self, base: usize) -> Here {
        let most = (4 * self.count).clamp(FIRST_AHEAD, MOST_AHEAD);
        let rest = self.data.get(base..).unwrap_or_default();
        self.count = rest.len().div_ceil(LENGTH).min(most);
        self.base = base;
        let ends = &mut self.ends[..self.count];
        dispatch!(Level::new(), simd => mark(simd, rest, self.delimiter, ends));
        let ends = ends.first().copied().unwrap_or_default();
        Here { base, ends }
    }
}

/// Marks the delimiters and line breaks of the first stretches of a text.
#[inline(always)]
fn mark<S: Simd>(simd: S, text: &[u8], delimiter: u8, ends: &mut [u64]) {
    let (stretches, rest) = text.as_chunks();
    let mut place = 0;
    while let (Some(bytes), Some(ends)) = (stretches.get(place), ends.get_mut(place)) {
        *ends = ends_of(Stretch::of(simd, bytes), delimiter);
        place += 1;
    }
    if let Some(ends) = ends.get_mut(place) {
        // Nothing stands beyond the end, whatever the delimiter is.
        *ends = ends_of(Stretch::padded(simd, rest), delimiter) & !(u64::MAX << rest.len());
    }
}

#[inline(always)]
fn ends_of<S: Simd>(stretch: Stretch<S>, delimiter: u8) -> u64 {
    (stretch.is(delimiter) | stretch.is(b'\n') | stretch.is(b'\r')).bits()
}

#[cfg(test)]
mod tests;
