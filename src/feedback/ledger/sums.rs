//! Room to add up the entries of one touchpoint by kind, used again for the next one.

/// Sums by kind: nothing is in them between one touchpoint and the next.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    pub(super) by_kind: Vec<u64>,
    /// Kinds that were met, where they are few.
    pub(super) met: Vec<u32>,
}

impl Sums {
    /// What there is of a kind, if anything, which is forgotten here.
    #[inline]
    pub(super) fn hand_over(&mut self, kind: u32, met: &mut impl FnMut(u32, u64)) {
        let sum = std::mem::take(&mut self.by_kind[kind as usize]);
        if sum > 0 {
            met(kind, sum);
        }
    }
}
