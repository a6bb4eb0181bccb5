//! The board: journeys, tallies and measures joined under a lens, as plain data.

mod heat;
mod lens;
mod line;
mod sheet;

pub use heat::Heat;
pub use lens::Lens;
pub use line::{JourneySheet, Totals, TouchpointSheet};
pub use sheet::{Board, Detail, Series};
