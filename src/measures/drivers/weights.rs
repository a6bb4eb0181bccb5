//! Johnson's relative weights: how much of the overall score's variance goes with each touchpoint.

use super::bootstrap::{Bootstrap, intervals};
use super::correlation::Pairs;
use super::eigen::{eigen, eigen_near};
use super::survey::{Missing, Survey, alike};
use crate::measures::{Interval, Unsaid};

/// How much one touchpoint moves the overall score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driver {
    /// The touchpoint, as a place in [`Survey::ratings`].
    pub place: usize,
    /// Its correlation with the overall score, -1 to 1.
    pub correlation: f64,
    /// Its part of the explained variance, 0 to 100.
    pub importance: f64,
    /// The 95 % bootstrap interval of the importance; `None` without a bootstrap.
    pub interval: Option<Interval>,
    /// The mean rating it got, on the scale of the ratings.
    pub performance: f64,
    /// How many of those kept rated it.
    pub of: u64,
}

/// What drives the overall score.
#[derive(Clone, Debug, PartialEq)]
pub struct Drivers {
    /// One for each touchpoint that could be weighed, the most important first.
    pub drivers: Vec<Driver>,
    /// Touchpoints that could not, and why.
    pub unsaid: Vec<(usize, Unsaid)>,
    /// The respondents it rests on; pairwise, the fewest behind any pair of questions.
    pub of: u64,
    /// The part of the overall score's variance that all ratings together explain, 0 to 1.
    pub explained: f64,
}

/// Relative weights with bootstrap intervals (2.5th to 97.5th percentile of the importances over
/// respondents drawn again with replacement). At least `least` respondents, and two more than
/// there are touchpoints, are needed.
///
/// A touchpoint with fewer than `least` ratings beside an overall score, or with all of them alike, is
/// left out and named in [`Drivers::unsaid`]. Limits: ordinal answers are taken as distances; importance
/// is association within the survey, not proof of cause; it has no sign, so look at the correlation.
pub fn drivers(
    survey: &Survey,
    least: u64,
    missing: Missing,
    bootstrap: &Bootstrap,
) -> Result<Drivers, Unsaid> {
    survey.check()?;
    let (touchpoints, unsaid) = weighable(survey, least);
    let kept = survey.kept(&touchpoints, missing);
    let least = least.max(touchpoints.len() as u64 + 2);
    let enough = |of: u64| {
        if of < least {
            Err(Unsaid::TooFew { of, least })
        } else {
            Ok(())
        }
    };
    enough(kept.len() as u64)?;
    if touchpoints.is_empty() {
        return Err(Unsaid::NothingExplained);
    }
    let columns = survey.columns(touchpoints, &kept);
    if columns
        .values
        .last()
        .is_none_or(|overall| overall.iter().all(|x| *x == 0.0))
    {
        return Err(Unsaid::AllAlike);
    }
    let mut pairs = Pairs::none(&columns);
    (0..kept.len()).for_each(|who| pairs.count(&columns, who));
    let (matrix, of) = pairs.correlations();
    enough(of as u64)?;
    let weights = relative_weights(&matrix)?;
    let explained: f64 = weights.iter().sum();
    let intervals = intervals(&columns, &matrix, bootstrap);
    let mut drivers: Vec<Driver> = (0..weights.len())
        .map(|at| {
            let place = columns.touchpoints[at];
            let (performance, of) = performance(&survey.ratings[place], &kept);
            Driver {
                place,
                correlation: matrix[at][weights.len()],
                importance: 100.0 * weights[at] / explained,
                interval: intervals.as_ref().map(|all| all[at]),
                performance,
                of,
            }
        })
        .collect();
    drivers.sort_by(|a, b| b.importance.total_cmp(&a.importance));
    Ok(Drivers {
        drivers,
        unsaid,
        of: of as u64,
        explained,
    })
}

/// The mean rating of those kept who gave one, and how many they are.
fn performance(ratings: &[Option<f64>], kept: &[usize]) -> (f64, u64) {
    let rated = kept.iter().filter_map(|who| ratings[*who]);
    let (sum, count) = rated.fold((0.0, 0u64), |(sum, count), x| (sum + x, count + 1));
    (sum / count.max(1) as f64, count)
}

