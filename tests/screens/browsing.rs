//! Keys and clicks that move about: through the journeys, over the map, between panes and views.

use crate::fixture::{self, Desk};
use pothole::tui::message::{Effect, Message};
use pothole::tui::state::{Pane, Row, Screen};
use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

fn after(keys: &str) -> String {
    Desk::read(120, 40).press(keys).chosen()
}

#[test]
fn the_board_opens_at_the_start_of_the_first_journey() {
    assert_eq!(after(""), "crossing/timetable");
}

#[test]
fn vim_keys_and_arrows_walk_the_map() {
    for (keys, chosen) in [
        ("l", "crossing/queue"),
        ("right", "crossing/queue"),
        ("l l", "crossing/cabin"),
        ("l l l", "crossing/cabin"),
        ("j", "crossing/booking"),
        ("j j j", "crossing/pay"),
        ("j l", "crossing/board"),
        ("j l h", "crossing/booking"),
        ("down right up", "crossing/queue"),
        ("G", "crossing/ashore"),
        ("G g", "crossing/timetable"),
    ] {
        assert_eq!(after(keys), chosen, "{keys}");
    }
}

#[test]
fn brackets_go_from_the_hottest_down_and_back() {
    for (keys, chosen) in [
        ("G ]", "crossing/queue"),
        ("G ] ]", "crossing/booking"),
        ("G ] ] ]", "crossing/board"),
        ("G ] ] ] ]", "crossing/timetable"),
        ("]", "crossing/queue"),
        ("G ] ] [", "crossing/queue"),
        ("G ] [", "crossing/timetable"),
    ] {
        assert_eq!(after(keys), chosen, "{keys}");
    }
}

#[test]
fn a_journey_is_entered_where_it_was_left() {
    let mut desk = Desk::read(120, 40);
    desk.press("l j J");
    assert_eq!(desk.chosen(), "refund/claim");
    desk.press("K");
    assert_eq!(desk.chosen(), "crossing/board");
}

#[test]
fn tab_goes_round_the_panes_and_back() {
    let mut desk = Desk::read(120, 40);
    let mut panes = Vec::new();
    for key in ["tab", "tab", "tab", "shift-tab"] {
        desk.press(key);
        panes.push(desk.state.pane);
    }
    assert_eq!(
        panes,
        [Pane::Details, Pane::Journeys, Pane::Map, Pane::Journeys]
    );
}

#[test]
fn the_list_of_journeys_is_walked_and_opened() {
    let mut desk = Desk::over(fixture::with_a_broken_file(), 120, 40);
    desk.press("shift-tab j");
    assert_eq!(desk.state.row, Some(Row::Broken(0)));
    assert_eq!(desk.chosen(), "");
    desk.press("j j");
    assert_eq!(desk.state.row, Some(Row::Broken(0)));
    desk.press("g enter");
    assert_eq!(
        (desk.state.pane, desk.chosen()),
        (Pane::Map, "crossing/timetable".into())
    );
}

#[test]
fn left_of_the_map_is_the_list_and_right_of_the_list_the_map() {
    let mut desk = Desk::read(120, 40);
    desk.press("h");
    assert_eq!(desk.state.pane, Pane::Journeys);
    desk.press("l");
    assert_eq!(desk.state.pane, Pane::Map);
}

#[test]
fn enter_opens_the_touchpoint_and_escape_leaves_it() {
    let mut desk = Desk::read(80, 24);
    desk.press("l enter");
    assert_eq!(desk.state.screen, Screen::Touchpoint);
    desk.press("j j");
    assert_eq!(desk.state.scroll, 2);
    desk.press("h");
    assert_eq!(
        (desk.chosen(), desk.state.scroll),
        ("crossing/timetable".into(), 0)
    );
    desk.press("esc");
    assert_eq!(desk.state.screen, Screen::Board);
}

