//! Steering the real program: its editor, files that change under it, where one was, its keys and lists.

use crate::ferry::{READ, leave, open};
use crate::session::Session;
use crate::{CROSSING, crossing, workspace};
use std::fs;
use std::path::Path;

#[test]
fn the_editor_opens_at_the_line_and_what_it_wrote_is_read() {
    let folder = workspace();
    let script = folder.path().join("vim");
    fs::write(&script, "#!/bin/sh\nprintf %s \"$1\" > line.txt\nsed -i 's/Queue for the ramp/Wait for the ramp/' \"$2\"\n").unwrap();
    make_executable(&script);
    let mut session = open(folder.path(), &[("EDITOR", script.to_str().unwrap())]);
    session.type_in("le").wait_for("Wait for the ramp");
    let line = fs::read_to_string(folder.path().join("line.txt")).unwrap();
    let wanted = CROSSING
        .lines()
        .position(|line| line.contains("touchpoint: queue"));
    assert_eq!(line, format!("+{}", wanted.unwrap() + 1));
    session.type_in("j").wait_for("crossing/board");
    leave(session);
}

#[cfg(unix)]
fn make_executable(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn customers_words_open_in_the_editor_at_their_line() {
    let folder = workspace();
    let script = folder.path().join("vim");
    fs::write(
        &script,
        "#!/bin/sh\nprintf '%s %s' \"$1\" \"$2\" > line.txt\necho >> times\nprintf 'ready %s' $(wc -l < times)\nread line\n",
    )
    .unwrap();
    make_executable(&script);
    let mut session = open(folder.path(), &[("EDITOR", script.to_str().unwrap())]);
    // The words are read beside the interface.
    session.type_in("l\r4").wait_for("all words");
    session.wait_for("feedback/survey.csv:");
    // What the first one said still stands there when the second one begins.
    session.type_in("e").wait_for("ready 1");
    let line = fs::read_to_string(folder.path().join("line.txt")).unwrap();
    session.type_in("\r").wait_for(READ);
    let (line, file) = line.split_once(' ').unwrap();
    let line: usize = line.strip_prefix('+').unwrap().parse().unwrap();
    let text = fs::read_to_string(folder.path().join(file)).unwrap();
    let said = text.lines().nth(line - 1).unwrap();
    assert!(said.contains(",queue,Words of row "), "{said}");
    session.type_in("\r").wait_for("ready 2");
    session.type_in("\r").wait_for(READ);
    leave(session);
}

#[test]
fn the_config_file_chooses_the_looks() {
    let folder = workspace();
    let config = folder.path().join("config.yaml");
    fs::write(&config, "palette: mono\nascii: true\n").unwrap();
    let session = open(
        folder.path(),
        &[("POTHOLE_CONFIG", config.to_str().unwrap())],
    );
    let bytes = session.bytes();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert!(!text.contains("\x1b[38;"), "no colour is asked for");
    assert!(text.is_ascii(), "{text}");
    leave(session);
}

#[test]
fn the_first_time_the_board_goes_where_it_hurts_and_the_next_time_where_one_was() {
    let (folder, state) = (workspace(), tempfile::tempdir().unwrap());
    let variables = [("POTHOLE_STATE", state.path().to_str().unwrap())];
    let mut session = open(folder.path(), &variables);
    session.wait_for("this is where it hurts most");
    session.wait_for("crossing/queue");
    session.type_in("a").wait_for("1 journey").type_in("S");
    session.wait_for("grouped by owner");
    leave(session);
    let mut session = open(folder.path(), &variables);
    session.wait_for("grouped by owner").type_in("\x1b");
    session.wait_for("crossing/queue");
    leave(session);
}

#[test]
fn an_editor_gets_every_key_while_it_runs() {
    let folder = workspace();
    let reads = "sh -c 's=$(stty -g); stty -icanon; printf ready; dd bs=1 count=3 of=keys.txt 2>/dev/null; stty $s' x";
    let mut session = open(folder.path(), &[("VISUAL", reads)]);
    session.type_in("e").wait_for("ready").type_in("qjx");
    session.wait_for(READ);
    let keys = fs::read_to_string(folder.path().join("keys.txt")).unwrap();
    assert_eq!(keys, "qjx");
    session.type_in("l").wait_for("crossing/queue");
    leave(session);
}

#[test]
fn an_editor_that_fails_is_told_and_the_board_goes_on() {
    let folder = workspace();
    let mut session = open(folder.path(), &[("EDITOR", "no-such-editor-here")]);
    session
        .type_in("e")
        .wait_for("`no-such-editor-here` ended with");
    session.type_in("l").wait_for("crossing/queue");
    leave(session);
}

#[test]
fn a_file_changed_outside_is_picked_up_and_the_choice_stays() {
    let folder = workspace();
    let mut session = open(folder.path(), &[]);
    session.type_in("g").wait_for("crossing/booking");
    session.type_in("l").wait_for("crossing/queue");
    let file = folder.path().join("journeys/crossing.yaml");
    let renamed = CROSSING.replace("Queue for the ramp", "Line up for the ramp");
    fs::write(&file, renamed).unwrap();
    session
        .wait_for("Line up for the ramp")
        .wait_for("crossing/queue");
    leave(session);
}

#[test]
fn a_broken_save_outside_keeps_the_board_with_a_banner_until_it_is_mended() {
    let folder = workspace();
    let mut session = open(folder.path(), &[]);
    session.type_in("g").wait_for("crossing/booking");
    session.type_in("l").wait_for("crossing/queue");
    let file = folder.path().join("journeys/crossing.yaml");
    fs::write(&file, "journey: [half\n").unwrap();
    session
        .wait_for("shown is what it said before")
        .wait_for("Queue for the ramp");
    fs::write(&file, CROSSING).unwrap();
    session.wait_without("shown is what it said before");
    leave(session);
}

#[test]
fn feedback_that_grows_is_counted() {
    let folder = workspace();
    let mut session = open(folder.path(), &[]);
    session.type_in("g").wait_for("crossing/booking");
    session.type_in("l").wait_for("crossing/queue");
    let file = folder.path().join("journeys/feedback/survey.csv");
    let mut rows = fs::read_to_string(&file).unwrap();
    rows.push_str("41,2025-03-05,1,queue,One more\n");
    fs::write(&file, rows).unwrap();
    session.wait_for("41 rows: 41 mapped");
    leave(session);
}

#[test]
fn where_one_was_is_there_next_time_unless_one_asks_for_a_fresh_start() {
    let (folder, state) = (workspace(), tempfile::tempdir().unwrap());
    let variables = [("POTHOLE_STATE", state.path().to_str().unwrap())];
    let mut session = open(folder.path(), &variables);
    session
        .type_in("ljd")
        .wait_for("lens: last 4 weeks")
        .type_in("q");
    assert_eq!(session.end(), 0);
    let mut session = Session::start(folder.path(), (100, 32), &variables);
    session
        .wait_for("crossing/board")
        .wait_for("last 4 weeks")
        .type_in("q");
    assert_eq!(session.end(), 0);
    let mut session = Session::with(folder.path(), (100, 32), &variables, &["--fresh"]);
    session
        .wait_for("this is where it hurts most")
        .wait_for("crossing/queue")
        .wait_for("all feedback")
        .type_in("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn where_no_place_is_kept_the_board_opens_where_it_hurts_each_time() {
    let folder = workspace();
    for _ in 0..2 {
        let mut session = open(folder.path(), &[("POTHOLE_STATE", "off")]);
        session.wait_for("this is where it hurts most");
        session.wait_for("crossing/queue");
        session.type_in("g").wait_for("crossing/booking");
        leave(session);
    }
}

#[test]
fn after_the_meeting_the_board_stands_where_it_hurts() {
    let folder = workspace();
    let mut session = Session::with(folder.path(), (100, 32), &[], &["present"]);
    session.wait_for("Words of row").type_in("\x1b");
    session.wait_for("crossing/queue");
    leave(session);
}

#[test]
fn a_damaged_memory_is_forgotten() {
    let (folder, state) = (workspace(), tempfile::tempdir().unwrap());
    let variables = [("POTHOLE_STATE", state.path().to_str().unwrap())];
    let mut session = open(folder.path(), &variables);
    session.type_in("lq");
    assert_eq!(session.end(), 0);
    let kept = fs::read_dir(state.path()).unwrap().next().unwrap().unwrap();
    fs::write(kept.path(), "{\"root\": 7").unwrap();
    let mut session = open(folder.path(), &variables);
    session.wait_for("this is where it hurts most");
    session.type_in("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_key_of_ones_own_works_and_shows() {
    let folder = workspace();
    let config = folder.path().join("config.yaml");
    fs::write(&config, "keys:\n  assign-owner: f9\n").unwrap();
    let mut session = open(
        folder.path(),
        &[("POTHOLE_CONFIG", config.to_str().unwrap())],
    );
    session.type_in("g");
    session
        .wait_for("F9 owner")
        .type_in("\x1b[20~")
        .wait_for("Owner of Book the crossing");
    session.type_in("\x1b").wait_without("Owner of Book");
    leave(session);
}

#[test]
fn a_slip_in_the_config_file_is_told_on_opening() {
    let folder = workspace();
    let config = folder.path().join("config.yaml");
    fs::write(&config, "keys:\n  qiut: a\n").unwrap();
    let mut session = Session::start(
        folder.path(),
        (120, 32),
        &[("POTHOLE_CONFIG", config.to_str().unwrap())],
    );
    session.wait_for("config.yaml:2:3: error[unknown-command]");
    leave(session);
}

#[test]
fn palette_jump_and_lens_work_in_a_real_terminal() {
    let folder = workspace();
    let mut session = open(folder.path(), &[]);
    session.type_in("g").wait_for("crossing/booking");
    session
        .type_in(":")
        .wait_for("Commands")
        .type_in("hottest\r");
    session.wait_for("crossing/queue");
    session
        .type_in("\x06")
        .wait_for("Go to")
        .type_in("aboard\r");
    session.wait_for("crossing/board");
    session
        .type_in("L")
        .wait_for("Lens: what counts")
        .type_in("4\r");
    session.wait_for("lens: last 4 weeks").type_in("\x7f");
    session.wait_for("lens: all feedback");
    leave(session);
}

#[test]
fn a_paste_of_a_megabyte_types_one_line_and_the_board_goes_on() {
    let folder = workspace();
    let mut session = open(folder.path(), &[]);
    let paste = "x".repeat(1 << 20);
    session.type_in("/").wait_for("words, or");
    session.type_in(&format!("\x1b[200~queue\n{paste}\x1b[201~"));
    session
        .wait_for("Journeys with /queue")
        .wait_for("1 touchpoint");
    session.type_in("\x1b").wait_without("Journeys with");
    leave(session);
}

#[test]
fn a_paste_of_a_megabyte_on_the_board_presses_no_key() {
    let folder = workspace();
    let mut session = open(folder.path(), &[]);
    let paste = "q".repeat(1 << 20);
    session.type_in(&format!("\x1b[200~{paste}\x1b[201~"));
    session.type_in("l").wait_for("crossing/queue");
    leave(session);
}

#[test]
fn the_mouse_is_released_and_taken_back() {
    let folder = workspace();
    let mut session = open(folder.path(), &[]);
    session.type_in("M").wait_for("mouse off (M)");
    let released = String::from_utf8_lossy(&session.bytes()).contains("\x1b[?1000l");
    assert!(released);
    session.type_in("M").wait_without("mouse off");
    leave(session);
}

#[test]
fn an_address_is_copied_by_the_terminals_own_sequence() {
    let folder = workspace();
    let mut session = open(folder.path(), &[("TMUX", "")]);
    session.type_in("ly").wait_for("copied crossing/queue");
    // crossing/queue in base64
    let wanted = "\x1b]52;c;Y3Jvc3NpbmcvcXVldWU=\x07";
    assert!(String::from_utf8_lossy(&session.bytes()).contains(wanted));
    leave(session);
}

#[test]
fn sizes_that_change_like_a_storm_leave_the_board_whole() {
    let folder = workspace();
    let mut session = open(folder.path(), &[]);
    session.type_in("l").wait_for("crossing/queue");
    for step in 1..25_u16 {
        session.resize((1 + step * 37 % 200, 1 + step * 23 % 60));
    }
    session.resize((100, 32));
    session.wait_for("crossing/queue").wait_for("q quit");
    leave(session);
}

#[test]
fn ctrl_z_in_a_list_comes_back_to_the_list() {
    let folder = workspace();
    let mut session = open(folder.path(), &[]);
    session
        .type_in("lo")
        .wait_for("Owner of Queue")
        .type_in("\x1a");
    session.check_given_back();
    session.go_on("Owner of Queue").type_in("\x1b");
    session.wait_without("Owner of Queue");
    assert_eq!(crossing(folder.path()), CROSSING);
    leave(session);
}
