//! Owners set, changed and cleared in random journey files: the file means what was wanted, at most
//! one line differs (two where the owner shares the dash's line), and no comment is lost.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "owner_edits/dice.rs"]
mod dice;
#[path = "owner_edits/random_file.rs"]
mod random_file;

use dice::Dice;
use pothole::workspace::{Refusal, owner_in, splice};
use random_file::RandomFile;
use serde_json::Value;

/// How many random files are edited, three times each; `POTHOLE_RECORD` makes it a million edits.
fn files() -> u64 {
    if std::env::var_os("POTHOLE_RECORD").is_some() {
        333_334
    } else {
        10_000
    }
}

/// What the file means, by a reader that is not the splice's own.
fn meaning(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn touchpoint<'v>(root: &'v mut Value, id: &str) -> &'v mut serde_json::Map<String, Value> {
    let stages = root["stages"].as_array_mut().unwrap().iter_mut();
    let all = stages.flat_map(|stage| stage["touchpoints"].as_array_mut().unwrap());
    let mut all = all.filter_map(Value::as_object_mut);
    all.find(|touchpoint| touchpoint["touchpoint"] == id)
        .unwrap()
}

/// A text, the owner it gives the touchpoint that is edited, and all else it means.
struct State {
    text: String,
    owner: Option<String>,
    rest: Value,
    comments: Vec<String>,
}

impl State {
    fn read(text: String, id: &str) -> Self {
        let mut rest = meaning(&text);
        let owner = touchpoint(&mut rest, id).remove("owner");
        let owner = owner.and_then(|owner| owner.as_str().map(str::to_owned));
        Self {
            comments: comments(&text),
            text,
            owner,
            rest,
        }
    }
}

/// How many lines stand between the common beginning and the common end.
fn changed_lines(file: &RandomFile, old: &str, new: &str) -> (usize, usize) {
    let (old, new): (Vec<&str>, Vec<&str>) = (
        old.split(file.ending).collect(),
        new.split(file.ending).collect(),
    );
    let shorter = old.len().min(new.len());
    let same = |at: &usize| old[*at] == new[*at];
    let head = (0..shorter).take_while(same).count();
    let tail = (0..shorter - head)
        .take_while(|at| old[old.len() - 1 - at] == new[new.len() - 1 - at])
        .count();
    (old.len() - head - tail, new.len() - head - tail)
}

fn comments(text: &str) -> Vec<String> {
    let marked = text.split("# c@").skip(1);
    marked
        .map(|rest| rest.split(' ').next().unwrap().to_owned())
        .collect()
}

/// Makes one edit and checks all that it promises.
fn edit(file: &RandomFile, old: &State, id: &str, owner: Option<&str>) -> Result<State, Refusal> {
    let new = State::read(splice(&old.text, "j", id, owner)?, id);
    let context = || {
        format!(
            "{id} -> {owner:?}\n--- old\n{}\n--- new\n{}",
            old.text, new.text
        )
    };
    assert_eq!(new.owner.as_deref(), owner, "{}", context());
    assert_eq!(old.rest, new.rest, "{}", context());
    assert_eq!(old.comments, new.comments, "{}", context());
    let (gone, come) = changed_lines(file, &old.text, &new.text);
    let most_gone = if file.dashed { 2 } else { 1 };
    assert!(
        gone <= most_gone && come <= 1,
        "{gone} {come}\n{}",
        context()
    );
    Ok(new)
}

/// Edits the files of some seeds; returns how many edits were made and how many refused.
fn edit_files(seeds: impl Iterator<Item = u64>) -> (usize, usize) {
    let owners = [
        "car-parks",
        "Ana Sousa",
        "NO",
        "it's: #1, [x]",
        "007",
        "élan \"q\" \\",
    ];
    let (mut edits, mut refused) = (0, 0);
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let file = RandomFile::roll(&mut dice);
        let id = file.ids[dice.below(file.ids.len())].clone();
        let mut state = State::read(file.text.clone(), &id);
        for owner in [Some(*dice.pick(&owners)), Some(*dice.pick(&owners)), None] {
            match edit(&file, &state, &id, owner) {
                Ok(new) => state = new,
                Err(refusal) => {
                    assert!(file.shared, "seed {seed}: {refusal}\n{}", state.text);
                    refused += 1;
                }
            }
            edits += 1;
        }
    }
    (edits, refused)
}

#[test]
fn owners_change_in_random_files_without_another_byte() {
    let files = files();
    let halves = [0, 1].map(|half| {
        std::thread::spawn(move || edit_files((0..files).filter(|seed| seed % 2 == half)))
    });
    let halves = halves.map(|half| half.join().unwrap());
    let (edits, refused) = halves
        .iter()
        .fold((0, 0), |sum, half| (sum.0 + half.0, sum.1 + half.1));
    println!("{edits} edits in {files} files, {refused} refused for their aliases");
    assert_eq!(edits as u64, 3 * files);
    assert!(refused * 50 < edits, "{refused} of {edits} edits refused");
}

#[test]
fn setting_an_owner_and_taking_it_back_gives_the_file_back_byte_by_byte() {
    for seed in 0..1_000 {
        let mut dice = Dice::new(seed);
        let file = RandomFile::roll(&mut dice);
        let id = file.ids[dice.below(file.ids.len())].clone();
        let (before, _) = owner_in(&file.text, "j", &id).unwrap();
        let Some(before) = before.filter(|_| file.plain) else {
            continue;
        };
        let other = splice(&file.text, "j", &id, Some("other-team")).unwrap();
        let back = splice(&other, "j", &id, Some(&before)).unwrap();
        assert_eq!(back, file.text, "seed {seed}");
    }
}
