//! The filter everything is seen through.

use crate::feedback::{Day, Entry, Overlay, Place, Tally};
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
            && self.sources[entry.source as usize]
            && self.segments[entry.segment as usize]
    }

    /// Of one touchpoint's entries, which come by day, those that the lens lets through.
    pub(super) fn of<'e>(&self, entries: &'e [Entry]) -> impl Iterator<Item = &'e Entry> {
        let from = match self.since {
            i32::MIN => 0,
            since => entries.partition_point(|entry| entry.day < since),
        };
        let to = match self.until {
            i32::MAX => entries.len(),
            until => entries.partition_point(|entry| entry.day <= until),
        };
        let within = entries.get(from..to).unwrap_or_default();
        within.iter().filter(|entry| {
            self.all
                || self.sources[usize::from(entry.source)]
                    && self.segments[usize::from(entry.segment)]
        })
    }
}
