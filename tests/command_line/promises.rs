//! `pothole check` with limits, in the formats of build servers.

use crate::shop::{BUY, CHARTER, Shop};
use quick_xml::events::Event;
use std::fmt::Write;

/// A shop whose search is hot, unowned and promised for the first of March; a title that bites.
fn shop() -> Shop {
    let shop = Shop::open();
    let mut rows = String::from("id,day,score,size,where\n");
    for id in 0..40 {
        let score = if id < 30 { 1 } else { 10 };
        writeln!(rows, "{id},2025-02-10,{score},small,buy/search").unwrap();
    }
    shop.write("feedback/nps.csv", &rows);
    let action = "        actions: [{action: signs, title: S, status: fixing, due: 2025-03-01}]\n";
    let owned = "        owner: tills            # since spring\n";
    shop.write("buy.yaml", &BUY.replace(owned, action));
    shop
}

const LIMITS: [&str; 8] = [
    "check",
    "--max-friction",
    "50",
    "--require-owner",
    "--max-overdue",
    "3",
    "--today",
    "2025-03-05",
];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    LIMITS.iter().copied().chain(more.iter().copied()).collect()
}

#[test]
fn within_the_limits_all_is_well_and_beyond_them_the_check_fails() {
    let shop = shop();
    let run = shop.run(&["check", "--today", "2025-03-05"]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    for note in [
        "buy.yaml:7:21: note[hot-unowned]: buy/search: hot, friction 59.8, and nobody owns it",
        "buy.yaml:9:66: note[overdue]: buy/search: action signs: 4 days overdue, promised for 2025-03-01",
    ] {
        assert!(run.out.contains(note), "{}", run.out);
    }
    for (limit, fails) in [
        (&["--max-friction", "60"][..], false),
        (&["--max-friction", "59"], true),
        (&["--require-owner"], true),
        (&["--max-overdue", "4"], false),
        (&["--max-overdue", "3"], true),
    ] {
        let arguments = [&["check", "--today", "2025-03-05"], limit].concat();
        let run = shop.run(&arguments);
        assert_eq!(run.code, Some(i32::from(fails)), "{limit:?}: {}", run.out);
    }
    let run = shop.run(&with(&[]));
    assert_eq!(run.err.lines().next(), Some("3 errors, 0 warnings"));
    assert!(run.out.contains("error[over-budget]"), "{}", run.out);
    assert_eq!(shop.run(&["check", "--max-friction", "101"]).code, Some(2));
}

#[test]
fn a_day_that_has_not_come_yet_is_a_problem_with_its_place() {
    let shop = shop();
    let ahead = "actions: [{action: signs, title: S, status: shipped, shipped: 2025-03-09}]";
    let file = shop.read("buy.yaml");
    let line = file.lines().find(|line| line.contains("actions:")).unwrap();
    shop.write("buy.yaml", &file.replace(line.trim(), ahead));
    let run = shop.run(&["check", "--today", "2025-03-05"]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert!(
        run.out
            .contains("error[day-ahead]: buy/search: action signs: `shipped` is 2025-03-09"),
        "{}",
        run.out
    );
    assert_eq!(shop.run(&["check", "--today", "2025-03-09"]).code, Some(0));
}

#[test]
fn annotations_of_a_pull_request_are_escaped_as_its_runner_wants() {
    let shop = shop();
    let run = shop.run(&with(&["--format", "github"]));
    assert_eq!(run.code, Some(1));
    let overdue = "::error file=buy.yaml,line=9,col=66,endColumn=75,title=overdue::buy/search: action signs: \
                   4 days overdue, promised for 2025-03-01%0Aship it, or promise another day: pothole act set \
                   signs due DATE";
    assert!(run.out.lines().any(|line| line == overdue), "{}", run.out);
    assert!(
        run.out.lines().all(|line| line.starts_with("::")),
        "{}",
        run.out
    );
    // What a file says cannot end a command and begin another.
    shop.write(
        "pothole.yaml",
        &CHARTER.replace(
            "title: Corner",
            "titel: \"50 %\\n::error::x\"\ntitle: Corner",
        ),
    );
    shop.write("a,b:c.yaml", "journey: 5%,\nstages: []\n");
    let run = shop.run(&["check", "--format", "github"]);
    assert!(
        run.out.lines().all(|line| line.starts_with("::")),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("file=a%2Cb%3Ac.yaml,line=1"),
        "{}",
        run.out
    );
    assert!(run.out.contains("`5%25,`"), "{}", run.out);
}

#[test]
fn the_test_report_is_xml_and_counts_what_it_holds() {
    let shop = shop();
    shop.write("more.yaml", "journey: \"<a & b>\\\"]]>\"\nstages: []\n");
    let run = shop.run(&with(&["--format", "junit"]));
    assert_eq!(run.code, Some(1));
    let mut reader = quick_xml::Reader::from_str(&run.out);
    let decoder = reader.decoder();
    let (mut cases, mut failures, mut skipped) = (0, Vec::new(), 0);
    let mut counts = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                let name = String::from_utf8(tag.name().as_ref().to_vec()).unwrap();
                let value = |name: &str| {
                    let found = tag.try_get_attribute(name).unwrap().unwrap();
                    found
                        .decoded_and_normalized_value(quick_xml::XmlVersion::Explicit1_0, decoder)
                        .unwrap()
                        .into_owned()
                };
                match name.as_str() {
                    "testsuite" => counts = ["tests", "failures", "skipped"].map(value).to_vec(),
                    "testcase" => cases += 1,
                    "failure" => failures.push(value("message")),
                    "skipped" => skipped += 1,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    assert!(
        failures
            .iter()
            .any(|message| message.contains("`<a & b>\"]]>`")),
        "{failures:?}"
    );
    let found = [cases, failures.len(), skipped].map(|count| count.to_string());
    assert_eq!(counts, found);
    assert!(failures.len() >= 4, "{failures:?}");
}

#[test]
fn without_a_finding_the_report_holds_a_test_that_passed() {
    let shop = Shop::open();
    shop.write(
        "feedback/nps.csv",
        "id,day,score,size,where\n1,2025-02-10,3,small,buy/pay\n",
    );
    let run = shop.run(&["check", "--format", "junit"]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.out.contains("tests=\"1\" failures=\"0\""),
        "{}",
        run.out
    );
    assert_eq!(shop.run(&["check", "--format", "github"]).out, "");
}

#[test]
fn everything_is_there_as_json() {
    let run = shop().run(&with(&["--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["errors"], 3);
    let findings = json["findings"].as_array().unwrap();
    let overdue = findings
        .iter()
        .find(|one| one["code"] == "overdue")
        .unwrap();
    assert_eq!(
        (&overdue["line"], &overdue["column"]),
        (&9.into(), &66.into())
    );
    assert_eq!(overdue["level"], "error");
}
