//! What `pothole.yaml` declares about the organisation: its name, its north star, its people and
//! what it calls high friction.

use super::{AimMeasure, Authority, Day, Listening, Roster, Thresholds, Vigilance};

/// The statement everything is for, and the number that says how near it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NorthStar {
    /// One sentence, in the organisation's own words.
    pub statement: String,
    /// What is measured, over all touchpoints together; never [`AimMeasure::ContactRate`].
    pub metric: Option<AimMeasure>,
    /// The value it should have, in the measure's own unit.
    pub target: Option<f64>,
    /// The day by which it should.
    pub by: Option<Day>,
}

/// The declarations that hold for every journey of a workspace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Charter {
    /// What the organisation or the workspace is called.
    pub title: Option<String>,
    /// The statement everything is for.
    pub north_star: Option<NorthStar>,
    /// Who can own a touchpoint.
    pub roster: Roster,
    /// What counts as hot.
    pub thresholds: Thresholds,
    /// What has been promised about listening to customers.
    pub listening: Listening,
    /// How a lack of authority shows in complaints.
    pub authority: Authority,
    /// What counts as a spike and as a drift.
    pub vigilance: Vigilance,
}
