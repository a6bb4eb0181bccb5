//! Which segments a touchpoint hurts more or less than all others, corrected for how many were looked at.

use super::chance::fisher;
use super::{Counts, Interval, Unsaid, wilson};
use crate::feedback::spread;

/// One cell of the touchpoint x segment grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SegmentCell {
    /// The touchpoint's row in the grid given.
    pub touchpoint: usize,
    /// The segment's column.
    pub segment: usize,
    /// What the segment said there.
    pub counts: Counts,
    /// Its complaint share, 0 to 100.
    pub share: f64,
    /// The 95 % Wilson interval of the share, 0 to 100.
    pub interval: Interval,
    /// The complaint share of all other segments at the same touchpoint, 0 to 100.
    pub others: f64,
    /// The two-sided p-value of Fisher's exact test of the two shares.
    pub p: f64,
    /// The least false discovery rate at which the difference counts as found (Benjamini-Hochberg).
    pub q: f64,
}

/// Tests every segment at every touchpoint against all other segments at the same touchpoint.
///
/// Cells with fewer than `least` rows with a polarity, or whose others have fewer, are not tested and
/// do not count among those looked at. Cells come in the order of the grid, touchpoint by touchpoint.
/// Fisher's test is exact and holds what it promises in small cells; it is cautious there.
pub fn segment_grid(grid: &[Vec<Counts>], least: u64) -> Vec<SegmentCell> {
    let rows = spread(grid.iter().enumerate(), |(touchpoint, row)| {
        let mut all = Counts::default();
        for counts in row {
            all.merge(counts);
        }
        let cells = row.iter().enumerate();
        let cells =
            cells.filter_map(|(segment, counts)| cell((touchpoint, segment), counts, &all, least));
        cells.collect::<Vec<_>>()
    });
    let mut cells = rows.concat();
    let p: Vec<f64> = cells.iter().map(|cell| cell.p).collect();
    if let Ok(q) = discovery_rates(&p) {
        for (cell, q) in cells.iter_mut().zip(q) {
            cell.q = q;
        }
    }
    cells
}

fn cell(
    (touchpoint, segment): (usize, usize),
    counts: &Counts,
    all: &Counts,
    least: u64,
) -> Option<SegmentCell> {
    let of = counts.polar();
    let others = all.polar() - of;
    if of < least.max(1) || others < least.max(1) {
        return None;
    }
    let elsewhere = all.complaints - counts.complaints;
    Some(SegmentCell {
        touchpoint,
        segment,
        counts: *counts,
        share: 100.0 * counts.complaints as f64 / of as f64,
        interval: wilson(counts.complaints, of)?.times(100.0),
        others: 100.0 * elsewhere as f64 / others as f64,
        p: fisher(counts.complaints, of, elsewhere, others),
        q: 1.0,
    })
}

/// The p-values adjusted for how many there are: in rising order, q is the least of
/// p x m / j over this and all later p-values, the j-th of m.
///
/// Source: Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal
/// Statistical Society B 57 (1995), 289-300. It holds for independent tests and for those that depend on
/// each other positively.
pub fn discovery_rates(p: &[f64]) -> Result<Vec<f64>, Unsaid> {
    if p.iter().any(|p| !(0.0..=1.0).contains(p)) {
        return Err(Unsaid::NotANumber { what: "a p-value" });
    }
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let mut adjusted = vec![1.0; p.len()];
    let mut least = 1.0f64;
    for (rank, place) in order.into_iter().enumerate().rev() {
        least = least.min(p[place] * (p.len() as f64 / (rank + 1) as f64));
        adjusted[place] = least;
    }
    Ok(adjusted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(complaints: u64, praise: u64) -> Counts {
        Counts {
            complaints,
            praise,
            ..Counts::default()
        }
    }

    #[test]
    fn p_values_are_adjusted_as_in_the_paper() {
        let p = [0.01, 0.04, 0.03, 0.005];
        let q = discovery_rates(&p).unwrap();
        for (q, expected) in q.iter().zip([0.02, 0.04, 0.04, 0.02]) {
            assert!((q - expected).abs() < 1e-12);
        }
        assert!(discovery_rates(&[f64::NAN]).is_err());
        assert_eq!(discovery_rates(&[]), Ok(Vec::new()));
    }

    #[test]
    fn a_segment_that_suffers_more_is_found_and_a_small_one_is_not_tested() {
        let grid = [
            vec![counts(60, 40), counts(40, 160), counts(3, 1)],
            vec![counts(20, 80), counts(41, 159), counts(0, 0)],
        ];
        let cells = segment_grid(&grid, 30);
        let places: Vec<_> = cells.iter().map(|c| (c.touchpoint, c.segment)).collect();
        assert_eq!(places, [(0, 0), (0, 1), (1, 0), (1, 1)]);
        assert!(cells[0].q < 1e-6 && cells[0].share > cells[0].others);
        assert!(cells[2].q > 0.5);
        assert!(cells.iter().all(|cell| cell.q >= cell.p));
    }
}
