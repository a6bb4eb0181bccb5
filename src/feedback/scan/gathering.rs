//! What a batch of files came to, with the numbers its segments, readings and facets go by; and how it is
//! added to what other batches came to.

use super::part::Part;
use super::registry::{Facet, Registry};
use crate::feedback::ledger::Ledger;
use crate::feedback::{Place, Reading};

/// One batch, or several together.
#[derive(Clone, Debug)]
pub(super) struct Gathering {
    pub(super) registry: Registry,
    pub(super) part: Part,
    /// Its counts and places where they are known already as an overlay has them; the part has none of them then.
    pub(super) packed: Option<Box<Packed>>,
}

/// Counts and places in the order of an overlay's, by the registry's numbers, which are in order as well.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    pub(super) ledger: Ledger,
    pub(super) places: Vec<Place>,
    pub(super) unmapped: Vec<Place>,
}

impl Gathering {
    /// What has been gathered so.
    pub(super) fn of(registry: Registry, part: Part) -> Self {
        Self {
            registry,
            part,
            packed: None,
        }
    }

    /// Lets counts and places be added to: what is packed goes to the counter and the shelves.
    pub(super) fn unpack(&mut self) {
        let Some(packed) = self.packed.take() else {
            return;
        };
        let part = &mut self.part;
        // The ledger's kinds are the registry's facets, by the same numbers.
        packed.ledger.each(|(touchpoint, day, facet), count| {
            part.counter.add((touchpoint, day, facet), count);
        });
        packed
            .places
            .into_iter()
            .for_each(|place| part.shelf.put(place));
        let unmapped = packed.unmapped.into_iter();
        unmapped.for_each(|place| part.unmapped.put(place));
    }

    /// Adds another, whose numbers are its own.
    pub(super) fn absorb(&mut self, mut other: Self) {
        if self.part.is_empty() {
            *self = other;
            return;
        }
        self.unpack();
        other.unpack();
        let of = &other.registry;
        let segments: Vec<u16> = of
            .segments
            .iter()
            .map(|name| self.registry.segment(name))
            .collect();
        let readings: Vec<u16> = of
            .readings
            .iter()
            .map(|reading: &Reading| self.registry.reading(reading.clone()))
            .collect();
        let facets: Vec<u32> = of
            .facets
            .iter()
            .map(|facet| {
                self.registry.facet(Facet {
                    source: facet.source,
                    segment: segments[usize::from(facet.segment)],
                    reading: readings[usize::from(facet.reading)],
                })
            })
            .collect();
        let mut part = other.part;
        for shelf in [&mut part.shelf, &mut part.unmapped] {
            shelf.renumber(|place| Place {
                segment: segments[usize::from(place.segment)],
                reading: readings[usize::from(place.reading)],
                ..place
            });
        }
        self.part.merge(part, |facet| facets[facet as usize]);
    }
}
