//! Finds phrases: a sieve over the text lets next to no place through, and an automaton that starts where
//! the sieve says tells which phrases stand there.
//!
//! The sieve looks at four bytes at a time and, where all phrases are long enough, at every fourth place
//! only: a phrase of seven bytes or more covers such a place with four of its bytes wherever it begins.

use crate::feedback::scan::FastMap;
use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;

/// How many bytes the sieve looks at.
const KEY: usize = 4;

/// The shortest phrase it can look for, in bytes.
pub(super) const SHORTEST: usize = KEY;

/// The shortest phrase for which every fourth place is enough, in bytes.
pub(super) const LONG: usize = KEY + MOST_STRIDE - 1;

const MOST_STRIDE: usize = 4;

/// How many bits of a key's hash the sieve tells apart: as many bits as 8 KiB have, which stay in a core's
/// first cache.
const BITS: u32 = 16;

/// How many bits of it the distances are told apart by.
const DISTANCE_BITS: u32 = 15;

/// How many bits of the hash of a beginning are told apart: 8 KiB of them.
const BEGINNING_BITS: u32 = 16;

/// How many phrases of one beginning are compared one by one.
const FEW: usize = 8;

/// A sieve and its automaton.
#[derive(Debug)]
pub(super) struct Sieve {
    /// For each hash of four bytes: whether they stand in a phrase, one bit.
    keys: Vec<u64>,
    /// The same, more coarsely: how far into a phrase they stand, one bit for each distance.
    distances: Vec<u8>,
    /// For each hash of a phrase's first [`LONG`] bytes: one bit. Where every fourth place is looked at,
    /// this keeps words that share four bytes with a phrase from the automaton.
    beginnings: Vec<u64>,
    /// The phrases of each beginning, where they are few enough to be compared one by one.
    few: FastMap<u64, Vec<u32>>,
    phrases: Vec<String>,
    stride: usize,
    /// Small enough to stay near the core: a table of all states would be faster only if it did.
    automaton: NFA,
    lengths: Vec<usize>,
}

impl Sieve {
    /// Looks for phrases in lower case, each of [`SHORTEST`] bytes or more. `None` when there are none,
    /// or more than an automaton can hold.
    pub(super) fn new(phrases: &[&str]) -> Option<Self> {
        let shortest = phrases.iter().map(|phrase| phrase.len()).min()?;
        let stride = if shortest >= LONG { MOST_STRIDE } else { 1 };
        let mut keys = vec![0; (1 << BITS) / 64];
        let mut distances = vec![0; 1 << DISTANCE_BITS];
        for phrase in phrases {
            for (distance, key) in phrase.as_bytes().windows(KEY).take(stride).enumerate() {
                let place = place_of(key);
                keys[place / 64] |= 1 << (place % 64);
                distances[place >> (BITS - DISTANCE_BITS)] |= 1 << distance;
            }
        }
        let mut beginnings = vec![0; (1 << BEGINNING_BITS) / 64];
        let mut few: FastMap<u64, Vec<u32>> = FastMap::default();
        for (number, phrase) in phrases.iter().enumerate().filter(|_| stride > 1) {
            let beginning = beginning_of(phrase.as_bytes(), 0);
            let (word, bit) = bit_of(beginning);
            beginnings[word] |= bit;
            few.entry(beginning).or_default().push(number as u32);
        }
        few.retain(|_, numbers| numbers.len() <= FEW);
        let mut builder = NFA::builder();
        let automaton = builder.ascii_case_insensitive(true).build(phrases).ok()?;
        Some(Self {
            keys,
            distances,
            beginnings,
            few,
            phrases: phrases.iter().map(|&phrase| phrase.to_owned()).collect(),
            stride,
            automaton,
            lengths: phrases.iter().map(|phrase| phrase.len()).collect(),
        })
    }

    /// Calls `met` with every phrase in the text and where it begins and ends.
    #[inline]
    pub(super) fn find(&self, text: &[u8], met: &mut dyn FnMut(usize, usize, usize)) {
        if self.stride == 1 {
            for (place, key) in text.windows(KEY).enumerate() {
                if let Some(distances) = self.distances_of(key) {
                    self.look(text, place, distances, met);
                }
            }
        } else {
            for (turn, key) in text.chunks_exact(MOST_STRIDE).enumerate() {
                if let Some(distances) = self.distances_of(key) {
                    self.look(text, turn * MOST_STRIDE, distances, met);
                }
            }
        }
    }

