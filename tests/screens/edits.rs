//! Owners put on touchpoints and taken away, undone and redone; the summary written.

use crate::fixture::Desk;
use pothole::journey::{Address, Edit};
use pothole::tui::message::{Effect, ExportRefusal, Message};
use pothole::tui::state::{Mode, State};
use std::path::PathBuf;

fn edit(touchpoint: &str, from: Option<&str>, to: Option<&str>) -> Edit {
    Edit::Owner {
        touchpoint: touchpoint.parse().unwrap(),
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
    }
}

fn owner<'a>(state: &'a State, touchpoint: &str) -> Option<&'a str> {
    let address: Address = touchpoint.parse().unwrap();
    let index = state.workspace.journeys.find(&address).unwrap();
    state.workspace.journeys.touchpoint(index).owner.as_deref()
}

/// Takes the only edit that came out and says it was saved.
fn saved(desk: &mut Desk) -> Edit {
    let effects = desk.effects();
    let [Effect::Save(edit)] = effects.as_slice() else {
        panic!("one edit to save, not {effects:?}");
    };
    desk.tell(Message::Saved {
        edit: edit.clone(),
        place: "1-crossing.yaml:21".into(),
    });
    assert_eq!(desk.effects(), [Effect::Reread { scan: false }]);
    edit.clone()
}

#[test]
fn an_owner_is_chosen_saved_and_shown() {
    let mut desk = Desk::read(120, 40);
    desk.press("l o down enter");
    assert_eq!(owner(&desk.state, "crossing/queue"), None);
    assert_eq!(saved(&mut desk), edit("crossing/queue", None, Some("web")));
    assert_eq!(owner(&desk.state, "crossing/queue"), Some("web"));
    assert!(matches!(desk.state.mode, Mode::Browse));
    assert_eq!(desk.state.board.journeys[0].hot_unowned, 1);
    let said = "saved: owner of crossing/queue: nobody -> web, in 1-crossing.yaml:21";
    assert!(desk.screen().contains(said), "{}", desk.screen());
}

#[test]
fn typing_finds_owners_by_id_and_by_name() {
    for (typed, to) in [
        ("min", "mina"),
        ("shop", "web"),
        ("okafor", "mina"),
        ("harb", "harbour"),
    ] {
        let mut desk = Desk::read(120, 40);
        desk.press("l o").write(typed).press("enter");
        assert_eq!(
            saved(&mut desk),
            edit("crossing/queue", None, Some(to)),
            "{typed}"
        );
    }
}

#[test]
fn whatever_is_typed_can_be_used_as_it_is_written() {
    let mut desk = Desk::read(120, 40);
    desk.press("l o").write("Night crew");
    assert!(desk.screen().contains("use “Night crew” as written"));
    desk.press("enter");
    assert_eq!(
        saved(&mut desk),
        edit("crossing/queue", None, Some("Night crew"))
    );
}

#[test]
fn an_owner_is_taken_away_as_nobody() {
    let mut desk = Desk::read(120, 40);
    desk.press("o").write("nobody").press("enter");
    assert_eq!(
        saved(&mut desk),
        edit("crossing/timetable", Some("web"), None)
    );
    assert_eq!(owner(&desk.state, "crossing/timetable"), None);
}

#[test]
fn the_present_owner_is_chosen_first_and_saving_it_again_saves_nothing() {
    let mut desk = Desk::read(120, 40);
    desk.press("o enter");
    assert_eq!(desk.effects(), []);
    assert!(matches!(desk.state.mode, Mode::Browse));
}

#[test]
fn escape_leaves_everything_as_it_was() {
    let mut desk = Desk::read(120, 40);
    desk.press("l o down esc");
    assert_eq!(desk.effects(), []);
    assert_eq!(owner(&desk.state, "crossing/queue"), None);
}

#[test]
fn a_failed_save_changes_nothing_and_can_be_tried_again() {
    let mut desk = Desk::read(120, 40);
    desk.press("l o enter");
    let wanted = edit("crossing/queue", None, Some("harbour"));
    assert_eq!(desk.effects(), [Effect::Save(wanted.clone())]);
    desk.tell(Message::NotSaved {
        edit: wanted.clone(),
        why: "1-crossing.yaml is read-only".into(),
    });
    assert_eq!(owner(&desk.state, "crossing/queue"), None);
    assert!(
        desk.screen()
            .contains("not saved: 1-crossing.yaml is read-only")
    );
    desk.press("enter");
    assert_eq!(saved(&mut desk), wanted);
    assert_eq!(owner(&desk.state, "crossing/queue"), Some("harbour"));
}

