//! The phrases that begin at a place of a text: told by their first bytes, then compared.

use super::known::{place_of, size_for};
use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use std::ops::Range;

/// How many phrases of one beginning are compared one by one.
const FEW: u32 = 32;

/// How many places there are for each beginning: most that begin no phrase are told by a place that is free.
const ROOM: usize = 4;

/// How far into a phrase it is told from others that begin alike.
const BEHIND: usize = 8;

/// What is told of a find: the number of the phrase, where it begins and where it ends.
pub(super) type Met<'m> = &'m mut dyn FnMut(usize, usize, usize);

/// Phrases by their first bytes.
#[derive(Debug)]
pub(super) struct Begun {
    phrases: Vec<String>,
    /// For each beginning one more than its number, at its own place or the next that was free; 0 where it is free.
    places: Vec<u32>,
    size: u32,
    beginnings: Vec<Beginning>,
    /// The phrases, those of one beginning side by side.
    ones: Vec<One>,
    /// Finds phrases of which many begin alike. Its tables do not stay in a core's own cache.
    automaton: NFA,
}

/// A phrase of a beginning.
#[derive(Debug)]
struct One {
    number: u32,
    /// What it has behind its first bytes, as far as eight bytes go, and which of them it has: most others are told by
    /// that, and the phrases themselves, which no core's own cache holds, are not looked at.
    behind: u64,
    has: u64,
}

#[derive(Debug)]
struct Beginning {
    bytes: u64,
    phrases: Range<u32>,
}

impl Begun {
    /// Phrases in lower case, the first bytes of each being what `beginning` makes of it. `None` when there are more
    /// than an automaton can hold.
    pub(super) fn new(phrases: &[&str], beginning: impl Fn(&str) -> u64) -> Option<Self> {
        let mut builder = NFA::builder();
        let automaton = builder.ascii_case_insensitive(true).build(phrases).ok()?;
        let beginnings = phrases.iter().map(|&phrase| beginning(phrase));
        let mut numbered: Vec<(u64, u32)> = beginnings.zip(0..).collect();
        numbered.sort_unstable();
        let size = size_for(ROOM * phrases.len());
        let mut begun = Self {
            phrases: phrases.iter().map(|&phrase| phrase.to_owned()).collect(),
            places: vec![0; 1 << size],
            size,
            beginnings: Vec::new(),
            ones: numbered
                .iter()
                .map(|&(_, number)| One::of(number, phrases[number as usize]))
                .collect(),
            automaton,
        };
        let mut first = 0;
        for same in numbered.chunk_by(|(one, _), (other, _)| one == other) {
            let end = first + same.len() as u32;
            begun.enter(Beginning {
                bytes: same[0].0,
                phrases: first..end,
            });
            first = end;
        }
        Some(begun)
    }

    fn enter(&mut self, beginning: Beginning) {
        let mut place = place_of(beginning.bytes, self.size);
        while self.places[place] != 0 {
            place = self.behind(place);
        }
        self.beginnings.push(beginning);
        self.places[place] = self.beginnings.len() as u32;
    }

    /// Calls `met` with the phrases that begin at a place with these bytes.
    #[inline(never)]
    pub(super) fn find(&self, text: &[u8], start: usize, bytes: u64, met: Met<'_>) {
        let Some(Range { start: first, end }) = self.phrases(bytes) else {
            return;
        };
        if end - first > FEW {
            return self.walk(text, start, met);
        }
        let behind = eight_at(text, start + BEHIND);
        let ones = self.ones.get(first as usize..end as usize);
        for one in ones.unwrap_or_default() {
            if behind & one.has != one.behind {
                continue;
            }
            let number = one.number as usize;
            let phrase = self.phrases[number].as_bytes();
            let end = start + phrase.len();
            if (text.get(start..end)).is_some_and(|found| found.eq_ignore_ascii_case(phrase)) {
                met(number, start, end);
            }
        }
    }

    /// Which of the numbers are those of the phrases that begin so.
    #[inline]
    fn phrases(&self, bytes: u64) -> Option<Range<u32>> {
        let mut place = place_of(bytes, self.size);
        loop {
            let number = *self.places.get(place)? as usize;
            let beginning = self.beginnings.get(number.checked_sub(1)?)?;
            if beginning.bytes == bytes {
                return Some(beginning.phrases.clone());
            }
            place = self.behind(place);
        }
    }

