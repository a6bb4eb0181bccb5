//! Remembers what short cells came to: most columns say the same few things over and over.

use crate::feedback::intake::{Row, Slot};
use std::ops::Range;

/// How long a cell may be to be remembered, in bytes.
const LONGEST: usize = 32;

/// For each length of a cell: which bits of the words it begins at are its own.
const MASKS: [[u64; LONGEST / 8]; LONGEST + 1] = {
    let mut masks = [[0; LONGEST / 8]; LONGEST + 1];
    let mut length = 0;
    while length <= LONGEST {
        let mut byte = 0;
        while byte < length {
            masks[length][byte / 8] |= 0xff << (byte % 8 * 8);
            byte += 1;
        }
        length += 1;
    }
    masks
};

/// A short cell as numbers that are compared at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    words: [u64; LONGEST / 8],
    length: u64,
}

impl Key {
    /// The key of a cell; `None` when it is too long, or quotes have to be taken off it.
    #[inline(always)]
    pub(crate) fn of(row: &Row<'_>, slot: Slot) -> Option<Self> {
        Self::within(row.text.as_bytes(), row.place(slot)?)
    }

    /// The key of a part of a text. What stands behind it is read as well, and taken off, which no length decides.
    #[inline(always)]
    fn within(text: &[u8], cell: Range<usize>) -> Option<Self> {
        let masks = MASKS.get(cell.len())?;
        let rest = text.get(cell.start..)?;
        let bytes = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut bytes = [0; LONGEST];
            bytes[..rest.len()].copy_from_slice(rest);
            bytes
        });
        let (words, _) = bytes.as_chunks();
        let word = |place: usize| u64::from_le_bytes(words[place]) & masks[place];
        Some(Self {
            words: [word(0), word(1), word(2), word(3)],
            length: cell.len() as u64,
        })
    }

    /// Whether two keys are of the same cell. Word by word: what was just written as words is not yet there to be read
    /// as more than that.
    #[inline(always)]
    fn is(&self, other: &Self) -> bool {
        let differ = |word: usize| self.words[word] ^ other.words[word];
        let lengths = self.length ^ other.length;
        differ(0) | differ(1) | differ(2) | differ(3) | lengths == 0
    }

    #[inline(always)]
    fn hash(&self) -> u64 {
        let [a, b, c, d] = self.words;
        let mixed = (a ^ b.rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
            ^ (c ^ d.rotate_left(41)).wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
        (mixed ^ self.length).wrapping_mul(0x9e37_79b9_7f4a_7c15)
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
    #[inline(always)]
    pub(crate) fn find(&self, key: &Key) -> Option<V> {
        match self.places.get((key.hash() >> self.shift) as usize) {
            Some(Some((known, value))) if known.is(key) => Some(*value),
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

    fn key(cell: &str) -> Option<Key> {
        Key::within(cell.as_bytes(), 0..cell.len())
    }

    #[test]
    fn a_key_is_of_its_cell_alone_wherever_that_stands_in_a_text() {
        for length in 0..=LONGEST {
            let cell = "a;b,".repeat(LONGEST)[..length].to_owned();
            for before in 0..3 {
                for behind in 0..2 * LONGEST {
                    let text = format!("{}{cell}{}", "x".repeat(before), "y".repeat(behind));
                    let within = Key::within(text.as_bytes(), before..before + length);
                    assert_eq!(within, key(&cell));
                }
            }
        }
    }

    #[test]
    fn cells_that_differ_in_one_byte_or_their_length_have_different_keys() {
        let mut keys = HashMap::new();
        for length in 0..=LONGEST {
            let plain = "a".repeat(length);
            keys.insert(format!("{:?}", key(&plain)), plain.clone());
            for place in 0..length {
                let mut other = plain.clone();
                other.replace_range(place..=place, "b");
                keys.insert(format!("{:?}", key(&other)), other);
            }
        }
        assert_eq!(
            keys.len(),
            (0..=LONGEST).map(|length| length + 1).sum::<usize>()
        );
        assert_eq!(key(&"a".repeat(LONGEST + 1)), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn what_is_found_is_what_was_kept(cells in prop::collection::vec("[ab]{0,5}|[a-c]{7,9}|[ab]{14,18}|[ab]{30,34}", 0..200)) {
            let mut recent = Recent::new(4);
            let mut kept = HashMap::new();
            for (number, cell) in cells.iter().enumerate() {
                let Some(key) = key(cell) else {
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