#[test]
fn edits_are_undone_and_redone_in_order() {
    let mut desk = Desk::read(120, 40);
    desk.press("l o enter");
    saved(&mut desk);
    desk.press("j o").write("web").press("enter");
    saved(&mut desk);
    desk.press("u");
    assert_eq!(
        saved(&mut desk),
        edit("crossing/board", Some("web"), Some("harbour"))
    );
    desk.press("u");
    assert_eq!(
        saved(&mut desk),
        edit("crossing/queue", Some("harbour"), None)
    );
    assert_eq!(desk.chosen(), "crossing/queue");
    desk.press("u");
    assert!(desk.screen().contains("nothing was changed yet"));
    desk.press("ctrl-r");
    assert_eq!(
        saved(&mut desk),
        edit("crossing/queue", None, Some("harbour"))
    );
    desk.press("ctrl-r");
    assert_eq!(
        saved(&mut desk),
        edit("crossing/board", Some("harbour"), Some("web"))
    );
    desk.press("ctrl-r");
    assert!(desk.screen().contains("nothing was taken back"));
}

#[test]
fn a_new_edit_forgets_what_was_taken_back() {
    let mut desk = Desk::read(120, 40);
    desk.press("l o enter");
    saved(&mut desk);
    desk.press("u");
    saved(&mut desk);
    desk.press("o down enter");
    saved(&mut desk);
    desk.press("ctrl-r");
    assert_eq!(desk.effects(), []);
    assert_eq!(owner(&desk.state, "crossing/queue"), Some("web"));
}

#[test]
fn a_failed_undo_leaves_the_edit_to_be_undone() {
    let mut desk = Desk::read(120, 40);
    desk.press("l o enter");
    saved(&mut desk);
    desk.press("u");
    let undo = edit("crossing/queue", Some("harbour"), None);
    assert_eq!(desk.effects(), [Effect::Save(undo.clone())]);
    desk.tell(Message::NotSaved {
        edit: undo.clone(),
        why: "the disk is full".into(),
    });
    assert_eq!(owner(&desk.state, "crossing/queue"), Some("harbour"));
    desk.press("u");
    assert_eq!(saved(&mut desk), undo);
}

#[test]
fn an_edit_that_could_not_be_saved_waits_to_be_tried_again_whatever_it_was() {
    let mut desk = Desk::read(120, 40);
    desk.press("l o enter");
    saved(&mut desk);
    desk.press("u");
    let undo = edit("crossing/queue", Some("harbour"), None);
    desk.effects();
    for _ in 0..2 {
        desk.tell(Message::NotSaved {
            edit: undo.clone(),
            why: "the disk is full".into(),
        });
        assert!(
            desk.screen()
                .contains("not saved: Ctrl-R tries again; the disk is full")
        );
        // It waits however much is looked at meanwhile.
        desk.press("j k ctrl-r");
        assert_eq!(desk.effects(), [Effect::Save(undo.clone())]);
    }
    desk.tell(Message::Saved {
        edit: undo,
        place: "1-crossing.yaml:9".into(),
    });
    desk.effects();
    assert_eq!(owner(&desk.state, "crossing/queue"), None);
    desk.press("ctrl-r");
    let again = edit("crossing/queue", None, Some("harbour"));
    assert_eq!(saved(&mut desk), again, "what was undone can be made again");
}

#[test]
fn the_summary_is_never_written_over_a_file_without_asking() {
    let mut desk = Desk::read(120, 40);
    desk.press("x enter");
    let path = PathBuf::from("friction-summary.md");
    let export = |replace| Effect::Export {
        path: path.clone(),
        replace,
    };
    assert_eq!(desk.effects(), [export(false)]);
    desk.tell(Message::Exported(Err(ExportRefusal::Exists)));
    assert!(desk.screen().contains("Enter again replaces it"));
    desk.press("enter");
    assert_eq!(desk.effects(), [export(true)]);
    desk.tell(Message::Exported(Ok(path.clone())));
    assert!(
        desk.screen()
            .contains("summary written to friction-summary.md")
    );
}

#[test]
fn another_name_is_asked_about_anew() {
    let mut desk = Desk::read(120, 40);
    desk.press("x enter");
    desk.effects();
    desk.tell(Message::Exported(Err(ExportRefusal::Exists)));
    desk.press("ctrl-u").write("b.md").press("enter");
    let path = PathBuf::from("b.md");
    assert_eq!(
        desk.effects(),
        [Effect::Export {
            path,
            replace: false
        }]
    );
}
