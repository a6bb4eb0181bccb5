//! Runs of blanks, line breaks among them, made one blank each.

use std::borrow::Cow;

/// A text with one blank wherever there are several, or another one than a plain one.
pub(super) fn joined(text: &str) -> Cow<'_, str> {
    if !is_uneven(text) {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if c.is_whitespace() {
            if !blank {
                joined.push(' ');
            }
            blank = true;
        } else {
            joined.push(c);
            blank = false;
        }
    }
    Cow::Owned(joined)
}

/// Looks at every byte without stopping, which a processor does many bytes at a time.
fn is_uneven(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = bytes.get(1..).unwrap_or_default();
    let found = bytes.iter().zip(next).fold(0, |found, (&a, &b)| {
        let control = u8::from(a < b' ');
        let doubled = u8::from(a == b' ') & u8::from(b == b' ');
        found | control | doubled | (a & 0x80)
    });
    let last = bytes.last().is_some_and(|&byte| byte < b' ');
    let other = |c: char| !c.is_ascii() && c.is_whitespace();
    found & 0x7f != 0 || last || (found & 0x80 != 0 && text.contains(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_run_of_blanks_becomes_one() {
        for (text, expected) in [
            ("a b", "a b"),
            ("a  b\r\n\r\nc\td", "a b c d"),
            ("é\u{a0}\u{2003}b ", "é b "),
        ] {
            assert_eq!(joined(text), expected);
        }
        assert!(matches!(joined("éa b c"), Cow::Borrowed(_)));
    }
}
