//! Pain, ranking, trends, fixes, segments, visits, targets, churn, drivers, and what if.

use crate::street::{SPIKE, Street};
use pothole::board::{Against, Lens, Mark, Order};
use pothole::feedback::Day;
use pothole::journey::AimMeasure;
use pothole::measures::drivers::Quadrant;
use pothole::measures::{Standing, Unsaid, Verdict};

fn close(value: f64, expected: f64) {
    assert!((value - expected).abs() < 1e-9, "{value} is not {expected}");
}

#[test]
fn the_street_is_read_with_one_problem_the_attic() {
    let street = Street::open();
    let codes = street.workspace.problems.iter().map(|problem| problem.code);
    assert_eq!(codes.collect::<Vec<_>>(), ["unreachable"]);
    assert_eq!(street.overlay.books.unread, []);
    assert_eq!(street.overlay.books.rejected, []);
}

#[test]
fn pain_is_summed_severity_and_its_shares_make_a_pareto_line() {
    let street = Street::open();
    let board = street.board(&Lens::default());
    // 2 x 59 + 30 tickets at 2 euros; 5 x 26 + 34 at 10 euros.
    let queue = board.touchpoint(street.find("queue"));
    let pay = board.touchpoint(street.find("pay"));
    let (queue_pain, pay_pain) = (queue.pain.clone().unwrap(), pay.pain.clone().unwrap());
    close(queue_pain.severity, 296.0);
    close(pay_pain.severity, 1_640.0);
    // Those of the survey who complain say no severity: 48 at the queue, none at the till.
    assert_eq!((queue_pain.silent, pay_pain.silent), (48, 0));
    let eat = board.touchpoint(street.find("eat")).pain.clone().unwrap();
    // Nobody says how severe it is at the table: each counts as a typical one, 1,936 / 312.
    close(eat.severity, 72.0 * 1_936.0 / 312.0);
    let whole = 1_936.0 + eat.severity;
    close(
        pay.pain_share.clone().unwrap().share,
        100.0 * 1_640.0 / whole,
    );
    let attic = board.touchpoint(street.find("attic"));
    assert_eq!(attic.pain, Err(Unsaid::Nobody));
    assert_eq!(attic.pain_share, Err(Unsaid::Nobody));
}

#[test]
fn the_ranking_follows_its_order_and_keeps_silence_last() {
    let street = Street::open();
    let board = street.board(&Lens::default());
    let ids = |order| -> Vec<String> {
        let ranking = board.ranking(&street.workspace.journeys, &street.overlay, order);
        let name = |one: &pothole::board::Ranked| {
            street
                .workspace
                .journeys
                .touchpoint(one.touchpoint)
                .address
                .touchpoint
                .clone()
        };
        ranking.iter().map(name).collect()
    };
    assert_eq!(ids(Order::Pain), ["pay", "eat", "queue", "enter", "attic"]);
    assert_eq!(
        ids(Order::Complaints),
        ["queue", "pay", "eat", "enter", "attic"]
    );
    assert_eq!(ids(Order::Name), ["enter", "eat", "pay", "queue", "attic"]);
    let ranking = board.ranking(&street.workspace.journeys, &street.overlay, Order::Friction);
    assert_eq!(ranking[0].place, Some(1));
    assert_eq!(
        (ranking[4].place, ranking[4].value, ranking[4].thin),
        (None, None, true)
    );
}

#[test]
fn a_small_sample_stands_below_a_well_founded_one_however_bad_it_is() {
    let street = Street::open();
    let lens = Lens {
        sources: vec!["survey".into()],
        until: Day::parse_iso("2025-03-01"),
        ..Lens::default()
    };
    let board = street.board(&lens);
    let ranking = board.ranking(&street.workspace.journeys, &street.overlay, Order::Share);
    assert!(ranking.iter().all(|one| one.thin && one.place.is_none()));
    assert!(ranking[0].value.unwrap() > 30.0);
}

#[test]
fn those_who_passed_are_counted_or_follow_from_the_shares() {
    let street = Street::open();
    let board = street.board(&Lens::default());
    let journeys = &street.workspace.journeys;
    let rate = |id| board.contact_rate(journeys, &street.overlay, street.find(id));
    let enter = rate("enter").unwrap();
    assert_eq!(enter.against, Against::Visits);
    close(enter.passed, 60_000.0);
    // 0.9 of those who enter come to the queue, whether they come for the first time or again.
    let queue = rate("queue").unwrap();
    assert_eq!(queue.against, Against::VisitsByShares);
    assert!((queue.passed - 54_000.0).abs() < 1e-6);
    assert_eq!(queue.said().unwrap().contacts, 148 + 48);
    assert!((queue.said().unwrap().per_thousand - 196.0 / 54.0).abs() < 1e-9);
    assert!(
        queue
            .said()
            .unwrap()
            .interval
            .holds(queue.said().unwrap().per_thousand)
    );
    // No way leads to the attic.
    assert_eq!(rate("attic"), Err(Unsaid::NoExposure));
    let small = Lens {
        segments: vec!["small".into()],
        ..Lens::default()
    };
    let small = street
        .board(&small)
        .contact_rate(journeys, &street.overlay, street.find("queue"));
    assert_eq!(small, Err(Unsaid::NotBySegment));
}

