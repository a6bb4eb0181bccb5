//! The sample workspace lives what this is for: a year of listening with a gap, and departments that hear.

use super::shop::{board, scanned};
use pothole::board::{Accord, Chorus, Kept, Listened};
use pothole::feedback::{Day, Overlay};
use pothole::workspace::Workspace;
use std::path::Path;

fn sample() -> (Workspace, Overlay) {
    scanned(&Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys"))
}

#[test]
fn a_year_of_listening_leaves_small_businesses_out_since_the_spring() {
    let (workspace, overlay) = sample();
    let (charter, sources) = (&workspace.charter, &workspace.sources);
    let today = Day::from_ymd(2026, 10, 31).unwrap();
    let listened = Listened::of(charter, sources, &overlay.tally, today);
    assert!(
        (80..160).contains(&listened.of_year),
        "{}",
        listened.of_year
    );
    let small = listened.segment("small business").unwrap();
    assert!(small.quiet && small.is_slighted(), "{small:?}");
    assert!((1..15).contains(&small.contacts), "{small:?}");
    assert!(small.last < Day::from_ymd(2026, 4, 1), "{small:?}");
    for other in ["household", "company"] {
        let ear = listened.segment(other).unwrap();
        assert!(!ear.quiet && !ear.is_slighted(), "{ear:?}");
    }
    let of = |kept| {
        listened
            .duties
            .iter()
            .filter(move |duty| duty.kept() == kept)
    };
    assert!(of(Kept::Overdue).count() + of(Kept::Due).count() > 0);
    assert!(of(Kept::Kept).count() >= 2, "{:?}", listened.duties);
}

#[test]
fn every_department_hears_somewhere_and_sources_are_compared() {
    let (workspace, overlay) = sample();
    let board = board(&workspace, &overlay);
    let (journeys, sources) = (&workspace.journeys, &workspace.sources);
    let chorus = Chorus::of(&board, journeys, &overlay, sources);
    let names: Vec<&str> = chorus
        .departments
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["support", "marketing", "operations", "product", ""]);
    assert!(
        chorus
            .departments
            .iter()
            .all(|one| (5..46).contains(&one.hears)),
        "{:?}",
        chorus.departments
    );
    assert_eq!(chorus.count(Accord::Nobody), 1);
    // What can be compared is compared, and nothing is claimed that chance could explain.
    assert_eq!(chorus.count(Accord::Contradiction), 3);
    assert!(chorus.count(Accord::NoContradiction) >= 3);
}
