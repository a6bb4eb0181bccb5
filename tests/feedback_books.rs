//! Feedback over touchpoints, seen from outside: small workspaces built in code, scanned, and the counts
//! and books held against what was written.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it cannot go on, and says what it skips"
)]

mod feedback_desk;

use feedback_desk::Desk;
use pothole::feedback::{Condition, Evidence, Scale, Speaks, Test};

#[test]
fn a_row_goes_to_its_touchpoint_by_column_then_tags_then_text() {
    let mut desk = Desk::new(&["shop/search", "shop/pay"]);
    desk.file(
        "feedback/a.csv",
        "at,place,tags,text,score\n\
         2025-01-01,shop/pay,find,\"searching\",1\n\
         2025-01-02,,FIND; x,refund,10\n\
         2025-01-03,,,\"I want my REFUND\",7\n\
         2025-01-04,,,refunds,7\n",
    );
    let source = desk.source("a", "feedback/a.csv");
    source.columns.at = Some("at".into());
    source.columns.touchpoint = Some("place".into());
    source.columns.tags = Some("tags".into());
    source.columns.text = vec!["text".into()];
    source.columns.score = Some("score".into());
    source.speaks = Speaks::Scored(Scale::named("nps").unwrap());
    desk.when("shop/search", Condition::Tags(vec!["find".into()]));
    desk.when("shop/pay", Condition::Text(vec!["refund".into()]));
    let overlay = desk.scan();
    assert_eq!(desk.counts(&overlay, "shop/search"), (0, 0, 1, 0));
    assert_eq!(desk.counts(&overlay, "shop/pay"), (1, 1, 0, 0));
    assert_eq!(Desk::books(&overlay), (4, 3, 1, 0));
}

#[test]
fn rejected_rows_are_named_with_their_line_and_reason() {
    let mut desk = Desk::new(&["shop/pay"]);
    desk.file(
        "a.csv",
        "at,score,text\n\
         2025-01-01,5,\"two\nlines\"\n\
         2025-02-30,5,x\n\
         2025-01-01,eleven,x\n\
         2025-01-01,11,x\n\
         2025-01-01,5\n\
         ,5,x\n",
    );
    let source = desk.source("a", "a.csv");
    source.columns.at = Some("at".into());
    source.columns.text = vec!["text".into()];
    source.columns.score = Some("score".into());
    source.speaks = Speaks::Scored(Scale::named("nps").unwrap());
    desk.when(
        "shop/pay",
        Condition::Where {
            column: "score".into(),
            test: Test::OneOf(vec!["5".into()]),
        },
    );
    let overlay = desk.scan();
    assert_eq!(Desk::books(&overlay), (6, 2, 0, 4));
    assert_eq!(overlay.books.sources[0].undated, 1);
    let reasons: Vec<_> = overlay
        .books
        .rejected
        .iter()
        .map(|rejected| (rejected.line, rejected.reason.as_str()))
        .collect();
    assert_eq!(
        reasons,
        [
            (
                4,
                "`at` is `2025-02-30`, which is no date: expected YYYY-MM-DD, with or without a time"
            ),
            (
                5,
                "`score` is `eleven`, which is not a number: expected 0 to 10, or list it under `missing`"
            ),
            (
                6,
                "`score` is `11`, which is not on the scale nps: expected 0 to 10, or list it under `missing`"
            ),
            (7, "2 cells, but the header names 3 columns"),
        ]
    );
}

#[test]
fn a_wide_row_counts_once_at_every_touchpoint_it_rates() {
    let mut desk = Desk::new(&["fly/park", "fly/shop", "fly/all"]);
    desk.file(
        "s.csv",
        "Q1,Q2,NPS,remark\n1,5,0,parking\n6,BLANK,11,parking\n0.0,,,\n3,9,1,x\n",
    );
    let source = desk.source("survey", "s.csv");
    source.columns.text = vec!["remark".into()];
    source.speaks = Speaks::Scored(Scale::named("csat-5").unwrap());
    source.missing = vec!["0".into(), "6".into(), "Blank".into()];
    desk.rating("fly/park", "Q1", None, None);
    desk.rating("fly/shop", "Q2", None, None);
    desk.rating(
        "fly/all",
        "NPS",
        Scale::named("nps"),
        Some(vec!["11".into()]),
    );
    desk.when("fly/park", Condition::Text(vec!["parking".into()]));
    let overlay = desk.scan();
    // The second row rates nothing, but speaks of parking; the third says nothing at all.
    assert_eq!(desk.counts(&overlay, "fly/park"), (1, 0, 0, 1));
    assert_eq!(desk.counts(&overlay, "fly/shop"), (0, 0, 1, 0));
    assert_eq!(desk.counts(&overlay, "fly/all"), (1, 0, 0, 0));
    assert_eq!(Desk::books(&overlay), (4, 2, 1, 1));
    assert!(overlay.books.rejected[0].reason.starts_with("`Q2` is `9`"));
    let _ = Evidence::When(Condition::Tags(Vec::new()));
}
