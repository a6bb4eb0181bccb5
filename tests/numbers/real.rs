//! The board's numbers over public data that nobody here wrote; where it is not at hand, each test says so.

use crate::street::Street;
use pothole::board::{Board, Lens, Order};
use pothole::export::{json, markdown};
use pothole::journey::Address;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn data(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data")
        .join(name);
    if path.is_file() {
        return Some(path);
    }
    println!("skipped: ../shared/data/{name} is not here");
    None
}

/// A workspace of ours with a file of a data set put beside it, and what the data should come to.
fn open(ours: &str, file: &str, put_at: &str) -> Option<(Street, Value)> {
    let (set, _) = file.split_once('/')?;
    let oracle = fs::read_to_string(data(&format!("{set}/oracle.json"))?).unwrap();
    let file = data(file)?;
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let ours = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(ours);
    for entry in fs::read_dir(ours).unwrap() {
        let from = entry.unwrap().path();
        fs::copy(&from, root.join(from.file_name().unwrap())).unwrap();
    }
    fs::create_dir(root.join("feedback")).unwrap();
    fs::copy(file, root.join(put_at)).unwrap();
    Some((Street::read(folder), serde_json::from_str(&oracle).unwrap()))
}

fn airport() -> Option<(Street, Value)> {
    open(
        "airport",
        "airport/sfo-2017.csv",
        "feedback/survey-2017.csv",
    )
}

fn titles(street: &Street, order: Order) -> Vec<String> {
    let board = street.board(&Lens::default());
    let journeys = &street.workspace.journeys;
    let ranking = board.ranking(journeys, &street.overlay, order);
    let title = |index| journeys.touchpoint(index).title.clone();
    ranking.iter().map(|one| title(one.touchpoint)).collect()
}

#[test]
fn the_airport_ranks_otherwise_by_number_than_by_share_as_the_oracle_has_it() {
    let Some((street, oracle)) = airport() else {
        return;
    };
    let ranked = |key: &str| {
        let all = oracle["touchpoints"].as_array().unwrap();
        let nps = "Would you recommend us?";
        let mut rows: Vec<_> = all
            .iter()
            .filter(|one| one["touchpoint"] != nps)
            .map(|one| {
                (
                    one[key].as_f64().unwrap(),
                    one["touchpoint"].as_str().unwrap(),
                )
            })
            .collect();
        rows.sort_by(|a, b| b.0.total_cmp(&a.0));
        rows.iter().map(|row| row.1.to_owned()).collect::<Vec<_>>()
    };
    let ours = |order| {
        let mut all = titles(&street, order);
        all.retain(|title| title != "Would you recommend us?");
        all
    };
    let (by_count, by_share) = (ours(Order::Complaints), ours(Order::Share));
    assert_eq!(by_count[0], ranked("low_1_2")[0]);
    assert_eq!(by_share[..3], ranked("low_pct")[..3]);
    assert_ne!(by_count[..5], by_share[..5]);
}

#[test]
fn the_airports_page_says_why_the_rankings_differ_and_what_moves_the_overall_score() {
    let Some((street, _)) = airport() else { return };
    let page = street.exported(&Lens::default(), Order::default(), markdown);
    assert!(
        page.contains("**By number and by share the order differs** at "),
        "{page}"
    );
    assert!(page.contains("The number of complaints grows with how many speak about a place"));
    assert!(page.contains("## What moves the overall score"));
    assert!(page.contains("concentrate here"));
    let board: Value =
        serde_json::from_str(&street.exported(&Lens::default(), Order::default(), json)).unwrap();
    let drivers = board["drivers"]["touchpoints"].as_array().unwrap();
    assert!(drivers.len() >= 10, "{drivers:?}");
    let sum: f64 = drivers
        .iter()
        .map(|line| line["importance"].as_f64().unwrap())
        .sum();
    assert!((sum - 100.0).abs() < 1e-3);
    for line in drivers {
        let (low, high) = (
            line["low"].as_f64().unwrap(),
            line["high"].as_f64().unwrap(),
        );
        assert!(low <= high && line["of"].as_u64().unwrap() >= 100, "{line}");
    }
    // Nothing in this survey has a date.
    let first = &board["touchpoints"][0];
    assert_eq!(first["trend"], Value::Null);
}

#[test]
fn baggage_pain_is_the_money_that_was_paid() {
    let found = open(
        "baggage",
        "baggage/tsa-2015.csv",
        "feedback/claims-2015.csv",
    );
    let Some((street, oracle)) = found else {
        return;
    };
    let board = street.board(&Lens::default());
    let journeys = &street.workspace.journeys;
    let sites = oracle["amount_sum_by_site"].as_object().unwrap();
    let mut met = 0;
    for (index, touchpoint) in journeys.touchpoints() {
        if let Some(sum) = sites.get(&touchpoint.title).and_then(Value::as_f64) {
            let sheet = board.touchpoint(index);
            let (title, paid) = (&touchpoint.title, sheet.severity.sum);
            assert!((paid - sum).abs() < 0.01, "{title}: {paid} is not {sum}");
            if sheet.severity.of > 0 {
                let hurt = sheet.pain.clone().unwrap().severity;
                assert!((hurt - sum).abs() < 0.01, "{title}: {hurt} is not {sum}");
            }
            met += 1;
        }
    }
    assert!(met >= 4, "{met}");
    let first = titles(&street, Order::Pain).remove(0);
    let most = sites
        .iter()
        .max_by(|a, b| a.1.as_f64().unwrap().total_cmp(&b.1.as_f64().unwrap()));
    assert_eq!(&first, most.unwrap().0);
    assert!(
        journeys
            .find(&Address::new("baggage", "checkpoint"))
            .is_some()
    );
}

#[test]
fn telco_churn_agrees_with_the_oracle() {
    let found = open("telco", "telco/telco-churn.csv", "feedback/customers.csv");
    let Some((street, oracle)) = found else {
        return;
    };
    let churn = Board::churn(&street.overlay).unwrap();
    assert_eq!((churn.group.of, churn.group.lost), (7_043, 1_869));
    let by = &oracle["churn_by"]["Contract"];
    for (segment, churn) in Board::churn_by_segment(&street.overlay) {
        let churn = churn.unwrap();
        assert_eq!(churn.group.of, by[segment]["rows"], "{segment}");
        assert_eq!(churn.group.lost, by[segment]["churned"], "{segment}");
        assert!(churn.interval.holds(churn.rate));
    }
}
