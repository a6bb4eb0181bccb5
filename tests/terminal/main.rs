//! The real program in a pseudo-terminal: a whole session, and the terminal given back however it ends.
#![allow(
    clippy::unwrap_used,
    clippy::format_push_string,
    clippy::print_stdout,
    reason = "a terminal that cannot be had must fail its test"
)]

#[path = "../trust/attacks.rs"]
mod attacks;
mod broken;
#[expect(dead_code, reason = "the tests of trust throw more of them")]
#[path = "../trust/dice.rs"]
mod dice;
mod ferry;
mod inbox;
mod robot;
mod session;
#[cfg(unix)]
mod steering;
mod strangers;
mod views;

use session::Session;
use std::fs;
use std::path::Path;

const CHARTER: &str = "\
title: Ferry Line
sources:
  survey:
    files: feedback/survey.csv
    columns: {id: row, at: day, text: words, score: score, touchpoint: about}
    scale: csat-5
teams:
  harbour: Harbour operations
  web: Web shop
friction: {high: 25, least-rows: 5}
";

const CROSSING: &str = "\
# Kept by hand, comments and all
journey: crossing
title: Cross with the car
stages:
  - stage: plan
    touchpoints:
      - {touchpoint: booking, title: Book the crossing, owner: web}
  - stage: harbour
    touchpoints:
      - touchpoint: queue
        title: Queue for the ramp
        channel: harbour   # no owner yet
      - {touchpoint: board, title: Drive aboard, owner: harbour}
";

fn workspace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("journeys");
    fs::create_dir_all(inside.join("feedback")).unwrap();
    fs::write(inside.join("pothole.yaml"), CHARTER).unwrap();
    fs::write(inside.join("crossing.yaml"), CROSSING).unwrap();
    let mut rows = String::from("row,day,score,about,words\n");
    for row in 1..=40 {
        let (score, about) = if row % 2 == 0 {
            (1, "queue")
        } else {
            (5, "booking")
        };
        let day = row % 28 + 1;
        let line = format!("{row},2025-03-{day:02},{score},{about},Words of row {row}\n");
        rows.push_str(&line);
    }
    fs::write(inside.join("feedback/survey.csv"), rows).unwrap();
    folder
}

fn crossing(folder: &Path) -> String {
    fs::read_to_string(folder.join("journeys/crossing.yaml")).unwrap()
}

#[test]
fn a_session_walks_assigns_undoes_exports_and_gives_the_terminal_back() {
    let folder = workspace();
    let mut session = Session::start(folder.path(), (100, 32), &[]);
    session
        .wait_for("Ferry Line")
        .wait_for("40 rows: 40 mapped");
    session
        .type_in("l")
        .wait_for("crossing/queue")
        .wait_for("nobody");
    session.wait_for("burning").wait_for("Words of row");

    session.type_in("o").wait_for("Owner of Queue for the ramp");
    session
        .type_in("harb\r")
        .wait_for("saved: owner of crossing/queue: nobody -> harbour");
    let saved = crossing(folder.path());
    let new: Vec<&str> = saved
        .lines()
        .filter(|line| !CROSSING.contains(line))
        .collect();
    assert_eq!(new, ["        owner: harbour"]);
    assert_eq!(saved.replace("        owner: harbour\n", ""), CROSSING);
    session.wait_for("Harbour operations");

    session
        .type_in("u")
        .wait_for("undone: owner of crossing/queue: harbour -> nobody");
    assert_eq!(crossing(folder.path()), CROSSING);
    session
        .type_in("\x12")
        .wait_for("redone: owner of crossing/queue");
    assert_eq!(crossing(folder.path()), saved);

    session.type_in("x").wait_for("Write the friction summary");
    session
        .type_in("\r")
        .wait_for("summary written to friction-summary.md");
    let summary = fs::read_to_string(folder.path().join("friction-summary.md")).unwrap();
    assert!(summary.contains("Queue for the ramp"), "{summary}");
    session.type_in("x").wait_for("Write the friction summary");
    session.type_in("\r").wait_for("Enter again replaces it");
    session
        .type_in("\x1b")
        .wait_without("Enter again replaces it");

    session.type_in("q");
    assert_eq!(session.end(), 0);
    session.check_given_back();
}

#[test]
fn help_filter_and_mouse_work_in_a_real_terminal() {
    let folder = workspace();
    let mut session = Session::start(folder.path(), (100, 32), &[]);
    session.wait_for("40 rows: 40 mapped");
    session.type_in("?").wait_for("Leave pothole");
    session.type_in("markdown").wait_without("Leave pothole");
    session.type_in("\x1b").wait_without("Write the friction");
    session.type_in("/aboard").wait_for("crossing/board");
    session.type_in("\r").wait_for("q quit");
    session
        .type_in("\x1b")
        .wait_without("Journeys with /aboard");
    // A click on the first line of the list of journeys gives it the keys.
    session.type_in("\x1b[<0;5;4M\x1b[<0;5;4m");
    session
        .type_in("\t")
        .type_in("g")
        .wait_for("crossing/booking");
    session.type_in("q");
    assert_eq!(session.end(), 0);
    session.check_given_back();
}

