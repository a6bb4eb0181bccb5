//! What we depend on: every crate's licence, source and name is held against `deny.toml`, so that nothing comes
//! in that `cargo deny` would refuse, also where that tool is not installed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says what it skips"
)]

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The quoted words of a list in `deny.toml`.
fn listed(text: &str, head: &str) -> Vec<String> {
    let list = text.split_once(head).unwrap().1;
    let list = list.split_once("\n]").unwrap().0;
    let words = list.lines().filter_map(|line| line.split('"').nth(1));
    words.map(str::to_owned).collect()
}

fn metadata(more: &[&str]) -> Option<Value> {
    let mut cargo = Command::new(env!("CARGO"));
    let fixed = ["metadata", "--format-version", "1", "--offline", "--locked"];
    cargo.current_dir(env!("CARGO_MANIFEST_DIR")).args(fixed);
    let output = cargo.args(more).output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}

/// The name of the system this was built on, as the compiler calls it.
fn host() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("-vV").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("host: "));
    line.unwrap().to_owned()
}

/// Every package that may come in, whatever the system; where not all of them lie on this machine, those of
/// this system.
fn packages() -> Vec<Value> {
    let found = metadata(&[]).unwrap_or_else(|| {
        println!("skipped: crates for other systems, which are not on this machine");
        metadata(&["--filter-platform", &host()]).unwrap()
    });
    found["packages"].as_array().unwrap().clone()
}

/// Whether a licence expression (SPDX, or the older form with slashes) can be met with the allowed licences.
fn allows(allowed: &[String], expression: &str) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (met, rest) = either(allowed, &words);
    met && rest.is_empty()
}

fn either<'w>(allowed: &[String], words: &'w [&'w str]) -> (bool, &'w [&'w str]) {
    let (mut met, mut rest) = both(allowed, words);
    while let ["OR", after @ ..] = rest {
        let (other, after) = both(allowed, after);
        (met, rest) = (met || other, after);
    }
    (met, rest)
}

fn both<'w>(allowed: &[String], words: &'w [&'w str]) -> (bool, &'w [&'w str]) {
    let (mut met, mut rest) = one(allowed, words);
    while let ["AND", after @ ..] = rest {
        let (other, after) = one(allowed, after);
        (met, rest) = (met && other, after);
    }
    (met, rest)
}

fn one<'w>(allowed: &[String], words: &'w [&'w str]) -> (bool, &'w [&'w str]) {
    let known = |name: &str| allowed.iter().any(|one| one == name);
    match words {
        ["(", inner @ ..] => {
            let (met, rest) = either(allowed, inner);
            match rest {
                [")", rest @ ..] => (met, rest),
                _ => (false, rest),
            }
        }
        [name, "WITH", exception, rest @ ..] => (known(&format!("{name} WITH {exception}")), rest),
        [name, rest @ ..] => (known(name), rest),
        [] => (false, &[]),
    }
}

#[test]
fn every_licence_we_bring_along_is_one_that_deny_toml_allows() {
    let allowed = listed(&read("deny.toml"), "\nallow = [");
    assert!(allowed.len() > 5, "{allowed:?}");
    let all = packages();
    assert!(all.len() > 100);
    for package in all {
        let (name, licence) = (&package["name"], package["license"].as_str());
        let licence = licence.unwrap_or_else(|| panic!("{name} states no licence"));
        assert!(allows(&allowed, licence), "{name} is under {licence}");
    }
}

#[test]
fn every_crate_comes_from_the_registry_by_a_version_and_none_is_banned() {
    let deny = read("deny.toml");
    let banned = listed(&deny, "\ndeny = [");
    assert!(!banned.is_empty());
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        assert!(!banned.iter().any(|one| one == name), "{name} is banned");
        let registry = "registry+https://github.com/rust-lang/crates.io-index";
        match package["source"].as_str() {
            Some(source) => assert_eq!(source, registry, "{name}"),
            None => assert_eq!(name, env!("CARGO_PKG_NAME"), "a crate from elsewhere"),
        }
        let ours = name == env!("CARGO_PKG_NAME");
        for needed in package["dependencies"].as_array().unwrap() {
            assert!(
                !ours || needed["req"] != "*",
                "{} has no version",
                needed["name"]
            );
        }
    }
}

#[test]
fn our_own_crate_has_no_unsafe_code() {
    assert!(read("Cargo.toml").contains("\nunsafe_code = \"forbid\"\n"));
}

#[test]
fn an_expression_is_met_only_by_licences_that_are_allowed() {
    let allowed = ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
    for (expression, met) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("Apache-2.0/MIT", true),
        ("MIT AND GPL-3.0", false),
        ("(GPL-3.0 OR ISC) AND MIT", true),
        ("MIT AND (GPL-3.0 OR LGPL-2.1)", false),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("Apache-2.0", false),
        ("MIT GPL-3.0", false),
        ("(MIT", false),
        ("", false),
    ] {
        assert_eq!(allows(&allowed, expression), met, "{expression}");
    }
}