#[test]
fn a_spike_names_its_week_what_was_to_be_expected_and_the_words_that_grew() {
    let street = Street::open();
    let board = street.board(&Lens::default());
    let index = street.find("queue");
    let trend = board.trend(&street.workspace.journeys, &street.overlay, index);
    assert_eq!(trend.against, Against::VisitsByShares);
    let spikes: Vec<_> = trend.spikes().collect();
    let [(week, spike)] = &spikes[..] else {
        panic!("{spikes:?}")
    };
    let oven = Day(Day::parse_iso("2025-01-06").unwrap().0 + 7 * SPIKE).week();
    assert_eq!(*week, oven);
    assert!(
        spike.seen >= 30 && spike.expected < 4.0 && spike.tail < 1e-9,
        "{spike:?}"
    );
    assert!(trend.limit(SPIKE as usize).unwrap() < 20.0);
    let testimony = street.testimony(&board);
    let grown = &testimony.grown[&(index, oven)];
    let words: Vec<&str> = grown
        .words
        .iter()
        .map(|growth| growth.word.as_str())
        .collect();
    assert_eq!(words, ["broke", "oven"]);
    let tags: Vec<_> = grown
        .tags
        .iter()
        .map(|one| (one.word.as_str(), one.now))
        .collect();
    assert_eq!(tags, [("repair", 28)]);
}

#[test]
fn a_fix_that_helped_is_called_better_with_its_ratio() {
    let street = Street::open();
    let board = street.board(&Lens::default());
    let index = street.find("pay");
    let fixes = board.fixes(&street.workspace.journeys, &street.overlay, index);
    let [fix] = &fixes[..] else {
        panic!("{fixes:?}")
    };
    assert_eq!(fix.verdict(), Verdict::Better);
    // 26 weeks of 5 before, 34 of 1 since, against the same visits a week.
    assert_eq!((fix.before.events, fix.after.events), (130, 34));
    let ratio = fix.comparison.as_ref().unwrap().ratio.clone().unwrap();
    close(ratio.value, 1.0 / 5.0);
    assert!(ratio.interval.high < 1.0);
}

#[test]
fn segments_are_tested_against_all_others_and_corrected() {
    let street = Street::open();
    let board = street.board(&Lens::default());
    let grid = board.segment_grid(&street.workspace.journeys, &street.overlay, 0);
    assert_eq!(grid.segments, ["large", "small"]);
    let cells = grid.of(street.find("queue"));
    assert_eq!(cells.len(), 2);
    assert!(
        cells
            .iter()
            .all(|(_, cell)| cell.q >= cell.p && cell.q <= 1.0)
    );
    assert!(grid.of(street.find("attic")).is_empty());
}

#[test]
fn the_graph_says_who_arrives_and_what_a_thousand_starts_cost() {
    let street = Street::open();
    let board = street.board(&Lens::default());
    let flow = board.flow(&street.workspace.journeys, &street.overlay, 0);
    // Of those in the queue 0.8 pay, 0.1 x 0.9 come back: 0.72 / (1 - 0.09) come to pay.
    let pays = 0.9 * 0.8 / (1.0 - 0.09);
    close(flow.passage.as_ref().unwrap().goal, pays * 0.95);
    assert_eq!(flow.choke_points, Ok(vec![1, 2]));
    assert_eq!(flow.unreachable, Ok(vec![4]));
    let loops = flow.loops.as_ref().unwrap();
    assert_eq!((loops.len(), loops[0].door), (1, 0));
    close(*loops[0].rounds.as_ref().unwrap(), 1.0 / (1.0 - 0.09) - 1.0);
    // Every complaint of 60,000 / 1.0989 starts, but for those at the door.
    let started = 60_000.0 * (1.0 - 0.09);
    let complaints = f64::from(196 + 164 + 72);
    let expected = flow.expected.as_ref().unwrap();
    assert!((expected.per_thousand - 1_000.0 * complaints / started).abs() < 1e-9);
    let saving = flow.saving(street.find("queue")).unwrap();
    assert!(saving.per_thousand > 0.0 && saving.range.holds(saving.per_thousand));
    let (path, complaints) = flow.painful_path().unwrap();
    assert_eq!(path.places, [0, 1, 2, 3]);
    assert!(complaints > 0.0);
}

