//! Random entries, packed whole and in parts, found again and added up over any days.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

const KINDS: [Kind; 4] = [(0, 0, 0), (0, 0, 2), (0, 1, 0), (1, 0, 1)];

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let day = prop_oneof![9 => 0..30_i32, 1 => Just(UNDATED)];
    let count = prop_oneof![9 => 0..9_u64, 1 => (1_u64 << 32) - 2..1 << 33];
    prop::collection::vec((0..5_u32, day, 0..4_u32, count), 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn what_was_packed_is_found_again_and_adds_up_over_any_days(
        mut lines in lines(), sort in any::<bool>(), first in -1..31_i32, length in 0..31_i32, open in any::<bool>(),
    ) {
        let mut expected = BTreeMap::new();
        for &(touchpoint, day, kind, count) in &lines {
            *expected.entry((touchpoint, day, kind)).or_insert(0) += count;
        }
        if sort {
            lines.sort_unstable();
        }
        let ledger = Ledger::of(4, KINDS.to_vec(), |put| lines.iter().for_each(|line| put(*line)), 0);
        let found: Vec<_> = ledger.entries().map(|entry| (entry.key(), entry.count)).collect();
        let entries = expected.iter().map(|(&(touchpoint, day, kind), &count)| {
            let (source, segment, reading) = KINDS[kind as usize];
            ((touchpoint, day, source, segment, reading), count)
        });
        prop_assert_eq!(found, entries.collect::<Vec<_>>());
        let (first, last) = if open { (i32::MIN, i32::MAX) } else { (first, first + length) };
        let mut room = Sums::default();
        for touchpoint in 0..5_u32 {
            let mut sums = BTreeMap::new();
            for (&(other, day, kind), &count) in &expected {
                if other == touchpoint && (first..=last).contains(&day) && count > 0 {
                    *sums.entry(KINDS[kind as usize]).or_insert(0) += count;
                }
            }
            let found: Vec<_> = ledger.sums(touchpoint as usize, (first, last), &mut room).collect();
            prop_assert_eq!(found, sums.into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn ledgers_of_some_touchpoints_each_join_to_the_ledger_of_all(mut lines in lines(), cut in 0..=5_u32) {
        lines.sort_unstable();
        let part = |from: u32, to: u32| {
            let within = lines.iter().filter(|line| (from..to).contains(&line.0));
            let moved = within.map(|&(touchpoint, day, kind, count)| (touchpoint - from, day, kind, count));
            Ledger::of((to - from) as usize, KINDS.to_vec(), |put| moved.for_each(put), 0)
        };
        let joined = Ledger::joined(KINDS.to_vec(), vec![part(0, cut), part(cut, 5)]);
        prop_assert_eq!(joined, part(0, 5));
    }
}
