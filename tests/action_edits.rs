//! Actions that come, move, change and go in random journey files: the file means what was wanted, no other
//! line changes, no comment is lost, and taking the edits back gives the same bytes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a file that cannot be read must fail its test"
)]

#[path = "owner_edits/dice.rs"]
mod dice;
#[path = "owner_edits/random_file.rs"]
#[allow(dead_code, reason = "each test file uses a part of it")]
mod random_file;

use dice::Dice;
use pothole::journey::{Action, ActionEdit, ActionField, Day, FieldChange, Status};
use pothole::workspace::{Refusal, action_in, add_action, change_action, remove_action};
use random_file::RandomFile;
use serde_json::{Map, Value, json};

/// How many random files are edited.
const FILES: u64 = 1_500;

/// What the file means, by a reader that is not the splice's own.
fn meaning(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The actions of a touchpoint, taken out of what the file means.
fn take_actions(root: &mut Value, id: &str) -> Vec<Value> {
    let stages = root["stages"].as_array_mut().unwrap().iter_mut();
    let all = stages.flat_map(|stage| stage["touchpoints"].as_array_mut().unwrap());
    let mut all = all.filter_map(Value::as_object_mut);
    let touchpoint = all.find(|touchpoint| touchpoint["touchpoint"] == id);
    let actions = touchpoint.unwrap().remove("actions");
    let list = actions.as_ref().and_then(Value::as_array);
    list.cloned().unwrap_or_default()
}

fn comments(text: &str) -> Vec<&str> {
    text.split("# c@")
        .skip(1)
        .map(|rest| rest.split(' ').next().unwrap())
        .collect()
}

fn as_json(action: &Action) -> Value {
    let mut map = Map::new();
    map.insert("action".to_owned(), json!(action.id));
    for (key, field) in ActionField::KEYS {
        if let Some(value) = action.get(field) {
            map.insert(key.to_owned(), json!(value));
        }
    }
    Value::Object(map)
}

/// The action of an item as the workspace reads it.
fn action(item: &Value) -> Action {
    let words = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
    let mut action = Action {
        id: words("action"),
        title: words("title"),
        ..Action::default()
    };
    for (key, field) in ActionField::KEYS {
        if let Some(value) = item[key].as_str() {
            assert!(action.put(field, Some(value)), "{key}: {value}");
        }
    }
    action
}

/// Makes an edit and checks that it means what it says, and nothing else changed.
fn edit(old: &str, id: &str, edit: &ActionEdit) -> Result<String, Refusal> {
    let new = match edit {
        ActionEdit::Add(action) => add_action(old, "j", id, action),
        ActionEdit::Remove(action) => remove_action(old, "j", id, action),
        ActionEdit::Change { action, changes } => change_action(old, "j", id, action, changes),
    }?;
    let context = || format!("{id}: {}\n--- old\n{old}\n--- new\n{new}", edit.describe());
    let (mut before, mut after) = (meaning(old), meaning(&new));
    let mut expected = take_actions(&mut before, id);
    let found = take_actions(&mut after, id);
    match edit {
        ActionEdit::Add(action) => expected.push(as_json(action)),
        ActionEdit::Remove(action) => expected.retain(|item| item["action"] != action.id),
        ActionEdit::Change { action, changes } => {
            let item = expected.iter_mut().find(|item| item["action"] == *action);
            let item = item.unwrap().as_object_mut().unwrap();
            for change in changes {
                match &change.to {
                    Some(to) => item.insert(change.field.key().to_owned(), json!(to)),
                    None => item.remove(change.field.key()),
                };
            }
        }
    }
    let solid = |items: Vec<Value>| -> Vec<Value> {
        let solid = |mut item: Value| {
            item.as_object_mut()
                .unwrap()
                .retain(|_, value| !value.is_null());
            item
        };
        items.into_iter().map(solid).collect()
    };
    assert_eq!(solid(found), solid(expected), "{}", context());
    assert_eq!(before, after, "{}", context());
    assert_eq!(comments(old), comments(&new), "{}", context());
    Ok(new)
}

fn new_action(dice: &mut Dice) -> Action {
    let words = [
        "A sign, lit",
        "it's: #1, [x]",
        "say \"no\" \\ é",
        "NO",
        "- 7",
    ];
    Action {
        id: "new-one".to_owned(),
        title: (*dice.pick(&words)).to_owned(),
        owner: dice.once_in(2).then(|| "car-parks".to_owned()),
        opened: Day::parse_iso("2026-01-10"),
        root_cause: dice.once_in(2).then(|| (*dice.pick(&words)).to_owned()),
        done: Some((*dice.pick(&words)).to_owned()),
        ..Action::default()
    }
}

/// Edits the files of some seeds; returns how many edits were made, how many files
/// refused, and how many edits gave the very bytes back.
fn edit_files(seeds: impl Iterator<Item = u64>) -> (usize, usize, usize) {
    let today = Day::parse_iso("2026-03-31").unwrap();
    let (mut made, mut refused, mut same) = (0, 0, 0);
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let file = RandomFile::roll(&mut dice);
        let id = file.ids[dice.below(file.ids.len())].clone();
        let known = take_actions(&mut meaning(&file.text), &id);
        let mut actions: Vec<Action> = known.iter().map(action).collect();
        let add = ActionEdit::Add(Box::new(new_action(&mut dice)));
        let Ok(text) = edit(&file.text, &id, &add) else {
            assert!(file.shared, "seed {seed}\n{}", file.text);
            refused += 1;
            continue;
        };
        add.apply(&mut actions);
        let mut done = vec![(add, file.text.clone())];
        let mut text = text;
        for _ in 0..4 {
            let one = dice.pick(&actions).clone();
            let next = match dice.below(5) {
                0 => one.moved(Status::Shipped, today),
                1 => one.moved(*dice.pick(&[Status::Fixing, Status::Planned]), today),
                2 => one.changed(ActionField::Due, *dice.pick(&[None, Some("2026-05-01")])),
                3 => one.changed(ActionField::Owner, *dice.pick(&[None, Some("Ana Sousa")])),
                _ => one.changed(ActionField::RootCause, Some("too few: # of them")),
            };
            let next = next.unwrap();
            let new = edit(&text, &id, &next).unwrap_or_else(|why| panic!("{seed} {why}\n{text}"));
            next.apply(&mut actions);
            done.push((next, text));
            text = new;
            made += 1;
        }
        // What is taken away comes back in the order and the quotes pothole writes it in.
        let mut exact = known.iter().all(|item| item["status"].is_string());
        for (one, before) in done.into_iter().rev() {
            let back = edit(&text, &id, &one.inverse()).unwrap_or_else(|why| {
                panic!("seed {seed}: {why}\n{}\n{text}", one.inverse().describe())
            });
            exact &= match &one {
                ActionEdit::Change { changes, .. } => changes.iter().all(|one| one.to.is_some()),
                ActionEdit::Add(_) | ActionEdit::Remove(_) => !known.is_empty(),
            };
            assert!(
                !exact || back == before,
                "seed {seed}\n{before}\n---\n{back}"
            );
            same += usize::from(exact);
            text = back;
        }
    }
    (made, refused, same)
}

