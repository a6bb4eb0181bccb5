//! The emotion curve segment by segment: how each group of customers felt from touchpoint to touchpoint.

use super::Board;
use crate::feedback::{Overlay, Sums};
use crate::journey::{JourneyIndex, Journeys, TouchpointIndex};
use crate::measures::{EmotionCurve, Histogram, emotion_curve};
use std::sync::Arc;

/// One segment's emotion curve over a journey.
#[derive(Clone, Debug, PartialEq)]
pub struct SegmentCurve {
    /// The segment; `""` stands for scores without one.
    pub segment: String,
    /// Its curve, one point for each touchpoint of the journey.
    pub curve: EmotionCurve,
    /// How many scores it rests on.
    pub of: u64,
}

impl Board {
    /// One curve for each segment that scored anything in a journey under the lens, those with most
    /// scores first. Cut when somebody asks for it.
    pub fn segment_curves(
        &self,
        journeys: &Journeys,
        overlay: &Overlay,
        journey: JourneyIndex,
    ) -> Vec<SegmentCurve> {
        let tally = &overlay.tally;
        let range = journeys
            .all()
            .get(journey)
            .map(|one| one.touchpoints.clone());
        let range = range.unwrap_or(0..0);
        let ground = self.lens.ground(tally);
        // One list of histograms for each segment and touchpoint.
        let mut scored = vec![vec![Vec::<Histogram>::new(); range.len()]; tally.segments.len()];
        let mut room = Sums::default();
        for (place, index) in range.map(TouchpointIndex::new).enumerate() {
            ground.sums(tally, index, &mut room, |(_, segment, reading), count| {
                let Some((scale, score)) = tally.readings[usize::from(reading)].score else {
                    return;
                };
                let scale = &tally.scales[usize::from(scale)];
                let here = &mut scored[usize::from(segment)][place];
                let known = here.iter().position(|one| one.scale == *scale);
                let at = known.unwrap_or_else(|| {
                    here.push(Histogram::new(Arc::clone(scale)));
                    here.len() - 1
                });
                here[at].add(score, count);
            });
        }
        let all = tally.segments.iter().zip(&scored);
        let mut curves: Vec<SegmentCurve> = all
            .map(|(segment, places)| {
                let curve = emotion_curve(places.iter().map(Vec::as_slice));
                SegmentCurve {
                    segment: segment.clone(),
                    of: curve.points.iter().flatten().map(|mood| mood.of).sum(),
                    curve,
                }
            })
            .filter(|curve| curve.of > 0)
            .collect();
        curves.sort_by(|a, b| b.of.cmp(&a.of).then_with(|| a.segment.cmp(&b.segment)));
        curves
    }
}
