//! Writes who passed and who stayed: customers counted week by week at four doors, and the list of riders.

use super::customer::SEGMENTS;
use super::rng::Rng;
use pothole::feedback::Day;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Where somebody counts, how many pass in an ordinary week, and how that changes with the season:
/// weights of the twelve months, January first.
#[rustfmt::skip]
const DOORS: [(&str, usize, [usize; 12]); 4] = [
    ("get-riding/hear-about-us",      1_900, [60, 70, 120, 140, 130, 120, 110, 105, 110, 90, 75, 60]),
    ("get-riding/open-account",         420, [60, 70, 120, 140, 130, 120, 110, 105, 110, 90, 75, 60]),
    ("fix-my-bike/check-it-yourself",   150, [70, 75, 140, 150, 110, 105, 105, 100, 100, 95, 80, 70]),
    ("ride-on/everyday-ride",         9_600, [55, 60, 85, 100, 120, 130, 130, 125, 115, 95, 75, 60]),
];

/// The first Monday counted, and how many weeks are.
const FIRST: (i32, u32, u32) = (2025, 4, 28);
const WEEKS: i32 = 79;

/// `feedback/doors.csv`
pub(super) fn doors() -> String {
    let mut rng = Rng::new(77);
    let mut rows = "week,where,passed\n".to_owned();
    let first = Day::from_ymd(FIRST.0, FIRST.1, FIRST.2).unwrap();
    for week in 0..WEEKS {
        let monday = Day(first.0 + 7 * week);
        let (_, month, _) = monday.ymd();
        for (touchpoint, usual, season) in DOORS {
            let passed = usual * season[month as usize - 1] / 100;
            let passed = passed * rng.between(93, 107) / 100;
            writeln!(rows, "{monday},{touchpoint},{passed}").unwrap();
        }
    }
    rows
}

/// What a ticket with one of these tags costs: how many more of a hundred leave.
const COSTS: [(&str, usize); 6] = [
    ("deposit", 34),
    ("parts", 26),
    ("repair-booking", 14),
    ("invoice", 22),
    ("damage-charge", 25),
    ("delivery-slot", 8),
];

/// `feedback/riders.csv`: everybody who rode with us in May 2025, and whether they still do. Those whose
/// tickets were about money or waiting have left more often.
pub(super) fn riders(tickets: &str) -> String {
    let mut complained: BTreeMap<String, usize> = BTreeMap::new();
    for row in csv::Reader::from_reader(tickets.as_bytes()).records() {
        let row = row.unwrap();
        let cost = COSTS
            .iter()
            .find(|(tag, _)| row[4].split(';').any(|one| one == *tag));
        *complained.entry(row[5].to_owned()).or_default() += cost.map_or(1, |(_, cost)| *cost);
    }
    // The number of the last household is that of the first small business, too: it is a household.
    let mut known = BTreeSet::new();
    let mut rng = Rng::new(1_888);
    let mut rows = "customer,customer_type,left_on\n".to_owned();
    for (group, (segment, count)) in SEGMENTS.iter().zip([1_500, 260, 90]).enumerate() {
        for within in 0..count {
            let id = format!("K-{}", 20_000 + 3_000 * group + within * 2 + within % 7);
            if !known.insert(id.clone()) {
                continue;
            }
            let usual = [7, 6, 3][group];
            let chance = usual + complained.get(&id).copied().unwrap_or(0).min(70);
            let left = if rng.percent(chance) {
                let day = Day::from_ymd(2025, 6, 1).unwrap().0 + rng.below(515) as i32;
                Day(day).to_string()
            } else {
                String::new()
            };
            writeln!(rows, "{id},{segment},{left}").unwrap();
        }
    }
    rows
}
