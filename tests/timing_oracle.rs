//! The counts of a large generated export against its generator's own, through the whole program. Runs
//! when `POTHOLE_BENCH_DATA` names folders that hold `rules.json`, `oracle.json` and
//! `feedback/feedback.csv`, separated by `:`.

#![allow(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Part, touchpoint, and the week or segment: how many.
type Counts = BTreeMap<(String, String, String), u64>;

#[test]
fn the_export_of_generated_data_counts_as_its_generator_does() {
    let Ok(folders) = std::env::var("POTHOLE_BENCH_DATA") else {
        println!("skipped: POTHOLE_BENCH_DATA names no generated data");
        return;
    };
    for folder in folders.split(':') {
        let folder = Path::new(folder);
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/workspace.py");
        let written = Command::new("python3")
            .args([script.as_ref(), "data".as_ref(), folder.as_os_str()])
            .status();
        assert!(written.unwrap().success());
        let oracle = std::fs::read(folder.join("oracle.json")).unwrap();
        let oracle: Value = serde_json::from_slice(&oracle).unwrap();
        compare_rules(&export(&folder.join("rules")), &oracle);
        compare_column(&export(&folder.join("column")), &oracle);
    }
}

fn export(workspace: &Path) -> Value {
    let run = Command::new(env!("CARGO_BIN_EXE_pothole"))
        .arg("-C")
        .arg(workspace)
        .args(["--no-cache", "export", "--format", "json"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!((run.status.code(), said.as_str()), (Some(0), ""));
    serde_json::from_slice(&run.stdout).unwrap()
}

fn compare_rules(export: &Value, oracle: &Value) {
    let mut found = Counts::new();
    for touchpoint in export["touchpoints"].as_array().unwrap() {
        let id = touchpoint["id"].as_str().unwrap();
        let id = id.strip_prefix("bench/").unwrap();
        let mut put = |part: &str, key: &str, count: &Value| {
            let place = (part.to_owned(), id.to_owned(), key.to_owned());
            found.insert(place, count.as_u64().unwrap());
        };
        put("total", "", &touchpoint["feedback"]);
        put("detractors", "", &touchpoint["complaints"]);
        for (part, list) in [("week", "by_week"), ("segment", "by_segment")] {
            for (key, counts) in touchpoint[list].as_object().unwrap() {
                put(part, key, &counts["feedback"]);
            }
        }
    }
    let mut expected = Counts::new();
    for part in ["total", "detractors", "week", "segment"] {
        for (id, counts) in oracle[part].as_object().unwrap() {
            if id == "(unmapped)" {
                continue;
            }
            let single = serde_json::json!({ "": counts });
            for (key, count) in counts.as_object().or(single.as_object()).unwrap() {
                let place = (part.to_owned(), id.clone(), key.clone());
                expected.insert(place, count.as_u64().unwrap());
            }
        }
    }
    assert!(found == expected, "the counts differ from the generator's");
    let (rows, total) = (&export["rows"], &oracle["total"]);
    assert_eq!(rows["read"], oracle["rows"]);
    assert_eq!(rows["unmapped"], total["(unmapped)"]);
    assert_eq!(rows["rejected"], 0);
}

/// All rows of a segment, whatever touchpoint the rules would have put them at.
fn compare_column(export: &Value, oracle: &Value) {
    let mut expected: BTreeMap<String, u64> = BTreeMap::new();
    for segments in oracle["segment"].as_object().unwrap().values() {
        for (segment, count) in segments.as_object().unwrap() {
            *expected.entry(segment.clone()).or_default() += count.as_u64().unwrap();
        }
    }
    let touchpoints = export["touchpoints"].as_array().unwrap().iter();
    let found: BTreeMap<String, u64> = touchpoints
        .map(|touchpoint| {
            let id = touchpoint["id"].as_str().unwrap();
            let count = touchpoint["feedback"].as_u64().unwrap();
            (id.strip_prefix("bench/").unwrap().to_owned(), count)
        })
        .collect();
    assert_eq!(found, expected);
    let mut weeks: BTreeMap<&str, u64> = BTreeMap::new();
    for counts in oracle["week"].as_object().unwrap().values() {
        for (week, count) in counts.as_object().unwrap() {
            *weeks.entry(week).or_default() += count.as_u64().unwrap();
        }
    }
    for touchpoint in export["touchpoints"].as_array().unwrap() {
        for (week, counts) in touchpoint["by_week"].as_object().unwrap() {
            let left = weeks.get_mut(week.as_str()).unwrap();
            *left -= counts["feedback"].as_u64().unwrap();
        }
    }
    assert!(weeks.values().all(|&left| left == 0), "{weeks:?}");
}
