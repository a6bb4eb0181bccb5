//! Keeps the house in order: which room may know which, how long files and functions may be, and what
//! must not stand in any of them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot read the project must fail"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with those it may know; `docs/architecture.md` draws it.
const ROOMS: [(&str, &[&str]); 8] = [
    ("journey", &[]),
    ("feedback", &["journey"]),
    ("measures", &["journey", "feedback"]),
    ("board", &["journey", "feedback", "measures"]),
    ("workspace", &["journey", "feedback"]),
    ("export", &["journey", "feedback", "measures", "board"]),
    (
        "tui",
        &[
            "journey",
            "feedback",
            "measures",
            "board",
            "export",
            "workspace",
        ],
    ),
    (
        "cli",
        &[
            "journey",
            "feedback",
            "measures",
            "board",
            "workspace",
            "export",
            "tui",
        ],
    ),
];

/// What rooms without files, clock and terminal do not name.
const IMPURE: [&str; 12] = [
    "std::fs",
    "std::env",
    "std::time",
    "std::process",
    "std::net",
    "std::thread",
    "fs::",
    "stdout(",
    "stderr(",
    "jiff::",
    "ratatui",
    "tempfile",
];

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;

struct File {
    path: String,
    text: String,
}

impl File {
    /// The room a file of `src/` stands in; none for `lib.rs` and `main.rs`.
    fn room(&self) -> Option<&str> {
        let (room, _) = self.path.strip_prefix("src/")?.split_once('/')?;
        Some(room)
    }

    /// The code without comments.
    fn code(&self) -> String {
        let lines = self.text.lines();
        let code = lines.map(|line| match line.trim_start() {
            comment if comment.starts_with("//") => "",
            _ => line,
        });
        code.collect::<Vec<_>>().join("\n")
    }
}

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> Vec<File> {
    let mut found = Vec::new();
    collect(&project().join(folder), ending, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<File>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, ending, found);
        } else if path.extension().is_some_and(|e| e == ending) {
            let inside = path.strip_prefix(project()).unwrap();
            found.push(File {
                path: inside.to_str().unwrap().replace('\\', "/"),
                text: fs::read_to_string(&path).unwrap(),
            });
        }
    }
}

fn rust() -> Vec<File> {
    ["src", "tests", "benches", "examples"]
        .into_iter()
        .flat_map(|folder| files(folder, "rs"))
        .collect()
}

/// The first names of every path from the crate's root: `crate::a::b`, `crate::{a, b::c}`.
fn known(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (place, _) in code.match_indices("crate::") {
        let rest = &code[place + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(first_names(group)),
            None => names.extend(name_at(rest)),
        }
    }
    names
}

fn name_at(text: &str) -> Option<String> {
    let name = text.trim_start();
    let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
    let name = &name[..end.unwrap_or(name.len())];
    (!name.is_empty()).then(|| name.to_owned())
}

/// The names at the first level of a `{...}` whose opening brace has been read.
fn first_names(group: &str) -> Vec<String> {
    let (mut depth, mut names) = (0, Vec::new());
    names.extend(name_at(group));
    for (place, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.extend(name_at(&group[place + 1..])),
            _ => {}
        }
    }
    names
}

/// Every function with its length in lines, of code as rustfmt sets it; a pictured screen is one line.
fn functions(text: &str) -> Vec<(String, usize)> {
    let mut pictured = false;
    let code = text.lines().filter(|line| {
        let within = pictured;
        let begins = line.ends_with("@r\"") || line.ends_with("@r#\"");
        pictured = begins || (pictured && !["\");", "\"#);"].contains(&line.trim_start()));
        !within
    });
    let lines: Vec<&str> = code.collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else {
            continue;
        };
        let indent = &line[..line.len() - line.trim_start().len()];
        let close = format!("{indent}}}");
        let one_line = line.ends_with('}') || line.ends_with(';');
        let end = lines[at..]
            .iter()
            .position(|line| *line == close || *line == format!("{indent});"));
        let length = if one_line { 1 } else { end.unwrap_or(0) + 1 };
        found.push((name, length));
    }
    found
}

fn function_name(line: &str) -> Option<String> {
    let mut words = line.trim_start();
    loop {
        if let Some(rest) = words.strip_prefix("fn ") {
            return name_at(rest);
        }
        let (word, rest) = words.split_once(' ')?;
        let modifier = word == "pub" || word.starts_with("pub(") || word == "const";
        let modifier = modifier || word == "async" || word == "unsafe" || word.ends_with(')');
        if !modifier {
            return None;
        }
        words = rest;
    }
}

