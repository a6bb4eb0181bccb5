//! What makes a row belong to a touchpoint: every kind of rule, and which one wins.

#![allow(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

mod feedback_desk;

use feedback_desk::Desk;
use pothole::feedback::{
    Condition, CountColumns, Day, Evidence, Mapping, Polarity, Scale, Speaks, Test,
};

fn tags(tag: &str) -> Condition {
    Condition::Tags(vec![tag.into()])
}

fn text(phrase: &str) -> Condition {
    Condition::Text(vec![phrase.into()])
}

fn whose(column: &str, test: Test) -> Condition {
    Condition::Where {
        column: column.into(),
        test,
    }
}

/// A desk with one source of tickets: every row is a complaint.
fn tickets(touchpoints: &[&str], rows: &str) -> Desk {
    let mut desk = Desk::new(touchpoints);
    desk.file("t.csv", format!("tags,text,plan,place\n{rows}"));
    let source = desk.source("tickets", "t.csv");
    source.columns.tags = Some("tags".into());
    source.columns.text = vec!["text".into()];
    source.speaks = Speaks::Always(Polarity::Complaint);
    desk
}

/// How many complaints each touchpoint has.
fn complaints(desk: &Desk, touchpoints: &[&str]) -> Vec<u64> {
    let overlay = desk.scan();
    let count = |name: &&str| desk.counts(&overlay, name).0;
    touchpoints.iter().map(count).collect()
}

#[test]
fn tags_outrank_text_and_the_first_touchpoint_wins_among_equals() {
    let names = ["a/one", "a/two", "a/three"];
    let mut desk = tickets(
        &names,
        "x;y,one,,\n,one and two,,\nX,,,\n y | z ,two,,\n,three,,\n",
    );
    desk.when("a/one", text("one"));
    desk.when("a/two", tags("y"));
    desk.when("a/two", text("two"));
    desk.when("a/three", tags("x"));
    // Row 1 has tags of two and three; row 2 speaks of one and two; 3 and 4 have one tag; 5 has nothing.
    assert_eq!(complaints(&desk, &names), [1, 2, 1]);
    desk.sources[0].mapping = Mapping::All;
    assert_eq!(complaints(&desk, &names), [2, 3, 2]);
}

#[test]
fn a_row_counts_once_at_a_touchpoint_however_many_rules_it_meets() {
    let mut desk = tickets(&["a/one"], "x;y,one,gold,\n");
    for condition in [
        tags("x"),
        tags("y"),
        text("one"),
        whose("plan", Test::OneOf(vec!["gold".into()])),
        Condition::Matches("o.e".into()),
    ] {
        desk.when("a/one", condition);
    }
    desk.sources[0].mapping = Mapping::All;
    assert_eq!(complaints(&desk, &["a/one"]), [1]);
}

#[test]
fn all_any_and_none_are_met_together() {
    let names = ["a/one", "a/two"];
    let mut desk = tickets(
        &names,
        "x,slow app,,\nx,slow app,gold,\nx,fast app,,\n,slow app,12,\n,Größe und SLOW,30,\n",
    );
    desk.when(
        "a/one",
        Condition::All(vec![
            tags("x"),
            text("slow"),
            Condition::None(vec![whose("plan", Test::OneOf(vec!["gold".into()]))]),
        ]),
    );
    desk.when(
        "a/two",
        Condition::Any(vec![
            whose("plan", Test::Pattern("^GO".into())),
            whose(
                "plan",
                Test::Range {
                    from: Some(12.0),
                    to: Some(29.5),
                },
            ),
            Condition::All(vec![text("größe"), Condition::Matches(r"\bslow$".into())]),
        ]),
    );
    // Row 3 is not slow: no touchpoint.
    assert_eq!(complaints(&desk, &names), [1, 3]);
}

#[test]
fn a_condition_with_a_column_anywhere_in_it_outranks_text() {
    let names = ["a/one", "a/two"];
    let mut desk = tickets(&names, ",refund,gold,\n");
    desk.when("a/one", text("refund"));
    desk.when(
        "a/two",
        Condition::All(vec![
            text("refund"),
            whose("plan", Test::OneOf(vec!["gold".into()])),
        ]),
    );
    assert_eq!(complaints(&desk, &names), [0, 1]);
}

