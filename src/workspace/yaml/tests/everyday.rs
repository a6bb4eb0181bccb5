//! The quick reader against the library: whatever it takes, it must take as the library does.
//!
//! `POTHOLE_CASES=1000000 cargo test --lib everyday` tries that many texts instead of a few thousand.

use super::super::*;
use super::scribe::Scribe;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// How many texts are made up, and spoilt six times each, unless the environment says more.
const CASES: usize = 4_000;

fn same(one: &Node<'_>, two: &Node<'_>) -> bool {
    let places = |node: &Node<'_>| (node.span, node.used, node.anchor(), node.tag(), node.flow);
    let alike = match (&one.value, &two.value) {
        (Value::Scalar(one, style), Value::Scalar(two, other)) => one == two && style == other,
        (Value::List(one), Value::List(two)) => {
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| same(one, two))
        }
        (Value::Map(one), Value::Map(two)) => {
            let pairs = one.iter().zip(two);
            one.len() == two.len()
                && pairs.into_iter().all(|(one, two)| {
                    one.merged == two.merged
                        && same(&one.key, &two.key)
                        && same(&one.value, &two.value)
                })
        }
        _ => false,
    };
    alike && places(one) == places(two)
}

/// Holds the two readers against each other; whether the quick one took the text.
fn agrees(text: &str) -> bool {
    let Some(quick) = everyday::read(text) else {
        return false;
    };
    match read_any(text) {
        Ok(tree) => assert!(
            same(&quick, &tree),
            "{text:?}\n{text}\nquick: {quick:#?}\nlibrary: {tree:#?}"
        ),
        Err(error) => panic!("{text:?}\n{text}\nquick: {quick:#?}\nlibrary: {error:?}"),
    }
    true
}

/// The texts of a folder's files whose names end in something, at any depth.
fn texts_in(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        println!("skipped: {} is not there", folder.display());
        return found;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(texts_in(&path, ending));
        } else if path.extension().is_some_and(|other| other == ending)
            && let Ok(text) = std::fs::read_to_string(&path)
        {
            found.push((path, text));
        }
    }
    found.sort();
    found
}

fn project(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

#[test]
fn the_sample_is_read_by_the_quick_reader_and_alike() {
    let texts = texts_in(&project("journeys"), "yaml");
    assert!(texts.len() > 3);
    for (path, text) in texts {
        assert!(agrees(&text), "{}", path.display());
    }
}

#[test]
fn every_yaml_file_of_the_tests_is_read_alike() {
    let texts = texts_in(&project("tests"), "yaml");
    let taken = texts.iter().filter(|(_, text)| agrees(text)).count();
    assert!(taken * 10 > texts.len() * 7, "{taken} of {}", texts.len());
}

#[test]
fn a_large_workspace_is_read_by_the_quick_reader_and_alike() {
    let mut text = String::from("journey: j001\ntitle: The journey j001\nstages:\n");
    for stage in 0..3 {
        writeln!(text, "  - stage: stage-{stage}\n    touchpoints:").unwrap();
        for number in 0..5 {
            writeln!(
                text,
                "      - touchpoint: t{number}\n        title: Touchpoint {number} of journey 1\n        \
                 channel: web\n        feedback: [{{tags: [j1-t0]}}, {{text: [\"trouble at 1 0\", \"stuck\"]}}]\n        \
                 next: [t1, {{to: t2, share: 0.25}}]"
            )
            .unwrap();
        }
    }
    assert!(agrees(&text));
}

#[test]
fn the_yaml_test_suite_is_read_alike() {
    let folder = project("../shared/data");
    let mut taken = 0;
    for (_, text) in texts_in(&folder, "yaml") {
        taken += usize::from(agrees(&text));
        let documents: Vec<serde_json::Value> = serde_yaml::from_str(&text).unwrap_or_default();
        for document in documents.iter().filter_map(|case| case["yaml"].as_str()) {
            let text = document
                .replace('␣', " ")
                .replace(['»', '—'], "\t")
                .replace('↵', "\n")
                .replace('←', "\r")
                .replace('⇔', "\u{feff}")
                .replace("∎\n", "");
            taken += usize::from(agrees(&text));
        }
    }
    println!("{taken} documents of the suite are for every day");
}

fn cases() -> usize {
    let told = std::env::var("POTHOLE_CASES").ok();
    told.and_then(|told| told.parse().ok()).unwrap_or(CASES)
}

#[test]
fn the_sample_spoilt_is_read_alike() {
    let mut taken = 0;
    for (place, (_, text)) in texts_in(&project("journeys"), "yaml").iter().enumerate() {
        let mut scribe = Scribe::new(place as u64 + 77);
        for _ in 0..cases() / 40 {
            taken += usize::from(agrees(&scribe.spoilt(text)));
        }
    }
    assert!(taken > cases() / 40, "{taken}");
}

#[test]
fn texts_made_up_and_spoilt_are_read_alike() {
    let cases = cases();
    let (mut taken, mut spoilt_taken) = (0, 0);
    for case in 0..cases {
        let mut scribe = Scribe::new(case as u64 + 1);
        let text = scribe.document();
        taken += usize::from(agrees(&text));
        for _ in 0..6 {
            let spoilt = scribe.spoilt(&text);
            spoilt_taken += usize::from(agrees(&spoilt));
        }
    }
    println!(
        "{taken} of {cases} texts taken, {spoilt_taken} of {} spoilt",
        cases * 6
    );
    assert!(taken * 2 > cases, "{taken} of {cases}");
    assert!(spoilt_taken > cases, "{spoilt_taken} of {}", cases * 6);
}

#[test]
fn limits_of_length_and_depth_are_those_of_the_library() {
    for length in 1_000..1_050 {
        let key = "k".repeat(length);
        for text in [
            format!("{key}: b"),
            format!("a: [{{{key}: b}}]"),
            format!("'{key}'   : b"),
        ] {
            agrees(&text);
        }
    }
    for depth in 1..80 {
        let flow = format!("a: {}{}", "[".repeat(depth), "]".repeat(depth));
        let lines = (0..depth).map(|level| format!("{}a:\n", " ".repeat(level)));
        for text in [flow, "- ".repeat(depth) + "a", lines.collect()] {
            let taken = agrees(&text);
            assert!(taken || depth > 20, "{text}");
        }
    }
}

#[test]
fn what_is_not_for_every_day_is_left_to_the_library() {
    for text in [
        "",
        "# only\n",
        "a",
        "[a]",
        "a: &x b",
        "a: *x",
        "a: !t b",
        "<<: {a: b}",
        "? a",
        "a: b\n---\n",
        "---\na: b\n",
        "%YAML 1.2\n---\na: b\n",
        "a:\tb",
        "\u{feff}a: b",
        "a: \"b\n  c\"",
        "a: [b: c]",
        "a: \"\\x41\"",
        "a: |2\n  b\n",
        "a: b\rc: d",
        "a: b: c",
        "a: [b",
        "a: 'b",
        "a: b\n c: d",
        "a:\n  - b\n c",
    ] {
        assert!(everyday::read(text).is_none(), "{text:?}");
    }
}
