//! A bakery with everything that issues its numbers: tickets with a severity, a wide survey, visits,
//! customers, a fix and targets. Every file is written by rule, so every number is known.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test file uses a part of it, and a file that cannot be written must fail its test"
)]

use pothole::board::{Board, DriverTable, Lens, Order};
use pothole::export::{Behind, Subject, Testimony};
use pothole::feedback::{Day, Overlay, ScanOptions, scan_with, verbatims};
use pothole::journey::{Address, TouchpointIndex};
use pothole::measures::drivers::Bootstrap;
use pothole::workspace::{Workspace, open};
use std::fmt::Write;
use std::fs;
use std::ops::ControlFlow;
use tempfile::TempDir;

pub const CHARTER: &str = "\
title: Corner bakery
north-star: Warm bread for everybody
sources:
  tickets:
    files: feedback/tickets.csv
    columns: {id: id, at: day, text: said, tags: tags, touchpoint: place, severity: euros, segment: size, customer: who}
    speaks: complaint
  survey:
    files: feedback/survey.csv
    columns: {id: id, at: day, segment: size, customer: who}
    scale: csat-5
visits:
  files: feedback/visits.csv
  columns: {touchpoint: place, at: day, count: passed}
customers:
  files: feedback/customers.csv
  columns: {id: who, churned: lost, segment: size}
drivers: {source: survey, overall: buy/eat, least: 50}
";

