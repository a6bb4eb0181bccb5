//! The bytes of the cache: numbers of variable length, texts, and a checksum that any single change of
//! any byte changes.

/// Writes numbers and texts one after another.
#[derive(Debug, Default)]
pub(crate) struct Writer(pub(crate) Vec<u8>);

impl Writer {
    /// A number, seven bits a byte.
    pub(crate) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A number that may be negative.
    pub(crate) fn signed(&mut self, number: i64) {
        self.number(((number << 1) ^ (number >> 63)) as u64);
    }

    /// A text.
    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }
}

/// Reads what a [`Writer`] wrote; nothing where the bytes say something else.
#[derive(Debug)]
pub(crate) struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    /// Reads from the first byte on.
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    /// A number.
    #[inline]
    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A number that may be negative.
    pub(crate) fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    /// A number of a smaller type.
    pub(crate) fn small<N: TryFrom<u64>>(&mut self) -> Option<N> {
        N::try_from(self.number()?).ok()
    }

    /// The length of a list, each item of which takes at least one byte.
    pub(crate) fn length(&mut self) -> Option<usize> {
        let length: usize = self.small()?;
        (length <= self.rest.len()).then_some(length)
    }

    /// A text.
    pub(crate) fn text(&mut self) -> Option<String> {
        let length = self.length()?;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        String::from_utf8(text.to_vec()).ok()
    }

    /// A part of its own: its length, then so many bytes.
    pub(crate) fn part(&mut self) -> Option<&'b [u8]> {
        let length = self.length()?;
        let (part, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(part)
    }

    /// Whether everything has been read.
    pub(crate) fn is_done(&self) -> bool {
        self.rest.is_empty()
    }
}

/// A checksum. Each step can be undone, so two inputs that differ in one word of eight bytes alone never
/// have the same.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checksum(u64);

/// So many words are taken side by side, for each step waits for the one before.
const STRANDS: usize = 4;

impl Checksum {
    /// The checksum of nothing.
    pub(crate) fn new() -> Self {
        Self(0x6a09_e667_f3bc_c908)
    }

    /// Goes on with more bytes.
    pub(crate) fn take(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        let (rows, words) = words.as_chunks::<STRANDS>();
        let mut strands = [self.0; STRANDS];
        for row in rows {
            for (strand, word) in strands.iter_mut().zip(row) {
                *strand = step(*strand, u64::from_le_bytes(*word));
            }
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        let words = words
            .iter()
            .chain([&last])
            .map(|word| u64::from_le_bytes(*word));
        for word in strands.into_iter().chain(words) {
            self.0 = step(self.0, word);
        }
        self.0 = step(self.0, bytes.len() as u64);
    }

    /// The checksum.
    pub(crate) fn value(self) -> u64 {
        self.0
    }
}

/// A sum with one word more.
#[inline]
fn step(sum: u64, word: u64) -> u64 {
    let sum = (sum.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    sum ^ (sum >> 32)
}

impl std::fmt::Write for Checksum {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.take(text.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_is_read_again(numbers in prop::collection::vec(any::<i64>(), 0..20), text in ".{0,9}") {
            let mut writer = Writer::default();
            for &number in &numbers {
                writer.signed(number);
                writer.number(number as u64);
            }
            writer.text(&text);
            let mut reader = Reader::new(&writer.0);
            for &number in &numbers {
                prop_assert_eq!(reader.signed(), Some(number));
                prop_assert_eq!(reader.number(), Some(number as u64));
            }
            prop_assert_eq!(reader.text(), Some(text));
            prop_assert!(reader.is_done());
        }

        #[test]
        fn a_changed_byte_changes_the_checksum(mut bytes in prop::collection::vec(any::<u8>(), 1..140), place in any::<usize>(), change in 1..=u8::MAX) {
            let of = |bytes: &[u8]| {
                let mut checksum = Checksum::new();
                checksum.take(bytes);
                checksum.value()
            };
            let before = of(&bytes);
            let place = place % bytes.len();
            bytes[place] ^= change;
            prop_assert_ne!(of(&bytes), before);
        }
    }
}
