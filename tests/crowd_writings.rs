//! Files of visits and customers may be written in every way a source's may: packed, in another encoding, as
//! a sheet, with other names of columns, and with days in a zone.

#![allow(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

mod feedback_writing;

use feedback_writing::{Row, gzip, utf16, windows_1252, workbook};
use pothole::feedback::{Headcount, Overlay, ScanOptions, scan_with};
use pothole::journey::{Day, TouchpointIndex};
use pothole::workspace::{Problem, Workspace, open};
use std::ops::ControlFlow;

const JOURNEY: &str = "\
journey: shop
stages:
  - stage: all
    touchpoints: [{touchpoint: cafe, title: Café, visited: [entré]}, {touchpoint: pay}]
";

/// The workspace of a charter and files, and what a scan of it yields.
fn read(charter: &str, files: &[(&str, &[u8])]) -> (Workspace, Overlay) {
    let root = tempfile::tempdir().unwrap();
    let own: [(&str, &[u8]); 2] = [
        ("pothole.yaml", charter.as_bytes()),
        ("shop.yaml", JOURNEY.as_bytes()),
    ];
    for (file, bytes) in own.iter().chain(files) {
        std::fs::write(root.path().join(file), bytes).unwrap();
    }
    let workspace = open(root.path()).unwrap();
    let overlay = scan_with(
        &ScanOptions::default(),
        root.path(),
        &workspace.journeys,
        &workspace.sources,
        &workspace.rules,
        &workspace.crowd,
        &mut |_| ControlFlow::Continue(()),
    );
    assert!(overlay.books.visits.balance() && overlay.books.customers.balance());
    (workspace, overlay)
}

fn problems(workspace: &Workspace) -> Vec<String> {
    workspace.problems.iter().map(Problem::one_line).collect()
}

#[test]
fn visits_are_the_same_however_they_are_encoded_and_packed() {
    let text = "Jour;Où\n2025-01-06;entré\n2025-01-06;pay\n2025-01-07;Café\n";
    let rows = [
        ["2025-01-06", "entré"],
        ["2025-01-06", "pay"],
        ["2025-01-07", "Café"],
    ];
    let rows: Vec<Row> = rows
        .iter()
        .map(|row| row.map(str::to_owned).to_vec())
        .collect();
    let book = workbook("Gates", &["Jour", "Où"], &rows);
    let ways: [(&str, Vec<u8>, &str); 6] = [
        ("v.csv", text.into(), ""),
        ("v.csv", windows_1252(text), ", encoding: windows-1252"),
        ("v.csv", utf16(text, false, true), ""),
        ("v.csv", utf16(text, true, false), ", encoding: utf-16be"),
        (
            "v.csv.gz",
            gzip(&utf16(text, false, false)),
            ", encoding: utf-16le",
        ),
        ("v.xlsx", book, ", sheet: Gates"),
    ];
    for (file, bytes, keys) in ways {
        let charter =
            format!("visits: {{files: {file}, columns: {{at: Jour, touchpoint: Où}}{keys}}}\n");
        let (workspace, overlay) = read(&charter, &[(file, &bytes)]);
        assert_eq!(problems(&workspace), [] as [String; 0], "{file}{keys}");
        assert_eq!(overlay.books.visits.mapped, 3, "{file}{keys}");
        let cafe = overlay.exposure.total(TouchpointIndex::new(0));
        assert_eq!(cafe, Some(2), "{file}{keys}");
    }
}

#[test]
fn a_visit_falls_on_the_day_it_is_in_the_declared_zone() {
    let rows = b"at,where\n2025-01-05T23:30:00Z,pay\n2025-01-06T23:30:00Z,pay\n2025-01-06,pay\n";
    let days = |zone: &str| {
        let charter =
            format!("visits: {{files: v.csv, columns: {{at: at, touchpoint: where}}{zone}}}\n");
        let (workspace, overlay) = read(&charter, &[("v.csv", rows)]);
        assert_eq!(problems(&workspace), [] as [String; 0]);
        let passings = overlay.exposure.of(TouchpointIndex::new(1)).iter();
        let days = passings.map(|passing| (Day(passing.day).to_string(), passing.visits));
        days.collect::<Vec<_>>()
    };
    let day = |day: &str, visits| (day.to_owned(), visits);
    assert_eq!(days(""), [day("2025-01-05", 1), day("2025-01-06", 2)]);
    let berlin = days(", zone: Europe/Berlin");
    assert_eq!(berlin, [day("2025-01-06", 2), day("2025-01-07", 1)]);
}

#[test]
fn customers_are_found_in_a_list_inside_a_document_and_under_other_names() {
    let one =
        br#"{"all": {"members": [{"Mail": "a", "Left": "yes"}, {"Mail": "b", "Left": "no"}]}}"#;
    let two = br#"{"all": {"members": [{"E-Mail": "c", "Left": "yes"}]}}"#;
    let charter = "customers: {files: 'm-*.json', rows: all.members, aliases: {Mail: E-Mail}, \
                   columns: {id: Mail, churned: Left}}\n";
    let (workspace, overlay) = read(charter, &[("m-1.json", one), ("m-2.json", two)]);
    assert_eq!(problems(&workspace), [] as [String; 0]);
    assert_eq!(
        overlay.customers.unwrap().total,
        Headcount { of: 3, lost: 2 }
    );
}

#[test]
fn what_cannot_be_meant_is_said_as_for_a_source() {
    for (keys, expected) in [
        (
            "zone: Europe/Berlni",
            "bad-value]: `Europe/Berlni` is not a time zone; did you mean `Europe/Berlin`?",
        ),
        (
            "encoding: utf-61",
            "bad-value]: `utf-61` is not an encoding; did you mean `utf-8`?",
        ),
        (
            "sheet: A",
            "conflicting-keys]: `sheet` means nothing for delimited text",
        ),
        (
            "rows: a",
            "conflicting-keys]: `rows` means nothing for delimited text",
        ),
        (
            "aliases: {place: where}",
            "unused-alias]: nothing reads a column `place`, so its other names do nothing; the name that \
             `columns` or a rule uses comes first: write `where`: `place`",
        ),
    ] {
        let charter = format!("visits: {{files: v.csv, columns: {{touchpoint: where}}, {keys}}}\n");
        let (workspace, _) = read(&charter, &[("v.csv", b"where\npay\n")]);
        let help = |problem: &Problem| problem.help.clone().unwrap_or_default();
        let said = workspace.problems.iter();
        let said: Vec<String> = said
            .map(|one| format!("{}; {}", one.one_line(), help(one)))
            .collect();
        assert!(
            said.iter().any(|line| line.contains(expected)),
            "{keys}: {said:#?}"
        );
    }
}
