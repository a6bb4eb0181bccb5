//! A contact is added behind the others, and not one byte of them changes.

use super::shop::{REGISTER, day, find, folder, scanned};
use pothole::feedback::{Contact, Polarity};
use pothole::journey::How;
use pothole::workspace::{Workspace, add_contact, open};
use std::path::Path;

fn contact(workspace: &Workspace) -> Contact {
    Contact {
        who: vec!["mara".to_owned()],
        on: day("2026-09-21"),
        how: How::Interview,
        customer: Some("NO".to_owned()),
        segment: "small".to_owned(),
        about: vec![(find(workspace, "invoice"), Polarity::Complaint)],
        words: Some("It's \"two\" invoices: why?".to_owned()),
        notes: None,
        file: String::new(),
        line: 0,
    }
}

const ADDED: &str = "\
- on: 2026-09-21
  who: mara
  how: interview
  customer: 'NO'
  segment: small
  about: [pay/invoice]
  speaks: complaint
  words: 'It''s \"two\" invoices: why?'
";

fn add(root: &Path) -> Result<(String, u64), String> {
    let workspace = open(root).unwrap();
    add_contact(&workspace, &contact(&workspace)).map_err(|error| error.to_string())
}

#[test]
fn a_contact_comes_behind_the_others_and_reads_back_as_meant() {
    let root = folder(&[("listening.yaml", REGISTER)]);
    assert_eq!(add(root.path()), Ok(("listening.yaml".to_owned(), 17)));
    let text = std::fs::read_to_string(root.path().join("listening.yaml")).unwrap();
    assert_eq!(text, format!("{REGISTER}{ADDED}"));
    let (workspace, _) = scanned(root.path());
    let last = workspace.register().unwrap().contacts.last().unwrap();
    assert_eq!(last.words.as_deref(), Some("It's \"two\" invoices: why?"));
    assert_eq!(last.customer.as_deref(), Some("NO"));
    assert_eq!(workspace.problems, []);
}

#[test]
fn line_ends_and_indents_are_those_of_the_file() {
    let text = "# ours\r\n  - on: 2026-09-01\r\n    who: mara\r\n    how: call";
    let root = folder(&[("listening.yaml", text)]);
    add(root.path()).unwrap();
    let new = std::fs::read_to_string(root.path().join("listening.yaml")).unwrap();
    let lines = ADDED.lines().map(|line| format!("  {line}\r\n"));
    assert_eq!(new, format!("{text}\r\n{}", lines.collect::<String>()));
}

#[test]
fn without_a_register_the_listener_gets_a_file_of_their_own() {
    let root = folder(&[]);
    assert_eq!(add(root.path()), Ok(("listening/mara.yaml".to_owned(), 1)));
    assert_eq!(add(root.path()), Ok(("listening/mara.yaml".to_owned(), 9)));
    let new = std::fs::read_to_string(root.path().join("listening/mara.yaml")).unwrap();
    assert_eq!(new, format!("{ADDED}{ADDED}"));
}

#[test]
fn a_file_whose_end_takes_no_contact_is_left_as_it_is() {
    for text in [
        "[{on: 2026-09-01, who: mara, how: call}]\n",
        "- {on: 2026-09-01, who: mara, how: call}\n...\n",
        "on: 2026-09-01\n",
        "- \"never closed\n",
    ] {
        let root = folder(&[("listening.yaml", text)]);
        let refused = add(root.path()).unwrap_err();
        assert!(refused.starts_with("listening.yaml: "), "{refused}");
        let path = root.path().join("listening.yaml");
        assert_eq!(std::fs::read_to_string(path).unwrap(), text);
    }
}
