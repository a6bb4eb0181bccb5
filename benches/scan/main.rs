//! Times a whole scan.
//!
//! `cargo bench --bench scan` writes a deterministic export of its own and scans that.
//! `cargo bench --bench scan -- DIR` scans `DIR/feedback/feedback.csv` by `DIR/rules.json` (touchpoints
//! with tags and phrases), and holds the counts against `DIR/oracle.json` where there is one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench may stop where it cannot go on, and prints what it measures"
)]

mod export;

use pothole::feedback::{
    Columns, Condition, Evidence, Format, Overlay, Rule, Scale, Source, Speaks, scan,
};
use pothole::journey::{Address, Journeys, Touchpoint};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

const ROWS: usize = 200_000;

fn main() {
    let given = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    let own;
    let folder = if let Some(folder) = given {
        PathBuf::from(folder)
    } else {
        own = tempfile::tempdir().unwrap();
        export::write(own.path(), ROWS);
        own.path().to_owned()
    };
    let read = |name: &str| std::fs::read(folder.join(name)).ok();
    let touchpoints: Value = serde_json::from_slice(&read("rules.json").unwrap()).unwrap();
    let oracle: Option<Value> =
        read("oracle.json").map(|bytes| serde_json::from_slice(&bytes).unwrap());
    let bytes = folder
        .join("feedback/feedback.csv")
        .metadata()
        .unwrap()
        .len();
    for task in ["rules", "column"] {
        let desk = Desk::new(task, &touchpoints);
        let mut times = Vec::new();
        let mut overlay = Overlay::default();
        for _ in 0..7 {
            let start = Instant::now();
            overlay = desk.scan(&folder);
            times.push(start.elapsed().as_secs_f64());
        }
        times.sort_by(f64::total_cmp);
        let median = times[times.len() / 2];
        let total = overlay.books.total();
        println!(
            "{task}: {median:.3} s ({:.3} to {:.3}), {:.0} MB/s; {} rows, {} mapped, {} unmapped, {} rejected",
            times[0],
            times[times.len() - 1],
            bytes as f64 / 1e6 / median,
            total.read,
            total.mapped,
            total.unmapped,
            total.rejected
        );
        if let (Some(oracle), "rules") = (&oracle, task) {
            desk.compare(&overlay, oracle);
        }
    }
    println!("peak memory: {}", peak());
}

struct Desk {
    journeys: Journeys,
    sources: Vec<Source>,
    rules: Vec<Rule>,
    names: Vec<String>,
}

impl Desk {
    /// `rules`: tags, then phrases. `column`: the segment names the touchpoint.
    fn new(task: &str, touchpoints: &Value) -> Self {
        let mut desk = Self {
            journeys: Journeys::new(),
            sources: vec![source(task)],
            rules: Vec::new(),
            names: Vec::new(),
        };
        if task == "column" {
            for name in ["enterprise", "mid-market", "small-business", "self-serve"] {
                desk.add(name);
            }
            return desk;
        }
        for touchpoint in touchpoints.as_array().unwrap() {
            let index = desk.add(touchpoint["id"].as_str().unwrap());
            let list = |key: &str| -> Vec<String> {
                let list = touchpoint[key].as_array().unwrap().iter();
                list.map(|item| item.as_str().unwrap().to_owned()).collect()
            };
            for condition in [
                Condition::Tags(list("tags")),
                Condition::Text(list("phrases")),
            ] {
                desk.rules.push(Rule {
                    touchpoint: index,
                    source: None,
                    evidence: Evidence::When(condition),
                    place: "bench.yaml:1".to_owned(),
                });
            }
        }
        desk
    }

    fn add(&mut self, name: &str) -> pothole::journey::TouchpointIndex {
        self.names.push(name.to_owned());
        self.journeys.add_touchpoint(Touchpoint {
            address: Address::new("bench", name),
            title: name.to_owned(),
            journey: 0,
            stage: 0,
            ..Touchpoint::default()
        })
    }

    fn scan(&self, folder: &Path) -> Overlay {
        let mut watch = |_| ControlFlow::Continue(());
        scan(
            folder,
            &self.journeys,
            &self.sources,
            &self.rules,
            &mut watch,
        )
    }

    /// Panics unless totals, weeks, segments and complaints are those of the oracle.
    fn compare(&self, overlay: &Overlay, oracle: &Value) {
        let mut counts: BTreeMap<(&str, &str, String), u64> = BTreeMap::new();
        for entry in overlay.tally.entries() {
            let name = self.names[entry.touchpoint as usize].as_str();
            let segment = &overlay.tally.segments[usize::from(entry.segment)];
            let week = entry.day().unwrap().week().to_string();
            let reading = &overlay.tally.readings[usize::from(entry.reading)];
            *counts.entry(("total", name, String::new())).or_default() += entry.count;
            *counts.entry(("week", name, week)).or_default() += entry.count;
            *counts
                .entry(("segment", name, segment.clone()))
                .or_default() += entry.count;
            if reading.polarity == pothole::feedback::Polarity::Complaint {
                *counts
                    .entry(("detractors", name, String::new()))
                    .or_default() += entry.count;
            }
        }
        let mut expected: BTreeMap<(&str, &str, String), u64> = BTreeMap::new();
        for part in ["total", "detractors", "week", "segment"] {
            for (name, value) in oracle[part].as_object().unwrap() {
                if name == "(unmapped)" {
                    continue;
                }
                match value {
                    Value::Object(counts) => {
                        for (key, count) in counts {
                            expected.insert((part, name, key.clone()), count.as_u64().unwrap());
                        }
                    }
                    count => {
                        expected.insert((part, name, String::new()), count.as_u64().unwrap());
                    }
                }
            }
        }
        assert!(counts == expected, "the counts differ from the oracle's");
        let unmapped = oracle["total"]["(unmapped)"].as_u64().unwrap_or_default();
        assert_eq!(overlay.books.total().unmapped, unmapped);
        println!("equal to the oracle in {} counts", expected.len());
    }
}

fn source(task: &str) -> Source {
    let column = |name: &str| Some(name.to_owned());
    Source {
        id: "feedback".to_owned(),
        title: "Feedback".to_owned(),
        files: vec!["feedback/feedback.csv".to_owned()],
        format: Format::Delimited(None),
        columns: if task == "column" {
            Columns {
                at: column("at"),
                score: column("score"),
                touchpoint: column("segment"),
                ..Columns::default()
            }
        } else {
            Columns {
                id: column("id"),
                at: column("at"),
                text: vec!["comment".to_owned()],
                score: column("score"),
                tags: column("tags"),
                segment: column("segment"),
                customer: column("customer"),
                ..Columns::default()
            }
        },
        speaks: Speaks::Scored(Scale::named("nps").unwrap()),
        ..Source::default()
    }
}

/// The most memory this process has held, where the system says.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .map_or("not known".to_owned(), |peak| peak.trim().to_owned())
}