pub const BUY: &str = "\
journey: buy
title: Buy bread
start: enter
goal: [eat, attic]
target: {nps: 30, source: the owner}
stages:
  - stage: shop
    touchpoints:
      - touchpoint: enter
        title: Come in
        feedback: [{source: survey, rating: enter}]
        next: [{to: queue, share: 0.9}]
      - touchpoint: queue
        title: Stand in the queue
        target: {friction: 10}
        benchmark: {csat: 60, source: bakers' guild}
        feedback: [{source: survey, rating: queue}]
        next: [{to: pay, share: 0.8}, {to: enter, share: 0.1}]
      - touchpoint: pay
        title: Pay
        moment-of-truth: true
        feedback: [{source: survey, rating: pay}]
        target: {contact-rate: 2}
        actions:
          - action: card-reader
            title: A card reader that works
            status: shipped
            shipped: 2025-07-07
        next: [{to: eat, share: 0.95}]
  - stage: home
    touchpoints:
      - touchpoint: eat
        title: Eat it
        feedback: [{source: survey, rating: eat, scale: nps}]
        next: []
      - touchpoint: attic
        title: The attic
";

/// Fewer rounds than the program's: enough for intervals, and soon done.
const BOOTSTRAP: Bootstrap = Bootstrap {
    rounds: 40,
    seed: 1,
};

/// Monday of the first week.
const FIRST: &str = "2025-01-06";
const WEEKS: i32 = 60;

/// The week of the broken oven, counted from 0.
pub const SPIKE: i32 = 40;

pub struct Street {
    pub folder: TempDir,
    pub workspace: Workspace,
    pub overlay: Overlay,
}

pub fn at(place: usize) -> TouchpointIndex {
    TouchpointIndex::new(place)
}

fn monday(week: i32) -> Day {
    Day(Day::parse_iso(FIRST).unwrap().0 + 7 * week)
}

/// Two tickets a week at the queue, thirty in the week of the broken oven; at the till five a week until
/// the fix of the 27th week (2025-07-07), one afterwards. Each ticket at the queue costs 2 euros, at the
/// till 10.
fn tickets() -> String {
    let mut rows = "id,day,said,place,euros,size,who,tags\n".to_owned();
    let mut id = 0;
    for week in 0..WEEKS {
        let day = monday(week);
        let mut row = |day: Day, said: &str, place: &str, euros: u32| {
            id += 1;
            let size = if id % 3 == 0 { "large" } else { "small" };
            let tag = if said.contains("oven") {
                "repair"
            } else {
                "desk"
            };
            writeln!(
                rows,
                "{id},{day},{said},buy/{place},{euros},{size},c{},phone;{tag}",
                id % 100
            )
            .unwrap();
        };
        for number in 0..if week == SPIKE { 30 } else { 2 } {
            let said = if number < 2 {
                "I waited too long"
            } else {
                "The oven broke"
            };
            row(Day(day.0 + number % 7), said, "queue", 2);
        }
        for number in 0..if week < 26 { 5 } else { 1 } {
            row(Day(day.0 + number), "My card was refused", "pay", 10);
        }
    }
    rows
}

/// A hundred and twenty answers. What is given at the queue goes up and down with the overall score;
/// what is given at the door does not, nor at the till.
fn survey() -> String {
    let mut rows = "id,day,size,who,enter,queue,pay,eat\n".to_owned();
    for id in 0..120 {
        let day = Day(monday(id / 2).0 + 2);
        let size = if id % 4 == 0 { "large" } else { "small" };
        let queue = 1 + id % 5;
        let overall = 2 * queue - id % 2;
        let (enter, pay) = (4 + id % 7 % 2, 3 + id % 3);
        writeln!(
            rows,
            "s{id},{day},{size},c{},{enter},{queue},{pay},{overall}",
            id % 100
        )
        .unwrap();
    }
    rows
}

/// A thousand a week at the door; nobody counts the others.
fn visits() -> String {
    let mut rows = "place,day,passed\n".to_owned();
    for week in 0..WEEKS {
        writeln!(rows, "buy/enter,{},1000", monday(week)).unwrap();
    }
    rows
}

/// A hundred customers, of whom those with an even number below forty are lost.
fn customers() -> String {
    let mut rows = "who,lost,size\n".to_owned();
    for who in 0..100 {
        let lost = if who < 40 && who % 2 == 0 {
            "yes"
        } else {
            "no"
        };
        let size = if who % 3 == 0 { "large" } else { "small" };
        writeln!(rows, "c{who},{lost},{size}").unwrap();
    }
    rows
}

impl Street {
    pub fn open() -> Self {
        Self::with(CHARTER, BUY)
    }

    pub fn with(charter: &str, buy: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir(root.join("feedback")).unwrap();
        for (name, text) in [
            ("pothole.yaml", charter.to_owned()),
            ("buy.yaml", buy.to_owned()),
            ("feedback/tickets.csv", tickets()),
            ("feedback/survey.csv", survey()),
            ("feedback/visits.csv", visits()),
            ("feedback/customers.csv", customers()),
        ] {
            fs::write(root.join(name), text).unwrap();
        }
        Self::read(folder)
    }

    /// The same folder, read anew.
    pub fn again(self) -> Self {
        Self::read(self.folder)
    }

    /// The same with complaints at the door that double in the second half.
    pub fn rising(self) -> Self {
        let path = self.folder.path().join("feedback/tickets.csv");
        let mut rows = fs::read_to_string(&path).unwrap();
        for week in 0..WEEKS {
            for number in 0..if week < 30 { 4 } else { 8 } {
                let day = Day(monday(week).0 + number % 7);
                writeln!(rows, "d{week}-{number},{day},No light,buy/enter,1,small,,").unwrap();
            }
        }
        fs::write(path, rows).unwrap();
        self.again()
    }

    pub fn read(folder: TempDir) -> Self {
        let root = folder.path();
        let workspace = open(root).unwrap();
        let overlay = scan_with(
            &ScanOptions::default(),
            root,
            &workspace.journeys,
            &workspace.sources,
            &workspace.rules,
            &workspace.crowd,
            &mut |_| ControlFlow::Continue(()),
        );
        Self {
            folder,
            workspace,
            overlay,
        }
    }

    pub fn board(&self, lens: &Lens) -> Board {
        let workspace = &self.workspace;
        Board::build(&workspace.journeys, &workspace.charter, &self.overlay, lens)
    }

    /// The touchpoint of this id.
    pub fn find(&self, id: &str) -> TouchpointIndex {
        self.workspace
            .journeys
            .find(&Address::new("buy", id))
            .unwrap()
    }

    pub fn testimony(&self, board: &Board) -> Testimony {
        let workspace = &self.workspace;
        let answers = workspace.respondents();
        let drivers = answers.map(|answers| DriverTable::of(&answers, &BOOTSTRAP));
        Testimony::gather(
            (board, &workspace.journeys, &self.overlay),
            Behind::Everything,
            drivers,
            |places| verbatims(&workspace.root, &workspace.sources, &self.overlay, places),
        )
    }

    /// What an export writes of it.
    pub fn exported(
        &self,
        lens: &Lens,
        order: Order,
        format: fn(Subject<'_>, &mut dyn std::io::Write) -> std::io::Result<()>,
    ) -> String {
        let board = self.board(lens);
        let testimony = self.testimony(&board);
        let subject = Subject {
            journeys: &self.workspace.journeys,
            charter: &self.workspace.charter,
            sources: &self.workspace.sources,
            overlay: &self.overlay,
            board: &board,
            order,
            testimony: &testimony,
        };
        let mut bytes = Vec::new();
        format(subject, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }
}