    /// Calls `met` with the phrases that begin at a place.
    #[inline(never)]
    pub(super) fn walk(&self, text: &[u8], start: usize, met: Met<'_>) {
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
                    if self.phrases[phrase].len() == end - start {
                        met(phrase, start, end);
                    }
                }
            }
        }
    }

    #[inline]
    fn behind(&self, place: usize) -> usize {
        (place + 1) & (self.places.len() - 1)
    }
}

impl One {
    fn of(number: u32, phrase: &str) -> Self {
        let has = first_of_eight(phrase.len().saturating_sub(BEHIND));
        let behind = eight_at(phrase.as_bytes(), BEHIND) & has;
        Self {
            number,
            behind,
            has,
        }
    }
}

/// What eight bytes have in common with a text of so many, as bits.
pub(super) fn first_of_eight(bytes: usize) -> u64 {
    let beyond = 8_usize.saturating_sub(bytes) as u32;
    u64::MAX.unbounded_shr(8 * beyond)
}

/// Eight bytes of a text from a place on, with zeros beyond its end, letters of either case alike.
#[inline(always)]
pub(super) fn eight_at(text: &[u8], start: usize) -> u64 {
    let rest = text.get(start..).unwrap_or_default();
    let eight = if let Some(eight) = rest.first_chunk() {
        u64::from_le_bytes(*eight)
    } else if let Some(last) = text.last_chunk() {
        // The end of the text, without what stands before the place.
        let before = 8 * (8 - rest.len()) as u32;
        u64::from_le_bytes(*last).unbounded_shr(before)
    } else {
        u64::from_le_bytes(padded(rest))
    };
    eight | 0x2020_2020_2020_2020
}

#[cold]
#[inline(never)]
fn padded(rest: &[u8]) -> [u8; 8] {
    let mut eight = [0; 8];
    eight[..rest.len()].copy_from_slice(rest);
    eight
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A phrase's number, and where it begins and ends.
    type Place = (usize, usize, usize);

    /// What a search finds, in order.
    pub(in crate::feedback::rules) fn gathered(find: impl FnOnce(Met<'_>)) -> Vec<Place> {
        let mut found = Vec::new();
        find(&mut |phrase, start, end| found.push((phrase, start, end)));
        found.sort_unstable();
        found
    }

    /// All places of phrases in a text, letters of ASCII in either case.
    pub(in crate::feedback::rules) fn places(phrases: &[&str], text: &str) -> Vec<Place> {
        let lower = text.to_ascii_lowercase();
        let mut places = Vec::new();
        for (number, phrase) in phrases.iter().enumerate() {
            for start in 0..lower.len() {
                if lower.as_bytes()[start..].starts_with(phrase.as_bytes()) {
                    places.push((number, start, start + phrase.len()));
                }
            }
        }
        places
    }

    #[test]
    fn the_phrases_that_begin_at_a_place_are_found_however_many_begin_alike() {
        for count in [1, 2, 3, 100, 5_000] {
            // One of each beginning, then two, and so on, up to more than few.
            let phrases: Vec<String> = (0..count)
                .map(|number| format!("{:02} phrase {number:04}", number % 100))
                .collect();
            let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
            let two = |phrase: &str| eight_at(phrase.as_bytes(), 0) & 0xffff;
            let begun = Begun::new(&phrases, two).unwrap();
            for (number, phrase) in phrases.iter().enumerate() {
                let text = format!("so {}", phrase.to_uppercase());
                let (mut found, mut walked) = (Vec::new(), Vec::new());
                let bytes = eight_at(text.as_bytes(), 3) & 0xffff;
                let mut met = |number, start, end| found.push((number, start, end));
                begun.find(text.as_bytes(), 3, bytes, &mut met);
                assert_eq!(found, [(number, 3, 3 + phrase.len())]);
                let mut met = |number, start, end| walked.push((number, start, end));
                begun.walk(text.as_bytes(), 3, &mut met);
                assert_eq!(walked, found);
            }
            begun.find(b"none", 0, 1, &mut |number, _, _| panic!("{number}"));
        }
    }

    #[test]
    fn beyond_the_end_of_a_text_there_are_zeros() {
        for length in 0..12 {
            let text = &b"ABCDEFGHIJKL"[..length];
            for start in 0..length + 2 {
                let rest = text.get(start..).unwrap_or_default();
                let bytes = (0..8).map(|place| rest.get(place).copied().unwrap_or(0) | 0x20);
                let bytes: Vec<u8> = bytes.collect();
                assert_eq!(eight_at(text, start).to_le_bytes(), bytes[..]);
            }
        }
    }
}
