//! The Net Promoter Score with its margin of error.

use super::{Histogram, Interval, Z95};
use crate::feedback::{Instrument, Polarity};

/// A Net Promoter Score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nps {
    /// 9 and 10.
    pub promoters: u64,
    /// 7 and 8.
    pub passives: u64,
    /// 0 to 6.
    pub detractors: u64,
    /// -100 to 100.
    pub score: f64,
    /// Half the width of the 95 % interval.
    pub margin: f64,
}

impl Nps {
    /// How many answered.
    pub fn of(&self) -> u64 {
        self.promoters + self.passives + self.detractors
    }

    /// The 95 % interval: the score and its margin, as far as a score can go.
    pub fn interval(&self) -> Interval {
        Interval {
            low: (self.score - self.margin).max(-100.0),
            high: (self.score + self.margin).min(100.0),
        }
    }
}

/// 100 (p - d), with margin 1.96 x 100 sqrt((p + d - (p - d)^2) / n); `None` when nobody answered.
///
/// Source: F. F. Reichheld, "The one number you need to grow", Harvard Business Review, December
/// 2003; the variance is that of a variable that is +1, 0 or -1.
pub fn nps(histograms: &[Histogram]) -> Option<Nps> {
    let (mut promoters, mut passives, mut detractors) = (0, 0, 0);
    let asked = histograms
        .iter()
        .filter(|histogram| histogram.scale.instrument == Instrument::Nps);
    for histogram in asked {
        for (score, count) in &histogram.counts {
            match histogram.scale.polarity(*score) {
                Some(Polarity::Praise) => promoters += count,
                Some(Polarity::Complaint) => detractors += count,
                _ => passives += count,
            }
        }
    }
    let total = promoters + passives + detractors;
    if total == 0 {
        return None;
    }
    let n = total as f64;
    let (p, d) = (promoters as f64 / n, detractors as f64 / n);
    let variance = (p + d - (p - d).powi(2)).max(0.0);
    Some(Nps {
        promoters,
        passives,
        detractors,
        score: 100.0 * (p - d),
        margin: Z95 * 100.0 * (variance / n).sqrt(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::{Scale, Score};

    #[test]
    fn the_score_and_its_margin_agree_with_the_reference() {
        let mut histogram = Histogram::new(Scale::named("nps").unwrap());
        for (score, count) in [(10, 50), (8, 33), (3, 17)] {
            histogram.add(Score::whole(score), count);
        }
        let nps = nps(&[histogram]).unwrap();
        assert!((nps.score - 33.0).abs() < 1e-9);
        assert!((nps.margin - 14.68).abs() < 0.005);
        assert_eq!((nps.promoters, nps.passives, nps.detractors), (50, 33, 17));
    }

    #[test]
    fn other_scales_have_no_say() {
        let mut histogram = Histogram::new(Scale::named("csat-5").unwrap());
        histogram.add(Score::whole(5), 10);
        assert_eq!(nps(&[histogram]), None);
    }
}
