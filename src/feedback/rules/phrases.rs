//! Every phrase of every touchpoint, looked for together: one pass over a text finds them all.

use super::sieve::{LONG, SHORTEST, Sieve};
use super::targets::Targets;
use super::words::stands_alone;
use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;

/// The phrases of a workspace, each once however many rules name it.
#[derive(Debug, Default)]
pub(crate) struct PhraseBook {
    phrases: Vec<String>,
    numbers: std::collections::HashMap<String, usize>,
}

impl PhraseBook {
    /// The number of a phrase; `None` when there is nothing in it.
    pub(crate) fn add(&mut self, phrase: &str) -> Option<usize> {
        let phrase = phrase.trim().to_lowercase();
        if phrase.is_empty() {
            return None;
        }
        if let Some(&number) = self.numbers.get(&phrase) {
            return Some(number);
        }
        let number = self.phrases.len();
        self.phrases.push(phrase.clone());
        self.numbers.insert(phrase, number);
        Some(number)
    }

    /// What finds them.
    pub(crate) fn finder(&self) -> PhraseFinder {
        let (folded, plain): (Vec<usize>, Vec<usize>) =
            (0..self.phrases.len()).partition(|&number| has_other_case(&self.phrases[number]));
        PhraseFinder {
            plain: (!plain.is_empty()).then(|| Search::new(&self.phrases, plain)),
            folded: (!folded.is_empty()).then(|| Search::new(&self.phrases, folded)),
        }
    }
}

/// Finds phrases in texts.
#[derive(Debug, Default)]
pub(crate) struct PhraseFinder {
    /// Phrases whose only letters with another case are ASCII.
    plain: Option<Search>,
    /// All others; they are looked for in the text's lower case.
    folded: Option<Search>,
}

/// Looks for one kind of phrases: long and middling ones behind a sieve each, short ones with an
/// automaton alone.
#[derive(Debug)]
struct Search {
    sieves: Vec<(Sieve, Vec<usize>)>,
    short: Option<(AhoCorasick, Vec<usize>)>,
}

impl Search {
    fn new(phrases: &[String], numbers: Vec<usize>) -> Self {
        let of = |numbers: &[usize]| -> Vec<&str> {
            let list = numbers.iter().map(|&number| phrases[number].as_str());
            list.collect()
        };
        let length = |number: usize| phrases[number].len();
        let (long, rest): (Vec<_>, Vec<_>) = numbers
            .into_iter()
            .partition(|&number| length(number) >= LONG);
        let (middling, short): (Vec<_>, Vec<_>) = rest
            .into_iter()
            .partition(|&number| length(number) >= SHORTEST);
        let sieves = [long, middling].into_iter();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .build(of(&short));
        Self {
            sieves: sieves
                .filter_map(|numbers| Some((Sieve::new(&of(&numbers))?, numbers)))
                .collect(),
            short: (automaton.ok())
                .filter(|_| !short.is_empty())
                .map(|automaton| (automaton, short)),
        }
    }

    fn find(&self, text: &str, met: &mut dyn FnMut(usize, Range<usize>)) {
        for (sieve, numbers) in &self.sieves {
            sieve.find(text.as_bytes(), &mut |phrase, start, end| {
                if stands_alone(text, start, end) {
                    met(numbers[phrase], start..end);
                }
            });
        }
        if let Some((automaton, numbers)) = &self.short {
            for found in automaton.find_overlapping_iter(text) {
                if stands_alone(text, found.start(), found.end()) {
                    met(numbers[found.pattern().as_usize()], found.range());
                }
            }
        }
    }
}

impl PhraseFinder {
    /// Calls `met` with the number of every phrase that stands in the text as whole words.
    pub(crate) fn find(&self, text: &str, met: &mut dyn FnMut(usize)) {
        if let Some(plain) = &self.plain {
            plain.find(text, &mut |number, _| met(number));
        }
        if let Some(folded) = &self.folded
            && !text.is_ascii()
        {
            folded.find(&text.to_lowercase(), &mut |number, _| met(number));
        }
    }

