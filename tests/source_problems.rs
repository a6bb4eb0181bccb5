//! What a source may declare about its files: the keys read as meant, and a wrong one is said with how to
//! mend it.

#![allow(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

#[path = "problems/fixture.rs"]
mod fixture;

use fixture::{CHARTER, workspace};
use pothole::feedback::{Format, Keep, Source};
use pothole::workspace::{Problem, Workspace};

/// The workspace with keys added to its source, and its files named so.
fn declared(files: &str, keys: &str) -> Workspace {
    let keys = format!("files: {files}, {keys}, scale");
    let text = CHARTER.replacen("files: feedback/s.csv, scale", &keys, 1);
    workspace(&[("pothole.yaml", text.as_bytes())])
}

fn source(files: &str, keys: &str) -> Source {
    declared(files, keys).sources.remove(0)
}

#[test]
fn keys_of_a_source_read_as_they_are_meant() {
    let keys = "encoding: windows-1252, date-format: [\"%d/%m/%Y\", \"%s\"], zone: Europe/Lisbon, \
                duplicates: keep-last, accents: fold, \
                aliases: {REMARKS: [Remark, \"Your remark\"], ID: Number}";
    let workspace = declared("feedback/s.csv", keys);
    let problems: Vec<String> = workspace.problems.iter().map(Problem::one_line).collect();
    assert_eq!(problems, [] as [String; 0]);
    let source = &workspace.sources[0];
    assert_eq!(source.encoding, Some(encoding_rs::WINDOWS_1252));
    assert_eq!(source.date_formats, ["%d/%m/%Y", "%s"]);
    assert_eq!(source.zone.as_deref(), Some("Europe/Lisbon"));
    assert_eq!(source.duplicates, Some(Keep::Last));
    assert!(source.folds_accents);
    let aliases = [
        (
            "REMARKS".to_owned(),
            vec!["Remark".to_owned(), "Your remark".to_owned()],
        ),
        ("ID".to_owned(), vec!["Number".to_owned()]),
    ];
    assert_eq!(source.aliases, aliases);
    let sheet = source_of_a_book();
    assert_eq!(
        (sheet.format, sheet.sheet.as_deref()),
        (Format::Excel, Some("Answers"))
    );
}

fn source_of_a_book() -> Source {
    source("feedback/s.xlsx", "sheet: Answers")
}

#[test]
fn the_format_goes_by_the_ending_before_gz() {
    for (file, format) in [
        ("a.csv.gz", Format::Delimited(None)),
        ("a.TSV.gz", Format::Delimited(Some(b'\t'))),
        ("a.jsonl.gz", Format::JsonLines),
        ("a.json", Format::Json),
        ("a.json.gz", Format::Json),
        ("a.xlsx", Format::Excel),
        ("a.gz", Format::Delimited(None)),
    ] {
        assert_eq!(source(file, "title: T").format, format, "{file}");
    }
    let list = source("a.txt", "format: json, rows: data.items");
    assert_eq!(
        (list.format, list.rows.as_deref()),
        (Format::Json, Some("data.items"))
    );
}

/// A source's file and keys, and what is said of them.
const WRONG: &[(&str, &str, &str)] = &[
    (
        "s.csv",
        "encoding: windows-1253x",
        "bad-value]: `windows-1253x` is not an encoding; did you mean `windows-1252`?",
    ),
    (
        "s.csv",
        "zone: Europe/Lisbonn",
        "bad-value]: `Europe/Lisbonn` is not a time zone; did you mean `Europe/Lisbon`?",
    ),
    (
        "s.csv",
        "date-format: [\"%d/%m/%Y\", \"%Q%\"]",
        "bad-date]: `%Q%` is not a date format",
    ),
    (
        "s.csv",
        "sheet: A",
        "conflicting-keys]: `sheet` means nothing for delimited text; take it out, or say `format: xlsx`",
    ),
    (
        "s.csv",
        "rows: a.b",
        "conflicting-keys]: `rows` means nothing for delimited text",
    ),
    (
        "s.xlsx",
        "encoding: utf-8",
        "conflicting-keys]: `encoding` means nothing for an Excel workbook",
    ),
    (
        "s.json",
        "delimiter: tab",
        "conflicting-keys]: JSON has no delimiter",
    ),
    (
        "s.csv",
        "duplicates: keep-frist",
        "bad-value]: `duplicates` cannot be `keep-frist`; did you mean `keep-first`?",
    ),
    (
        "s.csv",
        "accents: folded",
        "bad-value]: `accents` cannot be `folded`; did you mean `fold`?",
    ),
    (
        "s.csv",
        "aliases: [Remark]",
        "wrong-type]: `aliases` is a mapping, but here stands a list",
    ),
    ("s.csv", "alias: {a: b}", "unknown-key]"),
    (
        "s.csv",
        "aliases: {Remarks: REMARKS}",
        "unused-alias]: nothing reads a column `Remarks`, so its other names do nothing; the name that \
         `columns` or a rule uses comes first: write `REMARKS`: `Remarks`",
    ),
    (
        "s.csv",
        "aliases: {Q7PRK: Parking}",
        "unused-alias]: nothing reads a column `Q7PRK`, so its other names do nothing; did you mean \
         `Q7PARK`?",
    ),
    (
        "s.csv",
        "format: xls",
        "bad-value]: `format` cannot be `xls`; did you mean `xlsx`?",
    ),
];

#[test]
fn a_wrong_key_is_said_with_how_to_mend_it() {
    for (file, keys, expected) in WRONG {
        let workspace = declared(&format!("feedback/{file}"), keys);
        let lines: Vec<String> = (workspace.problems.iter())
            .map(|problem| {
                let help = problem.help.as_deref().unwrap_or_default();
                format!("{}; {help}", problem.one_line())
            })
            .collect();
        assert!(
            lines.iter().any(|line| line.contains(expected)),
            "{keys}: {lines:#?}"
        );
    }
    let text =
        CHARTER
            .replacen("id: ID, ", "", 1)
            .replacen("scale", "duplicates: keep-first, scale", 1);
    let workspace = workspace(&[("pothole.yaml", text.as_bytes())]);
    assert!(
        workspace.problems[0]
            .one_line()
            .contains("`duplicates` needs an id")
    );
}

#[test]
fn a_column_is_known_by_its_other_names_and_in_every_format() {
    let aliased = CHARTER.replacen(
        "text: REMARKS}",
        "text: Remark}, aliases: {Remark: REMARKS}",
        1,
    );
    assert_eq!(
        workspace(&[("pothole.yaml", aliased.as_bytes())])
            .problems
            .len(),
        0
    );
    let packed = {
        use std::io::Write;
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed
            .write_all(b"[{\"ID\": 1, \"Q7PARK\": 5, \"REMARKS\": \"x\"}]")
            .unwrap();
        packed.finish().unwrap()
    };
    for text in ["REMARKS", "REMARK"] {
        let charter = CHARTER
            .replace("s.csv", "s.json.gz")
            .replace("REMARKS", text);
        let workspace = workspace(&[
            ("pothole.yaml", charter.as_bytes()),
            ("feedback/s.json.gz", &packed),
        ]);
        let codes: Vec<&str> = workspace.problems.iter().map(|p| p.code).collect();
        assert_eq!(codes.is_empty(), text == "REMARKS", "{codes:?}");
    }
}
