//! Severity, visits, customers and drivers over public data that nobody here wrote, held against counts
//! made by other means. Where the data is not at hand, each test says so and passes.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "data that is there and cannot be read must fail its test"
)]

use pothole::feedback::{Headcount, Overlay, ScanOptions, SourceBooks, respondents, scan_with};
use pothole::journey::TouchpointIndex;
use pothole::measures::drivers::{Bootstrap, Missing, Survey, drivers};
use pothole::workspace::{Workspace, open};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A workspace of ours in a folder of its own.
struct Desk {
    folder: TempDir,
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

fn oracle(name: &str) -> Option<Value> {
    let text = fs::read_to_string(data(name)?).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

impl Desk {
    fn new(ours: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ours = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures")
            .join(ours);
        for entry in fs::read_dir(ours).unwrap() {
            let from = entry.unwrap().path();
            fs::copy(&from, folder.path().join(from.file_name().unwrap())).unwrap();
        }
        fs::create_dir(folder.path().join("feedback")).unwrap();
        Self { folder }
    }

    fn put(&self, file: &str, bytes: &[u8]) {
        fs::write(self.folder.path().join("feedback").join(file), bytes).unwrap();
    }

    fn scan(&self) -> (Workspace, Overlay) {
        let workspace = open(self.folder.path()).unwrap();
        assert_eq!(workspace.problems, []);
        let overlay = scan_with(
            &ScanOptions::default(),
            &workspace.root,
            &workspace.journeys,
            &workspace.sources,
            &workspace.rules,
            &workspace.crowd,
            &mut |_| ControlFlow::Continue(()),
        );
        assert_eq!(overlay.books.unread, []);
        let books = &overlay.books;
        assert!(books.sources.iter().all(SourceBooks::balance));
        assert!(books.visits.balance() && books.customers.balance());
        (workspace, overlay)
    }
}

fn index(workspace: &Workspace, id: &str) -> TouchpointIndex {
    let mut all = workspace.journeys.touchpoints();
    let found = all.find(|(_, touchpoint)| touchpoint.address.touchpoint == id);
    found.unwrap().0
}

#[test]
fn the_money_of_baggage_claims_adds_up_to_the_cent_site_by_site() {
    let Some(oracle) = oracle("baggage/oracle.json") else {
        return;
    };
    let desk = Desk::new("baggage");
    let claims = fs::read(data("baggage/tsa-2015.csv").unwrap()).unwrap();
    desk.put("claims-2015.csv", &claims);
    let (workspace, overlay) = desk.scan();
    let (mut all, mut weighed) = (0.0, 0);
    for (index, touchpoint) in workspace.journeys.touchpoints() {
        let weights = overlay.tally.weights_of(index);
        let sum: f64 = weights.iter().map(|weight| weight.sum).sum();
        let expected = oracle["amount_sum_by_site"][&touchpoint.title].as_f64();
        assert!((sum - expected.unwrap()).abs() < 0.005, "{sum}");
        all += sum;
        weighed += weights.iter().map(|weight| weight.of).sum::<u64>();
        assert!(weights.iter().all(|weight| weight.of <= weight.entry.count));
        let squares: f64 = weights.iter().map(|weight| weight.squares).sum();
        assert!(squares >= sum);
    }
    // Claims without a site belong to no touchpoint, and theirs is the rest of the total.
    let nowhere = oracle["amount_sum_by_site"]["-"].as_f64().unwrap();
    let total = oracle["amount_sum"].as_f64().unwrap();
    assert!((total - 611_137.05).abs() < 1e-6);
    assert!((all + nowhere - total).abs() < 0.005, "{all}");
    let books = overlay.books.sources[0];
    assert_eq!(weighed + books.without_severity, books.mapped);
    assert!(books.without_severity > 0);
}

#[test]
fn visits_of_the_shop_agree_with_the_events_of_its_log() {
    let Some(log) = oracle("shop-events/log_retentioneering_ecom_user.json") else {
        return;
    };
    let desk = Desk::new("shop-events");
    let packed = fs::File::open(data("shop-events/ecom.csv.gz").unwrap()).unwrap();
    let mut events = Vec::new();
    let mut unpacked = flate2::read::GzDecoder::new(packed);
    unpacked.read_to_end(&mut events).unwrap();
    desk.put("events.csv", &events);
    let (workspace, overlay) = desk.scan();
    let counted = |words: &[&str]| -> u64 {
        let counts = words.iter().map(|word| log["activities"][word].as_u64());
        counts.map(Option::unwrap).sum()
    };
    let mut mapped = 0;
    for (touchpoint, words) in [
        ("arrive", &["home", "promo_page"][..]),
        ("catalog", &["catalog"]),
        ("search", &["search", "filter_results"]),
        ("product", &["product_view"]),
        ("cart", &["cart", "add_to_cart"]),
        ("shipping", &["shipping_details"]),
        (
            "payment",
            &["payment_details", "payment_error", "checkout_bug"],
        ),
        ("purchase", &["purchase"]),
    ] {
        let at = index(&workspace, touchpoint);
        assert_eq!(
            overlay.exposure.total(at),
            Some(counted(words)),
            "{touchpoint}"
        );
        let weekly = overlay.exposure.by_week(at);
        let weeks: u64 = weekly.iter().map(|(_, visits)| visits).sum();
        assert_eq!(weeks, counted(words));
        assert!(weekly.iter().all(|(monday, _)| monday.weekday() == 0));
        mapped += counted(words);
    }
    let books = overlay.books.visits;
    assert_eq!(books.read, log["events"].as_u64().unwrap());
    assert_eq!(
        (books.mapped, books.rejected, books.undated),
        (mapped, 0, 0)
    );
    assert_eq!(books.unmapped, books.read - mapped);
}

/// The columns of the telephone company's customers that a test reads by other means.
fn telco(column: &str) -> Vec<(String, String, bool)> {
    let mut rows = csv::Reader::from_path(data("telco/telco-churn.csv").unwrap()).unwrap();
    let headers = rows.headers().unwrap().clone();
    let at = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (id, column, churn) = (at("customerID"), at(column), at("Churn"));
    let row = |row: csv::StringRecord| {
        (
            row[id].to_owned(),
            row[column].to_owned(),
            &row[churn] == "Yes",
        )
    };
    rows.records().map(|record| row(record.unwrap())).collect()
}

fn desk_of_the_telephone_company(segment: &str) -> Option<Desk> {
    let customers = fs::read(data("telco/telco-churn.csv")?).unwrap();
    let desk = Desk::new("telco");
    desk.put("customers.csv", &customers);
    for file in ["tickets.csv", "survey.csv", "visits.csv"] {
        desk.put(file, b"ticket,customer,place,score,day\n");
    }
    let charter = desk.folder.path().join("pothole.yaml");
    let text = fs::read_to_string(&charter).unwrap();
    fs::write(
        charter,
        text.replace("segment: Contract", &format!("segment: {segment}")),
    )
    .unwrap();
    Some(desk)
}

#[test]
fn churn_of_the_telephone_company_agrees_by_contract_and_by_service() {
    let Some(oracle) = oracle("telco/oracle.json") else {
        return;
    };
    for segment in ["Contract", "InternetService"] {
        let (_, overlay) = desk_of_the_telephone_company(segment).unwrap().scan();
        let customers = overlay.customers.unwrap();
        assert_eq!(
            customers.total,
            Headcount {
                of: 7_043,
                lost: 1_869
            }
        );
        let expected = oracle["churn_by"][segment].as_object().unwrap();
        assert_eq!(customers.segments.len(), expected.len());
        for (name, count) in &customers.segments {
            assert_eq!(count.of, expected[name]["rows"], "{name}");
            assert_eq!(count.lost, expected[name]["churned"], "{name}");
        }
        assert_eq!(overlay.books.customers.mapped, 7_043);
    }
}

#[test]
fn those_who_complained_are_set_against_those_who_passed_and_did_not() {
    let Some(desk) = desk_of_the_telephone_company("Contract") else {
        return;
    };
    let service = telco("InternetService");
    let (mut tickets, mut survey, mut visits) = (
        vec!["ticket,customer,place\n0,a stranger,support\n".to_owned()],
        vec!["customer,score,place\n".to_owned()],
        vec!["day,customer,place\n".to_owned()],
    );
    let mut expected: BTreeMap<bool, Headcount> = BTreeMap::new();
    for (row, (id, service, lost)) in service.iter().enumerate() {
        let complains = service == "Fiber optic";
        match row % 4 {
            // Some complain twice, some by a score, and some who complain have passed besides.
            0 if complains => {
                tickets.push(format!("{row},{id},support\n{row}b,{id},Ask for help\n"));
            }
            1 if complains => survey.push(format!("{id},1,support\n{id},5,support\n")),
            2 if complains => tickets.push(format!("{row},{id},support\n")),
            3 if complains => continue,
            0 => survey.push(format!("{id},4,support\n")),
            1 => visits.push(format!("2025-03-01,{id},support\n")),
            _ => continue,
        }
        if row % 4 == 2 {
            visits.push(format!("2025-03-02,{id},stay/support\n"));
        }
        expected.entry(complains).or_default().add(*lost);
    }
    desk.put("tickets.csv", tickets.concat().as_bytes());
    desk.put("survey.csv", survey.concat().as_bytes());
    desk.put("visits.csv", visits.concat().as_bytes());
    let (workspace, overlay) = desk.scan();
    let customers = overlay.customers.unwrap();
    let crossing = customers.crossings[index(&workspace, "support").index()];
    assert_eq!(crossing.complained, expected[&true]);
    assert_eq!(crossing.content, expected[&false]);
    assert!(crossing.complained.lost > 0 && crossing.content.lost > 0);
    let nobody = customers.crossings[index(&workspace, "call").index()];
    assert_eq!(nobody.complained.of + nobody.content.of, 0);
}

#[test]
fn the_airport_survey_says_what_moves_its_overall_score() {
    let Some(survey) = data("airport/sfo-2017.csv") else {
        return;
    };
    let desk = Desk::new("airport");
    desk.put("survey-2017.csv", &fs::read(&survey).unwrap());
    let workspace = open(desk.folder.path()).unwrap();
    let asked = workspace.drivers.as_ref().unwrap();
    let matrix = respondents(
        &workspace.root,
        &workspace.journeys,
        &workspace.sources,
        &workspace.rules,
        asked,
    );
    // The overall column again, by other means.
    let mut rows = csv::Reader::from_path(survey).unwrap();
    let headers = rows.headers().unwrap().clone();
    let at = headers
        .iter()
        .position(|name| name.trim() == "Q7ALL")
        .unwrap();
    let cells = rows.records().map(|row| row.unwrap()[at].trim().to_owned());
    let scores: Vec<f64> = (cells.filter_map(|cell| cell.parse().ok()))
        .filter(|score| (1.0..=5.0).contains(score))
        .collect();
    let given: Vec<f64> = matrix.overall.iter().flatten().copied().collect();
    assert_eq!(given.len(), scores.len());
    let sum: f64 = scores.iter().map(|score| score - 3.0).sum();
    assert!((given.iter().sum::<f64>() - sum).abs() < 1e-9);
    assert_eq!(matrix.touchpoints.len(), 24);
    assert_eq!(matrix.left_out, 0);
    let survey = Survey {
        overall: matrix.overall,
        ratings: matrix.ratings,
    };
    let bootstrap = Bootstrap { rounds: 0, seed: 1 };
    let found = drivers(&survey, asked.least, Missing::Pairwise, &bootstrap).unwrap();
    let title = |place: usize| {
        let at = TouchpointIndex::new(matrix.touchpoints[place] as usize);
        workspace.journeys.touchpoint(at).title.as_str()
    };
    for driver in found.drivers.iter().take(5) {
        println!(
            "{}: {:.1}, performance {:.2}",
            title(driver.place),
            driver.importance,
            driver.performance
        );
    }
    let whole: f64 = found.drivers.iter().map(|driver| driver.importance).sum();
    assert!((whole - 100.0).abs() < 1e-6);
    assert!(found.explained > 0.2 && found.explained < 1.0);
}
