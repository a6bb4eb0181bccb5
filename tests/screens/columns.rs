//! The friction board as columns: what keys and the mouse do to its cards, and what a card says.

use crate::fixture::{self, Desk};
use pothole::feedback::Day;
use pothole::journey::{ActionEdit, ActionField, Edit, Status};
use pothole::tui::message::{Effect, Message};
use pothole::tui::state::Mode;
use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
use std::sync::Arc;

pub(crate) fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// The workspace with actions, on the last day of June.
fn with_actions(width: u16, height: u16) -> Desk {
    let mut desk = Desk::over(fixture::with_actions(), width, height);
    desk.state.vantage.today = Some(day("2025-06-30"));
    desk
}

/// The one effect that came out.
pub(crate) fn only(desk: &mut Desk) -> Effect {
    let mut effects = desk.effects();
    assert_eq!(effects.len(), 1, "{effects:?}");
    effects.remove(0)
}

/// The line of the screen that holds a text.
pub(crate) fn line_with(desk: &Desk, text: &str) -> String {
    let screen = desk.screen();
    let found = screen.lines().find(|line| line.contains(text));
    found
        .unwrap_or_else(|| panic!("no {text} in\n{screen}"))
        .to_owned()
}

#[test]
fn a_hot_touchpoint_of_nobody_is_owned_before_anything_else() {
    let mut desk = with_actions(120, 40);
    desk.press("b g >");
    assert_eq!(desk.chosen(), "crossing/queue");
    assert!(
        matches!(desk.state.mode, Mode::Owner(_)),
        "the choice of an owner"
    );
    desk.write("harbour").press("enter");
    let Effect::Save(Edit::Owner { to, .. }) = only(&mut desk) else {
        panic!("an owner is saved");
    };
    assert_eq!(to.as_deref(), Some("harbour"));
}

#[test]
fn moving_a_card_is_an_edit_of_its_action() {
    let mut desk = with_actions(120, 40);
    desk.press("b");
    while desk.chosen() != "crossing/booking" {
        desk.press("l");
    }
    desk.press("<");
    let Effect::Save(edit) = only(&mut desk) else {
        panic!("an action is saved");
    };
    let Edit::Action {
        touchpoint,
        edit: ActionEdit::Change { action, changes },
    } = &edit
    else {
        panic!("{edit:?}");
    };
    assert_eq!(
        (touchpoint.to_string().as_str(), action.as_str()),
        ("crossing/booking", "fewer-steps")
    );
    let status = changes
        .iter()
        .find(|change| change.field == ActionField::Status)
        .unwrap();
    assert_eq!(status.to.as_deref(), Some(Status::Fixing.word()));
    desk.tell(Message::Saved {
        edit,
        place: "1-crossing.yaml:14".into(),
    });
    let booking = desk
        .state
        .workspace
        .journeys
        .find(&"crossing/booking".parse().unwrap())
        .unwrap();
    let action = &desk.state.workspace.journeys.touchpoint(booking).actions[0];
    assert_eq!((action.status, action.shipped), (Status::Fixing, None));
}

#[test]
fn a_card_that_nobody_has_proven_says_so_with_a_glyph() {
    let mut desk = with_actions(120, 40);
    desk.press("b");
    assert!(desk.screen().contains("◑ unproven"), "{}", desk.screen());
    desk.state.theme.charset = pothole::tui::theme::Charset::Ascii;
    assert!(desk.screen().contains("& unproven"), "{}", desk.screen());
}

#[test]
fn cards_of_unequal_height_are_clicked_where_they_stand_and_the_chosen_one_is_in_sight() {
    let mut desk = with_actions(80, 24);
    desk.press("b");
    let row = |desk: &Desk, text: &str| {
        let screen = desk.screen();
        let row = screen.lines().position(|line| line.contains(text));
        row.unwrap_or_else(|| panic!("no {text} in\n{screen}")) as u16
    };
    let at = Position::new(62, row(&desk, "unproven") + 1);
    let event = |kind| {
        Message::Mouse(MouseEvent {
            kind,
            column: at.x,
            row: at.y,
            modifiers: KeyModifiers::NONE,
        })
    };
    let left = MouseButton::Left;
    desk.tell(event(MouseEventKind::Down(left)));
    desk.tell(event(MouseEventKind::Up(left)));
    assert_eq!(desk.chosen(), "crossing/booking");
}

#[test]
fn what_the_numbers_do_not_prove_is_not_proven() {
    let mut desk = with_actions(120, 40);
    desk.press("b");
    while desk.chosen() != "crossing/booking" {
        desk.press("l");
    }
    desk.press(">");
    assert_eq!(desk.effects(), []);
    let screen = desk.screen();
    assert!(
        screen.contains("not shown yet") || screen.contains("worse"),
        "{screen}"
    );
}

#[test]
fn nobody_is_told_before_it_is_said_why_it_hurt() {
    let mut desk = with_actions(120, 40);
    desk.press("b");
    while desk.chosen() != "crossing/board" {
        desk.press("l");
    }
    desk.press(">");
    assert_eq!(desk.effects(), []);
    assert!(desk.screen().contains("root-cause"), "{}", desk.screen());
}

#[test]
fn a_first_fix_is_opened_today_under_a_name_of_its_own() {
    let mut desk = with_actions(120, 40);
    let queue = desk
        .state
        .workspace
        .journeys
        .find(&"crossing/queue".parse().unwrap())
        .unwrap();
    Arc::make_mut(&mut desk.state.workspace)
        .journeys
        .set_owner(queue, Some("harbour".into()));
    desk.state.rebuild();
    desk.press("b g >");
    let Effect::Save(Edit::Action {
        edit: ActionEdit::Add(action),
        ..
    }) = only(&mut desk)
    else {
        panic!("an action is added");
    };
    assert_eq!(
        (action.id.as_str(), action.status),
        ("fix-queue", Status::Fixing)
    );
    assert_eq!(
        (action.owner.as_deref(), action.opened),
        (Some("harbour"), Some(day("2025-06-30")))
    );
}
