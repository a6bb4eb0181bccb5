//! What `feedback::coverage` and the inbox say, held against small files counted by hand and against the
//! scan itself on random ones.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot set up its workspace must fail"
)]

#[path = "owner_edits/dice.rs"]
#[allow(dead_code, reason = "each test file uses a part of it")]
mod dice;
mod feedback_desk;

use dice::Dice;
use feedback_desk::Desk;
use pothole::feedback::{
    Condition, Coverage, Evidence, Inbox, Mapping, Polarity, RuleCount, Scope, Speaks, Test,
    coverage,
};
use std::fmt::Write;
use std::ops::ControlFlow;

fn survey(desk: &Desk, scope: &Scope) -> Coverage {
    coverage(
        desk.folder.path(),
        &desk.journeys,
        (&desk.sources, &desk.rules),
        scope,
        &mut |_| ControlFlow::Continue(()),
    )
}

fn tags(tags: &[&str]) -> Condition {
    Condition::Tags(tags.iter().map(|tag| (*tag).to_owned()).collect())
}

fn text(phrase: &str) -> Condition {
    Condition::Text(vec![phrase.to_owned()])
}

fn tickets(desk: &mut Desk, rows: &str) {
    desk.file(
        "tickets.csv",
        format!("id,at,who,tags,text,where\n{rows}").as_bytes(),
    );
    let source = desk.source("tickets", "tickets.csv");
    source.columns.at = Some("at".into());
    source.columns.segment = Some("who".into());
    source.columns.tags = Some("tags".into());
    source.columns.text = vec!["text".into()];
    source.columns.touchpoint = Some("where".into());
    source.speaks = Speaks::Always(Polarity::Complaint);
}

fn desk(rows: &str) -> Desk {
    let mut desk = Desk::new(&["j/park", "j/pay", "j/fly"]);
    tickets(&mut desk, rows);
    desk.when("j/park", tags(&["parking"]));
    desk.when("j/park", text("no space"));
    desk.when("j/pay", tags(&["billing", "parking-fee"]));
    desk.when("j/pay", text("charged twice"));
    desk.when("j/fly", text("lounge"));
    desk
}

const ROWS: &str = "\
1,2025-01-01,a,parking,no space at all,
2,2025-01-02,a,,No Space left,
3,2025-01-03,b,\"parking,billing\",charged twice,
4,2025-01-04,b,billing,no space,
5,2025-01-05,b,,no space and charged twice,
6,2025-01-06,b,parking,hello,j/pay
7,2025-02-01,b,other,the trolley is broken,
8,2025-02-02,a,other,a broken trolley,
9,2025-02-03,a,,the gate,
10,not a day,a,,the gate,
";

#[test]
fn every_rule_says_what_it_caught_alone_and_what_it_fought_over() {
    let found = survey(&desk(ROWS), &Scope::default());
    let books = found.books.total();
    assert!(books.balance());
    assert_eq!(
        (books.read, books.mapped, books.unmapped, books.rejected),
        (10, 6, 3, 1)
    );
    let count = |met, caught, alone, fought, lost| RuleCount {
        met,
        caught,
        alone,
        fought,
        lost,
    };
    let expected = [
        // Rows 1 and 3; row 6 went where its column says.
        count(3, 2, 0, 1, 0),
        // Rows 1, 2 and 5; row 4 went by its tag.
        count(4, 3, 1, 1, 0),
        // Row 4; row 3 went to the first touchpoint.
        count(2, 1, 0, 1, 1),
        // Rows 3 and 5 went elsewhere; only the second was a fight among texts.
        count(2, 0, 0, 1, 1),
        count(0, 0, 0, 0, 0),
    ];
    assert_eq!(found.sources[0].rules, expected);
    assert_eq!(found.sources[0].fought, 2);
    assert_eq!(found.sources[0].named, [0, 1, 0]);
    assert_eq!(found.sources[0].rows, [4, 2, 0]);
}

#[test]
fn a_scope_counts_its_own_rows_and_leaves_the_books_alone() {
    let desk = desk(ROWS);
    let mut scope = Scope {
        segments: vec!["b".into()],
        ..Scope::default()
    };
    let found = survey(&desk, &scope);
    assert_eq!(found.sources[0].rows, [2, 2, 0]);
    assert_eq!(found.books.total().read, 10);
    scope.since = pothole::feedback::Day::parse_iso("2025-01-04");
    scope.until = pothole::feedback::Day::parse_iso("2025-01-05");
    assert_eq!(survey(&desk, &scope).sources[0].rows, [1, 1, 0]);
    scope.sources = vec!["another".into()];
    assert_eq!(survey(&desk, &scope).sources[0].rows, [0, 0, 0]);
}

