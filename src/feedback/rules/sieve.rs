//! Finds phrases wherever they stand: a sieve over the text lets next to no place through, and only what begins there
//! is compared.
//!
//! The sieve looks at four bytes at a time and, where all phrases are long enough, at every fourth place
//! only: a phrase of seven bytes or more covers such a place with four of its bytes wherever it begins.

use super::begun::{Begun, Met, eight_at};
use super::known::{Known, place_of, size_for};

/// How many bytes the sieve looks at.
const KEY: usize = 4;

/// The shortest phrase it can look for, in bytes.
pub(super) const SHORTEST: usize = KEY;

/// The shortest phrase for which every fourth place is enough, in bytes.
pub(super) const LONG: usize = KEY + MOST_STRIDE - 1;

const MOST_STRIDE: usize = 4;

/// How many places there are for the distances of each key, which are looked at behind the sieve.
const PLACES_A_KEY: usize = 8;

/// A sieve and the phrases behind it.
#[derive(Debug)]
pub(super) struct Sieve {
    /// The four bytes that stand in phrases.
    keys: Known,
    /// How far into a phrase each hash of them stands, one bit for each distance.
    distances: Vec<u8>,
    size: u32,
    /// The phrases by their first [`LONG`] bytes, where every fourth place is looked at: keeps words that share four
    /// bytes with a phrase from the automaton, and finds most phrases without it, as its tables do not stay in a
    /// core's own cache.
    begun: Begun,
    stride: usize,
}

impl Sieve {
    /// Looks for phrases in lower case, each of [`SHORTEST`] bytes or more. `None` when there are none,
    /// or more than an automaton can hold.
    pub(super) fn new(phrases: &[&str]) -> Option<Self> {
        let shortest = phrases.iter().map(|phrase| phrase.len()).min()?;
        let stride = if shortest >= LONG { MOST_STRIDE } else { 1 };
        let each = || {
            let keys = phrases.iter().map(|phrase| windows(phrase.as_bytes()));
            keys.flat_map(|keys| keys.take(stride).enumerate())
        };
        let size = size_for(PLACES_A_KEY * each().count());
        let mut distances = vec![0; 1 << size];
        for (distance, key) in each() {
            distances[place_of(key, size)] |= 1 << distance;
        }
        let begun = Begun::new(phrases, |phrase| beginning_of(phrase.as_bytes(), 0))?;
        Some(Self {
            keys: Known::of(each().map(|(_, key)| key)),
            distances,
            size,
            begun,
            stride,
        })
    }

    /// Calls `met` with every phrase in the text and where it begins and ends.
    #[inline]
    pub(super) fn find(&self, text: &[u8], met: Met<'_>) {
        if self.stride == 1 {
            for (place, key) in windows(text).enumerate() {
                if let Some(distances) = self.distances_of(key) {
                    self.look(text, place, distances, met);
                }
            }
        } else {
            let (keys, _) = text.as_chunks();
            for (turn, &key) in keys.iter().enumerate() {
                if let Some(distances) = self.distances_of(lowered(key)) {
                    self.look(text, turn * MOST_STRIDE, distances, met);
                }
            }
        }
    }

    #[inline]
    fn distances_of(&self, key: u64) -> Option<u8> {
        if !self.keys.may_have(key) {
            return None;
        }
        self.distances.get(place_of(key, self.size)).copied()
    }

    /// Finds the phrases that begin at one of some distances before a place.
    #[inline(never)]
    fn look(&self, text: &[u8], place: usize, mut distances: u8, met: Met<'_>) {
        while distances != 0 {
            let distance = distances.trailing_zeros() as usize;
            distances &= distances - 1;
            let Some(start) = place.checked_sub(distance) else {
                return;
            };
            if self.stride == 1 {
                self.begun.walk(text, start, met);
            } else {
                let beginning = beginning_of(text, start);
                self.begun.find(text, start, beginning, met);
            }
        }
    }
}

/// The first [`LONG`] bytes at `start`, letters of either case alike.
#[inline]
fn beginning_of(text: &[u8], start: usize) -> u64 {
    eight_at(text, start) << 8
}

/// The keys that begin at each place of a text.
#[inline]
fn windows(text: &[u8]) -> impl Iterator<Item = u64> + Clone {
    let keys = text.windows(KEY);
    keys.filter_map(|key| key.first_chunk().copied().map(lowered))
}

/// A key of four bytes, letters of either case alike.
#[inline]
fn lowered(key: [u8; KEY]) -> u64 {
    u64::from(u32::from_le_bytes(key) | 0x2020_2020)
}

#[cfg(test)]
mod tests {
    use super::super::begun::tests::{gathered, places};
    use super::*;
    use proptest::prelude::*;

    fn found(phrases: &[&str], text: &str) -> Vec<(usize, usize, usize)> {
        let sieve = Sieve::new(phrases).unwrap();
        gathered(|met| sieve.find(text.as_bytes(), met))
    }

    #[test]
    fn the_end_of_a_text_is_searched_too() {
        assert_eq!(found(&["refund"], "refun REFUND"), [(0, 6, 12)]);
        assert_eq!(found(&["refunds"], "refun REFUNDS"), [(0, 6, 13)]);
    }

    #[test]
    fn many_phrases_are_found_as_well_as_few() {
        let phrases: Vec<String> = (0..4_000).map(|n| format!("phrase {n:04}")).collect();
        let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
        assert_eq!(found(&phrases, "no PHRASE 3999 here"), [(3_999, 3, 14)]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn every_phrase_is_found_wherever_it_stands(
            short in prop::collection::btree_set("[abé]{4,7}", 1..12),
            long in prop::collection::btree_set("[abé]{7,9}", 1..12),
            text in "[abABé ]{0,60}",
        ) {
            for phrases in [short, long] {
                let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
                prop_assert_eq!(found(&phrases, &text), places(&phrases, &text));
            }
        }
    }
}
