//! Numbers with names and intervals; one measure a file, pure functions over counts.

mod ces;
mod counts;
mod csat;
mod friction;
mod mood;
mod nps;
mod wilson;

pub use ces::{Ces, ces};
pub use counts::{Counts, Histogram};
pub use csat::{Csat, csat};
pub use friction::{Friction, friction};
pub use mood::{Mood, mood};
pub use nps::{Nps, nps};
pub use wilson::{Interval, Z95, wilson};
