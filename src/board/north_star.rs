//! The north star's number: where it stands, whether it has moved, and its way there.

use super::Board;
use super::lens::{Ground, Lens};
use crate::feedback::{Better, Day, Overlay, Sums, Tally};
use crate::journey::{AimMeasure, Charter, Journeys, TouchpointIndex};
use crate::measures::{
    Counts, Difference, Estimate, Gap, Histogram, Interval, Unsaid, ces, csat, difference,
    friction, gap, nps,
};

/// The weeks of a span that is said and compared.
const SPAN: i32 = 13;
/// The weeks of a point of the series, and how many points there are at most.
const POINT: i32 = 4;
const POINTS: i32 = 13;

/// The north star's number in one span of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StarValue {
    /// The first day of the span.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// The number, in the measure's own unit.
    pub value: f64,
    /// What its interval stands around: the number itself or, for friction, the share of complaints.
    pub estimate: Estimate,
    /// Which end is good.
    pub better: Better,
    /// How many answers it rests on.
    pub of: u64,
}

/// The north star with its number under the lens.
#[derive(Clone, Debug, PartialEq)]
pub struct StarReading {
    /// What is measured.
    pub measure: AimMeasure,
    /// The last span of the feedback.
    pub now: Result<StarValue, Unsaid>,
    /// The span before, as long.
    pub before: Result<StarValue, Unsaid>,
    /// From then to now.
    pub change: Result<Difference, Unsaid>,
    /// The value it should have, where one is declared.
    pub target: Option<f64>,
    /// The day by which it should.
    pub by: Option<Day>,
    /// How it stands against its target; `None` where none is declared.
    pub gap: Option<Result<Gap, Unsaid>>,
    /// The weeks of a span.
    pub weeks: i32,
    /// Up to a year in points of four weeks, the oldest first; empty where too few answered.
    pub series: Vec<Option<StarValue>>,
}

/// The first and the last day of a span.
type Span = (Day, Day);

/// The spans the number is said for.
struct Spans {
    weeks: i32,
    now: Span,
    before: Option<Span>,
    points: Vec<Span>,
}

impl Spans {
    /// The last whole weeks of some days: a week that has only begun says little.
    fn of((first, last): Span) -> Self {
        let end = last_whole(first, last).0;
        let all = ((end - first.0 + 1) / 7).max(1);
        let weeks = SPAN.min((all / 2).max(1));
        let back = |from: i32, to: i32| (Day((end - 7 * from + 1).max(first.0)), Day(end - 7 * to));
        // A span that began before the first week would be compared with a shorter one.
        let whole = end - 14 * weeks + 1 >= first.0;
        let points = POINTS.min(all / POINT);
        Self {
            weeks,
            now: back(weeks, 0),
            before: whole.then(|| back(2 * weeks, weeks)),
            points: (0..points)
                .rev()
                .map(|at| back(POINT * (at + 1), POINT * at))
                .collect(),
        }
    }
}

impl Board {
    /// The north star's number, from the days the lens shows; `None` where no metric is declared.
    pub(super) fn north_star(
        &self,
        journeys: &Journeys,
        charter: &Charter,
        overlay: &Overlay,
    ) -> Option<StarReading> {
        let star = charter.north_star.as_ref()?;
        let measure = star.metric?;
        let spans = self.days.map(Spans::of);
        let within = |span: Option<Span>| {
            let (from, to) = span.ok_or(Unsaid::NothingToCompare)?;
            self.star_value(journeys, &overlay.tally, measure, (from, to))
        };
        let dated = || spans.as_ref().ok_or(Unsaid::Undated);
        let now = dated().and_then(|spans| within(Some(spans.now)));
        let before = dated().and_then(|spans| within(spans.before));
        let estimates = (now.as_ref(), before.as_ref());
        let change = match estimates {
            (Ok(now), Ok(before)) => difference(&now.estimate, &before.estimate),
            (Err(reason), _) | (_, Err(reason)) => Err(reason.clone()),
        };
        let aim = |target: f64| {
            let now = now.as_ref().map_err(Unsaid::clone)?;
            let interval = (measure != AimMeasure::Friction).then_some(now.estimate.interval);
            gap(now.value, interval, target, now.better)
        };
        Some(StarReading {
            measure,
            target: star.target,
            by: star.by,
            gap: star.target.map(aim),
            now,
            before,
            change,
            weeks: spans.as_ref().map_or(SPAN, |spans| spans.weeks),
            series: (spans.iter().flat_map(|spans| &spans.points))
                .map(|span| within(Some(*span)).ok())
                .collect(),
        })
    }

