//! Sixteen bytes compared at once, and a bit of each gathered: every processor of this kind does both.

use super::LENGTH;
use safe_arch::{
    bitor_m128i, cmp_eq_mask_i8_m128i, m128i, min_u8_m128i, move_mask_i8_m128i, set_splat_i8_m128i,
    sub_i8_m128i,
};

#[derive(Clone, Copy)]
pub(super) struct Lanes([m128i; 4]);

impl Lanes {
    #[inline]
    pub(super) fn of(bytes: &[u8; LENGTH]) -> Self {
        let (lanes, _) = bytes.as_chunks::<16>();
        let of = |lane: usize| m128i::from(lanes[lane]);
        Self([of(0), of(1), of(2), of(3)])
    }

    #[inline]
    pub(super) fn equal(self, byte: u8) -> Self {
        let byte = set_splat_i8_m128i(byte.cast_signed());
        self.each(|lane| cmp_eq_mask_i8_m128i(lane, byte))
    }

    #[inline]
    pub(super) fn within(self, low: u8, high: u8) -> Self {
        let span = set_splat_i8_m128i((high - low).cast_signed());
        let low = set_splat_i8_m128i(low.cast_signed());
        self.each(|lane| {
            let above = sub_i8_m128i(lane, low);
            cmp_eq_mask_i8_m128i(min_u8_m128i(above, span), above)
        })
    }

    #[inline]
    pub(super) fn or(self, other: Self) -> Self {
        let of = |lane: usize| bitor_m128i(self.0[lane], other.0[lane]);
        Self([of(0), of(1), of(2), of(3)])
    }

    #[inline]
    pub(super) fn bits(self) -> u64 {
        let of = |lane: usize| u64::from(move_mask_i8_m128i(self.0[lane]) as u16);
        of(0) | of(1) << 16 | of(2) << 32 | of(3) << 48
    }

    /// Does the same with every lane. `array::map` would be a call a lane, which nothing inlines.
    #[inline]
    fn each(self, change: impl Fn(m128i) -> m128i) -> Self {
        let [a, b, c, d] = self.0;
        Self([change(a), change(b), change(c), change(d)])
    }
}
