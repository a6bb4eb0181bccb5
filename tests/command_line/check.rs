//! `pothole check`.

use crate::shop::{BUY, CHARTER, Shop, run_in};

#[test]
fn a_sound_workspace_has_no_data_to_print_and_its_books_on_standard_error() {
    let shop = Shop::open();
    shop.write(
        "feedback/nps.csv",
        "id,day,score,size,where\n1,2025-02-10,3,small,buy/pay\n",
    );
    let run = shop.run(&["check"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{}", run.err);
    assert!(run.err.starts_with("no problems\n"), "{}", run.err);
    assert!(
        run.err
            .contains("nps: 1 rows read = 1 mapped + 0 unmapped + 0 rejected")
    );
}

#[test]
fn a_problem_is_printed_with_its_place_its_line_and_the_way_to_mend_it() {
    let shop = Shop::open();
    shop.write("buy.yaml", &BUY.replace("owner: tills", "owner: tils"));
    let run = shop.run(&["check"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.out.contains("buy.yaml:9:16"), "{}", run.out);
    assert!(run.out.contains("^^^^"), "{}", run.out);
    assert!(run.out.contains("`tills`"), "{}", run.out);
    assert!(run.err.contains("0 errors, 1 warning"), "{}", run.err);
}

#[test]
fn a_broken_journey_does_not_hide_the_problems_of_the_others() {
    let shop = Shop::open();
    shop.write(
        "buy.yaml",
        &BUY.replace("title: Find it", "title: \"Find it"),
    );
    shop.write("more.yaml", "journey: more\nstags: []\n");
    let run = shop.run(&["check"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("buy.yaml") && run.out.contains("more.yaml:2"),
        "{}",
        run.out
    );
}

#[test]
fn feedback_that_is_not_there_is_a_problem_and_a_rejected_row_is_a_note() {
    let shop = Shop::open();
    let run = shop.run(&["check"]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert!(run.out.contains("feedback/nps.csv:42"), "{}", run.out);
    assert!(
        run.err
            .contains("42 rows read = 40 mapped + 1 unmapped + 1 rejected")
    );
    std::fs::remove_file(shop.path("feedback/nps.csv")).unwrap();
    let run = shop.run(&["check"]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert_eq!(
        run.out.matches("feedback/nps.csv").count(),
        2,
        "once told, once shown"
    );
}

#[test]
fn check_says_what_became_of_visits_customers_and_severities() {
    let shop = Shop::open();
    let more = "visits: {files: feedback/doors.csv, columns: {at: day, touchpoint: door}}\n\
                customers: {files: feedback/members.csv, columns: {id: card, churned: left}}\n";
    let charter = CHARTER.replace("segment: size,", "segment: size, severity: size,");
    shop.write("pothole.yaml", &format!("{charter}{more}"));
    shop.write(
        "feedback/doors.csv",
        "day,door\n2025-02-10,buy/pay\n2025-02-10,cellar\nsoon,buy/pay\n",
    );
    shop.write("feedback/members.csv", "card,left\n1,yes\n2,no\n1,no\n");
    let run = shop.run(&["check"]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    for line in [
        "nps: 42 rows read = 40 mapped + 1 unmapped + 1 rejected; 40 mapped without a severity",
        "visits: 3 rows read = 1 mapped + 1 unmapped + 1 rejected",
        "customers: 3 rows read = 2 mapped + 0 unmapped + 1 rejected",
    ] {
        assert!(run.err.contains(line), "{}", run.err);
    }
    assert!(
        run.out
            .contains("feedback/doors.csv:4: note[rejected-row]: `day` is `soon`")
    );
    assert!(
        run.out
            .contains("feedback/members.csv:4: note[rejected-row]")
    );
}

#[test]
fn colour_is_for_terminals_unless_it_is_asked_for() {
    let shop = Shop::open();
    shop.write("buy.yaml", &BUY.replace("owner: tills", "owner: tils"));
    assert!(!shop.run(&["check"]).out.contains('\u{1b}'));
    assert!(
        !shop
            .run(&["check", "--color", "never"])
            .out
            .contains('\u{1b}')
    );
    assert!(
        shop.run(&["--color", "always", "check"])
            .out
            .contains('\u{1b}')
    );
}

#[test]
fn without_a_workspace_nothing_runs() {
    let empty = tempfile::tempdir().unwrap();
    for arguments in [
        &["check"][..],
        &["export", "--format", "json"],
        &["assign", "a/b", "c"],
    ] {
        let run = run_in(empty.path(), arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        assert!(run.err.contains("pothole.yaml"), "{}", run.err);
    }
}

#[test]
fn no_byte_of_a_file_steers_the_terminal() {
    let shop = Shop::open();
    let row = "1,2025-02-10,\u{1b}]0;owned\u{7},small\u{1b}[2J,buy/search\n";
    shop.write(
        "feedback/nps.csv",
        &format!("id,day,score,size,where\n{row}"),
    );
    let owner = "\"a\\e[31m\\u202eb\"";
    shop.write(
        "buy.yaml",
        &BUY.replace("owner: tills", &format!("owner: {owner}")),
    );
    let assign = ["assign", "buy/search", "--clear"];
    let export = ["export", "--format", "markdown"];
    for arguments in [&["check"][..], &export, &assign] {
        let run = shop.run(arguments);
        for text in [run.out, run.err] {
            let steers = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
            assert!(!text.contains(steers), "{arguments:?}: {text:?}");
        }
    }
}
