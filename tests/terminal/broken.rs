//! The program breaks: the terminal is given back, one sentence says where the report lies, and the exit
//! code says so too.

use crate::session::Session;
use crate::workspace;
use std::fs;
use std::process::Command;

fn report(said: &str) -> String {
    let path = said.split("please report it with ").nth(1).unwrap();
    let path: String = path.chars().take_while(|c| !c.is_whitespace()).collect();
    let text = fs::read_to_string(&path).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{path}");
    }
    text
}

/// Whether the program is a released one, which does not break on demand.
fn released() -> bool {
    let released = cfg!(not(debug_assertions)) || std::env::var_os("POTHOLE_PROGRAM").is_some();
    if released {
        println!("skipped: a released program does not break on demand");
    }
    released
}

#[test]
fn a_panic_in_any_thread_gives_the_terminal_back_and_leaves_a_report() {
    if released() {
        return;
    }
    let (folder, reports) = (workspace(), tempfile::tempdir().unwrap());
    let moment = folder.path().join("now");
    let variables = [
        ("POTHOLE_BREAK", moment.to_str().unwrap()),
        ("TMPDIR", reports.path().to_str().unwrap()),
    ];
    let mut session = Session::start(folder.path(), (200, 32), &variables);
    session.wait_for("40 rows: 40 mapped");
    fs::write(&moment, "").unwrap();
    assert_eq!(session.end(), 101);
    session.check_given_back();
    session.wait_for("pothole broke");
    let said = String::from_utf8(session.bytes()).unwrap();
    let report = report(&said);
    assert!(
        report.contains("rehearsed in a thread, at src/"),
        "{report}"
    );
    assert!(report.contains("crash::"), "a backtrace: {report}");
}

#[test]
fn a_panic_of_a_command_is_a_sentence_a_report_and_a_code() {
    if released() {
        return;
    }
    let (folder, reports) = (workspace(), tempfile::tempdir().unwrap());
    let mut command = Command::new(env!("CARGO_BIN_EXE_pothole"));
    command.arg("check").current_dir(folder.path());
    command
        .env("POTHOLE_BREAK", "now")
        .env("TMPDIR", reports.path());
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        (output.status.code(), output.stdout.as_slice()),
        (Some(101), &b""[..])
    );
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(report(&said).contains("thread: main"));
    // Where no report can be written, the words themselves are said, and steer nothing.
    command.env("TMPDIR", reports.path().join("nowhere"));
    let said = String::from_utf8(command.output().unwrap().stderr).unwrap();
    assert!(
        said.starts_with("error: pothole broke (rehearsed ␛[31mnow, at src/"),
        "{said}"
    );
}
