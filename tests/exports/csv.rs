//! The CSV export: one row a touchpoint, nothing a spreadsheet would run.

use crate::shop::Shop;
use pothole::board::Lens;
use pothole::export::csv;
use std::collections::BTreeMap;

fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_csv_is_what_was_agreed() {
    insta::assert_snapshot!("csv", Shop::open().exported(&Lens::default(), csv));
}

#[test]
fn a_row_a_touchpoint_reads_back_with_its_numbers() {
    let rows = rows(&Shop::open().exported(&Lens::default(), csv));
    assert_eq!(rows.len(), 6);
    assert_eq!(rows[0]["id"], "buy/search");
    assert_eq!((&*rows[0]["nps"], &*rows[0]["nps_of"]), ("33", "100"));
    assert_eq!((&*rows[1]["friction"], &*rows[1]["heat"]), ("", "too few"));
    assert_eq!(
        (&*rows[2]["feedback"], &*rows[2]["complaints"]),
        ("60", "48")
    );
    assert_eq!((&*rows[5]["feedback"], &*rows[5]["heat"]), ("0", "silent"));
}

#[test]
fn no_cell_begins_as_a_formula_but_our_own_numbers() {
    let rows = rows(&Shop::open().exported(&Lens::default(), csv));
    assert!(rows[1]["title"].starts_with("'=HYPERLINK("));
    assert_eq!(rows[4]["title"], "'-10 % back");
    for row in rows {
        for (column, cell) in row {
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!formula || cell.parse::<f64>().is_ok(), "{column}: {cell}");
        }
    }
}

#[test]
fn an_empty_workspace_still_has_its_header() {
    let text = Shop::empty().exported(&Lens::default(), csv);
    assert!(text.starts_with("id,journey,stage,title,channel,owner,feedback,complaints"));
    assert_eq!(text.lines().count(), 1);
}

#[test]
fn the_document_explains_every_column_in_its_order() {
    let text = Shop::empty().exported(&Lens::default(), csv);
    let written: Vec<&str> = text.trim_end().split(',').collect();
    let document = include_str!("../../docs/export.md");
    let section = document.split("## CSV").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    let cells = rows.filter_map(|row| Some(row.split_once(" |")?.0));
    let explained: Vec<&str> = cells
        .flat_map(|cell| cell.split(", "))
        .map(|key| key.trim_matches('`'))
        .collect();
    assert_eq!(written, explained);
}
