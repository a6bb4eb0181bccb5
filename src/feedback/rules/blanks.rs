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

/// How many bytes are looked at together.
const TOGETHER: usize = 16;

/// Looks at every byte without stopping, which a processor does many bytes at a time. Two bytes tell
/// nearly all characters from the blanks beyond ASCII; the few they do not are looked at one by one.
fn is_uneven(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (Some(next), Some(last)) = (bytes.get(1..), bytes.last()) else {
        return false;
    };
    let bytes = &bytes[..next.len()];
    let mut found = [0; TOGETHER];
    let mut look = |these: &[u8; TOGETHER], next: &[u8; TOGETHER]| {
        for ((found, &byte), &next) in found.iter_mut().zip(these).zip(next) {
            *found |= is_odd(byte, next);
        }
    };
    let (these, rest) = bytes.as_chunks();
    let (nexts, next_rest) = next.as_chunks();
    for (these, next) in these.iter().zip(nexts) {
        look(these, next);
    }
    let mut odd = is_odd(*last, 0);
    // The last ones once more, together with some that have been looked at, or one by one.
    if let (Some(these), Some(next)) = (bytes.last_chunk(), next.last_chunk()) {
        look(these, next);
    } else {
        let pairs = rest.iter().zip(next_rest);
        odd |= pairs.fold(0, |odd, (&byte, &next)| odd | is_odd(byte, next));
    }
    odd |= found.iter().fold(0, |odd, found| odd | found);
    let other = |c: char| c != ' ' && c.is_whitespace();
    odd != 0 && (text.contains("  ") || text.contains(other))
}

/// All bits where two bytes that follow each other may be, or begin, other than a single plain blank.
#[inline]
fn is_odd(byte: u8, next: u8) -> u8 {
    let all = |met: bool| if met { u8::MAX } else { 0 };
    let control = all(byte < b' ');
    let doubled = all(byte == b' ') & all(next == b' ');
    // U+0085 and U+00A0; U+2000 to U+205F; U+1680; U+3000.
    let latin = all(byte == 0xc2) & (all(next == 0x85) | all(next == 0xa0));
    let wide = all(byte == 0xe2) & all(next & 0xfe == 0x80);
    let ogham = all(byte == 0xe1) & all(next == 0x9a);
    let ideographic = all(byte == 0xe3) & all(next == 0x80);
    control | doubled | latin | wide | ogham | ideographic
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
    fn every_blank_there_is_makes_a_text_uneven() {
        let blanks = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        for blank in blanks.filter(|c| c.is_whitespace() && *c != ' ') {
            assert_eq!(joined(&format!("a{blank}é")), "a é", "{blank:?}");
            assert_eq!(joined(&format!("é{blank}")), "é ", "{blank:?}");
        }
    }
}
