//! Finds where a day begins among entries in order of their days. Days are mostly as full as each other, so the
//! place is guessed from the first and the last, and few entries about it are read from memory.

/// How far from the guess is looked first, in entries: about as many as come from memory together.
const NEAR: usize = 8;

/// The place of the first of `length` entries that is on this day or a later one; `length` when none is.
/// The first and the last of them are on the days given; `day_of` says the day of an entry. Days must be in order.
pub(super) fn begin_of(
    day: i32,
    length: usize,
    (first, last): (i32, i32),
    day_of: impl Fn(usize) -> i32,
) -> usize {
    let Some(end) = length.checked_sub(1) else {
        return 0;
    };
    if day <= first {
        return 0;
    }
    if day > last {
        return length;
    }
    let passed = |to: i32| i64::from(to) - i64::from(first);
    // No later than the end, for the day is no later than the last.
    let guess = (i128::from(passed(day)) * end as i128 / i128::from(passed(last))) as usize;
    // What is before the day, and what is not: the place lies between, further and further from the guess.
    let (mut before, mut behind, mut step) = (0, end, NEAR);
    if day_of(guess) < day {
        before = guess;
        while before + step < behind {
            if day_of(before + step) >= day {
                behind = before + step;
                break;
            }
            (before, step) = (before + step, 2 * step);
        }
    } else {
        behind = guess;
        while before + step < behind {
            if day_of(behind - step) < day {
                before = behind - step;
                break;
            }
            (behind, step) = (behind - step, 2 * step);
        }
    }
    while behind - before > 1 {
        let middle = before.midpoint(behind);
        if day_of(middle) < day {
            before = middle;
        } else {
            behind = middle;
        }
    }
    behind
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(day: i32, days: &[i32]) -> usize {
        let ends = days
            .first()
            .zip(days.last())
            .map(|(first, last)| (*first, *last));
        begin_of(day, days.len(), ends.unwrap_or_default(), |place| {
            days[place]
        })
    }

    #[test]
    fn the_ends_of_all_days_there_can_be_are_found() {
        for days in [
            vec![],
            vec![i32::MIN],
            vec![i32::MIN, i32::MAX],
            vec![i32::MAX; 99],
        ] {
            for day in [i32::MIN, -1, 0, i32::MAX] {
                let expected = days.partition_point(|&other| other < day);
                assert_eq!(found(day, &days), expected, "{days:?}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn a_day_begins_where_searching_by_halves_says(
            mut days in prop::collection::vec(prop_oneof![4 => 0..40_i32, 1 => -900..900_i32], 0..300), day in -910..910_i32, near in -2..42_i32,
        ) {
            days.sort_unstable();
            for day in [day, near] {
                let expected = days.partition_point(|&other| other < day);
                prop_assert_eq!(found(day, &days), expected);
            }
        }
    }
}
