//! `pothole playbook` and `pothole flag`: what the front line may do, and what it sees.

use crate::shop::{BUY, CHARTER, Shop};

const FLAGS: &str = "  flags:\n    files: feedback/flags.csv\n    columns: {at: at, touchpoint: touchpoint, \
                     text: words, segment: by}\n    speaks: complaint\nteams:";

#[test]
fn the_playbook_goes_by_team_and_marks_where_somebody_was_not_allowed_to_help() {
    let shop = Shop::open();
    shop.write("pothole.yaml", &CHARTER.replace("teams:", FLAGS));
    let rows = "at,touchpoint,words,by\n\
                2025-02-01,buy/search,She was NOT  allowed to open the box,\n\
                2025-02-02,buy/search,my refund wasn't allowed,\n\
                2025-02-03,buy/search,closed,\n";
    shop.write("feedback/flags.csv", rows);
    let title = "title: Find it\n";
    shop.write(
        "buy.yaml",
        &BUY.replace(
            title,
            &format!("{title}        authority: Open *any* box\n"),
        ),
    );
    let run = shop.run(&["playbook"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let expected = "What you may do without asking

TILLS AND QUEUES
  Buy something: whole
    Find it: Open *any* box
      ! lacks authority: 2 of 3 complaints read say so, as in “not allowed”

NOBODY'S
  Buy something: whole
    Pay at the till: nothing is written down: ask the owner
  Bring it back: whole
    Get the money back: nothing is written down: ask the owner
";
    assert_eq!(run.out, expected);
    let page = shop.run(&["playbook", "--format", "markdown"]).out;
    assert!(
        page.starts_with("# Corner shop: what you may do without asking\n"),
        "{page}"
    );
    assert!(
        page.contains("- **Find it**: Open \\*any\\* box\n  - ⚠ lacks authority: 2 of 3"),
        "{page}"
    );

    let own = format!(
        "authority: {{lacking: closed}}\n{}",
        shop.read("pothole.yaml")
    );
    shop.write("pothole.yaml", &own);
    assert!(
        shop.run(&["playbook"])
            .out
            .contains("1 of 3 complaints read says so, as in “closed”")
    );
}

#[test]
fn a_flag_is_a_dated_row_that_counts_once_its_source_is_declared() {
    let shop = Shop::open();
    let words = "The till says \"no\",\nthe poster yes";
    let flag = [
        "flag",
        "search",
        words,
        "--by",
        "early, shift",
        "--today",
        "2025-04-01",
    ];
    let run = shop.run(&flag);
    assert_eq!(
        (run.code, run.out.as_str()),
        (Some(0), "feedback/flags.csv: flagged buy/search\n")
    );
    assert!(
        run.err.contains("columns: {at: at, touchpoint: touchpoint"),
        "{}",
        run.err
    );
    let row =
        "2025-04-01,buy/search,\"The till says \"\"no\"\", the poster yes\",\"early, shift\"\n";
    assert_eq!(
        shop.read("feedback/flags.csv"),
        format!("at,touchpoint,words,by\n{row}")
    );

    shop.write("pothole.yaml", &CHARTER.replace("teams:", FLAGS));
    let run = shop.run(&flag);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let check = shop.run(&["check"]).err;
    assert!(
        check.contains("flags: 2 rows read = 2 mapped + 0 unmapped + 0 rejected"),
        "{check}"
    );
}

#[test]
fn a_flag_fits_the_columns_of_the_declared_file_and_does_not_tear_its_last_line() {
    let shop = Shop::open();
    let source = "  flags:\n    files: feedback/seen.csv\n    delimiter: ;\n    columns: {id: no, at: Day, touchpoint: \
                  Where, text: What}\n    speaks: complaint\nteams:";
    shop.write("pothole.yaml", &CHARTER.replace("teams:", source));
    shop.write(
        "feedback/seen.csv",
        "no;What;Where;Day;Mood\n1;x;buy/search;2025-01-01;bad",
    );
    let run = shop.run(&["flag", "search", "a;b", "--today", "2025-04-01"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let expected =
        "no;What;Where;Day;Mood\n1;x;buy/search;2025-01-01;bad\n;\"a;b\";buy/search;2025-04-01;\n";
    assert_eq!(shop.read("feedback/seen.csv"), expected);
}

#[test]
fn what_cannot_be_flagged_is_refused_with_the_reason() {
    let shop = Shop::open();
    assert!(
        shop.run(&["flag", "serach", "x"])
            .err
            .contains("did you mean `search`")
    );
    assert_eq!(shop.run(&["flag", "search", " \n"]).code, Some(1));
    for (source, said) in [
        ("files: 'feedback/*.csv'", "is a pattern"),
        ("files: [a.csv, b.csv]", "several files"),
        ("files: a.jsonl, format: jsonl", "no CSV"),
        (
            "files: a.csv, columns: {at: d}",
            "needs `at`, `touchpoint` and `text`",
        ),
    ] {
        let declared = format!("  flags: {{{source}, speaks: complaint}}\nteams:");
        shop.write("pothole.yaml", &CHARTER.replace("teams:", &declared));
        let run = shop.run(&["flag", "search", "x"]);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{source}");
        assert!(run.err.contains(said), "{source}: {}", run.err);
    }
}
