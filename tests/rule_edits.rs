//! Rules added and taken away in random journey files: the file means what was wanted, no other line
//! changes, no comment is lost, and taking a rule back gives the same bytes.

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
use pothole::journey::PhraseRule;
use pothole::workspace::{Refusal, add_rule, remove_rule};
use random_file::RandomFile;
use serde_json::{Value, json};

/// How many random files are edited.
const FILES: u64 = 4_000;

/// What the file means, by a reader that is not the splice's own.
fn meaning(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The rules of a touchpoint, taken out of what the file means.
fn take_rules(root: &mut Value, id: &str) -> Option<Value> {
    let stages = root["stages"].as_array_mut().unwrap().iter_mut();
    let all = stages.flat_map(|stage| stage["touchpoints"].as_array_mut().unwrap());
    let mut all = all.filter_map(Value::as_object_mut);
    let touchpoint = all.find(|touchpoint| touchpoint["touchpoint"] == id);
    touchpoint.unwrap().remove("feedback")
}

fn list(rules: Option<&Value>) -> Vec<Value> {
    rules.and_then(Value::as_array).cloned().unwrap_or_default()
}

fn comments(text: &str) -> Vec<&str> {
    text.split("# c@")
        .skip(1)
        .map(|rest| rest.split(' ').next().unwrap())
        .collect()
}

/// The lines that are gone and the lines that have come, between the common beginning and end.
fn changed_lines<'t>(old: &'t str, new: &'t str) -> (Vec<&'t str>, Vec<&'t str>) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let shorter = old.len().min(new.len());
    let head = (0..shorter).take_while(|&at| old[at] == new[at]).count();
    let tail = (0..shorter - head)
        .take_while(|at| old[old.len() - 1 - at] == new[new.len() - 1 - at])
        .count();
    (
        old[head..old.len() - tail].to_vec(),
        new[head..new.len() - tail].to_vec(),
    )
}

fn as_json(rule: &PhraseRule) -> Value {
    match rule.sources.as_slice() {
        [] => json!({"text": rule.phrase}),
        [one] => json!({"source": one, "text": rule.phrase}),
        several => json!({"source": several, "text": rule.phrase}),
    }
}

/// Adds a rule and checks all that this promises.
fn add(old: &str, id: &str, rule: &PhraseRule) -> Result<String, Refusal> {
    let new = add_rule(old, "j", id, rule)?;
    let context = || format!("{id} + {rule}\n--- old\n{old}\n--- new\n{new}");
    let (mut before, mut after) = (meaning(old), meaning(&new));
    let mut expected = list(take_rules(&mut before, id).as_ref());
    expected.push(as_json(rule));
    assert_eq!(
        list(take_rules(&mut after, id).as_ref()),
        expected,
        "{}",
        context()
    );
    assert_eq!(before, after, "{}", context());
    assert_eq!(comments(old), comments(&new), "{}", context());
    let (gone, come) = changed_lines(old, &new);
    assert!(
        gone.len() <= 1 && come.len() <= 2,
        "{gone:?} {come:?}\n{}",
        context()
    );
    assert!(gone.is_empty() || new.len() > old.len(), "{}", context());
    Ok(new)
}

/// Takes a rule away and checks all that this promises.
fn remove(old: &str, id: &str, rule: &PhraseRule) -> String {
    let new = remove_rule(old, "j", id, rule).unwrap_or_else(|why| panic!("{why}\n{old}"));
    let (mut before, mut after) = (meaning(old), meaning(&new));
    let mut expected = list(take_rules(&mut before, id).as_ref());
    let place = expected
        .iter()
        .rposition(|item| *item == as_json(rule))
        .unwrap();
    expected.remove(place);
    let context = || format!("{id} - {rule}\n--- old\n{old}\n--- new\n{new}");
    assert_eq!(
        list(take_rules(&mut after, id).as_ref()),
        expected,
        "{}",
        context()
    );
    assert_eq!(before, after, "{}", context());
    assert_eq!(comments(old), comments(&new), "{}", context());
    new
}

fn rules(dice: &mut Dice) -> [PhraseRule; 2] {
    let phrases = [
        "never arrived",
        "it's: #1, [x]",
        "say \"no\" \\ é",
        "NO",
        "- 7",
    ];
    let sources = [&[][..], &["reviews"], &["reviews", "007"]];
    let first = dice.below(phrases.len());
    [0, 1].map(|next| PhraseRule {
        phrase: phrases[(first + next) % phrases.len()].to_owned(),
        sources: dice
            .pick(&sources)
            .iter()
            .map(|id| (*id).to_owned())
            .collect(),
    })
}

