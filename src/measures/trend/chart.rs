//! The u-chart: the usual rate of a series, and how far chance alone carries a week from it.

use crate::measures::chance::Poisson;
use crate::measures::{Incidence, Unsaid};

/// The centre line of a u-chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UChart {
    /// Events in the weeks it was made from.
    pub events: u64,
    /// The exposure of these weeks together.
    pub exposure: f64,
    /// How many weeks there were.
    pub weeks: usize,
}

impl UChart {
    /// The chart of some weeks. Weeks without exposure have no say.
    pub fn of(weeks: &[Incidence]) -> Result<Self, Unsaid> {
        let mut chart = Self {
            events: 0,
            exposure: 0.0,
            weeks: 0,
        };
        for week in weeks.iter().filter(|week| week.exposure > 0.0) {
            chart.events += week.events;
            chart.exposure += week.positive_exposure()?;
            chart.weeks += 1;
        }
        Incidence::new(chart.events, chart.exposure).positive_exposure()?;
        let sound = chart.mean().is_finite();
        sound.then_some(chart).ok_or(Unsaid::NotANumber {
            what: "the exposure",
        })
    }

    /// The mean rate: events per unit of exposure.
    pub fn mean(&self) -> f64 {
        self.events as f64 / self.exposure
    }

    /// How many events a week of this exposure would have, were it as usual.
    pub fn expected(&self, exposure: f64) -> f64 {
        self.mean() * exposure
    }

    /// The upper limit of a week's rate: mean + 3 sqrt(mean / exposure).
    ///
    /// Source: D. C. Montgomery, *Introduction to Statistical Quality Control*, section 7.3. The limit
    /// leans on the normal curve and on a mean taken as known; below about 10 expected events, go by
    /// [`UChart::tail`].
    pub fn upper(&self, exposure: f64) -> f64 {
        self.mean() + 3.0 * (self.mean() / exposure).sqrt()
    }

    /// The lower limit of a week's rate, 0 at the least.
    pub fn lower(&self, exposure: f64) -> f64 {
        (self.mean() - 3.0 * (self.mean() / exposure).sqrt()).max(0.0)
    }

    /// The exact Poisson probability of a week with as many events or more, the mean taken as known.
    pub fn tail(&self, week: &Incidence) -> f64 {
        let mean = self.expected(week.exposure);
        Poisson { mean }.at_least(week.events)
    }
}
