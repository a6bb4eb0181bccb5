//! The board: journeys, tallies and measures joined under a lens, as plain data.

mod heat;
pub mod layout;
mod lens;
mod line;
mod sheet;

pub use heat::Heat;
pub use layout::{Direction, Layout};
pub use lens::Lens;
pub use line::{JourneySheet, Totals, TouchpointSheet};
pub use sheet::{Board, Detail, Series};
