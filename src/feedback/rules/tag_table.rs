//! What each tag of a source leads to. Most tags of most exports lead nowhere, and are told by four bytes
//! of them.

use super::targets::Targets;
use crate::feedback::scan::FastMap;

/// How many bits of a tag's hash are told apart: half a KiB of them.
const BITS: u32 = 12;

/// The tags that rules name, in lower case.
#[derive(Debug)]
pub(crate) struct TagTable {
    tags: FastMap<String, Targets>,
    /// For each hash of a tag: whether any of them has it, one bit.
    known: [u64; 1 << (BITS - 6)],
}

impl Default for TagTable {
    fn default() -> Self {
        Self {
            tags: FastMap::default(),
            known: [0; 1 << (BITS - 6)],
        }
    }
}

impl TagTable {
    /// What a tag leads to, to be added to.
    pub(crate) fn entry(&mut self, tag: String) -> &mut Targets {
        let (word, bit) = bit_of(&tag);
        self.known[word] |= bit;
        self.tags.entry(tag).or_default()
    }

    /// What a tag leads to; `None` when no rule names it.
    #[inline(always)]
    pub(crate) fn get(&self, tag: &str) -> Option<&Targets> {
        let (word, bit) = bit_of(tag);
        if self.known[word] & bit == 0 {
            return None;
        }
        self.tags.get(tag)
    }

    /// Whether no rule names a tag.
    pub(crate) fn is_empty(&self) -> bool {
        self.tags.is_empty()
    }
}

/// The place of a tag's bit: by its length, its ends and its middle.
#[inline(always)]
fn bit_of(tag: &str) -> (usize, u64) {
    let bytes = tag.as_bytes();
    let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else {
        return (0, 1);
    };
    let middle = bytes[bytes.len() / 2];
    let key = u32::from_le_bytes([first, middle, last, bytes.len() as u8]);
    let hash = key.wrapping_mul(0x9e37_79b1) >> (32 - BITS);
    ((hash / 64) as usize, 1 << (hash % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_that_was_entered_is_found_and_no_other() {
        let mut table = TagTable::default();
        assert!(table.is_empty());
        let tags = |upto: u32| (0..upto).map(|n| format!("{}é{n}", "t".repeat(n as usize % 300)));
        for (number, tag) in (0..).zip(tags(2_000)) {
            table.entry(tag).decide(number);
        }
        table.entry(String::new()).decide(7);
        for (number, tag) in (0..).zip(tags(4_000)) {
            let found = table.get(&tag).map(Targets::first);
            assert_eq!(found, (number < 2_000).then_some(number), "{tag}");
        }
        assert_eq!(table.get("").map(Targets::first), Some(7));
    }
}
