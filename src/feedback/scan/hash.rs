//! A fast hash for the inner loop's small tables; they hold declared names and capped lists only.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map of the inner loop.
pub(crate) type FastMap<K, V> = HashMap<K, V, BuildHasherDefault<FastHasher>>;

/// Mixes eight bytes at a time by multiplication.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FastHasher(u64);

impl FastHasher {
    #[inline(always)]
    fn mix(&mut self, word: u64) {
        let wide = u128::from(self.0 ^ word) * u128::from(0x9e37_79b9_7f4a_7c15_u64 | 1);
        self.0 = (wide as u64) ^ ((wide >> 64) as u64) ^ word.rotate_left(29);
    }
}

impl Hasher for FastHasher {
    #[inline(always)]
    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            let mut eight = [0; 8];
            eight.copy_from_slice(word);
            self.mix(u64::from_le_bytes(eight));
        }
        // The rest is read in pieces of known size that overlap, not copied byte by byte.
        let rest = words.remainder();
        let length = (rest.len() as u64) << 56;
        if let (Some(low), Some(high)) = (rest.first_chunk(), rest.last_chunk()) {
            let (low, high) = (u32::from_le_bytes(*low), u32::from_le_bytes(*high));
            self.mix((u64::from(low) | (u64::from(high) << 32)) ^ length);
        } else if let [first, .., last] = rest {
            let middle = rest[rest.len() / 2];
            let word = u64::from(*first) | (u64::from(middle) << 8) | (u64::from(*last) << 16);
            self.mix(word ^ length);
        } else if let [byte] = rest {
            self.mix(u64::from(*byte) ^ length);
        }
    }

    #[inline(always)]
    fn write_u8(&mut self, value: u8) {
        self.mix(u64::from(value) | 0x100);
    }

    #[inline(always)]
    fn write_u32(&mut self, value: u32) {
        self.mix(u64::from(value));
    }

    #[inline(always)]
    fn write_u64(&mut self, value: u64) {
        self.mix(value);
    }

    #[inline(always)]
    fn write_usize(&mut self, value: usize) {
        self.mix(value as u64);
    }

    #[inline(always)]
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}
