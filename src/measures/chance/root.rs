//! Where a rising function crosses zero, by halving: slow but sure, to the last digit.

/// The point between `low` and `high` where a function that rises from below zero to above it does so.
pub(super) fn rising(mut low: f64, mut high: f64, function: impl Fn(f64) -> f64) -> f64 {
    for _ in 0..200 {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if function(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    low + (high - low) / 2.0
}
