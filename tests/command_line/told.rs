//! `pothole told`: whom to tell, and the ledger of those who were told.

use crate::shop::{BUY, CHARTER, Shop};

const TICKETS: &str = "\
who,id,day,words,where
ann@x,1,2025-01-10,\"No sign, =1+1 anywhere\",buy/search
bob@x,2,2025-01-12,@SUM(A1),buy/search
ann@x,3,2025-02-20,\"Still \"\"none\"\" | here\",buy/search
,4,2025-02-21,Lost,buy/search
cyd@x,5,2025-03-01,After,buy/search
dan@x,6,2025-01-01,Elsewhere,buy/pay
eve@x,7,,No day,buy/search
";

fn shop(action: &str) -> Shop {
    let shop = Shop::open();
    let tickets = "  tickets:\n    files: feedback/t.csv\n    columns: {id: id, at: day, text: words, \
                   customer: who, touchpoint: where}\n    speaks: complaint\nteams:";
    shop.write("pothole.yaml", &CHARTER.replace("teams:", tickets));
    shop.write("feedback/t.csv", TICKETS);
    let owned = "        owner: tills            # since spring\n";
    shop.write(
        "buy.yaml",
        &BUY.replace(owned, &format!("{owned}        actions: [{{{action}}}]\n")),
    );
    shop
}

const SIGNS: &str = "action: signs, title: Signs, status: shipped, shipped: 2025-03-01, \
                     root-cause: '=Nobody knew', done: Signs at every shelf";

fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn those_who_complained_before_the_fix_are_listed_once_each_with_their_latest_words() {
    let run = shop(SIGNS).run(&["told", "signs"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let rows = rows(&run.out);
    let found: Vec<_> = rows
        .iter()
        .map(|row| [&row[0], &row[1], &row[3], &row[4], &row[5]])
        .collect();
    assert_eq!(
        found,
        [
            ["", "4", "2025-02-21", "Lost", "1"],
            ["ann@x", "3", "2025-02-20", "Still \"none\" | here", "2"],
            ["bob@x", "2", "2025-01-12", "'@SUM(A1)", "1"],
        ]
    );
    assert!(
        rows.iter()
            .all(|row| row[8] == "'=Nobody knew" && row[9] == "Signs at every shelf")
    );
    assert!(
        run.err
            .starts_with("3 to tell, 0 told before; 14 complaints came before"),
        "{}",
        run.err
    );
}

#[test]
fn the_page_says_what_they_said_and_what_was_done() {
    let run = shop(SIGNS).run(&["told", "signs", "--format", "markdown"]);
    for line in [
        "# You said, we did: Find it",
        "> “Still \"none\" \\| here” (2025-02-20)",
        "Signs at every shelf (since 2025-03-01)",
        "| ann\\@x | tickets | 2025-02-20 | – |",
    ] {
        assert!(
            run.out.lines().any(|found| found == line),
            "{line}\n{}",
            run.out
        );
    }
    let events = pulldown_cmark::Parser::new_ext(&run.out, pulldown_cmark::Options::ENABLE_TABLES);
    let tables = events.filter(|event| {
        matches!(
            event,
            pulldown_cmark::Event::Start(pulldown_cmark::Tag::TableRow)
        )
    });
    assert_eq!(tables.count(), 3);
}

#[test]
fn nobody_is_told_of_a_fix_that_says_nothing() {
    for (action, said) in [
        ("action: signs, title: S", "not shipped"),
        (
            "action: signs, title: S, status: shipped, shipped: 2025-03-01, done: x",
            "signs root-cause",
        ),
        (
            "action: signs, title: S, status: shipped, shipped: 2025-03-01, root-cause: x",
            "signs done",
        ),
    ] {
        let run = shop(action).run(&["told", "signs"]);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
        assert!(run.err.contains(said), "{}", run.err);
    }
    assert!(
        shop(SIGNS)
            .run(&["told", "sings"])
            .err
            .contains("did you mean `signs`")
    );
}

#[test]
fn those_marked_as_told_are_in_the_ledger_and_not_listed_again() {
    let shop = shop(SIGNS);
    let run = shop.run(&["told", "signs", "--mark", "--today", "2025-04-01"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("merge=union"), "{}", run.err);
    let ledger = shop.read("told.jsonl");
    assert_eq!(
        ledger.lines().nth(1),
        Some(r#"{"on":"2025-04-01","action":"signs","source":"tickets","customer":"ann@x"}"#)
    );
    let again = shop.run(&["told", "signs"]);
    assert_eq!(rows(&again.out).len(), 0, "{}", again.out);
    assert!(
        again.err.starts_with("0 to tell, 3 told before"),
        "{}",
        again.err
    );
    let all = rows(&shop.run(&["told", "signs", "--all"]).out);
    assert!(all.iter().all(|row| row[6] == "2025-04-01") && all.len() == 3);
    assert!(
        shop.run(&["told", "signs", "--mark"])
            .err
            .contains("nobody to mark")
    );
    assert_eq!(shop.read("told.jsonl"), ledger);
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
    assert_eq!(left.len(), 1);
    // A line that is torn at the end of the file does not swallow the next one.
    shop.run(&["told", "signs", "--mark", "--today", "2025-04-02"]);
    assert!(shop.read("told.jsonl").ends_with("nonsense\n{\"on\":\"2025-04-02\",\"action\":\"signs\",\"source\":\"tickets\",\"id\":\"4\"}\n"));
}
