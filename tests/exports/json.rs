//! The JSON contract: its values, its keys, its bytes.

use crate::shop::Shop;
use crate::street::Street;
use pothole::board::{Lens, Order};
use pothole::export::json;
use pothole::feedback::Day;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn read(lens: &Lens) -> Value {
    serde_json::from_str(&Shop::open().exported(lens, json)).unwrap()
}

fn touchpoint<'a>(board: &'a Value, id: &str) -> &'a Value {
    let all = board["touchpoints"].as_array().unwrap();
    all.iter()
        .find(|touchpoint| touchpoint["id"] == id)
        .unwrap()
}

#[test]
fn the_json_is_what_was_agreed() {
    insta::assert_snapshot!("json", Shop::open().exported(&Lens::default(), json));
}

#[test]
fn the_same_board_makes_the_same_bytes() {
    let bytes = || Shop::open().exported(&Lens::default(), json);
    assert_eq!(bytes(), bytes());
}

#[test]
fn counts_are_integers_and_the_books_balance() {
    let board = read(&Lens::default());
    assert_eq!(
        board["rows"],
        json!({"read": 1206, "mapped": 203, "unmapped": 1002, "rejected": 1, "duplicates": 0, "undated": 8})
    );
    for source in board["sources"].as_array().unwrap() {
        let count = |key: &str| source["rows"][key].as_u64().unwrap();
        assert_eq!(
            count("read"),
            count("mapped") + count("unmapped") + count("rejected")
        );
    }
    assert_eq!(board["rejected"][0]["file"], "feedback/stars.csv");
    assert_eq!(board["rejected"][0]["line"], 14);
}

#[test]
fn a_touchpoint_carries_its_measures_with_intervals() {
    let board = read(&Lens::default());
    let search = touchpoint(&board, "buy/search");
    let nps = &search["nps"];
    assert_eq!(nps["score"], json!(33.0));
    assert!((nps["margin"].as_f64().unwrap() - 14.68).abs() < 0.005);
    assert_eq!(nps["of"], 100);
    assert_eq!(search["ces"], Value::Null);
    assert_eq!(
        search["by_week"]["2025-W01"],
        json!({"feedback": 50, "complaints": 0, "neutral": 0, "praise": 50, "unscored": 0})
    );
    assert_eq!(search["by_segment"][""]["praise"], 50);
    let basket = touchpoint(&board, "buy/basket");
    assert_eq!(basket["ces"]["mean"], json!(4.5));
    assert_eq!(basket["friction"], Value::Null);
    assert_eq!(basket["heat"], "too few");
    let checkout = touchpoint(&board, "buy/checkout");
    assert_eq!(checkout["undated"], 8);
    assert_eq!(
        checkout["scores"][0]["distribution"],
        json!({"1.5": 8, "5": 12})
    );
    assert_eq!(
        checkout["next"],
        json!([{"to": "give-back/ask", "share": 0.1}])
    );
    assert_eq!(checkout["friction_detail"]["of"], 60);
    let ask = touchpoint(&board, "give-back/ask");
    assert_eq!((&ask["unscored"], &ask["feedback"]), (&json!(3), &json!(8)));
}

#[test]
fn weeks_segments_and_sources_each_add_up_to_the_whole() {
    let board = read(&Lens::default());
    for touchpoint in board["touchpoints"].as_array().unwrap() {
        for polarity in ["feedback", "complaints", "neutral", "praise", "unscored"] {
            let sum = |cut: &str| -> u64 {
                let parts = touchpoint[cut].as_object().unwrap().values();
                parts.map(|part| part[polarity].as_u64().unwrap()).sum()
            };
            let whole = touchpoint[polarity].as_u64().unwrap();
            assert_eq!(sum("by_segment"), whole, "{touchpoint}");
            assert_eq!(sum("by_source"), whole, "{touchpoint}");
        }
        let weeks = touchpoint["by_week"].as_object().unwrap().values();
        let dated: u64 = weeks.map(|week| week["feedback"].as_u64().unwrap()).sum();
        let undated = touchpoint["undated"].as_u64().unwrap();
        assert_eq!(dated + undated, touchpoint["feedback"].as_u64().unwrap());
    }
}

#[test]
fn a_lens_narrows_the_numbers_and_is_written_down() {
    let board = read(&Lens {
        since: Day::parse_iso("2025-02-01"),
        sources: vec!["stars".into()],
        journeys: vec!["buy".into()],
        ..Lens::default()
    });
    assert_eq!(board["lens"]["since"], "2025-02-01");
    assert_eq!(board["lens"]["until"], Value::Null);
    assert_eq!(board["touchpoints"].as_array().unwrap().len(), 3);
    assert_eq!(board["journeys"].as_array().unwrap().len(), 1);
    assert_eq!(touchpoint(&board, "buy/checkout")["feedback"], 12);
    assert_eq!(board["rows"]["read"], 1206);
}

#[test]
fn an_empty_workspace_is_valid_json_without_numbers_that_are_none() {
    let text = Shop::empty().exported(&Lens::default(), json);
    let board: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(board["version"], 1);
    assert_eq!(board["touchpoints"], json!([]));
    assert_eq!(board["period"], Value::Null);
}

#[test]
fn what_steers_a_terminal_is_escaped_and_reads_back_as_it_was() {
    let text = Shop::open().exported(&Lens::default(), json);
    assert!(!text.contains('\u{202e}') && text.contains("\\u202e"));
    let board = read(&Lens::default());
    let segments = touchpoint(&board, "buy/checkout")["by_segment"].clone();
    assert!(segments.as_object().unwrap().contains_key("small\u{202e}"));
}

#[test]
fn every_touchpoint_stands_on_a_line_of_its_own() {
    let text = Shop::open().exported(&Lens::default(), json);
    let lines = text
        .lines()
        .filter(|line| line.starts_with("  {\"id\":\"buy/"));
    assert_eq!(lines.count(), 3);
    assert!(text.ends_with("}\n"));
}

/// Every key of every object, those of free names left out.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                found.insert(key.clone());
                match (key.as_str(), value) {
                    ("by_week" | "by_segment" | "by_source", Value::Object(free)) => {
                        free.values().for_each(|value| keys(value, found));
                    }
                    ("distribution", _) => {}
                    _ => keys(value, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

#[test]
fn the_document_explains_every_key_and_no_other() {
    let mut written = BTreeSet::new();
    keys(&read(&Lens::default()), &mut written);
    let street = Street::open()
        .rising()
        .exported(&Lens::default(), Order::default(), json);
    keys(&serde_json::from_str(&street).unwrap(), &mut written);
    let document = include_str!("../../docs/export.md");
    let json = document.split("## JSON").nth(1).unwrap();
    let json = json.split("\n## ").next().unwrap();
    let rows = json.lines().filter_map(|line| line.strip_prefix("| `"));
    let cells = rows.filter_map(|row| Some(row.split_once(" |")?.0));
    let explained: BTreeSet<String> = cells
        .flat_map(|cell| cell.split(", "))
        .map(|key| key.trim_matches('`').to_owned())
        .collect();
    assert_eq!(written, explained);
}
