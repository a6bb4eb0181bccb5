//! `docs/format.md` and the code say the same: its example loads without a problem, its tables list
//! every key and every code.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use pothole::feedback::{Evidence, Format, Scale, Speaks};
use pothole::journey::{Address, Aim, AimMeasure, Day, Status};
use pothole::workspace::{ALL_KEYS, Kind, Severity, Workspace, open};
use std::collections::BTreeMap;
use std::path::Path;

const DOC: &str = include_str!("../docs/format.md");

/// The files that the document shows: each fence names its file behind its language.
fn shown_files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for block in DOC.split("\n```").skip(1).step_by(2) {
        let (head, body) = block.split_once('\n').unwrap();
        let (_, file) = head
            .split_once(' ')
            .unwrap_or_else(|| panic!("a fence without a file: {head}"));
        files.push((file.to_owned(), format!("{body}\n")));
    }
    files
}

/// The rows of every table by the table's first head cell: the names in backquotes, and the row.
fn tables() -> BTreeMap<String, Vec<(Vec<String>, String)>> {
    let mut tables: BTreeMap<String, Vec<(Vec<String>, String)>> = BTreeMap::new();
    let mut head: Option<String> = None;
    for line in DOC.lines() {
        let Some(cells) = line.strip_prefix("| ").or_else(|| line.strip_prefix("|-")) else {
            head = None;
            continue;
        };
        let first = cells.split(" | ").next().unwrap().to_owned();
        match &head {
            None => head = Some(first),
            Some(_) if line.starts_with("|-") => {}
            Some(head) => {
                let names = first
                    .split('`')
                    .skip(1)
                    .step_by(2)
                    .map(str::to_owned)
                    .collect();
                tables
                    .entry(head.clone())
                    .or_default()
                    .push((names, line.to_owned()));
            }
        }
    }
    tables
}

fn names(table: &[(Vec<String>, String)]) -> Vec<&str> {
    let mut names: Vec<&str> = table
        .iter()
        .flat_map(|(names, _)| names)
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    names
}

fn sorted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names
}

#[test]
fn the_example_loads_without_a_problem_and_means_what_the_text_says() {
    let root = tempfile::tempdir().unwrap();
    for (file, text) in shown_files() {
        let path = root.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let workspace = open(root.path()).unwrap();
    let problems: Vec<String> = workspace.problems.iter().map(|p| p.render(false)).collect();
    assert_eq!(problems, Vec::<String>::new());
    let ids: Vec<&str> = workspace
        .journeys
        .all()
        .iter()
        .map(|journey| journey.id.as_str())
        .collect();
    assert_eq!(ids, ["fly-out", "fly-home"]);
    assert_eq!(workspace.journeys.touchpoint_count(), 8);
    assert_eq!(workspace.charter.roster.title("ana"), "Ana Sousa");
    let sources = &workspace.sources;
    assert_eq!(sources[0].missing, ["0", "6", "Blank"]);
    assert_eq!(
        sources[0].date.map(|day| day.to_string()),
        Some("2017-05-15".into())
    );
    assert_eq!(sources[1].format, Format::Delimited(Some(b';')));
    assert_eq!(sources[2].format, Format::JsonLines);
    assert_eq!(
        sources[2].speaks,
        Speaks::Scored(Scale::named("stars-5").unwrap())
    );
    assert!(matches!(sources[3].speaks, Speaks::Counted(_)));
    // One of the rules names two sources, and so is two.
    assert_eq!(workspace.rules.len(), 8);
    let Evidence::Rating { scale, missing, .. } = &workspace.rules[3].evidence else {
        panic!("a rating")
    };
    assert_eq!(scale.as_ref().unwrap().name, "1-10");
    assert_eq!(missing.as_deref(), Some(["99".to_owned()].as_slice()));
    assert_eq!(workspace.rules[3].place, "fly-out.yaml:31");
    assert_declared(&workspace);
}

/// What the example declares of its gate, and about customers.
fn assert_declared(workspace: &Workspace) {
    let gate = workspace.journeys.find(&Address::new("fly-out", "gate"));
    let gate = workspace.journeys.touchpoint(gate.unwrap());
    assert_eq!(gate.visited, ["boarding-pass-read"]);
    let [action] = &gate.actions[..] else {
        panic!("one action")
    };
    assert_eq!(action.status, Status::Shipped);
    assert_eq!(action.shipped, Day::parse_iso("2017-06-28"));
    assert_eq!(
        action.root_cause.as_deref(),
        Some("One agent boards 180 people")
    );
    let aim = |aims| Aim::on(aims, AimMeasure::Friction).map(|aim: &Aim| aim.value);
    assert_eq!(
        (aim(&gate.targets), aim(&gate.benchmarks)),
        (Some(15.0), Some(22.0))
    );
    assert_eq!(workspace.crowd.visits[0].columns.touchpoint, "Event");
    let customers = workspace.crowd.customers.as_ref().unwrap();
    assert_eq!(customers.columns.churned.as_deref(), Some("Left"));
    assert_eq!(
        workspace.drivers.as_ref().map(|drivers| drivers.least),
        Some(100)
    );
}

#[test]
fn every_key_the_reader_knows_is_in_its_table_and_no_other() {
    let tables = tables();
    for keys in ALL_KEYS {
        let Some(table) = tables.get(&format!("key of {}", keys.of)) else {
            // The rules inside `all`, `any` and `none` are a rule's but for four keys.
            let outer = ["source", "rating", "scale", "missing"];
            let table = &tables["key of a rule"];
            let inner = names(table)
                .into_iter()
                .filter(|name| !outer.contains(name));
            assert!(keys.of.contains("inside"), "no table for {}", keys.of);
            assert_eq!(sorted(inner), sorted(keys.all()));
            continue;
        };
        assert_eq!(names(table), sorted(keys.all()), "{}", keys.of);
        let required = table.iter().filter(|(_, row)| row.contains("required"));
        let required = required.flat_map(|(names, _)| names).map(String::as_str);
        assert_eq!(
            sorted(required),
            sorted(keys.required.iter().copied()),
            "{}",
            keys.of
        );
    }
    let named = tables.keys().filter(|head| head.starts_with("key of"));
    assert_eq!(named.count(), ALL_KEYS.len() - 1);
}

#[test]
fn every_code_is_in_the_table_of_problems_and_no_other() {
    let row = |kind: &Kind| {
        let severity = match kind.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        format!("| `{}` | {severity} | {} |", kind.code(), kind.meaning())
    };
    let expected: Vec<String> = Kind::ALL.iter().map(row).collect();
    let table: Vec<String> = tables()["code"]
        .iter()
        .map(|(_, row)| row.clone())
        .collect();
    assert_eq!(table, expected);
}

#[test]
fn every_scale_is_in_the_table_of_scales_and_no_other() {
    let tables = tables();
    assert_eq!(names(&tables["scale"]), sorted(Scale::NAMES.into_iter()));
}
