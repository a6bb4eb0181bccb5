//! The chain against its reference, and what bad shares get.

use super::*;
use crate::journey::{Address, Journey, Journeys, Touchpoint, Transition};
use crate::measures::chance::Random;
use crate::measures::{Counts, Interval, Unsaid};

fn close(value: f64, expected: f64, within: f64) {
    assert!(
        (value - expected).abs() < within,
        "{value} is not {expected}"
    );
}

fn ways(steps: Vec<Vec<Step>>, goals: &[usize]) -> Ways {
    Ways {
        steps,
        start: Some(0),
        goals: goals.to_vec(),
    }
}

/// A -> B .8; B -> C .7, B -> B .2; C -> done .9, C -> B .1.
fn reference() -> Ways {
    let step = Step::shared;
    let steps = vec![
        vec![step(1, 0.8)],
        vec![step(2, 0.7), step(1, 0.2)],
        vec![step(3, 0.9), step(1, 0.1)],
        vec![],
    ];
    ways(steps, &[3])
}

fn rate(value: f64) -> ComplaintRate {
    let interval = Interval {
        low: value / 2.0,
        high: f64::midpoint(value, 1.0),
    };
    ComplaintRate { value, interval }
}

#[test]
fn the_chain_agrees_with_the_reference() {
    let passage = Flow::of(&reference()).unwrap().passage().unwrap();
    for (visits, expected) in passage.visits.iter().zip([1.0, 1.09589, 0.76712, 0.69041]) {
        close(*visits, expected, 5e-6);
    }
    close(passage.goal, 0.69041, 5e-6);
    close(
        passage.goal + passage.leaving + passage.elsewhere,
        1.0,
        1e-14,
    );
}

#[test]
fn a_loop_names_its_door_and_how_often_customers_go_round() {
    let (ways, flow) = (reference(), Flow::of(&reference()).unwrap());
    let loops = flow.loops(&ways, &flow.passage().unwrap());
    assert_eq!(
        (loops.len(), &loops[0].places, loops[0].door),
        (1, &vec![1, 2], 1)
    );
    close(*loops[0].rounds.as_ref().unwrap(), 1.0 / 0.73 - 1.0, 1e-12);
}

#[test]
fn choke_points_are_what_every_way_to_any_goal_leads_through() {
    let step = Step::unsaid;
    // 0 -> 1 -> {2, 3} -> 4 -> {5, 6}, both goals; 7 cannot be reached.
    let steps = vec![
        vec![step(1)],
        vec![step(2), step(3)],
        vec![step(4)],
        vec![step(4)],
        vec![step(5), step(6)],
        vec![],
        vec![],
        vec![step(4)],
    ];
    let ways = ways(steps, &[5, 6]);
    assert_eq!(ways.choke_points(), Ok(vec![1, 4]));
    assert_eq!(ways.unreachable(), Ok(vec![7]));
    assert!(ways.loops().is_empty());
}

#[test]
fn what_is_not_said_is_split_evenly_and_what_is_left_over_leaves() {
    let steps = vec![
        vec![Step::shared(1, 0.4), Step::unsaid(2), Step::unsaid(3)],
        vec![Step::shared(3, 0.5)],
        vec![Step {
            to: None,
            share: None,
        }],
        vec![],
    ];
    let passage = Flow::of(&ways(steps, &[3])).unwrap().passage().unwrap();
    close(passage.goal, 0.3 + 0.2, 1e-15);
    close(passage.leaving, 0.2, 1e-15);
    close(passage.elsewhere, 0.3, 1e-15);
}

#[test]
fn a_loop_nobody_can_leave_says_so_and_one_nobody_comes_to_does_no_harm() {
    let mut ways = ways(
        vec![
            vec![Step::shared(1, 0.5), Step::shared(3, 0.5)],
            vec![Step::shared(2, 1.0)],
            vec![Step::shared(1, 1.0)],
            vec![],
        ],
        &[3],
    );
    let flow = Flow::of(&ways).unwrap();
    assert_eq!(
        flow.passage(),
        Err(Unsaid::NeverLeaves { places: vec![1, 2] })
    );
    ways.steps[0] = vec![Step::shared(3, 0.5)];
    let flow = Flow::of(&ways).unwrap();
    let passage = flow.passage().unwrap();
    close(passage.goal, 0.5, 1e-15);
    assert_eq!(flow.loops(&ways, &passage)[0].rounds, Err(Unsaid::Nobody));
    // Shares that sum to 1 only but for rounding hold as fast.
    ways.steps[0] = vec![
        Step::shared(0, 0.1),
        Step::shared(1, 0.2),
        Step::shared(2, 0.7),
    ];
    assert!(Flow::of(&ways).unwrap().passage().is_err());
}

