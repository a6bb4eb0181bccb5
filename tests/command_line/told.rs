//! `pothole told`: whom to tell, and who is told no more.

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

pub(crate) fn shop(action: &str) -> Shop {
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

pub(crate) const SIGNS: &str = "action: signs, title: Signs, status: shipped, shipped: 2025-03-01, \
                     root-cause: '=Nobody knew', done: Signs at every shelf";

pub(crate) fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn those_who_complained_before_the_fix_are_listed_once_each_with_their_latest_words() {
    let run = shop(SIGNS).run(&["told", "signs"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let all = rows(&run.out);
    let rows: Vec<_> = all.iter().filter(|row| row[2] == "tickets").collect();
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
    // Ten gave a score without a word: they complained, too.
    let silent = all.iter().filter(|row| row[2] == "nps");
    let silent: Vec<_> = silent.map(|row| [&row[3], &row[4], &row[5]]).collect();
    assert_eq!(silent, [["2025-02-10", "", "1"]; 10]);
    assert!(
        run.err.starts_with(
            "13 to tell, 0 told before; 14 complaints came before 2025-03-01, 0 of them name nobody and \
             say nothing, 1 have no date"
        ),
        "{}",
        run.err
    );
}

#[test]
fn all_are_listed_however_many_from_tables_json_and_what_somebody_listened_to() {
    let shop = shop(SIGNS);
    let mut tickets = vec!["who,id,day,words,where\n".to_owned()];
    tickets.extend((0..5_000).map(|id| {
        let (who, day) = (id / 2, 1 + id % 28);
        format!("c{who},{id},2025-01-{day:02},Lost {id},buy/search\n")
    }));
    shop.write("feedback/t.csv", &tickets.concat());
    let chats = "  chats:\n    files: feedback/c.jsonl\n    columns: {at: day, text: words, customer: who, \
                 touchpoint: where}\n    speaks: complaint\n  tickets:";
    let charter = shop.read("pothole.yaml").replace("  tickets:", chats);
    shop.write("pothole.yaml", &(charter + "people: {mo: Mo}\n"));
    shop.write(
        "feedback/c.jsonl",
        "{\"day\": \"2025-02-01\", \"words\": \"no\\nsign\", \"who\": \"json\", \"where\": \"buy/search\"}\n\
         {\"day\": \"2025-02-02\", \"words\": \"ask a@b.org\", \"where\": \"buy/search\"}\n\
         {\"day\": \"2025-02-03\", \"words\": \"\", \"where\": \"buy/search\"}\n",
    );
    shop.write(
        "listening.yaml",
        "- {on: 2025-02-04, who: mo, how: interview, customer: heard, about: buy/search, speaks: complaint, \
         words: Nobody helped}\n",
    );
    let run = shop.run(&["told", "signs"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.err.starts_with(
            "2513 to tell, 0 told before; 5014 complaints came before 2025-03-01, 1 of them"
        ),
        "{}",
        run.err
    );
    let rows = rows(&run.out);
    let of = |customer: &str| {
        let row = rows.iter().find(|row| row[0] == customer).unwrap();
        [row[2].as_str(), &row[3], &row[4], &row[5]].map(str::to_owned)
    };
    assert_eq!(of("c17"), ["tickets", "2025-01-08", "Lost 35", "2"]);
    assert_eq!(of("json"), ["chats", "2025-02-01", "no sign", "1"]);
    assert_eq!(
        of("heard"),
        ["listening", "2025-02-04", "Nobody helped", "1"]
    );
    let masked = rows.iter().find(|row| row[3] == "2025-02-02").unwrap();
    assert!(
        masked[4].starts_with("ask ") && !masked[4].contains('@'),
        "{masked:?}"
    );
    assert!(
        shop.run(&["told", "signs", "--raw"])
            .out
            .contains("ask a@b.org")
    );
}

#[test]
fn each_source_keeps_its_own_row_of_an_id_when_customers_are_listed() {
    let shop = shop(SIGNS);
    let source = |name: &str, keep: &str| {
        format!(
            "  {name}:\n    files: feedback/{name}-*.csv\n    columns: {{id: id, at: day, text: words, \
             customer: who, touchpoint: where}}\n    speaks: complaint\n{keep}"
        )
    };
    let sources = source("early", "    duplicates: keep-first\n")
        + &source("late", "    duplicates: keep-last\n")
        + &source("plain", "");
    let charter = shop.read("pothole.yaml");
    shop.write(
        "pothole.yaml",
        &charter.replace("teams:", &(sources + "teams:")),
    );
    // The same ids in every source, and in both files of each: 1 within one place, 2 across two.
    for name in ["early", "late", "plain"] {
        let rows = |rows: [(&str, &str, &str); 2]| {
            let row = |(who, id, at): &(&str, &str, &str)| {
                format!("{who}@{name},{id},2025-01-10,Lost,buy/{at}\n")
            };
            "who,id,day,words,where\n".to_owned() + &rows.iter().map(row).collect::<String>()
        };
        let (one, two) = (
            rows([("ann", "1", "search"), ("bob", "2", "pay")]),
            rows([("cyd", "1", "search"), ("dan", "2", "search")]),
        );
        shop.write(&format!("feedback/{name}-1.csv"), &one);
        shop.write(&format!("feedback/{name}-2.csv"), &two);
    }
    let run = shop.run(&["told", "signs"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let rows = rows(&run.out);
    let mut found: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    found.retain(|who| {
        ["@early", "@late", "@plain"]
            .iter()
            .any(|of| who.ends_with(of))
    });
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "ann@early",
            "ann@plain",
            "cyd@late",
            "cyd@plain",
            "dan@late",
            "dan@plain"
        ]
    );
    // As many as the scan counts.
    let said = "19 to tell, 0 told before; 20 complaints";
    assert!(run.err.starts_with(said), "{}", run.err);
}

#[test]
fn two_branches_that_both_told_customers_merge_without_a_conflict() {
    let shop = shop(SIGNS);
    let git = |arguments: &[&str]| {
        let mut git = std::process::Command::new("git");
        git.current_dir(shop.path("")).args([
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@b",
            "-c",
            "commit.gpgsign=false",
        ]);
        let ran = git.args(arguments).output();
        ran.map(|ran| {
            (
                ran.status.success(),
                String::from_utf8_lossy(&ran.stdout).into_owned(),
            )
        })
    };
    let Ok((true, _)) = git(&["init", "-q", "-b", "main"]) else {
        eprintln!("skipped: git is not installed");
        return;
    };
    let mark = |of: &str, left: &str| {
        shop.write(
            "feedback/t.csv",
            &TICKETS.replace(left, &format!("{left}-gone")),
        );
        let run = shop.run(&["told", "signs", "--mark", "--today", "2025-04-01"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        shop.write("feedback/t.csv", TICKETS);
        assert!(git(&["commit", "-qam", of]).unwrap().0);
    };
    shop.write(".gitattributes", "told.jsonl merge=union\n");
    shop.write("told.jsonl", "{\"on\":\"2025-03-31\",\"action\":\"signs\",\"source\":\"tickets\",\"customer\":\"zoe\"}\n");
    assert!(git(&["add", "."]).unwrap().0);
    assert!(git(&["commit", "-qm", "before"]).unwrap().0);
    assert!(git(&["checkout", "-qb", "theirs"]).unwrap().0);
    mark("theirs", "ann@x");
    assert!(git(&["checkout", "-q", "main"]).unwrap().0);
    mark("ours", "bob@x");
    let (merged, said) = git(&["merge", "-q", "theirs"]).unwrap();
    assert!(merged, "{said}");
    let ledger = shop.read("told.jsonl");
    assert!(
        !ledger.contains("<<<<") && ledger.contains("ann@x-gone") && ledger.contains("bob@x-gone")
    );
    assert!(
        shop.run(&["told", "signs"])
            .err
            .starts_with("0 to tell, 13 told before")
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
    assert_eq!(tables.count(), 13);
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
        again.err.starts_with("0 to tell, 13 told before"),
        "{}",
        again.err
    );
    let all = rows(&shop.run(&["told", "signs", "--all"]).out);
    assert!(all.iter().all(|row| row[6] == "2025-04-01") && all.len() == 13);
    assert!(
        shop.run(&["told", "signs", "--mark"])
            .err
            .contains("nobody to mark")
    );
    assert_eq!(shop.read("told.jsonl"), ledger);
}
