//! The lasting numbers of what workers numbered as they met it: segments by name, readings by score, facets by both.

use super::registry::{Facet, Registry};
use super::shelf::Shelf;
use crate::feedback::ledger::Kind;
use crate::feedback::{Place, Polarity, Reading};

/// Where each segment and each reading of a registry stands among the others.
pub(super) struct Orders {
    segments: Order,
    readings: Order,
}

/// Where each facet stands.
pub(super) struct Facets {
    /// The registry's numbers, in the lasting order.
    pub(super) in_order: Vec<u32>,
    /// The lasting number of each.
    pub(super) ranks: Vec<u32>,
    /// What they are, by lasting numbers and in their order.
    pub(super) kinds: Vec<Kind>,
}

impl Orders {
    /// The orders of what a registry knows.
    pub(super) fn of(registry: &Registry) -> Self {
        Self {
            segments: Order::by(&registry.segments, Clone::clone),
            readings: Order::by(&registry.readings, reading_order),
        }
    }

    /// The segments, in order.
    pub(super) fn segments(&self, registry: &Registry) -> Vec<String> {
        self.segments.in_order(&registry.segments)
    }

    /// The readings, in order.
    pub(super) fn readings(&self, registry: &Registry) -> Vec<Reading> {
        self.readings.in_order(&registry.readings)
    }

    /// The places on a shelf, in their order.
    pub(super) fn in_order(&self, kept: Shelf) -> Vec<Place> {
        kept.into_places(|place| Place {
            segment: self.segments.to[usize::from(place.segment)] as u16,
            reading: self.readings.to[usize::from(place.reading)] as u16,
            ..place
        })
    }

    /// A facet by its lasting numbers.
    pub(super) fn facet(&self, facet: Facet) -> Facet {
        Facet {
            source: facet.source,
            segment: self.segments.to[usize::from(facet.segment)] as u16,
            reading: self.readings.to[usize::from(facet.reading)] as u16,
        }
    }

    /// The orders of the registry's facets.
    pub(super) fn facets(&self, registry: &Registry) -> Facets {
        let facets = registry.facets.iter().map(|&facet| self.facet(facet));
        let facets: Vec<Facet> = facets.collect();
        let order = Order::by(&facets, |facet| *facet);
        let mut in_order: Vec<u32> = (0..facets.len() as u32).collect();
        in_order.sort_by_key(|&number| order.to[number as usize]);
        let kinds = in_order
            .iter()
            .map(|&number| facets[number as usize].kind());
        Facets {
            kinds: kinds.collect(),
            in_order,
            ranks: order.to,
        }
    }
}

fn reading_order(reading: &Reading) -> (Option<(u16, i32)>, Polarity) {
    let score = reading.score.map(|(scale, score)| (scale, score.0));
    (score, reading.polarity)
}

/// A list put in order: where each item went.
struct Order {
    to: Vec<u32>,
}

impl Order {
    fn by<T, K: Ord>(list: &[T], key: impl Fn(&T) -> K) -> Self {
        let mut from: Vec<usize> = (0..list.len()).collect();
        from.sort_by_cached_key(|&place| key(&list[place]));
        let mut to = vec![0; list.len()];
        for (place, &came_from) in from.iter().enumerate() {
            to[came_from] = place as u32;
        }
        Self { to }
    }

    fn in_order<T: Clone>(&self, list: &[T]) -> Vec<T> {
        let mut paired: Vec<(u32, &T)> = self.to.iter().copied().zip(list).collect();
        paired.sort_by_key(|(place, _)| *place);
        paired.into_iter().map(|(_, item)| item.clone()).collect()
    }
}
