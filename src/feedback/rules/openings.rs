//! Finds phrases that begin with a letter or a digit: they stand where a word begins, so that only there a text is
//! compared with anything.

use super::begun::{Begun, Met, eight_at, first_of_eight};
use super::blanks;
use super::known::Known;
use crate::feedback::stretch::{Stretch, each};
use fearless_simd::{Level, Simd, dispatch};

/// Phrases that begin with a letter or a digit, by their first bytes.
#[derive(Debug)]
pub(super) struct Openings {
    /// The beginnings.
    known: Known,
    /// Which of eight bytes the beginnings have.
    mask: u64,
    begun: Begun,
}

impl Openings {
    /// Whether a phrase stands only where a word begins.
    pub(super) fn suit(phrase: &str) -> bool {
        phrase.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_')
    }

    /// Looks for phrases in lower case that [`Openings::suit`]; `None` when there are none, or more than an automaton
    /// can hold. They are told apart by as many first bytes as all of them have, up to eight.
    pub(super) fn new(phrases: &[&str]) -> Option<Self> {
        let shortest = phrases.iter().map(|phrase| phrase.len()).min()?;
        let mask = first_of_eight(shortest);
        let beginning = |phrase: &str| eight_at(phrase.as_bytes(), 0) & mask;
        Some(Self {
            known: Known::of(phrases.iter().map(|&phrase| beginning(phrase))),
            mask,
            begun: Begun::new(phrases, beginning)?,
        })
    }

    /// Calls `met` with every phrase in the text that stands where a word begins; true when the text may have blanks
    /// that [`blanks::joined`] makes others of.
    #[inline]
    pub(super) fn find(&self, text: &[u8], met: Met<'_>) -> bool {
        dispatch!(Level::new(), simd => self.search(simd, text, met))
    }

    #[inline(always)]
    fn search<S: Simd>(&self, simd: S, text: &[u8], met: Met<'_>) -> bool {
        let mask = self.mask;
        // Whether the last byte of the stretch before is one of a word, or a blank.
        let (mut word, mut blank) = (0, 0);
        let mut uneven = 0;
        each(simd, text, |base, stretch, new| {
            uneven |= blanks::uneven(stretch, &mut blank) & new;
            let words = words_of(stretch);
            let mut starts = words & !(words << 1 | word) & new;
            word = words >> 63;
            while starts != 0 {
                let start = base + starts.trailing_zeros() as usize;
                starts &= starts - 1;
                let beginning = eight_at(text, start) & mask;
                if self.known.may_have(beginning) {
                    self.begun.find(text, start, beginning, met);
                }
            }
        });
        uneven != 0
    }
}

/// Which bytes are letters, digits or underscores of ASCII: of words in any case, and more than that of none.
#[inline(always)]
fn words_of<S: Simd>(stretch: Stretch<S>) -> u64 {
    let letters = stretch.within(b'a', b'z') | stretch.within(b'A', b'Z');
    (letters | stretch.within(b'0', b'9') | stretch.is(b'_')).bits()
}

#[cfg(test)]
mod tests {
    use super::super::begun::tests::{gathered, places};
    use super::*;
    use proptest::prelude::*;

    fn found(phrases: &[&str], text: &str) -> Vec<(usize, usize, usize)> {
        let openings = Openings::new(phrases).unwrap();
        gathered(|met| _ = openings.find(text.as_bytes(), met))
    }

    fn expected(phrases: &[&str], text: &str) -> Vec<(usize, usize, usize)> {
        let mut expected = places(phrases, text);
        expected.retain(|&(_, start, _)| {
            let before = start.checked_sub(1).map(|before| text.as_bytes()[before]);
            !before.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        });
        expected
    }

    #[test]
    fn phrases_are_found_where_words_begin_and_nowhere_else() {
        let phrases = ["late", "late again", "_x", "7 days"];
        let text = "LATE, too late again: later é7 days, chocolate 17 days (_X";
        let places: Vec<(usize, &str)> = found(&phrases, text)
            .into_iter()
            .map(|(phrase, start, end)| (phrase, &text[start..end]))
            .collect();
        assert_eq!(
            places,
            [
                (0, "LATE"),
                (0, "late"),
                (0, "late"),
                (1, "late again"),
                (2, "_X"),
                (3, "7 days")
            ]
        );
        assert!(Openings::suit("late") && !Openings::suit("é") && !Openings::suit("#5"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn every_phrase_is_found_wherever_a_word_begins_with_it(
            short in prop::collection::btree_set("[ab][ab é]{0,3}", 1..12),
            long in prop::collection::btree_set("[ab][ab é]{6,12}", 1..12),
            text in "[abABé -]{0,200}",
        ) {
            for phrases in [short, long] {
                let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
                prop_assert_eq!(found(&phrases, &text), expected(&phrases, &text));
            }
        }
    }
}
