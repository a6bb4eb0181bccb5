//! Friction flagged from the board.

use crate::fixture::Desk;
use pothole::journey::Day;
use pothole::tui::message::{Effect, Message};
use pothole::tui::state::Mode;
use pothole::workspace::{Flag, Flagged};

fn flag(words: &str) -> Flag {
    Flag {
        touchpoint: "crossing/queue".parse().unwrap(),
        words: words.into(),
        by: None,
        on: Day::parse_iso("2025-03-05").unwrap(),
    }
}

/// The desk at the queue, with words typed into the prompt and taken.
fn flagged(words: &str) -> Desk {
    let mut desk = Desk::read(80, 24);
    desk.state.vantage.today = Day::parse_iso("2025-03-05");
    desk.press("l F").write(words).press("enter");
    desk
}

fn tell(desk: &mut Desk, flag: Flag, declared: bool) {
    let file = "feedback/flags.csv".to_owned();
    let result = Ok(Flagged { file, declared });
    desk.tell(Message::Flagged { flag, result });
}

#[test]
fn friction_is_flagged_at_the_chosen_touchpoint_and_read_at_once() {
    let mut desk = flagged("  no shelter in the rain ");
    let asked = flag("no shelter in the rain");
    assert_eq!(desk.effects(), [Effect::Flag(asked.clone())]);
    desk.press("enter").write("x");
    assert_eq!(desk.effects(), [], "a flag is written once");
    tell(&mut desk, asked, true);
    assert!(matches!(desk.state.mode, Mode::Browse));
    assert_eq!(desk.effects(), [Effect::Reread { scan: true }]);
    let said = "flagged crossing/queue in feedback/flags.csv";
    assert!(desk.screen().contains(said), "{}", desk.screen());
}

#[test]
fn where_no_source_reads_flags_the_yaml_to_add_is_shown() {
    let mut desk = flagged("no shelter");
    tell(&mut desk, flag("no shelter"), false);
    let screen = desk.screen();
    for part in ["No source reads it yet", "  flags:", "speaks: complaint"] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    desk.press("enter");
    assert!(matches!(desk.state.mode, Mode::Browse));
}

#[test]
fn a_flag_without_words_or_that_cannot_be_written_says_why_and_stays_open() {
    let mut desk = flagged("   ");
    assert_eq!(desk.effects(), []);
    assert!(desk.screen().contains("say what hurts, in a sentence"));
    desk.write("no shelter").press("enter");
    assert_eq!(desk.effects(), [Effect::Flag(flag("no shelter"))]);
    desk.tell(Message::Flagged {
        flag: flag("no shelter"),
        result: Err("the disk is full".into()),
    });
    assert!(desk.screen().contains("not flagged: the disk is full"));
    desk.press("enter");
    assert_eq!(desk.effects(), [Effect::Flag(flag("no shelter"))]);
}
