//! The ledger of customers who were told: what is wrong in it is said, and all else still counts.

use crate::told::{SIGNS, rows, shop};

#[test]
fn nobody_was_told_on_a_day_that_has_not_come_yet() {
    let shop = shop(SIGNS);
    let line = |on| {
        format!(
            "{{\"on\":\"{on}\",\"action\":\"signs\",\"source\":\"tickets\",\"customer\":\"ann@x\"}}\n"
        )
    };
    shop.write("told.jsonl", &(line("2025-04-01") + &line("2025-04-03")));
    let check = shop.run(&["check", "--today", "2025-04-02"]);
    assert_eq!(check.code, Some(1));
    let told = "error[day-ahead]: `on` is 2025-04-03, which has not come yet\n --> told.jsonl:2:8";
    assert!(check.out.contains(told), "{}", check.out);
    assert_eq!(check.out.matches("day-ahead").count(), 1, "{}", check.out);
    // Nothing else stops working: who is said to have been told is not told again.
    assert!(!shop.run(&["told", "signs"]).out.contains("ann@x"));
    assert_eq!(shop.run(&["check", "--today", "2025-04-03"]).code, Some(0));
}

#[test]
fn nobody_was_told_of_a_fix_before_it_was_shipped() {
    let line = r#"{"on":"2025-02-28","action":"signs","source":"tickets","customer":"ann@x"}"#;
    let early = shop(SIGNS);
    early.write("told.jsonl", line);
    let check = early.run(&["check", "--today", "2025-04-02"]);
    assert_eq!(check.code, Some(1));
    let told = "error[date-order]: `on`, 2025-02-28, lies before `shipped`, 2025-03-01, of the action \
                `signs`\n --> told.jsonl:1:8";
    assert!(check.out.contains(told), "{}", check.out);
    // One that came back was shipped before: its customers have been told of that.
    let again = shop(&format!("{SIGNS}, came-back: worse again"));
    again.write("told.jsonl", line);
    assert_eq!(again.run(&["check", "--today", "2025-04-02"]).code, Some(0));
    // Nor does the program write such a line.
    let marked = early.run(&["told", "signs", "--mark", "--today", "2025-02-28"]);
    assert_eq!(marked.code, Some(1), "{}", marked.err);
    assert!(
        marked.err.contains("is shipped on 2025-03-01"),
        "{}",
        marked.err
    );
    assert_eq!(early.read("told.jsonl"), line);
}

#[test]
fn a_ledger_with_marks_of_a_merge_is_reported_and_its_records_still_count() {
    let shop = shop(SIGNS);
    let record = |who| {
        format!(r#"{{"on":"2025-04-01","action":"signs","source":"tickets","customer":"{who}"}}"#)
    };
    let ledger = format!(
        "<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\nnonsense",
        record("ann@x"),
        record("bob@x")
    );
    shop.write("told.jsonl", &ledger);
    let check = shop.run(&["check", "--format", "github"]);
    assert_eq!(check.code, Some(1));
    for line in [1, 3, 5] {
        assert!(
            check
                .out
                .contains(&format!("::error file=told.jsonl,line={line},")),
            "{}",
            check.out
        );
    }
    assert!(
        check
            .out
            .contains("line=6,col=1,endColumn=8,title=bad-record"),
        "{}",
        check.out
    );
    let left = rows(&shop.run(&["told", "signs"]).out);
    let left = left.iter().filter(|row| row[2] == "tickets");
    assert_eq!(left.count(), 1);
    // A line that is torn at the end of the file does not swallow the next one.
    shop.run(&["told", "signs", "--mark", "--today", "2025-04-02"]);
    assert!(shop.read("told.jsonl").contains("nonsense\n{\"on\":\"2025-04-02\",\"action\":\"signs\",\"source\":\"tickets\",\"id\":\"4\"}\n"));
}
