//! However the same rows are written, packed and encoded, they give the same tally and the same books.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it cannot go on, and says what it skips"
)]

mod feedback_desk;
mod feedback_writing;

use feedback_desk::Desk;
use feedback_writing::{Row, csv, gzip, json, json_lines, utf16, windows_1252, workbook};
use pothole::feedback::{
    Books, Condition, Entry, Format, Overlay, Scale, Source, Speaks, verbatims,
};

const HEADER: [&str; 5] = ["id", " at", "text ", "score", "tags"];

fn rows() -> Vec<Row> {
    let row = |cells: [&str; 5]| cells.map(str::to_owned).to_vec();
    vec![
        row(["1", "2025-01-06", "a refund, please", "1", "pay"]),
        row(["2", "2025-01-07", "no \"space\"\tleft", "10", ""]),
        row(["3", "2025-01-08", "café; très cher", "7", "x;y"]),
        row(["4", "2025-02-30", "bad day", "3", ""]),
        row(["5", "2025-01-09", "bad score", "11", ""]),
        row(["6", "", "undated refund", "0", ""]),
        row(["7", "2025-01-10", "about nothing", "9", ""]),
    ]
}

fn desk(file: &str, content: &[u8], change: impl FnOnce(&mut Source)) -> Desk {
    let mut desk = Desk::new(&["shop/pay", "shop/room", "shop/tea"]);
    desk.file(file, content);
    let source = desk.source("s", file);
    source.columns.id = Some("id".into());
    source.columns.at = Some("at".into());
    source.columns.text = vec!["text".into()];
    source.columns.score = Some("score".into());
    source.columns.tags = Some("tags".into());
    source.speaks = Speaks::Scored(Scale::named("nps").unwrap());
    change(source);
    desk.when("shop/pay", Condition::Tags(vec!["pay".into()]));
    desk.when("shop/pay", Condition::Text(vec!["refund".into()]));
    desk.when("shop/room", Condition::Text(vec!["left".into()]));
    desk.when("shop/tea", Condition::Text(vec!["café".into()]));
    desk
}

/// What must not depend on how the rows are written.
fn told(desk: &Desk) -> (Vec<Entry>, Books, Vec<String>) {
    let overlay = desk.scan();
    let mut books = overlay.books.clone();
    for rejected in &mut books.rejected {
        rejected.file.clear();
    }
    let entries = overlay.tally.entries().collect::<Vec<_>>();
    (entries, books, words(desk, &overlay))
}

fn words(desk: &Desk, overlay: &Overlay) -> Vec<String> {
    let read = verbatims(desk.folder.path(), &desk.sources, overlay, &overlay.places);
    let say = |said: pothole::feedback::Verbatim| {
        format!(
            "{} {} {}",
            said.line,
            said.id.unwrap_or_default(),
            said.text
        )
    };
    read.into_iter().map(say).collect()
}