#[test]
fn details_scroll_to_their_end_and_no_further() {
    let mut desk = Desk::read(80, 24);
    desk.press("l enter G");
    let end = desk.state.scroll;
    assert!(end > 300, "{end}");
    assert_eq!(desk.state.said.list.len(), 135);
    desk.press("G j j");
    let end = desk.state.scroll;
    desk.press("j k");
    assert_eq!(desk.state.scroll, end - 1);
    assert!(desk.screen().contains("survey.csv"));
}

#[test]
fn the_problems_are_shown_and_left_by_the_same_key() {
    let mut desk = Desk::over(fixture::with_a_broken_file(), 80, 24);
    desk.press("P");
    assert_eq!(desk.state.screen, Screen::Problems);
    assert!(desk.screen().contains("3-broken.yaml"));
    desk.press("P");
    assert_eq!(desk.state.screen, Screen::Board);
}

#[test]
fn a_command_that_can_do_nothing_says_why() {
    let mut desk = Desk::read(80, 24);
    desk.press("u");
    assert!(desk.screen().contains("nothing was changed yet"));
    desk.press("n");
    assert!(desk.screen().contains("there is no filter"));
    desk.press("j");
    assert!(!desk.screen().contains("there is no filter"));
}

#[test]
fn zoom_goes_in_and_out_and_stops_at_the_ends() {
    use pothole::tui::view::map::Zoom;
    let mut desk = Desk::read(80, 24);
    desk.press("- - -");
    assert_eq!(desk.state.zoom, Some(Zoom::Overview));
    desk.press("+ + + +");
    assert_eq!(desk.state.zoom, Some(Zoom::Cards));
}

#[test]
fn q_and_ctrl_c_leave_and_y_copies_the_address() {
    let mut desk = Desk::read(80, 24);
    desk.press("y q o ctrl-c");
    let address = Effect::Copy("crossing/timetable".into());
    assert_eq!(desk.effects(), [address, Effect::Quit, Effect::Quit]);
}

fn mouse(kind: MouseEventKind, (column, row): (u16, u16)) -> Message {
    Message::Mouse(MouseEvent {
        kind,
        column,
        row,
        modifiers: KeyModifiers::NONE,
    })
}

fn click(at: (u16, u16)) -> Message {
    mouse(MouseEventKind::Down(MouseButton::Left), at)
}

/// Where a text stands on the screen.
fn find(desk: &Desk, text: &str) -> (u16, u16) {
    let screen = desk.screen();
    let (row, line) = screen
        .lines()
        .enumerate()
        .find(|(_, line)| line.contains(text))
        .unwrap();
    let before = &line[..line.find(text).unwrap()];
    (pothole::tui::text::width(before) as u16, row as u16)
}

#[test]
fn a_click_chooses_a_journey_or_a_card_and_a_second_one_opens_it() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let mut desk = Desk::read(width, height);
        let at = find(&desk, "Get a");
        desk.tell(click(at));
        assert_eq!(desk.chosen(), "refund/claim", "{width}x{height}");
        let at = find(&desk, "Wait for");
        desk.tell(click(at));
        assert_eq!(
            (desk.chosen(), desk.state.pane),
            ("refund/wait".into(), Pane::Map)
        );
        desk.tell(click(at));
        assert_eq!(desk.state.screen, Screen::Touchpoint);
    }
}

#[test]
fn the_wheel_scrolls_the_details_and_turns_the_list() {
    let mut desk = Desk::read(120, 40);
    desk.press("l");
    let at = find(&desk, "verbatims");
    desk.tell(mouse(MouseEventKind::ScrollDown, at));
    assert_eq!(desk.state.scroll, 3);
    desk.tell(mouse(MouseEventKind::ScrollUp, at));
    assert_eq!(desk.state.scroll, 0);
    let at = find(&desk, "Get a");
    desk.tell(mouse(MouseEventKind::ScrollDown, at));
    assert_eq!(desk.chosen(), "refund/claim");
}