#[test]
fn actions_come_change_and_go_in_thousands_of_random_files_without_another_byte() {
    let halves = [0, 1].map(|half| {
        std::thread::spawn(move || edit_files((0..FILES).filter(|seed| seed % 2 == half)))
    });
    let halves = halves.map(|half| half.join().unwrap());
    let (made, refused, same) = halves.iter().fold((0, 0, 0), |sum, half| {
        (sum.0 + half.0, sum.1 + half.1, sum.2 + half.2)
    });
    println!("{made} edits, {refused} files refused for their aliases, {same} taken back exactly");
    assert!(same as u64 > FILES, "{same}");
    assert_eq!((made / 4 + refused) as u64, FILES);
    assert!((refused as u64) * 20 < FILES, "{refused} refused");
}

fn journey(touchpoint: &str) -> String {
    format!("journey: j\nstages:\n  - stage: s\n    touchpoints:\n{touchpoint}")
}

fn sign() -> Action {
    Action {
        id: "sign".to_owned(),
        title: "A sign".to_owned(),
        opened: Day::parse_iso("2026-01-10"),
        ..Action::default()
    }
}

#[test]
fn an_action_comes_as_lines_of_its_own_and_a_move_is_two_of_them() {
    let old = journey("      - touchpoint: a\n        owner: x # kept\n        next: []\n");
    let new = add_action(&old, "j", "a", &sign()).unwrap();
    let lines = "        owner: x # kept
        actions:
          - action: sign
            title: A sign
            status: planned
            opened: 2026-01-10
        next: []
";
    assert!(new.ends_with(lines), "{new}");
    assert_eq!(action_in(&new, "j", "a", "sign", None).unwrap(), 8);
    let moved = sign().moved(Status::Shipped, Day::parse_iso("2026-02-01").unwrap());
    let Ok(ActionEdit::Change { changes, .. }) = moved else {
        panic!("{moved:?}");
    };
    let shipped = change_action(&new, "j", "a", "sign", &changes).unwrap();
    let lines = "            status: shipped
            opened: 2026-01-10
            shipped: 2026-02-01
        next: []
";
    assert!(shipped.ends_with(lines), "{shipped}");
    assert_eq!(
        action_in(&shipped, "j", "a", "sign", Some(ActionField::Shipped)).unwrap(),
        12
    );
}

