//! Every measure against scipy, statsmodels and numpy on a thousand random inputs each.
//!
//! Runs when `POTHOLE_PYTHON` names a Python that has scipy and statsmodels; says so when it does not.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "all of this file is a test, its functions outside of #[test] included"
)]

use pothole::feedback::{Better, Scale, Score};
use pothole::measures::chance::{Binomial, Poisson, chi_squared_upper, clopper_pearson, fisher};
use pothole::measures::drivers::{Bootstrap, Missing, Survey, drivers};
use pothole::measures::flow::{Flow, Step, Ways};
use pothole::measures::trend::{UChart, Watch, drifts, growing_words, spikes};
use pothole::measures::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::process::Command;

/// How far an answer may be off, relatively.
const WITHIN: f64 = 1e-9;

#[test]
fn every_measure_agrees_with_scipy_and_statsmodels_on_a_thousand_random_inputs() {
    let Ok(python) = std::env::var("POTHOLE_PYTHON") else {
        println!("skipped: POTHOLE_PYTHON names no Python with scipy and statsmodels");
        return;
    };
    let script = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/references/check_measures.py"
    );
    let cases = std::env::var("POTHOLE_CASES").unwrap_or_else(|_| "1000".into());
    let output = Command::new(python)
        .arg(script)
        .arg(&cases)
        .output()
        .unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    let (mut seen, mut wrong) = (BTreeMap::<String, u64>::new(), Vec::new());
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let measure = case["measure"].as_str().unwrap();
        *seen.entry(measure.to_owned()).or_default() += 1;
        let answer = answer(measure, &case["input"]);
        // Tails must keep their digits however small; a difference near 0 has none to keep.
        let tails = [
            "poisson",
            "binomial",
            "chi_squared",
            "fisher",
            "spike",
            "before_after",
        ];
        let floor = if tails.contains(&measure) {
            1e-290
        } else {
            1e-13
        };
        if !agree(&answer, &case["answer"], floor) {
            wrong.push(format!("{line}\n  but here: {answer}"));
        }
    }
    println!("compared: {seen:?}");
    assert!(seen.len() >= 23 && seen.values().all(|count| count.to_string() == cases));
    let shown: Vec<_> = wrong.iter().take(20).cloned().collect();
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        shown.join("\n")
    );
}

fn agree(ours: &Value, theirs: &Value, floor: f64) -> bool {
    match (ours, theirs) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, value)| agree(value, &b[key], floor))
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| agree(a, b, floor))
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            (a - b).abs() <= WITHIN * b.abs() + floor
        }
        _ => ours == theirs,
    }
}

