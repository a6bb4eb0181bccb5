//! Sixty-four bytes of text, looked at together: which of them are what, one bit each.
//!
//! What looks at stretches is built for every kind of processor (`dispatch!`), and all it calls on the way to them
//! has to be `#[inline(always)]`: else it is built for the least of them.

use fearless_simd::{Simd, mask8x64, prelude::*, u8x64};

/// How many bytes a stretch has.
pub(crate) const LENGTH: usize = 64;

/// Sixty-four bytes, for a processor that has `S`.
#[derive(Clone, Copy)]
pub(crate) struct Stretch<S: Simd>(u8x64<S>);

/// Which bytes of a stretch are what was asked for.
#[derive(Clone, Copy)]
pub(crate) struct Found<S: Simd>(mask8x64<S>);

impl<S: Simd> Stretch<S> {
    /// A stretch of just these bytes.
    #[inline(always)]
    pub(crate) fn of(simd: S, bytes: &[u8; LENGTH]) -> Self {
        Self(u8x64::simd_from(simd, *bytes))
    }

    /// The bytes of a text from its beginning, with zeros for those beyond its end.
    #[inline(always)]
    pub(crate) fn padded(simd: S, text: &[u8]) -> Self {
        if let Some(bytes) = text.first_chunk() {
            return Self::of(simd, bytes);
        }
        let mut bytes = [0; LENGTH];
        bytes[..text.len()].copy_from_slice(text);
        Self::of(simd, &bytes)
    }

    /// The bytes equal to this one.
    #[inline(always)]
    pub(crate) fn is(self, byte: u8) -> Found<S> {
        Found(self.0.simd_eq(byte))
    }

    /// The bytes from one to another, both included.
    #[inline(always)]
    pub(crate) fn within(self, low: u8, high: u8) -> Found<S> {
        Found((self.0 - low).simd_le(high - low))
    }

    /// The bytes from this one on.
    #[inline(always)]
    pub(crate) fn from(self, low: u8) -> Found<S> {
        Found(self.0.simd_ge(low))
    }
}

impl<S: Simd> Found<S> {
    /// One bit a byte, the first byte's the lowest.
    #[inline(always)]
    pub(crate) fn bits(self) -> u64 {
        self.0.to_bitmask()
    }
}

impl<S: Simd> std::ops::BitOr for Found<S> {
    type Output = Self;

    #[inline(always)]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Calls `look` with every stretch of a text, the place it begins at, and a bit for each byte that was in no
/// stretch before: the last stretch of a long text reaches back into the one before it.
#[inline(always)]
pub(crate) fn each<S: Simd>(simd: S, text: &[u8], mut look: impl FnMut(usize, Stretch<S>, u64)) {
    let mut place = 0;
    while let Some(rest) = text.get(place..).filter(|rest| !rest.is_empty()) {
        let missing = LENGTH.saturating_sub(rest.len());
        // As far back as there is text; what is missing even so is beyond the end.
        let back = missing.min(place);
        let new = (u64::MAX << back) & (u64::MAX >> (missing - back));
        let base = place - back;
        let stretch = Stretch::padded(simd, text.get(base..).unwrap_or_default());
        look(base, stretch, new);
        place += LENGTH;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::{Level, dispatch};
    use proptest::prelude::{ProptestConfig, any, prop, proptest};

    #[test]
    fn every_byte_of_a_text_is_new_once_and_stands_where_it_is_said_to() {
        for length in 0..300_usize {
            let text: Vec<u8> = (0..length).map(|place| (place % 7) as u8 + 1).collect();
            let mut seen = Vec::new();
            dispatch!(Level::new(), simd => each(simd, &text, |base, stretch, new| {
                for bit in (0..LENGTH).filter(|bit| new >> bit & 1 == 1) {
                    assert_eq!(stretch.is(text[base + bit]).bits() >> bit & 1, 1);
                    seen.push(base + bit);
                }
            }));
            assert_eq!(seen, (0..length).collect::<Vec<_>>());
        }
    }

    /// What the processor has, the least that all of its kind have, and what is between.
    fn levels() -> Vec<Level> {
        let best = Level::new();
        let mut levels = vec![best, Level::baseline()];
        #[cfg(target_arch = "x86_64")]
        {
            levels.extend(best.as_sse4_2().map(Level::Sse4_2));
            levels.extend(best.as_avx2().map(Level::Avx2));
        }
        levels
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn a_bit_is_set_for_each_byte_that_is_what_was_asked_for(
            text in prop::collection::vec(any::<u8>(), LENGTH), a in any::<u8>(), b in any::<u8>(), place in 0..LENGTH,
        ) {
            let text: [u8; LENGTH] = text.try_into().unwrap();
            let byte = text[place];
            let (low, high) = (a.min(b), a.max(b));
            let bits = |is: &dyn Fn(u8) -> bool| {
                (0..LENGTH).fold(0, |bits, place| bits | u64::from(is(text[place])) << place)
            };
            let equal = bits(&|other| other == byte);
            let within = bits(&|other| (low..=high).contains(&other));
            let from = bits(&|other| other >= low);
            for level in levels() {
                dispatch!(level, simd => {
                    let stretch = Stretch::of(simd, &text);
                    assert_eq!(stretch.is(byte).bits(), equal);
                    assert_eq!(stretch.within(low, high).bits(), within);
                    assert_eq!(stretch.from(low).bits(), from);
                    let either = stretch.is(byte) | stretch.within(low, high);
                    assert_eq!(either.bits(), equal | within);
                });
            }
        }
    }
}
