//! Workspaces of our own over public data that nobody here wrote, held against counts made by other
//! means. Where the data is not at hand, each test says so and passes.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "data that is there and cannot be read must fail its test"
)]

use pothole::board::{Board, Lens};
use pothole::feedback::{Overlay, SourceBooks, scan};
use pothole::journey::{Touchpoint, TouchpointIndex};
use pothole::measures::Counts;
use pothole::workspace::{Workspace, open};
use serde_json::Value;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A workspace of ours beside the data it is about, and what the data should come to.
struct Survey {
    _folder: TempDir,
    workspace: Workspace,
    overlay: Overlay,
    board: Board,
    oracle: Value,
}

fn data(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data")
        .join(name);
    if path.is_file() {
        return Some(path);
    }
    println!("skipped: ../shared/data/{name} is not here");
    None
}

impl Survey {
    /// Opens a workspace of ours with a file of a data set put beside it.
    fn open(ours: &str, file: &str, put_at: &str) -> Option<Self> {
        let (set, _) = file.split_once('/').unwrap();
        let oracle = fs::read_to_string(data(&format!("{set}/oracle.json"))?).unwrap();
        let file = data(file)?;
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let ours = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures")
            .join(ours);
        for entry in fs::read_dir(ours).unwrap() {
            let from = entry.unwrap().path();
            fs::copy(&from, root.join(from.file_name().unwrap())).unwrap();
        }
        fs::create_dir(root.join("feedback")).unwrap();
        fs::copy(file, root.join(put_at)).unwrap();
        let workspace = open(root).unwrap();
        let overlay = scan(
            root,
            &workspace.journeys,
            &workspace.sources,
            &workspace.rules,
            &mut |_| ControlFlow::Continue(()),
        );
        let board = Board::build(
            &workspace.journeys,
            &workspace.charter,
            &overlay,
            &Lens::default(),
        );
        Some(Self {
            _folder: folder,
            workspace,
            overlay,
            board,
            oracle: serde_json::from_str(&oracle).unwrap(),
        })
    }

    fn titled(&self, title: &str) -> (TouchpointIndex, &Touchpoint) {
        let mut all = self.workspace.journeys.touchpoints();
        all.find(|(_, touchpoint)| touchpoint.title == title)
            .unwrap()
    }

    /// What was said at a touchpoint given by its id.
    fn counts(&self, id: &str) -> Counts {
        let mut all = self.workspace.journeys.touchpoints();
        let found = all.find(|(_, touchpoint)| touchpoint.address.touchpoint == id);
        self.board.touchpoint(found.unwrap().0).counts
    }

    fn assert_sound(&self) {
        assert_eq!(self.workspace.problems, []);
        assert_eq!(self.overlay.books.unread, []);
        assert!(self.overlay.books.sources.iter().all(SourceBooks::balance));
    }
}

fn airport() -> Option<Survey> {
    Survey::open(
        "airport",
        "airport/sfo-2017.csv",
        "feedback/survey-2017.csv",
    )
}

fn close(ours: f64, theirs: &Value) -> bool {
    (ours - theirs.as_f64().unwrap()).abs() < 1e-6
}

#[test]
fn all_touchpoints_of_the_airport_survey_agree_in_counts_scores_and_means() {
    let Some(survey) = airport() else { return };
    survey.assert_sound();
    let read = survey.overlay.books.total().read;
    let touchpoints = survey.oracle["touchpoints"].as_array().unwrap();
    assert_eq!(touchpoints.len(), 26);
    for expected in touchpoints {
        let title = expected["touchpoint"].as_str().unwrap();
        let (index, touchpoint) = survey.titled(title);
        let sheet = survey.board.touchpoint(index);
        let missing =
            expected["blank"].as_u64().unwrap() + expected["not_applicable"].as_u64().unwrap();
        assert_eq!(sheet.counts.feedback(), expected["valid"], "{title}");
        assert_eq!(sheet.counts.unscored, 0, "{title}");
        assert_eq!(read - sheet.counts.feedback(), missing, "{title}");
        assert_eq!(sheet.counts.complaints, expected["low_1_2"], "{title}");
        assert_eq!(sheet.counts.praise, expected["high_4_5"], "{title}");
        let [histogram] = &sheet.histograms[..] else {
            panic!("{title}: {} scales", sheet.histograms.len())
        };
        assert!(
            close(histogram.mean().unwrap(), &expected["mean"]),
            "{title}"
        );
        for (score, count) in &histogram.counts {
            let score = score.value().to_string();
            assert_eq!(*count, expected["distribution"][&score], "{title} {score}");
        }
        let friction = sheet.friction.unwrap();
        assert!(close(friction.share, &expected["low_pct"]), "{title}");
        if expected["kind"] == "ces" {
            let ces = sheet.ces.as_ref().unwrap();
            assert!(close(ces.mean, &expected["mean"]), "{title}");
            assert_eq!(ces.easy, expected["high_4_5"], "{title}");
        } else {
            let csat = sheet.csat.unwrap();
            assert!(close(csat.share, &expected["csat_top2_pct"]), "{title}");
        }
        let stage = &survey.workspace.journeys.all()[0].stages[touchpoint.stage];
        assert_eq!(stage.id.replace('-', "_"), expected["stage"], "{title}");
    }
}

