//! The chart against its reference, and the watch against a simulated process.

use super::*;
use crate::measures::chance::Random;
use crate::measures::{Incidence, Unsaid};
use std::fmt::Write;

const COUNTS: [u64; 6] = [12, 9, 11, 10, 14, 8];
const EXPOSURES: [f64; 6] = [1000.0, 950.0, 1020.0, 980.0, 1100.0, 900.0];

fn close(value: f64, expected: f64, within: f64) {
    assert!(
        (value - expected).abs() < within,
        "{value} is not {expected}"
    );
}

/// A steady process with this many events a week.
fn steady(random: &mut Random, mean: f64, weeks: usize) -> Vec<Incidence> {
    let events: Vec<u64> = (0..weeks).map(|_| random.poisson(mean)).collect();
    Incidence::weekly(&events)
}

#[test]
fn the_u_chart_agrees_with_the_reference() {
    let chart = UChart::of(&Incidence::exposed(&COUNTS, &EXPOSURES).unwrap()).unwrap();
    close(1000.0 * chart.mean(), 10.756, 5e-4);
    close(1000.0 * chart.upper(1000.0), 20.595, 5e-4);
    let week = Incidence::new(30, 1000.0);
    assert!(week.events as f64 / week.exposure > chart.upper(week.exposure));
    assert!(chart.tail(&week) < 1e-5);
    let plain = UChart::of(&Incidence::weekly(&COUNTS)).unwrap();
    close(plain.tail(&Incidence::new(21, 1.0)), 0.00333, 5e-6);
}

#[test]
fn a_spike_names_its_week_what_was_expected_and_what_was_seen() {
    let (counts, exposures) = (
        [&COUNTS[..], &[30]].concat(),
        [&EXPOSURES[..], &[1000.0]].concat(),
    );
    let series = Incidence::exposed(&counts, &exposures).unwrap();
    let rule = Watch {
        least: 6,
        ..Watch::default()
    };
    let spikes = spikes(&series, &rule);
    assert_eq!((spikes.len(), spikes[0].week, spikes[0].seen), (1, 6, 30));
    close(spikes[0].expected, 10.756, 5e-4);
    close(spikes[0].limit, 20.595, 5e-4);
    assert!(spikes[0].tail < 1e-4);
}

#[test]
fn after_weeks_of_silence_one_complaint_is_no_spike_and_a_handful_is() {
    let mut events = vec![0; 26];
    events.push(1);
    assert!(spikes(&Incidence::weekly(&events), &Watch::default()).is_empty());
    events[26] = 4;
    assert_eq!(
        spikes(&Incidence::weekly(&events), &Watch::default()).len(),
        1
    );
}

#[test]
fn a_week_with_twice_the_customers_may_have_twice_the_complaints() {
    let mut series = Incidence::weekly(&[40; 20]);
    series.push(Incidence::new(85, 2.0));
    assert!(spikes(&series, &Watch::default()).is_empty());
    series[20].exposure = 1.0;
    assert_eq!(spikes(&series, &Watch::default()).len(), 1);
}

#[test]
fn a_steady_process_raises_fewer_than_one_false_alarm_in_a_hundred_touchpoint_years() {
    let mut random = Random::seeded(2_025);
    let (mut worst, mut report) = (0.0f64, String::new());
    for (mean, length) in [
        (0.1, 104),
        (0.5, 104),
        (2.0, 40),
        (2.0, 104),
        (8.0, 104),
        (30.0, 104),
        (1.0, 520),
        (5.0, 520),
    ] {
        let (mut spiked, mut drifted, mut weeks) = (0, 0, 0);
        for _ in 0..120_000 / length {
            let series = steady(&mut random, mean, length);
            let alarms = watch(&series, &Watch::default()).unwrap();
            spiked += alarms.spikes.len();
            drifted += alarms.drifts.len();
            weeks += alarms.judged;
        }
        let years = weeks as f64 / 52.0;
        let rate = 100.0 * (spiked + drifted) as f64 / years;
        let _ = writeln!(
            report,
            "{mean} a week, {length} weeks: {spiked} spikes, {drifted} drifts in {years:.0} touchpoint-years = {rate:.2} in 100"
        );
        worst = worst.max(rate);
    }
    println!("{report}");
    assert!(worst < 1.0, "{report}");
}

#[test]
fn a_slow_doubling_is_found_as_a_drift_and_not_taken_for_spikes() {
    let mut random = Random::seeded(11);
    let mut found = 0;
    for _ in 0..200 {
        let mut series = steady(&mut random, 5.0, 40);
        series.extend((0..12).map(|_| Incidence::new(random.poisson(10.0), 1.0)));
        let alarms = watch(&series, &Watch::default()).unwrap();
        let late = alarms
            .drifts
            .iter()
            .filter(|drift| drift.to >= 40 && drift.from >= 30);
        found += usize::from(late.count() > 0);
    }
    assert!(found > 170, "found {found} of 200");
}

#[test]
fn a_lasting_new_level_is_the_usual_one_after_a_while() {
    let events = [vec![10; 30], vec![60; 60]].concat();
    let alarms = watch(&Incidence::weekly(&events), &Watch::default()).unwrap();
    assert!(alarms.spikes.first().is_some_and(|spike| spike.week == 30));
    assert!(alarms.spikes.iter().all(|spike| spike.week < 60));
    assert!(alarms.unjudged > 8);
}

#[test]
fn a_series_that_bears_no_judgement_says_why() {
    let said = |series: &[Incidence]| watch(series, &Watch::default());
    assert_eq!(said(&[]), Err(Unsaid::NoExposure));
    assert_eq!(said(&[Incidence::new(3, 0.0)]), Err(Unsaid::NoExposure));
    let short = said(&Incidence::weekly(&[3; 8]));
    assert_eq!(short, Err(Unsaid::TooFewWeeks { of: 7, least: 8 }));
    let odd = said(&[Incidence::new(3, f64::NAN)]);
    assert!(matches!(odd, Err(Unsaid::NotANumber { .. })));
}
