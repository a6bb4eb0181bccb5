//! The emotion curve: how customers felt from touchpoint to touchpoint, with gaps where nobody said.

use super::{Histogram, Mood, mood};

/// The emotion curve of one journey, of all customers or of one segment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EmotionCurve {
    /// One for each touchpoint in the order given; `None` is a gap.
    pub points: Vec<Option<Mood>>,
}

/// The curve over the histograms of each touchpoint, in the journey's order.
pub fn emotion_curve<'a>(touchpoints: impl IntoIterator<Item = &'a [Histogram]>) -> EmotionCurve {
    EmotionCurve {
        points: touchpoints.into_iter().map(mood).collect(),
    }
}

impl EmotionCurve {
    /// The places of the lowest and the highest point; the first among equals, `None` without a point.
    pub fn extremes(&self) -> Option<(usize, usize)> {
        let mut points = self
            .points
            .iter()
            .enumerate()
            .filter_map(|(place, point)| point.map(|mood| (place, mood.value)));
        let first = points.next()?;
        let (low, high) = points.fold((first, first), |(low, high), point| {
            (
                if point.1 < low.1 { point } else { low },
                if point.1 > high.1 { point } else { high },
            )
        });
        Some((low.0, high.0))
    }

    /// Stretches without a gap, as ranges of places: what may be joined by a line.
    pub fn stretches(&self) -> Vec<std::ops::Range<usize>> {
        let mut stretches: Vec<std::ops::Range<usize>> = Vec::new();
        for (place, _) in self.points.iter().enumerate().filter(|(_, p)| p.is_some()) {
            match stretches.last_mut().filter(|last| last.end == place) {
                Some(last) => last.end = place + 1,
                None => stretches.push(place..place + 1),
            }
        }
        stretches
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::{Scale, Score};

    #[test]
    fn the_curve_has_gaps_where_nothing_was_scored_and_knows_its_ends() {
        let scored = |score| {
            let mut histogram = Histogram::new(Scale::named("csat-5").unwrap());
            histogram.add(Score::whole(score), 3);
            vec![histogram]
        };
        let places = [scored(4), scored(1), vec![], scored(5), scored(5)];
        let curve = emotion_curve(places.iter().map(Vec::as_slice));
        assert_eq!(curve.extremes(), Some((1, 3)));
        assert_eq!(curve.stretches(), [0..2, 3..5]);
        assert_eq!(EmotionCurve::default().extremes(), None);
    }
}
