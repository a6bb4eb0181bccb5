//! Ranks words by how much more frequent they are among unmapped rows than among mapped ones, so that
//! words common everywhere sink without a list of them for any language.

/// How many rows have a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    /// Rows that have it.
    pub(super) with: u64,
    /// All rows.
    pub(super) of: u64,
}

/// The log-likelihood ratio of a word's share among unmapped rows against its share among mapped ones;
/// 0 where it is no more frequent among the unmapped. With no mapped rows there is nothing to compare
/// with, and the ratio is 0 for every word.
///
/// Source: T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
/// Linguistics 19 (1993), 61-74.
pub(super) fn surprise(unmapped: Share, mapped: Share) -> f64 {
    let rate = |share: Share| share.with as f64 / (share.of as f64).max(1.0);
    if mapped.of == 0 || rate(unmapped) <= rate(mapped) {
        return 0.0;
    }
    let all = (unmapped.of + mapped.of) as f64;
    let with = (unmapped.with + mapped.with) as f64;
    let cell = |observed: u64, rows: u64, columns: f64| {
        let expected = rows as f64 * columns / all;
        if observed == 0 {
            0.0
        } else {
            observed as f64 * (observed as f64 / expected).ln()
        }
    };
    let sum = cell(unmapped.with, unmapped.of, with)
        + cell(mapped.with, mapped.of, with)
        + cell(unmapped.of - unmapped.with, unmapped.of, all - with)
        + cell(mapped.of - mapped.with, mapped.of, all - with);
    (2.0 * sum).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(with: u64, of: u64) -> Share {
        Share { with, of }
    }

    #[test]
    fn the_ratio_agrees_with_a_value_worked_out_by_hand() {
        // 30 of 100 against 10 of 100: 2 (30 ln 1.5 + 10 ln 0.5 + 70 ln 0.875 + 90 ln 1.125).
        let expected = 2.0
            * (30.0 * 1.5_f64.ln()
                + 10.0 * 0.5_f64.ln()
                + 70.0 * 0.875_f64.ln()
                + 90.0 * 1.125_f64.ln());
        assert!((surprise(share(30, 100), share(10, 100)) - expected).abs() < 1e-9);
        assert!((expected - 12.97).abs() < 0.01);
    }

    #[test]
    fn a_word_that_is_common_everywhere_says_nothing() {
        assert!(surprise(share(90, 100), share(900, 1_000)).abs() < 1e-9);
        assert!(surprise(share(10, 100), share(30, 100)).abs() < 1e-9);
        assert!(surprise(share(10, 100), share(0, 0)).abs() < 1e-9);
        assert!(surprise(share(10, 10), share(0, 100)) > surprise(share(10, 10), share(5, 100)));
    }
}
