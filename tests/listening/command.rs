//! `pothole listen` and `pothole listen add`, run as a user runs them.

use super::shop::{REGISTER, folder};
use std::path::Path;
use std::process::Command;

/// Exit code, standard output, standard error.
pub(crate) fn pothole(root: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pothole"));
    command.arg("-C").arg(root).args(arguments);
    let output = command
        .env("POTHOLE_CACHE", "off")
        .output()
        .expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn the_page_says_who_is_due_and_which_segment_nobody_hears() {
    let root = folder(&[("listening.yaml", REGISTER)]);
    let (code, page, _) = pothole(root.path(), &["listen", "--today", "2026-10-20"]);
    assert_eq!(code, 0);
    assert!(
        page.contains("Promises: 4 overdue, 0 due, 0 kept."),
        "{page}"
    );
    assert!(page.contains("overdue (3)"), "{page}");
    let small = page
        .lines()
        .find(|line| line.starts_with("  small"))
        .unwrap();
    assert!(
        small.contains("never") && small.contains("unheard"),
        "{page}"
    );
    assert!(
        page.lines().all(|line| line.chars().count() <= 80),
        "{page}"
    );
    let (_, again, _) = pothole(root.path(), &["listen", "--today", "2026-10-20"]);
    assert_eq!(page, again);
}

#[test]
fn the_page_is_json_and_markdown_too() {
    let root = folder(&[("listening.yaml", REGISTER)]);
    let as_of = ["listen", "--today", "2026-10-20", "--format"];
    let (_, json, _) = pothole(root.path(), &[&as_of[..], &["json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["promises"][0]["standing"], "overdue");
    assert_eq!(json["contacts"][0]["how"], "call");
    assert_eq!(json["segments"][0]["segment"], "small");
    assert_eq!(json["segments"][0]["unheard"], true);
    let (_, markdown, _) = pothole(root.path(), &[&as_of[..], &["markdown"]].concat());
    let tables = pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::ENABLE_TABLES)
        .filter(|event| {
            matches!(
                event,
                pulldown_cmark::Event::Start(pulldown_cmark::Tag::Table(_))
            )
        });
    assert_eq!(tables.count(), 2, "{markdown}");
}

#[test]
fn a_contact_is_written_down_and_a_nobody_is_refused() {
    let root = folder(&[("listening.yaml", REGISTER)]);
    let add = [
        "listen",
        "add",
        "--how",
        "call",
        "--on",
        "2026-09-30",
        "--who",
    ];
    let (code, out, _) = pothole(
        root.path(),
        &[&add[..], &["ida", "--about", "reminder"]].concat(),
    );
    assert_eq!(
        (code, out.as_str()),
        (0, "listening.yaml:17: call listened to of 2026-09-30\n")
    );
    let (code, _, said) = pothole(root.path(), &[&add[..], &["idda"]].concat());
    assert_eq!(code, 1);
    assert!(
        said.contains("no person `idda`; did you mean `ida`?"),
        "{said}"
    );
    let (code, _, said) = pothole(root.path(), &[&add[..], &["ida", "--about", "x"]].concat());
    assert_eq!(code, 1);
    assert!(said.contains("no touchpoint `x`"), "{said}");
    let late = [
        "listen",
        "add",
        "--how",
        "call",
        "--on",
        "9999-01-01",
        "--who",
        "ida",
    ];
    let (code, _, said) = pothole(root.path(), &late);
    assert_eq!(code, 1);
    assert!(said.contains("in the future"), "{said}");
}

#[test]
fn a_contact_is_of_the_day_that_is_said_to_be_today() {
    let add = ["listen", "add", "--how", "call", "--who", "ida", "--today"];
    let written = || {
        let root = folder(&[("listening.yaml", REGISTER)]);
        let (code, out, _) = pothole(root.path(), &[&add[..], &["2019-02-28"]].concat());
        let said = (0, "listening.yaml:17: call listened to of 2019-02-28\n");
        assert_eq!((code, out.as_str()), said);
        std::fs::read_to_string(root.path().join("listening.yaml")).unwrap()
    };
    let first = written();
    assert!(first.contains("- on: 2019-02-28\n"), "{first}");
    assert_eq!(written(), first);
    // What is in the future follows from it, too.
    let root = folder(&[("listening.yaml", REGISTER)]);
    let ahead = ["2019-02-28", "--on", "2019-03-01"];
    let (code, _, said) = pothole(root.path(), &[&add[..], &ahead].concat());
    assert_eq!(code, 1);
    assert!(
        said.contains("2019-03-01 is in the future, today is 2019-02-28"),
        "{said}"
    );
}

#[test]
fn check_finds_a_contact_on_a_day_that_has_not_come_yet() {
    let root = folder(&[("listening.yaml", REGISTER)]);
    let (code, _, _) = pothole(root.path(), &["check", "--today", "2026-09-30"]);
    assert_eq!(code, 0);
    let (code, page, _) = pothole(root.path(), &["check", "--today", "2026-09-08"]);
    assert_eq!(code, 1);
    assert!(
        page.contains("error[day-ahead]: `on` is 2026-09-09, which has not come yet"),
        "{page}"
    );
    assert!(page.contains("listening.yaml:16:8"), "{page}");
    assert_eq!(page.matches("day-ahead").count(), 1, "{page}");
}
