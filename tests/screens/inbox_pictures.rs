//! The inbox as it looks.

use crate::unmapped::Harbour;
use insta::assert_snapshot;
use pothole::tui::theme::{Charset, Palette, Theme};
use ratatui::style::{Color, Modifier};

#[test]
fn the_inbox_at_80_by_24() {
    assert_snapshot!(Harbour::read(80, 24).press("i").write("lift").desk.screen(), @"");
}

#[test]
fn the_inbox_at_120_by_40() {
    assert_snapshot!(Harbour::read(120, 40).press("i down").desk.screen(), @"");
}

#[test]
fn the_choice_of_a_touchpoint_at_80_by_24() {
    assert_snapshot!(Harbour::read(80, 24).press("i").write("lift").press("tab enter").desk.screen(), @"");
}

#[test]
fn without_colour_and_unicode_the_phrase_still_stands_out() {
    let mut harbour = Harbour::read(80, 24);
    harbour.desk.state.theme = Theme {
        palette: Palette::Plain,
        charset: Charset::Ascii,
    };
    harbour.press("i").write("lift").press("down");
    let screen = harbour.desk.draw();
    assert!(screen.content().iter().all(|cell| cell.fg == Color::Reset));
    let marked: String = screen
        .content()
        .iter()
        .filter(|cell| cell.modifier.contains(Modifier::UNDERLINED))
        .map(|cell| cell.symbol())
        .collect();
    assert_eq!(marked, "lift".repeat(2) + "LIFT" + &"lift".repeat(3));
    let beyond = harbour.desk.screen().replace('…', "");
    assert!(beyond.is_ascii(), "{beyond}");
}
