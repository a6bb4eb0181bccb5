//! Everything people write by hand in YAML: journeys, the register, the charter, rules, the config file.

use super::{Target, folder};
use crate::attacks::foreign_text;
use pothole::feedback::{Scope, coverage, scan};
use pothole::tui::Habits;
use pothole::tui::command::Command;
use pothole::workspace::{Problem, Settings, Workspace, open};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ": ",
    "- ",
    "\n",
    "\r\n",
    "  ",
    "    ",
    "\t",
    "#",
    "&a ",
    "*a",
    "<<: *a",
    "!!str ",
    "|",
    ">-",
    "'",
    "\"",
    "? ",
    "---\n",
    "...\n",
    "journey: j",
    "stages:",
    "touchpoints:",
    "touchpoint: a",
    "owner: x",
    "feedback:",
    "text: y",
    "next: a",
    "~",
    "0x1f",
    "1e999",
    "\u{feff}",
    "é",
    "=",
    "%YAML 9",
    "null",
    "actions:",
    "share: 2",
    "2025-02-30",
    "status: told",
    "shipped: 2025-03-01",
    "target: {nps: 900}",
    "starts: -1",
    "visited: [w]",
];

const ROWS: &str = "id,day,words,tags,score,who\n1,2025-03-01,no seat,a,1,Gold\nT-2,2025-03-02,two  words é,\"x;b\",4,y\n3,,hotel check-in,,9,\n";

const CHARTER: &str = "sources:\n  s: {files: s.csv, scale: csat-5, columns: {id: id, at: day, text: words, tags: tags, score: score, segment: who}}\npeople: {ann: Ann}\n";

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

fn plain(problems: &[Problem]) {
    for problem in problems {
        assert_eq!(foreign_text(&problem.render(false)), None);
        assert_eq!(foreign_text(&problem.one_line()), None);
    }
}

/// Opens the workspace, reads its feedback and holds the books to their sum.
fn read(folder: &Path) -> Workspace {
    let workspace = open(folder).unwrap();
    let watch = &mut |_| ControlFlow::Continue(());
    let (journeys, sources, rules) = (&workspace.journeys, &workspace.sources, &workspace.rules);
    let overlay = scan(&workspace.root, journeys, sources, rules, watch);
    assert!(overlay.books.total().balance());
    plain(&workspace.problems);
    workspace
}

#[test]
fn any_text_may_stand_in_a_journey_and_in_the_register() {
    let folder = folder();
    write(folder.path(), "pothole.yaml", CHARTER);
    write(folder.path(), "s.csv", ROWS);
    let target = Target {
        name: "journey",
        seed: 5,
        cases: 400,
        pieces: PIECES,
    };
    let sound = target.corpus().pop().unwrap();
    target.fuzz(|dice, text| {
        let register = dice.once_in(4);
        let (journey, contacts) = if register {
            (&*sound, text)
        } else {
            (text, "")
        };
        write(folder.path(), "j.yaml", journey);
        write(folder.path(), "listening.yaml", contacts);
        read(folder.path());
    });
}

const SETTINGS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ": ",
    "- ",
    "\n",
    "\r\n",
    "  ",
    "\t",
    "#",
    "&a ",
    "*a",
    "<<: *a",
    "|",
    "'",
    "\"",
    "---\n",
    "~",
    "1e999",
    "\u{feff}",
    "sources:",
    "files: ../*",
    "scale: nps",
    "columns: {at: day}",
    "counts:",
    "zone: Mars/Base",
    "encoding: utf-16le",
    "delimiter: tab",
    "date-format: \"%Q\"",
    "false-alarms: -1",
    "keys:",
    "quit: ctrl-alt-shift-f99",
    "leave-now: []",
    "undo: [z, z]",
    "mouse: no",
    "teams: {x: X}",
    "by: 2025-02-30",
];

#[test]
fn any_text_may_stand_in_the_charter_and_in_the_config_file() {
    let folder = folder();
    write(
        folder.path(),
        "j.yaml",
        "journey: j\nstages: [{stage: s, touchpoints: [{touchpoint: a}]}]\n",
    );
    write(folder.path(), "s.csv", ROWS);
    Target {
        name: "config",
        seed: 15,
        cases: 400,
        pieces: SETTINGS,
    }
    .fuzz(|_, text| {
        write(folder.path(), "pothole.yaml", text);
        read(folder.path());
        let (settings, problems) = Settings::of("config.yaml", text.to_owned());
        let habits = Habits::of(&settings, problems);
        plain(&habits.problems);
        // Whatever the file says, there is a way out.
        assert_ne!(habits.keymap.keys(Command::Leave), [], "{text}");
    });
}

const CONDITIONS: &[&str] = &[
    "- ",
    "{",
    "}",
    "[",
    "]",
    ": ",
    ", ",
    "\n",
    "  ",
    "'",
    "\"",
    "text: ",
    "tags: ",
    "where: ",
    "matches: ",
    "none: ",
    "any: ",
    "all: ",
    "source: s",
    "rating: score",
    "scale: nps",
    "from: ",
    "to: ",
    "missing: ",
    ".*",
    "(?:",
    "(?i)",
    "(?P<a>",
    ")",
    "[^",
    "[[:alpha:]&&",
    "\\p{L}",
    "\\b",
    "\\",
    "{9,99}",
    "{1000}{1000}",
    "+?",
    "|",
    "^",
    "$",
    "1e309",
    "-0",
    "é",
    "\u{301}",
    "  seat",
    "T-2",
];

#[test]
fn any_text_may_stand_in_rules() {
    let folder = folder();
    write(folder.path(), "pothole.yaml", CHARTER);
    write(folder.path(), "s.csv", ROWS);
    Target {
        name: "rules",
        seed: 16,
        cases: 400,
        pieces: CONDITIONS,
    }
    .fuzz(|_, text| {
        let head = "journey: j\nstages:\n- stage: s\n  touchpoints:\n  - touchpoint: b\n  - touchpoint: a\n    feedback:\n";
        let lines = text.lines().map(|line| format!("    {line}\n"));
        write(folder.path(), "j.yaml", &format!("{head}{}", lines.collect::<String>()));
        let workspace = read(folder.path());
        let watch = &mut |_| ControlFlow::Continue(());
        let given = (&*workspace.sources, &*workspace.rules);
        let scope = Scope::default();
        let found = coverage(&workspace.root, &workspace.journeys, given, &scope, watch);
        let overlay = scan(&workspace.root, &workspace.journeys, given.0, given.1, watch);
        assert_eq!(found.books.total().mapped, overlay.books.total().mapped, "{text}");
    });
}
