//! Holds `docs/measures.md` against the code: its worked examples, and the bounds of every scale.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a document that cannot be read must fail its test"
)]

use pothole::feedback::{Instrument, Polarity, Scale, Score};
use pothole::measures::{Counts, Histogram, ces, csat, friction, mood, nps, wilson};
use std::collections::BTreeMap;

const DOCUMENT: &str = include_str!("../docs/measures.md");

/// What a measure comes to, by the names the document uses.
type Outcome = Option<BTreeMap<&'static str, f64>>;

/// The rows of the table below a heading, without its head.
fn table(heading: &str) -> Vec<Vec<&'static str>> {
    let section = DOCUMENT.split(heading).nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| "));
    rows.skip(1)
        .map(|row| {
            row.trim_end_matches('|')
                .split('|')
                .map(str::trim)
                .collect()
        })
        .collect()
}

/// `hits 8, of 10`
fn named(text: &str) -> BTreeMap<&str, &str> {
    let pairs = text.split(", ").map(|pair| pair.split_once(' ').unwrap());
    pairs.collect()
}

fn counts(given: &str) -> Counts {
    let given = named(given);
    let count = |name: &str| given[name].parse().unwrap();
    Counts {
        complaints: count("complaints"),
        neutral: count("neutral"),
        praise: count("praise"),
        unscored: count("unscored"),
    }
}

/// `10 × 50, 8 × 33`
fn histogram(scale: &str, given: &str) -> Histogram {
    let mut histogram = Histogram::new(Scale::named(scale).unwrap());
    for part in given.split(", ") {
        let (score, count) = part.split_once(" × ").unwrap();
        histogram.add(Score::whole(score.parse().unwrap()), count.parse().unwrap());
    }
    histogram
}

fn outcome(measure: &str, given: &str) -> Outcome {
    let (measure, scale) = measure.split_once(" on ").unwrap_or((measure, ""));
    let scores = || [histogram(scale, given)];
    let pairs: Vec<(&str, f64)> = match measure {
        "wilson" => {
            let given = named(given);
            let interval = wilson(given["hits"].parse().unwrap(), given["of"].parse().unwrap())?;
            vec![("low", interval.low), ("high", interval.high)]
        }
        "friction" => {
            let friction = friction(&counts(given), 30)?;
            vec![
                ("value", friction.value),
                ("share", friction.share),
                ("low", friction.interval.low),
                ("high", friction.interval.high),
                ("of", friction.of as f64),
            ]
        }
        "nps" => {
            let nps = nps(&scores())?;
            vec![
                ("score", nps.score),
                ("margin", nps.margin),
                ("low", nps.interval().low),
                ("high", nps.interval().high),
                ("of", nps.of() as f64),
            ]
        }
        "ces" => {
            let ces = ces(&scores())?;
            let interval = ces.interval.unwrap();
            vec![
                ("mean", ces.mean),
                ("low", interval.low),
                ("high", interval.high),
                ("easy", ces.easy as f64),
                ("easy_share", ces.easy_share),
                ("of", ces.of as f64),
            ]
        }
        "csat" => {
            let csat = csat(&scores())?;
            vec![
                ("share", csat.share),
                ("low", csat.interval.low),
                ("high", csat.interval.high),
                ("satisfied", csat.satisfied as f64),
                ("of", csat.of as f64),
            ]
        }
        "mood" => {
            let mood = mood(&scores())?;
            vec![("value", mood.value), ("of", mood.of as f64)]
        }
        other => panic!("no measure {other}"),
    };
    Some(pairs.into_iter().collect())
}

#[test]
fn every_worked_example_comes_to_what_the_document_says() {
    let examples = table("## Worked examples");
    assert!(examples.len() >= 15);
    for example in examples {
        let [measure, given, expected] = example[..] else {
            panic!("{example:?}")
        };
        let outcome = outcome(measure, given);
        if expected == "null" {
            assert_eq!(outcome, None, "{example:?}");
            continue;
        }
        let outcome = outcome.unwrap();
        for (name, written) in named(expected) {
            let decimals = written.split_once('.').map_or(0, |(_, after)| after.len());
            let rounded = format!("{:.decimals$}", outcome[name]);
            assert_eq!(rounded, written, "{name} of {example:?}");
        }
    }
}

#[test]
fn every_scale_splits_where_the_document_says() {
    let rows = table("## How a row speaks");
    let names: Vec<&str> = rows.iter().map(|row| row[0].trim_matches('`')).collect();
    let mut known = Scale::NAMES.to_vec();
    known.sort_by_key(|name| names.iter().position(|n| n == name));
    assert_eq!(names, known);
    for row in rows {
        let scale = Scale::named(row[0].trim_matches('`')).unwrap();
        let bounds = [Polarity::Complaint, Polarity::Neutral, Polarity::Praise];
        for (polarity, written) in bounds.into_iter().zip(&row[1..4]) {
            let speaks = |score: &i32| scale.polarity(Score::whole(*score)) == Some(polarity);
            let spoken: Vec<i32> = (-1..=12).filter(speaks).collect();
            let text = match (spoken.first(), spoken.last()) {
                (Some(first), Some(last)) => format!("{first} to {last}"),
                _ => String::new(),
            };
            assert_eq!(text, *written, "{} {polarity:?}", scale.name);
        }
        let feeds = match scale.instrument {
            Instrument::Nps => "NPS",
            Instrument::Ces => "CES",
            Instrument::Csat => "CSAT",
            Instrument::Other => "none",
        };
        assert_eq!(feeds, row[4], "{}", scale.name);
    }
    let stars = Scale::named("stars-5").unwrap();
    for half in [250, 350] {
        assert_eq!(stars.polarity(Score(half)), Some(Polarity::Neutral));
    }
}
