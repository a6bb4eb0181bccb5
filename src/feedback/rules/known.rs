//! A set of numbers, one bit for each hash: most that are not in it are told by one look.

/// How many bits there are for each number: few enough to stay in a core's first cache, where texts and counts are as
/// well, and so many that next to no other number is taken for one of them.
const BITS_EACH: usize = 64;

/// How large the table may become however many numbers there are, as a power of two.
const MOST: u32 = 20;

/// Which numbers there may be.
#[derive(Debug)]
pub(super) struct Known {
    words: Vec<u64>,
    size: u32,
}

impl Known {
    /// The set of these numbers.
    pub(super) fn of(numbers: impl Iterator<Item = u64> + Clone) -> Self {
        let size = size_for(BITS_EACH * numbers.clone().count()).min(MOST);
        let mut words = vec![0; (1 << size) / 64];
        for number in numbers {
            let place = place_of(number, size);
            words[place / 64] |= 1 << (place % 64);
        }
        Self { words, size }
    }

    /// False when a number is not in the set.
    #[inline(always)]
    pub(super) fn may_have(&self, number: u64) -> bool {
        let place = place_of(number, self.size);
        let word = self.words.get(place / 64).copied().unwrap_or_default();
        word >> (place % 64) & 1 != 0
    }
}

/// The size of a table with so many places at least, as a power of two.
pub(super) fn size_for(places: usize) -> u32 {
    places.next_power_of_two().ilog2().max(6)
}

/// The place of a number in a table of two to the power of `size` places.
#[inline(always)]
pub(super) fn place_of(number: u64, size: u32) -> usize {
    (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - size)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_numbers_of_a_set_are_known_and_next_to_no_others() {
        for count in [0, 1, 150, 5_000] {
            let numbers = (0..count).map(|number: u64| number * number * 0x1_0001);
            let known = Known::of(numbers.clone());
            assert!(numbers.clone().all(|number| known.may_have(number)));
            let others = (1..10_000).map(|number: u64| number << 40 | 0x77);
            let taken = others.filter(|&other| known.may_have(other)).count();
            assert!(taken < 400, "{taken} of {count}");
        }
    }
}
