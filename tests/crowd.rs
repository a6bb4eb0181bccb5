//! Who passed, who stayed and how much it hurt, seen from outside: small workspaces as files, opened and
//! scanned, and what comes of them held against what was written.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking, and sums of severities are exact"
)]

use pothole::feedback::{
    Crossing, Headcount, Overlay, ScanOptions, SourceBooks, UNDATED, respondents, scan_with,
};
use pothole::journey::{Day, TouchpointIndex};
use pothole::workspace::open;
use std::ops::ControlFlow;

const JOURNEY: &str = "\
journey: shop
stages:
  - stage: all
    touchpoints:
      - {touchpoint: find, title: Find it, visited: [searched, seen]}
      - {touchpoint: pay, title: Pay, visited: [paid, SEEN]}
";

/// Reads a workspace of these files; its first source feeds nothing but what a column names.
fn read(charter: &str, files: &[(&str, &str)]) -> Overlay {
    let root = tempfile::tempdir().unwrap();
    let all = [("pothole.yaml", charter), ("shop.yaml", JOURNEY)];
    for (file, text) in all.iter().chain(files) {
        std::fs::write(root.path().join(file), text).unwrap();
    }
    let workspace = open(root.path()).unwrap();
    let errors = workspace
        .problems
        .iter()
        .map(pothole::workspace::Problem::one_line);
    assert_eq!(errors.collect::<Vec<_>>(), Vec::<String>::new());
    let overlay = scan_with(
        &ScanOptions::default(),
        root.path(),
        &workspace.journeys,
        &workspace.sources,
        &workspace.rules,
        &workspace.crowd,
        &mut |_| ControlFlow::Continue(()),
    );
    let books = &overlay.books;
    assert!(books.sources.iter().all(SourceBooks::balance));
    assert!(books.visits.balance() && books.customers.balance());
    overlay
}

fn of(books: &SourceBooks) -> (u64, u64, u64, u64) {
    (books.read, books.mapped, books.unmapped, books.rejected)
}

fn reasons(overlay: &Overlay) -> Vec<(u64, &str)> {
    let rejected = overlay.books.rejected.iter();
    rejected
        .map(|rejected| (rejected.line, rejected.reason.as_str()))
        .collect()
}

const FIND: usize = 0;
const PAY: usize = 1;

fn at(place: usize) -> TouchpointIndex {
    TouchpointIndex::new(place)
}

#[test]
fn an_event_log_counts_each_row_where_its_word_leads() {
    let overlay = read(
        "visits: {files: v.csv, columns: {at: when, customer: who, touchpoint: what}}\n",
        &[(
            "v.csv",
            "when,who,what\n\
             2025-01-06T10:00:00Z,a,Searched\n\
             2025-01-06,a,seen\n\
             2025-01-08,b,shop/pay\n\
             ,b,Find it\n\
             2025-01-13,,paid\n\
             2025-01-13,c,left\n\
             13.1.2025,c,paid\n\
             2025-01-13,c\n",
        )],
    );
    assert_eq!(of(&overlay.books.visits), (8, 5, 1, 2));
    assert_eq!(overlay.books.visits.undated, 1);
    // What both list counts at both.
    assert_eq!(overlay.exposure.total(at(FIND)), Some(3));
    assert_eq!(overlay.exposure.total(at(PAY)), Some(3));
    let monday = Day::parse_iso("2025-01-06").unwrap();
    let weeks = [(monday, 2), (Day(monday.0 + 7), 1)];
    assert_eq!(overlay.exposure.by_week(at(PAY)), weeks);
    assert_eq!(overlay.exposure.of(at(FIND))[0].day, UNDATED);
    let expected = [
        (
            8,
            "`when` is `13.1.2025`, which is no date: expected YYYY-MM-DD, with or without a time",
        ),
        (9, "2 cells, but the header names 3 columns"),
    ];
    assert_eq!(reasons(&overlay), expected);
    assert_eq!(overlay.customers, None);
}

#[test]
fn counts_and_json_lines_are_read_side_by_side() {
    let overlay = read(
        "visits:\n  - {files: n.csv, columns: {at: day, touchpoint: place, count: n}, date-format: '%d.%m.%Y'}\n  \
         - {files: e.jsonl, columns: {touchpoint: event.name}}\n",
        &[
            (
                "n.csv",
                "day;place;n\n06.01.2025;find;40\n07.01.2025;find;2.0\n07.01.2025;pay;many\n08.01.2025;pay;-1\n",
            ),
            (
                "e.jsonl",
                "{\"event\": {\"name\": \"paid\"}}\n{\"event\": {\"name\": \"PAID\"}}\nnonsense\n{}\n",
            ),
        ],
    );
    assert_eq!(of(&overlay.books.visits), (8, 4, 1, 3));
    assert_eq!(overlay.exposure.total(at(FIND)), Some(42));
    assert_eq!(overlay.exposure.total(at(PAY)), Some(2));
    let days = Day::parse_iso("2025-01-07").unwrap()..Day::parse_iso("2025-02-01").unwrap();
    assert_eq!(overlay.exposure.during(at(FIND), &days), Some(2));
    let count = "which is no count: expected a whole number from 0 on";
    let said = reasons(&overlay);
    assert_eq!(said[0], (4, &*format!("`n` is `many`, {count}")));
    assert_eq!(said[1], (5, &*format!("`n` is `-1`, {count}")));
    assert!(said[2].1.starts_with("not a JSON object"));
}