#[test]
fn a_room_knows_only_those_it_depends_on() {
    let mut wrong = Vec::new();
    for file in files("src", "rs") {
        let Some(room) = file.room() else { continue };
        let (_, allowed) = ROOMS
            .iter()
            .find(|(name, _)| *name == room)
            .unwrap_or_else(|| panic!("{}: no such room in ROOMS", file.path));
        for name in known(&file.code()) {
            let is_room = ROOMS.iter().any(|(other, _)| *other == name);
            if is_room && name != room && !allowed.contains(&name.as_str()) {
                wrong.push(format!("{}: {room} must not know {name}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How many modules above a file's own the crate's root is: 2 for `src/room/noun.rs`.
fn depth(path: &str) -> usize {
    let folders = path.matches('/').count();
    if path.ends_with("/mod.rs") {
        folders - 1
    } else {
        folders
    }
}

/// The longest chain of `super::super::` in some code.
fn climb(code: &str) -> usize {
    let chains = code.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
    let lengths = chains.map(|path| path.split("::").take_while(|name| *name == "super").count());
    lengths.max().unwrap_or(0)
}

#[test]
fn no_path_climbs_out_of_a_room() {
    for file in files("src", "rs").iter().filter(|f| f.room().is_some()) {
        let code = file.code();
        let (body, tests) = code.split_once("mod tests {").unwrap_or((&code, ""));
        assert!(climb(body) < depth(&file.path), "{}", file.path);
        assert!(climb(tests) <= depth(&file.path), "{}", file.path);
    }
}

/// Whether some code uses a word that is not the end of a longer one, as `fs::` is of `Dfs::`.
fn names(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_')
    })
}

#[test]
fn pure_rooms_name_no_file_no_clock_and_no_terminal() {
    for file in files("src", "rs") {
        let pure = matches!(
            file.room(),
            Some("journey" | "measures" | "board" | "export")
        );
        let code = file.code();
        let body = code.split("#[cfg(test)]").next().unwrap();
        let named = IMPURE.iter().find(|word| pure && names(body, word));
        assert_eq!(named, None, "{}", file.path);
    }
}

#[test]
fn every_file_says_what_it_is_for_and_stays_short() {
    let mut wrong = Vec::new();
    for file in rust() {
        if !file.text.starts_with("//! ") {
            wrong.push(format!("{}: no //! at its head", file.path));
        }
        let lines = file.text.lines().count();
        if lines >= LONGEST_FILE {
            wrong.push(format!("{}: {lines} lines", file.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_function_is_long() {
    let mut wrong = Vec::new();
    for file in rust() {
        let functions = functions(&file.text).into_iter();
        for (name, lines) in functions.filter(|(_, lines)| *lines > LONGEST_FUNCTION) {
            wrong.push(format!("{}: {name} has {lines} lines", file.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_is_named_after_what_it_holds() {
    for file in rust() {
        for name in [
            "utils", "util", "helpers", "helper", "manager", "common", "misc",
        ] {
            let named = file.path.contains(&format!("/{name}.rs"));
            let named = named || file.path.contains(&format!("/{name}/"));
            assert!(!named, "{}", file.path);
        }
    }
}

#[test]
fn nothing_unfinished_and_no_path_of_a_machine_stands_anywhere() {
    // Written in halves, so that this file may stand among the others.
    let code = [
        "to|do!(",
        "unimple|mented!(",
        "d|bg!(",
        "un|safe {",
        "#[ig|nore",
    ];
    let everywhere = ["/ho|me/", "/ro|ot/", "/wo|rk/", "C:|\\Users"];
    let documents = ["docs", "journeys", "tests"].into_iter();
    let documents = documents.flat_map(|folder| {
        ["md", "yaml", "yml"]
            .into_iter()
            .flat_map(move |ending| files(folder, ending))
    });
    for file in documents {
        for word in everywhere {
            let word = word.replace('|', "");
            assert!(!file.text.contains(&word), "{}: {word}", file.path);
        }
    }
    for file in rust() {
        for word in code.iter().chain(&everywhere) {
            let word = word.replace('|', "");
            assert!(!file.text.contains(&word), "{}: {word}", file.path);
        }
    }
}

#[test]
fn the_document_names_every_room_there_is() {
    let document = fs::read_to_string(project().join("docs/architecture.md")).unwrap();
    let rows = document.lines().filter_map(|line| {
        let (room, _) = line.strip_prefix("| `")?.split_once("/` |")?;
        Some(room.to_owned())
    });
    let documented: BTreeSet<String> = rows.collect();
    let folders = fs::read_dir(project().join("src")).unwrap();
    let folders = folders.map(|entry| entry.unwrap().path());
    let there: BTreeSet<String> = folders
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    let kept = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(documented, there);
    assert_eq!(there, kept);
}

#[test]
fn the_keeper_of_the_house_sees_what_it_looks_for() {
    let code = "use crate::{board::{Lens, Heat}, feedback};\nlet x = crate::tui::run();";
    let names: Vec<String> = known(code).into_iter().collect();
    assert_eq!(names, ["board", "feedback", "tui"]);
    assert_eq!(climb("use super::super::a::b;\nuse super::c;"), 2);
    assert_eq!(
        (depth("src/tui/mod.rs"), depth("src/tui/view/card.rs")),
        (1, 3)
    );
    let text = "impl A {\n    pub(super) fn long(\n        a: u8,\n    ) {\n        if a {\n        }\n    }\n}\nfn short() {}\n";
    assert_eq!(
        functions(text),
        [("long".to_owned(), 6), ("short".to_owned(), 1)]
    );
}
