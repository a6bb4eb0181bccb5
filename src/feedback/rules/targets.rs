//! What a tag, a value or a phrase leads to when a row has it.

/// Touchpoints it decides by itself, and parts of larger conditions it meets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Targets {
    touchpoints: Vec<u32>,
    leaves: Vec<u32>,
}

impl Targets {
    /// The touchpoints it decides, in order.
    pub(crate) fn touchpoints(&self) -> &[u32] {
        &self.touchpoints
    }

    /// The first of them.
    #[inline]
    pub(crate) fn first(&self) -> u32 {
        self.touchpoints.first().copied().unwrap_or(u32::MAX)
    }

    /// The parts of conditions it meets.
    pub(crate) fn leaves(&self) -> &[u32] {
        &self.leaves
    }

    /// Makes it decide a touchpoint.
    pub(crate) fn decide(&mut self, touchpoint: u32) {
        if let Err(place) = self.touchpoints.binary_search(&touchpoint) {
            self.touchpoints.insert(place, touchpoint);
        }
    }

    /// Makes it meet a part of a condition.
    pub(crate) fn meet(&mut self, leaf: u32) {
        if !self.leaves.contains(&leaf) {
            self.leaves.push(leaf);
        }
    }
}