#[test]
fn visits_and_customers_are_read_however_they_are_written() {
    let overlay = read(
        "visits:\n  - {files: e.json, columns: {at: day, customer: who, touchpoint: what}, \
         date-format: ['%d/%m/%Y', '%s']}\n\
         customers: {files: c.json, columns: {id: id, churned: gone}}\n",
        &[
            (
                "e.json",
                "[{\"day\": \"06/01/2025\", \"who\": \"a\", \"what\": \"paid\"},\n \
                 {\"day\": 1736208000, \"who\": \"b\", \"what\": \"paid\"}]\n",
            ),
            (
                "c.json",
                "[{\"id\": \"a\", \"gone\": true}, {\"id\": \"b\", \"gone\": false}]",
            ),
        ],
    );
    assert_eq!(reasons(&overlay), []);
    assert_eq!(overlay.exposure.total(at(PAY)), Some(2));
    let days = Day::parse_iso("2025-01-06").unwrap()..Day::parse_iso("2025-01-08").unwrap();
    assert_eq!(overlay.exposure.during(at(PAY), &days), Some(2));
    let customers = overlay.customers.unwrap();
    assert_eq!(customers.total, Headcount { of: 2, lost: 1 });
    let crossing = customers.crossings[PAY];
    assert_eq!(crossing.content, Headcount { of: 2, lost: 1 });
}

#[test]
fn a_respondent_whose_row_is_sent_twice_answers_once() {
    let root = tempfile::tempdir().unwrap();
    let charter = "sources:\n  s: {files: '*.csv', scale: csat-5, duplicates: keep-last, columns: {id: no}}\n\
                   drivers: {source: s, overall: shop/pay}\n";
    let journey = "journey: shop\nstages:\n  - stage: all\n    touchpoints:\n      \
                   - {touchpoint: find, feedback: [{source: s, rating: f}]}\n      \
                   - {touchpoint: pay, feedback: [{source: s, rating: p}]}\n";
    for (file, text) in [
        ("pothole.yaml", charter),
        ("shop.yaml", journey),
        ("a.csv", "no,f,p\n1,1,1\n2,3,3\n"),
        ("b.csv", "no,f,p\n1,5,5\n1,9,1\n"),
    ] {
        std::fs::write(root.path().join(file), text).unwrap();
    }
    let space = open(root.path()).unwrap();
    assert_eq!(space.problems.len(), 0);
    let asked = space.drivers.as_ref().unwrap();
    let found = respondents(
        root.path(),
        &space.journeys,
        &space.sources,
        &space.rules,
        asked,
    );
    assert_eq!(found.overall, [Some(0.0), Some(2.0)]);
    assert_eq!(found.ratings, [[Some(0.0), Some(2.0)]]);
}

#[test]
fn customers_are_lost_by_a_word_a_value_or_a_date() {
    let files = [(
        "c.csv",
        "id,gone,state,on,kind\n\
         a,Yes,closed,2025-03-01,large\n\
         b,no,open,,small\n\
         c,0,frozen,,small\n\
         d,maybe,closed,soon,\n\
         a,no,open,,large\n\
         ,no,open,,large\n",
    )];
    let read = |columns: &str| {
        let charter = format!("customers: {{files: c.csv, {columns}, segment: kind}}}}\n");
        read(&charter, &files)
    };
    let overlay = read("columns: {id: id, churned: gone");
    assert_eq!(of(&overlay.books.customers), (6, 3, 0, 3));
    let customers = overlay.customers.as_ref().unwrap();
    assert_eq!(customers.total, Headcount { of: 3, lost: 1 });
    let segments = [("large", 1, 1), ("small", 2, 0)];
    let segments = segments.map(|(name, of, lost)| (name.to_owned(), Headcount { of, lost }));
    assert_eq!(customers.segments, segments);
    let said = reasons(&overlay);
    assert_eq!(said[0].0, 5);
    assert!(said[0].1.contains("neither yes nor no"), "{said:?}");
    assert_eq!(
        said[1],
        (
            6,
            "`id` is `a`, a customer who has a row already; the first counts"
        )
    );
    assert!(said[2].1.contains("nobody can tell"), "{said:?}");
    let total = |overlay: Overlay| overlay.customers.unwrap().total;
    let by_value = read("lost: [Closed, frozen], columns: {id: id, churned: state");
    assert_eq!(total(by_value), Headcount { of: 4, lost: 3 });
    let by_date = read("columns: {id: id, lost-on: on");
    assert!(reasons(&by_date)[0].1.contains("which is no date"));
    assert_eq!(total(by_date), Headcount { of: 3, lost: 1 });
}

