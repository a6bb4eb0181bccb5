//! Every kind of edit the program makes, in random order in random journey files, and then taken back one
//! after the other: owners, rules that come and go, actions that come, move and change. Each changes its own
//! lines and no other byte. `POTHOLE_RECORD` makes it a million edits and their undos.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a file that cannot be read must fail its test"
)]

mod course;
#[path = "../owner_edits/dice.rs"]
mod dice;
#[path = "../owner_edits/random_file.rs"]
#[allow(dead_code, reason = "each test file uses a part of it")]
mod random_file;
mod register;

use course::Course;
use dice::Dice;
use pothole::journey::{Action, ActionEdit, ActionField, Address, Edit, RuleChange};
use pothole::workspace::{
    Refusal, add_action, add_rule, change_action, remove_action, remove_rule, splice,
};
use random_file::RandomFile;
use serde_json::Value;

/// How many edits are made, and as many taken back.
fn edits() -> usize {
    if std::env::var_os("POTHOLE_RECORD").is_some() {
        1_000_000
    } else {
        4_000
    }
}

/// How many edits are made in one file before they are taken back.
const CHAIN: usize = 6;

/// What an edit makes of a text.
fn made(text: &str, edit: &Edit) -> Result<String, Refusal> {
    let Address {
        journey,
        touchpoint,
    } = edit.touchpoint();
    match edit {
        Edit::Owner { to, .. } => splice(text, journey, touchpoint, to.as_deref()),
        Edit::Rule { rule, change, .. } => match change {
            RuleChange::Add => add_rule(text, journey, touchpoint, rule),
            RuleChange::Remove => remove_rule(text, journey, touchpoint, rule),
        },
        Edit::Action { edit, .. } => match edit {
            ActionEdit::Add(action) => add_action(text, journey, touchpoint, action),
            ActionEdit::Remove(action) => remove_action(text, journey, touchpoint, action),
            ActionEdit::Change { action, changes } => {
                change_action(text, journey, touchpoint, action, changes)
            }
        },
    }
}

/// What the file means, by a reader that is not the splice's own, the edited part of a touchpoint taken out.
fn rest(text: &str, edit: &Edit) -> Value {
    let mut root: Value =
        serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let key = match edit {
        Edit::Owner { .. } => "owner",
        Edit::Rule { .. } => "feedback",
        Edit::Action { .. } => "actions",
    };
    let stages = root["stages"].as_array_mut().unwrap().iter_mut();
    let mut all = stages.flat_map(|stage| stage["touchpoints"].as_array_mut().unwrap());
    let id = &edit.touchpoint().touchpoint;
    let touchpoint = all.find(|touchpoint| touchpoint["touchpoint"] == **id);
    touchpoint.unwrap().as_object_mut().unwrap().remove(key);
    root
}

/// The marks of all comments, in their order.
fn comments(text: &str) -> Vec<&str> {
    let marked = text.split("# c@").skip(1);
    marked.map(|rest| rest.split(' ').next().unwrap()).collect()
}

/// How many lines went and came, at the least: all others are the same, in the same order, byte for byte.
fn changed_lines(old: &str, new: &str) -> (usize, usize) {
    let lines =
        |text: &str| -> Vec<String> { text.split_inclusive('\n').map(str::to_owned).collect() };
    let (mut old, mut new) = (lines(old), lines(new));
    while old.last().is_some() && old.last() == new.last() {
        old.pop();
        new.pop();
    }
    let head = old.iter().zip(&new).take_while(|(one, two)| one == two);
    let head = head.count();
    let (old, new) = (&old[head..], &new[head..]);
    let mut kept = vec![vec![0; new.len() + 1]; old.len() + 1];
    for (one, line) in old.iter().enumerate() {
        for (two, other) in new.iter().enumerate() {
            kept[one + 1][two + 1] = if line == other {
                kept[one][two] + 1
            } else {
                kept[one][two + 1].max(kept[one + 1][two])
            };
        }
    }
    let kept = kept[old.len()][new.len()];
    (old.len() - kept, new.len() - kept)
}

/// How many lines an edit may take and bring: those that say what it changes, one for a key that comes or
/// goes with its only item, and one whose line break or brackets it has to touch.
fn most_lines(edit: &Edit) -> (usize, usize) {
    const TOUCHED: usize = 1;
    const KEY: usize = 1;
    match edit {
        Edit::Owner { .. } => (1 + TOUCHED, 1 + TOUCHED),
        Edit::Rule { change, .. } => match change {
            RuleChange::Add => (TOUCHED, 1 + KEY + TOUCHED),
            RuleChange::Remove => (1 + KEY + TOUCHED, TOUCHED),
        },
        Edit::Action { edit, .. } => match edit {
            ActionEdit::Add(action) => (TOUCHED, fields(action) + KEY + TOUCHED),
            ActionEdit::Remove(action) => (fields(action) + KEY + TOUCHED, TOUCHED),
            ActionEdit::Change { changes, .. } => {
                (changes.len() + TOUCHED, changes.len() + TOUCHED)
            }
        },
    }
}