#[test]
fn the_screen_follows_the_size_of_the_terminal() {
    let folder = workspace();
    let mut session = Session::start(folder.path(), (100, 32), &[]);
    session.wait_for("40 rows: 40 mapped");
    session.type_in("g").wait_for("q quit");
    for size in [(40, 10), (1, 1), (200, 60), (80, 24)] {
        session.resize(size);
    }
    session.wait_for("Ferry Line").wait_for("q quit");
    session.type_in("q");
    assert_eq!(session.end(), 0);
    session.check_given_back();
}

#[test]
fn no_color_means_no_colour() {
    let folder = workspace();
    let coloured = |variables: &[(&str, &str)]| {
        let mut session = Session::start(folder.path(), (100, 32), variables);
        session.wait_for("40 rows: 40 mapped").type_in("q");
        assert_eq!(session.end(), 0);
        session.check_given_back();
        let text = String::from_utf8_lossy(&session.bytes()).into_owned();
        // A colour from the terminal's sixteen is set as 38;5;n or as one of 30 to 37.
        text.contains("\x1b[38;5;") || (30..38).any(|n| text.contains(&format!("\x1b[{n}m")))
    };
    assert!(coloured(&[]));
    assert!(!coloured(&[("NO_COLOR", "1")]));
}

#[cfg(unix)]
#[test]
fn a_signal_ends_the_program_and_gives_the_terminal_back() {
    for (name, code) in [("TERM", 143), ("INT", 130), ("HUP", 129)] {
        let folder = workspace();
        let mut session = Session::start(folder.path(), (80, 24), &[]);
        session.wait_for("40 rows: 40 mapped");
        session.signal(name);
        assert_eq!(session.end(), code, "{name}");
        session.check_given_back();
    }
}

/// Also where the signal that says so is ignored, as under `nohup`: a program that reads a terminal that is
/// gone must not go on trying.
#[cfg(unix)]
#[test]
fn a_terminal_that_goes_away_ends_the_program() {
    let deaf = ["sh", "-c", "trap '' HUP; exec \"$@\"", "sh"];
    for runner in [&[][..], &deaf] {
        let folder = workspace();
        let mut session = Session::under(runner, folder.path(), (80, 24), &[], &[]);
        session.wait_for("40 rows: 40 mapped");
        session.hang_up();
        session.end();
    }
}

#[cfg(unix)]
#[test]
fn ctrl_z_gives_the_terminal_back_and_going_on_takes_it_again() {
    let folder = workspace();
    let mut session = Session::start(folder.path(), (80, 24), &[]);
    session.wait_for("40 rows: 40 mapped").type_in("\x1a");
    session.check_given_back();
    session.go_on("Cross with the car").type_in("q");
    assert_eq!(session.end(), 0);
    session.check_given_back();
}

/// What the shell's own stop, or `kill -TSTP` from elsewhere, does: no key is pressed.
#[cfg(unix)]
#[test]
fn a_stop_signal_gives_the_terminal_back_and_going_on_takes_it_again() {
    let folder = workspace();
    let mut session = Session::start(folder.path(), (80, 24), &[]);
    session.wait_for("40 rows: 40 mapped");
    for _ in 0..2 {
        session.signal("TSTP");
        session.check_given_back();
        session.go_on("Cross with the car");
    }
    session.type_in("q");
    assert_eq!(session.end(), 0);
    session.check_given_back();
}

#[cfg(unix)]
#[test]
fn an_editor_that_breaks_leaves_the_terminal_as_it_was() {
    let folder = workspace();
    let breaks = "sh -c 'stty raw -echo; printf \"\\033[?1000h\\033[?25l\"; kill -9 $$'";
    let mut session = Session::start(folder.path(), (120, 32), &[("VISUAL", breaks)]);
    session.wait_for("40 rows: 40 mapped");
    session.type_in("e").wait_for("ended with");
    session.type_in("l").wait_for("crossing/queue").type_in("q");
    assert_eq!(session.end(), 0);
    session.check_given_back();
}

/// The board itself; commands are traced in the tests of trust.
#[test]
fn the_board_opens_no_connection() {
    let folder = workspace();
    let trace = folder.path().join("trace");
    let file = trace.to_str().unwrap();
    let strace = ["strace", "-f", "-e", "trace=network", "-o", file];
    let works = std::process::Command::new(strace[0])
        .args(&strace[1..])
        .arg("true")
        .output();
    if !works.is_ok_and(|output| output.status.success()) {
        println!("skipped: strace is missing or may not trace here");
        return;
    }
    let mut session = Session::under(&strace, folder.path(), (100, 32), &[("TMUX", "")], &[]);
    session.wait_for("40 rows: 40 mapped");
    session.type_in("l").wait_for("crossing/queue");
    session.type_in("o").wait_for("Owner of");
    session.type_in("harb\r").wait_for("saved: ");
    session.type_in("y").wait_for("copied ").type_in("q");
    assert_eq!(session.end(), 0);
    let calls = fs::read_to_string(&trace).unwrap();
    // Pairs of sockets of the process itself wake its threads; nothing may lead out.
    for call in ["socket(", "connect(", "bind(", "sa_family"] {
        assert!(!calls.contains(call), "{calls}");
    }
}