#[test]
fn what_cannot_be_changed_alone_is_refused_with_its_line() {
    let listed = |actions: &str| {
        journey(&format!(
            "      - touchpoint: a\n        actions:{actions}\n"
        ))
    };
    let due = |from: Option<&str>| FieldChange {
        field: ActionField::Due,
        from: from.map(str::to_owned),
        to: Some("2026-05-01".to_owned()),
    };
    for (text, change, expected) in [
        (
            listed(" []"),
            due(None),
            "line 5: the touchpoint has no action `sign`",
        ),
        (
            listed(" [{action: sign, due: 2026-04-01}]"),
            due(None),
            "line 6: `due` of the action says `2026-04-01` now, not nothing",
        ),
        (
            listed("\n        - action: sign\n          due: >-\n            soon"),
            due(Some("soon")),
            "line 7: `due` is written over several lines",
        ),
        (
            listed(" [{action: sign, due: 2026-04-01, due: x}]"),
            due(Some("2026-04-01")),
            "line 6: the key `due` stands twice",
        ),
    ] {
        let refused = change_action(&text, "j", "a", "sign", &[change]).unwrap_err();
        assert!(
            refused.to_string().starts_with(expected),
            "{refused}\n{text}"
        );
    }
    let taken = "      - touchpoint: b\n        actions: [{action: sign}]\n      - touchpoint: a\n";
    let refused = add_action(&journey(taken), "j", "a", &sign()).unwrap_err();
    assert!(
        matches!(refused, Refusal::SameAction { line: 6, .. }),
        "{refused}"
    );
    let remarked = "\n        - action: sign\n          # ask Ana\n          title: A sign\n          opened: 2026-01-10";
    let refused = remove_action(&listed(remarked), "j", "a", &sign()).unwrap_err();
    assert!(
        refused.to_string().contains("cannot be taken away here"),
        "{refused}"
    );
    let mut bad = sign();
    bad.done = Some("two\nlines".to_owned());
    let refused = add_action(&listed(" []"), "j", "a", &bad).unwrap_err();
    assert!(
        refused.to_string().contains("cannot be a `done`"),
        "{refused}"
    );
}
