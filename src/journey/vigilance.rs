//! How watchful the workspace is: how far back a week is compared, and how improbable it has to be.

/// What makes a week a spike, and a slow rise a drift; the measures say how each number is used.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vigilance {
    /// How many weeks back a week is compared with.
    pub baseline: usize,
    /// How many of them it takes, at least.
    pub least_weeks: usize,
    /// How many false alarms a hundred touchpoint-years spikes may raise, on a steady process.
    pub false_alarms: f64,
    /// The CUSUM at which a slow rise counts as a drift.
    pub drift: f64,
}

impl Vigilance {
    /// The weeks of a hundred touchpoint-years.
    const WEEKS: f64 = 5_200.0;

    /// The tail probability at which one week counts as a spike: the false alarms allowed, over as many
    /// weeks as can raise them.
    pub fn spike_tail(&self) -> f64 {
        self.false_alarms / Self::WEEKS
    }
}

impl Default for Vigilance {
    fn default() -> Self {
        Self {
            baseline: 26,
            least_weeks: 8,
            false_alarms: 0.52,
            drift: 8.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_of_false_alarms_is_spread_over_the_weeks() {
        let tail = Vigilance::default().spike_tail();
        assert!((tail - 1e-4).abs() < 1e-15);
    }
}
