//! Finds phrases: a sieve over the text lets next to no place through, and an automaton that starts where
//! the sieve says tells which phrases stand there.
//!
//! The sieve looks at four bytes at a time and, where all phrases are long enough, at every fourth place
//! only: a phrase of seven bytes or more covers such a place with four of its bytes wherever it begins.

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

/// How many bits of a key's hash the sieve tells apart: 2^15 bytes are a core's first cache.
const BITS: u32 = 15;

/// A sieve and its automaton.
#[derive(Debug)]
pub(super) struct Sieve {
    /// For each hash of four bytes: how far into a phrase they stand, one bit for each distance.
    distances: Vec<u8>,
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
        let mut distances = vec![0; 1 << BITS];
        for phrase in phrases {
            for (distance, key) in phrase.as_bytes().windows(KEY).take(stride).enumerate() {
                distances[place_of(key)] |= 1 << distance;
            }
        }
        let mut builder = NFA::builder();
        let automaton = builder.ascii_case_insensitive(true).build(phrases).ok()?;
        Some(Self {
            distances,
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
                let distances = self.distances_of(key);
                if distances != 0 {
                    self.look(text, place, distances, met);
                }
            }
        } else {
            for (turn, key) in text.chunks_exact(MOST_STRIDE).enumerate() {
                let distances = self.distances_of(key);
                if distances != 0 {
                    self.look(text, turn * MOST_STRIDE, distances, met);
                }
            }
        }
    }

    #[inline]
    fn distances_of(&self, key: &[u8]) -> u8 {
        self.distances
            .get(place_of(key))
            .copied()
            .unwrap_or_default()
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
            if !self.may_begin(text, start) {
                continue;
            }
            self.walk(text, start, met);
        }
    }

    /// Whether every key that a phrase would have at a place is one that some phrase has there.
    #[inline]
    fn may_begin(&self, text: &[u8], start: usize) -> bool {
        let keys = text.get(start..).unwrap_or_default().windows(KEY);
        let mut keys = keys.take(self.stride).enumerate();
        keys.all(|(distance, key)| self.distances_of(key) >> distance & 1 == 1)
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
