//! No measure ever says NaN or infinity, whatever it is given: nothing at all, all alike, exposures below
//! the events, shares above 1.

use super::drivers::{Bootstrap, Missing, Survey, drivers, quadrants};
use super::flow::{
    ComplaintRate, Flow, Step, Ways, expected_complaints, likely_paths, most_painful, savings,
};
use super::trend::{UChart, Watch, growing_words, watch};
use super::*;
use crate::feedback::Better;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Counts from none to millions, zero and one often.
fn count() -> impl Strategy<Value = u64> {
    prop_oneof![3 => Just(0), 1 => Just(1), 6 => 0..60u64, 1 => 0..3_000_000u64]
}

/// Any number at all, the awkward ones often.
fn any_number() -> impl Strategy<Value = f64> {
    let awkward = [
        0.0,
        -0.0,
        -1.0,
        1.0,
        1e-308,
        1e300,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
    ];
    prop_oneof![2 => prop::sample::select(awkward.to_vec()), 5 => 0.0..2_000.0f64, 1 => any::<f64>()]
}

fn incidence() -> impl Strategy<Value = Incidence> {
    (count(), any_number()).prop_map(|(events, exposure)| Incidence::new(events, exposure))
}

fn finite(numbers: &[f64]) {
    assert!(
        numbers.iter().all(|number| number.is_finite()),
        "{numbers:?}"
    );
}

fn ends(interval: Interval) {
    finite(&[interval.low, interval.high]);
    assert!(interval.low <= interval.high, "{interval:?}");
}

/// A reason is a clause that can be read aloud.
fn reason(unsaid: &Unsaid) {
    let sentence = unsaid.sentence();
    assert!(
        sentence.starts_with("cannot be said, because "),
        "{sentence}"
    );
    assert!(
        !sentence.ends_with('.') && !sentence.contains("NaN"),
        "{sentence}"
    );
}

fn counts() -> impl Strategy<Value = Counts> {
    let four = (count(), count(), count(), count());
    four.prop_map(|(complaints, neutral, praise, unscored)| Counts {
        complaints,
        neutral,
        praise,
        unscored,
    })
}

