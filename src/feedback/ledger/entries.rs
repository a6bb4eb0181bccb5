//! The entries of a ledger without their touchpoints: days, kinds and counts, each in a list of its own. What adds
//! up does not read days, and what looks for days reads nothing else.

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
    /// The place of the first entry.
    pub(super) begin: usize,
    pub(super) days: &'e mut [i32],
    pub(super) kinds: &'e mut [u32],
    pub(super) counts: &'e mut [u32],
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
            let share = Share {
                first: number * each.max(1),
                lengths,
                begin,
                days: days.split_off_mut(..length).unwrap_or_default(),
                kinds: kinds.split_off_mut(..length).unwrap_or_default(),
                counts: counts.split_off_mut(..length).unwrap_or_default(),
            };
            begin += length;
            share
        });
        shares.collect()
    }
}
