//! Runs of blanks, line breaks among them, made one blank each.

use crate::feedback::stretch::{Stretch, each};
use fearless_simd::{Level, Simd, dispatch};
use std::borrow::Cow;

/// A text with one blank wherever there are several, or another one than a plain one.
pub(super) fn joined(text: &str) -> Cow<'_, str> {
    let joining = dispatch!(Level::new(), simd => Joining::of(simd, text));
    joining.end()
}

/// A text whose blanks are being made one each.
struct Joining<'t> {
    text: &'t str,
    joined: String,
    /// How much of the text has been copied, or left out.
    done: usize,
}

impl<'t> Joining<'t> {
    #[inline(always)]
    fn of<S: Simd>(simd: S, text: &'t str) -> Self {
        let mut joining = Self {
            text,
            joined: String::new(),
            done: 0,
        };
        let mut before = 0;
        each(simd, text.as_bytes(), |base, stretch, new| {
            let mut uneven = uneven(stretch, &mut before) & new;
            while uneven != 0 {
                joining.join(base + uneven.trailing_zeros() as usize);
                uneven &= uneven - 1;
            }
        });
        joining
    }

    /// Makes the run of blanks that may begin at a place one blank.
    #[inline(never)]
    fn join(&mut self, place: usize) {
        let (text, done) = (self.text, self.done);
        let rest = text.get(place..).unwrap_or_default();
        let behind = rest.trim_start();
        if place >= done && behind.len() < rest.len() {
            self.joined
                .push_str(text.get(done..place).unwrap_or_default());
            if !self.joined.ends_with(' ') {
                self.joined.push(' ');
            }
            self.done = text.len() - behind.len();
        }
    }

    #[inline]
    fn end(mut self) -> Cow<'t, str> {
        if self.done == 0 {
            return Cow::Borrowed(self.text);
        }
        let rest = self.text.get(self.done..).unwrap_or_default();
        self.joined.push_str(rest);
        Cow::Owned(self.joined)
    }
}

/// Where blanks may stand that are not one plain blank: each second one of a run, and the beginnings of others.
/// `before` is whether the last byte of the stretch before was a plain blank, and of this one afterwards.
#[inline(always)]
pub(super) fn uneven<S: Simd>(stretch: Stretch<S>, before: &mut u64) -> u64 {
    let blanks = stretch.is(b' ').bits();
    let doubled = blanks & (blanks << 1 | *before);
    *before = blanks >> 63;
    let uneven = doubled | stretch.within(b'\t', b'\r').bits();
    if stretch.from(0xc2).bits() == 0 {
        return uneven;
    }
    uneven | beyond_ascii(stretch)
}

/// Where blanks beyond ASCII may begin. They begin with one of four bytes, three of which begin many other characters,
/// that differ in their second byte.
#[inline(always)]
fn beyond_ascii<S: Simd>(stretch: Stretch<S>) -> u64 {
    let wide = stretch.within(0xe1, 0xe3).bits();
    let second = (stretch.within(0x80, 0x81) | stretch.is(0x9a)).bits() >> 1 | 1 << 63;
    stretch.is(0xc2).bits() | (wide & second)
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
