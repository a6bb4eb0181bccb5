//! A weekly series watched: a chart with its limits, weeks that spike, and slow drifts, at a rate of
//! false alarms that a steady process keeps below 1 in 100 touchpoint-years.

mod chart;
mod drift;
mod spike;
#[cfg(test)]
mod tests;
mod watch;
mod words;

pub use chart::UChart;
pub use drift::{Drift, drifts};
pub use spike::{Spike, spikes};
pub use watch::{Alarms, Watch, watch};
pub use words::{Growth, growing_words};
