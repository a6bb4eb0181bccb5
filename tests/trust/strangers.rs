//! No word of a stranger steers anything: everything the commands print, and their errors, is plain text.

use crate::attacks::{corpus, foreign_text, workspace};
use crate::dice::Dice;
use crate::place::{program, size};
use pothole::workspace::visible;
use std::path::Path;

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
    for arguments in [
        &["check"][..],
        &["check", "--format", "json"],
        &["coverage"],
        &["coverage", "--format", "json"],
        &["export", "--format", "csv"],
        &["export", "--format", "json"],
        &["journey"],
        &["log"],
        &["explain", "t0"],
    ] {
        check(folder.path(), arguments);
    }
    let steps = size(80, 1);
    for (place, text) in corpus.iter().enumerate().step_by(steps) {
        let argument: String = text.chars().filter(|c| *c != '\0').take(2_000).collect();
        let touchpoint = format!("j/t{place}");
        check(folder.path(), &["explain", &touchpoint]);
        if argument.starts_with('-') {
            continue;
        }
        for arguments in [
            &["assign", &argument, "x"][..],
            &["assign", &touchpoint, &argument],
            &["explain", &argument],
            &["rule", &touchpoint, "--text", &argument],
            &["export", "--format", "csv", "--segment", &argument],
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