#[test]
fn bad_shares_and_missing_ends_say_why() {
    let said = |steps: Vec<Vec<Step>>| Flow::of(&ways(steps, &[])).unwrap_err();
    let above = said(vec![vec![Step::shared(0, 0.7), Step::shared(0, 0.6)]]);
    assert!(matches!(above, Unsaid::SharesAboveOne { place: 0, .. }));
    let great = said(vec![vec![Step::shared(0, 1.5)]]);
    assert!(matches!(great, Unsaid::SharesAboveOne { place: 0, .. }));
    for share in [-0.1, f64::NAN] {
        let odd = said(vec![vec![Step::shared(0, share)]]);
        assert_eq!(odd, Unsaid::ShareOutside { place: 0 });
    }
    assert!(matches!(
        said(vec![vec![Step::unsaid(9)]]),
        Unsaid::Mismatch { .. }
    ));
    assert_eq!(Ways::default().choke_points(), Err(Unsaid::NoStart));
    assert_eq!(Flow::of(&Ways::default()), Err(Unsaid::NoStart));
    assert_eq!(ways(vec![vec![]], &[]).choke_points(), Err(Unsaid::NoGoal));
    let apart = ways(vec![vec![], vec![]], &[1]);
    assert_eq!(apart.choke_points(), Err(Unsaid::GoalOutOfReach));
    assert_eq!(
        likely_paths(&Flow::of(&apart).unwrap(), 3, 0.1),
        Err(Unsaid::GoalOutOfReach)
    );
}

#[test]
fn fixing_a_step_saves_what_it_has_above_the_median() {
    let flow = Flow::of(&reference()).unwrap();
    let rates = [Some(rate(0.1)), Some(rate(0.4)), Some(rate(0.2)), None];
    let expected = expected_complaints(&flow.passage().unwrap(), &rates).unwrap();
    close(
        expected.per_thousand,
        1000.0 * (0.1 + 0.4 * 0.8 / 0.73 + 0.2 * 0.56 / 0.73),
        1e-9,
    );
    assert_eq!(expected.unknown, [3]);
    let savings = savings(&flow, &rates).unwrap();
    assert_eq!(savings[0].place, 1);
    close(savings[0].per_thousand, 1000.0 * 0.2 * 0.8 / 0.73, 1e-9);
    assert!(savings[0].range.holds(savings[0].per_thousand));
    assert!(savings[1].per_thousand.abs() < 1e-12 && savings[2].per_thousand.abs() < 1e-12);
}

#[test]
fn a_saving_too_small_to_be_told_from_none_still_lies_in_its_range() {
    let unsaid = |to| Step { to, share: None };
    let mut steps = vec![vec![]; 4];
    steps[0] = vec![unsaid(None), Step::shared(3, 1e-308)];
    steps[3] = vec![Step::shared(2, 0.334), unsaid(Some(1))];
    let flow = Flow::of(&ways(steps, &[])).unwrap();
    let rates = [0.0, 0.0, 0.0, 0.328].map(|value| Some(rate(value)));
    for saving in savings(&flow, &rates).unwrap() {
        assert!(saving.range.holds(saving.per_thousand), "{saving:?}");
    }
}

#[test]
fn a_complaint_rate_is_of_visits_where_they_are_known_and_else_of_those_who_spoke() {
    let counts = Counts {
        complaints: 8,
        praise: 2,
        ..Counts::default()
    };
    let spoke = ComplaintRate::of(&counts, None).unwrap();
    close(spoke.value, 0.8, 1e-15);
    close(spoke.interval.low, 0.4902, 5e-5);
    close(
        ComplaintRate::of(&counts, Some(400)).unwrap().value,
        0.02,
        1e-15,
    );
    let below = ComplaintRate::of(&counts, Some(7)).unwrap_err();
    assert!(matches!(
        below,
        Unsaid::ExposureBelowEvents { events: 8, .. }
    ));
    assert_eq!(ComplaintRate::of(&counts, Some(0)), Err(Unsaid::NoExposure));
    assert_eq!(
        ComplaintRate::of(&Counts::default(), None),
        Err(Unsaid::Nobody)
    );
}

#[test]
fn the_likeliest_path_is_not_always_the_most_painful_of_the_likely_ones() {
    let step = Step::shared;
    let steps = vec![
        vec![step(1, 0.5), step(2, 0.4), step(3, 0.01)],
        vec![step(3, 1.0)],
        vec![step(3, 0.9), step(0, 0.1)],
        vec![],
    ];
    let flow = Flow::of(&ways(steps, &[3])).unwrap();
    let paths = likely_paths(&flow, 10, 0.1).unwrap();
    let places: Vec<_> = paths.iter().map(|path| path.places.clone()).collect();
    assert_eq!(places, [vec![0, 1, 3], vec![0, 2, 3]]);
    close(paths[1].probability, 0.36, 1e-12);
    let (worst, pain) =
        most_painful(&paths, &[None, Some(rate(0.1)), Some(rate(0.3)), None]).unwrap();
    assert_eq!(worst.places, [0, 2, 3]);
    close(pain, 0.3, 1e-12);
}

