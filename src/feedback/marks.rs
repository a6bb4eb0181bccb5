//! Where a phrase stands in a text, for showing it: by the search the rules use.

use super::rules::{PhraseBook, PhraseFinder};
use std::ops::Range;

/// A phrase to be shown in texts.
#[derive(Debug)]
pub struct Marks {
    finder: Option<PhraseFinder>,
}

impl Marks {
    /// The marks of a phrase, to which accents may make no difference; a blank one stands nowhere.
    pub fn of(phrase: &str, folds_accents: bool) -> Self {
        let mut book = PhraseBook::default();
        let finder = book.add(phrase, folds_accents).map(|_| book.finder());
        Self { finder }
    }

    /// The bytes of a text that are the phrase, in the text's order; none overlaps another.
    pub fn within(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges = (self.finder.as_ref()).map_or_else(Vec::new, |finder| finder.ranges(text));
        let mut end = 0;
        ranges.retain(|range| {
            let apart = range.start >= end;
            if apart {
                end = range.end;
            }
            apart
        });
        ranges
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_do_not_overlap_and_a_blank_phrase_has_none() {
        assert_eq!(
            Marks::of("so so", false).within("so so so, So So"),
            [0..5, 10..15]
        );
        assert_eq!(
            Marks::of("  ", false).within("a  b"),
            Vec::<Range<usize>>::new()
        );
    }
}
