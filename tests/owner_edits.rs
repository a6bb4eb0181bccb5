//! Owners set, changed and cleared in random journey files: the file means what was wanted, at most
//! one line differs (two where the owner shares the dash's line), and no comment is lost.

#[path = "owner_edits/dice.rs"]
mod dice;
#[path = "owner_edits/random_file.rs"]
mod random_file;

use dice::Dice;
use pothole::workspace::{Refusal, owner_in, splice};
use random_file::RandomFile;
use serde_json::Value;

/// How many random files are edited.
const FILES: u64 = 10_000;

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

/// The owner of a touchpoint, and all the rest of the file.
fn parted(text: &str, id: &str) -> (Option<String>, Value) {
    let mut root = meaning(text);
    let owner = touchpoint(&mut root, id).remove("owner");
    let owner = owner.and_then(|owner| owner.as_str().map(str::to_owned));
    (owner, root)
}

/// How many lines stand between the common beginning and the common end.
fn changed_lines(file: &RandomFile, old: &str, new: &str) -> (usize, usize) {
    let lines =
        |text: &str| -> Vec<String> { text.split(file.ending).map(str::to_owned).collect() };
    let (old, new) = (lines(old), lines(new));
    let shorter = old.len().min(new.len());
    let same = |at: &usize| old[*at] == new[*at];
    let head = (0..shorter).take_while(same).count();
    let tail = (0..shorter - head)
        .take_while(|at| old[old.len() - 1 - at] == new[new.len() - 1 - at])
        .count();
    (old.len() - head - tail, new.len() - head - tail)
}

fn comments(text: &str) -> Vec<&str> {
    let words = text.split_whitespace();
    words.filter(|word| word.starts_with("c@")).collect()
}

/// Makes one edit and checks all that it promises.
fn edit(file: &RandomFile, old: &str, id: &str, owner: Option<&str>) -> Result<String, Refusal> {
    let new = splice(old, "j", id, owner)?;
    let context = || format!("{id} -> {owner:?}\n--- old\n{old}\n--- new\n{new}");
    let ((_, rest_before), (owner_after, rest_after)) = (parted(old, id), parted(&new, id));
    assert_eq!(owner_after.as_deref(), owner, "{}", context());
    assert_eq!(rest_before, rest_after, "{}", context());
    assert_eq!(owner_in(&new, "j", id).unwrap().0.as_deref(), owner);
    assert_eq!(comments(old), comments(&new), "{}", context());
    let (gone, come) = changed_lines(file, old, &new);
    let most_gone = if file.dashed { 2 } else { 1 };
    assert!(
        gone <= most_gone && come <= 1,
        "{gone} {come}\n{}",
        context()
    );
    Ok(new)
}

#[test]
fn owners_change_in_ten_thousand_random_files_without_another_byte() {
    let owners = [
        "car-parks",
        "Ana Sousa",
        "NO",
        "it's: #1, [x]",
        "007",
        "élan \"q\" \\",
    ];
    let (mut edits, mut refused) = (0, 0);
    for seed in 0..FILES {
        let mut dice = Dice::new(seed);
        let file = RandomFile::roll(&mut dice);
        let id = file.ids[dice.below(file.ids.len())].clone();
        let mut text = file.text.clone();
        for owner in [Some(*dice.pick(&owners)), Some(*dice.pick(&owners)), None] {
            match edit(&file, &text, &id, owner) {
                Ok(new) => text = new,
                Err(refusal) => {
                    assert!(file.shared, "seed {seed}: {refusal}\n{text}");
                    refused += 1;
                }
            }
            edits += 1;
        }
    }
    println!("{edits} edits in {FILES} files, {refused} refused for their aliases");
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
