//! The reader and the splice over the YAML test suite: nothing panics or hangs, and an owner beside
//! any of its documents is changed without touching the document.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says so when it is skipped"
)]

use pothole::workspace::{owner_in, splice};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn cases() -> Option<Vec<(String, String)>> {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/hostile/yaml-test-suite/src");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return None;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (
            name,
            String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned(),
        )
    };
    Some(paths.into_iter().map(read).collect())
}

/// The documents of a case, with the signs the suite writes for blanks and breaks undone.
fn documents(text: &str) -> Vec<String> {
    let cases: Vec<Value> = serde_yaml::from_str(text).unwrap_or_default();
    let documents = cases.iter().filter_map(|case| case["yaml"].as_str());
    let undo = |text: &str| {
        text.replace('␣', " ")
            .replace(['»', '—'], "\t")
            .replace('↵', "\n")
            .replace('←', "\r")
            .replace('⇔', "\u{feff}")
            .replace("∎\n", "")
    };
    documents.map(undo).collect()
}

/// A journey that holds a document among its keys.
fn around(document: &str) -> String {
    let lines: Vec<String> = document.lines().map(|line| format!("  {line}")).collect();
    let indented = lines.join("\n") + "\n";
    format!(
        "x-before:\n{indented}stages:\n- stage: s\n  touchpoints:\n  - touchpoint: a\n    \
         x-inside:\n    {}\n    owner: o\njourney: j\n",
        indented.replace('\n', "\n    ").trim_end()
    )
}

#[test]
fn nothing_in_the_yaml_test_suite_panics_or_hangs_the_reader() {
    let Some(cases) = cases() else { return };
    let mut count = 0;
    for (name, text) in &cases {
        for document in documents(text).iter().chain([text]) {
            let begun = Instant::now();
            owner_in(document, "j", "a").ok();
            splice(document, "j", "a", Some("x")).ok();
            assert!(begun.elapsed() < Duration::from_secs(2), "{name}");
            count += 1;
        }
    }
    assert!(count > 300, "{count} documents");
}

#[test]
fn an_owner_beside_any_document_of_the_suite_changes_alone() {
    let Some(cases) = cases() else { return };
    let meaning = |text: &str| serde_yaml::from_str::<Value>(text).ok();
    let mut changed = 0;
    for (name, text) in &cases {
        for document in documents(text) {
            let text = around(&document);
            let Ok((Some(owner), _)) = owner_in(&text, "j", "a") else {
                continue;
            };
            assert_eq!(owner, "o", "{name}");
            for to in [Some("other"), None] {
                let new =
                    splice(&text, "j", "a", to).unwrap_or_else(|e| panic!("{name}: {e}\n{text}"));
                assert_eq!(owner_in(&new, "j", "a").unwrap().0.as_deref(), to, "{name}");
                let (Some(mut old), Some(mut new)) = (meaning(&text), meaning(&new)) else {
                    continue;
                };
                for root in [&mut old, &mut new] {
                    let place = &mut root["stages"][0]["touchpoints"][0];
                    place.as_object_mut().unwrap().remove("owner");
                }
                assert_eq!(old, new, "{name}");
                changed += 1;
            }
        }
    }
    assert!(changed > 200, "{changed} changes compared");
}