fn answer(measure: &str, input: &Value) -> Value {
    match measure {
        "wilson" => ends(wilson(whole(&input["hits"]), whole(&input["of"])).unwrap()),
        "nps" | "ces" | "csat" | "mood" => scored(measure, input),
        "friction_weighted" | "pain" => severe(measure, input),
        "contact_rate" => {
            let passing = Incidence::new(whole(&input["events"]), number(&input["exposure"]));
            let rate = contact_rate(&passing).unwrap();
            json!({"value": rate.per_thousand, "low": rate.interval.low, "high": rate.interval.high})
        }
        "churn" => churned(input),
        "poisson" | "binomial" | "chi_squared" | "fisher" => probability(measure, input),
        "discovery_rates" => json!({"q": discovery_rates(&numbers(&input["p"])).unwrap()}),
        "u_chart" | "spike" | "drift" | "growth" => trend(measure, input),
        "before_after" | "halving" => fixed(measure, input),
        "chain" => chain(input),
        "relative_weights" => weights(input),
        "gap" => gaps(input),
        other => panic!("no measure {other}"),
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn whole(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn wholes(value: &Value) -> Vec<u64> {
    value.as_array().unwrap().iter().map(whole).collect()
}

fn ends(interval: Interval) -> Value {
    json!({"low": interval.low, "high": interval.high})
}

fn histogram(scale: &str, scores: &Value) -> Histogram {
    let mut histogram = Histogram::new(Scale::named(scale).unwrap());
    let low = histogram.scale.low.0 / 100;
    for (place, count) in wholes(scores).into_iter().enumerate() {
        histogram.add(Score::whole(low + place as i32), count);
    }
    histogram
}

fn scored(measure: &str, input: &Value) -> Value {
    match measure {
        "nps" => {
            let nps = nps(&[histogram("nps", &input["scores"])]).unwrap();
            json!({"score": nps.score, "margin": nps.margin})
        }
        "ces" => {
            let ces = ces(&[histogram("ces-7", &input["scores"])]).unwrap();
            let (mean, easy) = (ces.interval.unwrap(), ces.easy_interval);
            json!({"mean": ces.mean, "low": mean.low, "high": mean.high,
                "easy_low": easy.low, "easy_high": easy.high})
        }
        "csat" => {
            let csat = csat(&[histogram("csat-5", &input["scores"])]).unwrap();
            json!({"share": csat.share, "low": csat.interval.low, "high": csat.interval.high})
        }
        _ => {
            let five = histogram("csat-5", &input["csat"]);
            let effort = histogram("ces-5", &input["effort"]);
            json!({"value": mood(&[five, effort]).unwrap().value})
        }
    }
}

fn severe(measure: &str, input: &Value) -> Value {
    if measure == "pain" {
        let shares = pain_shares(&numbers(&input["pains"])).unwrap();
        let of = |part: fn(&PainShare) -> f64| shares.iter().map(part).collect::<Vec<_>>();
        let places: Vec<_> = shares.iter().map(|share| share.place).collect();
        let (own, together) = (of(|share| share.share), of(|share| share.together));
        return json!({"places": places, "shares": own, "together": together});
    }
    let mut severity = Severity::default();
    for value in numbers(&input["severities"]) {
        assert!(severity.add(value));
    }
    let counts = Counts {
        complaints: severity.of + whole(&input["plain"]),
        praise: whole(&input["rest"]),
        ..Counts::default()
    };
    let friction = friction_weighted(&counts, &severity, number(&input["typical"]), 1).unwrap();
    let interval = friction.interval;
    assert!((friction.value - interval.low).abs() < 1e-15);
    json!({"share": friction.share, "low": interval.low, "high": interval.high})
}

fn churned(input: &Value) -> Value {
    let (lost, of) = (wholes(&input["lost"]), wholes(&input["of"]));
    let group = |at: usize| Group {
        lost: lost[at],
        of: of[at],
    };
    let lift = churn_lift(&group(0), &group(1)).unwrap();
    let ratio = lift.ratio.unwrap();
    json!({"difference": lift.difference, "low": lift.interval.low, "high": lift.interval.high,
        "ratio": ratio.value, "ratio_low": ratio.interval.low, "ratio_high": ratio.interval.high})
}

fn probability(measure: &str, input: &Value) -> Value {
    match measure {
        "poisson" => {
            let mean = number(&input["mean"]);
            let (poisson, count) = (Poisson { mean }, whole(&input["count"]));
            json!({"exactly": poisson.exactly(count), "at_least": poisson.at_least(count),
                "at_most": poisson.at_most(count)})
        }
        "binomial" => {
            let (of, share) = (whole(&input["of"]), number(&input["share"]));
            let (binomial, hits) = (Binomial { of, share }, whole(&input["hits"]));
            let interval = clopper_pearson(hits, of);
            json!({"exactly": binomial.exactly(hits), "at_least": binomial.at_least(hits),
                "at_most": binomial.at_most(hits), "low": interval.low, "high": interval.high})
        }
        "chi_squared" => json!({"upper": chi_squared_upper(number(&input["x"]), 1.0)}),
        _ => {
            let (hits, of) = (wholes(&input["hits"]), wholes(&input["of"]));
            json!({"p": fisher(hits[0], of[0], hits[1], of[1])})
        }
    }
}

fn trend(measure: &str, input: &Value) -> Value {
    match measure {
        "u_chart" => {
            let weeks =
                Incidence::exposed(&wholes(&input["events"]), &numbers(&input["exposures"]));
            let chart = UChart::of(&weeks.unwrap()).unwrap();
            let week = Incidence::new(whole(&input["seen"]), number(&input["week"]));
            json!({"mean": chart.mean(), "upper": chart.upper(week.exposure),
                "lower": chart.lower(week.exposure), "tail": chart.tail(&week)})
        }
        "spike" => {
            let weeks =
                Incidence::exposed(&wholes(&input["events"]), &numbers(&input["exposures"]));
            let found = spikes(&weeks.unwrap(), &Watch::default());
            let spike = found.last().unwrap();
            json!({"week": spike.week, "seen": spike.seen, "expected": spike.expected,
                "tail": spike.tail})
        }
        "drift" => drifted(input),
        _ => {
            let (now, before) = (wholes(&input["now"]), wholes(&input["before"]));
            let words = |counts: &[u64]| {
                let other = ("other".to_owned(), counts[1] - counts[0]);
                BTreeMap::from([("word".to_owned(), counts[0]), other])
            };
            let grown = growing_words(&words(&now), &words(&before), 1);
            assert_eq!(grown[0].word, "word");
            json!({"g2": grown[0].g2, "p": grown[0].p})
        }
    }
}

/// The greatest CUSUM of a series: a threshold just below it alarms, one just above it does not.
fn drifted(input: &Value) -> Value {
    let series = Incidence::weekly(&wholes(&input["events"]));
    let found = |threshold: f64| {
        let watch = Watch {
            spike_tail: 0.0,
            drift_threshold: threshold,
            ..Watch::default()
        };
        drifts(&series, &watch)
    };
    let above = number(&input["above"]);
    if above <= 0.0 {
        return json!({"evidence": 0.0});
    }
    assert!(found(above).is_empty());
    json!({"evidence": found(number(&input["below"]))[0].evidence})
}

fn fixed(measure: &str, input: &Value) -> Value {
    if measure == "halving" {
        let before = Incidence::new(whole(&input["before"]), number(&input["exposure"]));
        return match weeks_to_show_halving(&before, number(&input["so_far"]), 1.0) {
            Ok(weeks) => json!({"weeks": weeks}),
            Err(Unsaid::TooLong { .. }) => json!({"weeks": null}),
            Err(reason) => panic!("{reason}"),
        };
    }
    let (events, exposures) = (wholes(&input["events"]), numbers(&input["exposures"]));
    let span = |at: usize| Incidence::new(events[at], exposures[at]);
    let said = before_after(&span(0), &span(1)).unwrap();
    let ratio = said.ratio.unwrap();
    json!({"ratio": ratio.value, "low": ratio.interval.low, "high": ratio.interval.high,
        "p_better": said.p_better, "p_worse": said.p_worse, "verdict": said.verdict.words()})
}

fn chain(input: &Value) -> Value {
    let step = |step: &Value| Step::shared(whole(&step[0]) as usize, number(&step[1]));
    let list = |steps: &Value| steps.as_array().unwrap().iter().map(step).collect();
    let steps: Vec<Vec<Step>> = input["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(list)
        .collect();
    let ways = Ways {
        goals: vec![steps.len() - 1],
        start: Some(0),
        steps,
    };
    let passage = Flow::of(&ways).unwrap().passage().unwrap();
    json!({"visits": passage.visits, "goal": passage.goal})
}

fn weights(input: &Value) -> Value {
    let column = |values: &Value| numbers(values).into_iter().map(Some).collect();
    let survey = Survey {
        overall: column(&input["overall"]),
        ratings: input["ratings"]
            .as_array()
            .unwrap()
            .iter()
            .map(column)
            .collect(),
    };
    let none = Bootstrap { rounds: 0, seed: 0 };
    let mut found = drivers(&survey, 30, Missing::Listwise, &none).unwrap();
    found.drivers.sort_by_key(|driver| driver.place);
    let importance: Vec<_> = found
        .drivers
        .iter()
        .map(|driver| driver.importance)
        .collect();
    json!({"importance": importance, "explained": found.explained})
}

fn gaps(input: &Value) -> Value {
    let (value, target) = (number(&input["value"]), number(&input["target"]));
    let half = number(&input["half"]);
    let interval = Some(Interval {
        low: value - half,
        high: value + half,
    });
    let said = |better| gap(value, interval, target, better).unwrap();
    let open = said(Better::High).standing == Standing::Open;
    json!({"high": said(Better::High).value, "low": said(Better::Low).value, "open": open})
}
