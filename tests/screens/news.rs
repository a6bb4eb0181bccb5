//! News from beside the interface: counts that fill in, scans that are stale, files that changed.

use crate::fixture::{self, Desk};
use pothole::tui::message::{Effect, Message};

#[test]
fn counts_fill_in_while_the_feedback_is_read() {
    let mut desk = Desk::opened(fixture::workspace(), 80, 24);
    assert!(desk.screen().contains("reading 0 %"));
    assert!(desk.screen().contains("nothing read yet"));
    let so_far = Some(Box::new(fixture::overlay(&desk.state.workspace)));
    desk.tell(Message::Progress {
        scan: 0,
        percent: 43,
        so_far,
    });
    assert!(desk.screen().contains("reading 43 %"));
    assert!(desk.screen().contains("468 rows"));
    let overlay = Box::new(fixture::overlay(&desk.state.workspace));
    desk.tell(Message::Scanned { scan: 0, overlay });
    assert!(!desk.screen().contains("reading"));
}

#[test]
fn a_scan_that_is_stopped_shows_what_it_had_read_by_then() {
    let mut desk = Desk::opened(fixture::workspace(), 80, 24);
    desk.press("ctrl-g");
    assert_eq!(desk.effects(), [Effect::StopScan(1)]);
    assert!(desk.screen().contains("0 % read (r)"));
    let overlay = || Box::new(fixture::overlay(&fixture::workspace()));
    let broken_off = |scan| Message::Scanned {
        scan,
        overlay: overlay(),
    };
    desk.tell(broken_off(7));
    assert!(!desk.screen().contains("468 rows"), "of another scan");
    desk.tell(broken_off(0));
    assert!(desk.screen().contains("468 rows"), "{}", desk.screen());
    assert!(desk.screen().contains("0 % read (r)"));
    // Once all is read again, what was broken off is of no account.
    desk.press("r");
    let read = Ok(Box::new(fixture::workspace()));
    desk.tell(Message::Reread { read, scan: true });
    desk.tell(broken_off(0));
    assert!(desk.screen().contains("reading"), "{}", desk.screen());
}

#[test]
fn news_of_an_older_scan_is_not_heard() {
    let mut desk = Desk::read(80, 24);
    desk.tell(Message::Progress {
        scan: 7,
        percent: 12,
        so_far: None,
    });
    assert_eq!(desk.state.progress, None);
}

#[test]
fn reading_again_keeps_the_choice_and_scans_under_a_new_number() {
    let mut desk = Desk::read(80, 24);
    desk.press("l r");
    assert_eq!(desk.effects(), [Effect::Reread { scan: true }]);
    let read = Ok(Box::new(fixture::workspace()));
    desk.tell(Message::Reread { read, scan: true });
    assert_eq!(desk.effects(), [Effect::Scan(1)]);
    assert_eq!(desk.chosen(), "crossing/queue");
    assert_eq!(desk.state.board.totals.books.read, 468);
}

#[test]
fn counts_do_not_stand_over_other_touchpoints() {
    let mut desk = Desk::read(80, 24);
    let read = Ok(Box::new(fixture::with_a_broken_file()));
    desk.tell(Message::Reread { read, scan: false });
    assert_eq!(desk.effects(), [Effect::Scan(1)]);
    assert_eq!(desk.state.board.totals.books.read, 0);
}

#[test]
fn a_workspace_that_vanished_is_told_and_the_board_stays() {
    let mut desk = Desk::read(80, 24);
    let read = Err("no workspace there".into());
    desk.tell(Message::Reread { read, scan: true });
    assert!(desk.screen().contains("no workspace there"));
    assert!(desk.screen().contains("Cross with the car"));
}

#[test]
fn a_lost_terminal_ends_the_program() {
    let mut desk = Desk::read(80, 24);
    desk.tell(Message::InputLost);
    assert_eq!(desk.effects(), [Effect::Quit]);
}

#[test]
fn an_owner_is_chosen_on_where_the_touchpoint_went_and_no_further_when_it_is_gone() {
    let mut desk = Desk::read(80, 24);
    desk.press("o");
    desk.write("har");
    let read = Ok(Box::new(fixture::with_a_broken_file()));
    desk.tell(Message::Reread { read, scan: true });
    desk.write("bour");
    assert!(desk.screen().contains("harbour"), "{}", desk.screen());
    let read = Ok(Box::new(fixture::empty()));
    desk.tell(Message::Reread { read, scan: true });
    assert!(desk.screen().contains("is not in the files any more"));
    desk.write("x");
    desk.screen();
}

#[test]
fn a_page_of_numbers_stays_open_while_files_break_and_are_mended() {
    let mut desk = Desk::read(80, 24);
    desk.press("f");
    for workspace in [
        fixture::empty(),
        fixture::workspace(),
        fixture::with_a_broken_file(),
    ] {
        let read = Ok(Box::new(workspace));
        desk.tell(Message::Reread { read, scan: true });
        desk.screen();
    }
    assert!(desk.screen().contains("Ferry Line"), "{}", desk.screen());
}
