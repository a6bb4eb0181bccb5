//! What a source declares about its rows: other names of columns, zones, scales, and one row an id.

#![allow(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

mod feedback_desk;

use feedback_desk::Desk;
use pothole::feedback::{Condition, Day, Keep, Overlay, Polarity, Scale, Speaks, scan};
use std::fmt::Write;
use std::ops::ControlFlow;

fn desk(files: &str) -> Desk {
    let mut desk = Desk::new(&["a/one"]);
    let source = desk.source("f", files);
    source.columns.touchpoint = Some("place".into());
    source.columns.text = vec!["text".into()];
    source.speaks = Speaks::Always(Polarity::Complaint);
    desk
}

fn unread(overlay: &Overlay) -> Vec<(String, String)> {
    let unread = overlay.books.unread.iter();
    unread
        .map(|one| (one.file.clone(), one.reason.clone()))
        .collect()
}

#[test]
fn a_header_that_drifted_is_named_and_its_rows_are_read_where_they_can_be() {
    let mut desk = desk("f-*.csv");
    desk.file("f-1.csv", "place,text,score\none,a,1\n");
    desk.file("f-2.csv", "place,Text,score\none,b,2\none,c,3\n");
    desk.file("f-3.csv", "place,text,Rating\none,d,4\n");
    desk.file("f-4.csv", "x,y\n1,2\n");
    desk.sources[0].columns.score = Some("score".into());
    desk.sources[0].speaks = Speaks::Scored(Scale::named("csat-5").unwrap());
    let overlay = desk.scan();
    assert_eq!(Desk::books(&overlay), (3, 3, 0, 0));
    let expected = [
        (
            "f-2.csv",
            "its header lacks `text` (did you mean `Text`?); the rows were read with it empty. Name it under `aliases` if it goes by another name here",
        ),
        (
            "f-3.csv",
            "its header lacks `score`; it has `place`, `text`, `Rating`. Correct `columns`, or list the names used here under `aliases`",
        ),
        (
            "f-4.csv",
            "its header lacks `score`, `place`, `text`; it has `x`, `y`. Correct `columns`, or list the names used here under `aliases`",
        ),
    ];
    let mut found = unread(&overlay);
    // Which of the missing columns comes first says nothing.
    for (_, reason) in &mut found {
        *reason = reason.replace("`place`, `score`, `text`", "`score`, `place`, `text`");
    }
    assert_eq!(found.len(), 3, "{found:?}");
    for (found, expected) in found.iter().zip(expected).take(2) {
        assert_eq!((found.0.as_str(), found.1.as_str()), expected);
    }
    desk.sources[0].aliases = vec![
        ("score".into(), vec!["Mark".into(), "Rating".into()]),
        ("text".into(), vec!["Text".into()]),
    ];
    let overlay = desk.scan();
    assert_eq!(Desk::books(&overlay), (4, 4, 0, 0));
    assert_eq!(desk.counts(&overlay, "a/one"), (2, 1, 1, 0));
    assert_eq!(unread(&overlay).len(), 1);
    assert_eq!(overlay.places.len(), 4);
}

#[test]
fn aliases_hold_for_json_keys_and_for_the_columns_of_rules() {
    let mut desk = Desk::new(&["a/one"]);
    desk.file(
        "f.jsonl",
        "{\"kind\": \"x\"}\n{\"meta\": {\"type\": \"x\"}}\n{\"kind\": \"y\"}\n",
    );
    desk.source("f", "f.jsonl").aliases = vec![("kind".into(), vec!["meta.type".into()])];
    let test = pothole::feedback::Test::OneOf(vec!["x".into()]);
    let column = "kind".into();
    desk.when("a/one", Condition::Where { column, test });
    assert_eq!(Desk::books(&desk.scan()), (3, 2, 1, 0));
}

#[test]
fn of_rows_with_one_id_the_first_or_the_last_counts_and_the_others_are_named() {
    let mut desk = desk("f-*.csv");
    desk.file("f-1.csv", "id,at,place,text\n1,2025-01-06,one,a\n2,2025-02-30,one,b\n1,2025-01-07,one,c\n,2025-01-07,one,d\n,2025-01-07,one,e\n");
    desk.file(
        "f-2.csv",
        "id,at,place,text\n2,2025-01-08,one,f\n 1 ,2025-01-09,one,g\n",
    );
    desk.sources[0].columns.id = Some("id".into());
    desk.sources[0].columns.at = Some("at".into());
    desk.sources[0].duplicates = Some(Keep::First);
    let (days, lines) = kept(&desk);
    // A row that cannot be read keeps no other one out.
    assert_eq!(
        days,
        ["2025-01-06", "2025-01-07", "2025-01-07", "2025-01-08"]
    );
    assert_eq!(lines, ["f-1.csv:3", "f-1.csv:4", "f-2.csv:3"]);
    desk.sources[0].duplicates = Some(Keep::Last);
    let (days, lines) = kept(&desk);
    assert_eq!(
        days,
        ["2025-01-07", "2025-01-07", "2025-01-08", "2025-01-09"]
    );
    assert_eq!(lines, ["f-1.csv:2", "f-1.csv:3", "f-1.csv:4"]);
    let overlay = desk.scan();
    let total = overlay.books.total();
    assert_eq!(
        (total.read, total.mapped, total.rejected, total.duplicates),
        (7, 4, 3, 2)
    );
    assert_eq!(
        overlay.books.rejected[0].reason,
        "a later row has the same `id`, `1`; `duplicates: keep-last` counts that one"
    );
}

/// The days that count, and the rows that do not.
fn kept(desk: &Desk) -> (Vec<String>, Vec<String>) {
    let overlay = desk.scan();
    let entries = overlay.tally.entries();
    let days = entries.flat_map(|entry| vec![Day(entry.day).to_string(); entry.count as usize]);
    let rejected = overlay.books.rejected.iter();
    let lines = rejected.map(|row| format!("{}:{}", row.file, row.line));
    (days.collect(), lines.collect())
}