#[test]
fn a_column_names_the_touchpoint_by_address_id_or_title() {
    let names = ["a/pay", "b/pay", "b/ship"];
    let mut desk = tickets(
        &names,
        ",,,A/Pay\n,,,pay\n,,, SHIP \n,,,title of ship\n,,,title of pay\n,refund,,nowhere\n",
    );
    desk.sources[0].columns.touchpoint = Some("place".into());
    desk.when("a/pay", text("refund"));
    // `pay` and its title belong to two touchpoints, so they name none.
    assert_eq!(complaints(&desk, &names), [2, 0, 2]);
    let overlay = desk.scan();
    assert_eq!(Desk::books(&overlay), (6, 4, 2, 0));
}

#[test]
fn a_rule_for_one_source_leaves_the_others_alone() {
    let mut desk = tickets(&["a/one"], "x,,,\n");
    desk.file("u.csv", "tags,text\nx,\n");
    let source = desk.source("other", "u.csv");
    source.columns.tags = Some("tags".into());
    desk.rule("a/one", Some(1), Evidence::When(tags("x")));
    let overlay = desk.scan();
    assert_eq!(desk.counts(&overlay, "a/one"), (0, 0, 0, 1));
    assert_eq!(overlay.tally.entries().next().unwrap().source, 1);
}

#[test]
fn a_source_counted_beforehand_adds_its_numbers() {
    let mut desk = Desk::new(&["a/one", "a/two"]);
    desk.file(
        "c.csv",
        "day,place,group,bad,ok,good\n\
         2025-01-01,one,small,3,,5\n\
         2025-01-01,a/one,small,200000,1,\n\
         2025-01-02,two,,0,0,0\n\
         2025-01-02,two,,-1,0,0\n\
         2025-01-02,two,,1.5,0,0\n\
         2025-01-02,three,,1,0,0\n",
    );
    let source = desk.source("counts", "c.csv");
    source.columns.at = Some("day".into());
    source.columns.touchpoint = Some("place".into());
    source.columns.segment = Some("group".into());
    source.speaks = Speaks::Counted(CountColumns {
        complaints: Some("bad".into()),
        neutral: Some("ok".into()),
        praise: Some("good".into()),
    });
    let overlay = desk.scan();
    assert_eq!(desk.counts(&overlay, "a/one"), (200_003, 1, 5, 0));
    assert_eq!(desk.counts(&overlay, "a/two"), (0, 0, 0, 0));
    assert_eq!(Desk::books(&overlay), (6, 3, 1, 2));
    assert!(overlay.books.rejected[0].reason.contains("`bad` is `-1`"));
    assert_eq!(overlay.tally.segments, ["", "small"]);
}

#[test]
fn days_come_from_the_row_or_from_the_source_or_not_at_all() {
    let mut desk = Desk::new(&["a/one"]);
    desk.file("d.csv", "at,place\n13/02/2025,one\n,one\n2025-02-13,one\n");
    let source = desk.source("d", "d.csv");
    source.columns.touchpoint = Some("place".into());
    let day = |text: &str| Day::parse_iso(text);
    let days = |desk: &Desk| -> (Vec<Option<Day>>, u64, u64) {
        let overlay = desk.scan();
        let days = overlay.tally.entries().map(|entry| entry.day());
        let total = overlay.books.total();
        (days.collect(), total.undated, total.rejected)
    };
    assert_eq!(days(&desk), (vec![None], 3, 0));
    desk.sources[0].date = day("2024-05-06");
    assert_eq!(days(&desk), (vec![day("2024-05-06")], 0, 0));
    desk.sources[0].columns.at = Some("at".into());
    desk.sources[0].date_formats = vec!["%d/%m/%Y".into()];
    assert_eq!(days(&desk), (vec![None, day("2025-02-13")], 1, 1));
}

#[test]
fn an_expression_that_is_none_makes_its_rule_inert_and_is_said() {
    let mut desk = tickets(&["a/one"], "x,one,,\n");
    desk.when(
        "a/one",
        Condition::None(vec![Condition::Matches("(".into())]),
    );
    desk.rating("a/one", "plan", None, None);
    let overlay = desk.scan();
    assert_eq!(Desk::books(&overlay), (1, 0, 1, 0));
    let said: Vec<_> = overlay
        .books
        .unread
        .iter()
        .map(|unread| (unread.line, unread.reason.as_str()))
        .collect();
    assert_eq!(said.len(), 2);
    assert_eq!(said[0], (1, "`(` is no regular expression: unclosed group"));
    assert!(said[1].1.contains("has no scale"));
    let thumbs = Scale::named("thumbs");
    desk.rating("a/one", "plam", thumbs, None);
    let unread = desk.scan().books.unread;
    assert!(
        unread
            .iter()
            .any(|u| u.reason.contains("lacks `plam` (did you mean `plan`?)")),
        "{unread:?}"
    );
}
