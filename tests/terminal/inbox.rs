//! A rule written from the inbox of the real program, and taken back.

use crate::session::Session;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const CHARTER: &str = "\
title: Ferry Line
sources:
  tickets:
    files: tickets.csv
    speaks: complaint
    columns: {id: no, at: day, text: words}
";

const CROSSING: &str = "\
# Kept by hand, comments and all
journey: crossing
title: Cross with the car
stages:
  - stage: harbour
    touchpoints:
      - touchpoint: queue
        title: Queue for the ramp
        feedback:
          - {text: queue}   # all of them
      - {touchpoint: board, title: Drive aboard}
";

fn workspace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut rows = String::from("no,day,words\n");
    for row in 1..=40 {
        let words = match row % 4 {
            0 => "A long queue",
            1 => "The lift was broken",
            _ => "Nothing in particular",
        };
        let _ = writeln!(rows, "{row},2025-03-{:02},{words} {row}", row % 28 + 1);
    }
    for (name, text) in [
        ("pothole.yaml", CHARTER),
        ("crossing.yaml", CROSSING),
        ("tickets.csv", &rows),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn crossing(folder: &Path) -> String {
    fs::read_to_string(folder.join("crossing.yaml")).unwrap()
}

#[test]
fn a_phrase_from_the_inbox_becomes_one_line_and_undo_takes_it_away() {
    let folder = workspace();
    let mut session = Session::start(folder.path(), (100, 32), &[]);
    session.wait_for("10 mapped, 30 unmapped");
    session
        .type_in("i")
        .wait_for("Inbox: 30 unmapped rows")
        .wait_for("30 rows with text: tickets 30");
    session
        .type_in("lift was")
        .wait_for("catches 10 of 30 rows: tickets 10")
        .wait_without("Nothing in particular");
    session
        .type_in("\r")
        .wait_for("Touchpoint for")
        .wait_for("which catches 10 rows, to crossing.yaml");
    session
        .type_in("ramp\r")
        .wait_for("saved: rules of crossing/queue: + text \"lift was\", in crossing.yaml:11")
        .wait_for("20 mapped, 20 unmapped")
        .wait_for("20 rows with text: tickets 20");
    let others = "          - {text: queue}   # all of them\n";
    let rule = "          - {text: \"lift was\"}\n";
    let wanted = CROSSING.replace(others, &format!("{others}{rule}"));
    assert_eq!(crossing(folder.path()), wanted);

    session
        .type_in("u")
        .wait_for("undone: rules of crossing/queue: - text \"lift was\"")
        .wait_for("10 mapped, 30 unmapped");
    assert_eq!(crossing(folder.path()), CROSSING);
    session.type_in("q");
    assert_eq!(session.end(), 0);
    session.check_given_back();
}
