//! Feedback as others export it: delimited text, held against the `csv` crate, and JSON lines, held against
//! `serde_json`.

use super::{Target, folder};
use crate::attacks::foreign_text;
use pothole::feedback::{Overlay, columns, scan, verbatims};
use pothole::workspace::{Workspace, open};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

const JOURNEY: &str = "journey: j\nstages: [{stage: s, touchpoints: [{touchpoint: a, feedback: [{text: seat}, {tags: b}, {matches: 'x.y'}]}, {touchpoint: b, feedback: [{source: s}]}]}]\n";

/// A workspace whose source is one file, its separator given or to be found.
fn workspace(folder: &Path, file: &str, separator: Option<&str>) -> Workspace {
    let delimiter = separator.map_or(String::new(), |one| format!("delimiter: \"{one}\", "));
    let charter = format!(
        "sources:\n  s: {{files: {file}, {delimiter}scale: csat-5, columns: {{id: id, at: day, text: words, tags: tags, score: score, segment: who}}}}\n"
    );
    fs::write(folder.join("pothole.yaml"), charter).unwrap();
    fs::write(folder.join("j.yaml"), JOURNEY).unwrap();
    open(folder).unwrap()
}

/// Reads the file as the board does; books balance and words are clean.
fn read(workspace: &Workspace, file: &str) -> Overlay {
    let (journeys, sources) = (&workspace.journeys, &workspace.sources);
    let watch = &mut |_| ControlFlow::Continue(());
    let overlay = scan(&workspace.root, journeys, sources, &workspace.rules, watch);
    assert!(overlay.books.total().balance());
    columns(&workspace.root, file, &sources[0]);
    let places = &overlay.places;
    let said = verbatims(&workspace.root, sources, &overlay, places);
    let text = || fs::read(workspace.root.join(file)).unwrap();
    let lossy = || String::from_utf8_lossy(&text()).into_owned();
    assert_eq!(said.len(), places.len(), "{:?}", lossy());
    for row in &said {
        let text = row.text.replace('\n', " ");
        assert_eq!(foreign_text(&text), None);
    }
    overlay
}

/// How many records below the header the `csv` crate finds, without those whose cells are all blank and with
/// them; nothing where quotes do not stand as they should, for there a scan goes its own way, by lines if need be.
fn records(text: &str, separator: u8) -> Option<(usize, usize)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let sign = regex::escape(&char::from(separator).to_string());
    let cell = format!("(?:\"(?:[^\"]|\"\")*\"|[^\"{sign}\r\n]*)");
    let sound = format!("^(?:{cell}(?:{sign}|\r\n|\r|\n|$))*$");
    if !regex::Regex::new(&sound).unwrap().is_match(text) {
        return None;
    }
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader
        .has_headers(false)
        .flexible(true)
        .delimiter(separator);
    let mut reader = reader.from_reader(text.as_bytes());
    let records: Vec<_> = reader.records().map(|record| record.unwrap()).collect();
    let solid = |record: &&csv::StringRecord| record.iter().any(|cell| !cell.trim().is_empty());
    let solid = records.iter().filter(solid).count();
    Some((solid.saturating_sub(1), records.len()))
}

#[test]
fn any_bytes_may_stand_in_a_csv() {
    const PIECES: &[&str] = &[
        ",",
        ";",
        "\t",
        "\"",
        "\"\"",
        "\"\n",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        " ",
        "id",
        "words",
        ",,,,,",
        "no seat",
        "2025-03-01",
        "9",
        "\u{feff}",
        "\u{0}",
        "é",
        "=1",
        "\",\"",
        "\"x\"y",
    ];
    let folder = folder();
    let separators = [(",", b','), (";", b';'), ("\\t", b'\t')];
    Target {
        name: "csv",
        seed: 17,
        cases: 1_000,
        pieces: PIECES,
    }
    .fuzz(|dice, text| {
        fs::write(folder.path().join("s.csv"), text).unwrap();
        let found = workspace(folder.path(), "s.csv", None);
        read(&found, "s.csv");
        let (written, separator) = *dice.pick(&separators);
        let given = workspace(folder.path(), "s.csv", Some(written));
        let overlay = read(&given, "s.csv");
        let expected = records(text, separator).filter(|_| overlay.books.unread.is_empty());
        if let Some((least, most)) = expected {
            let read = overlay.books.total().read as usize;
            assert!((least..=most).contains(&read), "{read} {text:?}");
        }
        // Bytes that are no text.
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..dice.below(4) {
            let at = dice.below(bytes.len() + 1);
            bytes.insert(at, *dice.pick(&[0xff, 0xfe, 0x80, 0xc3, 0xf0]));
        }
        fs::write(folder.path().join("s.csv"), bytes).unwrap();
        read(&given, "s.csv");
    });
}

#[test]
fn any_bytes_may_stand_in_json_lines() {
    const PIECES: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "\n",
        "\r\n",
        "\r",
        "\\",
        "\\u0000",
        "\\ud800",
        "\\udc00",
        "null",
        "true",
        "-0",
        "1e999",
        "123456789012345678901234567890",
        "\u{feff}",
        "\"id\":",
        "\"words\":\"seat\"",
        "{}",
        "\u{1e}",
        "[[[[[[[[",
        "{\"a\":{\"a\":",
    ];
    let folder = folder();
    let given = workspace(folder.path(), "s.jsonl", None);
    Target {
        name: "json-lines",
        seed: 18,
        cases: 1_000,
        pieces: PIECES,
    }
    .fuzz(|_, text| {
        fs::write(folder.path().join("s.jsonl"), text).unwrap();
        let overlay = read(&given, "s.jsonl");
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let solid = |line: &&str| !line.trim_matches([' ', '\t', '\r', '\u{1e}']).is_empty();
        let objects = text.split('\n').filter(solid);
        let objects = objects.filter(|line| {
            serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line).is_ok()
        });
        // What one reader knows as an object, the other may not pass over.
        assert!(
            overlay.books.total().read >= objects.count() as u64,
            "{text:?}"
        );
    });
}
