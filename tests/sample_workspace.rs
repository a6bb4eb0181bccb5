//! The sample workspace under `journeys/`: its feedback is what the generator in `sample/` writes, it
//! opens without a problem, and the board shows the stories it is meant to tell.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

mod sample;

use pothole::board::{Accord, Against, Board, Chorus, DriverTable, Heat, Lens};
use pothole::feedback::{Day, Overlay, ScanOptions, scan_with};
use pothole::journey::{Address, TouchpointIndex};
use pothole::measures::Counts;
use pothole::measures::drivers::{Bootstrap, Quadrant};
use pothole::workspace::{Workspace, open};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

fn journeys() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys")
}

/// The sample, opened and scanned.
struct Sample {
    workspace: Workspace,
    overlay: Overlay,
}

impl Sample {
    fn open() -> Self {
        let workspace = open(&journeys()).unwrap();
        let overlay = scan_with(
            &ScanOptions::default(),
            &workspace.root,
            &workspace.journeys,
            &workspace.sources,
            &workspace.rules,
            &workspace.crowd,
            &mut |_| ControlFlow::Continue(()),
        );
        Self { workspace, overlay }
    }

    fn board(&self, lens: &Lens) -> Board {
        let Workspace {
            journeys, charter, ..
        } = &self.workspace;
        Board::build(journeys, charter, &self.overlay, lens)
    }

    fn find(&self, touchpoint: &str) -> TouchpointIndex {
        let (journey, id) = touchpoint.split_once('/').unwrap();
        let address = Address::new(journey, id);
        self.workspace.journeys.find(&address).unwrap()
    }

    fn counts(&self, touchpoint: &str, lens: &Lens) -> Counts {
        self.board(lens).touchpoint(self.find(touchpoint)).counts
    }

    fn heat(&self, touchpoint: &str) -> Heat {
        let board = self.board(&Lens::default());
        let sheet = board.touchpoint(self.find(touchpoint));
        Heat::of(sheet, &self.workspace.charter.thresholds)
    }
}

fn share(counts: &Counts) -> f64 {
    counts.complaints as f64 / counts.polar() as f64
}

fn between(since: (i32, u32, u32), until: (i32, u32, u32)) -> Lens {
    Lens {
        since: Day::from_ymd(since.0, since.1, since.2),
        until: Day::from_ymd(until.0, until.1, until.2),
        ..Lens::default()
    }
}

fn of_segment(segment: &str) -> Lens {
    Lens {
        segments: vec![segment.to_owned()],
        ..Lens::default()
    }
}

/// `POTHOLE_WRITE_SAMPLE=1 cargo test --test sample_workspace` writes the files anew.
#[test]
fn the_committed_feedback_is_what_the_generator_writes() {
    let folder = journeys();
    let rewrite = std::env::var_os("POTHOLE_WRITE_SAMPLE").is_some();
    for (name, text) in sample::files() {
        let path = folder.join(name);
        if rewrite {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &text).unwrap();
        }
        let committed = std::fs::read(&path).unwrap();
        assert!(
            committed == text.as_bytes(),
            "{name} is not what the generator writes; run with POTHOLE_WRITE_SAMPLE=1 and look at the diff"
        );
    }
}

#[test]
fn the_sample_opens_without_a_problem() {
    let sample = Sample::open();
    assert_eq!(sample.workspace.problems, []);
    assert_eq!(sample.workspace.journeys.broken(), []);
    let lengths = sample.workspace.journeys.all().iter();
    let lengths: Vec<_> = lengths.map(|journey| journey.touchpoints.len()).collect();
    assert_eq!(lengths, [16, 14, 16]);
    assert_eq!(sample.workspace.sources.len(), 5);
}

