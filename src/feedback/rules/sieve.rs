//! Finds phrases of four bytes and more: a sieve over every four bytes of the text lets next to none
//! through, and an automaton that starts where the sieve says tells what they are.

use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;

/// The shortest phrase it can look for, in bytes.
pub(super) const SHORTEST: usize = 4;

/// How many bits of a key's hash the sieve tells apart: 2^17 bits are 16 KiB, half a core's first cache.
const BITS: u32 = 17;

/// A sieve and its automaton.
#[derive(Debug)]
pub(super) struct Sieve {
    /// One bit for each hash of the first four bytes of a phrase.
    bits: Vec<u64>,
    automaton: NFA,
    lengths: Vec<usize>,
}

impl Sieve {
    /// Looks for phrases in lower case, each of [`SHORTEST`] bytes or more. `None` when there are none,
    /// or more than an automaton can hold.
    pub(super) fn new(phrases: &[&str]) -> Option<Self> {
        if phrases.is_empty() {
            return None;
        }
        let mut bits = vec![0; 1 << (BITS - 6)];
        for phrase in phrases {
            let first = phrase.as_bytes().first_chunk::<SHORTEST>()?;
            let place = place_of(*first);
            bits[place >> 6] |= 1 << (place & 63);
        }
        let automaton = NFA::builder()
            .ascii_case_insensitive(true)
            .build(phrases)
            .ok()?;
        Some(Self {
            bits,
            automaton,
            lengths: phrases.iter().map(|phrase| phrase.len()).collect(),
        })
    }

    /// Calls `met` with every phrase in the text and where it begins and ends.
    #[inline]
    pub(super) fn find(&self, text: &[u8], met: &mut dyn FnMut(usize, usize, usize)) {
        let bits = self.bits.as_slice();
        for (start, first) in text.windows(SHORTEST).enumerate() {
            let &[a, b, c, d] = first else {
                return;
            };
            let place = place_of([a, b, c, d]);
            let word = bits.get(place >> 6).copied().unwrap_or_default();
            if word >> (place & 63) & 1 == 1 {
                self.look(text, start, met);
            }
        }
    }

    /// Finds the phrases that begin at a place.
    #[cold]
    fn look(&self, text: &[u8], start: usize, met: &mut dyn FnMut(usize, usize, usize)) {
        let automaton = &self.automaton;
        let Ok(mut state) = automaton.start_state(Anchored::Yes) else {
            return;
        };
        for (place, &byte) in text.iter().enumerate().skip(start) {
            state = automaton.next_state(Anchored::Yes, state, byte);
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
fn place_of(first: [u8; SHORTEST]) -> usize {
    let key = u32::from_le_bytes(first) | 0x2020_2020;
    (key.wrapping_mul(0x9e37_79b1) >> (32 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_end_of_a_text_is_searched_too() {
        let sieve = Sieve::new(&["refund"]).unwrap();
        let mut found = Vec::new();
        sieve.find(b"refun REFUND", &mut |phrase, start, end| {
            found.push((phrase, start, end))
        });
        assert_eq!(found, [(0, 6, 12)]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn every_phrase_is_found_wherever_it_stands(
            phrases in prop::collection::btree_set("[abé]{4,7}", 1..12),
            text in "[abABé ]{0,60}",
        ) {
            let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
            let lower = text.to_ascii_lowercase();
            let mut expected = Vec::new();
            for (number, phrase) in phrases.iter().enumerate() {
                for start in 0..lower.len() {
                    if lower.as_bytes()[start..].starts_with(phrase.as_bytes()) {
                        expected.push((number, start, start + phrase.len()));
                    }
                }
            }
            let mut found = Vec::new();
            Sieve::new(&phrases).unwrap().find(text.as_bytes(), &mut |a, b, c| found.push((a, b, c)));
            found.sort_unstable();
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }
}
