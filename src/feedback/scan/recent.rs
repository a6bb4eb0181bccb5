//! Remembers what short cells came to: most columns say the same few things over and over.

/// How long a cell may be to be remembered, in bytes.
const LONGEST: usize = 32;

/// A short cell as numbers that are compared at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    words: [u64; 4],
    length: u64,
}

impl Key {
    /// The key of a cell; `None` when it is too long.
    #[inline]
    pub(crate) fn of(cell: &str) -> Option<Self> {
        let cell = cell.as_bytes();
        let mut words = [0; 4];
        match (cell.first_chunk(), cell.last_chunk()) {
            (Some(first), Some(last)) if cell.len() <= LONGEST => {
                [words[0], words[1]] = halves(first);
                [words[2], words[3]] = halves(last);
            }
            (None, _) => [words[0], words[1]] = ends(cell),
            _ => return None,
        }
        Some(Self {
            words,
            length: cell.len() as u64,
        })
    }

    #[inline]
    fn hash(&self) -> u64 {
        let [a, b, c, d] = self.words;
        let mixed = (a ^ b.rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
            ^ (c ^ d.rotate_left(41)).wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
        (mixed ^ self.length).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

#[inline]
fn halves(sixteen: &[u8; 16]) -> [u64; 2] {
    let sixteen = u128::from_le_bytes(*sixteen);
    [sixteen as u64, (sixteen >> 64) as u64]
}

/// All bytes of a text shorter than sixteen, in pieces of known size that overlap.
#[inline]
fn ends(text: &[u8]) -> [u64; 2] {
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        return [u64::from_le_bytes(*first), u64::from_le_bytes(*last)];
    }
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return [u64::from(first), u64::from(last)];
    }
    match *text {
        [] => [0, 0],
        [first, .., last] => [
            u64::from_le_bytes([first, text[text.len() / 2], last, 0, 0, 0, 0, 0]),
            0,
        ],
        [one] => [u64::from(one), 0],
    }
}

/// What the latest cells came to, each in the one place it may have.
#[derive(Clone, Debug)]
pub(crate) struct Recent<V> {
    places: Vec<Option<(Key, V)>>,
    shift: u32,
}

impl<V: Copy> Default for Recent<V> {
    /// Room for some hundred cells: a table that does not stay in a core's first cache costs more than it saves.
    fn default() -> Self {
        Self::new(8)
    }
}

impl<V: Copy> Recent<V> {
    /// Room for two to the power of `bits` cells.
    pub(crate) fn new(bits: u32) -> Self {
        Self {
            places: vec![None; 1 << bits],
            shift: u64::BITS - bits,
        }
    }

    /// What a cell came to, if that is remembered.
    #[inline]
    pub(crate) fn find(&self, key: &Key) -> Option<V> {
        match self.places.get((key.hash() >> self.shift) as usize) {
            Some(Some((known, value))) if known == key => Some(*value),
            _ => None,
        }
    }

    /// Remembers what a cell comes to, and forgets another one for it.
    pub(crate) fn keep(&mut self, key: Key, value: V) {
        if let Some(place) = self.places.get_mut((key.hash() >> self.shift) as usize) {
            *place = Some((key, value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    #[test]
    fn cells_that_differ_in_one_byte_or_their_length_have_different_keys() {
        let mut keys = HashMap::new();
        for length in 0..=LONGEST {
            let plain = "a".repeat(length);
            keys.insert(format!("{:?}", Key::of(&plain)), plain.clone());
            for place in 0..length {
                let mut other = plain.clone();
                other.replace_range(place..=place, "b");
                keys.insert(format!("{:?}", Key::of(&other)), other);
            }
        }
        assert_eq!(
            keys.len(),
            (0..=LONGEST).map(|length| length + 1).sum::<usize>()
        );
        assert_eq!(Key::of(&"a".repeat(LONGEST + 1)), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn what_is_found_is_what_was_kept(cells in prop::collection::vec("[ab]{0,5}|[a-c]{7,9}|[ab]{14,18}|[ab]{30,34}", 0..200)) {
            let mut recent = Recent::new(4);
            let mut kept = HashMap::new();
            for (number, cell) in cells.iter().enumerate() {
                let Some(key) = Key::of(cell) else {
                    prop_assert!(cell.len() > LONGEST);
                    continue;
                };
                if let Some(found) = recent.find(&key) {
                    prop_assert_eq!(Some(&found), kept.get(cell));
                }
                recent.keep(key, number);
                prop_assert_eq!(recent.find(&key), Some(number));
                kept.insert(cell.clone(), number);
            }
        }
    }
}
