//! A fix that came back on the columns: what its card says, and what opening it again writes, under a lens too.

use crate::columns::{day, line_with, only};
use crate::fixture::{self, Desk};
use pothole::board::Lens;
use pothole::feedback::{Entry, Overlay};
use pothole::journey::{ActionEdit, ActionField, Edit};
use pothole::measures::Verdict;
use pothole::tui::message::{Effect, Message};
use pothole::workspace::Workspace;
use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// What else is said about booking: the day, the segment, the score less one, how many say it.
type More = (&'static str, u16, u16, u64);

/// Four hundred complaints in one week of June.
const FAR_MORE_COMPLAINTS: &[More] = &[("2025-06-16", 0, 0, 400)];

/// Families complain since the fix, all others did before it.
const WORSE_FOR_FAMILIES: &[More] = &[
    ("2025-04-07", 0, 0, 4_000),
    ("2025-06-16", 0, 4, 4_000),
    ("2025-06-16", 1, 0, 400),
];

/// Families complained before the fix, all others do since.
const BETTER_FOR_FAMILIES: &[More] = &[
    ("2025-04-07", 1, 0, 400),
    ("2025-04-07", 0, 4, 4_000),
    ("2025-06-16", 1, 4, 400),
    ("2025-06-16", 0, 0, 4_000),
];

/// The feedback, and more of it.
fn with_more(workspace: &Workspace, more: &[More]) -> Overlay {
    let mut overlay = fixture::overlay(workspace);
    let booking = workspace
        .journeys
        .find(&"crossing/booking".parse().unwrap());
    let booking = booking.unwrap().index() as u32;
    let mut entries: Vec<Entry> = (workspace.journeys.touchpoints())
        .flat_map(|(index, _)| overlay.tally.of(index).collect::<Vec<_>>())
        .collect();
    entries.extend(more.iter().map(|&(on, segment, reading, count)| Entry {
        touchpoint: booking,
        day: day(on).0,
        source: 0,
        segment,
        reading,
        count,
    }));
    let touchpoints = workspace.journeys.touchpoint_count();
    overlay.tally = std::mem::take(&mut overlay.tally).with_entries(touchpoints, &entries);
    overlay
}

/// The board over a fix that was shipped, and more feedback about it.
fn since_the_fix(more: &[More], width: u16, height: u16) -> Desk {
    let mut desk = Desk::over(fixture::with_a_relapse(), width, height);
    let overlay = Box::new(with_more(&desk.state.workspace, more));
    desk.tell(Message::Scanned { scan: 0, overlay });
    desk.state.vantage.today = Some(day("2025-06-30"));
    desk
}

/// The columns with the card that came back chosen.
fn relapsed(width: u16, height: u16) -> Desk {
    let mut desk = since_the_fix(FAR_MORE_COMPLAINTS, width, height);
    desk.press("b");
    while desk.chosen() != "crossing/booking" {
        desk.press("l");
    }
    desk
}

/// The status and the reason that an edit puts into the file.
fn reopened(edit: &Edit) -> (Option<String>, String) {
    let Edit::Action {
        edit: ActionEdit::Change { changes, .. },
        ..
    } = edit
    else {
        panic!("{edit:?}");
    };
    let to = |field| {
        let mut changes = changes.iter();
        changes
            .find(|change| change.field == field)
            .and_then(|change| change.to.clone())
    };
    assert!(
        changes
            .iter()
            .any(|change| change.field == ActionField::Shipped && change.to.is_none())
    );
    (to(ActionField::Status), to(ActionField::CameBack).unwrap())
}

#[test]
fn a_fix_that_came_back_is_being_fixed_and_its_card_says_why() {
    let desk = relapsed(120, 40);
    let screen = desk.screen();
    assert!(
        screen.contains("Fixing 1") && screen.contains("Proven 0"),
        "{screen}"
    );
    assert!(screen.contains("↺ came back: "), "{screen}");
    assert!(line_with(&desk, "↺ came back").contains("came back"));
    assert!(screen.contains("A open again"), "{screen}");
    let mut narrow = relapsed(80, 24);
    assert!(
        narrow.screen().contains("↺ came back"),
        "{}",
        narrow.screen()
    );
    narrow.state.theme.charset = pothole::tui::theme::Charset::Ascii;
    assert!(
        narrow.screen().contains("< came back"),
        "{}",
        narrow.screen()
    );
}

#[test]
fn a_key_or_a_move_writes_that_a_fix_came_back_with_the_reason() {
    for (key, status) in [("A", "fixing"), ("<", "planned")] {
        let mut desk = relapsed(120, 40);
        desk.press(key);
        let Effect::Save(edit) = only(&mut desk) else {
            panic!("an action is saved");
        };
        let (to, reason) = reopened(&edit);
        assert_eq!(to.as_deref(), Some(status));
        assert!(reason.starts_with("complaints are "), "{reason}");
        let place = "1-crossing.yaml:14".into();
        desk.tell(Message::Saved { edit, place });
        // It says so from the file now, and there is nothing left to open again.
        assert!(desk.screen().contains("↺ came back: "), "{}", desk.screen());
        desk.effects();
        desk.press("A");
        assert_eq!(desk.effects(), []);
        assert!(desk.screen().contains("do not say that it came back"));
    }
}

/// Opens the chosen card again, and takes the reason that comes into the file.
fn reason_of(desk: &mut Desk) -> String {
    desk.effects();
    desk.press("A");
    let Effect::Save(edit) = only(desk) else {
        panic!("an action is saved");
    };
    reopened(&edit).1
}

/// Why the board's lens says that a fix came back; `None` where it does not.
fn seen(desk: &Desk) -> Option<String> {
    let state = &desk.state;
    let cards = (state.board).cards(&state.workspace.journeys, &state.overlay);
    cards
        .iter()
        .find_map(|card| Some(card.came_back()?.reason()))
}

/// Looks through a lens, with the card of booking chosen.
fn through(desk: &mut Desk, lens: Lens) {
    desk.state.board.lens = lens;
    desk.state.rebuild();
    desk.press("b b g");
    for key in ["j", "j", "l"].iter().cycle().take(18) {
        if desk.chosen() != "crossing/booking" {
            desk.press(key);
        }
    }
    assert_eq!(desk.chosen(), "crossing/booking");
}

#[test]
fn the_reason_is_that_of_all_feedback_whatever_the_lens_shows() {
    let whole = reason_of(&mut relapsed(120, 40));
    let mut desk = relapsed(120, 40);
    through(
        &mut desk,
        Lens {
            since: Some(day("2025-04-14")),
            ..Lens::default()
        },
    );
    assert_ne!(seen(&desk).unwrap(), whole);
    assert_eq!(reason_of(&mut desk), whole);
}

#[test]
fn a_reason_that_only_the_lens_shows_names_the_lens() {
    let mut desk = since_the_fix(WORSE_FOR_FAMILIES, 120, 40);
    desk.press("b");
    let family = Lens {
        segments: vec!["family".into()],
        ..Lens::default()
    };
    assert_eq!(seen(&desk), None);
    through(&mut desk, family);
    let narrow = seen(&desk).unwrap();
    assert_eq!(reason_of(&mut desk), format!("{narrow} (family)"));
}

#[test]
fn what_only_the_lens_proves_is_not_proven() {
    let mut desk = Desk::over(fixture::with_actions(), 120, 40);
    let overlay = Box::new(with_more(&desk.state.workspace, BETTER_FOR_FAMILIES));
    desk.tell(Message::Scanned { scan: 0, overlay });
    desk.state.vantage.today = Some(day("2025-06-30"));
    let family = Lens {
        segments: vec!["family".into()],
        ..Lens::default()
    };
    desk.press("b");
    through(&mut desk, family);
    let state = &desk.state;
    let cards = (state.board).cards(&state.workspace.journeys, &state.overlay);
    let booking = cards.iter().find_map(|card| card.fix.as_ref());
    assert_eq!(booking.unwrap().verdict(), Verdict::Better);
    desk.effects();
    desk.press(">");
    assert_eq!(desk.effects(), []);
    assert!(
        desk.screen().contains("by all feedback it came back: "),
        "{}",
        desk.screen()
    );
}

#[test]
fn a_fix_that_came_back_is_dragged_to_owned_with_the_mouse_and_planned_again() {
    let mut desk = relapsed(120, 40);
    desk.effects();
    let place = |desk: &Desk, text: &str| {
        let screen = desk.screen();
        let mut lines = screen.lines().enumerate();
        let found = lines.find_map(|(row, line)| {
            let before = line.split_once(text)?.0;
            Some((before.chars().count() as u16, row as u16))
        });
        found.unwrap_or_else(|| panic!("no {text} in\n{screen}"))
    };
    let (card, owned) = (place(&desk, "↺ came back"), place(&desk, "Owned"));
    assert!(owned.0 < card.0, "owned stands to the left");
    let event = |kind, (column, row)| {
        Message::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers: KeyModifiers::NONE,
        })
    };
    let left = MouseButton::Left;
    desk.tell(event(MouseEventKind::Down(left), card));
    assert_eq!(desk.chosen(), "crossing/booking");
    let to = (owned.0, card.1);
    desk.tell(event(MouseEventKind::Drag(left), to));
    assert!(
        desk.effects()
            .iter()
            .all(|effect| !matches!(effect, Effect::Save(_)))
    );
    assert!(
        desk.screen().contains("let go to move it to owned"),
        "{}",
        desk.screen()
    );
    desk.tell(event(MouseEventKind::Up(left), to));
    let Effect::Save(edit) = only(&mut desk) else {
        panic!("an action is saved");
    };
    let (status, reason) = reopened(&edit);
    assert_eq!(status.as_deref(), Some("planned"));
    assert!(reason.starts_with("complaints are "), "{reason}");
    let place = "1-crossing.yaml:14".into();
    desk.tell(Message::Saved { edit, place });
    assert!(desk.screen().contains("Owned 1"), "{}", desk.screen());
}

#[test]
fn what_came_back_is_opened_again_before_it_is_shipped_anew() {
    let mut desk = relapsed(120, 40);
    desk.press(">");
    assert_eq!(desk.effects(), []);
    assert!(
        desk.screen().contains("open it again first"),
        "{}",
        desk.screen()
    );
}
