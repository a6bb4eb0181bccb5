//! Churn: how many customers were lost, and how many more of those who complained at a touchpoint.

use super::Board;
use crate::feedback::{Headcount, Overlay};
use crate::journey::TouchpointIndex;
use crate::measures::{Churn, ChurnLift, Group, Unsaid, churn, churn_lift};

fn group(count: &Headcount) -> Group {
    Group {
        lost: count.lost,
        of: count.of,
    }
}

impl Board {
    /// The share of all customers lost; whatever the lens, since customers are counted once.
    pub fn churn(overlay: &Overlay) -> Result<Churn, Unsaid> {
        let customers = overlay.customers.as_ref().ok_or(Unsaid::NoCustomers)?;
        churn(&group(&customers.total))
    }

    /// The share lost in each segment, those of customers without one left out.
    pub fn churn_by_segment(overlay: &Overlay) -> Vec<(&str, Result<Churn, Unsaid>)> {
        let segments = overlay
            .customers
            .iter()
            .flat_map(|customers| &customers.segments);
        segments
            .filter(|(name, _)| !name.is_empty())
            .map(|(name, count)| (name.as_str(), churn(&group(count))))
            .collect()
    }

    /// How many more of those who complained at a touchpoint were lost than of those who passed it and
    /// did not; whatever the lens.
    pub fn churn_lift(overlay: &Overlay, index: TouchpointIndex) -> Result<ChurnLift, Unsaid> {
        let customers = overlay.customers.as_ref().ok_or(Unsaid::NoCustomers)?;
        let crossing = customers.crossings.get(index.index());
        let crossing = crossing.copied().unwrap_or_default();
        churn_lift(&group(&crossing.complained), &group(&crossing.content))
    }
}
