//! The register of listening: what is added comes behind, and no other byte changes.

use crate::dice::Dice;
use crate::edits;
use pothole::feedback::{Contact, Polarity};
use pothole::journey::{Address, Day, How};
use pothole::workspace::{add_contact, open};
use std::fs;

/// Registers as people write them, some with what is hard to write behind.
const REGISTERS: [&str; 6] = [
    "",
    "# nobody yet\n",
    "- on: 2026-01-02 # first\n  who: ann\n  how: call\n",
    "\u{feff}-   {on: 2026-01-02, who: [ann], how: call}   # c\r\n# end",
    "  - on: 2026-01-02\r\n    who: ann\r\n    how: meeting\r\n    words: |+\r\n      one\r\n\r\n",
    "[{on: 2026-01-02, who: ann, how: call}]\n",
];

#[test]
fn a_contact_comes_behind_the_others_and_changes_no_other_byte() {
    let root = tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap();
    fs::write(root.path().join("pothole.yaml"), "people: {ann: Ann}\n").unwrap();
    let journey = "journey: j\nstages: [{stage: s, touchpoints: [{touchpoint: a}]}]\n";
    fs::write(root.path().join("j.yaml"), journey).unwrap();
    let file = root.path().join("listening.yaml");
    fs::write(&file, REGISTERS[2]).unwrap();
    let workspace = open(root.path()).unwrap();
    let words = ["it's: #1", "- 7", "say \"no\" é", "NO"];
    let (mut dice, mut added, mut refused) = (Dice::new(4), 0, 0);
    for _ in 0..edits() / 40 {
        fs::write(&file, dice.pick(&REGISTERS)).unwrap();
        for _ in 0..3 {
            let old = fs::read_to_string(&file).unwrap();
            let contact = Contact {
                on: Day::parse_iso("2026-03-31").unwrap(),
                who: vec!["ann".to_owned()],
                how: How::Call,
                customer: None,
                segment: String::new(),
                about: vec![(
                    workspace.journeys.find(&Address::new("j", "a")).unwrap(),
                    Polarity::Unscored,
                )],
                words: Some((*dice.pick(&words)).to_owned()),
                notes: None,
                file: String::new(),
                line: 0,
            };
            let written = add_contact(&workspace, &contact);
            let new = fs::read_to_string(&file).unwrap();
            assert!(new.starts_with(&old), "{old}\n---\n{new}");
            assert_eq!(written.is_err(), new == old, "{written:?}");
            *(if written.is_ok() {
                &mut added
            } else {
                &mut refused
            }) += 1;
        }
    }
    println!("{added} contacts added, {refused} refused with words");
    assert!(added > 4 * refused, "{added} {refused}");
}
