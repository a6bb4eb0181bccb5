//! The filter everything is seen through.

use crate::feedback::{Day, Entry, Overlay, Place, Sums, Tally};
use crate::journey::{Journeys, TouchpointIndex};

/// Which feedback counts. An empty list means "all of them".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lens {
    /// The first day that counts. A lens with a day leaves undated feedback out.
    pub since: Option<Day>,
    /// The last day that counts.
    pub until: Option<Day>,
    /// Ids of sources.
    pub sources: Vec<String>,
    /// Segments; `""` stands for feedback without one.
    pub segments: Vec<String>,
    /// Ids of journeys.
    pub journeys: Vec<String>,
}

/// A lens with the names it speaks of looked up, for the inner loop.
pub(super) struct Ground {
    since: i32,
    until: i32,
    sources: Vec<bool>,
    segments: Vec<bool>,
    /// Whether every source and segment is let through.
    all: bool,
}

impl Lens {
    /// Whether it lets everything through.
    pub fn is_clear(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it looks at dates, and so leaves undated feedback out.
    pub fn has_dates(&self) -> bool {
        self.since.is_some() || self.until.is_some()
    }

    /// Whether a day is seen through it.
    pub(super) fn holds(&self, day: i32) -> bool {
        self.since.is_none_or(|since| since.0 <= day)
            && self.until.is_none_or(|until| day <= until.0)
    }

    /// Whether a journey is seen through it.
    pub fn shows(&self, journeys: &Journeys, journey: usize) -> bool {
        self.journeys.is_empty() || self.journeys.contains(&journeys.all()[journey].id)
    }

    /// The newest rows with text at a touchpoint that it lets through, at most so many. Only rows whose
    /// places were kept can be among them.
    pub fn newest(
        &self,
        overlay: &Overlay,
        touchpoint: TouchpointIndex,
        most: usize,
    ) -> Vec<Place> {
        let ground = self.ground(&overlay.tally);
        let places = overlay.places_of(touchpoint.index() as u32).iter();
        let seen = places.filter(|place| {
            ground.lets_through(&Entry {
                touchpoint: place.touchpoint,
                day: place.day,
                source: place.source,
                segment: place.segment,
                reading: place.reading,
                count: 1,
            })
        });
        seen.take(most).copied().collect()
    }

    pub(super) fn ground(&self, tally: &Tally) -> Ground {
        let chosen = |names: &[String], wanted: &[String]| {
            names
                .iter()
                .map(|name| wanted.is_empty() || wanted.contains(name))
                .collect()
        };
        Ground {
            // Undated entries carry the least number there is, so any date at all excludes them.
            since: match (self.since, self.until) {
                (Some(day), _) => day.0,
                (None, Some(_)) => i32::MIN + 1,
                (None, None) => i32::MIN,
            },
            until: self.until.map_or(i32::MAX, |day| day.0),
            all: self.sources.is_empty() && self.segments.is_empty(),
            sources: chosen(&tally.sources, &self.sources),
            segments: chosen(&tally.segments, &self.segments),
        }
    }
}

impl Ground {
    /// Whether it lets an entry through.
    pub(super) fn lets_through(&self, entry: &Entry) -> bool {
        entry.day >= self.since
            && entry.day <= self.until
            && self.knows(entry.source, entry.segment)
    }

    /// Of one touchpoint's entries those that it lets through.
    pub(super) fn of<'t>(
        &'t self,
        tally: &'t Tally,
        index: TouchpointIndex,
    ) -> impl Iterator<Item = Entry> {
        let within = tally.during(index, self.since, self.until);
        within.filter(|entry| self.all || self.knows(entry.source, entry.segment))
    }

    /// Calls `met` with the day and the kind of every dated entry of a touchpoint on a day it lets through, and its
    /// count; kinds as [`Tally::kinds`] lists them, whether it lets them through or not.
    pub(super) fn each_dated(
        &self,
        tally: &Tally,
        index: TouchpointIndex,
        met: impl FnMut(i32, u32, u64),
    ) {
        // Undated entries carry the least number there is.
        tally.each(index, (self.since.max(i32::MIN + 1), self.until), met);
    }

    /// Calls `met` with what they come to by source, segment and reading.
    pub(super) fn sums(
        &self,
        tally: &Tally,
        index: TouchpointIndex,
        sums: &mut Sums,
        mut met: impl FnMut((u16, u16, u16), u64),
    ) {
        tally.sums(index, (self.since, self.until), sums, |kind, count| {
            if self.all || self.knows(kind.0, kind.1) {
                met(kind, count);
            }
        });
    }

    /// Whether undated feedback is seen.
    pub(super) fn holds_undated(&self) -> bool {
        self.since == i32::MIN
    }

    /// Whether a source and a segment are let through.
    pub(super) fn knows(&self, source: u16, segment: u16) -> bool {
        self.sources[usize::from(source)] && self.segments[usize::from(segment)]
    }
}
