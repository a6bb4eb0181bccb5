//! What every layout keeps, whatever the journey.

use super::draft::Draft;
use super::ruler::Ruler;
use super::{Across, Along, Direction, Layout, Point, Route};
use crate::journey::TouchpointIndex;
use proptest::prelude::*;
use std::collections::{HashMap, HashSet, VecDeque};

/// A journey of stages of these sizes with these steps, drawn up for the tests.
fn laid_out(sizes: &[usize], steps: &[(usize, usize)]) -> Layout {
    let titles = vec!["A touchpoint"; 400];
    let stages: Vec<(&str, &[&str])> = sizes.iter().map(|n| ("Stage", &titles[..*n])).collect();
    let steps: Vec<_> = steps.iter().map(|(from, to)| (*from, *to, 0.0)).collect();
    let draft = Draft::new().journey("one", &stages).steps(&steps);
    Layout::new(&draft.journeys, 0)
}

/// The same in lanes by channel, of which each touchpoint has the next of three.
fn in_lanes(sizes: &[usize], steps: &[(usize, usize)]) -> Layout {
    let titles = vec!["A touchpoint"; 400];
    let stages: Vec<(&str, &[&str])> = sizes.iter().map(|n| ("Stage", &titles[..*n])).collect();
    let steps: Vec<_> = steps.iter().map(|(from, to)| (*from, *to, 0.0)).collect();
    let draft = Draft::new().channels(&["web", "phone", "shop"]);
    let draft = draft.journey("one", &stages).steps(&steps);
    Layout::in_lanes(&draft.journeys, 0)
}

fn journeys() -> impl Strategy<Value = (Vec<usize>, Vec<(usize, usize)>)> {
    prop::collection::vec(0..7_usize, 1..7).prop_flat_map(|sizes| {
        let count = sizes.iter().sum::<usize>();
        let step = (0..count.max(1), 0..count.max(1));
        let most = if count == 0 { 0 } else { 40 };
        (Just(sizes), prop::collection::vec(step, 0..=most))
    })
}

