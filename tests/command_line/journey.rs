//! `pothole journey`, and the order of an export.

use crate::shop::Shop;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

#[test]
fn a_journeys_own_numbers_fit_a_terminal_of_eighty_columns() {
    let run = Shop::open().run(&["journey", "buy"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.starts_with("buy: Buy something\n"), "{}", run.out);
    assert!(
        run.out
            .contains("10 complaints of 40, 25.0 % (14.2 to 40.2), friction 14.2")
    );
    assert!(
        run.out
            .contains("Fix this step: complaints saved, of 1,000 who start")
    );
    assert!(!run.out.contains("give-back"));
    for line in run.out.lines() {
        assert!(line.width() <= 80, "{line}");
    }
}

#[test]
fn without_an_id_every_journey_is_told_and_an_unknown_one_is_an_error() {
    let shop = Shop::open();
    let all = shop.run(&["journey"]);
    assert!(all.out.contains("buy: ") && all.out.contains("give-back: "));
    let none = shop.run(&["journey", "by"]);
    assert_eq!(none.code, Some(2));
    assert!(none.err.contains("did you mean `buy`?"), "{}", none.err);
}

#[test]
fn as_json_it_is_the_export_of_that_journey() {
    let run = Shop::open().run(&["journey", "buy", "--format", "json"]);
    let board: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(board["journeys"].as_array().unwrap().len(), 1);
    assert_eq!(board["journeys"][0]["flow"]["against"], "answers");
}

#[test]
fn an_export_is_ranked_as_asked_and_lists_the_orders_when_it_is_not_understood() {
    let shop = Shop::open();
    let run = shop.run(&["export", "--format", "json", "--rank", "share"]);
    let board: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        (&board["ranked_by"], &board["touchpoints"][0]["rank"]),
        (&"share".into(), &1.into())
    );
    let wrong = shop.run(&["export", "--format", "json", "--rank", "size"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("contact-rate"), "{}", wrong.err);
}