    /// The number within some days.
    fn star_value(
        &self,
        journeys: &Journeys,
        tally: &Tally,
        measure: AimMeasure,
        (from, to): Span,
    ) -> Result<StarValue, Unsaid> {
        let lens = Lens {
            since: Some(from),
            until: Some(to),
            ..self.lens.clone()
        };
        let (counts, histograms) = self.said(journeys, tally, &lens.ground(tally));
        let value = |value, interval, better, of| StarValue {
            from,
            to,
            value,
            estimate: Estimate { value, interval },
            better,
            of,
        };
        match measure {
            AimMeasure::Nps => {
                nps(&histograms).map(|nps| value(nps.score, nps.interval(), Better::High, nps.of()))
            }
            AimMeasure::Csat => csat(&histograms)
                .map(|csat| value(csat.share, csat.interval, Better::High, csat.of)),
            AimMeasure::Ces => ces(&histograms).and_then(|ces| {
                let interval: Interval = ces.interval?;
                Some(value(ces.mean, interval, ces.better, ces.of))
            }),
            AimMeasure::Friction => friction(&counts, self.least_rows).map(|friction| StarValue {
                value: friction.value,
                ..value(friction.share, friction.interval, Better::Low, friction.of)
            }),
            AimMeasure::ContactRate => None,
        }
        .ok_or(Unsaid::Nobody)
        .and_then(|value| self.enough(value))
    }

    fn enough(&self, value: StarValue) -> Result<StarValue, Unsaid> {
        let (of, least) = (value.of, self.least_rows);
        if of < least {
            return Err(Unsaid::TooFew { of, least });
        }
        Ok(value)
    }

    /// All that was said at the touchpoints shown.
    fn said(
        &self,
        journeys: &Journeys,
        tally: &Tally,
        ground: &Ground,
    ) -> (Counts, Vec<Histogram>) {
        let mut by_reading = vec![0u64; tally.readings.len()];
        let mut room = Sums::default();
        for (at, journey) in journeys.all().iter().enumerate() {
            if !self.lens.shows(journeys, at) {
                continue;
            }
            for place in journey.touchpoints.clone() {
                let index = TouchpointIndex::new(place);
                ground.sums(tally, index, &mut room, |(_, _, reading), count| {
                    by_reading[usize::from(reading)] += count;
                });
            }
        }
        let mut counts = Counts::default();
        let all = tally.scales.iter().cloned().map(Histogram::new);
        let mut histograms: Vec<Histogram> = all.collect();
        for (reading, count) in tally.readings.iter().zip(by_reading) {
            counts.add(reading.polarity, count);
            if let Some((scale, score)) = reading.score.filter(|_| count > 0)
                && let Some(histogram) = histograms.get_mut(usize::from(scale))
            {
                histogram.add(score, count);
            }
        }
        (counts, histograms)
    }
}

/// The last Sunday of some days; the last day itself where they hold no whole week.
pub(super) fn last_whole(first: Day, last: Day) -> Day {
    let sunday = match last.weekday() {
        6 => last,
        _ => Day(last.monday().0 - 1),
    };
    if sunday.0 - 6 >= first.0 {
        sunday
    } else {
        last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    #[test]
    fn a_week_that_has_only_begun_is_in_no_span() {
        // 2026-11-04 is a Wednesday.
        let spans = Spans::of((day("2025-05-01"), day("2026-11-04")));
        assert_eq!(spans.now, (day("2026-08-03"), day("2026-11-01")));
        assert_eq!(spans.before, Some((day("2026-05-04"), day("2026-08-02"))));
        assert_eq!(spans.weeks, 13);
        assert_eq!(spans.points.len(), 13);
        assert_eq!(spans.points[12], (day("2026-10-05"), day("2026-11-01")));
    }

    #[test]
    fn a_short_history_is_halved_and_a_single_week_is_compared_with_nothing() {
        let spans = Spans::of((day("2026-10-05"), day("2026-11-01")));
        assert_eq!(spans.weeks, 2);
        assert_eq!(spans.before, Some((day("2026-10-05"), day("2026-10-18"))));
        let spans = Spans::of((day("2026-10-27"), day("2026-10-29")));
        assert_eq!(spans.now, (day("2026-10-27"), day("2026-10-29")));
        assert_eq!((spans.before, spans.points.len()), (None, 0));
    }
}
