//! Drivers of surveys whose answers are known.

use super::*;
use crate::measures::Unsaid;
use crate::measures::chance::Random;

const QUICK: Bootstrap = Bootstrap {
    rounds: 60,
    seed: 3,
};

/// 300 respondents whose overall score is 3 x the first rating + 1 x the second + noise; a third does
/// not matter.
fn survey() -> Survey {
    let mut random = Random::seeded(9);
    let mut survey = Survey {
        overall: Vec::new(),
        ratings: vec![Vec::new(); 3],
    };
    for _ in 0..300 {
        let given: Vec<f64> = (0..3).map(|_| 1.0 + random.below(5) as f64).collect();
        let noise = 4.0 * random.unit();
        survey.overall.push(Some(3.0 * given[0] + given[1] + noise));
        for (column, value) in survey.ratings.iter_mut().zip(given) {
            column.push(Some(value));
        }
    }
    survey
}

#[test]
fn what_moves_the_overall_score_comes_first_with_an_interval_around_it() {
    let found = drivers(&survey(), 30, Missing::Listwise, &QUICK).unwrap();
    let order: Vec<_> = found.drivers.iter().map(|driver| driver.place).collect();
    assert_eq!((order, found.of), (vec![0, 1, 2], 300));
    // Variances 9 : 1 of what is explained, so about nine tenths.
    assert!(
        (found.drivers[0].importance - 90.0).abs() < 4.0,
        "{found:?}"
    );
    let sum: f64 = found.drivers.iter().map(|driver| driver.importance).sum();
    assert!((sum - 100.0).abs() < 1e-9);
    for driver in &found.drivers {
        assert!(
            driver.interval.unwrap().holds(driver.importance),
            "{driver:?}"
        );
    }
    assert_eq!(
        found,
        drivers(&survey(), 30, Missing::Listwise, &QUICK).unwrap()
    );
}

#[test]
fn two_predictors_have_the_weights_of_the_closed_form() {
    // With r12 = 0 the weights are the squared correlations.
    let apart = vec![
        vec![1.0, 0.0, 0.6],
        vec![0.0, 1.0, 0.3],
        vec![0.6, 0.3, 1.0],
    ];
    let weights = relative_weights(&apart).unwrap();
    assert!((weights[0] - 0.36).abs() < 1e-14 && (weights[1] - 0.09).abs() < 1e-14);
    // Twins share evenly what either would explain alone.
    let twins = vec![
        vec![1.0, 1.0, 0.6],
        vec![1.0, 1.0, 0.6],
        vec![0.6, 0.6, 1.0],
    ];
    let weights = relative_weights(&twins).unwrap();
    assert!((weights[0] - 0.18).abs() < 1e-12 && (weights[1] - 0.18).abs() < 1e-12);
}

#[test]
fn pairwise_keeps_respondents_whom_listwise_leaves_out() {
    let mut survey = survey();
    for who in 0..150 {
        survey.ratings[2][who] = None;
    }
    let said = |missing| drivers(&survey, 30, missing, &QUICK).unwrap();
    assert_eq!(said(Missing::Listwise).of, 150);
    let pairs = said(Missing::Pairwise);
    let most = pairs.drivers.iter().map(|driver| driver.of).max();
    assert_eq!((pairs.of, most), (150, Some(300)));
}

#[test]
fn surveys_that_bear_no_drivers_say_why() {
    let none = Bootstrap { rounds: 0, seed: 0 };
    let said = |survey: &Survey, least| drivers(survey, least, Missing::Listwise, &none);
    let empty = said(&Survey::default(), 30);
    assert_eq!(empty, Err(Unsaid::TooFew { of: 0, least: 30 }));
    let mut flat = survey();
    flat.ratings[1] = vec![Some(4.0); 300];
    let found = said(&flat, 30).unwrap();
    assert_eq!(found.unsaid, [(1, Unsaid::AllAlike)]);
    assert_eq!(found.drivers[0].interval, None);
    flat.overall = vec![Some(7.0); 300];
    assert_eq!(said(&flat, 30), Err(Unsaid::AllAlike));
    let mut odd = survey();
    odd.overall[0] = Some(f64::INFINITY);
    assert_eq!(said(&odd, 30), Err(Unsaid::NotANumber { what: "a score" }));
    odd.overall.pop();
    assert!(matches!(said(&odd, 30), Err(Unsaid::Mismatch { .. })));
    assert!(matches!(said(&survey(), 301), Err(Unsaid::TooFew { .. })));
}

