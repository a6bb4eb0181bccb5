//! How an owner is written, changed and taken away, case by case.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use pothole::workspace::{Refusal, owner_in, splice};

/// A journey with one stage; the touchpoints are given, indented by four blanks.
fn journey(touchpoints: &str) -> String {
    format!("journey: j\nstages:\n  - stage: s\n    touchpoints:\n{touchpoints}")
}

fn spliced(touchpoints: &str, owner: Option<&str>) -> String {
    let new = splice(&journey(touchpoints), "j", "a", owner).unwrap();
    new.strip_prefix(&journey("")).unwrap().to_owned()
}

fn refused(touchpoints: &str, owner: Option<&str>) -> String {
    splice(&journey(touchpoints), "j", "a", owner)
        .unwrap_err()
        .to_string()
}

#[test]
fn an_owner_is_changed_in_the_quotes_it_had() {
    for (old, new) in [
        ("owner: x # c", "owner: new team # c"),
        ("owner: 'x'", "owner: 'new team'"),
        ("owner:   \"x\"", "owner:   \"new team\""),
        ("owner:", "owner: new team"),
        ("owner:  # c", "owner: new team  # c"),
        ("owner: ~", "owner: new team"),
        ("owner: &o x", "owner: &o new team"),
        ("\"owner\": x", "\"owner\": new team"),
    ] {
        let text =
            |owner: &str| format!("      - touchpoint: a\n        {owner}\n        next: []\n");
        assert_eq!(spliced(&text(old), Some("new team")), text(new));
    }
}

#[test]
fn an_owner_is_added_behind_what_names_the_touchpoint() {
    let old = "      -   touchpoint: a # c\n          next: []\n          title: T # d\n          notes: x";
    let new = "      -   touchpoint: a # c\n          next: []\n          title: T # d\n          owner: o\n          notes: x";
    assert_eq!(spliced(old, Some("o")), new);
    assert_eq!(spliced(new, None), old);
    let alone = "      - touchpoint: a";
    assert_eq!(
        spliced(alone, Some("o")),
        "      - touchpoint: a\n        owner: o"
    );
    let folded = "      - touchpoint: a\n        title: over\n          two lines\n";
    let expected =
        "      - touchpoint: a\n        owner: o\n        title: over\n          two lines\n";
    assert_eq!(spliced(folded, Some("o")), expected);
}

#[test]
fn braces_stay_braces() {
    for (bare, owned) in [
        ("{touchpoint: a}", "{touchpoint: a, owner: o}"),
        (
            "{touchpoint: a, title: b, next: []}",
            "{touchpoint: a, title: b, owner: o, next: []}",
        ),
        (
            "{\"touchpoint\": \"a\"}",
            "{\"touchpoint\": \"a\", \"owner\": \"o\"}",
        ),
    ] {
        let text = |touchpoint: &str| format!("      - {touchpoint} # c\n");
        assert_eq!(spliced(&text(bare), Some("o")), text(owned));
        assert_eq!(spliced(&text(owned), None), text(bare));
    }
    let first = "      - {owner: o, touchpoint: a}\n";
    assert_eq!(spliced(first, None), "      - {touchpoint: a}\n");
    let lines = "      - {\n          touchpoint: a, # c\n          owner: o\n        }\n";
    assert_eq!(
        spliced(lines, None),
        "      - {\n          touchpoint: a, # c\n        }\n"
    );
}

#[test]
fn clearing_takes_the_line_and_leaves_every_comment() {
    let old = "      - touchpoint: a\n        owner: x\n        # kept\n";
    assert_eq!(
        spliced(old, None),
        "      - touchpoint: a\n        # kept\n"
    );
    let told = "      - touchpoint: a\n        owner: x   # ask Ana first\n";
    let cleared = "      - touchpoint: a\n        owner:   # ask Ana first\n";
    assert_eq!(spliced(told, None), cleared);
    assert_eq!(spliced(cleared, Some("x")), told);
}

