//! Splits delimited text into records and cells, byte for byte as the `csv` crate does, without
//! copying: a cell is a place in the text it was read from.

use super::splitter::Splitter;
use memchr::{memchr, memchr3};
use std::borrow::Cow;

/// Where one cell lies. When `raw`, quotes still have to be taken off by [`unquote`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    /// The first byte.
    pub(crate) start: u32,
    /// One past the last byte.
    pub(crate) end: u32,
    /// Whether it begins with a quote that has to be taken off.
    pub(crate) raw: bool,
}

impl Span {
    pub(crate) fn new(start: usize, end: usize, raw: bool) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
            raw,
        }
    }
}

/// One record: its first byte, where the next one begins, and whether a line break ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// The first byte; blank lines before it are skipped.
    pub(crate) start: usize,
    /// One past its line break.
    pub(crate) next: usize,
    /// Whether a line break ended it, rather than the end of the text.
    pub(crate) ended: bool,
    /// Whether any of its cells begins with a quote.
    pub(crate) quoted: bool,
}

/// Splits the record at or after `at`; `None` when there is none. `cells` holds its cells afterwards.
///
/// Offsets are 32 bits wide: `data` must be shorter than 4 GiB.
pub(crate) fn split(
    data: &[u8],
    at: usize,
    delimiter: u8,
    cells: &mut Vec<Span>,
) -> Option<Record> {
    Splitter::new(data, at, delimiter).next(cells)
}

/// The delimiter, line break or end of the text that ends an unquoted cell.
fn cell_end(data: &[u8], at: usize, delimiter: u8) -> usize {
    let rest = data.get(at..).unwrap_or_default();
    memchr3(delimiter, b'\n', b'\r', rest).map_or(data.len(), |found| at + found)
}

/// Splits the quoted cell at `at` and returns where it ends.
pub(super) fn quoted_cell(data: &[u8], at: usize, delimiter: u8, cells: &mut Vec<Span>) -> usize {
    let (close, doubled) = closing_quote(data, at);
    let Some(close) = close else {
        cells.push(Span::new(at, data.len(), true));
        return data.len();
    };
    match data.get(close + 1) {
        Some(&byte) if byte != delimiter && byte != b'\n' && byte != b'\r' => {
            // Text after the closing quote belongs to the cell, further quotes included.
            let end = cell_end(data, close + 1, delimiter);
            cells.push(Span::new(at, end, true));
            end
        }
        _ if doubled => {
            cells.push(Span::new(at, close + 1, true));
            close + 1
        }
        _ => {
            cells.push(Span::new(at + 1, close, false));
            close + 1
        }
    }
}

/// The quote that closes the one at `open`, and whether doubled quotes stand between them.
pub(crate) fn closing_quote(data: &[u8], open: usize) -> (Option<usize>, bool) {
    let mut at = open + 1;
    let mut doubled = false;
    while let Some(found) = data.get(at..).and_then(|rest| memchr(b'"', rest)) {
        let quote = at + found;
        if data.get(quote + 1) != Some(&b'"') {
            return (Some(quote), doubled);
        }
        doubled = true;
        at = quote + 2;
    }
    (None, doubled)
}

/// Takes the quotes off a raw cell.
pub(crate) fn unquote(raw: &str) -> Cow<'_, str> {
    let Some(mut rest) = raw.strip_prefix('"') else {
        return Cow::Borrowed(raw);
    };
    let mut cell = String::with_capacity(rest.len());
    while let Some(quote) = rest.find('"') {
        cell.push_str(&rest[..quote]);
        let after = &rest[quote + 1..];
        if let Some(inside) = after.strip_prefix('"') {
            cell.push('"');
            rest = inside;
        } else {
            rest = after;
            break;
        }
    }
    cell.push_str(rest);
    Cow::Owned(cell)
}

#[cfg(test)]
mod tests {
    use super::super::spectrum::csv_spectrum;
    use super::*;
    use proptest::prelude::*;

    fn ours(data: &str, delimiter: u8) -> Vec<Vec<String>> {
        let mut cells = Vec::new();
        let mut rows = Vec::new();
        let mut at = 0;
        while let Some(record) = split(data.as_bytes(), at, delimiter, &mut cells) {
            let text = |span: &Span| {
                let cell = &data[span.start as usize..span.end as usize];
                if span.raw {
                    unquote(cell).into_owned()
                } else {
                    cell.to_owned()
                }
            };
            rows.push(cells.iter().map(text).collect());
            at = record.next;
        }
        rows
    }

    fn theirs(data: &str, delimiter: u8) -> Vec<Vec<String>> {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(data.as_bytes())
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn quotes_are_taken_off_and_doubled_ones_halved() {
        let rows = ours("a,\"b \"\"c\"\"\nd\",\"e\"f\"\r\n\r\n,\"\"", b',');
        assert_eq!(rows, [vec!["a", "b \"c\"\nd", "ef\""], vec!["", ""]]);
    }

    #[test]
    fn the_files_of_csv_spectrum_split_as_the_csv_crate_splits_them() {
        for data in csv_spectrum().unwrap_or_default() {
            assert_eq!(ours(&data, b','), theirs(&data, b','));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn any_text_splits_as_the_csv_crate_splits_it(data in "[ab\",;\n\r \té]{0,40}") {
            prop_assert_eq!(ours(&data, b','), theirs(&data, b','));
            prop_assert_eq!(ours(&data, b';'), theirs(&data, b';'));
        }

        #[test]
        fn well_formed_text_splits_as_the_csv_crate_splits_it(
            rows in prop::collection::vec(prop::collection::vec("[a-c\", \n\r🙂]{0,9}", 1..6), 0..9),
            always in any::<bool>(),
        ) {
            let style = if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
            let mut writer = csv::WriterBuilder::new().flexible(true).quote_style(style).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let data = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            prop_assert_eq!(ours(&data, b','), theirs(&data, b','));
        }
    }
}
