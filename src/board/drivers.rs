//! What moves the overall score of the same respondents, and which of it is done badly.

use crate::feedback::Respondents;
use crate::journey::TouchpointIndex;
use crate::measures::Unsaid;
use crate::measures::drivers::{Bootstrap, Driver, Missing, Quadrant, Survey, drivers, quadrants};

/// One touchpoint of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DriverLine {
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// Its importance and its performance, the mean rating from -2 to +2.
    pub driver: Driver,
    /// Where that puts it.
    pub quadrant: Quadrant,
}

/// Importance against performance, of one wide survey.
#[derive(Clone, Debug, PartialEq)]
pub struct DriverTable {
    /// The most important first.
    pub lines: Vec<DriverLine>,
    /// Touchpoints that could not be weighed, and why.
    pub unsaid: Vec<(TouchpointIndex, Unsaid)>,
    /// The respondents it rests on: those behind the pair of questions fewest answered.
    pub of: u64,
    /// The part of the overall score's variance that all ratings together explain, 0 to 1.
    pub explained: f64,
    /// The mean importance and the mean performance: where the quadrants are cut.
    pub cuts: (f64, f64),
}

impl DriverTable {
    /// The table of the survey that is declared for it, with as many draws as the board and the exports show;
    /// `None` when there is none.
    pub fn declared(respondents: Option<&Respondents>) -> Option<Result<Self, Unsaid>> {
        respondents.map(|respondents| Self::of(respondents, &Bootstrap::default()))
    }

    /// Weighs every touchpoint of a survey; each respondent counts for the pairs of questions answered.
    pub fn of(respondents: &Respondents, bootstrap: &Bootstrap) -> Result<Self, Unsaid> {
        let survey = Survey {
            overall: respondents.overall.clone(),
            ratings: respondents.ratings.clone(),
        };
        let found = drivers(&survey, respondents.least, Missing::Pairwise, bootstrap)?;
        let points: Vec<(f64, f64)> = found
            .drivers
            .iter()
            .map(|driver| (driver.importance, driver.performance))
            .collect();
        let fields = quadrants(&points)?;
        let touchpoint = |place: usize| {
            let index = respondents
                .touchpoints
                .get(place)
                .copied()
                .unwrap_or_default();
            TouchpointIndex::new(index as usize)
        };
        let lines = found.drivers.iter().zip(fields);
        let count = points.len() as f64;
        Ok(Self {
            lines: lines
                .map(|(driver, quadrant)| DriverLine {
                    touchpoint: touchpoint(driver.place),
                    driver: *driver,
                    quadrant,
                })
                .collect(),
            unsaid: found
                .unsaid
                .into_iter()
                .map(|(place, reason)| (touchpoint(place), reason))
                .collect(),
            of: found.of,
            explained: found.explained,
            cuts: (
                points.iter().map(|point| point.0).sum::<f64>() / count,
                points.iter().map(|point| point.1).sum::<f64>() / count,
            ),
        })
    }
}
