//! `docs/trust.md` cannot drift: each promise names a test that is there, and each test here is named.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every test function below a folder.
fn tests(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            tests(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            for part in text.split("#[test]").skip(1) {
                let name = part.split("fn ").nth(1).unwrap_or_default();
                found.extend(name.split('(').next().map(str::to_owned));
            }
        }
    }
}

#[test]
fn every_promise_of_the_page_names_a_test_that_is_there() {
    let page = fs::read_to_string(root().join("docs/trust.md")).unwrap();
    let mut known = BTreeSet::new();
    tests(&root().join("tests"), &mut known);
    tests(&root().join("src"), &mut known);
    let rows = page
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| promise"));
    let mut promised = 0;
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [promise, test, figures] = cells.as_slice() else {
            panic!("three cells: {row}");
        };
        let test = test.trim_matches('`');
        assert!(known.contains(test), "{promise}: there is no test {test}");
        assert!(!figures.is_empty(), "{promise}: no figures");
        promised += 1;
    }
    assert!(promised > 30, "{promised}");
}

#[test]
fn every_test_of_trust_keeps_a_promise_of_the_page() {
    let page = fs::read_to_string(root().join("docs/trust.md")).unwrap();
    let mut own = BTreeSet::new();
    for part in [
        "bombs",
        "faults",
        "foreigner",
        "frames",
        "full",
        "inert",
        "killed",
        "masking",
        "power",
        "private",
        "strangers",
        "together",
    ] {
        let text = fs::read_to_string(root().join(format!("tests/trust/{part}.rs"))).unwrap();
        for test in text.split("#[test]").skip(1) {
            let name = test.split("fn ").nth(1).unwrap().split('(').next().unwrap();
            own.insert(name.to_owned());
        }
    }
    let silent = [
        "an_owner_that_comes_in_that_moment_is_a_conflict_with_both_sides",
        "two_strangers_in_one_moment_lose_nothing_either",
    ];
    for test in own.iter().filter(|test| !silent.contains(&test.as_str())) {
        assert!(
            page.contains(test.as_str()),
            "docs/trust.md does not name {test}"
        );
    }
}
