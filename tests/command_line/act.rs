//! `pothole act`: what is being done, from planned to told.

use crate::shop::{BUY, RETURN, Shop};
use std::fmt::Write;

/// The action of the tests, at `buy/search`.
const ADD: [&str; 10] = [
    "act",
    "add",
    "search",
    "Signs on the shelves",
    "--owner",
    "tills",
    "--due",
    "2025-03-01",
    "--today",
    "2025-02-01",
];

/// Weeks of feedback at `buy/search`, some complaints of twenty answers in each.
fn weeks(complaints: &[u32]) -> String {
    let mut rows = String::from("id,day,score,size,where\n");
    for (week, bad) in complaints.iter().enumerate() {
        let day = jiff::civil::date(2025, 1, 6) + jiff::Span::new().weeks(week as i64);
        for row in 0..20 {
            let score = if row < *bad { 1 } else { 10 };
            writeln!(rows, "{week}-{row},{day},{score},small,buy/search").unwrap();
        }
    }
    rows
}

#[test]
fn an_action_is_opened_moved_and_listed_and_only_its_lines_change() {
    let shop = Shop::open();
    let run = shop.run(&ADD);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(
        run.out,
        "buy.yaml: buy/search: + action signs-on-the-shelves, \"Signs on the shelves\"\n"
    );
    let lines = "
        actions:
          - action: signs-on-the-shelves
            title: Signs on the shelves
            owner: tills
            status: planned
            opened: 2025-02-01
            due: 2025-03-01";
    assert_eq!(shop.read("buy.yaml").replacen(lines, "", 1), BUY);
    let listed = shop.run(&["act", "--today", "2025-03-05"]);
    let expected = "planned (1)
  signs-on-the-shelves  Signs on the shelves
    buy/search, Tills and queues, 4 days overdue
";
    assert_eq!((listed.code, listed.out.as_str()), (Some(0), expected));
    let moved = shop.run(&[
        "act",
        "move",
        "signs-on-the-shelves",
        "shipped",
        "--today",
        "2025-03-06",
    ]);
    assert_eq!(moved.code, Some(0), "{}", moved.err);
    assert!(
        shop.read("buy.yaml")
            .contains("            shipped: 2025-03-06\n")
    );
    let gone = shop.run(&["act", "remove", "signs-on-the-shelves"]);
    assert_eq!(gone.code, Some(0), "{}", gone.err);
    assert_eq!(shop.read("buy.yaml"), BUY);
    assert_eq!(shop.read("give-back.yaml"), RETURN);
}

#[test]
fn a_day_to_come_is_a_promise_and_nothing_that_happened() {
    let shop = Shop::open();
    shop.run(&ADD);
    let set = |field, day| {
        let id = "signs-on-the-shelves";
        shop.run(&["act", "set", id, field, day, "--today", "2025-03-01"])
    };
    let ahead = set("shipped", "2025-03-02");
    assert_eq!(ahead.code, Some(1), "{}", ahead.err);
    let said = "`shipped` is 2025-03-02, which has not come yet, today is 2025-03-01";
    assert!(ahead.err.contains(said), "{}", ahead.err);
    assert_eq!(set("due", "2026-03-02").code, Some(0));
    assert_eq!(set("shipped", "2025-03-01").code, Some(0));
}

#[test]
fn what_makes_no_sense_is_refused_and_leaves_the_file_alone() {
    let shop = Shop::open();
    shop.run(&ADD);
    let before = shop.read("buy.yaml");
    let id = "signs-on-the-shelves";
    for (arguments, said) in [
        (
            &["act", "move", "sings-on-the-shelves", "fixing"][..],
            "did you mean `signs-on-the-shelves`",
        ),
        (&["act", "move", id, "told"], "shipped before it is told"),
        (
            &["act", "move", id, "shipped", "--today", "2025-01-31"],
            "would lie before `opened`",
        ),
        (&["act", "set", id, "due", "soon"], "write it as 2026-03-31"),
        (
            &["act", "set", id, "due", "2025-01-01"],
            "would lie before `opened`",
        ),
        (&["act", "set", id, "title", "--clear"], "needs a title"),
        (
            &["act", "set", id, "done", "two\nlines"],
            "one line of text",
        ),
        (
            &["act", "add", "pay", "Signs", "--id", id],
            "several touchpoints",
        ),
        (
            &["act", "add", "give-back/pay", "Signs", "--id", id],
            "there is an action",
        ),
        (
            &["act", "add", "search", "Signs", "--id", "Bad Id"],
            "is not an id",
        ),
        (&["act", "add", "search", "!!"], "no id can be made"),
        (
            &["act", "reopen", id],
            "the numbers do not say that it came back",
        ),
    ] {
        let run = shop.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{arguments:?}");
        assert!(run.err.contains(said), "{arguments:?}: {}", run.err);
    }
    assert_eq!(shop.run(&["act", "move", id, "shiped"]).code, Some(2));
    assert_eq!(shop.read("buy.yaml"), before);
    assert_eq!(shop.read("give-back.yaml"), RETURN);
}

