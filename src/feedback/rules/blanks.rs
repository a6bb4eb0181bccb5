//! Runs of blanks, line breaks among them, made one blank each.

use crate::feedback::stretch::{Stretch, each};
use std::borrow::Cow;

/// A text with one blank wherever there are several, or another one than a plain one.
pub(super) fn joined(text: &str) -> Cow<'_, str> {
    let mut joined = String::new();
    // How much of the text has been copied, or left out.
    let mut done = 0;
    // Whether the last byte of the stretch before was a blank.
    let mut before = 0;
    each(text.as_bytes(), |base, stretch, new| {
        let blanks = stretch.is(b' ').bits();
        let doubled = blanks & (blanks << 1 | before);
        before = blanks >> 63;
        let mut odd = (doubled | others(stretch)) & new;
        while odd != 0 {
            let place = base + odd.trailing_zeros() as usize;
            odd &= odd - 1;
            let rest = text.get(place..).unwrap_or_default();
            let behind = rest.trim_start();
            if place >= done && behind.len() < rest.len() {
                joined.push_str(text.get(done..place).unwrap_or_default());
                if !joined.ends_with(' ') {
                    joined.push(' ');
                }
                done = text.len() - behind.len();
            }
        }
    });
    if done == 0 {
        return Cow::Borrowed(text);
    }
    joined.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(joined)
}

/// Where blanks other than the plain one may begin. Those beyond ASCII begin with one of four bytes, three of
/// which begin many other characters, that differ in their second byte.
#[inline]
fn others(stretch: Stretch) -> u64 {
    let second = (stretch.within(0x80, 0x81) | stretch.is(0x9a)).bits() >> 1 | 1 << 63;
    let wide = stretch.within(0xe1, 0xe3).bits() & second;
    (stretch.within(b'\t', b'\r') | stretch.is(0xc2)).bits() | wide
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
        for even in ["éa b c", "“so” — it is…", "早く。 \u{1681}", "a £5 »fee«"] {
            assert!(matches!(joined(even), Cow::Borrowed(_)), "{even}");
        }
    }

    #[test]
    fn unevenness_is_seen_wherever_it_stands() {
        for length in 0..200 {
            let even = "é b".repeat(length / 4 + 1) + &"x".repeat(length % 4);
            assert_eq!(joined(&even), even);
            for place in (0..=even.len()).filter(|&place| even.is_char_boundary(place)) {
                let (before, after) = even.split_at(place);
                for blanks in ["  ", "\u{3000}", "\n"] {
                    let uneven = format!("{before}{blanks}{after}");
                    let whole = uneven.replace(blanks, " ").replace("  ", " ");
                    assert_eq!(joined(&uneven), whole, "{uneven:?}");
                }
            }
        }
    }

    #[test]
    fn every_blank_there_is_makes_a_text_uneven() {
        let blanks = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        for blank in blanks.filter(|c| c.is_whitespace() && *c != ' ') {
            assert_eq!(joined(&format!("a{blank}é")), "a é", "{blank:?}");
            assert_eq!(joined(&format!("é{blank}")), "é ", "{blank:?}");
        }
    }
}
