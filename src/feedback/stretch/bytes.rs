//! Byte by byte, in loops that a compiler turns into whatever a processor has for many bytes at once.

use super::LENGTH;

/// Bytes of a text, or all bits of those that are what was asked for.
#[derive(Clone, Copy)]
pub(super) struct Lanes([u8; LENGTH]);

impl Lanes {
    #[inline]
    pub(super) fn of(bytes: &[u8; LENGTH]) -> Self {
        Self(*bytes)
    }

    #[inline]
    pub(super) fn equal(self, byte: u8) -> Self {
        self.each(|one| one == byte)
    }

    #[inline]
    pub(super) fn within(self, low: u8, high: u8) -> Self {
        self.each(|one| one.wrapping_sub(low) <= high - low)
    }

    #[inline]
    pub(super) fn or(self, other: Self) -> Self {
        let mut either = self.0;
        for (one, other) in either.iter_mut().zip(other.0) {
            *one |= other;
        }
        Self(either)
    }

    #[inline]
    pub(super) fn bits(self) -> u64 {
        let (eights, _) = self.0.as_chunks();
        let gathered = eights.iter().map(|eight| {
            // One bit of each byte, which the product brings together in its highest byte.
            let ones = u64::from_le_bytes(*eight) & 0x0101_0101_0101_0101;
            ones.wrapping_mul(0x0102_0408_1020_4080) >> 56
        });
        (0..)
            .zip(gathered)
            .fold(0, |bits, (number, eight)| bits | eight << (8 * number))
    }

    #[inline]
    fn each(mut self, met: impl Fn(u8) -> bool) -> Self {
        for one in &mut self.0 {
            *one = if met(*one) { u8::MAX } else { 0 };
        }
        self
    }
}
