//! The emotion curve's value at one touchpoint: the mean of its scores on one common scale.

use super::Histogram;

/// How customers felt at a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mood {
    /// -2 (as bad as the scales go) to +2 (as good).
    pub value: f64,
    /// How many scores it rests on.
    pub of: u64,
}

/// The mean of all scores, each brought to -2..+2 by its own scale's ends; `None`, a gap in the curve,
/// when nothing was scored. Rows that only have a polarity have no say: a ticket queue hears nobody
/// who is content.
pub fn mood(histograms: &[Histogram]) -> Option<Mood> {
    let (mut sum, mut of) = (0.0, 0);
    for histogram in histograms {
        for (score, count) in &histogram.counts {
            sum += histogram.scale.mood(*score) * *count as f64;
            of += count;
        }
    }
    (of > 0).then(|| Mood {
        value: sum / of as f64,
        of,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::{Scale, Score};

    #[test]
    fn scores_of_different_scales_meet_on_one() {
        let mut stars = Histogram::new(Scale::named("stars-5").unwrap());
        stars.add(Score::whole(5), 1);
        let mut effort = Histogram::new(Scale::named("ces-5").unwrap());
        effort.add(Score::whole(5), 1);
        assert_eq!(mood(&[stars, effort]), Some(Mood { value: 0.0, of: 2 }));
        assert_eq!(mood(&[]), None);
    }
}
