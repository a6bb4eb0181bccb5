//! What a batch of files came to, with the numbers its segments, readings and facets go by; and how it is
//! added to what other batches came to.

use super::part::Part;
use super::registry::{Facet, Registry};
use crate::feedback::{Place, Reading};

/// One batch, or several together.
#[derive(Clone, Debug)]
pub(super) struct Gathering {
    pub(super) registry: Registry,
    pub(super) part: Part,
}

impl Gathering {
    /// Adds another, whose numbers are its own.
    pub(super) fn absorb(&mut self, other: Self) {
        if self.part.is_empty() {
            *self = other;
            return;
        }
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
