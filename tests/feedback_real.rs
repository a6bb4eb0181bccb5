//! Real feedback that nobody on this project wrote, held against counts made without it. Skipped where
//! the data is not there.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it cannot go on, and says what it skips"
)]

mod feedback_desk;

use feedback_desk::Desk;
use pothole::feedback::{Better, Condition, Day, Instrument, Polarity, Scale, Score, Speaks, Test};
use serde_json::Value;
use std::path::PathBuf;

/// A file of the shared data; `None`, said aloud, when there is none.
fn shared(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data")
        .join(name);
    if path.exists() {
        Some(path)
    } else {
        println!("skipped: no {name} beside the project");
        None
    }
}

fn oracle(name: &str) -> Option<Value> {
    Some(serde_json::from_slice(&std::fs::read(shared(name)?).unwrap()).unwrap())
}

/// A desk whose feedback is a copy of a shared file in its own folder.
fn desk_with(touchpoints: &[&str], file: &str) -> Option<Desk> {
    let desk = Desk::new(touchpoints);
    desk.file("feedback.csv", std::fs::read(shared(file)?).unwrap());
    Some(desk)
}

fn pattern(column: &str, pattern: &str) -> Condition {
    Condition::Where {
        column: column.into(),
        test: Test::Pattern(pattern.into()),
    }
}

fn column(touchpoint: &Value) -> &str {
    touchpoint["column"].as_str().unwrap()
}

fn address(touchpoint: &Value) -> String {
    format!("sfo/{}", column(touchpoint).to_lowercase())
}

/// The survey as a wide source: one rating rule for each touchpoint of its oracle, and one for NPS.
fn airport(touchpoints: &[Value]) -> Option<Desk> {
    let mut addresses: Vec<String> = touchpoints.iter().map(address).collect();
    addresses.push("sfo/netpro".into());
    let names: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let mut desk = desk_with(&names, "airport/sfo-2017.csv")?;
    let source = desk.source("survey", "feedback.csv");
    source.columns.id = Some("RESPNUM".into());
    source.speaks = Speaks::Scored(Scale::named("csat-5").unwrap());
    source.missing = vec!["0".into(), "6".into(), "Blank".into()];
    source.date = Day::from_ymd(2017, 5, 15);
    let (one, five) = (Score::whole(1), Score::whole(5));
    for touchpoint in touchpoints {
        let effort = Scale::custom(one, five, Better::High, Instrument::Ces);
        let scale = effort.filter(|_| touchpoint["kind"] == "ces");
        desk.rating(&address(touchpoint), column(touchpoint), scale, None);
    }
    let missing = Some(vec!["11".into()]);
    desk.rating("sfo/netpro", "NETPRO", Scale::named("nps"), missing);
    Some(desk)
}

#[test]
fn every_touchpoint_of_the_airport_survey_agrees_with_its_oracle() {
    let Some(oracle) = oracle("airport/oracle.json") else {
        return;
    };
    let touchpoints = oracle["touchpoints"].as_array().unwrap();
    assert_eq!(touchpoints.len(), 26);
    let Some(desk) = airport(touchpoints) else {
        return;
    };
    let overlay = desk.scan();
    assert_eq!(overlay.books.rejected, []);
    assert_eq!(overlay.books.unread, []);
    assert_eq!(overlay.books.total().read, 2_831);
    for touchpoint in touchpoints {
        let name = address(touchpoint);
        let (low, neutral, high, unscored) = desk.counts(&overlay, &name);
        let valid = low + neutral + high;
        let count = |key: &str| touchpoint[key].as_u64().unwrap();
        assert_eq!((low, high), (count("low_1_2"), count("high_4_5")), "{name}");
        assert_eq!((valid, unscored), (count("valid"), 0), "{name}");
        let missing = count("blank") + count("not_applicable");
        assert_eq!(2_831 - valid, missing, "{name}");
        let entries = overlay.tally.of(desk.index(&name));
        let scores = entries.map(|entry| {
            let reading = &overlay.tally.readings[usize::from(entry.reading)];
            reading.score.unwrap().1.value() * entry.count as f64
        });
        let mean = scores.sum::<f64>() / valid as f64;
        let expected = touchpoint["mean"].as_f64().unwrap();
        assert!((mean - expected).abs() < 1e-6, "{name}");
    }
}