#[test]
fn the_next_key_moves_up_to_the_dash() {
    let old = "      - owner: x\n        touchpoint: a\n        notes: |\n          text\n";
    assert_eq!(
        spliced(old, None),
        "      - touchpoint: a\n        notes: |\n          text\n"
    );
    let told = "      - owner: x\n        # a comment between\n        touchpoint: a\n";
    let cleared = "      - owner:\n        # a comment between\n        touchpoint: a\n";
    assert_eq!(spliced(told, None), cleared);
}

#[test]
fn an_owner_from_an_alias_or_a_merge_key_is_replaced_for_this_touchpoint_alone() {
    let two = "      - &t {touchpoint: b, owner: &o x}\n      - touchpoint: a\n";
    let alias = format!("{two}        owner: *o\n");
    assert_eq!(
        spliced(&alias, Some("new")),
        format!("{two}        owner: new\n")
    );
    let merged = "      - &t {touchpoint: b, owner: x}\n      - touchpoint: a\n        <<: *t\n";
    let set = "      - &t {touchpoint: b, owner: x}\n      - touchpoint: a\n        owner: new\n        <<: *t\n";
    assert_eq!(spliced(merged, Some("new")), set);
    let cleared = set.replace("owner: new", "owner: ~");
    assert_eq!(spliced(merged, None), cleared);
}

#[test]
fn what_cannot_be_changed_in_one_place_is_refused_by_its_line() {
    let shared = "      - touchpoint: a\n        owner: &o x\n      - {touchpoint: b, owner: *o}\n";
    let reason =
        "line 6: the owner cannot be changed here without changing more; change it by hand";
    assert_eq!(refused(shared, Some("y")), reason);
    assert_eq!(refused(shared, None), reason);
    for (owner, reason) in [
        (
            "owner: |\n          x\n",
            "line 6: `owner` is written over several lines",
        ),
        (
            "owner: \"x\n          y\"\n",
            "line 6: `owner` is written over several lines",
        ),
        ("owner: [x]\n", "line 6: `owner` is not text"),
        (
            "owner: x\n        owner: y\n",
            "line 6: the key `owner` stands twice",
        ),
        (
            "? owner\n        : x\n",
            "line 6: `owner` is written with an explicit `?` key",
        ),
    ] {
        let text = format!("      - touchpoint: a\n        {owner}");
        let expected = format!("{reason}; change it by hand");
        assert_eq!(refused(&text, Some("z")), expected, "{text}");
    }
    let alias = "      - &a {touchpoint: a, owner: x}\n  - {stage: t, touchpoints: [*a]}\n";
    assert!(refused(alias, Some("y")).starts_with("line 5: the owner cannot be changed"));
}

#[test]
fn a_file_that_is_not_what_it_was_is_refused() {
    let text = journey("      - touchpoint: a\n");
    let other = splice(&text, "k", "a", Some("o")).unwrap_err();
    assert_eq!(other, Refusal::OtherJourney("j".into()));
    let gone = splice(&text, "j", "b", Some("o")).unwrap_err();
    assert_eq!(gone, Refusal::NoTouchpoint("b".into()));
    let broken = splice(&format!("{text}\t- x\n"), "j", "a", Some("o")).unwrap_err();
    assert!(matches!(broken, Refusal::Broken { .. }), "{broken}");
    let bad = splice(&text, "j", "a", Some("two\nlines")).unwrap_err();
    assert!(matches!(bad, Refusal::BadOwner(_)), "{bad}");
}

#[test]
fn setting_what_is_there_changes_nothing() {
    let text = journey("      - {touchpoint: a, owner: 'x'}\n      - {touchpoint: b}\n");
    assert_eq!(splice(&text, "j", "a", Some("x")).unwrap(), text);
    assert_eq!(splice(&text, "j", "b", None).unwrap(), text);
    assert_eq!(owner_in(&text, "j", "a").unwrap(), (Some("x".into()), 5));
    assert_eq!(owner_in(&text, "j", "b").unwrap(), (None, 6));
}