#[test]
fn a_customer_counts_once_at_a_touchpoint_and_a_complaint_outweighs_all_else() {
    let overlay = read(
        "sources:\n  s: {files: s.csv, columns: {customer: who, touchpoint: where, score: nps}, scale: nps}\n\
         visits: {files: v.csv, columns: {customer: who, touchpoint: what}}\n\
         customers: {files: c.csv, columns: {id: id, churned: gone}}\n",
        &[
            (
                "s.csv",
                "who,where,nps\na,pay,0\na,pay,10\nb,pay,9\nc,pay,\nstranger,pay,0\n,pay,1\n",
            ),
            ("v.csv", "who,what\na,paid\nd,paid\nd,paid\nstranger,paid\n"),
            ("c.csv", "id,gone\na,yes\nb,no\nc,yes\nd,no\ne,yes\n"),
        ],
    );
    let crossings = overlay.customers.unwrap().crossings;
    let expected = Crossing {
        complained: Headcount { of: 1, lost: 1 },
        content: Headcount { of: 3, lost: 1 },
    };
    assert_eq!(crossings, [Crossing::default(), expected]);
}

#[test]
fn severities_are_summed_as_far_as_they_are_said() {
    let overlay = read(
        "sources:\n  t:\n    files: t.csv\n    speaks: complaint\n    severity: {Low: 1, high: 5}\n    \
         columns: {at: day, touchpoint: where, segment: kind, severity: prio}\n",
        &[(
            "t.csv",
            "day,where,kind,prio\n\
             2025-01-06,pay,large,high\n\
             2025-01-06,pay,large,LOW\n\
             2025-01-06,pay,large,\n\
             2025-01-06,pay,small,0.1\n\
             2025-01-06,pay,small,0.2\n\
             2025-01-07,pay,small,unknown\n\
             2025-01-07,nowhere,small,high\n\
             2025-01-07,find,small,-3\n",
        )],
    );
    let books = overlay.books.sources[0];
    assert_eq!(of(&books), (8, 7, 1, 0));
    assert_eq!(books.without_severity, 3);
    assert!(overlay.tally.weights_of(at(FIND)).is_empty());
    let [large, small] = overlay.tally.weights_of(at(PAY)) else {
        panic!("two weights")
    };
    assert_eq!((large.of, large.sum, large.squares), (2, 6.0, 26.0));
    assert_eq!(large.entry.count, 3);
    assert_eq!((small.of, small.sum, small.squares), (2, 0.3, 0.05));
    let segment = &overlay.tally.segments[usize::from(small.entry.segment)];
    assert_eq!(segment, "small");
}

#[test]
fn severities_come_to_the_same_whichever_worker_meets_them() {
    let rows = (0..200_000_u32).map(|row| {
        let (day, cents) = (row % 28 + 1, row.wrapping_mul(2_654_435_761) % 1_000_000);
        format!(
            "2025-01-{day:02},pay,{}.{:02},{}\n",
            cents / 100,
            cents % 100,
            "x".repeat(20)
        )
    });
    let text = std::iter::once("day,where,money,note\n".to_owned()).chain(rows);
    let text: String = text.collect();
    let charter = "sources:\n  t: {files: t.csv, speaks: complaint, columns: \
                   {at: day, touchpoint: where, severity: money}}\n";
    let first = read(charter, &[("t.csv", &text)]);
    let second = read(charter, &[("t.csv", &text)]);
    assert_eq!(first.tally.weights(), second.tally.weights());
    let cents: u64 = (0..200_000_u32)
        .map(|row| u64::from(row.wrapping_mul(2_654_435_761) % 1_000_000))
        .sum();
    let sum: f64 = first.tally.weights().iter().map(|weight| weight.sum).sum();
    assert!((sum - cents as f64 / 100.0).abs() < 1e-3);
    assert_eq!(first.books.sources[0].without_severity, 0);
}

#[test]
fn files_that_are_not_as_declared_are_named_and_nothing_else_stops() {
    let root = tempfile::tempdir().unwrap();
    let charter = "visits: {files: v.csv, columns: {touchpoint: what}}\n\
                   customers: {files: none.csv, columns: {id: id, churned: gone}}\n";
    for (file, text) in [
        ("pothole.yaml", charter),
        ("shop.yaml", JOURNEY),
        ("v.csv", "where\npay\n"),
    ] {
        std::fs::write(root.path().join(file), text).unwrap();
    }
    let workspace = open(root.path()).unwrap();
    let codes: Vec<&str> = workspace
        .problems
        .iter()
        .map(|problem| problem.code)
        .collect();
    assert_eq!(codes, ["unknown-column", "no-file"]);
    let overlay = scan_with(
        &ScanOptions::default(),
        root.path(),
        &workspace.journeys,
        &workspace.sources,
        &workspace.rules,
        &workspace.crowd,
        &mut |_| ControlFlow::Continue(()),
    );
    let unread = overlay.books.unread.iter();
    let unread: Vec<_> = unread
        .map(|unread| (&*unread.source, &*unread.file))
        .collect();
    assert_eq!(unread, [("customers", "none.csv"), ("visits", "v.csv")]);
    assert!(overlay.exposure.is_empty());
    assert_eq!(overlay.exposure.total(at(PAY)), None);
    assert_eq!(overlay.customers.unwrap().total, Headcount::default());
}
