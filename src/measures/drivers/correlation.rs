//! Correlations of the columns of a survey, from sums over respondents that can be added up group by group.

use super::survey::Columns;

/// Below this part of the usual variance a column counts as constant.
const FLAT: f64 = 1e-12;

/// What the correlation of two columns is made of, over those who answered both: how many they are, and
/// the sums of x, y, xx, yy and xy.
type Sums = [f64; 6];

/// The sums of every pair of columns over some respondents.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    columns: usize,
    /// Of the second column with the first, then of the third with both before it, and so on.
    sums: Vec<Sums>,
}

impl Pairs {
    /// Over nobody.
    pub(super) fn none(columns: &Columns) -> Self {
        let columns = columns.values.len();
        Self {
            columns,
            sums: vec![[0.0; 6]; columns * columns.saturating_sub(1) / 2],
        }
    }

    /// Counts one respondent in.
    pub(super) fn count(&mut self, columns: &Columns, who: usize) {
        let mut sums = self.sums.iter_mut();
        for one in 0..self.columns {
            let (x, knows) = (columns.values[one][who], columns.known[one][who]);
            for (other, sums) in (0..one).zip(&mut sums) {
                if knows && columns.known[other][who] {
                    let y = columns.values[other][who];
                    for (sum, part) in sums.iter_mut().zip([1.0, x, y, x * x, y * y, x * y]) {
                        *sum += part;
                    }
                }
            }
        }
    }

    /// The correlations of all columns with each other, 0 where one of a pair is constant, and the least
    /// number of respondents behind one of them.
    pub(super) fn correlations(&self) -> (Vec<Vec<f64>>, f64) {
        let mut matrix = vec![vec![1.0; self.columns]; self.columns];
        let mut least = f64::INFINITY;
        let places = (0..self.columns).flat_map(|one| (0..one).map(move |other| (one, other)));
        for ((one, other), sums) in places.zip(&self.sums) {
            let correlation = correlation(sums);
            matrix[one][other] = correlation;
            matrix[other][one] = correlation;
            least = least.min(sums[0]);
        }
        (matrix, least)
    }
}

/// The correlations of all columns with each other, for each draw of some groups of respondents: a draw
/// says how many times each group counts.
///
/// It goes pair by pair, so that what is read for every draw stays near the processor.
pub(super) fn drawn(groups: &[Pairs], draws: &[Vec<u16>]) -> Vec<Vec<Vec<f64>>> {
    let columns = groups.first().map_or(0, |group| group.columns);
    let mut matrices = vec![vec![vec![1.0; columns]; columns]; draws.len()];
    let places = (0..columns).flat_map(|one| (0..one).map(move |other| (one, other)));
    for (pair, (one, other)) in places.enumerate() {
        let sums: Vec<Sums> = groups.iter().map(|group| group.sums[pair]).collect();
        for (times, matrix) in draws.iter().zip(&mut matrices) {
            let correlation = correlation(&weighed(&sums, times));
            matrix[one][other] = correlation;
            matrix[other][one] = correlation;
        }
    }
    matrices
}

/// The sums over groups that each count so many times.
fn weighed(groups: &[Sums], times: &[u16]) -> Sums {
    let mut all = [0.0; 6];
    for (sums, times) in groups.iter().zip(times) {
        let times = f64::from(*times);
        for (sum, part) in all.iter_mut().zip(sums) {
            *sum += times * part;
        }
    }
    all
}

/// Pearson's correlation.
fn correlation([n, x, y, xx, yy, xy]: &Sums) -> f64 {
    if *n <= 1.0 {
        return 0.0;
    }
    let (spread_x, spread_y) = ((xx - x * x / n) / n, (yy - y * y / n) / n);
    if spread_x <= FLAT || spread_y <= FLAT {
        return 0.0;
    }
    let joint = (xy - x * y / n) / n;
    (joint / (spread_x.sqrt() * spread_y.sqrt())).clamp(-1.0, 1.0)
}
