//! Scorecards: what is owned, how it changed, and how fast it was mended; in every format.

use super::command::pothole;
use super::shop::{CHARTER, folder, scanned};
use pothole::board::{Days, Lens, Party, Scorecards};
use pothole::measures::{Unsaid, Verdict};
use std::fmt::Write;

const JOURNEY: &str = "\
journey: pay
stages:
  - stage: bill
    touchpoints:
      - touchpoint: invoice
        title: Read the invoice
        owner: mara
        feedback: [{source: survey, rating: INVOICE}]
        actions:
          - {action: one-invoice, title: One invoice, status: told, opened: 2026-02-02, shipped: 2026-04-06,
             told: 2026-05-04, root-cause: Two systems, done: One is gone}
          - {action: words, title: Plain words, owner: ida}
      - {touchpoint: reminder, title: A reminder}
";

/// 26 Mondays: eight complain of twelve in the first half, three of seven in the second.
fn survey() -> String {
    let mut rows = "day,INVOICE\n".to_owned();
    for week in 0..26 {
        let day = super::shop::day("2026-01-05").0 + 7 * week;
        let day = pothole::feedback::Day(day);
        for score in [vec![1; if week < 13 { 8 } else { 3 }], vec![5; 4]].concat() {
            let _ = writeln!(rows, "{day},{score}");
        }
    }
    rows
}

fn shop() -> tempfile::TempDir {
    let source = "sources:\n  survey: {files: survey.csv, columns: {at: day}, scale: csat-5}\n";
    let charter = CHARTER.replace("sources:\n", source);
    folder(&[
        ("pothole.yaml", &charter),
        ("pay.yaml", JOURNEY),
        ("survey.csv", &survey()),
        ("feedback/tickets.csv", "id,at,text,tags,plan,who\n"),
    ])
}

fn cards() -> Scorecards {
    let root = shop();
    let (workspace, overlay) = scanned(root.path());
    assert_eq!(workspace.problems, []);
    let (journeys, charter) = (&workspace.journeys, &workspace.charter);
    Scorecards::of(journeys, charter, &overlay, &Lens::default(), 13)
}

#[test]
fn a_teams_card_holds_what_its_people_own() {
    let cards = cards();
    let owners: Vec<_> = cards
        .cards
        .iter()
        .map(|card| (card.owner.as_deref(), card.party))
        .collect();
    assert_eq!(
        owners,
        [
            (Some("ops"), Party::Team),
            (Some("mara"), Party::Person),
            (Some("ida"), Party::Person),
            (None, Party::Nobody),
        ]
    );
    for owner in ["ops", "mara"] {
        let card = cards.card(owner).unwrap();
        assert_eq!((card.touchpoints.len(), card.hot, card.open), (1, 1, 0));
        assert_eq!(card.now.counts.complaints, 39);
        assert_eq!(card.before.as_ref().unwrap().counts.complaints, 104);
        let csat = card.now.csat.unwrap();
        assert_eq!(csat.of, 91);
        assert!((csat.share - 5_200.0 / 91.0).abs() < 1e-9);
    }
    // Ida owns an action and no touchpoint; nobody owns the reminder.
    let ida = cards.card("ida").unwrap();
    assert_eq!((ida.touchpoints.len(), ida.open), (0, 1));
    assert_eq!(cards.cards[3].touchpoints.len(), 1);
}

#[test]
fn what_changed_is_said_with_its_interval_or_not_at_all() {
    let cards = cards();
    let spans = cards.spans.unwrap();
    assert_eq!(spans.now.0.to_string(), "2026-03-31");
    assert_eq!(spans.before.unwrap().0.to_string(), "2026-01-05");
    let change = cards.card("ops").unwrap().change.clone().unwrap();
    assert_eq!(change.verdict, Verdict::Better);
    let ratio = change.ratio.unwrap();
    // 39 in 13 weeks against 104 in 85 days.
    assert!((ratio.value - (39.0 / 13.0) / (104.0 * 7.0 / 85.0)).abs() < 1e-9);
    assert!(ratio.interval.low < ratio.value && ratio.value < ratio.interval.high);
    assert!(ratio.interval.high < 1.0);
    let nobody = cards.cards[3].change.clone();
    assert!(!nobody.is_ok_and(|change| change.ratio.is_ok()));
    assert_eq!(
        Unsaid::Undated.sentence(),
        "cannot be said, because nothing that was said here has a date"
    );
}