    #[inline]
    fn distances_of(&self, key: &[u8]) -> Option<u8> {
        let place = place_of(key);
        let known = self.keys.get(place / 64)? >> (place % 64) & 1;
        if known == 0 {
            return None;
        }
        let distances = self.distances.get(place >> (BITS - DISTANCE_BITS));
        distances.copied()
    }

    /// Finds the phrases that begin at one of some distances before a place.
    fn look(
        &self,
        text: &[u8],
        place: usize,
        mut distances: u8,
        met: &mut dyn FnMut(usize, usize, usize),
    ) {
        while distances != 0 {
            let distance = distances.trailing_zeros() as usize;
            distances &= distances - 1;
            let Some(start) = place.checked_sub(distance) else {
                return;
            };
            if self.stride > 1 {
                let beginning = beginning_of(text, start);
                let (word, bit) = bit_of(beginning);
                if self.beginnings[word] & bit == 0 {
                    continue;
                }
                if let Some(numbers) = self.few.get(&beginning) {
                    self.compare(numbers, text, start, met);
                    continue;
                }
            }
            self.walk(text, start, met);
        }
    }

    /// Compares a few phrases with what begins at a place: that stays in a core's own cache, where the
    /// automaton's tables do not.
    fn compare(
        &self,
        numbers: &[u32],
        text: &[u8],
        start: usize,
        met: &mut dyn FnMut(usize, usize, usize),
    ) {
        for &number in numbers {
            let number = number as usize;
            let phrase = self.phrases[number].as_bytes();
            let end = start + phrase.len();
            if (text.get(start..end)).is_some_and(|found| found.eq_ignore_ascii_case(phrase)) {
                met(number, start, end);
            }
        }
    }

    /// Finds the phrases that begin at a place.
    fn walk(&self, text: &[u8], start: usize, met: &mut dyn FnMut(usize, usize, usize)) {
        let automaton = &self.automaton;
        let Ok(mut state) = automaton.start_state(Anchored::Yes) else {
            return;
        };
        for (place, &byte) in text.iter().enumerate().skip(start) {
            state = automaton.next_state(Anchored::Yes, state, byte);
            if !automaton.is_special(state) {
                continue;
            }
            if automaton.is_dead(state) {
                return;
            }
            if automaton.is_match(state) {
                let end = place + 1;
                for index in 0..automaton.match_len(state) {
                    let phrase = automaton.match_pattern(state, index).as_usize();
                    // A state also names the phrases that end here and began later.
                    if self.lengths[phrase] == end - start {
                        met(phrase, start, end);
                    }
                }
            }
        }
    }
}

/// The first [`LONG`] bytes at `start`, letters of either case alike.
#[inline]
fn beginning_of(text: &[u8], start: usize) -> u64 {
    let rest = text.get(start..).unwrap_or_default();
    let eight = rest.first_chunk().copied().unwrap_or_else(|| {
        let mut eight = [0; 8];
        eight[..rest.len()].copy_from_slice(rest);
        eight
    });
    (u64::from_le_bytes(eight) | 0x2020_2020_2020_2020) << 8
}

/// The place of a beginning's bit.
#[inline]
fn bit_of(beginning: u64) -> (usize, u64) {
    let hash = beginning.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BEGINNING_BITS);
    ((hash / 64) as usize, 1 << (hash % 64))
}

/// The place of four bytes in the sieve, letters of either case alike.
#[inline]
fn place_of(key: &[u8]) -> usize {
    let &[a, b, c, d] = key else {
        return 0;
    };
    let key = u32::from_le_bytes([a, b, c, d]) | 0x2020_2020;
    (key.wrapping_mul(0x9e37_79b1) >> (32 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(phrases: &[&str], text: &str) -> Vec<(usize, usize, usize)> {
        let mut found = Vec::new();
        let sieve = Sieve::new(phrases).unwrap();
        sieve.find(text.as_bytes(), &mut |phrase, start, end| {
            found.push((phrase, start, end));
        });
        found.sort_unstable();
        found
    }

    fn expected(phrases: &[&str], text: &str) -> Vec<(usize, usize, usize)> {
        let lower = text.to_ascii_lowercase();
        let mut expected = Vec::new();
        for (number, phrase) in phrases.iter().enumerate() {
            for start in 0..lower.len() {
                if lower.as_bytes()[start..].starts_with(phrase.as_bytes()) {
                    expected.push((number, start, start + phrase.len()));
                }
            }
        }
        expected
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
                prop_assert_eq!(found(&phrases, &text), expected(&phrases, &text));
            }
        }
    }
}