/// Every dot of a route, with whether it runs upright there.
fn dots(ruler: &Ruler, route: &Route) -> Vec<(i32, i32, bool)> {
    let mut dots = Vec::new();
    for pair in route.points.windows(2) {
        let ((x, y), (to_x, to_y)) = (ruler.place(pair[0]), ruler.place(pair[1]));
        assert!(x == to_x || y == to_y, "a slanting line in {route:?}");
        let upright = y != to_y;
        for x in x.min(to_x)..=x.max(to_x) {
            for y in y.min(to_y)..=y.max(to_y) {
                dots.push((x, y, upright));
            }
        }
    }
    dots
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn every_step_has_a_route_that_begins_and_ends_beside_its_cards((sizes, steps) in journeys()) {
        let layout = laid_out(&sizes, &steps);
        let mut steps = steps;
        steps.sort_by_key(|step| step.0);
        prop_assert_eq!(layout.routes().len(), steps.len());
        for (route, (from, to)) in layout.routes().iter().zip(&steps) {
            prop_assert_eq!((route.from.index(), route.to.index()), (*from, *to));
            let (column, row) = layout.card(route.from).unwrap();
            let first = route.points.first().unwrap();
            let right = Point { x: Across::Right(column), y: Along::Row(row) };
            let foot = Point { x: Across::Port(column), y: Along::Foot(row) };
            prop_assert!(*first == right || *first == foot);
            let (column, row) = layout.card(route.to).unwrap();
            let last = route.points.last().unwrap();
            let left = Point { x: Across::Left(column), y: Along::Row(row) };
            let head = Point { x: Across::Port(column), y: Along::Head(row) };
            prop_assert!(*last == left || *last == head);
        }
    }

    #[test]
    fn no_route_crosses_a_card((sizes, steps) in journeys()) {
        for layout in [laid_out(&sizes, &steps), in_lanes(&sizes, &steps)] {
            let ruler = Ruler::of(&layout);
            let mut covered = HashSet::new();
            for card in layout.columns().iter().flatten() {
                let (column, row) = layout.card(*card).unwrap();
                for x in 0..2 {
                    covered.extend((0..3).map(|y| (ruler.columns[column] + x, ruler.rows[row] + y)));
                }
            }
            for route in layout.routes() {
                for (x, y, _) in dots(&ruler, route) {
                    prop_assert!(!covered.contains(&(x, y)), "{:?} covers a card", route);
                }
            }
        }
    }

    #[test]
    fn in_lanes_every_card_stands_among_those_of_its_channel((sizes, steps) in journeys()) {
        let layout = in_lanes(&sizes, &steps);
        let count = sizes.iter().sum::<usize>();
        prop_assert_eq!(layout.columns().iter().map(Vec::len).sum::<usize>(), count);
        let mut start = 0;
        for (stage, size) in sizes.iter().enumerate() {
            for place in start..start + size {
                let index = TouchpointIndex::new(place);
                let (column, row) = layout.card(index).unwrap();
                prop_assert_eq!((column, layout.at(column, row)), (stage, Some(index)));
                let band = layout.bands().iter().find(|band| band.rows.contains(&row)).unwrap();
                let channel = ["web", "phone", "shop"][place % 3];
                prop_assert_eq!(band.channel.as_deref(), Some(channel));
            }
            start += size;
        }
    }

    #[test]
    fn routes_share_a_line_only_near_a_card_they_share(((sizes, steps), lanes) in (journeys(), any::<bool>())) {
        let layout = if lanes { in_lanes(&sizes, &steps) } else { laid_out(&sizes, &steps) };
        let ruler = Ruler::of(&layout);
        let mut lines: HashMap<(i32, i32, bool), Vec<&Route>> = HashMap::new();
        for route in layout.routes() {
            for dot in dots(&ruler, route) {
                lines.entry(dot).or_default().push(route);
            }
        }
        for (dot, routes) in lines {
            for (at, one) in routes.iter().enumerate() {
                for other in &routes[..at] {
                    prop_assert!(
                        one.from == other.from || one.to == other.to,
                        "{:?} and {:?} share {:?}", one, other, dot
                    );
                }
            }
        }
    }

    #[test]
    fn steps_down_a_stage_go_down_unless_they_loop((sizes, steps) in journeys()) {
        let layout = laid_out(&sizes, &steps);
        for route in layout.routes() {
            let (from, to) = (layout.card(route.from).unwrap(), layout.card(route.to).unwrap());
            if to.0 > from.0 {
                prop_assert_ne!(route.course, super::Course::Loop);
            }
            if to.0 < from.0 {
                prop_assert_eq!(route.course, super::Course::Loop);
            }
        }
    }

    #[test]
    fn from_any_card_the_keys_lead_to_every_other((sizes, steps) in journeys()) {
        let count = sizes.iter().sum::<usize>();
        let layouts = [laid_out(&sizes, &steps), in_lanes(&sizes, &steps)];
        for (layout, start) in layouts.iter().flat_map(|one| (0..count).map(move |at| (one, at))) {
            let mut seen = HashSet::from([TouchpointIndex::new(start)]);
            let mut ahead = VecDeque::from([TouchpointIndex::new(start)]);
            while let Some(card) = ahead.pop_front() {
                for way in [Direction::Left, Direction::Right, Direction::Up, Direction::Down] {
                    let next = layout.neighbour(card, way);
                    ahead.extend(next.filter(|next| seen.insert(*next)));
                }
            }
            prop_assert_eq!(seen.len(), count);
        }
    }

    #[test]
    fn the_same_journey_is_laid_out_the_same_way((sizes, steps) in journeys()) {
        prop_assert_eq!(laid_out(&sizes, &steps), laid_out(&sizes, &steps));
    }
}

#[test]
fn the_files_order_stays_where_nothing_speaks_against_it() {
    let layout = laid_out(&[3, 2], &[(0, 1), (1, 2), (2, 3), (3, 4)]);
    let columns: Vec<Vec<usize>> = layout
        .columns()
        .iter()
        .map(|cards| cards.iter().map(|card| card.index()).collect())
        .collect();
    assert_eq!(columns, [vec![0, 1, 2], vec![3, 4]]);
}

#[test]
fn a_crossing_is_undone_by_another_order() {
    // 0 leads to 4 and 1 to 3; 2 and 5 stand apart.
    let layout = laid_out(&[3, 3], &[(0, 4), (1, 3)]);
    let row = |place| layout.card(TouchpointIndex::new(place)).unwrap().1;
    assert_eq!((row(0) < row(1)), (row(4) < row(3)));
}

#[test]
fn one_more_touchpoint_at_the_end_of_a_stage_moves_no_other() {
    let steps = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (1, 4)];
    let before = laid_out(&[3, 2], &steps);
    let after = laid_out(&[3, 3], &steps);
    for place in 0..5 {
        let index = TouchpointIndex::new(place);
        assert_eq!(before.card(index), after.card(index));
    }
}

#[test]
fn a_stage_of_three_hundred_is_one_column() {
    let steps: Vec<_> = (0..299).map(|place| (place, place + 1)).collect();
    let layout = laid_out(&[300], &steps);
    assert_eq!((layout.columns().len(), layout.rows()), (1, 300));
    assert!(layout.gutters().iter().all(|gutter| gutter.lanes == 0));
}

#[test]
fn a_journey_without_touchpoints_and_one_that_is_not_there_have_empty_maps() {
    let layout = laid_out(&[0, 0], &[]);
    assert_eq!((layout.columns().len(), layout.rows()), (2, 0));
    let draft = Draft::flight();
    assert_eq!(Layout::new(&draft.journeys, 9), Layout::default());
    assert_eq!(Layout::default().rows(), 0);
}
