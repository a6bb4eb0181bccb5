//! Drivers: which touchpoints move the overall score of the same respondent, and which of those that
//! matter do badly.

mod bootstrap;
mod correlation;
mod eigen;
mod quadrant;
mod survey;
#[cfg(test)]
mod tests;
mod weights;

pub use bootstrap::Bootstrap;
pub use quadrant::{Quadrant, quadrants};
pub use survey::{Missing, Survey};
pub use weights::{Driver, Drivers, drivers, relative_weights};