/// The squared multiple correlation of the outcome, the last column, with some predictors.
fn explained(matrix: &[Vec<f64>], predictors: &[usize]) -> f64 {
    let outcome = matrix.len() - 1;
    let chosen: Vec<usize> = predictors.iter().copied().chain([outcome]).collect();
    let part = |row: &usize| chosen.iter().map(|column| matrix[*row][*column]).collect();
    let part: Vec<Vec<f64>> = chosen.iter().map(part).collect();
    relative_weights(&part).map_or(0.0, |weights| weights.iter().sum())
}

/// The Shapley value (LMG) of each predictor: what it adds to the explained variance, averaged over every
/// order in which predictors can be added.
fn lmg(matrix: &[Vec<f64>]) -> Vec<f64> {
    let count = matrix.len() - 1;
    let factorial = |n: usize| (1..=n).product::<usize>() as f64;
    let of = |at: usize| -> f64 {
        let subsets = (0..1usize << count).filter(|set| set & (1 << at) == 0);
        let added = subsets.map(|set| {
            let mut members: Vec<usize> = (0..count).filter(|one| set & (1 << one) != 0).collect();
            let without = explained(matrix, &members);
            let weight = factorial(members.len()) * factorial(count - members.len() - 1);
            members.push(at);
            weight / factorial(count) * (explained(matrix, &members) - without)
        });
        added.sum()
    };
    (0..count).map(of).collect()
}

#[test]
fn relative_weights_stand_for_the_shapley_values_of_lmg() {
    let mut random = Random::seeded(17);
    let mut worst = 0.0f64;
    for _ in 0..40 {
        // Five ratings that share a mood, as ratings of one visit do, and an overall score of all of them.
        let slopes: Vec<f64> = (0..5).map(|_| random.unit()).collect();
        let mut survey = Survey {
            overall: Vec::new(),
            ratings: vec![Vec::new(); 5],
        };
        for _ in 0..400 {
            let mood = random.unit();
            let given: Vec<f64> = (0..5).map(|_| mood + random.unit()).collect();
            let told: f64 = given
                .iter()
                .zip(&slopes)
                .map(|(one, slope)| one * slope)
                .sum();
            survey.overall.push(Some(told + random.unit()));
            for (column, value) in survey.ratings.iter_mut().zip(given) {
                column.push(Some(value));
            }
        }
        let everybody: Vec<usize> = (0..400).collect();
        let columns = survey.columns((0..5).collect(), &everybody);
        let mut pairs = correlation::Pairs::none(&columns);
        for who in everybody {
            pairs.count(&columns, who);
        }
        let matrix = pairs.correlations().0;
        let (weights, shapley) = (relative_weights(&matrix).unwrap(), lmg(&matrix));
        let all: f64 = weights.iter().sum();
        assert!((shapley.iter().sum::<f64>() - all).abs() < 1e-9);
        for (weight, value) in weights.iter().zip(&shapley) {
            worst = worst.max(100.0 * (weight - value).abs() / all);
        }
    }
    assert!(worst < 3.0, "{worst} points apart");
}

#[test]
fn groups_of_respondents_have_the_interval_of_respondents_drawn_one_by_one() {
    let mut survey = survey();
    // Ten times the respondents: more than there are groups.
    survey.overall = survey.overall.repeat(10);
    survey.ratings = survey
        .ratings
        .iter()
        .map(|column| column.repeat(10))
        .collect();
    let often = Bootstrap {
        rounds: 400,
        seed: 5,
    };
    let many = drivers(&survey, 30, Missing::Listwise, &often).unwrap();
    let width = |driver: &Driver| driver.interval.map(|ends| ends.high - ends.low).unwrap();
    let few = drivers(&self::survey(), 30, Missing::Listwise, &often).unwrap();
    // Ten times as many respondents, an interval the root of ten as narrow.
    let ratio = width(&few.drivers[0]) / width(&many.drivers[0]);
    assert!((ratio / 10f64.sqrt() - 1.0).abs() < 0.2, "{ratio}");
    assert!(
        many.drivers[0]
            .interval
            .unwrap()
            .holds(many.drivers[0].importance)
    );
}