#[test]
fn the_books_of_the_sample_balance_with_a_little_honest_dirt() {
    let Overlay { books, files, .. } = Sample::open().overlay;
    assert_eq!(books.unread, []);
    // Five of feedback, and one for each who listens.
    assert_eq!(files.len(), 10);
    for source in &books.sources {
        assert!(source.balance(), "{source:?}");
    }
    let (listening, feedback) = books.sources.split_last().unwrap();
    assert!(feedback.iter().all(|source| source.read > 500), "{books:?}");
    assert!(
        (80..160).contains(&listening.read) && listening.rejected == 0,
        "{listening:?}"
    );
    let total = books.total();
    assert!((2_800..3_500).contains(&total.read), "{total:?}");
    let unmapped = total.unmapped as f64 / total.read as f64;
    assert!((0.03..0.12).contains(&unmapped), "{unmapped}");
    let rejected: Vec<_> = books.rejected.iter().map(|row| row.file.as_str()).collect();
    assert_eq!(
        rejected,
        [
            "feedback/tickets.csv",
            "feedback/tickets.csv",
            "feedback/nps-2026.csv",
            "feedback/visit-survey.csv",
            "feedback/app-reviews.jsonl",
        ]
    );
    assert_eq!(total.rejected, 5);
    assert_eq!(total.undated, 0);
}

#[test]
fn the_heat_of_the_sample_is_spread() {
    let sample = Sample::open();
    let board = sample.board(&Lens::default());
    let thresholds = &sample.workspace.charter.thresholds;
    let mut heats: BTreeMap<Heat, usize> = BTreeMap::new();
    for sheet in &board.touchpoints {
        *heats.entry(Heat::of(sheet, thresholds)).or_default() += 1;
    }
    assert_eq!(heats.get(&Heat::Silent), Some(&1), "{heats:?}");
    assert!((2..=5).contains(&heats[&Heat::Thin]), "{heats:?}");
    assert!((12..=22).contains(&heats[&Heat::Calm]), "{heats:?}");
    assert!((8..=20).contains(&heats[&Heat::Warm]), "{heats:?}");
    assert!((3..=7).contains(&heats[&Heat::Hot]), "{heats:?}");
    assert_eq!(heats.get(&Heat::Burning), Some(&1), "{heats:?}");
}

#[test]
fn those_asked_at_the_kerb_and_those_asked_weeks_later_contradict_each_other() {
    let sample = Sample::open();
    let board = sample.board(&Lens::default());
    let Workspace {
        journeys, sources, ..
    } = &sample.workspace;
    let chorus = Chorus::of(&board, journeys, &sample.overlay, sources);
    let contradicted = chorus
        .lines
        .iter()
        .filter(|line| line.accord == Accord::Contradiction);
    let contradicted: Vec<_> = contradicted.map(|line| line.touchpoint).collect();
    // Said under the mechanic's hands, the booking and the repair sound better than by mail weeks later.
    let told = ["book-repair", "mobile-mechanic", "the-repair"];
    let told = told.map(|id| sample.find(&format!("fix-my-bike/{id}")));
    assert_eq!(contradicted, told);
    let kerb = chorus.line(told[1]).unwrap();
    let place = |id: &str| sources.iter().position(|source| source.id == id).unwrap();
    let share = |id: &str| share(&kerb.counts[place(id)]);
    assert!(share("visits") > 0.2 && share("nps") < 0.1);
}

#[test]
fn the_spring_rush_shows_where_slots_and_appointments_are_booked() {
    let sample = Sample::open();
    let spring = between((2026, 3, 1), (2026, 4, 30));
    for touchpoint in ["get-riding/book-delivery", "fix-my-bike/book-repair"] {
        let rush = sample.counts(touchpoint, &spring).complaints;
        let all = sample.counts(touchpoint, &Lens::default()).complaints;
        // Two of eighteen months hold nearly half of all complaints.
        assert!(rush * 5 > all * 2, "{touchpoint}: {rush} of {all}");
    }
}

