//! Counts the lines of a block, and tells whether a NUL byte stands in it, in one pass.

use crate::feedback::stretch::Stretch;
use fearless_simd::{Level, Simd, dispatch};

/// What one pass over a text found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lines {
    /// How many lines end in it.
    pub(super) ended: u64,
    /// Whether it has a NUL byte.
    pub(super) has_nul: bool,
}

impl Lines {
    /// The lines of a text, each ended by this byte.
    pub(super) fn of(text: &[u8], newline: u8) -> Self {
        dispatch!(Level::new(), simd => counted(simd, text, newline))
    }
}

#[inline(always)]
fn counted<S: Simd>(simd: S, text: &[u8], newline: u8) -> Lines {
    let (mut ended, mut nuls) = (0, 0);
    let (stretches, rest) = text.as_chunks();
    for bytes in stretches {
        let stretch = Stretch::of(simd, bytes);
        ended += u64::from(stretch.is(newline).bits().count_ones());
        nuls |= stretch.is(0).bits();
    }
    for &byte in rest {
        ended += u64::from(byte == newline);
        nuls |= u64::from(byte == 0);
    }
    Lines {
        ended,
        has_nul: nuls != 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use memchr::memchr_iter;

    #[test]
    fn lines_are_counted_and_a_nul_is_seen_wherever_they_stand() {
        for length in 0..200 {
            let mut text: Vec<u8> = (0..length).map(|place| b"ab\nc\r"[place % 5]).collect();
            for newline in [b'\n', b'\r'] {
                let ended = memchr_iter(newline, &text).count() as u64;
                let has_nul = false;
                assert_eq!(Lines::of(&text, newline), Lines { ended, has_nul });
            }
            for place in 0..length {
                let byte = std::mem::replace(&mut text[place], 0);
                assert!(Lines::of(&text, b'\n').has_nul, "{place} of {length}");
                text[place] = byte;
            }
        }
    }
}
