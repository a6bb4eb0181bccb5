//! `pothole assign`.

use crate::shop::{BUY, RETURN, Shop};

#[test]
fn an_owner_is_one_changed_line() {
    let shop = Shop::open();
    let run = shop.run(&["assign", "buy/search", "refunds"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(run.out, "buy.yaml: owner of buy/search: tills -> refunds\n");
    let before: Vec<&str> = BUY.lines().collect();
    let after = shop.read("buy.yaml");
    let changed: Vec<_> = before
        .iter()
        .zip(after.lines())
        .filter(|(a, b)| *a != b)
        .collect();
    assert_eq!(after.lines().count(), before.len());
    assert_eq!(changed.len(), 1, "{after}");
    assert!(changed[0].1.contains("owner: refunds"), "{after}");
    assert!(changed[0].1.ends_with("# since spring"), "{after}");
    assert_eq!(shop.read("give-back.yaml"), RETURN);
}

#[test]
fn an_owner_is_set_where_there_was_none_and_taken_away_again() {
    let shop = Shop::open();
    let run = shop.run(&["assign", "give-back/pay", "refunds"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(shop.read("give-back.yaml").contains("owner: refunds"));
    let run = shop.run(&["assign", "give-back/pay", "--clear"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(
        run.out,
        "give-back.yaml: owner of give-back/pay: refunds -> nobody\n"
    );
    assert!(!shop.read("give-back.yaml").contains("refunds"));
}

#[test]
fn a_touchpoint_goes_by_its_id_alone_where_only_one_has_it() {
    let shop = Shop::open();
    let run = shop.run(&["assign", "search", "refunds"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let run = shop.run(&["assign", "pay", "refunds"]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(
        run.err.contains("`buy/pay` or `give-back/pay`"),
        "{}",
        run.err
    );
}

#[test]
fn an_unknown_touchpoint_is_refused_with_the_one_that_was_meant() {
    let shop = Shop::open();
    for (name, meant) in [("buy/serach", "`buy/search`"), ("serach", "`search`")] {
        let run = shop.run(&["assign", name, "refunds"]);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
        assert!(run.err.contains(meant), "{}", run.err);
    }
    assert_eq!(shop.read("buy.yaml"), BUY);
}

#[test]
fn an_owner_nobody_declared_is_taken_with_a_warning() {
    let shop = Shop::open();
    let run = shop.run(&["assign", "buy/search", "refnuds"]);
    assert_eq!(run.code, Some(0));
    assert!(run.err.starts_with("warning: "), "{}", run.err);
    assert!(run.err.contains("`refunds`"), "{}", run.err);
    assert!(shop.read("buy.yaml").contains("owner: refnuds"));
}

#[test]
fn the_same_owner_again_changes_nothing() {
    let shop = Shop::open();
    let run = shop.run(&["assign", "buy/search", "tills"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
    assert!(run.err.contains("nothing to change"), "{}", run.err);
    assert_eq!(shop.read("buy.yaml"), BUY);
}

#[test]
fn an_owner_that_yaml_would_read_otherwise_comes_back_as_it_was_meant() {
    let shop = Shop::open();
    for owner in [
        "no",
        "null",
        "~",
        "007",
        "a: b # c",
        "\"quoted\"",
        "José 👋",
        "- x",
        "{a}",
    ] {
        let run = shop.run(&["assign", "buy/search", "--", owner]);
        assert_eq!(run.code, Some(0), "{owner}: {}", run.err);
        let again = shop.run(&["assign", "buy/search", "--", owner]);
        assert!(
            again.err.contains("nothing to change"),
            "{owner}: {}",
            again.err
        );
    }
}

#[test]
fn a_blank_owner_and_an_owner_beside_clear_are_refused() {
    let shop = Shop::open();
    assert_eq!(shop.run(&["assign", "buy/search", " "]).code, Some(1));
    assert_eq!(shop.run(&["assign", "buy/search"]).code, Some(2));
    assert_eq!(
        shop.run(&["assign", "buy/search", "tills", "--clear"]).code,
        Some(2)
    );
    assert_eq!(shop.read("buy.yaml"), BUY);
}
