//! The main screens as they look.

use crate::fixture::{self, Desk};
use insta::assert_snapshot;
use pothole::tui::theme::{Charset, Palette, Theme};

#[test]
fn the_board_at_80_by_24() {
    assert_snapshot!(Desk::read(80, 24).press("l").screen(), @"");
}

#[test]
fn the_board_at_120_by_40() {
    assert_snapshot!(Desk::read(120, 40).press("l").screen(), @"");
}

#[test]
fn the_touchpoint_at_80_by_24() {
    assert_snapshot!(Desk::read(80, 24).press("l enter").screen(), @"");
}

#[test]
fn the_choice_of_an_owner() {
    assert_snapshot!(Desk::read(80, 24).press("l o").write("m").screen(), @"");
}

#[test]
fn a_workspace_without_journeys() {
    assert_snapshot!(Desk::over(fixture::empty(), 80, 24).screen(), @"");
}

#[test]
fn a_broken_file_and_its_problem() {
    let mut desk = Desk::over(fixture::with_a_broken_file(), 80, 24);
    desk.press("tab tab j");
    assert_snapshot!(desk.screen(), @"");
    assert_snapshot!(desk.press("P").screen(), @"");
}

#[test]
fn the_board_without_colour_and_in_ascii() {
    let mut desk = Desk::read(80, 24);
    desk.state.theme = Theme {
        palette: Palette::Plain,
        charset: Charset::Ascii,
    };
    desk.press("l");
    assert_snapshot!(desk.screen(), @"");
}

#[test]
fn the_first_frame_before_any_feedback_is_read() {
    assert_snapshot!(Desk::opened(fixture::workspace(), 80, 24).screen(), @"");
}
