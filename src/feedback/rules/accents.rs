//! Takes accents off letters, so that `café` and `cafe` are one word.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// A text in lower case without accents: marks are taken off, and letters that carry theirs for good
/// become the plain one.
pub(super) fn off(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.nfd() {
        match c {
            '\u{300}'..='\u{36f}' => {}
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'ħ' => plain.push('h'),
            'ı' => plain.push('i'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            _ => plain.push(c),
        }
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lose_their_accents_and_other_scripts_stay() {
        assert_eq!(off("àéîõü ñç šž ø łß œ"), "aeiou nc sz o lss oe");
        assert_eq!(off("cafe\u{301}"), "cafe");
        assert_eq!(off("返金 नमस्ते مرحبا"), "返金 नमस्ते مرحبا");
    }
}