/// Edits the files of some seeds; returns how many were edited and how many refused.
fn edit_files(seeds: impl Iterator<Item = u64>) -> (usize, usize) {
    let (mut edited, mut refused) = (0, 0);
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let file = RandomFile::roll(&mut dice);
        let id = file.ids[dice.below(file.ids.len())].clone();
        let [one, two] = rules(&mut dice);
        let first = match add(&file.text, &id, &one) {
            Ok(first) => first,
            Err(refusal) => {
                assert!(file.shared, "seed {seed}: {refusal}\n{}", file.text);
                refused += 1;
                continue;
            }
        };
        let same = add_rule(&first, "j", &id, &one);
        assert!(matches!(same, Err(Refusal::SameRule { .. })), "{same:?}");
        let second = add(&first, &id, &two).unwrap_or_else(|why| panic!("{why}\n{first}"));
        assert_eq!(remove(&second, &id, &two), first, "seed {seed}\n{second}");
        remove(&second, &id, &one);
        let back = remove(&first, &id, &one);
        let before = take_rules(&mut meaning(&file.text), &id);
        let was_empty = before.is_some() && list(before.as_ref()).is_empty();
        assert!(
            was_empty || back == file.text,
            "seed {seed}\n{first}\n---\n{back}"
        );
        edited += 1;
    }
    (edited, refused)
}

#[test]
fn rules_come_and_go_in_thousands_of_random_files_without_another_byte() {
    let halves = [0, 1].map(|half| {
        std::thread::spawn(move || edit_files((0..FILES).filter(|seed| seed % 2 == half)))
    });
    let halves = halves.map(|half| half.join().unwrap());
    let (edited, refused) = halves
        .iter()
        .fold((0, 0), |sum, half| (sum.0 + half.0, sum.1 + half.1));
    println!("{edited} files edited, {refused} refused for their aliases");
    assert_eq!((edited + refused) as u64, FILES);
    assert!(refused * 50 < edited, "{refused} refused");
}

/// The text keeps its blank last lines: the one behind the rule would become its own.
#[test]
fn a_rule_goes_from_behind_a_text_that_keeps_its_blank_lines() {
    let file = |rules: &str| {
        let head = "journey: j\nstages:\n  - stage: s\n    touchpoints:\n      - touchpoint: a\n";
        format!("{head}        feedback:\n{rules}        notes: none\n")
    };
    let rule = PhraseRule {
        phrase: "late".into(),
        sources: Vec::new(),
    };
    let kept = "          - text: |+\n              two\n\n";
    let all = file(&format!("{kept}          - text: late\n\n \n"));
    assert_eq!(remove(&all, "a", &rule), file(kept));
}

#[test]
fn a_rule_is_refused_with_the_line_where_it_cannot_stand() {
    let file = |touchpoint: &str| {
        format!("journey: j\nstages:\n  - stage: s\n    touchpoints:\n{touchpoint}")
    };
    let rule = PhraseRule {
        phrase: "late".into(),
        sources: Vec::new(),
    };
    let shared = file(
        "      - touchpoint: a\n        feedback: &r [{tags: x}]\n      - touchpoint: b\n        feedback: *r\n",
    );
    for (text, touchpoint, expected) in [
        (
            shared.clone(),
            "b",
            "line 8: the touchpoint shares its rules with others",
        ),
        (
            shared,
            "a",
            "line 5: no rule can be added here without changing more",
        ),
        (
            file("      - touchpoint: a\n        feedback: soon\n"),
            "a",
            "line 6: `feedback` is not a list",
        ),
        (
            file("      - touchpoint: a\n        feedback: []\n        feedback: []\n"),
            "a",
            "line 6: the key `feedback` stands twice",
        ),
        (
            file("      - touchpoint: a\n        feedback: [{text: [late]}]\n"),
            "a",
            "line 6: the touchpoint has this rule already",
        ),
    ] {
        let refusal = add_rule(&text, "j", touchpoint, &rule)
            .unwrap_err()
            .to_string();
        assert!(refusal.starts_with(expected), "{refusal}\n{text}");
    }
    for phrase in ["", " late", "a\nb", "a\u{1b}[0m"] {
        let rule = PhraseRule {
            phrase: phrase.into(),
            sources: Vec::new(),
        };
        let text = file("      - touchpoint: a\n");
        assert!(matches!(
            add_rule(&text, "j", "a", &rule),
            Err(Refusal::BadPhrase(_))
        ));
    }
    let text = file("      - touchpoint: a\n");
    let none = remove_rule(&text, "j", "a", &rule).unwrap_err();
    assert_eq!(none, Refusal::NoRule { line: 5 });
}
