//! Correlations of the columns of a survey, each respondent counted as often as a bootstrap draws.

use super::survey::Columns;

/// Below this part of the usual variance a column counts as constant.
const FLAT: f64 = 1e-12;

/// The correlations of all columns with each other, 0 where one of a pair is constant, and the least
/// number of respondents behind one of them.
pub(super) fn correlations(columns: &Columns, times: &[f64]) -> (Vec<Vec<f64>>, f64) {
    let count = columns.values.len();
    let mut matrix = vec![vec![0.0; count]; count];
    let mut least = f64::INFINITY;
    for one in 0..count {
        matrix[one][one] = 1.0;
        for other in 0..one {
            let (correlation, n) = pair(columns, one, other, times);
            matrix[one][other] = correlation;
            matrix[other][one] = correlation;
            least = least.min(n);
        }
    }
    (matrix, least)
}

/// Pearson's correlation over the respondents who gave both answers, and how many they are.
fn pair(columns: &Columns, one: usize, other: usize, times: &[f64]) -> (f64, f64) {
    let (x, y) = (&columns.values[one], &columns.values[other]);
    let (known_x, known_y) = (&columns.known[one], &columns.known[other]);
    let (mut n, mut sx, mut sy, mut sxx, mut syy, mut sxy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    for who in 0..x.len() {
        if known_x[who] && known_y[who] {
            let (w, a, b) = (times[who], x[who], y[who]);
            n += w;
            sx += w * a;
            sy += w * b;
            sxx += w * a * a;
            syy += w * b * b;
            sxy += w * a * b;
        }
    }
    if n <= 1.0 {
        return (0.0, n);
    }
    let (vx, vy) = ((sxx - sx * sx / n) / n, (syy - sy * sy / n) / n);
    if vx <= FLAT || vy <= FLAT {
        return (0.0, n);
    }
    let covariance = (sxy - sx * sy / n) / n;
    ((covariance / (vx.sqrt() * vy.sqrt())).clamp(-1.0, 1.0), n)
}
