//! Broken and unusual files: the damage stays with the rows it touches, and nothing is dropped in
//! silence.

#![allow(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

mod feedback_desk;

use feedback_desk::Desk;
use pothole::feedback::{Overlay, Polarity, Rejected, Speaks, scan, verbatims};
use std::fmt::Write;
use std::ops::ControlFlow;

/// A desk with one source whose rows name their touchpoint.
fn desk(content: impl AsRef<[u8]>) -> Desk {
    let mut desk = Desk::new(&["a/one"]);
    desk.file("f.csv", content);
    let source = desk.source("f", "f.csv");
    source.columns.touchpoint = Some("place".into());
    source.columns.text = vec!["text".into()];
    source.speaks = Speaks::Always(Polarity::Complaint);
    desk
}

fn lines(overlay: &Overlay) -> Vec<u64> {
    let rejected = overlay.books.rejected.iter();
    rejected.map(|rejected| rejected.line).collect()
}

#[test]
fn a_quote_never_closed_costs_its_own_row() {
    for end in [
        "",
        "one,\"fine\",6\n",
        "one,\"fine\n\nand \"\"well\"\"\",6\n",
    ] {
        let desk = desk(format!(
            "place,text,n\none,a,1\none,\"b,2\none,c,3\none,d,4\none,e,5\n{end}"
        ));
        let overlay = desk.scan();
        let rows = 5 + u64::from(!end.is_empty());
        assert_eq!(Desk::books(&overlay), (rows, rows - 1, 0, 1));
        assert_eq!(lines(&overlay), [3]);
        let reason = &overlay.books.rejected[0].reason;
        assert!(
            reason.contains("opens a cell on line 3 is not closed"),
            "{reason}"
        );
    }
}

#[test]
fn a_stray_quote_in_a_large_file_costs_its_own_row_however_far_the_next_quote_is() {
    let mut content = String::from("place,text,n\n");
    for row in 0..200_000 {
        let quote = if row == 5_000 { "\"" } else { "" };
        let _ = writeln!(content, "one,{quote}text number {row},{row}");
    }
    let overlay = desk(&content).scan();
    assert_eq!(Desk::books(&overlay), (200_000, 199_999, 0, 1));
    assert_eq!(lines(&overlay), [5_002]);
}

#[test]
fn nul_bytes_and_what_is_not_utf8_cost_their_own_rows() {
    let desk =
        desk(b"place,text,n\none,a,1\none,b\0,2\none,\"c\n\xff\",3\none,d,4\n\none,\xe9,5\n");
    let overlay = desk.scan();
    assert_eq!(Desk::books(&overlay), (5, 2, 0, 3));
    assert_eq!(lines(&overlay), [3, 4, 8]);
    let reasons: Vec<_> = overlay
        .books
        .rejected
        .iter()
        .map(|r| r.reason.as_str())
        .collect();
    assert_eq!(reasons[0], "a NUL byte in the row");
    assert_eq!(
        reasons[1],
        "not UTF-8 from byte 8 of the row on; declare the `encoding` it has, such as `windows-1252`, or save it as UTF-8"
    );
}

#[test]
fn line_ends_of_every_kind_and_a_byte_order_mark_are_read() {
    for end in ["\n", "\r\n", "\r"] {
        let rows = [
            "\u{feff} place ;text; n",
            "one;a;1",
            "",
            "one;\"b;\";x",
            "one;c",
        ];
        let overlay = desk(rows.join(end)).scan();
        assert_eq!(Desk::books(&overlay), (3, 2, 0, 1), "{end:?}");
        assert_eq!(lines(&overlay), [5], "{end:?}");
    }
}

#[test]
fn files_that_cannot_be_read_are_named_with_the_reason() {
    let mut desk = desk("plaec,text\none,a\n");
    desk.file("empty.csv", "");
    desk.file("wide.csv", b"p\0l\0");
    for name in ["empty.csv", "wide.csv", "none-*.csv"] {
        desk.source(name, name);
    }
    let overlay = desk.scan();
    assert_eq!(Desk::books(&overlay), (0, 0, 0, 0));
    let unread: Vec<_> = overlay
        .books
        .unread
        .iter()
        .map(|Rejected { source, reason, .. }| (source.as_str(), reason.as_str()))
        .collect();
    assert_eq!(
        unread,
        [
            (
                "empty.csv",
                "it is empty; its first line must name the columns"
            ),
            (
                "f",
                "its header lacks `place` (did you mean `plaec`?); it has `plaec`, `text`. Correct `columns`, or list the names used here under `aliases`"
            ),
            (
                "none-*.csv",
                "no file of this name; paths are relative to the workspace's folder"
            ),
            (
                "wide.csv",
                "there are NUL bytes in its header; if it is UTF-16, say `encoding: utf-16le` or `utf-16be`, or save it as UTF-8"
            ),
        ]
    );
}

#[test]
fn a_scan_can_be_broken_off_and_its_books_still_balance() {
    let mut content = String::from("place,text,n\n");
    for row in 0..400_000 {
        let _ = writeln!(
            content,
            "one,a text of some length to fill the file {row},{row}"
        );
    }
    let desk = desk(&content);
    let mut heard = 0;
    let overlay = scan(
        desk.folder.path(),
        &desk.journeys,
        &desk.sources,
        &desk.rules,
        &mut |progress| {
            heard += 1;
            assert!(progress.done <= progress.of && progress.of == content.len() as u64);
            ControlFlow::Break(())
        },
    );
    let total = overlay.books.total();
    assert!(heard >= 1);
    assert!(
        total.balance() && total.read > 0 && total.read <= 400_000,
        "{total:?}"
    );
    let counted: u64 = overlay.tally.entries().map(|entry| entry.count).sum();
    assert_eq!(counted, total.mapped);
}

#[test]
fn a_file_of_many_blocks_counts_as_the_csv_crate_reads_it() {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["place", "text", "n"]).unwrap();
    let mut dice = 7_u64;
    for row in 0..60_000 {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let place = if dice >> 60 < 12 { "one" } else { "two" };
        let text = match dice >> 40 & 7 {
            0 => "two\nlines, \"quoted\"".to_owned(),
            1 => "\"".repeat((dice >> 50 & 7) as usize),
            2 => "\r\n".to_owned(),
            length => "wörter ".repeat(length as usize * 3),
        };
        writer
            .write_record([place, &text, &row.to_string()])
            .unwrap();
    }
    let content = writer.into_inner().unwrap();
    let mut reader = csv::Reader::from_reader(content.as_slice());
    let mut expected = Vec::new();
    for record in reader.records() {
        let record = record.unwrap();
        if &record[0] == "one" && !record[1].trim().is_empty() {
            let line = record.position().unwrap().line();
            expected.push((line, record[1].trim().replace("\r\n", "\n")));
        }
    }
    let desk = desk(&content);
    let overlay = desk.scan();
    assert_eq!(overlay.books.total().read, 60_000);
    assert_eq!(overlay.books.rejected, []);
    // Without days the first rows of the file are kept.
    expected.truncate(Overlay::MOST_PLACES);
    let read = verbatims(desk.folder.path(), &desk.sources, &overlay, &overlay.places);
    let found: Vec<_> = read
        .into_iter()
        .map(|said| (said.line, said.text))
        .collect();
    assert_eq!(found, expected);
}