#[test]
fn the_net_promoter_score_of_the_airport_is_that_of_its_oracle() {
    let Some(oracle) = oracle("airport/oracle.json") else {
        return;
    };
    let Some(desk) = airport(oracle["touchpoints"].as_array().unwrap()) else {
        return;
    };
    let (detractors, passives, promoters, _) = desk.counts(&desk.scan(), "sfo/netpro");
    assert_eq!((detractors, passives, promoters), (342, 968, 1_436));
    let answered = (detractors + passives + promoters) as f64;
    let nps = 100.0 * (promoters as f64 - detractors as f64) / answered;
    assert!((nps - 39.839_767).abs() < 1e-6, "{nps}");
}

#[test]
fn consumer_complaints_are_mapped_by_patterns_on_their_issue() {
    let stages = [
        (
            "bank/sign-up",
            "application|getting a|opening an account|applying|advertising|shopping",
        ),
        (
            "bank/billing",
            "payment|fees|interest|billing|purchase|charge|unexpected|trouble using|managing|money|transaction|struggling|problem when making|closing",
        ),
        (
            "bank/collections",
            "debt|collect|communication tactics|threat|false statements|legal action",
        ),
        (
            "bank/report",
            "credit report|your report|incorrect information|improper use|credit monitoring|identity|investigation|unable to get",
        ),
    ];
    let names = stages.map(|(name, _)| name);
    let Some(mut desk) = desk_with(&names, "complaints/cfpb-1000.csv") else {
        return;
    };
    let source = desk.source("cfpb", "feedback.csv");
    source.columns.id = Some("Complaint ID".into());
    source.columns.at = Some("Date received".into());
    source.columns.text = vec!["Consumer complaint narrative".into()];
    source.columns.segment = Some("Product".into());
    source.speaks = Speaks::Always(Polarity::Complaint);
    for (name, expression) in stages {
        desk.when(name, pattern("Issue", expression));
    }
    let overlay = desk.scan();
    let complaints = names.map(|name| desk.counts(&overlay, name).0);
    assert_eq!(complaints, [13, 77, 80, 797]);
    assert_eq!(Desk::books(&overlay), (1_000, 967, 33, 0));
    let days = overlay.tally.days().unwrap();
    assert_eq!(days.start, Day::from_ymd(2012, 2, 7).unwrap());
    assert_eq!(days.end.0 - 1, Day::from_ymd(2026, 3, 3).unwrap().0);
}

#[test]
fn baggage_claims_are_mapped_by_their_site() {
    let Some(oracle) = oracle("baggage/oracle.json") else {
        return;
    };
    let sites = [
        ("fly/checked", "Checked Baggage"),
        ("fly/checkpoint", "Checkpoint"),
        ("fly/vehicle", "Motor Vehicle"),
        ("fly/other", "Other"),
        ("fly/bus", "Bus Station"),
    ];
    let names = sites.map(|(name, _)| name);
    let Some(mut desk) = desk_with(&names, "baggage/tsa-2015.csv") else {
        return;
    };
    let source = desk.source("claims", "feedback.csv");
    source.columns.at = Some("Date Received".into());
    source.speaks = Speaks::Always(Polarity::Complaint);
    for (name, site) in sites {
        desk.when(
            name,
            Condition::Where {
                column: "Claim Site".into(),
                test: Test::OneOf(vec![site.into()]),
            },
        );
    }
    let overlay = desk.scan();
    for (name, site) in sites {
        let expected = oracle["claim_site"][site].as_u64().unwrap();
        assert_eq!(desk.counts(&overlay, name).0, expected, "{site}");
    }
    assert_eq!(Desk::books(&overlay), (8_667, 8_628, 39, 0));
    let checked = overlay.tally.entries().map(|entry| {
        let (year, month, _) = entry.day().unwrap().ymd();
        (format!("{year}-{month:02}"), entry.count)
    });
    let january: u64 = checked
        .filter(|(month, _)| month == "2015-01")
        .map(|(_, count)| count)
        .sum();
    assert!(january <= oracle["per_month_received"]["2015-01"].as_u64().unwrap());
    assert!(january > 700);
}
