//! A line through a gutter, by where it meets the gutter's edge, and whether it crosses another.

/// Where a line meets the edge of a gutter: left edge downwards, then right edge upwards, so that two lines
/// cross when their ends take turns.
pub(super) type Edge = i64;

/// A line in a gutter: its step's ends, and where it meets the edge, the lesser first.
#[derive(Clone, Copy)]
pub(super) struct Chord {
    pub(super) ends: (usize, usize),
    pub(super) low: Edge,
    pub(super) high: Edge,
}

impl Chord {
    /// Whether two lines cross that share no card.
    pub(super) fn crosses(&self, other: &Self) -> bool {
        let first = self.low < other.low && other.low < self.high && self.high < other.high;
        let second = other.low < self.low && self.low < other.high && other.high < self.high;
        let apart = self.ends.0 != other.ends.0 && self.ends.1 != other.ends.1;
        (first | second) & apart
    }
}