#[test]
fn pairing_got_better_on_the_day_app_4_2_was_shipped() {
    let sample = Sample::open();
    let pairing = "get-riding/pair-app";
    let before = sample.counts(pairing, &between((2025, 5, 1), (2026, 1, 18)));
    let after = sample.counts(pairing, &between((2026, 1, 19), (2026, 10, 31)));
    assert!(share(&after) < share(&before) / 2.0, "{before:?} {after:?}");
    assert!(
        after.complaints * 2 < before.complaints,
        "{before:?} {after:?}"
    );
    let touchpoint = sample.find(pairing);
    let fixes = &sample.workspace.journeys.touchpoint(touchpoint).actions;
    assert_eq!(fixes[0].shipped, Day::from_ymd(2026, 1, 19));
}

#[test]
fn the_invoice_hurts_small_customers_far_more_than_large_ones() {
    let sample = Sample::open();
    let small = sample.counts("ride-on/month-invoice", &of_segment("small business"));
    let large = sample.counts("ride-on/month-invoice", &of_segment("company"));
    assert!(
        small.polar() >= 30 && large.polar() >= 30,
        "{small:?} {large:?}"
    );
    assert!(share(&small) > 3.0 * share(&large), "{small:?} {large:?}");
}

#[test]
fn the_deposit_burns_and_nobody_owns_it() {
    let sample = Sample::open();
    assert_eq!(sample.heat("ride-on/deposit-back"), Heat::Burning);
    let hot_and_unowned = ["ride-on/deposit-back", "fix-my-bike/parts-wait"];
    for touchpoint in hot_and_unowned {
        assert!(sample.heat(touchpoint) >= Heat::Hot, "{touchpoint}");
        let index = sample.find(touchpoint);
        assert_eq!(sample.workspace.journeys.touchpoint(index).owner, None);
    }
    let unowned = sample.workspace.journeys.touchpoints();
    let unowned = unowned.filter(|(_, touchpoint)| touchpoint.owner.is_none());
    assert!(unowned.count() >= 5);
}

#[test]
fn the_handover_is_loved() {
    let sample = Sample::open();
    let counts = sample.counts("get-riding/handover", &Lens::default());
    assert!(counts.praise * 10 > counts.polar() * 9, "{counts:?}");
    assert_eq!(sample.heat("get-riding/handover"), Heat::Calm);
}

#[test]
fn one_touchpoint_is_silent_and_a_trial_is_too_young_to_say() {
    let sample = Sample::open();
    assert_eq!(sample.heat("get-riding/hear-about-us"), Heat::Silent);
    assert_eq!(sample.heat("get-riding/first-week-call"), Heat::Thin);
    let before = between((2025, 5, 1), (2026, 7, 31));
    let counts = sample.counts("get-riding/first-week-call", &before);
    assert_eq!(counts.feedback(), 0);
}

#[test]
fn two_journeys_and_more_lead_into_another() {
    let sample = Sample::open();
    let journeys = &sample.workspace.journeys;
    let crossing = journeys.touchpoints().flat_map(|(index, from)| {
        let steps = journeys.leaving(index).into_iter();
        steps.filter(move |(to, _)| journeys.touchpoint(*to).journey != from.journey)
    });
    assert!(crossing.count() >= 4);
}

#[test]
fn the_sample_has_an_action_in_every_status_one_of_them_came_back() {
    let sample = Sample::open();
    let today = Day::from_ymd(2026, 11, 2).unwrap();
    let board = sample.board(&Lens::default()).on(today);
    let journeys = &sample.workspace.journeys;
    let cards = board.cards(journeys, &sample.overlay);
    let found = cards.iter().map(|card| {
        let action = card.of(journeys).unwrap();
        let back = card.came_back().is_some();
        (
            action.id.as_str(),
            action.status.word(),
            card.column.word(),
            back,
            card.overdue,
        )
    });
    let found: Vec<_> = found.collect();
    assert_eq!(
        found,
        [
            ("spring-vans", "told", "told", false, None),
            ("pair-by-touch", "proven", "proven", false, None),
            ("choose-the-hour", "shipped", "shipped", false, None),
            ("photo-updates", "planned", "planned", false, None),
            ("one-invoice", "fixing", "fixing", false, Some(18)),
            ("pay-at-return", "shipped", "fixing", true, None),
        ]
    );
    assert_eq!(sample.workspace.told.len(), 59);
}

