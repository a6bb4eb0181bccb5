//! The graph's own numbers: choke points, loops, what cannot be reached, and what the shares make one
//! expect of a thousand journeys started.

mod chain;
mod elimination;
mod passage;
mod paths;
mod saving;
#[cfg(test)]
mod tests;
mod ways;

pub use chain::Flow;
pub use passage::{Loop, Passage};
pub use paths::{Path, likely_paths, most_painful};
pub use saving::{ComplaintRate, ExpectedComplaints, Saving, expected_complaints, savings};
pub use ways::{Step, Ways};