#[test]
fn a_target_is_met_or_missed_and_names_who_says_so() {
    let street = Street::open();
    let board = street.board(&Lens::default());
    let journeys = &street.workspace.journeys;
    let rate = |id| board.contact_rate(journeys, &street.overlay, street.find(id));
    let standing = board.standing(journeys, street.find("queue"), || rate("queue"));
    let marks: Vec<_> = standing
        .iter()
        .map(|one| (one.mark, one.aim.measure))
        .collect();
    assert_eq!(
        marks,
        [
            (Mark::Target, AimMeasure::Friction),
            (Mark::Benchmark, AimMeasure::Csat)
        ]
    );
    assert_eq!(standing[0].gap.as_ref().unwrap().standing, Standing::Missed);
    // 48 of 120 gave 4 or 5: 40 %, 20 points behind.
    close(standing[1].gap.as_ref().unwrap().value, -20.0);
    assert_eq!(standing[1].aim.source.as_deref(), Some("bakers' guild"));
    let pay = board.standing(journeys, street.find("pay"), || rate("pay"));
    assert_eq!(pay[0].aim.measure, AimMeasure::ContactRate);
    assert!(pay[0].value.is_ok());
    let journey = board.journey_standing(journeys, 0, || Err(Unsaid::NoStart));
    assert_eq!(journey[0].gap.as_ref().unwrap().standing, Standing::Missed);
}

#[test]
fn the_queue_drives_the_overall_score_and_is_where_to_concentrate() {
    let street = Street::open();
    let board = street.board(&Lens::default());
    let drivers = street.testimony(&board).drivers.unwrap().unwrap();
    assert_eq!(drivers.of, 120);
    let first = &drivers.lines[0];
    assert_eq!(first.touchpoint, street.find("queue"));
    assert!(first.driver.importance > 90.0);
    assert!(
        first
            .driver
            .interval
            .unwrap()
            .holds(first.driver.importance)
    );
    assert_eq!(first.quadrant, Quadrant::ConcentrateHere);
    let sum: f64 = drivers
        .lines
        .iter()
        .map(|line| line.driver.importance)
        .sum();
    close(sum, 100.0);
}

#[test]
fn what_if_a_step_were_fixed_moves_its_numbers_and_its_journeys_and_no_others() {
    let street = Street::open();
    let board = street.board(&Lens::default());
    let workspace = &street.workspace;
    let index = street.find("queue");
    let fixed = board
        .as_if_fixed(&workspace.journeys, &workspace.charter, index)
        .unwrap();
    let (before, after) = (board.touchpoint(index), fixed.touchpoint(index));
    assert!(after.counts.complaints < before.counts.complaints);
    assert_eq!(after.counts.feedback(), before.counts.feedback());
    assert!(after.friction.unwrap().value < before.friction.unwrap().value);
    assert!(after.pain.clone().unwrap().severity < before.pain.clone().unwrap().severity);
    let healed = before.counts.complaints - after.counts.complaints;
    assert_eq!(
        board.journeys[0].counts.complaints - fixed.journeys[0].counts.complaints,
        healed
    );
    let enter = street.find("enter");
    assert_eq!(
        board.touchpoint(enter).counts,
        fixed.touchpoint(enter).counts
    );
    let not = board.as_if_fixed(&workspace.journeys, &workspace.charter, enter);
    assert_eq!(not.unwrap_err(), Unsaid::NotAboveMedian);
}

#[test]
fn a_journeys_contact_rate_sets_all_its_complaints_against_those_who_start() {
    let street = Street::open();
    let board = street.board(&Lens::default());
    let journeys = &street.workspace.journeys;
    let whole = board.journey_contact_rate(journeys, &street.overlay, 0);
    let whole = whole.unwrap();
    assert_eq!(whole.against, Against::Visits);
    close(whole.passed, 60_000.0);
    assert_eq!(whole.said().unwrap().contacts, 196 + 164 + 72);
    close(whole.said().unwrap().per_thousand, 432.0 / 60.0);
    let small = Lens {
        segments: vec!["small".into()],
        ..Lens::default()
    };
    let small = street.board(&small);
    let small = small.journey_contact_rate(journeys, &street.overlay, 0);
    assert_eq!(small, Err(Unsaid::NotBySegment));
}

#[test]
fn each_segment_has_an_emotion_curve_with_gaps_where_it_gave_no_score() {
    let street = Street::open();
    let board = street.board(&Lens::default());
    let curves = board.segment_curves(&street.workspace.journeys, &street.overlay, 0);
    let names: Vec<_> = curves
        .iter()
        .map(|one| (one.segment.as_str(), one.of))
        .collect();
    // Every fourth of 120 answers is a large customer's, to four questions.
    assert_eq!(names, [("small", 360), ("large", 120)]);
    for one in &curves {
        assert_eq!(one.curve.points.len(), 5);
        assert_eq!(one.curve.points[4], None);
        assert_eq!(one.curve.stretches().first(), Some(&(0..4)));
    }
    let of = |place: usize| {
        board
            .touchpoint(street.find(["enter", "queue"][place]))
            .mood
            .unwrap()
    };
    let sum = |place: usize| -> f64 {
        let points = curves.iter().filter_map(|one| one.curve.points[place]);
        points.map(|mood| mood.value * mood.of as f64).sum()
    };
    for place in 0..2 {
        close(sum(place), of(place).value * of(place).of as f64);
    }
}