/// The touchpoints with enough ratings that differ, and the others with the reason.
fn weighable(survey: &Survey, least: u64) -> (Vec<usize>, Vec<(usize, Unsaid)>) {
    let (mut weighable, mut unsaid) = (Vec::new(), Vec::new());
    for (place, ratings) in survey.ratings.iter().enumerate() {
        let both = ratings.iter().zip(&survey.overall);
        let rated: Vec<Option<f64>> = both.map(|(rating, overall)| overall.and(*rating)).collect();
        let of = rated.iter().flatten().count() as u64;
        if of < least.max(1) {
            unsaid.push((
                place,
                Unsaid::TooFew {
                    of,
                    least: least.max(1),
                },
            ));
        } else if alike(&rated) {
            unsaid.push((place, Unsaid::AllAlike));
        } else {
            weighable.push(place);
        }
    }
    (weighable, unsaid)
}

/// The relative weights of all columns but the last of a correlation matrix, for the last; they sum to
/// the squared multiple correlation.
///
/// With R = V D V' the correlations of the predictors and r theirs with the outcome: L = V D^1/2 V', b =
/// V D^-1/2 V' r, and the weight of j is the sum over k of L(j,k)^2 b(k)^2. Directions without variance
/// (an eigenvalue below 1e-10, or a negative one, which pairwise correlations can have) are left out.
///
/// Source: J. W. Johnson, "A heuristic method for estimating the relative weight of predictor variables
/// in multiple regression", Multivariate Behavioral Research 35 (2000), 1-19. It stays within a
/// few per cent of the Shapley (LMG) value at a fraction of its cost.
pub fn relative_weights(correlations: &[Vec<f64>]) -> Result<Vec<f64>, Unsaid> {
    let (predictors, outcome) = parted(correlations);
    weights_of(eigen(predictors), &outcome)
}

/// The eigenvectors of the predictors: where to begin with matrices much like this one.
pub(super) fn axes(correlations: &[Vec<f64>]) -> Vec<Vec<f64>> {
    eigen(parted(correlations).0).1
}

/// The same weights, found sooner where the axes of a matrix much like this one are known.
pub(super) fn weights_near(
    correlations: &[Vec<f64>],
    axes: &[Vec<f64>],
) -> Result<Vec<f64>, Unsaid> {
    let (predictors, outcome) = parted(correlations);
    weights_of(eigen_near(&predictors, axes), &outcome)
}

/// The correlations of the predictors, and theirs with the outcome, the last column.
fn parted(correlations: &[Vec<f64>]) -> (Vec<Vec<f64>>, Vec<f64>) {
    let count = correlations.len().saturating_sub(1);
    let rows = &correlations[..count];
    let predictors = rows.iter().map(|row| row[..count].to_vec()).collect();
    (predictors, rows.iter().map(|row| row[count]).collect())
}

fn weights_of(
    (values, vectors): (Vec<f64>, Vec<Vec<f64>>),
    outcome: &[f64],
) -> Result<Vec<f64>, Unsaid> {
    let count = outcome.len();
    let dot = |row: &[f64], other: &[f64]| row.iter().zip(other).map(|(a, b)| a * b).sum::<f64>();
    let mut slopes = vec![0.0; count];
    let mut roots = vec![vec![0.0; count]; count];
    for (value, vector) in values.iter().zip(&vectors).filter(|(d, _)| **d > 1e-10) {
        let spread = value.sqrt();
        let along = dot(vector, outcome) / spread;
        for (part, slope) in vector.iter().zip(&mut slopes) {
            *slope += part * along;
        }
        for (part, root) in vector.iter().zip(&mut roots) {
            let times = part * spread;
            for (other, entry) in vector.iter().zip(root) {
                *entry += times * other;
            }
        }
    }
    let weight = |row: &Vec<f64>| {
        let parts = row.iter().zip(&slopes);
        parts
            .map(|(loading, slope)| (loading * slope).powi(2))
            .sum()
    };
    let weights: Vec<f64> = roots.iter().map(weight).collect();
    let explained: f64 = weights.iter().sum();
    if explained.is_nan() || explained > 1.0 + 1e-9 {
        return Err(Unsaid::Contradictory);
    }
    if explained < 1e-15 {
        return Err(Unsaid::NothingExplained);
    }
    Ok(weights)
}