#[test]
fn words_of_unmapped_rows_stand_out_with_their_first_row() {
    let mut rows = String::new();
    for id in 0..40 {
        let _ = writeln!(rows, "{id},2025-01-01,a,parking,the space was taken,");
    }
    rows += "90,2025-01-01,a,other,the trolley was broken,\n91,2025-01-01,a,other,,\n";
    rows += "92,2025-01-01,a,other,\"the second\ntrolley\",\n93,2025-01-01,a,,Trolley!,\n";
    let found = survey(&desk(&rows), &Scope::default());
    let words: Vec<_> = found.words.iter().map(|left| left.word.as_str()).collect();
    assert_eq!(words, ["trolley"], "{:?}", found.words);
    let trolley = &found.words[0];
    assert_eq!((trolley.unmapped, trolley.mapped), (3, 0));
    let example = trolley.example.as_ref().unwrap();
    assert_eq!((example.file.as_str(), example.line), ("tickets.csv", 42));
    assert_eq!(example.text, "the trolley was broken");
    assert_eq!(found.tags.len(), 1, "{:?}", found.tags);
    assert_eq!(
        (found.tags[0].word.as_str(), found.tags[0].unmapped),
        ("other", 3)
    );
}

#[test]
fn a_rating_always_counts_and_never_fights() {
    let mut desk = Desk::new(&["j/park", "j/pay"]);
    desk.file(
        "s.csv",
        "q1,q2,text\n5,1,no space\n,2,no space\n,,no space\n,,\n9,1,x\n",
    );
    let source = desk.source("survey", "s.csv");
    source.columns.text = vec!["text".into()];
    source.speaks = Speaks::Scored(pothole::feedback::Scale::named("csat-5").unwrap());
    desk.rating("j/park", "q1", None, None);
    desk.rating("j/pay", "q2", None, None);
    desk.when("j/park", text("no space"));
    let found = survey(&desk, &Scope::default());
    let rules = &found.sources[0].rules;
    let caught: Vec<_> = rules.iter().map(|rule| (rule.caught, rule.alone)).collect();
    assert_eq!(caught, [(1, 0), (2, 0), (3, 1)]);
    assert_eq!(found.sources[0].fought, 0);
    assert_eq!(found.sources[0].rows, [3, 2]);
    assert_eq!(found.books, desk.scan().books);
}

/// A file of random tickets under random rules.
fn random(seed: u64) -> (Desk, Dice) {
    let mut dice = Dice::new(seed);
    let words = [
        "late", "bus", "Größe", "no", "space", "refund", "don't", "再",
    ];
    let labels = ["parking", "billing", "other", "VIP"];
    let places = ["", "", "", "j/b", "c", "nowhere"];
    let mut desk = Desk::new(&["j/a", "j/b", "j/c", "j/d"]);
    let mut rows = String::new();
    for id in 0..dice.below(120) {
        let said: Vec<&str> = (0..dice.below(5)).map(|_| *dice.pick(&words)).collect();
        let tagged: Vec<&str> = (0..dice.below(3)).map(|_| *dice.pick(&labels)).collect();
        let place = *dice.pick(&places);
        let day = *dice.pick(&["2025-01-01", "2025-03-04", "", "soon"]);
        let _ = writeln!(
            rows,
            "{id},{day},x,{},{},{place}",
            tagged.join(";"),
            said.join(" ")
        );
    }
    tickets(&mut desk, &rows);
    if dice.once_in(2) {
        desk.sources[0].mapping = Mapping::All;
    }
    for _ in 0..=dice.below(8) {
        let touchpoint = *dice.pick(&["j/a", "j/b", "j/c", "j/d"]);
        let leaf = |dice: &mut Dice| match dice.below(4) {
            0 => tags(&[*dice.pick(&labels)]),
            1 => Condition::Matches("la.e|spa".into()),
            2 => Condition::Where {
                column: "id".into(),
                test: Test::Range {
                    from: None,
                    to: Some(dice.below(100) as f64),
                },
            },
            _ => text(words[dice.below(words.len())]),
        };
        let condition = match dice.below(4) {
            0 => Condition::All(vec![leaf(&mut dice), leaf(&mut dice)]),
            1 => Condition::All(vec![
                leaf(&mut dice),
                Condition::None(vec![leaf(&mut dice)]),
            ]),
            _ => leaf(&mut dice),
        };
        desk.when(touchpoint, condition);
    }
    (desk, dice)
}

