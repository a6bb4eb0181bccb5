//! The board itself: every touchpoint and journey with its numbers under one lens.

use super::lens::Ground;
use super::polarities::{Heaps, Polarities};
use super::sums::{shares, touchpoint_sheets};
use super::{JourneySheet, Lens, StarReading, Totals, TouchpointSheet, pain};
use crate::feedback::{Day, Overlay, Polarity, Sums, Tally, Week, spread};
use crate::journey::{Charter, JourneyIndex, Journeys, TouchpointIndex, Vigilance};
use crate::measures::{
    Counts, Friction, Histogram, Severity, ces, csat, friction, friction_weighted, nps,
};

/// Journeys x tallies x measures under a lens.
#[derive(Clone, Debug)]
pub struct Board {
    /// The lens it was made under.
    pub lens: Lens,
    /// One for each touchpoint, in the workspace's order; those of journeys the lens hides included.
    pub touchpoints: Vec<TouchpointSheet>,
    /// One for each journey, in the workspace's order.
    pub journeys: Vec<JourneySheet>,
    /// The workspace in a line.
    pub totals: Totals,
    /// The first and last week of the lens or, where it is open, of the feedback; `None` when nothing
    /// is dated.
    pub weeks: Option<(Week, Week)>,
    /// The days that belong to them: from the first day on which anything counts to the last.
    pub days: Option<(Day, Day)>,
    /// Below this many rows with a polarity nothing is claimed.
    pub least_rows: u64,
    /// How weekly series are watched.
    pub vigilance: Vigilance,
    /// The day it is looked at, from which promises are overdue; `None` until somebody who may read a
    /// calendar says so.
    pub today: Option<Day>,
    /// The north star's number; `None` where no metric is declared.
    pub star: Option<StarReading>,
    /// The touchpoints an export is to speak of, by their places; `None` for all of them.
    pub only: Option<Vec<bool>>,
}

/// Counts week by week, from the board's first week to its last, weeks of silence included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// The week of the first count.
    pub first: Option<Week>,
    /// One for each week.
    pub counts: Vec<Counts>,
}

/// One touchpoint's counts, cut three ways under the lens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// Weeks in which something was said, in order.
    pub by_week: Vec<(Week, Counts)>,
    /// Segments that said something, by name.
    pub by_segment: Vec<(String, Counts)>,
    /// Sources in which something was said, in the workspace's order.
    pub by_source: Vec<(String, Counts)>,
}

impl Board {
    /// Joins everything under a lens.
    pub fn build(journeys: &Journeys, charter: &Charter, overlay: &Overlay, lens: &Lens) -> Self {
        let ground = lens.ground(&overlay.tally);
        let mut touchpoints = touchpoint_sheets(journeys, charter, &overlay.tally, &ground);
        weigh(&mut touchpoints, charter, &overlay.tally, &ground);
        let typical = pain::typical(&touchpoints);
        let sheets = spread(parts(journeys, &mut touchpoints), |(journey, sheets)| {
            pain::settle(sheets, typical);
            journey_sheet(journey, journeys, charter, sheets)
        });
        let shown: Vec<_> = (0..journeys.all().len())
            .filter(|journey| lens.shows(journeys, *journey))
            .collect();
        let mut counts = Counts::default();
        for journey in shown {
            counts.merge(&sheets[journey].counts);
        }
        let days = days(lens, &overlay.tally);
        let mut board = Self {
            lens: lens.clone(),
            weeks: days.map(|(first, last)| (first.week(), last.week())),
            days,
            least_rows: charter.thresholds.least_rows,
            vigilance: charter.vigilance,
            today: None,
            only: None,
            touchpoints,
            journeys: sheets,
            totals: Totals {
                books: overlay.books.total(),
                counts,
            },
            star: None,
        };
        board.star = board.north_star(journeys, charter, overlay);
        board
    }

    /// The same board, looked at on a day.
    #[must_use]
    pub fn on(mut self, today: Day) -> Self {
        self.today = Some(today);
        self
    }

    /// Keeps what exports speak of to the touchpoints that a query finds. Numbers stay as they are.
    pub fn keep_only(&mut self, found: &[TouchpointIndex]) {
        let mut only = vec![false; self.touchpoints.len()];
        for index in found {
            if let Some(kept) = only.get_mut(index.index()) {
                *kept = true;
            }
        }
        self.only = Some(only);
    }

