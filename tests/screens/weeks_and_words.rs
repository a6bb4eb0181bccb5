//! Earlier weeks of the board, and the empty chair: what keys and ticks do to them.

use crate::fixture::{self, Desk};
use pothole::journey::TouchpointIndex;
use pothole::tui::message::{Effect, Message};
use pothole::tui::state::{Mode, Screen};

/// The one effect that came out.
fn only(desk: &mut Desk) -> Effect {
    let mut effects = desk.effects();
    assert_eq!(effects.len(), 1, "{effects:?}");
    effects.remove(0)
}

/// The line of the screen that holds a text.
fn line_with(desk: &Desk, text: &str) -> String {
    let screen = desk.screen();
    let found = screen.lines().find(|line| line.contains(text));
    found
        .unwrap_or_else(|| panic!("no {text} in\n{screen}"))
        .to_owned()
}

#[test]
fn a_week_back_shows_the_board_as_it_was() {
    let mut desk = Desk::read(120, 40);
    let whole = desk.state.board.totals.counts.complaints;
    desk.press(", , , , , ,");
    let then = desk.state.board.totals.counts.complaints;
    assert!(then < whole, "{then} of {whole}");
    assert!(line_with(&desk, "‖ as of 2025-W21").contains("2025-W10"));
    desk.press("esc");
    assert_eq!(desk.state.board.totals.counts.complaints, whole);
    assert!(desk.state.vantage.travel.is_none());
}

#[test]
fn playing_goes_on_with_every_tick_and_ends_with_the_last_week() {
    let mut desk = Desk::read(120, 40);
    desk.press("t");
    let Effect::Wait(tick) = only(&mut desk) else {
        panic!("a wait begins");
    };
    assert!(desk.screen().contains("as of 2025-W10"));
    desk.tell(Message::Tick(tick + 1));
    assert_eq!(desk.effects(), []);
    let mut ticks = 0;
    loop {
        desk.tell(Message::Tick(tick));
        ticks += 1;
        if desk.effects().is_empty() {
            break;
        }
    }
    assert_eq!(ticks, 17);
    assert!(desk.screen().contains("as of 2025-W27"));
    desk.tell(Message::Tick(tick));
    assert_eq!(desk.effects(), []);
}

#[test]
fn a_pause_lets_no_tick_through() {
    let mut desk = Desk::read(120, 40);
    desk.press("t");
    let Effect::Wait(tick) = only(&mut desk) else {
        panic!("a wait begins");
    };
    desk.press("t");
    desk.tell(Message::Tick(tick));
    assert_eq!(desk.effects(), []);
    assert!(desk.screen().contains("as of 2025-W10"));
    desk.press("T");
    assert!(!desk.screen().contains("as of"));
}

/// The chair with its words read.
fn seated(width: u16, height: u16) -> Desk {
    let mut desk = Desk::read(width, height);
    desk.press("c");
    let Effect::ReadChair { scan, places } = only(&mut desk) else {
        panic!("words are asked for");
    };
    let said = places.iter().map(|place| {
        let touchpoint = TouchpointIndex::new(place.touchpoint as usize);
        (touchpoint, desk.verbatim(place))
    });
    let list = said.collect();
    desk.tell(Message::ChairRead { scan, list });
    desk
}

#[test]
fn the_chair_begins_where_it_hurts_most_and_goes_on() {
    let mut desk = seated(80, 24);
    assert_eq!(desk.chosen(), "crossing/queue");
    assert!(desk.screen().contains("nobody answers for it"));
    desk.press("right");
    assert_eq!(desk.chosen(), "crossing/booking");
    desk.press("left left");
    let of = desk.state.vantage.chair.seats.len();
    assert!(line_with(&desk, " of ").contains(&format!("{of} of {of}")));
    desk.press("right");
    assert_eq!(desk.chosen(), "crossing/queue");
    desk.press("esc");
    assert_eq!(desk.state.screen, Screen::Board);
}

#[test]
fn an_owner_is_put_on_it_from_the_chair() {
    let mut desk = seated(80, 24);
    desk.press("o");
    assert!(
        matches!(desk.state.mode, Mode::Owner(_)),
        "the choice of an owner"
    );
    desk.press("esc c");
    assert_eq!(desk.state.screen, Screen::Board);
}

#[test]
fn the_chair_waits_for_the_scan() {
    let mut desk = Desk::opened(fixture::workspace(), 80, 24);
    desk.press("c");
    assert_eq!(desk.effects(), []);
    assert!(desk.screen().contains("about to speak"));
    let overlay = Box::new(fixture::overlay(&desk.state.workspace));
    desk.tell(Message::Scanned { scan: 0, overlay });
    assert!(matches!(desk.effects()[..], [Effect::ReadChair { .. }]));
}
