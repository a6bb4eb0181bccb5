//! Importance against performance: the classic four fields.

use crate::measures::Unsaid;

/// Where a touchpoint lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quadrant {
    /// Important, and done badly.
    ConcentrateHere,
    /// Important, and done well.
    KeepUpTheGoodWork,
    /// Not so important, and done badly.
    LowPriority,
    /// Not so important, and done well.
    PossibleOverkill,
}

impl Quadrant {
    /// The field's name.
    pub fn words(self) -> &'static str {
        match self {
            Self::ConcentrateHere => "concentrate here",
            Self::KeepUpTheGoodWork => "keep up the good work",
            Self::LowPriority => "low priority",
            Self::PossibleOverkill => "possible overkill",
        }
    }
}

/// The field of each pair of importance and performance, cut at the means of both; a mean itself counts
/// as high. A high performance must be a good one.
///
/// Source: J. A. Martilla, J. C. James, "Importance-performance analysis", Journal of Marketing 41 (1977),
/// 77-79. Limit: the cuts are relative: half of the touchpoints are "bad" even where all are good.
pub fn quadrants(points: &[(f64, f64)]) -> Result<Vec<Quadrant>, Unsaid> {
    if points.is_empty() {
        return Err(Unsaid::Nobody);
    }
    let count = points.len() as f64;
    let importance = points.iter().map(|point| point.0 / count).sum::<f64>();
    let performance = points.iter().map(|point| point.1 / count).sum::<f64>();
    if !(importance.is_finite() && performance.is_finite()) {
        return Err(Unsaid::NotANumber {
            what: "an importance or a performance",
        });
    }
    // Equal values may not differ from their mean by rounding alone.
    let reaches = |value: f64, mean: f64| value - mean >= -1e-12 * mean.abs();
    let field =
        |point: &(f64, f64)| match (reaches(point.0, importance), reaches(point.1, performance)) {
            (true, false) => Quadrant::ConcentrateHere,
            (true, true) => Quadrant::KeepUpTheGoodWork,
            (false, false) => Quadrant::LowPriority,
            (false, true) => Quadrant::PossibleOverkill,
        };
    Ok(points.iter().map(field).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_fields_are_cut_at_the_means() {
        let points = [(40.0, 3.1), (30.0, 4.5), (10.0, 3.0), (20.0, 4.4)];
        let words: Vec<_> = quadrants(&points)
            .unwrap()
            .into_iter()
            .map(Quadrant::words)
            .collect();
        let expected = [
            "concentrate here",
            "keep up the good work",
            "low priority",
            "possible overkill",
        ];
        assert_eq!(words, expected);
        assert_eq!(quadrants(&[]), Err(Unsaid::Nobody));
        assert!(quadrants(&[(f64::NAN, 1.0)]).is_err());
        assert_eq!(
            quadrants(&[(0.1, 3.3); 3]).unwrap(),
            [Quadrant::KeepUpTheGoodWork; 3]
        );
    }
}
