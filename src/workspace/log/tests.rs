//! What the log keeps: every edit, whatever tears it, and what undoes what.

use super::*;
use crate::journey::{
    Action, ActionEdit, ActionField, Address, Day, FieldChange, PhraseRule, RuleChange, Status,
};
use crate::workspace::disk::RealDisk;

fn owner(from: &str, to: &str) -> Edit {
    Edit::Owner {
        touchpoint: Address::new("j", "a"),
        from: Some(from.into()),
        to: Some(to.into()),
    }
}

fn write(folder: &OwnFolder, edit: &Edit) {
    let mut log = Log::open(&RealDisk, folder, "j.yaml", edit).unwrap();
    log.announce().unwrap();
    log.announce().unwrap();
}

fn standing(operations: &Operations) -> Vec<usize> {
    let all = operations.all.iter();
    all.filter(|made| made.stands())
        .map(|made| made.number)
        .collect()
}

#[test]
fn an_edit_and_its_undo_stand_in_the_log_and_cancel_each_other() {
    let root = tempfile::tempdir().unwrap();
    assert_eq!(Operations::read(root.path()).unwrap().all, []);
    let folder = OwnFolder::make(root.path()).unwrap();
    let edits = [owner("x", "y"), owner("y", "z"), owner("z", "y")];
    for edit in &edits {
        write(&folder, edit);
    }
    let read = Operations::read(root.path()).unwrap();
    assert_eq!(read.unreadable, Vec::<usize>::new());
    let made: Vec<&Edit> = read.all.iter().map(|made| &made.edit).collect();
    assert_eq!(made, edits.iter().collect::<Vec<_>>());
    assert_eq!(read.all[0].file, "j.yaml");
    assert_eq!(standing(&read), [1]);
    assert_eq!(read.all[1].undone, Some(3));
    assert!(read.all[2].is_undo() && !read.all[1].is_undo());
    write(&folder, &owner("y", "x"));
    assert_eq!(Operations::read(root.path()).unwrap().last(), None);
    write(&folder, &owner("x", "w"));
    let read = Operations::read(root.path()).unwrap();
    assert_eq!(read.last().map(|made| made.number), Some(5));
}

#[test]
fn an_edit_that_failed_after_its_line_was_written_does_not_count() {
    let root = tempfile::tempdir().unwrap();
    let folder = OwnFolder::make(root.path()).unwrap();
    write(&folder, &owner("x", "y"));
    let undo = owner("y", "x");
    let mut log = Log::open(&RealDisk, &folder, "j.yaml", &undo).unwrap();
    log.withdraw();
    log.announce().unwrap();
    log.withdraw();
    let read = Operations::read(root.path()).unwrap();
    assert_eq!((read.all.len(), standing(&read)), (1, vec![1]));
}

#[test]
fn a_log_torn_at_any_byte_loses_no_line_before_and_none_after() {
    let root = tempfile::tempdir().unwrap();
    let folder = OwnFolder::make(root.path()).unwrap();
    let path = folder.path().join(NAME);
    write(&folder, &owner("x", "y"));
    let first = std::fs::metadata(&path).unwrap().len() as usize;
    write(&folder, &owner("y", "z"));
    let whole = std::fs::read(&path).unwrap();
    for cut in first..whole.len() {
        std::fs::write(&path, &whole[..cut]).unwrap();
        write(&folder, &owner("z", "w"));
        let read = Operations::read(root.path()).unwrap();
        let made: Vec<&Edit> = read.all.iter().map(|made| &made.edit).collect();
        let (before, after) = (&owner("x", "y"), &owner("z", "w"));
        assert!(made.first() == Some(&before) && made.last() == Some(&after));
        // Only the line's own end may be missing for it to count.
        let torn = usize::from(cut > first && cut < whole.len() - 1);
        assert_eq!(read.unreadable.len(), torn, "{cut}");
        assert_eq!(made.len() + torn, if cut == first { 2 } else { 3 });
    }
}

#[test]
fn every_kind_of_edit_comes_back_from_the_log_as_it_was() {
    let touchpoint = Address::new("j", "a");
    let action = Action {
        id: "shade".into(),
        status: Status::Shipped,
        shipped: Day::parse_iso("2025-03-01"),
        came_back: Some("it rained".into()),
        ..Action::default()
    };
    let changes = vec![FieldChange {
        field: ActionField::Status,
        from: Some("planned".into()),
        to: None,
    }];
    let rule = PhraseRule {
        phrase: "no seat".into(),
        sources: vec!["survey".into()],
    };
    let change = RuleChange::Add;
    let action_edits = [
        ActionEdit::Add(Box::new(action.clone())),
        ActionEdit::Remove(Box::new(action)),
        ActionEdit::Change {
            action: "shade".into(),
            changes,
        },
    ];
    let mut edits: Vec<Edit> = action_edits
        .map(|edit| Edit::Action {
            touchpoint: touchpoint.clone(),
            edit,
        })
        .into();
    edits.push(Edit::Rule {
        touchpoint,
        rule,
        change,
    });
    let root = tempfile::tempdir().unwrap();
    let folder = OwnFolder::make(root.path()).unwrap();
    for edit in &edits {
        write(&folder, edit);
    }
    let read = Operations::read(root.path()).unwrap();
    let made: Vec<&Edit> = read.all.iter().map(|made| &made.edit).collect();
    assert_eq!(made, edits.iter().collect::<Vec<_>>());
}
