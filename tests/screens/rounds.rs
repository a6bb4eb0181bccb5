//! The views of a team's own practice: listening, teams and voices.

use crate::fixture::Desk;
use insta::assert_snapshot;
use pothole::tui::state::Screen;

#[test]
fn listening_at_80_by_24() {
    assert_snapshot!(Desk::read(80, 24).press("L").screen(), @"");
}

#[test]
fn teams_at_80_by_24() {
    assert_snapshot!(Desk::read(80, 24).press("T j").screen(), @"");
}

#[test]
fn what_a_team_owns_at_120_by_40() {
    assert_snapshot!(Desk::read(120, 40).press("T enter").screen(), @"");
}

#[test]
fn voices_at_80_by_24() {
    assert_snapshot!(Desk::read(80, 24).press("D j").screen(), @"");
}

#[test]
fn enter_opens_what_a_team_owns_and_then_the_touchpoint_and_escape_goes_back() {
    let mut desk = Desk::read(80, 24);
    desk.press("T enter");
    assert!(
        desk.screen().contains("What Harbour operations owns"),
        "{}",
        desk.screen()
    );
    desk.press("esc");
    assert!(desk.screen().contains("Teams"), "{}", desk.screen());
    desk.press("enter enter");
    assert_eq!(desk.state.screen, Screen::Touchpoint);
    assert_eq!(desk.chosen(), "crossing/board");
    desk.press("esc D G enter");
    assert_eq!(desk.state.screen, Screen::Touchpoint);
    assert_eq!(desk.chosen(), "refund/wait");
}

#[test]
fn the_views_hold_at_every_size() {
    for (width, height) in [(1, 1), (9, 3), (40, 6), (80, 10), (300, 80)] {
        for key in ["L", "T", "D", "T enter", "L G", "D pagedown"] {
            let mut desk = Desk::read(width, height);
            desk.press(key);
            assert_eq!(
                desk.screen().lines().count(),
                usize::from(height),
                "{key} {width}x{height}"
            );
        }
    }
}
