//! `pothole coverage`, `pothole explain` and `pothole rule`.

use crate::shop::{BUY, Shop};
use serde_json::Value;

const CHARTER: &str = "\
title: Corner shop
sources:
  nps:
    files: feedback/nps.csv
    columns: {id: id, at: day, score: score, segment: size, touchpoint: where}
    scale: nps
  letters:
    files: feedback/letters.csv
    columns: {text: text}
    speaks: complaint
";

fn shop() -> Shop {
    let shop = Shop::open();
    shop.write("pothole.yaml", CHARTER);
    let mut letters = String::from("text\n");
    for _ in 0..5 {
        letters += "the till was closed\nyour bell never arrived\n";
    }
    shop.write("feedback/letters.csv", &letters);
    shop.write(
        "buy.yaml",
        &BUY.replace(
            "        title: Pay at the till\n",
            "        title: Pay at the till\n        feedback: [{source: letters, text: till}, {text: queue}]\n",
        ),
    );
    shop
}

fn coverage(shop: &Shop) -> Value {
    let run = shop.run(&["coverage", "--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn coverage_says_what_each_rule_caught_and_what_to_write_next() {
    let found = coverage(&shop());
    let rows = &found["rows"];
    let sum = ["mapped", "unmapped", "rejected"].map(|key| rows[key].as_u64().unwrap());
    assert_eq!(rows["read"], sum.iter().sum::<u64>());
    let letters = &found["sources"][1];
    assert_eq!(
        (&letters["id"], &letters["rows"]["mapped"]),
        (&"letters".into(), &5.into())
    );
    let rule = &letters["rules"][0];
    assert_eq!(rule["touchpoint"], "buy/pay");
    assert_eq!(rule["place"], "buy.yaml:12");
    assert_eq!((&rule["caught"], &rule["only"]), (&5.into(), &5.into()));
    assert_eq!(found["sources"][0]["named"], 40);
    assert_eq!(found["silent_rules"][0]["looks_for"], "text \"queue\"");
    assert_eq!(found["unfed_touchpoints"][0]["touchpoint"], "give-back/pay");
    let words: Vec<_> = found["words"].as_array().unwrap().iter().collect();
    let bell = words.iter().find(|word| word["word"] == "bell").unwrap();
    assert_eq!((&bell["unmapped"], &bell["mapped"]), (&5.into(), &0.into()));
    assert_eq!(bell["example"]["file"], "feedback/letters.csv");
    assert_eq!(bell["example"]["line"], 3);
}

#[test]
fn the_page_fits_eighty_columns_and_has_no_colour() {
    let shop = shop();
    let pages = [
        shop.run(&["--color", "always", "coverage"]).out,
        shop.run(&["explain", "buy/search"]).out,
        shop.run(&["explain", "buy/pay"]).out,
    ];
    for page in pages {
        assert!(!page.contains('\u{1b}'), "{page}");
        for line in page.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

#[test]
fn explain_writes_the_arithmetic_out() {
    let run = shop().run(&["explain", "search"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    for line in [
        "buy/search: Find it",
        "  40 = 10 complaints + 0 neutral + 30 praise + 0 unscored",
        "        40  the column where of nps",
        "  n = 10 complaints + 0 neutral + 30 praise = 40",
        "  p = 10 complaints / 40 = 0.2500, z = 1.96",
        "  centre = (p + z²/2n) / (1 + z²/n) = 0.2980 / 1.0960 = 0.2719",
        "         = 1.96 x 0.0727 / 1.0960 = 0.1300",
        "  share = 25.0 %, 95 % interval centre ± spread = 14.2 to 40.2 %",
        "  friction = 14.2; hot from 25.0 on: warm",
        "  n = 30 promoters + 0 passives + 10 detractors = 40",
        "  p = 0.7500, d = 0.2500: NPS = 50.0",
        "  on nps: 2 × 10, 10 × 30",
        "  mood = 1.20, of 40 scores",
    ] {
        assert!(
            run.out.lines().any(|found| found == line),
            "{line}\n{}",
            run.out
        );
    }
}

#[test]
fn explain_says_what_the_lens_leaves_out_and_what_cannot_be_said() {
    let shop = shop();
    let run = shop.run(&["explain", "search", "--segment", "small"]);
    assert!(
        run.out.contains("seen through a lens: segment small"),
        "{}",
        run.out
    );
    assert!(run.out.contains("left out by the lens: 30"), "{}", run.out);
    assert!(
        run.out.contains("cannot be said, because 10 rows"),
        "{}",
        run.out
    );
    let run = shop.run(&["explain", "buy/pay", "--since", "2025-01-01"]);
    assert!(run.out.contains("without a date"), "{}", run.out);
    assert!(
        run.out.contains("outside of a lens with dates: 5"),
        "{}",
        run.out
    );
    let run = shop.run(&["explain", "buy/pay"]);
    assert!(
        run.out
            .contains("         5  buy.yaml:12 in letters: text \"till\""),
        "{}",
        run.out
    );
    assert!(run.out.contains("feedback/letters.csv:2"), "{}", run.out);
    let run = shop.run(&["explain", "buy/serach"]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(run.err.contains("`buy/search`"), "{}", run.err);
}

#[test]
fn a_rule_is_one_added_line_that_catches_rows_at_once() {
    let shop = shop();
    let before = shop.read("buy.yaml");
    let arguments = [
        "rule",
        "search",
        "--text",
        "never arrived",
        "--source",
        "letters",
    ];
    let run = shop.run(&arguments);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(
        run.out,
        "buy.yaml:11: rules of buy/search: + text \"never arrived\" in letters\n"
    );
    let added = "        feedback:\n          - {source: letters, text: \"never arrived\"}\n";
    assert_eq!(shop.read("buy.yaml").replace(added, ""), before);
    assert_eq!(coverage(&shop)["sources"][1]["rows"]["unmapped"], 0);
    let again = shop.run(&arguments);
    assert_eq!((again.code, again.out.as_str()), (Some(0), ""));
    assert!(
        again.err.contains("nothing to change: buy.yaml:11"),
        "{}",
        again.err
    );
    let back = shop.run(&[&arguments[..], &["--remove"]].concat());
    assert_eq!(back.code, Some(0), "{}", back.err);
    assert_eq!(shop.read("buy.yaml"), before);
}

#[test]
fn a_rule_that_cannot_be_written_is_refused() {
    let shop = shop();
    let before = shop.read("buy.yaml");
    for (arguments, why) in [
        (&["rule", "search", "--text", " "][..], "cannot be a phrase"),
        (&["rule", "serach", "--text", "x"], "`search`"),
        (
            &["rule", "search", "--text", "x", "--source", "leters"],
            "`letters`",
        ),
        (
            &["rule", "search", "--text", "x", "--remove"],
            "does not have this rule",
        ),
    ] {
        let run = shop.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{}", run.err);
        assert!(run.err.contains(why), "{}", run.err);
    }
    assert_eq!(shop.run(&["rule", "search"]).code, Some(2));
    assert_eq!(shop.read("buy.yaml"), before);
}
