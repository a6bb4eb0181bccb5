//! Who was a customer and who was lost, and how that differs by what they met at a touchpoint.

/// A group of customers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Headcount {
    /// Customers at the start.
    pub of: u64,
    /// Those of them that were lost.
    pub lost: u64,
}

impl Headcount {
    /// Counts one customer more.
    pub fn add(&mut self, lost: bool) {
        self.of += 1;
        self.lost += u64::from(lost);
    }
}

/// The customers known to have passed one touchpoint, parted by whether they complained there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Crossing {
    /// Those who complained.
    pub complained: Headcount,
    /// Those who passed, or said something else, and did not complain.
    pub content: Headcount,
}

/// The customers of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customers {
    /// All of them.
    pub total: Headcount,
    /// By segment, sorted by its name; `""` stands for customers without one.
    pub segments: Vec<(String, Headcount)>,
    /// One a touchpoint, in the workspace's order.
    pub crossings: Vec<Crossing>,
}
