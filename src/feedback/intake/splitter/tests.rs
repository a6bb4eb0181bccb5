//! The splitter held against the `csv` crate, and every stretch against every place it may begin at.

use super::super::cells::{split, unquote};
use super::super::spectrum::csv_spectrum;
use super::*;
use proptest::prelude::*;

fn cells_of(data: &[u8], cells: &[Span]) -> Vec<Vec<u8>> {
    let cell = |span: &Span| {
        let cell = &data[span.start as usize..span.end as usize];
        if span.raw {
            unquote(std::str::from_utf8(cell).unwrap())
                .as_bytes()
                .to_vec()
        } else {
            cell.to_vec()
        }
    };
    cells.iter().map(cell).collect()
}

fn ours(data: &[u8], delimiter: u8) -> Vec<Vec<Vec<u8>>> {
    let mut splitter = Splitter::new(data, 0, delimiter);
    let (mut cells, mut rows) = (Vec::new(), Vec::new());
    let mut before = 0;
    while let Some(record) = splitter.next(&mut cells) {
        // Where one ends the next one begins, or blank lines do.
        let between = &data[before..record.start];
        assert!(between.iter().all(|byte| matches!(byte, b'\n' | b'\r')));
        let broken = matches!(data[record.next - 1], b'\n' | b'\r');
        assert!(if record.ended {
            broken
        } else {
            record.next == data.len()
        });
        before = record.next;
        rows.push(cells_of(data, &cells));
    }
    assert!(
        data[before..]
            .iter()
            .all(|byte| matches!(byte, b'\n' | b'\r'))
    );
    rows
}

fn theirs(data: &[u8], delimiter: u8) -> Vec<Vec<Vec<u8>>> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(data)
        .byte_records()
        .map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect())
        .collect()
}

/// A file as exports write them: long cells and short ones, quoted or not, of any line breaks.
fn file() -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        4 => "[a-zé0-9 ]{0,12}",
        1 => "[a-zé0-9 ;\t]{50,140}",
        1 => "\"([a-zé,;\n\r]|\"\"){0,20}\"",
        1 => "\"([a-zé,;\n\r]|\"\"){55,140}\"",
        1 => "[a\"é]{0,6}",
    ];
    let row = (
        prop::collection::vec(cell, 1..7),
        prop_oneof!["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"],
    );
    prop::collection::vec(row, 0..12).prop_map(|rows| {
        let rows = rows.iter().map(|(cells, end)| cells.join(",") + end);
        rows.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn files_longer_than_a_stretch_split_as_the_csv_crate_splits_them(file in file(), cut in 0..40_usize) {
        for delimiter in [b',', b';', b'\t'] {
            prop_assert_eq!(ours(file.as_bytes(), delimiter), theirs(file.as_bytes(), delimiter));
        }
        // Cut off anywhere, within a quoted cell or a line break as well.
        let cut = file.floor_char_boundary(file.len() * cut / 40);
        let text = &file.as_bytes()[..cut];
        prop_assert_eq!(ours(text, b','), theirs(text, b','));
    }

    #[test]
    fn the_rows_of_a_file_are_the_same_wherever_they_begin_in_a_stretch(file in file(), before in 0..LENGTH) {
        let (filled, mut cells, mut others) = ("x".repeat(before) + "\n" + &file, Vec::new(), Vec::new());
        let mut here = Splitter::new(file.as_bytes(), 0, b',');
        let mut there = Splitter::new(filled.as_bytes(), before + 1, b',');
        let mut at = 0;
        loop {
            let (record, other) = (here.next(&mut cells), there.next(&mut others));
            prop_assert_eq!(record, other.map(|other| Record {
                start: other.start - before - 1,
                next: other.next - before - 1,
                ..other
            }));
            prop_assert_eq!(cells_of(file.as_bytes(), &cells), cells_of(filled.as_bytes(), &others));
            // And as one record that is split by itself.
            prop_assert_eq!(record, split(file.as_bytes(), at, b',', &mut others));
            prop_assert_eq!(&cells, &others);
            match record {
                Some(record) => at = record.next,
                None => break,
            }
        }
    }
}

#[test]
fn the_files_of_csv_spectrum_split_as_the_csv_crate_splits_them_wherever_they_are_cut() {
    for text in csv_spectrum().unwrap_or_default() {
        for cut in (0..=text.len()).filter(|&cut| text.is_char_boundary(cut)) {
            let data = &text.as_bytes()[..cut];
            assert_eq!(ours(data, b','), theirs(data, b','));
        }
    }
}

#[test]
fn a_cell_may_end_at_every_place_of_a_stretch() {
    for length in 0..3 * LENGTH {
        for (open, close) in [("", ""), ("\"", "\"")] {
            for end in ["", "\n", "\r", "\r\n"] {
                let cell = format!(
                    "{open}{}{close}",
                    "é".repeat(length / 2) + &"x".repeat(length % 2)
                );
                let file = format!("{cell},b{end}{end}{cell}{end}");
                assert_eq!(
                    ours(file.as_bytes(), b','),
                    theirs(file.as_bytes(), b','),
                    "{file:?}"
                );
            }
        }
    }
}
