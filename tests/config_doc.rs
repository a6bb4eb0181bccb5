//! `docs/config.md` and the code say the same: its example is read without a problem, its tables list every
//! key of the config file and every field of the filter.
//!
//! `POTHOLE_WRITE_README=1 cargo test --test config_doc` writes the table of fields anew.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use pothole::board::query::Field;
use pothole::board::{Query, query::Sort};
use pothole::tui::Habits;
use pothole::tui::command::Command;
use pothole::workspace::{SETTINGS, Settings};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/config.md")
}

fn document() -> String {
    std::fs::read_to_string(path()).unwrap()
}

/// The text of the fence whose first line ends in this.
fn fence(head: &str) -> String {
    let document = document();
    let (_, rest) = document.split_once(&format!("```{head}\n")).unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_example_is_read_without_a_problem() {
    let (settings, problems) = Settings::of("config.yaml", fence("yaml config.yaml"));
    let habits = Habits::of(&settings, problems);
    assert_eq!(habits.problems, []);
    assert_eq!(habits.keymap.labels(Command::Quit), "Q Ctrl-Q");
    assert_eq!(habits.keymap.label(Command::Copy), "");
}

#[test]
fn the_table_of_keys_lists_every_key() {
    for key in SETTINGS.all() {
        assert!(document().contains(&format!("\n| `{key}` |")), "{key}");
    }
}

#[test]
fn the_example_of_a_filter_is_understood() {
    assert!(!Query::parse(&fence("text")).unwrap().is_empty());
}

#[test]
fn the_table_of_fields_is_the_code() {
    let mut table = String::from("| field | what it asks for |\n|---|---|\n");
    for field in Field::ALL {
        let how = match field.sort() {
            Sort::Number => "; `30`, `>30`, `<=30`, `10..30`, or `none` where it cannot be said",
            Sort::Name => "; a part of it is enough, `none` for nothing",
            Sort::Trend | Sort::Is => "",
        };
        let (name, meaning) = (field.name(), field.meaning());
        let _ = writeln!(table, "| `{name}` | {meaning}{how} |");
    }
    let text = document();
    let (before, _) = text.split_once("| field |").unwrap();
    let wanted = format!("{before}{table}");
    if std::env::var_os("POTHOLE_WRITE_README").is_some() {
        std::fs::write(path(), &wanted).unwrap();
    }
    assert!(
        document() == wanted,
        "docs/config.md is stale: POTHOLE_WRITE_README=1 cargo test --test config_doc"
    );
}
