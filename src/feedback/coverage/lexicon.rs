//! The words of mapped and of unmapped rows: how many rows have each, and the first unmapped one.

use super::ranking::{Share, surprise};
use crate::feedback::scan::FastMap;
use std::cmp::Ordering;

/// How many words are kept apart; beyond it the rarest are forgotten.
const MOST_WORDS: usize = 300_000;

/// Shorter words say too little to write a rule with.
const LEAST_LETTERS: usize = 3;

/// A ratio that chance alone exceeds once in a hundred times: chi-squared with one degree of freedom.
const LEAST_SURPRISE: f64 = 6.63;

/// How many bytes of one text are looked through.
const MOST_TEXT: usize = 16 * 1024;

/// Where an unmapped row lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sight {
    pub(crate) file: u32,
    pub(crate) offset: u64,
    pub(crate) line: u64,
    pub(crate) source: usize,
}

/// How many rows have a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Usage {
    pub(super) mapped: u64,
    pub(super) unmapped: u64,
    pub(super) first: Option<Sight>,
}

/// Words and the rows that have them.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    words: FastMap<String, Usage>,
    /// Words of so few rows have been forgotten.
    floor: u64,
    /// Rows that have any word at all.
    unmapped: u64,
    mapped: u64,
}

impl Lexicon {
    /// Counts the words of one row, each once. An unmapped row says where it lies.
    pub(super) fn add<'t>(&mut self, words: impl Iterator<Item = &'t str>, sight: Option<Sight>) {
        let mut words: Vec<&str> = words.collect();
        words.sort_unstable();
        words.dedup();
        let rows = match sight {
            Some(_) => &mut self.unmapped,
            None => &mut self.mapped,
        };
        *rows += u64::from(!words.is_empty());
        for word in words {
            if !self.words.contains_key(word) {
                self.words.insert(word.to_owned(), Usage::default());
            }
            let Some(usage) = self.words.get_mut(word) else {
                continue;
            };
            match sight {
                None => usage.mapped += 1,
                Some(sight) => {
                    usage.unmapped += 1;
                    usage.first.get_or_insert(sight);
                }
            }
        }
        if sight.is_some() {
            self.forget();
        }
    }

    /// Forgets the rarest words while there are too many.
    fn forget(&mut self) {
        while self.words.len() > MOST_WORDS {
            self.floor += 1;
            let floor = self.floor;
            self.words
                .retain(|_, usage| usage.mapped + usage.unmapped > floor);
        }
    }

    /// Adds what another worker has met.
    pub(super) fn merge(&mut self, other: Self) {
        self.unmapped += other.unmapped;
        self.mapped += other.mapped;
        for (word, theirs) in other.words {
            let ours = self.words.entry(word).or_default();
            ours.mapped += theirs.mapped;
            ours.unmapped += theirs.unmapped;
            ours.first = [ours.first, theirs.first].into_iter().flatten().min();
        }
    }

    /// The words that tell most about the unmapped rows, `most` of them. A word of a single row tells
    /// nothing, nor does a difference that chance often makes.
    pub(super) fn telling(self, most: usize) -> Vec<(String, Usage, f64)> {
        let (unmapped, mapped) = (self.unmapped, self.mapped);
        let share = |with, of| Share { with, of };
        let mut ranked: Vec<_> = self
            .words
            .into_iter()
            .filter(|(_, usage)| usage.unmapped > 1)
            .map(|(word, usage)| {
                let score = surprise(share(usage.unmapped, unmapped), share(usage.mapped, mapped));
                (word, usage, score)
            })
            .filter(|(.., score)| mapped == 0 || *score > LEAST_SURPRISE)
            .collect();
        ranked.sort_by(order);
        ranked.truncate(most);
        ranked
    }
}

fn order(one: &(String, Usage, f64), two: &(String, Usage, f64)) -> Ordering {
    let score = two.2.total_cmp(&one.2);
    let rows = two.1.unmapped.cmp(&one.1.unmapped);
    score.then(rows).then_with(|| one.0.cmp(&two.0))
}

/// The words of a text in lower case: letters, digits and the apostrophes between them. A phrase rule
/// finds each of them as it stands. Numbers and very short words are left out; a run of a script
/// without blanks gives its pairs of characters.
pub(super) fn words(lower: &str) -> impl Iterator<Item = &str> {
    let mut end = lower.len().min(MOST_TEXT);
    while !lower.is_char_boundary(end) {
        end -= 1;
    }
    let apostrophe = |c: char| matches!(c, '\'' | '’');
    lower[..end]
        .split(move |c: char| !is_letter(c) && !apostrophe(c))
        .map(move |word| word.trim_matches(apostrophe))
        .flat_map(|word| {
            let dense = word.chars().any(is_dense);
            let whole = (!dense && is_telling(word)).then_some(word);
            let pairs = dense.then(|| pairs(word)).into_iter().flatten();
            whole.into_iter().chain(pairs)
        })
}

fn is_telling(word: &str) -> bool {
    word.chars().any(char::is_alphabetic) && word.chars().count() >= LEAST_LETTERS
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Kana and Han, where two characters make about a word.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn pairs(word: &str) -> impl Iterator<Item = &str> {
    let places = word.char_indices();
    let nexts = word.char_indices().skip(1);
    places.zip(nexts).filter_map(|((start, one), (at, two))| {
        let both = is_dense(one) && is_dense(two);
        both.then(|| word.get(start..at + two.len_utf8())).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sight(offset: u64) -> Sight {
        Sight {
            file: 0,
            offset,
            line: offset / 5,
            source: 0,
        }
    }

    #[test]
    fn words_keep_their_apostrophes_and_lose_numbers_and_crumbs() {
        let found: Vec<&str> = words("it doesn't fit, 'café' no 12345 x86 ok_then").collect();
        assert_eq!(found, ["doesn't", "fit", "café", "x86", "ok_then"]);
        let found: Vec<&str> = words("早く返金").collect();
        assert_eq!(found, ["早く", "く返", "返金"]);
    }

    #[test]
    fn a_word_counts_once_a_row_and_shows_its_first_row() {
        let mut lexicon = Lexicon::default();
        lexicon.add(["late", "late", "the"].into_iter(), Some(sight(10)));
        lexicon.add(["late", "the"].into_iter(), Some(sight(20)));
        for _ in 0..8 {
            lexicon.add(["the", "fine"].into_iter(), None);
        }
        let ranked = lexicon.telling(5);
        assert_eq!(ranked.len(), 1, "{ranked:?}");
        let (word, usage, _) = &ranked[0];
        assert_eq!(
            (word.as_str(), usage.unmapped, usage.mapped),
            ("late", 2, 0)
        );
        assert_eq!(usage.first.map(|first| first.line), Some(2));
    }

    #[test]
    fn without_mapped_rows_the_commonest_words_come_first() {
        let mut lexicon = Lexicon::default();
        for (offset, row) in [&["late", "bus"][..], &["late", "tram"], &["late", "bus"]]
            .iter()
            .enumerate()
        {
            lexicon.add(row.iter().copied(), Some(sight(offset as u64)));
        }
        let ranked = lexicon.telling(5);
        let words: Vec<&str> = ranked.iter().map(|(word, ..)| word.as_str()).collect();
        assert_eq!(words, ["late", "bus"]);
    }
}
