//! No word of a stranger steers anything: everything the commands print, and their errors, is plain text.

use crate::attacks::{corpus, foreign_text, workspace};
use crate::dice::Dice;
use crate::place::{program, size};
use pothole::feedback::{scan, verbatims};
use pothole::workspace::{open, visible};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

/// Everything that is printed of a workspace.
const COMMANDS: [&[&str]; 23] = [
    &["check"],
    &["check", "--format", "json"],
    &["check", "--format", "github"],
    &["check", "--format", "junit"],
    &["coverage"],
    &["coverage", "--format", "json"],
    &["export", "--format", "csv"],
    &["export", "--format", "json"],
    &["export", "--format", "html"],
    &["digest", "--format", "text"],
    &["digest", "--format", "slack"],
    &["digest", "--format", "html"],
    &["show"],
    &["show", "j/t0"],
    &["agenda"],
    &["playbook"],
    &["scorecard"],
    &["listen"],
    &["act"],
    &["keys"],
    &["journey"],
    &["log"],
    &["explain", "t0"],
];

fn check(folder: &Path, arguments: &[&str]) -> String {
    let output = program(folder, arguments).output().unwrap();
    assert!(output.status.code().is_some(), "{arguments:?}");
    for bytes in [&output.stdout, &output.stderr] {
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert_eq!(foreign_text(&text), None, "{arguments:?}");
    }
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn nothing_a_stranger_wrote_steers_the_terminal_from_any_command() {
    let (folder, corpus) = (tempfile::tempdir().unwrap(), corpus());
    workspace(folder.path(), &corpus);
    let markdown = check(folder.path(), &["export", "--format", "markdown"]);
    assert!(markdown.lines().count() > 40, "{markdown}");
    for arguments in COMMANDS {
        check(folder.path(), arguments);
    }
    let steps = size(80, 1);
    for (place, text) in corpus.iter().enumerate().step_by(steps) {
        let argument: String = text.chars().filter(|c| *c != '\0').take(2_000).collect();
        let touchpoint = format!("j/t{place}");
        check(folder.path(), &["explain", &touchpoint]);
        let option = format!("--{argument}");
        // What the reader of arguments itself refuses quotes them too.
        for arguments in [
            &[&*option][..],
            &["export", "--format", &argument],
            &["export", "--format", "csv", "--since", &argument],
            &["export", "--format", "csv", "--filter", &argument],
            &["check", &argument],
            &["digest", "--format", "text", "--week", &argument],
        ] {
            check(folder.path(), arguments);
        }
        if argument.starts_with('-') {
            continue;
        }
        for arguments in [
            &["assign", &argument, "x"][..],
            &["assign", &touchpoint, &argument],
            &["explain", &argument],
            &["show", &argument],
            &["told", &argument],
            &["rule", &touchpoint, "--text", &argument],
            &["flag", &touchpoint, &argument],
            &["export", "--format", "csv", "--segment", &argument],
            &["--config", &argument, "keys"],
            &["-C", &argument, "check"],
            &[&argument],
        ] {
            check(folder.path(), arguments);
        }
    }
    check(folder.path(), &["log"]);
}

/// A string of anything, more often of what does harm.
pub(crate) fn random(dice: &mut Dice) -> String {
    let length = dice.below(24);
    let mut text = String::new();
    for _ in 0..length {
        let c = match dice.below(6) {
            0 => dice.below(0xa0) as u32,
            1 => 0x2000 + dice.below(0x70) as u32,
            2 => 0x300 + dice.below(0x70) as u32,
            3 => *dice.pick(&[
                0x1b, 0x9b, 0x200d, 0xfe0f, 0x1f469, 0x1f3fd, 0xe0041, 0x202e, 0x1f1f5,
            ]),
            4 => 0x4e00 + dice.below(0x1000) as u32,
            _ => dice.below(0x11_0000) as u32,
        };
        text.extend(char::from_u32(c));
    }
    text
}

#[test]
fn nothing_generated_steers_a_terminal_from_a_message() {
    let mut dice = Dice::new(3);
    for _ in 0..size(20_000, 1_000_000) {
        let text = random(&mut dice);
        let shown = visible(&text);
        assert_eq!(foreign_text(&shown), None, "{text:?}");
        assert!(!shown.contains('\n'), "{text:?}");
    }
}

/// The same strings as customers' words: written into a feedback file, read by a scan, and read back as the
/// board, the exports and the clipboard have them.
#[test]
fn nothing_generated_steers_anything_from_a_customers_words() {
    // So many the board keeps of one touchpoint.
    const ROWS: usize = 2_000;
    let (folder, mut dice) = (tempfile::tempdir().unwrap(), Dice::new(31));
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let source = "{files: s.csv, speaks: complaint, columns: {text: words, segment: who}}";
    write("pothole.yaml", &format!("sources:\n  s: {source}\n"));
    let touchpoint = "{touchpoint: a, feedback: [{source: s}]}";
    let journey = format!("journey: j\nstages: [{{stage: s, touchpoints: [{touchpoint}]}}]\n");
    write("j.yaml", &journey);
    let workspace = open(folder.path()).unwrap();
    let (journeys, sources) = (&workspace.journeys, &workspace.sources);
    let mut read = 0;
    for _ in 0..size(10, 500) {
        let mut rows = String::from("words,who\n");
        for _ in 0..ROWS {
            // A row with a NUL byte is rejected as a whole.
            let text = random(&mut dice).replace('"', "\"\"").replace('\0', "");
            rows += &format!("\"x{text}\",\"{text}\"\n");
        }
        write("s.csv", &rows);
        let watch = &mut |_| ControlFlow::Continue(());
        let overlay = scan(folder.path(), journeys, sources, &workspace.rules, watch);
        for said in verbatims(folder.path(), sources, &overlay, &overlay.places) {
            let text = format!("{} {}", said.text.replace('\n', " "), said.segment);
            assert_eq!(foreign_text(&text), None);
            read += 1;
        }
    }
    assert_eq!(read, size(10, 500) * ROWS);
    println!("{read} rows of generated words: 0 foreign sequences");
}
