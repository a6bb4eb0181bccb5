//! One touchpoint's weeks: what is usual, which weeks spike, and where it slowly gets worse.

use super::{Against, Board, Passed};
use crate::feedback::{Day, Overlay, Week};
use crate::journey::{Journeys, TouchpointIndex};
use crate::measures::trend::{Alarms, Spike, UChart, Watch, watch};
use crate::measures::{Incidence, Unsaid};

/// One touchpoint's complaints week by week.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The week the series begins with; `None` when nothing is dated.
    pub first: Option<Week>,
    /// Complaints and what they are counted against, one for each week.
    pub weeks: Vec<Incidence>,
    /// What they are counted against.
    pub against: Against,
    /// What is usual: the chart of the last weeks that did not spike.
    pub usual: Result<UChart, Unsaid>,
    /// Spikes and drifts.
    pub alarms: Result<Alarms, Unsaid>,
}

impl Trend {
    /// The week at a place of the series.
    pub fn week(&self, place: usize) -> Option<Week> {
        let monday = self.first?.monday();
        Some(Day(monday.0 + 7 * place as i32).week())
    }

    /// The spikes, the latest first.
    pub fn spikes(&self) -> impl Iterator<Item = (Week, &Spike)> {
        let spikes = self
            .alarms
            .iter()
            .flat_map(|alarms| alarms.spikes.iter().rev());
        spikes.filter_map(|spike| Some((self.week(spike.week)?, spike)))
    }

    /// The upper limit of one week as a number of complaints; `None` where nothing is usual.
    pub fn limit(&self, place: usize) -> Option<f64> {
        let exposure = self.weeks.get(place)?.positive_exposure().ok()?;
        let usual = self.usual.as_ref().ok()?;
        Some(usual.upper(exposure) * exposure).filter(|limit| limit.is_finite())
    }
}

impl Board {
    /// One touchpoint's weeks, watched as the workspace declares. Made when somebody looks.
    pub fn trend(&self, journeys: &Journeys, overlay: &Overlay, index: TouchpointIndex) -> Trend {
        let passed = self.passed_at(journeys, overlay, index);
        self.trend_against(overlay, index, passed.ok().as_ref())
    }

    /// The same where it has been looked up already who passed.
    pub fn trend_against(
        &self,
        overlay: &Overlay,
        index: TouchpointIndex,
        passed: Option<&Passed>,
    ) -> Trend {
        let daily = self.daily(overlay, index, passed);
        let weeks = self
            .days
            .map_or_else(Vec::new, |(_, last)| daily.weekly(last));
        let rule = self.watch();
        let alarms = if weeks.is_empty() {
            Err(Unsaid::Undated)
        } else {
            watch(&weeks, &rule)
        };
        let spiked = |place: usize| {
            let spikes = alarms.iter().flat_map(|alarms| &alarms.spikes);
            spikes.into_iter().any(|spike| spike.week == place)
        };
        let from = weeks.len().saturating_sub(rule.baseline);
        let calm: Vec<Incidence> = (from..weeks.len())
            .filter(|place| !spiked(*place))
            .map(|place| weeks[place])
            .collect();
        Trend {
            first: daily.first().map(Day::week),
            against: daily.against,
            usual: UChart::of(&calm),
            weeks,
            alarms,
        }
    }

    /// How weekly series are watched.
    pub fn watch(&self) -> Watch {
        Watch {
            baseline: self.vigilance.baseline,
            least: self.vigilance.least_weeks,
            spike_tail: self.vigilance.spike_tail(),
            drift_threshold: self.vigilance.drift,
        }
    }
}
