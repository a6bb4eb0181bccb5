//! What stays on this machine: no connection is opened, and what is remembered is readable by its user
//! alone.

use crate::place::{has, program};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The sample workspace, copied so that edits may be made.
pub(crate) fn sample() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys"),
        &folder.path().join("journeys"),
    );
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &there);
        } else {
            fs::copy(&path, there).unwrap();
        }
    }
}

fn touchpoint(folder: &Path) -> String {
    let output = program(folder, &["export", "--format", "csv"])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines()
        .nth(1)
        .unwrap()
        .split(',')
        .next()
        .unwrap()
        .to_owned()
}

/// Every command that reads or writes, on a touchpoint of the sample.
fn commands(place: &str) -> Vec<Vec<&str>> {
    vec![
        vec!["check"],
        vec!["export", "--format", "json"],
        vec!["export", "--format", "markdown"],
        vec!["export", "--format", "html"],
        vec!["explain", place],
        vec!["coverage"],
        vec!["digest", "--format", "slack"],
        vec!["show"],
        vec!["journey"],
        vec!["agenda"],
        vec!["playbook"],
        vec!["scorecard"],
        vec!["listen"],
        vec!["act"],
        vec!["flag", place, "the door sticks"],
        vec!["assign", place, "somebody"],
        vec!["log"],
        vec!["undo"],
    ]
}

#[test]
fn no_command_opens_a_connection() {
    let traces = |folder: &Path| {
        let mut strace = Command::new("strace");
        let file = folder.join("trace");
        strace.args([
            "-f",
            "-e",
            "trace=network",
            "-o",
            file.to_str().unwrap(),
            "true",
        ]);
        has("strace")
            && strace
                .stdin(Stdio::null())
                .status()
                .is_ok_and(|status| status.success())
    };
    let folder = sample();
    if !traces(folder.path()) {
        println!("skipped: strace is missing or may not trace here");
        return;
    }
    for arguments in commands(&touchpoint(folder.path())) {
        let trace = folder.path().join("trace");
        let mut strace = Command::new("strace");
        strace.args(["-f", "-e", "trace=network", "-o", trace.to_str().unwrap()]);
        strace
            .arg(program(folder.path(), &[]).get_program())
            .args(&arguments);
        strace
            .current_dir(folder.path())
            .env("POTHOLE_CACHE", "off");
        let status = strace
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(status.unwrap().code().is_some());
        let calls = fs::read_to_string(&trace).unwrap();
        // Threads and pipes of the process itself may use pairs of sockets; nothing may lead out.
        for call in ["socket(", "connect(", "bind(", "sendto("] {
            assert!(!calls.contains(call), "{arguments:?}: {calls}");
        }
    }
}

#[cfg(unix)]
#[test]
fn what_is_remembered_is_readable_by_its_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "pothole.yaml",
        "sources:\n  s: {files: s.csv, speaks: complaint, columns: {text: words}}\n",
    );
    write("j.yaml", "journey: j\nstages: []\n");
    // Only files worth remembering are remembered.
    write(
        "s.csv",
        &format!("words\n{}", "no place to park\n".repeat(100_000)),
    );
    let mut export = program(folder.path(), &["export", "--format", "csv"]);
    let memory = cache.path().join("memory");
    assert!(
        export
            .env("POTHOLE_CACHE", &memory)
            .output()
            .unwrap()
            .status
            .success()
    );
    let entries: Vec<PathBuf> = fs::read_dir(&memory)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .collect();
    for path in &entries {
        let mode = fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", path.display());
    }
    assert!(!entries.is_empty());
}