    /// Where any phrase stands in the text: the bytes of each find, in the text's order.
    pub(crate) fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if let Some(plain) = &self.plain {
            plain.find(text, &mut |_, range| found.push(range));
        }
        if let Some(folded) = &self.folded
            && !text.is_ascii()
        {
            let mut lowered = Vec::new();
            folded.find(&text.to_lowercase(), &mut |_, range| lowered.push(range));
            found.extend(lowered.into_iter().map(|range| as_written(text, &range)));
        }
        found.sort_by_key(|range| (range.start, range.end));
        found
    }
}

/// The bytes of a text that stand at some bytes of its lower case, which may be longer or shorter.
fn as_written(text: &str, lowered: &Range<usize>) -> Range<usize> {
    let (mut at, mut range) = (0, text.len()..text.len());
    for (place, letter) in text.char_indices() {
        if at <= lowered.start {
            range.start = place;
        }
        if at >= lowered.end {
            range.end = place;
            break;
        }
        at += letter.to_lowercase().map(char::len_utf8).sum::<usize>();
    }
    range
}

fn has_other_case(phrase: &str) -> bool {
    phrase
        .chars()
        .any(|c| !c.is_ascii() && !c.to_uppercase().eq(std::iter::once(c)))
}

/// What each phrase of the book means to one source.
#[derive(Debug, Default)]
pub(crate) struct PhraseTargets {
    by_number: Vec<Targets>,
    /// Whether any phrase means anything to the source.
    pub(crate) any: bool,
}

impl PhraseTargets {
    /// What a phrase means.
    pub(crate) fn get(&self, number: usize) -> Option<&Targets> {
        self.by_number.get(number)
    }

    /// What a phrase means, to be added to.
    pub(crate) fn entry(&mut self, number: usize) -> &mut Targets {
        self.any = true;
        if self.by_number.len() <= number {
            self.by_number.resize_with(number + 1, Targets::default);
        }
        &mut self.by_number[number]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &[&str], text: &str) -> Vec<usize> {
        let mut book = PhraseBook::default();
        for phrase in phrases {
            book.add(phrase);
        }
        let mut met = Vec::new();
        book.finder().find(text, &mut |number| met.push(number));
        met.sort_unstable();
        met.dedup();
        met
    }

    #[test]
    fn phrases_are_met_as_whole_words_in_any_case() {
        let phrases = ["refund", "step 5", "no space left", "app"];
        assert_eq!(found(&phrases, "REFUND: No Space Left! App"), [0, 2, 3]);
        assert_eq!(
            found(&phrases, "refunds, step 55, _refund, misstep 5, apps"),
            [] as [usize; 0]
        );
        assert_eq!(found(&phrases, "(refund)step\tstep 5."), [0, 1]);
    }

    #[test]
    fn phrases_inside_each_other_are_all_met() {
        let phrases = ["login", "login page", "page", "the login page timed out"];
        assert_eq!(found(&phrases, "the login page timed out"), [0, 1, 2, 3]);
    }

    #[test]
    fn letters_of_other_scripts_are_compared_ignoring_case_too() {
        assert_eq!(found(&["Größe", "плохо", "café"], "GRÖSSE größe"), [0]);
        assert_eq!(found(&["плохо", "CAFÉ"], "ПЛОХО, Café."), [0, 1]);
        assert_eq!(found(&["плохо"], "неплохо"), [] as [usize; 0]);
        assert_eq!(found(&["cafe"], "cafe\u{301}"), [] as [usize; 0]);
    }

    #[test]
    fn a_find_is_where_the_text_has_it_however_long_its_lower_case_is() {
        let at = |phrase: &str, text: &str| -> Vec<String> {
            let mut book = PhraseBook::default();
            book.add(phrase);
            let ranges = book.finder().ranges(text).into_iter();
            ranges.map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(at("late", "Late, later, too LATE"), ["Late", "LATE"]);
        // The lower case of `İ` is one byte longer.
        assert_eq!(at("größe", "İİ: die GRÖßE"), ["GRÖßE"]);
        assert_eq!(at("плохо", "ПЛОХО"), ["ПЛОХО"]);
    }

    #[test]
    fn scripts_without_blanks_need_no_word_ends() {
        assert_eq!(found(&["返金"], "早く返金してください"), [0]);
    }

    #[test]
    fn one_phrase_of_many_rules_is_kept_once() {
        let mut book = PhraseBook::default();
        assert_eq!(book.add("Refund "), Some(0));
        assert_eq!(book.add("refund"), Some(0));
        assert_eq!(book.add("  "), None);
    }
}
