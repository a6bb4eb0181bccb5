//! The filter and the help: what is typed finds what is meant.

use crate::fixture::Desk;
use pothole::tui::message::{Effect, Message};
use pothole::tui::state::Mode;

#[test]
fn the_filter_goes_to_the_first_hit_as_it_is_typed() {
    let mut desk = Desk::read(120, 40);
    desk.press("/").write("drive");
    assert_eq!(desk.chosen(), "crossing/board");
    assert!(desk.screen().contains("2 touchpoints"));
    desk.press("enter n");
    assert_eq!(desk.chosen(), "crossing/ashore");
    desk.press("n");
    assert_eq!(desk.chosen(), "crossing/board");
    desk.press("N");
    assert_eq!(desk.chosen(), "crossing/ashore");
}

#[test]
fn the_filter_finds_owners_channels_ids_and_nobody() {
    for (typed, hits) in [
        ("nobody", 4),
        ("harbour operations", 2),
        ("mail", 1),
        ("ashore", 1),
    ] {
        let mut desk = Desk::read(120, 40);
        desk.press("/").write(typed);
        assert_eq!(desk.state.filter.hits.len(), hits, "{typed}");
    }
}

#[test]
fn journeys_without_a_hit_leave_the_list_until_the_filter_is_cleared() {
    let mut desk = Desk::read(120, 40);
    desk.press("/").write("mail");
    assert_eq!(desk.chosen(), "refund/wait");
    assert_eq!(desk.state.rows().len(), 1);
    desk.press("enter esc");
    assert_eq!(desk.state.rows().len(), 2);
    assert_eq!(desk.chosen(), "refund/wait");
}

#[test]
fn a_filter_that_finds_nothing_says_so_and_escape_takes_it_away() {
    let mut desk = Desk::read(120, 40);
    desk.press("/").write("zeppelin");
    assert_eq!((desk.chosen(), desk.state.rows().len()), (String::new(), 0));
    assert!(desk.screen().contains("nothing holds this text"));
    desk.press("esc");
    assert_eq!(desk.chosen(), "crossing/timetable");
}

#[test]
fn a_paste_types_its_first_line_where_something_is_typed_and_nothing_elsewhere() {
    let mut desk = Desk::read(120, 40);
    desk.tell(Message::Paste("q".into()));
    assert_eq!(desk.effects(), []);
    desk.press("/");
    desk.tell(Message::Paste(format!("ashore\n{}", "x".repeat(1_000_000))));
    assert_eq!(desk.chosen(), "crossing/ashore");
}

#[test]
fn help_finds_commands_and_enter_runs_the_chosen_one() {
    let mut desk = Desk::read(120, 40);
    desk.press("?").write("markdown");
    let screen = desk.screen();
    assert!(screen.contains("Write the friction summary"), "{screen}");
    assert!(!screen.contains("Leave pothole"), "{screen}");
    desk.press("enter");
    assert!(matches!(desk.state.mode, Mode::Export(_)));
}

#[test]
fn help_finds_a_key_and_says_why_a_command_is_disabled() {
    let mut desk = Desk::read(120, 40);
    desk.press("?").write("u");
    assert!(
        desk.screen()
            .contains("Take the last edit back (nothing was changed yet)")
    );
    desk.press("esc ? q");
    assert_eq!(desk.effects(), []);
    desk.press("esc q");
    assert_eq!(desk.effects(), [Effect::Quit]);
}