/// Two journeys of two touchpoints each, the first of which hands some customers to the second.
fn two_journeys() -> Journeys {
    let mut journeys = Journeys::new();
    for (journey, id) in ["buy", "get-help"].into_iter().enumerate() {
        let places = ["first", "last"].map(|touchpoint| {
            journeys.add_touchpoint(Touchpoint {
                address: Address::new(id, touchpoint),
                title: touchpoint.to_owned(),
                journey,
                stage: 0,
                ..Touchpoint::default()
            })
        });
        journeys.add_transition(places[0], places[1], Transition { share: Some(0.75) });
        journeys.add_journey(Journey {
            id: id.to_owned(),
            title: id.to_owned(),
            file: format!("{id}.yaml"),
            stages: Vec::new(),
            touchpoints: 2 * journey..2 * journey + 2,
            start: Some(places[0]),
            goals: vec![places[1]],
            ..Journey::default()
        });
    }
    journeys.add_transition(0.into(), 2.into(), Transition { share: None });
    journeys
}

#[test]
fn a_step_into_another_journey_is_an_outcome_of_its_own() {
    let journeys = two_journeys();
    let said = |journey| {
        let flow = Flow::of(&Ways::of_journey(&journeys, journey)).unwrap();
        let passage = flow.passage().unwrap();
        [passage.goal, passage.elsewhere, passage.leaving]
    };
    for (value, expected) in said(0).iter().zip([0.75, 0.25, 0.0]) {
        close(*value, expected, 1e-15);
    }
    for (value, expected) in said(1).iter().zip([0.75, 0.0, 0.25]) {
        close(*value, expected, 1e-15);
    }
    assert_eq!(Ways::of_journey(&journeys, 2), Ways::default());
}

/// A chain of this many touchpoints with skips and, `far` back, loops.
fn long(random: &mut Random, count: usize, far: usize) -> Ways {
    let steps = (0..count).map(|place| {
        let back = place - random.below(far.min(place) + 1);
        let skip = (place + 2 + random.below(far)).min(count - 1);
        let on = (place + 1).min(count - 1);
        vec![
            Step::shared(on, 0.85),
            Step::shared(skip, 0.04),
            Step::shared(back, 0.1),
        ]
    });
    let steps = steps.collect();
    ways(steps, &[count - 1])
}

#[test]
fn a_long_chain_is_balanced_at_every_touchpoint_whether_its_loops_are_short_or_long() {
    let mut random = Random::seeded(5);
    for far in [8, 5_000] {
        let flow = Flow::of(&long(&mut random, 5_000, far)).unwrap();
        let passage = flow.passage().unwrap();
        let mut coming = vec![0.0; 5_000];
        coming[0] = 1.0;
        for (visits, parting) in passage.visits.iter().zip(&flow.partings) {
            for (to, share) in &parting.steps {
                coming[*to] += visits * share;
            }
        }
        for (visits, coming) in passage.visits.iter().zip(&coming) {
            assert!(
                (visits - coming).abs() <= 1e-12 * coming.max(1e-3),
                "{visits} {coming}"
            );
        }
        close(passage.goal + passage.leaving, 1.0, 1e-12);
    }
}

#[test]
fn a_loop_that_hardly_anyone_leaves_is_still_counted_exactly() {
    // 400 touchpoints in a row; from the last but one, all but one in a million go back two steps.
    let mut steps: Vec<Vec<Step>> = (1..400).map(|to| vec![Step::shared(to, 1.0)]).collect();
    steps[398] = vec![Step::shared(397, 0.999_999), Step::unsaid(399)];
    steps.push(Vec::new());
    let passage = Flow::of(&ways(steps, &[399])).unwrap().passage().unwrap();
    close(passage.visits[10], 1.0, 1e-12);
    close(passage.visits[398] / 1_000_000.0, 1.0, 1e-9);
    close(passage.goal, 1.0, 1e-12);
}

#[test]
fn a_thicket_is_solved_or_said_to_be_one() {
    let mut random = Random::seeded(6);
    let steps = (0..600).map(|_| {
        let step = |_| Step::shared(random.below(600), 0.333_33);
        (0..3).map(step).collect()
    });
    match Flow::of(&ways(steps.collect(), &[599])).unwrap().passage() {
        Ok(passage) => close(passage.goal + passage.leaving, 1.0, 1e-9),
        Err(unsaid) => assert_eq!(unsaid, Unsaid::TooTangled),
    }
}
