//! Sixty-four bytes of text, looked at together: which of them are what, one bit each.

#[cfg(any(test, not(target_arch = "x86_64")))]
mod bytes;
#[cfg(target_arch = "x86_64")]
mod sixteen;

#[cfg(not(target_arch = "x86_64"))]
use bytes::Lanes;
#[cfg(target_arch = "x86_64")]
use sixteen::Lanes;

/// How many bytes a stretch has.
pub(crate) const LENGTH: usize = 64;

/// Sixty-four bytes.
#[derive(Clone, Copy)]
pub(crate) struct Stretch(Lanes);

/// Which bytes of a stretch are what was asked for.
#[derive(Clone, Copy)]
pub(crate) struct Found(Lanes);

impl Stretch {
    /// A stretch of just these bytes.
    #[inline]
    pub(crate) fn of(bytes: &[u8; LENGTH]) -> Self {
        Self(Lanes::of(bytes))
    }

    /// The bytes of a text from a place on, with zeros for those beyond its end.
    #[inline]
    pub(crate) fn padded(text: &[u8]) -> Self {
        if let Some(bytes) = text.first_chunk() {
            return Self::of(bytes);
        }
        let mut bytes = [0; LENGTH];
        bytes[..text.len()].copy_from_slice(text);
        Self::of(&bytes)
    }

    /// The bytes equal to this one.
    #[inline]
    pub(crate) fn is(self, byte: u8) -> Found {
        Found(self.0.equal(byte))
    }

    /// The bytes from one to another, both included.
    #[inline]
    pub(crate) fn within(self, low: u8, high: u8) -> Found {
        Found(self.0.within(low, high))
    }
}

impl Found {
    /// One bit a byte, the first byte's the lowest.
    #[inline]
    pub(crate) fn bits(self) -> u64 {
        self.0.bits()
    }
}

impl std::ops::BitOr for Found {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self(self.0.or(other.0))
    }
}

/// Calls `look` with every stretch of a text, the place it begins at, and a bit for each byte that was in no
/// stretch before: the last stretch of a long text reaches back into the one before it.
#[inline]
pub(crate) fn each(text: &[u8], mut look: impl FnMut(usize, Stretch, u64)) {
    let mut place = 0;
    while let Some(rest) = text.get(place..).filter(|rest| !rest.is_empty()) {
        let missing = LENGTH.saturating_sub(rest.len());
        // As far back as there is text; what is missing even so is beyond the end.
        let back = missing.min(place);
        let new = (u64::MAX << back) & (u64::MAX >> (missing - back));
        let base = place - back;
        look(
            base,
            Stretch::padded(text.get(base..).unwrap_or_default()),
            new,
        );
        place += LENGTH;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_byte_of_a_text_is_new_once_and_stands_where_it_is_said_to() {
        for length in 0..300_usize {
            let text: Vec<u8> = (0..length).map(|place| (place % 7) as u8 + 1).collect();
            let mut seen = Vec::new();
            each(&text, |base, stretch, new| {
                for bit in (0..LENGTH).filter(|bit| new >> bit & 1 == 1) {
                    assert_eq!(stretch.is(text[base + bit]).bits() >> bit & 1, 1);
                    seen.push(base + bit);
                }
            });
            assert_eq!(seen, (0..length).collect::<Vec<_>>());
        }
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
            let stretch = Stretch::of(&text);
            prop_assert_eq!(stretch.is(byte).bits(), equal);
            prop_assert_eq!(stretch.within(low, high).bits(), within);
            prop_assert_eq!((stretch.is(byte) | stretch.within(low, high)).bits(), equal | within);
            // What other processors do.
            let plain = bytes::Lanes::of(&text);
            prop_assert_eq!(plain.equal(byte).bits(), equal);
            prop_assert_eq!(plain.within(low, high).bits(), within);
            prop_assert_eq!(plain.equal(byte).or(plain.within(low, high)).bits(), equal | within);
        }
    }
}
