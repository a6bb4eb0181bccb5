//! The board: journeys, tallies and measures joined under a lens, as plain data.

mod lens;
mod line;
mod sheet;

pub use lens::Lens;
pub use line::{JourneySheet, Totals, TouchpointSheet};
pub use sheet::{Board, Detail, Series};