fn fields(action: &Action) -> usize {
    let said = ActionField::KEYS
        .iter()
        .filter(|(_, field)| action.get(*field).is_some());
    1 + said.count()
}

/// Makes an edit and checks that nothing but its own lines changed.
fn make(old: &str, edit: &Edit) -> Result<String, Refusal> {
    let new = made(old, edit)?;
    let context = || format!("{}\n--- old\n{old}\n--- new\n{new}", edit.describe());
    let (gone, come) = changed_lines(old, &new);
    let (most_gone, most_come) = most_lines(edit);
    assert!(
        gone <= most_gone && come <= most_come,
        "{gone} {come} {}",
        context()
    );
    assert_eq!(rest(old, edit), rest(&new, edit), "{}", context());
    assert_eq!(comments(old), comments(&new), "{}", context());
    Ok(new)
}

/// What came of the edits of some files.
#[derive(Default)]
struct Outcome {
    edits: usize,
    refused: usize,
    undone: usize,
    exact: usize,
}

/// An edit that was made.
struct Done {
    edit: Edit,
    before: String,
    after: String,
}

/// Takes an edit back: the file means what it meant, and what pothole itself put there leaves no trace.
fn take_back(course: &mut Course, done: &Done, all: &mut Outcome) {
    let Done {
        edit,
        before,
        after,
    } = done;
    let inverse = edit.inverse();
    let text = make(&course.text, &inverse)
        .unwrap_or_else(|why| panic!("{why}\n{}\n{}", inverse.describe(), course.text));
    // What later edits have left behind when they were taken back is not this one's doing.
    let bare = course.text == *after;
    let order = matches!(
        edit,
        Edit::Rule {
            change: RuleChange::Remove,
            ..
        }
    );
    // A rule that comes again comes behind the others, and stays there.
    if bare && !order {
        assert_eq!(whole(&text), whole(before), "{before}\n---\n{text}");
    }
    all.undone += 1;
    all.exact += usize::from(text == *before);
    let list = match edit {
        Edit::Rule {
            change: RuleChange::Add,
            ..
        } => Some("feedback"),
        Edit::Action {
            edit: ActionEdit::Add(_),
            ..
        } => Some("actions"),
        _ => None,
    };
    // A list that was there and empty goes with its last item: that is the one trace.
    if bare && list.is_some_and(|key| !before.contains(key)) {
        assert_eq!(text, *before);
    }
    course.take(&inverse, text);
}

/// What the file means, keys without a value left out.
fn whole(text: &str) -> Value {
    fn solid(value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(solid),
            Value::Object(map) => {
                map.values_mut().for_each(solid);
                map.retain(|_, value| !value.is_null() && *value != Value::Array(Vec::new()));
            }
            _ => {}
        }
    }
    let mut root = serde_yaml::from_str(text).unwrap();
    solid(&mut root);
    root
}

/// Edits files from a seed on until so many edits are made and taken back.
fn edit_files(first: u64, edits: usize) -> Outcome {
    let mut all = Outcome::default();
    let mut seed = first;
    while all.edits < edits {
        let mut dice = Dice::new(seed);
        seed += 2;
        let file = RandomFile::roll(&mut dice);
        let id = file.ids[dice.below(file.ids.len())].clone();
        let mut course = Course::begin(&file, id);
        let mut done = Vec::new();
        for _ in 0..CHAIN {
            let Some(edit) = course.roll(&mut dice) else {
                continue;
            };
            match make(&course.text, &edit) {
                Ok(text) => {
                    all.edits += 1;
                    let (before, after) = (course.text.clone(), text.clone());
                    course.take(&edit, text);
                    done.push(Done {
                        edit,
                        before,
                        after,
                    });
                }
                Err(_) => all.refused += 1,
            }
        }
        while let Some(last) = done.pop() {
            take_back(&mut course, &last, &mut all);
        }
    }
    all
}

#[test]
fn every_kind_of_edit_and_its_undo_change_their_own_lines_and_no_other_byte() {
    let edits = edits();
    let halves = [0, 1].map(|half| std::thread::spawn(move || edit_files(half, edits / 2)));
    let halves = halves.map(|half| half.join().unwrap());
    let sum = |of: fn(&Outcome) -> usize| halves.iter().map(of).sum::<usize>();
    let (made, refused, undone) = (
        sum(|all| all.edits),
        sum(|all| all.refused),
        sum(|all| all.undone),
    );
    println!(
        "{made} edits and {undone} undos, {} of them back to the very bytes; {refused} more refused with words",
        sum(|all| all.exact)
    );
    assert!(made >= edits && undone == made);
    assert!(refused * 5 < made, "{refused} refused");
}
