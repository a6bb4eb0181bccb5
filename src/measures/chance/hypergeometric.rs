//! Fisher's exact test of a two by two table.

use super::Binomial;

/// A table's probabilities, given its margins: `drawn` of `marked + plain`.
#[derive(Clone, Copy)]
struct Table {
    marked: u64,
    plain: u64,
    drawn: u64,
    /// The share that is drawn.
    share: f64,
    /// The probability of drawing so many of all, where each is drawn with that share.
    whole: f64,
}

impl Table {
    fn new(marked: u64, plain: u64, drawn: u64) -> Self {
        let of = marked + plain;
        let share = drawn as f64 / of as f64;
        Self {
            marked,
            plain,
            drawn,
            share,
            whole: Binomial { of, share }.exactly(drawn),
        }
    }

    fn least(self) -> u64 {
        self.drawn.saturating_sub(self.plain)
    }

    fn most(self) -> u64 {
        self.drawn.min(self.marked)
    }

    /// The probability of `hits` marked ones among those drawn, as a product of binomials (Loader).
    fn exactly(self, hits: u64) -> f64 {
        let share = self.share;
        let part = |of, hits| Binomial { of, share }.exactly(hits);
        part(self.marked, hits) * part(self.plain, self.drawn - hits) / self.whole
    }

    /// The ratio of the probability of one hit more to that of `hits`.
    fn step(self, hits: u64) -> f64 {
        let up = (self.marked - hits) as f64 * (self.drawn - hits) as f64;
        let down = (hits + 1) as f64 * (self.plain + hits + 1 - self.drawn) as f64;
        up / down
    }

    /// The sum of probabilities from `hits` outwards, where `first` is that of `hits`.
    fn outwards(self, hits: u64, upwards: bool) -> f64 {
        let mut term = self.exactly(hits);
        let (mut sum, mut at) = (term, hits);
        loop {
            if upwards && at < self.most() {
                term *= self.step(at);
                at += 1;
            } else if !upwards && at > self.least() {
                at -= 1;
                term /= self.step(at);
            } else {
                return sum;
            }
            sum += term;
            if term < sum * 1e-18 {
                return sum;
            }
        }
    }
}

/// The two-sided p-value of Fisher's exact test: `hits` of `of` in one group against `other_hits` of
/// `other_of` in another. All tables with the same margins that are no more probable than this one count
/// (with a relative tolerance of 1e-7, as statistics packages have it). 1 when a margin is 0.
///
/// Source: R. A. Fisher, "On the interpretation of chi-squared from contingency tables, and the
/// calculation of P", Journal of the Royal Statistical Society 85 (1922), 87-94.
pub fn fisher(hits: u64, of: u64, other_hits: u64, other_of: u64) -> f64 {
    let (hits, other_hits) = (hits.min(of), other_hits.min(other_of));
    let (marked, plain) = (hits + other_hits, of - hits + other_of - other_hits);
    if marked == 0 || plain == 0 || of == 0 || other_of == 0 {
        return 1.0;
    }
    let table = Table::new(marked, plain, of);
    let bound = table.exactly(hits) * (1.0 + 1e-7);
    // The probabilities have one peak; from there, walk down each side to where they count.
    let peak = mode(table);
    let upper = crossing(table, peak, bound, true);
    let lower = crossing(table, peak, bound, false);
    let mut p = 0.0;
    if let Some(from) = upper {
        p += table.outwards(from, true);
    }
    if let Some(from) = lower.filter(|from| Some(*from) != upper) {
        p += table.outwards(from, false);
    }
    p.min(1.0)
}

fn mode(table: Table) -> u64 {
    let all = (table.marked + table.plain) as f64;
    let at = (table.drawn as f64 + 1.0) * (table.marked as f64 + 1.0) / (all + 2.0);
    (at.floor() as u64).clamp(table.least(), table.most())
}

/// The first value from the peak on, up or down, whose probability is at most `bound`, by halving.
fn crossing(table: Table, peak: u64, bound: f64, upwards: bool) -> Option<u64> {
    let counts = |hits: u64| table.exactly(hits) <= bound;
    let end = if upwards { table.most() } else { table.least() };
    if counts(peak) {
        // The observed table is the peak itself: everything counts, and the upward side takes it.
        return if upwards {
            Some(peak)
        } else {
            peak.checked_sub(1).filter(|below| *below >= table.least())
        };
    }
    if !counts(end) {
        return None;
    }
    let (mut inside, mut outside) = (peak, end);
    while inside.abs_diff(outside) > 1 {
        let middle = u64::midpoint(inside, outside);
        if counts(middle) {
            outside = middle;
        } else {
            inside = middle;
        }
    }
    Some(outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lady_tasting_tea_is_judged_as_fisher_did() {
        // 3 of 4 right against 1 of 4: 34/70 two-sided.
        assert!((fisher(3, 4, 1, 4) - 34.0 / 70.0).abs() < 1e-12);
        assert!((fisher(4, 4, 0, 4) - 2.0 / 70.0).abs() < 1e-12);
    }

    #[test]
    fn every_small_table_agrees_with_plain_enumeration() {
        for (of, other_of) in [(5u64, 9u64), (12, 4), (7, 7)] {
            for hits in 0..=of {
                for other in 0..=other_of {
                    let p = fisher(hits, of, other, other_of);
                    assert!((p - enumerated(hits, of, other, other_of)).abs() < 1e-12);
                }
            }
        }
    }

    fn enumerated(hits: u64, of: u64, other: u64, other_of: u64) -> f64 {
        let choose = |n: u64, k: u64| {
            (0..k)
                .map(|i| (n - i) as f64 / (i + 1) as f64)
                .product::<f64>()
        };
        let marked = hits + other;
        let weight = |k: u64| choose(of, k) * choose(other_of, marked - k);
        let all: Vec<f64> = (marked.saturating_sub(other_of)..=of.min(marked))
            .map(weight)
            .collect();
        let seen = weight(hits) * (1.0 + 1e-7);
        all.iter().filter(|w| **w <= seen).sum::<f64>() / all.iter().sum::<f64>()
    }

    #[test]
    fn an_empty_margin_says_nothing_against_chance() {
        assert!((fisher(0, 10, 0, 10) - 1.0).abs() < 1e-15);
        assert!((fisher(0, 0, 3, 10) - 1.0).abs() < 1e-15);
        assert!((fisher(10, 10, 10, 10) - 1.0).abs() < 1e-15);
    }
}