#[test]
fn duplicates_in_a_large_file_are_the_same_however_the_workers_meet_them() {
    let mut content = String::from("id,place,text\n");
    for row in 0..120_000_u64 {
        let id = row.wrapping_mul(2_654_435_761) % 50_000;
        let _ = writeln!(content, "{id},one,a text of some length for row {row}");
    }
    let mut desk = desk("f.csv");
    desk.file("f.csv", &content);
    desk.sources[0].columns.id = Some("id".into());
    for keep in [Keep::First, Keep::Last] {
        desk.sources[0].duplicates = Some(keep);
        let first = desk.scan();
        let total = first.books.total();
        assert_eq!(
            (total.read, total.mapped, total.duplicates),
            (120_000, 50_000, 70_000)
        );
        for _ in 0..3 {
            let again = desk.scan();
            assert_eq!(
                (again.places, again.books),
                (first.places.clone(), first.books.clone())
            );
        }
    }
}

#[test]
fn days_and_weeks_are_those_of_the_declared_zone() {
    let mut desk = desk("f.csv");
    desk.file(
        "f.csv",
        "at,place,text\n2025-06-15T23:30:00Z,one,a\n2025-06-15T22:30:00Z,one,b\n2025-06-15,one,c\n",
    );
    desk.sources[0].columns.at = Some("at".into());
    assert_eq!(kept(&desk).0, ["2025-06-15"; 3]);
    desk.sources[0].zone = Some("Europe/Lisbon".into());
    let (days, _) = kept(&desk);
    // A Sunday and a Monday: two weeks.
    assert_eq!(days, ["2025-06-15", "2025-06-15", "2025-06-16"]);
}

#[test]
fn every_scale_speaks_through_the_whole_path() {
    for (scale, cells, counts) in [
        ("csat-7", "1 2 3 4 5 6 7", (3, 1, 3, 0)),
        ("ces-5", "1 2 3 4 5", (2, 1, 2, 0)),
        ("ces-7", "1 2 3 4 5 6 7", (3, 1, 3, 0)),
        ("yes-no", "yes NO y n 👍 true", (2, 0, 4, 0)),
        ("thumbs", "up down 1 0", (2, 0, 2, 0)),
        ("nps", "0 6 7 8 9 10", (2, 2, 2, 0)),
    ] {
        let mut desk = desk("f.csv");
        let mut content = String::from("place,text,score\none,none,\n");
        for cell in cells.split(' ') {
            let _ = writeln!(content, "one,x,{cell}");
        }
        desk.file("f.csv", &content);
        desk.sources[0].columns.score = Some("score".into());
        desk.sources[0].speaks = Speaks::Scored(Scale::named(scale).unwrap());
        let overlay = desk.scan();
        let (complaints, neutral, praise, _) = counts;
        assert_eq!(
            desk.counts(&overlay, "a/one"),
            (complaints, neutral, praise, 1),
            "{scale}"
        );
        assert_eq!(overlay.books.rejected, [], "{scale}");
    }
    // On a reversed scale the low end is good.
    let mut desk = desk("f.csv");
    desk.file("f.csv", "place,text,score\none,x,1\n");
    desk.sources[0].columns.score = Some("score".into());
    desk.sources[0].speaks = Speaks::Scored(Scale::named("ces-5").unwrap());
    assert_eq!(desk.counts(&desk.scan(), "a/one"), (0, 0, 1, 0));
}

#[test]
fn accents_are_folded_where_the_source_says_so() {
    let mut desk = Desk::new(&["a/one"]);
    desk.file("f.csv", "text\nCAFE\nCafé\n\"très\n cher\"\n");
    desk.source("f", "f.csv").columns.text = vec!["text".into()];
    desk.when(
        "a/one",
        Condition::Text(vec!["café".into(), "tres cher".into()]),
    );
    assert_eq!(Desk::books(&desk.scan()), (3, 1, 2, 0));
    desk.sources[0].folds_accents = true;
    assert_eq!(Desk::books(&desk.scan()), (3, 3, 0, 0));
}

#[test]
fn looking_for_duplicates_tells_how_far_it_is_and_can_be_broken_off() {
    let mut desk = desk("f.csv");
    desk.sources[0].columns.id = Some("id".into());
    desk.sources[0].duplicates = Some(Keep::First);
    let words = "word ".repeat(2_000);
    let rows = (0..2_000).map(|row| format!("{},one,{words}\n", row / 2));
    let text: String = std::iter::once("id,place,text\n".to_owned())
        .chain(rows)
        .collect();
    desk.file("f.csv", &text);
    let watched = |stop: bool| {
        let mut told = Vec::new();
        let (root, rules) = (desk.folder.path(), &desk.rules);
        let overlay = scan(
            root,
            &desk.journeys,
            &desk.sources,
            rules,
            &mut |progress| {
                told.push((progress.done, progress.of));
                if stop {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            },
        );
        (overlay, told)
    };
    let (overlay, told) = watched(false);
    assert_eq!(Desk::books(&overlay), (2_000, 1_000, 0, 1_000));
    // The file is read twice, and the first of these is told of before the second begins.
    let all = 2 * text.len() as u64;
    assert!(
        told.iter().all(|&(done, of)| of == all && done <= of),
        "{told:?}"
    );
    assert!(told[0].0 <= all / 2, "{told:?}");
    assert!(told.last().unwrap().0 > all / 2, "{told:?}");
    let (overlay, told) = watched(true);
    assert_eq!((Desk::books(&overlay), told.len()), ((0, 0, 0, 0), 1));
}
