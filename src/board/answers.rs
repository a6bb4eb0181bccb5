//! The customers who were asked: rows of sources in which good and bad can both be heard.

use super::Board;
use crate::feedback::{Overlay, Polarity, Sums};
use crate::journey::TouchpointIndex;
use crate::measures::Counts;

impl Board {
    /// What was said at a touchpoint in sources that give scores or that brought both complaints and
    /// something else here. A ticket queue, in which every row is a complaint, is left out: of how many
    /// it is a share nobody knows.
    pub fn answers(&self, overlay: &Overlay, index: TouchpointIndex) -> Counts {
        let tally = &overlay.tally;
        let ground = self.lens.ground(tally);
        let mut sources = vec![(Counts::default(), false); tally.sources.len()];
        let add = |(source, _, reading): (u16, u16, u16), count| {
            let reading = &tally.readings[usize::from(reading)];
            let (counts, scored) = &mut sources[usize::from(source)];
            counts.add(reading.polarity, count);
            *scored |= reading.score.is_some() && reading.polarity != Polarity::Unscored;
        };
        ground.sums(tally, index, &mut Sums::default(), add);
        let mut all = Counts::default();
        for (counts, scored) in &sources {
            let both = counts.complaints > 0 && counts.polar() > counts.complaints;
            if *scored || both {
                all.merge(counts);
            }
        }
        all
    }
}