    /// Whether lens and query let a touchpoint through.
    pub fn shows(&self, journeys: &Journeys, index: TouchpointIndex) -> bool {
        let kept = self.only.as_ref();
        kept.is_none_or(|only| only.get(index.index()).copied().unwrap_or(false))
            && self
                .lens
                .shows(journeys, journeys.touchpoint(index).journey)
    }

    /// Whether they let a journey through: one of its touchpoints at least.
    pub fn shows_journey(&self, journeys: &Journeys, journey: JourneyIndex) -> bool {
        let kept = |only: &Vec<bool>| {
            let range = journeys.all()[journey].touchpoints.clone();
            range
                .into_iter()
                .any(|place| only.get(place) == Some(&true))
        };
        self.lens.shows(journeys, journey) && self.only.as_ref().is_none_or(kept)
    }

    /// The numbers of one touchpoint.
    pub fn touchpoint(&self, index: TouchpointIndex) -> &TouchpointSheet {
        &self.touchpoints[index.index()]
    }

    /// One touchpoint's counts by week, segment and source.
    pub fn detail(&self, overlay: &Overlay, index: TouchpointIndex) -> Detail {
        let tally = &overlay.tally;
        let ground = self.lens.ground(tally);
        let polarities = Polarities::of(&ground, tally);
        let mut by_week: Vec<(Week, Heaps)> = Vec::new();
        // Entries come by day: a week is looked up where it begins, not for each of them.
        let mut within = 0..0;
        ground.each_dated(tally, index, |day, kind, count| {
            if !within.contains(&day) {
                let monday = Day(day).monday().0;
                within = monday..monday + 7;
                by_week.push((Day(day).week(), Heaps::default()));
            }
            if let Some((_, week)) = by_week.last_mut() {
                week.add(&polarities, kind, count);
            }
        });
        let by_week = by_week
            .into_iter()
            .map(|(week, heaps)| (week, heaps.counts()));
        let (mut by_segment, mut by_source) = (Vec::new(), Vec::new());
        let add = |(source, segment, reading): (u16, u16, u16), count| {
            let polarity = tally.readings[usize::from(reading)].polarity;
            at(&mut by_segment, segment).add(polarity, count);
            at(&mut by_source, source).add(polarity, count);
        };
        ground.sums(tally, index, &mut Sums::default(), add);
        let named = |counts: Vec<Counts>, names: &[String]| {
            let named = names.iter().cloned().zip(counts);
            named.filter(|(_, counts)| counts.feedback() > 0).collect()
        };
        Detail {
            by_week: by_week
                .filter(|(_, counts)| counts.feedback() > 0)
                .collect(),
            by_segment: named(by_segment, &tally.segments),
            by_source: named(by_source, &tally.sources),
        }
    }

    /// Counts week by week of several touchpoints together: one touchpoint's trend, or a journey's.
    pub fn series(
        &self,
        overlay: &Overlay,
        touchpoints: impl Iterator<Item = TouchpointIndex>,
    ) -> Series {
        let Some((first, last)) = self.weeks else {
            return Series::default();
        };
        let ground = self.lens.ground(&overlay.tally);
        let monday = first.monday().0;
        let length = (last.monday().0 - monday) / 7 + 1;
        let polarities = Polarities::of(&ground, &overlay.tally);
        let none = vec![Heaps::default(); length.max(0) as usize];
        let add = |mut weeks: Vec<Heaps>, index: &TouchpointIndex| {
            // A touchpoint's entries come by day: a week is looked up where it begins.
            let (mut week, mut end) = (0, i32::MIN);
            ground.each_dated(&overlay.tally, *index, |day, kind, count| {
                if day >= end {
                    week = ((day - monday) / 7) as usize;
                    end = monday + 7 * (week as i32 + 1);
                }
                if let Some(heaps) = weeks.get_mut(week) {
                    heaps.add(&polarities, kind, count);
                }
            });
            weeks
        };
        let touchpoints: Vec<TouchpointIndex> = touchpoints.collect();
        let shares = shares(&overlay.tally, &touchpoints);
        let parts = spread(&shares, |share| share.iter().fold(none.clone(), add));
        let counts = parts.into_iter().reduce(|mut sum, part| {
            sum.iter_mut()
                .zip(&part)
                .for_each(|(sum, part)| sum.merge(part));
            sum
        });
        Series {
            first: Some(first),
            counts: counts
                .unwrap_or(none)
                .into_iter()
                .map(Heaps::counts)
                .collect(),
        }
    }
}