#[test]
fn a_fix_that_helped_and_lost_it_again_came_back_and_is_reopened_with_the_reason() {
    let shop = Shop::open();
    let mut story = vec![8; 12];
    story.extend([1; 12]);
    story.extend([9; 8]);
    shop.write("feedback/nps.csv", &weeks(&story));
    shop.run(&ADD);
    let id = "signs-on-the-shelves";
    shop.run(&["act", "move", id, "shipped", "--today", "2025-03-31"]);
    shop.run(&["act", "move", id, "proven", "--today", "2025-06-30"]);
    let listed = shop.run(&["act", "--today", "2025-08-20"]).out;
    assert!(listed.starts_with("fixing (1)\n"), "{listed}");
    assert!(
        listed.contains("came back: since 2025-06-17 complaints are 9.0 times as frequent"),
        "{listed}"
    );
    let csv = shop.run(&["act", "--format", "csv"]).out;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(
        (&rows[0][0], &rows[0][4], &rows[0][5]),
        (id, "proven", "came back")
    );
    let page = shop.run(&["act", "--format", "markdown"]).out;
    assert!(page.starts_with("# What is being done\n"), "{page}");
    assert!(page.contains("came back: since"), "{page}");

    let note = shop.run(&["check"]);
    assert_eq!(note.code, Some(0), "{}", note.out);
    assert!(
        note.out.contains("note[came-back]: buy/search: action"),
        "{}",
        note.out
    );
    let opened = shop.run(&["act", "reopen", id]);
    assert_eq!(opened.code, Some(0), "{}", opened.err);
    let file = shop.read("buy.yaml");
    assert!(
        file.contains("status: fixing\n") && !file.contains("shipped:"),
        "{file}"
    );
    assert!(
        file.contains("            came-back: 'since 2025-06-17 complaints are"),
        "{file}"
    );
    assert_eq!(shop.run(&["check"]).code, Some(0));
}

#[test]
fn a_fix_that_holds_is_proven_and_one_that_made_it_worse_came_back() {
    for (after, said) in [
        (
            1,
            "note[unproven]: buy/search: action signs-on-the-shelves: shipped, unproven; better: 0.12 times",
        ),
        (
            16,
            "came back: complaints are 2.0 times as frequent (1.6 to 2.6) as before it was shipped",
        ),
        (8, "shipped, unproven; not shown yet"),
    ] {
        let shop = Shop::open();
        let mut story = vec![8; 12];
        story.extend([after; 12]);
        shop.write("feedback/nps.csv", &weeks(&story));
        shop.run(&ADD);
        shop.run(&[
            "act",
            "move",
            "signs-on-the-shelves",
            "shipped",
            "--today",
            "2025-03-31",
        ]);
        let run = shop.run(&["check", "--today", "2025-08-01"]);
        assert!(run.out.contains(said), "{after}: {}", run.out);
    }
}

#[test]
fn an_export_tells_of_actions_in_every_format() {
    let shop = Shop::open();
    shop.run(&ADD);
    let export = |format| {
        shop.run(&["export", "--format", format, "--today", "2025-03-05"])
            .out
    };
    let json: serde_json::Value = serde_json::from_str(&export("json")).unwrap();
    let search = &json["touchpoints"][0]["actions"][0];
    assert_eq!(search["column"], "planned");
    assert_eq!(search["overdue_days"], 4);
    let markdown = export("markdown");
    assert!(markdown.contains("## What is being done\n"), "{markdown}");
    assert!(markdown.contains("4 days overdue"), "{markdown}");
    let csv = export("csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let row = reader.records().next().unwrap().unwrap();
    let cell = |name| &row[header.iter().position(|column| column == name).unwrap()];
    assert_eq!(
        (
            cell("actions_open"),
            cell("overdue_days"),
            cell("came_back")
        ),
        ("1", "4", "0")
    );
}