/// The least and the greatest number of days, and how many there are.
fn days(days: &Result<Days, &'static str>) -> (i32, i32, usize) {
    let days = days.unwrap();
    assert!((days.median - f64::from(days.least)).abs() < 1e-9);
    (days.least, days.most, days.of)
}

#[test]
fn days_from_hot_to_told_come_from_the_dates_of_actions() {
    let cards = cards();
    let card = cards.card("mara").unwrap();
    // 24 of 36 complain by 19 January: the first day on which thirty had answered.
    assert_eq!(days(&card.pace.hot_to_owned), (14, 14, 1));
    assert_eq!(days(&card.pace.owned_to_shipped), (63, 63, 1));
    assert_eq!(days(&card.pace.shipped_to_told), (28, 28, 1));
    assert_eq!(card.closed, 1);
    let ida = &cards.card("ida").unwrap().pace;
    assert!(
        ida.hot_to_owned
            .unwrap_err()
            .starts_with("nothing it owns has been hot")
    );
    assert!(
        ida.owned_to_shipped
            .unwrap_err()
            .starts_with("no action says both")
    );
}

#[test]
fn the_card_of_one_owner_says_all_of_it_in_eighty_columns() {
    let root = shop();
    let (code, page, _) = pothole(root.path(), &["scorecard", "ops"]);
    assert_eq!(code, 0);
    for line in [
        "Scorecard of Operations",
        "  2026-03-31 to 2026-06-29, against 2026-01-05 to 2026-03-30.",
        "  - CSAT 57.1 %, 46.9 to 66.8 (n 91).",
        "  - Hot to owned: 14.0 days (n 1).",
        "  - 0 actions not shipped yet; 1 loop closed in the span.",
    ] {
        assert!(page.lines().any(|known| known == line), "{line}\n{page}");
    }
    assert!(
        page.lines().all(|line| line.chars().count() <= 80),
        "{page}"
    );
    let (code, _, said) = pothole(root.path(), &["scorecard", "opps"]);
    assert_eq!(code, 1);
    assert!(
        said.contains("no owner `opps`; did you mean `ops`?"),
        "{said}"
    );
}

#[test]
fn the_cards_are_read_back_by_the_parsers_of_their_formats() {
    let root = shop();
    let (_, csv, _) = pothole(root.path(), &["scorecard", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 4);
    let cell = |row: usize, name: &str| {
        let at = headers.iter().position(|known| known == name).unwrap();
        rows[row].get(at).unwrap().to_owned()
    };
    assert_eq!(
        (cell(0, "owner"), cell(0, "verdict")),
        ("ops".into(), "better".into())
    );
    assert_eq!(
        (
            cell(0, "days_owned_to_shipped"),
            cell(2, "days_owned_to_shipped")
        ),
        ("63".into(), String::new())
    );
    assert_eq!(cell(0, "owns"), "pay/invoice");
    let (_, json, _) = pothole(root.path(), &["scorecard", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["scorecards"][0]["now"]["csat"]["of"], 91);
    assert_eq!(json["scorecards"][1]["owned_to_shipped"]["median"], 63.0);
    let unsaid = json["scorecards"][2]["shipped_to_told"]["unsaid"]
        .as_str()
        .unwrap();
    assert!(unsaid.starts_with("no action says both"), "{unsaid}");
    let (_, page, _) = pothole(root.path(), &["scorecard", "--format", "markdown"]);
    let rows = pulldown_cmark::Parser::new_ext(&page, pulldown_cmark::Options::ENABLE_TABLES)
        .filter(|event| {
            matches!(
                event,
                pulldown_cmark::Event::Start(pulldown_cmark::Tag::TableRow)
            )
        });
    // A row an owner in either table.
    assert_eq!(rows.count(), 8, "{page}");
}

#[test]
fn a_workspace_without_feedback_has_cards_that_say_why_they_are_empty() {
    let root = folder(&[("feedback/tickets.csv", "id,at,text,tags,plan,who\n")]);
    let (code, page, _) = pothole(root.path(), &["scorecard", "ida"]);
    assert_eq!(code, 0);
    assert!(page.contains("Nothing is dated"), "{page}");
    assert!(!page.contains("NaN") && !page.contains("inf"), "{page}");
}
