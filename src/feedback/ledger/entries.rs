//! The entries of a ledger without their touchpoints: days, kinds and counts, each in a list of its own. What adds
//! up does not read days, and what looks for days reads nothing else.

use super::FAR_MORE;

/// Entries by their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Entries {
    pub(super) days: Vec<i32>,
    /// Places in the ledger's kinds.
    pub(super) kinds: Vec<u32>,
    /// How often; [`FAR_MORE`](super::FAR_MORE) where the ledger has that elsewhere.
    pub(super) counts: Vec<u32>,
}

/// Room for the entries of some touchpoints, which follow each other.
#[derive(Debug)]
pub(super) struct Share<'e> {
    /// The first of the touchpoints, and how many entries each has.
    pub(super) first: usize,
    pub(super) lengths: &'e [usize],
    pub(super) page: Page<'e>,
}

/// Entries that are being written, one behind the other; what there is no room for is not.
#[derive(Debug)]
pub(crate) struct Page<'e> {
    /// The place of the first entry in the ledger, and how many have been written.
    begin: usize,
    written: usize,
    /// All of one length.
    days: &'e mut [i32],
    kinds: &'e mut [u32],
    counts: &'e mut [u32],
    /// Counts that take more than 32 bits, by their place.
    pub(super) far_more: Vec<(usize, u64)>,
}

impl Page<'_> {
    /// Writes an entry.
    pub(crate) fn line(&mut self, day: i32, kind: u32, count: u64) {
        let few = few(count);
        if self.put(kind, few) {
            self.days[self.written] = day;
            if few == FAR_MORE {
                self.far_more.push((self.begin + self.written, count));
            }
            self.written += 1;
        }
    }

    /// Writes the entries of a day: of each kind how often, as far as it was met at all.
    pub(crate) fn day(&mut self, day: i32, counts: impl Iterator<Item = u8>) {
        let begin = self.written;
        for (kind, count) in (0..).zip(counts) {
            // Each is written, and the next one in its stead where it was nothing: which kinds a day lacks no
            // processor foresees.
            let has_room = self.put(kind, u32::from(count));
            self.written += usize::from(has_room && count > 0);
        }
        self.days[begin..self.written].fill(day);
    }

    /// Writes kind and count where the next entry belongs; false where there is no room for it.
    #[inline]
    fn put(&mut self, kind: u32, count: u32) -> bool {
        let kinds = self.kinds.get_mut(self.written);
        let room = kinds.zip(self.counts.get_mut(self.written));
        let has_room = room.is_some();
        if let Some((to_kind, to_count)) = room {
            (*to_kind, *to_count) = (kind, count);
        }
        has_room
    }
}

/// A count in 32 bits, or [`FAR_MORE`].
#[inline]
pub(super) fn few(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(FAR_MORE)
}

impl Entries {
    /// Room for so many, not touched yet: whoever writes them is the first to.
    pub(super) fn blank(length: usize) -> Self {
        Self {
            days: vec![0; length],
            kinds: vec![0; length],
            counts: vec![0; length],
        }
    }

    /// None, with room for so many.
    pub(super) fn with_room(length: usize) -> Self {
        Self {
            days: Vec::with_capacity(length),
            kinds: Vec::with_capacity(length),
            counts: Vec::with_capacity(length),
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.days.len()
    }

    /// Adds one behind the others.
    #[inline]
    pub(super) fn push(&mut self, day: i32, kind: u32, count: u32) {
        self.days.push(day);
        self.kinds.push(kind);
        self.counts.push(count);
    }

    /// The room in shares of so many touchpoints each; `lengths` says how many entries each touchpoint has.
    pub(super) fn shares<'e>(&'e mut self, lengths: &'e [usize], each: usize) -> Vec<Share<'e>> {
        let (mut days, mut kinds) = (&mut self.days[..], &mut self.kinds[..]);
        let (mut counts, mut begin) = (&mut self.counts[..], 0);
        let shares = lengths.chunks(each.max(1)).enumerate();
        let shares = shares.map(|(number, lengths)| {
            let length = lengths.iter().sum();
            let page = Page {
                begin,
                written: 0,
                days: days.split_off_mut(..length).unwrap_or_default(),
                kinds: kinds.split_off_mut(..length).unwrap_or_default(),
                counts: counts.split_off_mut(..length).unwrap_or_default(),
                far_more: Vec::new(),
            };
            begin += length;
            Share {
                first: number * each.max(1),
                lengths,
                page,
            }
        });
        shares.collect()
    }
}