#[test]
fn on_random_rules_the_survey_agrees_with_the_scan() {
    for seed in 0..300 {
        let (desk, _) = random(seed);
        let (found, overlay) = (survey(&desk, &Scope::default()), desk.scan());
        assert_eq!(found.books, overlay.books, "seed {seed}");
        for (index, touchpoint) in desk.journeys.touchpoints() {
            let counts = desk.counts(&overlay, &touchpoint.address.to_string());
            assert_eq!(found.rows_at(index), counts.0, "seed {seed} {index:?}");
        }
        for (place, rule) in desk.rules.iter().enumerate() {
            let count = found.rule(place);
            let at = found.rows_at(rule.touchpoint);
            assert!(count.alone <= count.caught && count.caught <= count.met.min(at));
            assert!(count.lost <= count.fought && count.fought <= count.met);
        }
    }
}

#[test]
fn rows_a_rule_caught_alone_are_unmapped_without_it() {
    for seed in 0..100 {
        let (mut desk, _) = random(seed);
        let found = survey(&desk, &Scope::default());
        let unmapped = found.books.total().unmapped;
        let rule = desk.rules.remove(0);
        let without = desk.scan().books.total().unmapped;
        assert_eq!(
            without - unmapped,
            found.rule(0).alone,
            "seed {seed} {rule:?}"
        );
    }
}

#[test]
fn a_preview_catches_what_the_rule_will_catch() {
    let phrases = [
        "late", "BUS", "größe", "no space", "don't", "don", "再", "lat", " ",
    ];
    for seed in 0..200 {
        let (mut desk, mut dice) = random(seed);
        let overlay = desk.scan();
        let inbox = Inbox::open(desk.folder.path(), &desk.sources, &overlay);
        let before = overlay.books.total().unmapped;
        assert_eq!(inbox.unmapped, [before]);
        let phrase = *dice.pick(&phrases);
        let preview = inbox.preview(phrase);
        for &place in &preview.caught {
            let row = inbox.rows[place].text.to_lowercase();
            assert!(row.contains(&phrase.to_lowercase()), "{row}");
        }
        desk.rule("j/d", Some(0), Evidence::When(text(phrase)));
        let caught = before - desk.scan().books.total().unmapped;
        assert_eq!(preview.rows_by_source, [caught], "seed {seed} {phrase}");
    }
}

#[test]
fn the_inbox_holds_the_newest_rows_that_have_a_text() {
    let desk = desk(ROWS);
    let overlay = desk.scan();
    let inbox = Inbox::open(desk.folder.path(), &desk.sources, &overlay);
    let lines: Vec<_> = inbox.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [10, 9, 8]);
    assert_eq!(inbox.rows[1].text, "a broken trolley");
    assert_eq!((inbox.kept.as_slice(), inbox.is_part()), (&[3][..], false));
    let preview = inbox.preview("broken");
    assert_eq!((preview.rows(), preview.caught), (2, vec![1, 2]));
}

#[test]
fn a_rule_that_takes_a_whole_source_needs_no_text() {
    let mut desk = Desk::new(&["j/a"]);
    desk.file("n.csv", "score\n5\n7\n");
    desk.source("n", "n.csv");
    desk.rule("j/a", Some(0), Evidence::When(Condition::All(Vec::new())));
    assert_eq!(desk.scan().books.total().mapped, 2);
    assert_eq!(survey(&desk, &Scope::default()).rule(0).caught, 2);
}

#[test]
fn of_many_unmapped_rows_the_places_of_the_newest_are_kept() {
    let most = pothole::feedback::Overlay::MOST_UNMAPPED;
    let mut rows = String::new();
    for id in 0..most + 3_000 {
        let year = 2_000 + (id * 7_919) % 25;
        let _ = writeln!(rows, "{id},{year}-01-01,a,,hello,");
    }
    rows += "x,2025-01-01,a,,,\ny,,a,,undated,\n";
    let overlay = desk(&rows).scan();
    assert_eq!(overlay.books.total().unmapped, most as u64 + 3_002);
    assert_eq!(overlay.unmapped.len(), most);
    let days = overlay.unmapped.iter().map(|place| place.day);
    assert!(days.clone().is_sorted_by(|newer, older| newer >= older));
    // 23,000 rows over 25 years: the oldest three years and a part of the fourth are left out.
    let year = |day: i32| pothole::feedback::Day(day).ymd().0;
    assert_eq!(days.map(year).min(), Some(2_003));
}