#[test]
fn the_same_rows_give_the_same_tally_however_they_are_written() {
    let plain = desk("f.csv", csv(&HEADER, &rows(), ",", "\n").as_bytes(), |_| {});
    let expected = told(&plain);
    assert_eq!(Desk::books(&plain.scan()), (7, 4, 1, 2));
    assert_eq!(expected.2[0], "2 1 a refund, please");
    assert_eq!(expected.2.len(), 4);
    assert!(expected.1.unread.is_empty(), "{:?}", expected.1.unread);
    let mut tried = 0;
    for end in ["\n", "\r\n", "\r"] {
        for delimiter in [",", ";", "\t"] {
            let text = csv(&HEADER, &rows(), delimiter, end);
            tried += delimited(&text, &expected);
        }
        for mark in ["", "\u{feff}"] {
            let text = format!("{mark}{}", json_lines(&HEADER, &rows(), end));
            let mut lines = expected.clone();
            one_line_up(&mut lines);
            for (name, content) in [
                ("f.jsonl", text.clone().into_bytes()),
                ("f.jsonl.gz", gzip(text.as_bytes())),
            ] {
                assert_eq!(told(&desk(name, &content, |_| {})), lines, "{name} {end:?}");
                tried += 1;
            }
            for big in [false, true] {
                let content = utf16(&text, big, !mark.is_empty());
                let desk = desk("f.jsonl", &content, |source| {
                    declare(source, mark.is_empty(), big);
                });
                assert_eq!(told(&desk), lines, "UTF-16 {end:?} {big}");
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 3 * (3 * 12 + 2 * 4));
}

/// Tries a delimited text in every encoding, packed and not.
fn delimited(text: &str, expected: &(Vec<Entry>, Books, Vec<String>)) -> usize {
    let marked = format!("\u{feff}{text}");
    let mut ways: Vec<(String, Vec<u8>, Option<&str>)> = vec![
        ("plain".into(), text.into(), None),
        ("marked".into(), marked.into(), None),
        (
            "windows-1252".into(),
            windows_1252(text),
            Some("windows-1252"),
        ),
    ];
    for (big, label) in [(false, "utf-16le"), (true, "utf-16be")] {
        ways.push((format!("{label} marked"), utf16(text, big, true), None));
    }
    ways.push((
        "utf-16le declared".into(),
        utf16(text, false, false),
        Some("utf-16le"),
    ));
    for (name, content, encoding) in &ways {
        for (file, content) in [("f.csv", content.clone()), ("f.csv.gz", gzip(content))] {
            let desk = desk(file, &content, |source| {
                source.encoding =
                    encoding.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
            });
            assert_eq!(&told(&desk), expected, "{name} {file}");
        }
    }
    ways.len() * 2
}

fn declare(source: &mut Source, needed: bool, big: bool) {
    let label = if big { "utf-16be" } else { "utf-16le" };
    if needed {
        source.encoding = encoding_rs::Encoding::for_label(label.as_bytes());
    }
}

/// JSON has no header: each row stands one line higher.
fn one_line_up((_, books, words): &mut (Vec<Entry>, Books, Vec<String>)) {
    for rejected in &mut books.rejected {
        rejected.line -= 1;
    }
    for word in words {
        let (line, rest) = word.split_once(' ').unwrap();
        *word = format!("{} {rest}", line.parse::<u64>().unwrap() - 1);
    }
}

#[test]
fn a_workbook_and_a_json_list_give_the_same_tally_as_the_csv() {
    let plain = desk("f.csv", csv(&HEADER, &rows(), ",", "\n").as_bytes(), |_| {});
    let expected = told(&plain);
    let book = desk("f.xlsx", &workbook("Answers", &HEADER, &rows()), |_| {});
    let mut told_by_book = told(&book);
    for word in &mut told_by_book.2 {
        *word = word.replace(" \u{2028}", " ");
    }
    assert_eq!(told_by_book, expected);
    let named = desk("f.xlsx", &workbook("Answers", &HEADER, &rows()), |source| {
        source.sheet = Some("Answers".into());
    });
    assert_eq!(told(&named).0, expected.0);
    let list = json(&HEADER, &rows(), "\n");
    for (file, content) in [
        ("f.json", list.clone().into_bytes()),
        ("f.json.gz", gzip(list.as_bytes())),
    ] {
        let (entries, books, words) = told(&desk(file, &content, |_| {}));
        assert_eq!(
            (&entries, &books.sources),
            (&expected.0, &expected.1.sources),
            "{file}"
        );
        let at: Vec<u64> = books
            .rejected
            .iter()
            .map(|rejected| rejected.line)
            .collect();
        // An item of seven lines each, behind the line of the bracket.
        assert_eq!(at, [2 + 3 * 7, 2 + 4 * 7]);
        assert_eq!(words[0], "2 1 a refund, please");
        assert_eq!(words.len(), 4);
    }
    let nested =
        format!("{{\"meta\": {{\"rows\": [1]}}, \"data\": {{\"rows\": {list}}}, \"rows\": 3}}");
    let nested = desk("f.json", nested.as_bytes(), |source| {
        source.rows = Some("data.rows".into());
    });
    let (entries, books, _) = told(&nested);
    assert_eq!(
        (entries, books.sources, books.unread),
        (expected.0, expected.1.sources, vec![])
    );
}

#[test]
fn a_sheet_that_is_not_there_is_named_with_those_that_are() {
    let desk = desk("f.xlsx", &workbook("Answers", &HEADER, &rows()), |source| {
        source.sheet = Some("Answer".into());
    });
    let overlay = desk.scan();
    assert_eq!(Desk::books(&overlay), (0, 0, 0, 0));
    assert_eq!(
        overlay.books.unread[0].reason,
        "it has no sheet `Answer`; its sheets: `Hidden`, `Answers`"
    );
    let csv = desk_of_text("no workbook");
    assert!(
        csv.scan().books.unread[0]
            .reason
            .starts_with("it is no Excel workbook")
    );
}

fn desk_of_text(text: &str) -> Desk {
    desk("f.xlsx", text.as_bytes(), |source| {
        assert_eq!(source.format, Format::Excel);
    })
}