#[test]
fn everybody_who_passes_is_known_counted_or_by_shares() {
    let sample = Sample::open();
    let board = sample.board(&Lens::default());
    let journeys = &sample.workspace.journeys;
    for journey in 0..3 {
        let rates = board.contact_rates(journeys, &sample.overlay, journey);
        let first = journeys.all()[journey].touchpoints.start;
        let unsaid = rates.iter().enumerate().filter(|(_, rate)| rate.is_err());
        let unsaid: Vec<_> = unsaid.map(|(place, _)| first + place).collect();
        // Both come after a goal, and who has arrived is counted no further.
        let beyond = ["get-riding/first-week-call", "ride-on/come-back"];
        let beyond = beyond.map(|id| sample.find(id).index());
        assert!(
            unsaid.iter().all(|place| beyond.contains(place)),
            "{unsaid:?}"
        );
        let whole = board.journey_contact_rate(journeys, &sample.overlay, journey);
        let whole = whole.unwrap();
        assert_eq!(whole.against, Against::Visits, "{journey}");
        assert!(
            whole
                .said()
                .unwrap()
                .interval
                .holds(whole.said().unwrap().per_thousand)
        );
    }
    let repair = sample.find("fix-my-bike/book-repair");
    let rate = board
        .contact_rate(journeys, &sample.overlay, repair)
        .unwrap();
    assert_eq!(rate.against, Against::VisitsByShares);
    assert!(
        (5.0..30.0).contains(&rate.said().unwrap().per_thousand),
        "{rate:?}"
    );
}

#[test]
fn who_complained_about_the_deposit_or_the_invoice_has_left_more_often() {
    let sample = Sample::open();
    let churn = Board::churn(&sample.overlay).unwrap();
    assert_eq!(churn.group.of, 1_849);
    assert!((5.0..20.0).contains(&churn.rate), "{churn:?}");
    for touchpoint in ["ride-on/deposit-back", "ride-on/month-invoice"] {
        let lift = Board::churn_lift(&sample.overlay, sample.find(touchpoint)).unwrap();
        assert!(lift.interval.low > 0.0, "{touchpoint}: {lift:?}");
        assert!(lift.complained.group.of >= 30, "{touchpoint}: {lift:?}");
    }
}

#[test]
fn being_kept_posted_moves_the_verdict_on_a_repair_and_is_done_badly() {
    let sample = Sample::open();
    let quick = Bootstrap {
        rounds: 100,
        seed: 1,
    };
    let answers = sample.workspace.respondents().unwrap();
    let table = DriverTable::of(&answers, &quick).unwrap();
    let first = &table.lines[0];
    assert_eq!(first.touchpoint, sample.find("fix-my-bike/repair-updates"));
    assert_eq!(first.quadrant, Quadrant::ConcentrateHere);
    assert!(first.driver.interval.unwrap().low > 25.0, "{first:?}");
    assert!(table.explained > 0.5, "{}", table.explained);
}

#[test]
fn the_invoice_is_the_segments_surest_difference() {
    let sample = Sample::open();
    let board = sample.board(&Lens::default());
    let grid = board.segment_grid(&sample.workspace.journeys, &sample.overlay, 2);
    let cells = grid.of(sample.find("ride-on/month-invoice"));
    let (segment, cell) = cells[0];
    assert_eq!(segment, "small business");
    assert!(cell.q < 0.001 && cell.share > cell.others, "{cell:?}");
    let curves = board.segment_curves(&sample.workspace.journeys, &sample.overlay, 2);
    assert!(curves.len() >= 3, "{curves:?}");
}
