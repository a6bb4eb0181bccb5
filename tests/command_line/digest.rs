//! `pothole digest`.

use crate::shop::Shop;

#[test]
fn a_week_is_told_with_its_complaints_and_an_unknown_one_with_those_there_are() {
    let shop = Shop::open();
    let run = shop.run(&["digest", "--week", "2025-W07"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.out
            .starts_with("Corner shop, week 2025-W07 (2025-02-10 to 2025-02-16)\n"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("Nobody praised anything in this week."),
        "{}",
        run.out
    );
    assert!(run.out.contains("Find it: 10 of 10"), "{}", run.out);
    let none = shop.run(&["digest", "--week", "2024-W07"]);
    assert_eq!((none.code, none.out.as_str()), (Some(2), ""));
    assert!(
        none.err
            .contains("the feedback runs from 2025-W07 to 2025-W10"),
        "{}",
        none.err
    );
}

#[test]
fn without_a_week_the_last_whole_one_of_the_feedback_is_told() {
    // The feedback ends on a Monday, and the week before it was silent.
    let run = Shop::open().run(&["digest"]);
    assert!(run.out.contains("week 2025-W09"), "{}", run.out);
    assert!(
        run.out.contains("Nothing was said in this week."),
        "{}",
        run.out
    );
}
