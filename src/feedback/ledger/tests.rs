//! Random entries, packed whole and in parts, found again and added up over any days.

use super::packing::Line;
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
        let ledger = Ledger::of(4, KINDS.to_vec(), 9, |put| lines.iter().for_each(|line| put(*line)));
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
            let mut found = Vec::new();
            ledger.sums(touchpoint as usize, (first, last), &mut room, |kind, sum| found.push((kind, sum)));
            prop_assert_eq!(found, sums.into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn entries_packed_touchpoint_by_touchpoint_are_those_that_come_in_lines(mut lines in lines()) {
        lines.sort_unstable();
        lines.dedup_by_key(|line| (line.0, line.1, line.2));
        let of = |touchpoint: usize| lines.iter().filter(move |line| line.0 as usize == touchpoint);
        let lengths: Vec<usize> = (0..5).map(|touchpoint| of(touchpoint).count()).collect();
        let filled = Ledger::filled(KINDS.to_vec(), &lengths, |touchpoint, page| {
            of(touchpoint).for_each(|line| page.line(line.1, line.2, line.3));
        });
        let packed = Ledger::of(5, KINDS.to_vec(), 9, |put| lines.iter().for_each(|line| put(*line)));
        prop_assert_eq!(filled, packed);
    }
}
