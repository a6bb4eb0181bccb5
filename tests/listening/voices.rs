//! One truth: where each source hears customers, where nobody does, and where sources contradict each other.

use super::command::pothole;
use super::shop::{REGISTER, board, find, folder, scanned};
use pothole::board::{Accord, Chorus};

const CHARTER: &str = "\
people: {mara: Mara Lind, ben: Ben Ode}
sources:
  survey: {files: survey.csv, scale: csat-5, columns: {touchpoint: where, score: score}, department: product}
  app: {files: app.csv, scale: csat-5, columns: {touchpoint: where, score: score}, department: product}
  tickets: {files: tickets.csv, columns: {touchpoint: where}, speaks: complaint, department: support}
";

const JOURNEY: &str = "\
journey: pay
stages:
  - stage: bill
    touchpoints:
      - {touchpoint: invoice, title: Read the invoice}
      - {touchpoint: reminder}
      - {touchpoint: refund}
      - {touchpoint: dunning}
      - {touchpoint: farewell}
";

/// So many bad and good scores at a touchpoint.
fn rows(touchpoint: &str, bad: usize, good: usize) -> String {
    format!("{touchpoint},1\n").repeat(bad) + &format!("{touchpoint},5\n").repeat(good)
}

fn shop(register: &str) -> tempfile::TempDir {
    let head = "where,score\n";
    let survey = [
        rows("invoice", 60, 40),
        rows("reminder", 20, 80),
        rows("refund", 9, 9),
    ]
    .concat();
    let app = [
        rows("invoice", 10, 90),
        rows("reminder", 22, 78),
        rows("refund", 2, 2),
    ]
    .concat();
    folder(&[
        ("pothole.yaml", CHARTER),
        ("pay.yaml", JOURNEY),
        ("survey.csv", &format!("{head}{survey}")),
        ("app.csv", &format!("{head}{app}")),
        (
            "tickets.csv",
            &format!("where\n{}", "invoice\n".repeat(50) + "dunning\n"),
        ),
        ("listening.yaml", register),
    ])
}

fn chorus(register: &str) -> (Chorus, Vec<(String, Accord)>) {
    let root = shop(register);
    let (workspace, overlay) = scanned(root.path());
    let board = board(&workspace, &overlay);
    let chorus = Chorus::of(&board, &workspace.journeys, &overlay, &workspace.sources);
    let lines = chorus.lines.iter().map(|line| {
        let touchpoint = workspace.journeys.touchpoint(line.touchpoint);
        (touchpoint.address.touchpoint.clone(), line.accord)
    });
    let lines = lines.collect();
    assert!(chorus.line(find(&workspace, "invoice")).is_some());
    (chorus, lines)
}

#[test]
fn sources_contradict_each_other_where_chance_cannot_explain_it() {
    let (chorus, lines) = chorus("");
    let expected = [
        ("invoice", Accord::Contradiction),
        ("reminder", Accord::NoContradiction),
        ("refund", Accord::Untold),
        ("dunning", Accord::Alone),
        ("farewell", Accord::Nobody),
    ];
    assert_eq!(lines, expected.map(|(id, accord)| (id.to_owned(), accord)));
    // Tickets are never praise: they are heard, and are no party to a contradiction.
    assert_eq!(chorus.both_ways, [true, true, false, false]);
    let cells = &chorus.lines[0].cells;
    assert_eq!(
        cells.iter().map(|cell| cell.segment).collect::<Vec<_>>(),
        [0, 1]
    );
    assert!((cells[0].share - 60.0).abs() < 1e-9 && (cells[0].others - 10.0).abs() < 1e-9);
    assert!(cells[0].interval.low < 60.0 && cells[0].interval.high < 70.0 && cells[0].q < 1e-9);
}

#[test]
fn departments_hear_where_any_of_their_sources_does() {
    let (chorus, _) = chorus(&REGISTER.replace("pay/invoice", "pay/farewell"));
    let hears: Vec<_> = (chorus.departments.iter())
        .map(|department| {
            (
                department.name.as_str(),
                department.sources.len(),
                department.hears,
            )
        })
        .collect();
    assert_eq!(hears, [("product", 2, 3), ("support", 1, 2), ("", 1, 3)]);
    assert_eq!(chorus.count(Accord::Nobody), 0);
}

#[test]
fn the_coverage_report_ends_with_who_hears_where() {
    let root = shop("");
    let (code, page, said) = pothole(root.path(), &["coverage"]);
    assert_eq!(code, 0, "{said}");
    for line in [
        "Who hears customers where",
        "  pay/invoice      100  100       50          ·  contradict",
        "  - Read the invoice: survey 60.0 % (50.2 to 69.1, n 100) against app 10.0 %",
    ] {
        assert!(page.lines().any(|known| known == line), "{line}\n{page}");
    }
    let (_, json, _) = pothole(root.path(), &["coverage", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let heard = &json["who_hears"];
    assert_eq!(heard["departments"][1]["department"], "support");
    assert_eq!(heard["touchpoints"][0]["accord"], "contradict");
    assert_eq!(heard["touchpoints"][0]["sources"][0]["share"], 60.0);
    assert_eq!(
        heard["touchpoints"][4]["sources"].as_array().unwrap().len(),
        0
    );
}

#[test]
fn the_grid_alone_is_csv_and_markdown() {
    let root = shop("");
    let (_, csv, _) = pothole(root.path(), &["coverage", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    // Each touchpoint by each source, silence included.
    assert_eq!(rows.len(), 5 * 4);
    let first: Vec<&str> = rows[0].iter().take(8).collect();
    assert_eq!(
        first,
        [
            "pay/invoice",
            "survey",
            "product",
            "100",
            "60",
            "0",
            "40",
            "60"
        ]
    );
    let (_, page, _) = pothole(root.path(), &["coverage", "--format", "markdown"]);
    let tables = pulldown_cmark::Parser::new_ext(&page, pulldown_cmark::Options::ENABLE_TABLES)
        .filter(|event| {
            matches!(
                event,
                pulldown_cmark::Event::Start(pulldown_cmark::Tag::Table(_))
            )
        });
    assert_eq!(tables.count(), 1, "{page}");
}
