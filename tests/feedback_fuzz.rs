//! Random and damaged files through every reader: nothing panics, and rows read = mapped + unmapped +
//! rejected. `POTHOLE_FUZZ_SECONDS` lengthens it.

#![allow(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

mod feedback_desk;
mod feedback_writing;

use feedback_desk::Desk;
use feedback_writing::{csv, gzip, json, json_lines, utf16, workbook};
use pothole::feedback::{Condition, Keep, Scale, Source, Speaks, Test, columns, verbatims};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::time::{Duration, Instant};

/// How to hurt a file.
#[derive(Clone, Debug)]
enum Wound {
    None,
    Cut(usize),
    Put(usize, u8),
    Insert(usize, Vec<u8>),
    Twice,
}

fn hurt(mut content: Vec<u8>, wounds: &[Wound]) -> Vec<u8> {
    for wound in wounds {
        let most = content.len().max(1);
        match wound {
            Wound::None => {}
            Wound::Cut(at) => content.truncate(at % most),
            Wound::Put(at, byte) => {
                if let Some(place) = content.get_mut(at % most) {
                    *place = *byte;
                }
            }
            Wound::Insert(at, bytes) => {
                let at = (at % most).min(content.len());
                content.splice(at..at, bytes.iter().copied());
            }
            Wound::Twice => content = content.repeat(2),
        }
    }
    content
}

fn wounds() -> impl Strategy<Value = Vec<Wound>> {
    let byte = prop_oneof![
        prop::sample::select(b"\"\n\r,;{}[]\\\0\x1e\x1f\xff\xfe \t".to_vec()),
        any::<u8>()
    ];
    let wound = prop_oneof![
        2 => Just(Wound::None),
        1 => any::<usize>().prop_map(Wound::Cut),
        3 => (any::<usize>(), byte.clone()).prop_map(|(at, byte)| Wound::Put(at, byte)),
        2 => (any::<usize>(), prop::collection::vec(byte, 1..6))
            .prop_map(|(at, bytes)| Wound::Insert(at, bytes)),
        1 => Just(Wound::Twice),
    ];
    prop::collection::vec(wound, 0..5)
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c\", ;\n\r\té🙂]{0,8}",
        Just("refund".to_owned()),
        Just("2025-01-06T10:00:00Z".to_owned()),
        Just("7".to_owned()),
        Just("pay;x".to_owned()),
    ]
}

fn written(way: usize, rows: &[Vec<String>]) -> (&'static str, Vec<u8>) {
    const HEADER: [&str; 5] = ["id", "at", "text", "score", "tags"];
    let end = ["\n", "\r\n", "\r"][way % 3];
    match way / 3 % 8 {
        0 => ("f.csv", csv(&HEADER, rows, ",", end).into()),
        1 => ("f.csv", csv(&HEADER, rows, "\t", end).into()),
        2 => (
            "f.csv",
            utf16(&csv(&HEADER, rows, ";", end), way.is_multiple_of(2), true),
        ),
        3 => ("f.csv.gz", gzip(csv(&HEADER, rows, ",", end).as_bytes())),
        4 => ("f.jsonl", json_lines(&HEADER, rows, end).into()),
        5 => ("f.json", json(&HEADER, rows, end).into()),
        6 => ("f.json.gz", gzip(json(&HEADER, rows, end).as_bytes())),
        _ => ("f.xlsx", workbook("A", &HEADER, rows)),
    }
}

fn declare(source: &mut Source, choice: usize) {
    let column = |name: &str| Some(name.to_owned());
    source.columns.id = column("id");
    source.columns.at = column("at");
    source.columns.text = vec!["text".into()];
    source.columns.score = column("score");
    source.columns.tags = column("tags");
    source.speaks = Speaks::Scored(Scale::named("nps").unwrap());
    source.duplicates = [None, Some(Keep::First), Some(Keep::Last)][choice % 3];
    source.zone = (choice.is_multiple_of(2)).then(|| "Europe/Lisbon".to_owned());
    source.folds_accents = choice.is_multiple_of(5);
    let labels = ["utf-8", "windows-1252", "utf-16le", "utf-16be", "shift_jis"];
    source.encoding = match choice % 7 {
        0..=2 => None,
        other => encoding_rs::Encoding::for_label(labels[other - 3].as_bytes()),
    };
    source.rows = (choice.is_multiple_of(11)).then(|| "a.b".to_owned());
}

fn read(way: usize, choice: usize, rows: &[Vec<String>], wounds: &[Wound]) {
    let mut desk = Desk::new(&["a/one", "a/two", "a/three"]);
    let (name, content) = written(way, rows);
    desk.file(name, hurt(content, wounds));
    declare(desk.source("f", name), choice);
    desk.when(
        "a/one",
        Condition::Text(vec!["refund".into(), "é a".into(), "b  c".into()]),
    );
    desk.when("a/two", Condition::Tags(vec!["pay".into()]));
    let none = Condition::None(vec![Condition::Text(vec!["a".into()])]);
    let range = Test::Range {
        from: Some(3.0),
        to: None,
    };
    let column = "score".into();
    let some = Condition::Where {
        column,
        test: range,
    };
    desk.when(
        "a/three",
        Condition::All(vec![none, some, Condition::Matches("a.?b".into())]),
    );
    columns(desk.folder.path(), name, &desk.sources[0]);
    let overlay = desk.scan();
    let total = overlay.books.total();
    assert!(total.duplicates <= total.rejected && total.undated <= total.mapped);
    if wounds.iter().all(|wound| matches!(wound, Wound::None))
        && choice % 7 < 3
        && !choice.is_multiple_of(11)
    {
        // A row of a sheet or of delimited text may be blank altogether.
        assert!(total.read <= rows.len() as u64, "{total:?}");
        assert!(
            overlay.books.unread.is_empty(),
            "{:?}",
            overlay.books.unread
        );
        let said = verbatims(desk.folder.path(), &desk.sources, &overlay, &overlay.places);
        assert_eq!(said.len(), overlay.places.len());
    }
    verbatims(desk.folder.path(), &desk.sources, &overlay, &overlay.places);
}

#[test]
fn no_file_stops_a_reader_and_the_books_balance() {
    let seconds = std::env::var("POTHOLE_FUZZ_SECONDS").ok();
    let seconds = seconds.and_then(|seconds| seconds.parse().ok());
    let until = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let mut seed = 7;
    loop {
        let mut runner = TestRunner::new(Config {
            cases: 1_500,
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(seed),
            ..Config::default()
        });
        let rows = prop::collection::vec(prop::collection::vec(cell(), 5), 0..8);
        let given = (0..24_usize, any::<usize>(), rows, wounds());
        let ran = runner.run(&given, |(way, choice, rows, wounds)| {
            read(way, choice, &rows, &wounds);
            Ok(())
        });
        ran.unwrap();
        seed += 1;
        if until.is_none_or(|until| Instant::now() >= until) {
            break;
        }
    }
}
