//! From which friction a touchpoint counts as hot, and how many rows it takes to say so.

/// What the workspace calls high friction, and the least number of rows a claim needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// Friction at or above this is hot; 0 to 100.
    pub high: f64,
    /// Below this many rows with a polarity no friction is said at all.
    pub least_rows: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            high: 25.0,
            least_rows: 30,
        }
    }
}
