//! Several phrases looked for in a text at once, by the search the rules use.

use super::rules::{PhraseBook, PhraseFinder};

/// Phrases that a text may say.
#[derive(Debug)]
pub struct Sayings {
    finder: PhraseFinder,
    /// The finder's number of each phrase; a blank one has none.
    numbers: Vec<Option<usize>>,
}

impl Sayings {
    /// Phrases, to which accents may make no difference.
    pub fn of(phrases: &[String], folds_accents: bool) -> Self {
        let mut book = PhraseBook::default();
        let numbers = phrases
            .iter()
            .map(|phrase| book.add(phrase, folds_accents))
            .collect();
        Self {
            finder: book.finder(),
            numbers,
        }
    }

    /// Whether a text says each phrase, as whole words; a blank one is never said.
    pub fn said_in(&self, text: &str) -> Vec<bool> {
        let mut found = vec![false; self.numbers.len()];
        self.finder.find(text, &mut |met| {
            for (found, number) in found.iter_mut().zip(&self.numbers) {
                *found |= *number == Some(met);
            }
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_phrase_is_said_or_not_as_whole_words_in_any_case() {
        let phrases = ["not allowed", "  ", "cafe", "Not  Allowed"].map(str::to_owned);
        let sayings = Sayings::of(&phrases, true);
        let said = sayings.said_in("NOT allowed in the café");
        assert_eq!(said, [true, false, true, true]);
        assert_eq!(sayings.said_in("not allowedly, cafes"), [false; 4]);
    }
}
