//! Counters against maps.

use super::*;
use crate::feedback::UNDATED;
use crate::feedback::ledger::Ledger;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn keys() -> impl Strategy<Value = Vec<(Key, u64)>> {
    let day = prop_oneof![
        8 => 19_000..19_900_i32,
        1 => -3_000_000..3_000_000_i32,
        1 => Just(UNDATED),
    ];
    let count = prop_oneof![9 => Just(1_u64), 1 => 0..u64::from(u8::MAX) * 3];
    prop::collection::vec(((0..70_u32, day, 0..200_u32), count), 0..200)
}

#[test]
fn counters_are_joined_whatever_their_cells_hold_and_wherever_their_days_begin() {
    let counter = |first: i32, counts: &[u64]| {
        let mut counter = Counter::new(4, 1 << 20);
        counter.add((0, first, 0), 1);
        for (touchpoint, &count) in (0..).zip(counts) {
            counter.add((touchpoint, 20_000, 1), count);
        }
        counter
    };
    for first in [20_000, 19_990, 20_300] {
        let mut joined = counter(20_000, &[200, 255, 0, 700]);
        joined.join(&counter(first, &[56, 255, 3, 511]));
        let mut found = BTreeMap::new();
        joined.each(|(touchpoint, ..), count| *found.entry(touchpoint).or_insert(0) += count);
        let expected = [(0, 258), (1, 510), (2, 3), (3, 1_211)];
        assert_eq!(found, BTreeMap::from(expected));
    }
}

#[test]
fn what_is_written_touchpoint_by_touchpoint_is_what_comes_in_lines() {
    // The second time more than a cell holds.
    for undated in [1, 1_000] {
        let mut counter = Counter::new(3, 1 << 20);
        for row in 0..900_u32 {
            counter.add((row % 3, 20_000 + (row * row % 37) as i32, row % 5), 1);
        }
        counter.add((1, UNDATED, 4), undated);
        let order = [4, 3, 2, 1, 0];
        let kinds: Vec<_> = (0..5).map(|kind| (0, 0, kind)).collect();
        let lengths: Vec<usize> = (0..3).map(|place| counter.len_of(place)).collect();
        let written = Ledger::filled(kinds.clone(), &lengths, |touchpoint, page| {
            counter.write(touchpoint, &order, page);
        });
        let lines = Ledger::of(3, kinds, 9, |put| {
            counter.each_in(&order, |(touchpoint, day, facet), count| {
                put((touchpoint, day, 4 - facet, count));
            });
        });
        assert_eq!(written, lines);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn counts_add_up_wherever_they_are_kept(first in keys(), second in keys(), bytes in 0..1_u64 << 22) {
        let mut expected = BTreeMap::new();
        let mut counters = [Counter::new(64, bytes), Counter::new(64, bytes)];
        for (counter, keys) in counters.iter_mut().zip([&first, &second]) {
            for &(key, count) in keys {
                *expected.entry(key).or_insert(0_u64) += count;
                if count == 1 {
                    counter.one(key);
                } else {
                    counter.add(key, count);
                }
            }
            counter.settle();
        }
        let [merged, other] = counters;
        expected.retain(|_, count| *count > 0);
        let (mut joined, mut wider) = (merged.clone(), merged);
        joined.join(&other);
        wider.merge(&other, |facet| facet);
        for whole in [joined, wider] {
            let mut found = BTreeMap::new();
            let mut calls = 0;
            whole.each(|key, count| {
                calls += 1;
                *found.entry(key).or_insert(0) += count;
            });
            prop_assert_eq!((calls, found.len()), (whole.len(), whole.len()));
            found.retain(|_, count| *count > 0);
            prop_assert_eq!(&found, &expected);
        }
    }
}
