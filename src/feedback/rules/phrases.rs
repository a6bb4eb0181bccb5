//! Every phrase of every touchpoint, looked for together: one pass over a text finds them all.

use super::openings::Openings;
use super::sieve::{LONG, SHORTEST, Sieve};
use super::targets::Targets;
use super::traced::Traced;
use super::words::stands_alone;
use super::{accents, blanks};
use crate::feedback::scan::FastMap;
use aho_corasick::{AhoCorasick, MatchKind};
use std::borrow::Cow;
use std::ops::Range;

/// The phrases of a workspace, each once however many rules name it.
#[derive(Debug, Default)]
pub(crate) struct PhraseBook {
    phrases: Vec<Phrase>,
    numbers: FastMap<Phrase, usize>,
}

/// A phrase in lower case, with one blank between its words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Phrase {
    words: String,
    /// Whether accents make no difference to it; then it has none.
    unaccented: bool,
}

impl PhraseBook {
    /// The number of a phrase; `None` when there is nothing in it.
    pub(crate) fn add(&mut self, phrase: &str, unaccented: bool) -> Option<usize> {
        let words: Vec<&str> = phrase.split_whitespace().collect();
        let mut words = words.join(" ").to_lowercase();
        if unaccented {
            words = accents::off(&words).into_owned();
        }
        if words.is_empty() {
            return None;
        }
        let phrase = Phrase { words, unaccented };
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
        let search = |wanted: &dyn Fn(&Phrase) -> bool| {
            let numbers = 0..self.phrases.len();
            let numbers: Vec<usize> = numbers
                .filter(|&number| wanted(&self.phrases[number]))
                .collect();
            (!numbers.is_empty()).then(|| Search::new(&self.phrases, numbers))
        };
        let other_case = |phrase: &Phrase| has_other_case(&phrase.words);
        PhraseFinder {
            plain: search(&|phrase| !phrase.unaccented && !other_case(phrase)),
            folded: search(&|phrase| !phrase.unaccented && other_case(phrase)),
            unaccented: search(&|phrase| phrase.unaccented),
            spaced: (self.phrases.iter()).any(|phrase| phrase.words.contains(' ')),
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
    /// Those to which accents make no difference; they are looked for in the text without accents.
    unaccented: Option<Search>,
    /// Whether any has a blank in it, which stands for any run of blanks in a text.
    spaced: bool,
}

/// Looks for one kind of phrases: those that begin with a letter or a digit where words begin, and the others anywhere,
/// long and middling ones behind a sieve each, short ones with an automaton alone.
#[derive(Debug)]
struct Search {
    /// Long ones and others, with their numbers.
    openings: Vec<(Openings, Vec<usize>)>,
    sieves: Vec<(Sieve, Vec<usize>)>,
    short: Option<(AhoCorasick, Vec<usize>)>,
}

impl Search {
    fn new(phrases: &[Phrase], numbers: Vec<usize>) -> Self {
        let of = |numbers: &[usize]| -> Vec<&str> {
            let list = numbers.iter().map(|&number| phrases[number].words.as_str());
            list.collect()
        };
        let length = |number: usize| phrases[number].words.len();
        let (open, anywhere): (Vec<_>, Vec<_>) = numbers
            .into_iter()
            .partition(|&number| Openings::suit(&phrases[number].words));
        let by_length = |numbers: Vec<usize>, least: usize| -> (Vec<usize>, Vec<usize>) {
            let numbers = numbers.into_iter();
            numbers.partition(|&number| length(number) >= least)
        };
        let openings = <[_; 2]>::from(by_length(open, LONG)).into_iter();
        let openings = openings.filter_map(|those| Some((Openings::new(&of(&those))?, those)));
        let (long, rest) = by_length(anywhere, LONG);
        let (middling, short) = by_length(rest, SHORTEST);
        let sieves = [long, middling].into_iter();
        let sieves = sieves.filter_map(|those| Some((Sieve::new(&of(&those))?, those)));
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .build(of(&short));
        Self {
            openings: openings.collect(),
            sieves: sieves.collect(),
            short: (automaton.ok())
                .filter(|_| !short.is_empty())
                .map(|automaton| (automaton, short)),
        }
    }

    /// Calls `met` with every phrase that stands in the text as whole words, and where; false when all blanks of the
    /// text are known to be plain ones, one each.
    fn find(&self, text: &str, met: &mut dyn FnMut(usize, Range<usize>)) -> bool {
        let mut uneven = self.openings.is_empty();
        let mut alone = |numbers: &[usize], phrase: usize, range: Range<usize>| {
            if stands_alone(text, range.start, range.end) {
                met(numbers[phrase], range);
            }
        };
        for (openings, numbers) in &self.openings {
            uneven |= openings.find(text.as_bytes(), &mut |phrase, start, end| {
                alone(numbers, phrase, start..end);
            });
        }
        for (sieve, numbers) in &self.sieves {
            sieve.find(text.as_bytes(), &mut |phrase, start, end| {
                alone(numbers, phrase, start..end);
            });
        }
        if let Some((automaton, numbers)) = &self.short {
            for found in automaton.find_overlapping_iter(text) {
                alone(numbers, found.pattern().as_usize(), found.range());
            }
        }
        uneven
    }
}

impl PhraseFinder {
    /// Calls `met` with the number of every phrase that stands in the text as whole words, more than once where it
    /// stands in several places.
    pub(crate) fn find(&self, text: &str, met: &mut dyn FnMut(usize)) {
        let mut plain = |text: &str| match &self.plain {
            Some(plain) => plain.find(text, &mut |number, _| met(number)),
            None => true,
        };
        let joined = if plain(text) && self.spaced {
            blanks::joined(text)
        } else {
            Cow::Borrowed(text)
        };
        if let Cow::Owned(joined) = &joined {
            plain(joined);
        }
        let text: &str = &joined;
        if let Some(unaccented) = &self.unaccented {
            if text.is_ascii() {
                unaccented.find(text, &mut |number, _| met(number));
            } else {
                let text = text.to_lowercase();
                unaccented.find(&accents::off(&text), &mut |number, _| met(number));
            }
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
        let mut look = |search: &Search, traced: &Traced| {
            search.find(&traced.text, &mut |_, range| {
                found.push(traced.written(&range));
            });
        };
        let mut traced = Traced::of(text);
        if self.spaced {
            traced = traced.joined();
        }
        if let Some(plain) = &self.plain {
            look(plain, &traced);
        }
        if let Some(folded) = &self.folded
            && !text.is_ascii()
        {
            look(folded, &traced.lowered());
        }
        if let Some(unaccented) = &self.unaccented {
            look(unaccented, &traced.lowered().unaccented());
        }
        found.sort_by_key(|range| (range.start, range.end));
        found
    }
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
            book.add(phrase, false);
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
    fn a_blank_stands_for_any_blanks_between_words() {
        for text in [
            "no  space left",
            "No\nspace\r\n left",
            "no\tspace\u{a0}left",
            "no\u{2028}space left",
        ] {
            assert_eq!(found(&["no space  left"], text), [0], "{text:?}");
        }
        assert_eq!(found(&["no space left"], "nospace left"), [] as [usize; 0]);
    }

    #[test]
    fn accents_make_no_difference_where_they_are_folded() {
        let mut book = PhraseBook::default();
        book.add("café crème", true);
        book.add("café", false);
        let finder = book.finder();
        for (text, expected) in [
            ("CAFE CREME", vec![0]),
            ("Café\ncrème", vec![0, 1]),
            ("cafe\u{301} cre\u{300}me", vec![0]),
            ("cafés crèmes", vec![]),
        ] {
            let mut met = Vec::new();
            finder.find(text, &mut |number| met.push(number));
            met.sort_unstable();
            assert_eq!(met, expected, "{text}");
        }
    }

    #[test]
    fn a_find_is_where_the_text_has_it_however_long_its_lower_case_is() {
        let within = |phrase: &str, unaccented: bool, text: &str| -> Vec<String> {
            let mut book = PhraseBook::default();
            book.add(phrase, unaccented);
            let ranges = book.finder().ranges(text).into_iter();
            ranges.map(|range| text[range].to_owned()).collect()
        };
        let at = |phrase: &str, text: &str| within(phrase, false, text);
        assert_eq!(at("late", "Late, later, too LATE"), ["Late", "LATE"]);
        // The lower case of `İ` is one byte longer.
        assert_eq!(at("größe", "İİ: die GRÖßE"), ["GRÖßE"]);
        assert_eq!(at("плохо", "ПЛОХО"), ["ПЛОХО"]);
        assert_eq!(at("so late", "so\n late"), ["so\n late"]);
        assert_eq!(at("café", "cafe"), [] as [&str; 0]);
        let accents = "CAFE, cafe\u{301}, Café";
        let expected = ["CAFE", "cafe\u{301}", "Café"];
        assert_eq!(within("café", true, accents), expected);
    }

    #[test]
    fn scripts_without_blanks_need_no_word_ends() {
        assert_eq!(found(&["返金"], "早く返金してください"), [0]);
    }

    #[test]
    fn one_phrase_of_many_rules_is_kept_once() {
        let mut book = PhraseBook::default();
        assert_eq!(book.add("Refund ", false), Some(0));
        assert_eq!(book.add("refund", false), Some(0));
        assert_eq!(book.add("  ", false), None);
    }
}
