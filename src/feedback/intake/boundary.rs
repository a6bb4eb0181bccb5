//! Finds where the last whole record of a block of delimited text ends, and where a quote was opened
//! that nobody closed, so that the damage stays with the row it touches.

use super::cells::closing_quote;
use memchr::{memchr, memchr2, memrchr2};

/// A quote that opens a cell and is not closed where a cell can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Damage {
    /// The place of the quote.
    pub(crate) quote: usize,
    /// The line after it, where reading goes on.
    pub(crate) resume: usize,
}

/// Where the last whole record ends, `data` beginning with a record. `None` when no record ends in it.
///
/// When `whole`, nothing follows `data`: its last record needs no line break, and a quote that is still
/// open is damage. A quoted cell with line breaks in it whose closing quote has text behind it is
/// damage as well: there the quote that seems to close it most likely opens the cell of a later row.
pub(crate) fn last_boundary(
    data: &[u8],
    delimiter: u8,
    whole: bool,
    damage: &mut Vec<Damage>,
) -> Option<usize> {
    damage.clear();
    let mut boundary = None;
    // Where the present stretch outside of quotes began, and from where it has yet to be searched.
    let (mut outside, mut at) = (0, 0);
    while let Some(found) = memchr(b'"', &data[at..]) {
        let quote = at + found;
        if !opens_cell(data, quote, delimiter) {
            at = quote + 1;
            continue;
        }
        boundary = line_end_before(data, outside, quote).or(boundary);
        let close = closing_quote(data, quote).0;
        let sound = match close {
            Some(close) if close + 1 < data.len() => is_closed(data, quote, close, delimiter),
            _ if !whole => return boundary,
            Some(_) => true,
            None => memchr2(b'\n', b'\r', &data[quote..]).is_none(),
        };
        at = match close {
            Some(close) if sound => close + 1,
            None if sound => data.len(),
            _ => {
                let resume = next_line(data, quote);
                damage.push(Damage { quote, resume });
                boundary = Some(resume);
                resume
            }
        };
        outside = at;
    }
    if whole && !data.is_empty() {
        return Some(data.len());
    }
    line_end_before(data, outside, data.len()).or(boundary)
}

fn opens_cell(data: &[u8], quote: usize, delimiter: u8) -> bool {
    match quote.checked_sub(1).map(|before| data[before]) {
        None => true,
        Some(byte) => byte == delimiter || byte == b'\n' || byte == b'\r',
    }
}

fn is_closed(data: &[u8], quote: usize, close: usize, delimiter: u8) -> bool {
    let after = data[close + 1];
    after == delimiter
        || after == b'\n'
        || after == b'\r'
        || memchr2(b'\n', b'\r', &data[quote..close]).is_none()
}

fn line_end_before(data: &[u8], from: usize, to: usize) -> Option<usize> {
    memrchr2(b'\n', b'\r', &data[from..to]).map(|found| from + found + 1)
}

/// The first byte after the line that `at` stands on.
pub(crate) fn next_line(data: &[u8], at: usize) -> usize {
    match memchr2(b'\n', b'\r', &data[at..]) {
        None => data.len(),
        Some(found) => {
            let end = at + found;
            let two = data[end] == b'\r' && data.get(end + 1) == Some(&b'\n');
            end + 1 + usize::from(two)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::cells::split;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_break_inside_quotes_ends_no_record() {
        let mut damage = Vec::new();
        let data = b"1,a\n2,\"b\nc\"\n3,\"d\ne";
        assert_eq!(last_boundary(data, b',', false, &mut damage), Some(12));
        assert!(damage.is_empty());
    }

    #[test]
    fn an_unclosed_quote_damages_its_own_line_alone() {
        let mut damage = Vec::new();
        let data = b"1,\"a\n2,b\n3,\"c\"\n4,\"d";
        assert_eq!(
            last_boundary(data, b',', true, &mut damage),
            Some(data.len())
        );
        assert_eq!(
            damage,
            [Damage {
                quote: 2,
                resume: 5
            }]
        );
        let data = b"1,a\n2,\"b\n3,c\n";
        assert_eq!(
            last_boundary(data, b',', true, &mut damage),
            Some(data.len())
        );
        assert_eq!(
            damage,
            [Damage {
                quote: 6,
                resume: 9
            }]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn a_boundary_is_always_where_a_record_ends(data in "[ab\",\n\r]{0,40}") {
            let data = data.as_bytes();
            let mut damage = Vec::new();
            let found = last_boundary(data, b',', false, &mut damage);
            if damage.is_empty() {
                let (mut cells, mut at, mut last) = (Vec::new(), 0, None);
                while let Some(record) = split(data, at, b',', &mut cells) {
                    at = record.next;
                    last = if record.ended { Some(at) } else { last };
                }
                // Blank lines may follow the last record.
                let blank = |from: usize, to: usize| data[from..to].iter().all(|b| matches!(b, b'\n' | b'\r'));
                match (last, found) {
                    (Some(last), Some(found)) => prop_assert!(
                        (found >= last && blank(last, found)) || (found + 1 == last && blank(found, last))
                        // A quote at the very end may be the first of two.
                        || data.ends_with(b"\""), "{:?} {:?}", last, found),
                    (None, Some(found)) => prop_assert!(blank(0, found)),
                    (Some(_), None) => prop_assert!(data.contains(&b'"')),
                    (None, None) => {}
                }
            }
        }
    }
}
