//! Every phrase of every touchpoint in one automaton: one pass over a text finds them all.

use super::targets::Targets;
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// Above this many bytes of phrases the automaton is kept small rather than fastest.
const MOST_DENSE: usize = 48 * 1024;

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

    /// The automata that find them.
    pub(crate) fn finder(&self) -> PhraseFinder {
        let (folded, plain): (Vec<usize>, Vec<usize>) =
            (0..self.phrases.len()).partition(|&number| has_other_case(&self.phrases[number]));
        PhraseFinder {
            plain: Automaton::new(&self.phrases, plain),
            folded: Automaton::new(&self.phrases, folded),
        }
    }
}

/// Finds phrases in texts.
#[derive(Debug, Default)]
pub(crate) struct PhraseFinder {
    /// Phrases whose only letters with another case are ASCII.
    plain: Option<Automaton>,
    /// All others; they are looked for in the text's lower case.
    folded: Option<Automaton>,
}

#[derive(Debug)]
struct Automaton {
    automaton: AhoCorasick,
    numbers: Vec<usize>,
}

impl Automaton {
    /// `None` when there are no phrases, or more than an automaton can hold.
    fn new(phrases: &[String], numbers: Vec<usize>) -> Option<Self> {
        if numbers.is_empty() {
            return None;
        }
        let bytes: usize = numbers.iter().map(|&number| phrases[number].len()).sum();
        let kind = if bytes <= MOST_DENSE {
            AhoCorasickKind::DFA
        } else {
            AhoCorasickKind::ContiguousNFA
        };
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .kind(Some(kind))
            .build(numbers.iter().map(|&number| &phrases[number]))
            .ok()?;
        Some(Self { automaton, numbers })
    }

    fn find(&self, text: &str, met: &mut dyn FnMut(usize)) {
        for found in self.automaton.find_overlapping_iter(text) {
            if stands_alone(text, found.start(), found.end()) {
                met(self.numbers[found.pattern().as_usize()]);
            }
        }
    }
}

impl PhraseFinder {
    /// Calls `met` with the number of every phrase that stands in the text as whole words.
    pub(crate) fn find(&self, text: &str, met: &mut dyn FnMut(usize)) {
        if let Some(plain) = &self.plain {
            plain.find(text, met);
        }
        if let Some(folded) = &self.folded
            && !text.is_ascii()
        {
            folded.find(&text.to_lowercase(), met);
        }
    }
}

fn has_other_case(phrase: &str) -> bool {
    phrase
        .chars()
        .any(|c| !c.is_ascii() && !c.to_uppercase().eq(std::iter::once(c)))
}

/// Whether no word goes on beyond either end of a match.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let (Some(before), Some(found), Some(after)) =
        (text.get(..start), text.get(start..end), text.get(end..))
    else {
        return false;
    };
    let joined = |left: Option<char>, right: Option<char>| match (left, right) {
        (Some(left), Some(right)) => in_word(left) && in_word(right),
        _ => false,
    };
    !joined(before.chars().next_back(), found.chars().next())
        && !joined(found.chars().next_back(), after.chars().next())
}

/// Whether a character is part of a word of a script that puts blanks between words.
fn in_word(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => true,
        _ if c.is_ascii() => false,
        // Combining marks belong to the letter before them.
        '\u{300}'..='\u{36f}' => true,
        _ => c.is_alphanumeric() && !unspaced(c),
    }
}

/// Scripts written without blanks between words: Thai to Myanmar, Khmer, kana, Han.
fn unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}')
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
        let phrases = ["refund", "step 5", "no space left"];
        assert_eq!(found(&phrases, "REFUND: No Space Left!"), [0, 2]);
        assert_eq!(
            found(&phrases, "refunds, step 55, _refund, misstep 5"),
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
