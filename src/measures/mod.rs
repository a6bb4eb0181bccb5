//! Numbers with names and intervals; one measure a file, pure functions over counts.

mod before_after;
mod ces;
pub mod chance;
mod churn;
mod counts;
mod csat;
mod curve;
mod difference;
pub mod drivers;
pub mod flow;
mod friction;
mod incidence;
mod mood;
mod nps;
mod ratio;
mod segments;
mod severity;
mod target;
#[cfg(test)]
mod tests;
pub mod trend;
mod unsaid;
mod wilson;

pub use before_after::{BeforeAfter, Verdict, before_after, weeks_to_show_halving};
pub use ces::{Ces, ces};
pub use churn::{Churn, ChurnLift, Group, churn, churn_lift};
pub use counts::{Counts, Histogram};
pub use csat::{Csat, csat};
pub use curve::{EmotionCurve, emotion_curve};
pub use difference::{Difference, Estimate, difference};
pub use friction::{Friction, friction};
pub use incidence::{ContactRate, Incidence, contact_rate};
pub use mood::{Mood, mood};
pub use nps::{Nps, nps};
pub use ratio::Ratio;
pub use segments::{SegmentCell, discovery_rates, segment_grid};
pub use severity::{Pain, PainShare, Severity, friction_weighted, pain, pain_shares};
pub use target::{Gap, Standing, gap};
pub use unsaid::Unsaid;
pub use wilson::{Interval, Z95, wilson, wilson_share};
