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
    let pairs = (0..count).flat_map(|one| (0..=one).map(move |other| (one, other)));
    for (one, other) in pairs {
        let (correlation, n) = if one == other {
            (1.0, f64::INFINITY)
        } else {
            pair(columns, one, other, times)
        };
        matrix[one][other] = correlation;
        matrix[other][one] = correlation;
        least = least.min(n);
    }
    (matrix, least)
}

/// Pearson's correlation over the respondents who gave both answers, and how many they are.
fn pair(columns: &Columns, one: usize, other: usize, times: &[f64]) -> (f64, f64) {
    let (x, y) = (&columns.values[one], &columns.values[other]);
    let (known_x, known_y) = (&columns.known[one], &columns.known[other]);
    let mut sums = Sums::default();
    for who in (0..x.len()).filter(|who| known_x[*who] && known_y[*who]) {
        sums.add(x[who], y[who], times[who]);
    }
    (sums.correlation(), sums.count)
}

/// The sums a correlation is made of.
#[derive(Default)]
struct Sums {
    count: f64,
    x: f64,
    y: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Sums {
    fn add(&mut self, x: f64, y: f64, times: f64) {
        self.count += times;
        self.x += times * x;
        self.y += times * y;
        self.xx += times * x * x;
        self.yy += times * y * y;
        self.xy += times * x * y;
    }

    fn correlation(&self) -> f64 {
        let n = self.count;
        if n <= 1.0 {
            return 0.0;
        }
        let (spread_x, spread_y) = (
            (self.xx - self.x * self.x / n) / n,
            (self.yy - self.y * self.y / n) / n,
        );
        if spread_x <= FLAT || spread_y <= FLAT {
            return 0.0;
        }
        let joint = (self.xy - self.x * self.y / n) / n;
        (joint / (spread_x.sqrt() * spread_y.sqrt())).clamp(-1.0, 1.0)
    }
}