/// The touchpoints' sheets, journey by journey.
pub(super) fn parts<'s>(
    journeys: &Journeys,
    sheets: &'s mut [TouchpointSheet],
) -> Vec<(JourneyIndex, &'s mut [TouchpointSheet])> {
    let mut rest = sheets;
    let lengths = journeys
        .all()
        .iter()
        .map(|journey| journey.touchpoints.len());
    let parts = lengths.map(|length| {
        let (part, others) = std::mem::take(&mut rest).split_at_mut(length);
        rest = others;
        part
    });
    parts.enumerate().collect()
}

/// The counts at a place of a list, which grows to have it.
fn at(list: &mut Vec<Counts>, place: u16) -> &mut Counts {
    let place = usize::from(place);
    if list.len() <= place {
        list.resize(place + 1, Counts::default());
    }
    &mut list[place]
}

/// One journey's numbers, from the sheets of its touchpoints.
pub(super) fn journey_sheet(
    journey: JourneyIndex,
    journeys: &Journeys,
    charter: &Charter,
    sheets: &[TouchpointSheet],
) -> JourneySheet {
    let mut counts = Counts::default();
    let mut histograms: Vec<Histogram> = Vec::new();
    let (mut hot, mut hot_unowned, mut unowned) = (0, 0, 0);
    for sheet in sheets {
        counts.merge(&sheet.counts);
        Histogram::merge_all(&mut histograms, &sheet.histograms);
        let nobody = journeys.touchpoint(sheet.touchpoint).owner.is_none();
        hot += usize::from(sheet.hot);
        unowned += usize::from(nobody);
        hot_unowned += usize::from(sheet.hot && nobody);
    }
    JourneySheet {
        journey,
        friction: friction(&counts, charter.thresholds.least_rows),
        nps: nps(&histograms),
        ces: ces(&histograms),
        csat: csat(&histograms),
        counts,
        hot,
        hot_unowned,
        unowned,
    }
}

fn days(lens: &Lens, tally: &Tally) -> Option<(Day, Day)> {
    let days = tally.days()?;
    let first = lens.since.unwrap_or(days.start).max(days.start);
    let last = lens.until.unwrap_or(days.end).min(Day(days.end.0 - 1));
    (first <= last).then_some((first, last))
}

/// Adds up severities and weighs friction by them, where any complaint seen through the lens says how
/// severe it is. What is typical is the mean over all of them.
fn weigh(sheets: &mut [TouchpointSheet], charter: &Charter, tally: &Tally, ground: &Ground) {
    let mut all = Severity::default();
    for weight in tally.weights() {
        let complains =
            tally.readings[weight.entry.reading as usize].polarity == Polarity::Complaint;
        let sheet = sheets.get_mut(weight.entry.touchpoint as usize);
        if let Some(sheet) = sheet.filter(|_| complains && ground.lets_through(&weight.entry)) {
            let severity = Severity {
                of: weight.of,
                sum: weight.sum,
                squares: weight.squares,
            };
            sheet.severity.merge(&severity);
            all.merge(&severity);
        }
    }
    let typical = all.mean().ok();
    let (high, least) = (charter.thresholds.high, charter.thresholds.least_rows);
    for sheet in sheets.iter_mut().filter(|_| typical.is_some()) {
        sheet.friction = weighted(&sheet.counts, &sheet.severity, typical, least);
        sheet.hot = sheet
            .friction
            .is_some_and(|friction| friction.value >= high);
    }
}

/// Friction, weighted where it is known what a typical complaint costs.
pub(super) fn weighted(
    counts: &Counts,
    severity: &Severity,
    typical: Option<f64>,
    least: u64,
) -> Option<Friction> {
    match typical.filter(|typical| *typical > 0.0) {
        Some(typical) => friction_weighted(counts, severity, typical, least).ok(),
        None => friction(counts, least),
    }
}