fn step() -> impl Strategy<Value = Step> {
    let share = prop_oneof![
        3 => Just(None),
        1 => Just(Some(0.0)),
        2 => Just(Some(1.0)),
        4 => (0.0..0.6f64).prop_map(Some),
        1 => any_number().prop_map(Some)
    ];
    (prop::option::weighted(0.9, 0..7usize), share).prop_map(|(to, share)| Step { to, share })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn rates_shares_and_comparisons_are_finite_or_have_a_reason(
        (one, other, so_far) in (incidence(), incidence(), any_number())
    ) {
        match contact_rate(&one) {
            Ok(rate) => { finite(&[rate.per_thousand]); ends(rate.interval); }
            Err(unsaid) => reason(&unsaid),
        }
        match before_after(&one, &other) {
            Ok(said) => {
                finite(&[said.p_better, said.p_worse]);
                match said.ratio {
                    Ok(ratio) => { finite(&[ratio.value]); ends(ratio.interval); }
                    Err(unsaid) => reason(&unsaid),
                }
            }
            Err(unsaid) => reason(&unsaid),
        }
        if one.events < 5_000 {
            match weeks_to_show_halving(&one, so_far, other.exposure) {
                Ok(weeks) => assert!(weeks <= 520),
                Err(unsaid) => reason(&unsaid),
            }
        }
    }

    #[test]
    fn churn_is_finite_or_has_a_reason((a, b, c, d) in (count(), count(), count(), count())) {
        match churn_lift(&Group { lost: a, of: b }, &Group { lost: c, of: d }) {
            Ok(lift) => {
                ends(lift.interval);
                assert!(lift.interval.holds(lift.difference));
                match lift.ratio {
                    Ok(ratio) => { finite(&[ratio.value]); ends(ratio.interval); }
                    Err(unsaid) => reason(&unsaid),
                }
            }
            Err(unsaid) => reason(&unsaid),
        }
    }

    #[test]
    fn severities_and_gaps_are_finite_or_have_a_reason(
        counts in counts(),
        numbers in prop::collection::vec(any_number(), 0..9),
        typical in any_number(),
    ) {
        let mut severity = Severity::default();
        for number in &numbers {
            severity.add(*number);
        }
        match friction_weighted(&counts, &severity, typical, 3) {
            Ok(friction) => { finite(&[friction.value, friction.share]); ends(friction.interval); }
            Err(unsaid) => reason(&unsaid),
        }
        match pain(&counts, &severity) {
            Ok(pain) => finite(&[pain.severity]),
            Err(unsaid) => reason(&unsaid),
        }
        match pain_shares(&numbers) {
            Ok(shares) => shares.iter().for_each(|share| finite(&[share.share, share.together])),
            Err(unsaid) => reason(&unsaid),
        }
        match gap(typical, None, numbers.first().copied().unwrap_or(0.0), Better::Low) {
            Ok(gap) => finite(&[gap.value]),
            Err(unsaid) => reason(&unsaid),
        }
        let _ = severity.mean().map(|mean| finite(&[mean]));
    }

    #[test]
    fn segments_are_finite(grid in prop::collection::vec(prop::collection::vec(counts(), 0..4), 0..4)) {
        for cell in segment_grid(&grid, 0) {
            finite(&[cell.share, cell.others, cell.p, cell.q]);
            ends(cell.interval);
            assert!((0.0..=1.0).contains(&cell.p) && cell.p <= cell.q && cell.q <= 1.0);
        }
    }

    #[test]
    fn a_watch_is_finite_or_has_a_reason(series in prop::collection::vec(incidence(), 0..40)) {
        match watch(&series, &Watch::default()) {
            Ok(alarms) => {
                for spike in alarms.spikes {
                    finite(&[spike.expected, spike.limit, spike.tail]);
                }
                for drift in alarms.drifts {
                    finite(&[drift.expected, drift.evidence]);
                }
                assert_eq!(alarms.judged + alarms.unjudged, series.len());
            }
            Err(unsaid) => reason(&unsaid),
        }
        match UChart::of(&series) {
            Ok(chart) => finite(&[chart.mean()]),
            Err(unsaid) => reason(&unsaid),
        }
    }

    #[test]
    fn words_are_finite(now in prop::collection::vec(count(), 0..6), before in prop::collection::vec(count(), 0..6)) {
        let words = |counts: Vec<u64>| -> BTreeMap<String, u64> {
            counts.into_iter().enumerate().map(|(at, count)| (at.to_string(), count)).collect()
        };
        for growth in growing_words(&words(now), &words(before), 9) {
            finite(&[growth.g2, growth.p, growth.times.unwrap_or(0.0)]);
        }
    }

    #[test]
    fn a_flow_is_finite_or_has_a_reason(
        steps in prop::collection::vec(prop::collection::vec(step(), 0..4), 0..8),
        goals in prop::collection::vec(0..8usize, 0..3),
        rates in prop::collection::vec(0.0..1.0f64, 8),
    ) {
        let ways = Ways { start: Some(0), goals, steps };
        if let Err(unsaid) = ways.choke_points() {
            reason(&unsaid);
        }
        let flow = match Flow::of(&ways) {
            Ok(flow) => flow,
            Err(unsaid) => return { reason(&unsaid); Ok(()) },
        };
        let rates: Vec<_> = rates[..ways.steps.len()].iter().map(|value| Some(ComplaintRate {
            value: *value,
            interval: Interval { low: value / 2.0, high: 1.0 },
        })).collect();
        match flow.passage() {
            Ok(passage) => {
                finite(&passage.visits);
                let all = passage.goal + passage.leaving + passage.elsewhere;
                assert!((all - 1.0).abs() < 1e-9, "{all}");
                finite(&[expected_complaints(&passage, &rates).unwrap().per_thousand]);
                for saving in savings(&flow, &rates).unwrap() {
                    finite(&[saving.per_thousand]);
                    ends(saving.range);
                    assert!(saving.range.holds(saving.per_thousand), "{saving:?}");
                }
                for around in flow.loops(&ways, &passage) {
                    match around.rounds {
                        Ok(rounds) => finite(&[rounds]),
                        Err(unsaid) => reason(&unsaid),
                    }
                }
            }
            Err(unsaid) => reason(&unsaid),
        }
        match likely_paths(&flow, 5, 0.1) {
            Ok(paths) => {
                let pain = most_painful(&paths, &rates);
                assert!(pain.is_some_and(|(_, pain)| pain.is_finite()));
                for pair in paths.windows(2) {
                    assert!(pair[0].probability >= pair[1].probability - 1e-12);
                }
            }
            Err(unsaid) => reason(&unsaid),
        }
    }

    #[test]
    fn drivers_are_finite_or_have_a_reason(
        rows in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.8, 0..3u8), 4), 0..40),
        pairwise in any::<bool>(),
    ) {
        let column = |at: usize| rows.iter().map(|row| row[at].map(f64::from)).collect();
        let survey = Survey { overall: column(3), ratings: (0..3).map(column).collect() };
        let missing = if pairwise { Missing::Pairwise } else { Missing::Listwise };
        match drivers(&survey, 2, missing, &Bootstrap { rounds: 9, seed: 4 }) {
            Ok(found) => {
                finite(&[found.explained]);
                for driver in &found.drivers {
                    finite(&[driver.correlation, driver.importance, driver.performance]);
                    if let Some(interval) = driver.interval {
                        ends(interval);
                    }
                }
                found.unsaid.iter().for_each(|(_, unsaid)| reason(unsaid));
                let points: Vec<_> = found.drivers.iter().map(|d| (d.importance, d.performance)).collect();
                assert_eq!(quadrants(&points).unwrap().len(), points.len());
            }
            Err(unsaid) => reason(&unsaid),
        }
    }
}