#[test]
fn the_airport_has_an_nps_of_39_84_where_zero_is_a_score_and_eleven_is_none() {
    let Some(survey) = airport() else { return };
    let (index, _) = survey.titled("Would you recommend us?");
    let nps = survey.board.touchpoint(index).nps.unwrap();
    let expected = &survey.oracle["nps"];
    assert_eq!(nps.of(), 2_746);
    assert_eq!(nps.promoters, expected["promoters_9_10"]);
    assert_eq!(nps.passives, expected["passives_7_8"]);
    assert_eq!(nps.detractors, expected["detractors_0_6"]);
    assert!(close(nps.score, &expected["nps"]));
    assert!((nps.score - 39.84).abs() < 0.005);
}

#[test]
fn a_survey_without_dates_counts_in_totals_and_in_no_week() {
    let Some(survey) = airport() else { return };
    assert_eq!(survey.board.weeks, None);
    for (index, _) in survey.workspace.journeys.touchpoints() {
        let sheet = survey.board.touchpoint(index);
        assert_eq!(sheet.undated, sheet.counts.feedback());
        let detail = survey.board.detail(&survey.overlay, index);
        assert_eq!(detail.by_week, []);
    }
    let books = survey.overlay.books.total();
    assert_eq!((books.read, books.undated), (2_831, books.mapped));
}

#[test]
fn complaints_go_to_the_first_touchpoint_whose_pattern_their_issue_matches() {
    let place = "feedback/complaints.csv";
    let Some(survey) = Survey::open("complaints", "complaints/cfpb-1000.csv", place) else {
        return;
    };
    survey.assert_sound();
    let expected = &survey.oracle["rows_per_stage"];
    let stages = [
        "sign_up",
        "billing_and_payments",
        "collections",
        "credit_report",
    ];
    let counts = stages.map(|stage| survey.counts(&stage.replace('_', "-")).complaints);
    assert_eq!(counts, [13, 77, 80, 797]);
    assert_eq!(
        counts.map(Value::from),
        stages.map(|stage| expected[stage].clone())
    );
    let books = survey.overlay.books.total();
    assert_eq!((books.read, books.unmapped), (1_000, 33));
    assert_eq!((books.mapped, books.rejected, books.undated), (967, 0, 0));
}

#[test]
fn baggage_claims_go_to_the_touchpoint_their_site_names() {
    let place = "feedback/claims-2015.csv";
    let Some(survey) = Survey::open("baggage", "baggage/tsa-2015.csv", place) else {
        return;
    };
    survey.assert_sound();
    let sites = survey.oracle["claim_site"].as_object().unwrap();
    for (site, count) in sites.iter().filter(|(site, _)| *site != "-") {
        let (index, _) = survey.titled(site);
        let counts = survey.board.touchpoint(index).counts;
        assert_eq!(counts.complaints, *count, "{site}");
        assert_eq!(counts.feedback(), *count, "{site}");
    }
    let books = survey.overlay.books.total();
    assert_eq!((books.read, books.unmapped, books.rejected), (8_667, 39, 0));
}

#[test]
fn a_coded_comment_counts_once_at_every_touchpoint_it_speaks_about() {
    let (file, place) = ("airport/sfo-2017.csv", "feedback/survey-2017.csv");
    let Some(survey) = Survey::open("airport-comments", file, place) else {
        return;
    };
    survey.assert_sound();
    let groups = survey.oracle["rows_per_comment_group"].as_object().unwrap();
    assert_eq!(groups.len(), survey.workspace.journeys.touchpoint_count());
    for (group, rows) in groups {
        let counts = survey.counts(&group.replace('_', "-"));
        assert_eq!(counts.unscored, *rows, "{group}");
        assert_eq!(counts.polar(), 0, "{group}");
    }
}
