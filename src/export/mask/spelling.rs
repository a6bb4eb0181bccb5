//! A text character by character, as the search for secrets sees it: digits of any script are digits,
//! blanks and dashes of any kind are blanks and dashes.

use std::ops::Range;

/// A text's characters with the bytes they stand on.
pub(super) struct Spelling {
    chars: Vec<(usize, char)>,
    bytes: usize,
}

impl Spelling {
    pub(super) fn of(text: &str) -> Self {
        let plain = |(at, c): (usize, char)| (at, plain(c));
        Self {
            chars: text.char_indices().map(plain).collect(),
            bytes: text.len(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at a place; a blank beyond either end.
    pub(super) fn at(&self, place: usize) -> char {
        self.chars.get(place).map_or(' ', |(_, c)| *c)
    }

    /// The character before a place.
    pub(super) fn before(&self, place: usize) -> char {
        place.checked_sub(1).map_or(' ', |place| self.at(place))
    }

    pub(super) fn is_digit(&self, place: usize) -> bool {
        self.at(place).is_ascii_digit()
    }

    /// The bytes of some characters.
    pub(super) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let byte = |place: usize| self.chars.get(place).map_or(self.bytes, |(at, _)| *at);
        byte(range.start)..byte(range.end)
    }

    pub(super) fn text(&self, range: Range<usize>) -> String {
        let chars = self.chars.get(range).unwrap_or_default();
        chars.iter().map(|(_, c)| *c).collect()
    }

    /// The digits among some characters.
    pub(super) fn digits(&self, range: Range<usize>) -> Vec<u32> {
        let text = self.text(range);
        text.chars().filter_map(|c| c.to_digit(10)).collect()
    }

    /// The words before a place in the same sentence, the nearest first, in lower case; at most three.
    pub(super) fn words_before(&self, place: usize) -> Vec<String> {
        let start = place.saturating_sub(40);
        let text = self.text(start..place).to_lowercase();
        let cut = text.rfind(['!', '?', '\n', ';']).map_or(0, |at| at + 1);
        let words = text.get(cut..).unwrap_or_default();
        let words = words.split(|c: char| !c.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        words
            .iter()
            .rev()
            .take(3)
            .map(|word| (*word).to_owned())
            .collect()
    }
}

/// The value of a digit in the scripts customers write numbers in.
pub(super) fn digit(c: char) -> Option<u32> {
    let zeros = ['0', '０', '٠', '۰', '०', '০', '๐'];
    zeros.into_iter().find_map(|zero| {
        let value = (c as u32).checked_sub(zero as u32)?;
        (value < 10).then_some(value)
    })
}

pub(super) fn is_at(c: char) -> bool {
    matches!(c, '@' | '＠' | '﹫')
}

fn plain(c: char) -> char {
    match c {
        '＋' => '+',
        '（' => '(',
        '）' => ')',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '－' => '-',
        '．' => '.',
        c if is_at(c) => '@',
        // A line ends a number; every other blank only parts it.
        '\n' => '\n',
        c if c.is_whitespace() => ' ',
        c => digit(c)
            .and_then(|value| char::from_digit(value, 10))
            .unwrap_or(c),
    }
}
