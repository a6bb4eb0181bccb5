//! The views of the real program: the columns, earlier weeks, the empty chair, history from git, and looks.

use crate::ferry::{leave, open_wide};
use crate::session::Session;
use crate::{CROSSING, crossing, workspace};
use std::fs;
use std::process::Command;

/// The ferry line with a fix that is planned where cars queue.
fn planned() -> tempfile::TempDir {
    let folder = workspace();
    let action = "        owner: harbour\n        actions:\n          - {action: signs, title: Better signs, owner: harbour, status: planned, opened: 2025-03-03}\n";
    let channel = "        channel: harbour   # no owner yet\n";
    let text = CROSSING.replace(channel, &format!("{channel}{action}"));
    fs::write(folder.path().join("journeys/crossing.yaml"), text).unwrap();
    folder
}

#[test]
fn a_card_is_moved_by_a_key_and_taken_back_by_the_mouse() {
    let folder = planned();
    let before = crossing(folder.path());
    let mut session = open_wide(folder.path(), &[], &[]);
    session.type_in("b").wait_for("Fixing 0");
    session
        .type_in(">")
        .wait_for("status planned -> fixing, in crossing.yaml:")
        .wait_for("Fixing 1");
    let fixing = before.replace("status: planned", "status: fixing");
    assert_eq!(crossing(folder.path()), fixing);
    // The card stands in the third column now; it is dragged into the second one and let go.
    let (column, row) = session.find("Queue for the r");
    let (column, row) = (column + 1, row + 1);
    let to = column - 19;
    session.type_in(&format!(
        "\x1b[<0;{column};{row}M\x1b[<32;{to};{row}M\x1b[<0;{to};{row}m"
    ));
    session
        .wait_for("status fixing -> planned, in crossing.yaml:")
        .wait_for("Owned 1");
    assert_eq!(crossing(folder.path()), before);
    session.type_in("\r").wait_for("1 Overview");
    session.type_in("\x1b").wait_for("Owned 1");
    leave(session);
}

#[test]
fn what_is_moved_on_a_day_that_was_given_carries_that_day() {
    for arguments in [
        &["--today", "2025-04-02"][..],
        &["present", "--today", "2025-04-02"],
    ] {
        let folder = planned();
        let mut session = Session::with(folder.path(), (120, 32), &[], arguments);
        if arguments.contains(&"present") {
            session.wait_for("1 of ");
            session.type_in("\x1b").wait_for("Journeys: friction");
        }
        session.wait_for("crossing/queue");
        session.type_in("b").wait_for("Fixing 0");
        session.type_in(">").wait_for("Fixing 1");
        session.type_in(">").wait_for("Shipped 1");
        let saved = crossing(folder.path());
        assert!(saved.contains("shipped: 2025-04-02"), "{saved}");
        leave(session);
    }
}

#[test]
fn earlier_weeks_play_up_to_the_last() {
    let folder = workspace();
    let mut session = open_wide(folder.path(), &[], &[]);
    session.type_in(",,,").wait_for("as of 2025-W10");
    session.type_in("t").wait_for("as of 2025-W13");
    session.type_in("T").wait_without("as of");
    leave(session);
}

#[test]
fn a_meeting_begins_with_words_and_goes_on_to_the_board() {
    let folder = workspace();
    let mut session = Session::with(folder.path(), (100, 32), &[], &["present"]);
    session.wait_for("Words of row").wait_for("1 of ");
    session.type_in("l").wait_for("2 of ");
    session.type_in("h").wait_for("1 of ");
    session.type_in("o").wait_for("Owner of Queue for the ramp");
    session.type_in("\x1b").wait_without("Owner of");
    session.type_in("\x1b").wait_for("Journeys: friction");
    leave(session);
}

#[test]
fn the_history_of_an_owner_comes_from_git() {
    let folder = planned();
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=Mina", "-c", "user.email=mina@example.org"]);
        let ran = git.args(arguments).current_dir(folder.path()).output();
        ran.is_ok_and(|output| output.status.success())
    };
    if !(git(&["init", "-q"]) && git(&["add", "."]) && git(&["commit", "-qm", "The map"])) {
        println!("skipped: git is missing");
        return;
    }
    let mut session = open_wide(folder.path(), &[], &[]);
    session
        .type_in("\r7")
        .wait_for("Harbour operations from the beginning");
    session.wait_for("Mina, The map");
    leave(session);
}

#[test]
fn a_dumb_terminal_gets_neither_colours_nor_more_than_ascii() {
    let folder = workspace();
    let session = open_wide(folder.path(), &[("TERM", "dumb")], &[]);
    let bytes = session.bytes();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert!(text.is_ascii(), "{text}");
    assert!(!text.contains("\x1b[38;"), "no colour is asked for");
    leave(session);
}

#[test]
fn true_colours_come_where_the_terminal_says_it_has_them() {
    let folder = workspace();
    let colours = |variables: &[(&str, &str)]| {
        let session = open_wide(folder.path(), variables, &[]);
        let bytes = session.bytes();
        leave(session);
        String::from_utf8_lossy(&bytes).contains("\x1b[38;2;")
    };
    assert!(colours(&[("COLORTERM", "truecolor")]));
    assert!(!colours(&[("COLORTERM", "")]));
    let both = [("COLORTERM", "truecolor"), ("POTHOLE_PALETTE", "16")];
    assert!(!colours(&both));
}

#[test]
fn what_stands_on_the_screen_is_what_show_says() {
    let folder = workspace();
    let mut session = open_wide(folder.path(), &[], &[]);
    session.type_in("\r").wait_for("CSAT");
    let screen = session.screen();
    leave(session);
    let mut show = Command::new(env!("CARGO_BIN_EXE_pothole"));
    show.args(["show", "crossing/queue"])
        .current_dir(folder.path());
    show.env("POTHOLE_CONFIG", "off").env("LC_ALL", "C.UTF-8");
    let said = String::from_utf8(show.output().unwrap().stdout).unwrap();
    for label in ["friction", "complain", "CSAT", "pain"] {
        let line = |text: &str| {
            let mut lines = text.lines().map(|line| line.trim_start_matches('│').trim());
            let line = lines.find(|line| line.starts_with(label))?;
            // Beside it stand customers' words.
            let end = line
                .find("    ▼")
                .or(line.find("    ▲"))
                .or(line.find("  │"));
            let line = &line[..end.unwrap_or(line.len())];
            Some(line.split("      ").next()?.trim().to_owned())
        };
        let (drawn, spoken) = (line(&screen), line(&said));
        assert!(
            drawn.is_some() && drawn == spoken,
            "{drawn:?} {spoken:?}\n{screen}\n{said}"
        );
    }
}
