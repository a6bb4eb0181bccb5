//! Drivers: which touchpoints move the overall score of the same respondent, and which of those that
//! matter do badly.

mod correlation;
mod eigen;
mod quadrant;
mod survey;
#[cfg(test)]
mod tests;
mod weights;

pub use quadrant::{Quadrant, quadrants};
pub use survey::{Missing, Survey};
pub use weights::{Bootstrap, Driver, Drivers, drivers, relative_weights};
