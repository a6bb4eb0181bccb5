//! Someone else who changes the file in the very moment of a save: nobody's words are lost.

use crate::place::{Site, journey, owner};
use pothole::workspace::{Disk, RealDisk, save, save_on};
use std::cell::RefCell;
use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Lets someone else write just before two names are swapped, each text once.
struct Busy {
    texts: RefCell<Vec<String>>,
}

impl Busy {
    fn new(texts: &[String]) -> Self {
        Self {
            texts: RefCell::new(texts.iter().rev().cloned().collect()),
        }
    }
}

impl Disk for Busy {
    fn exchange(&self, one: &Path, two: &Path) -> io::Result<bool> {
        if let Some(text) = self.texts.borrow_mut().pop() {
            // As editors do: a new file, renamed over the old one.
            let theirs = two.with_extension("theirs");
            fs::write(&theirs, text)?;
            fs::rename(&theirs, two)?;
        }
        RealDisk.exchange(one, two)
    }
}

fn with_owner(text: &str) -> String {
    text.replace("title: Step 3\n", "title: Step 3\n    owner: ours\n")
}

fn swaps(site: &Site) -> bool {
    let [one, two] = ["one", "two"].map(|name| site.root().join(name));
    fs::write(&one, "").unwrap();
    fs::write(&two, "").unwrap();
    RealDisk.exchange(&one, &two).unwrap()
}

#[test]
fn a_text_that_comes_between_compare_and_rename_is_kept_and_the_edit_made_over_it() {
    let site = Site::new();
    if !swaps(&site) {
        println!("skipped: this system cannot swap two names");
        return;
    }
    let theirs = journey().replace("# count 0", "# theirs");
    let busy = Busy::new(std::slice::from_ref(&theirs));
    save_on(&busy, &site.workspace, &owner("t3", None, Some("ours"))).unwrap();
    assert_eq!(site.text(), with_owner(&theirs));
    let drafts = fs::read_dir(site.root()).unwrap();
    let drafts = drafts.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with(".pothole-")
    });
    assert_eq!(drafts.count(), 0);
}

#[test]
fn an_owner_that_comes_in_that_moment_is_a_conflict_with_both_sides() {
    let site = Site::new();
    if !swaps(&site) {
        println!("skipped: this system cannot swap two names");
        return;
    }
    let theirs = with_owner(&journey()).replace("owner: ours", "owner: theirs");
    let busy = Busy::new(std::slice::from_ref(&theirs));
    let error = save_on(&busy, &site.workspace, &owner("t3", None, Some("ours"))).unwrap_err();
    let said = "j.yaml:14: the owner of j/t3 is `theirs` now, not nobody: nothing was saved";
    assert_eq!(error.to_string(), said);
    assert_eq!(site.text(), theirs);
}

#[test]
fn two_strangers_in_one_moment_lose_nothing_either() {
    let site = Site::new();
    if !swaps(&site) {
        println!("skipped: this system cannot swap two names");
        return;
    }
    let first = journey().replace("# count 0", "# the first");
    let second = journey().replace("# count 0", "# the second");
    let busy = Busy::new(&[first.clone(), second.clone()]);
    let error = save_on(&busy, &site.workspace, &owner("t3", None, Some("ours"))).unwrap_err();
    let said = error.to_string();
    assert!(
        said.contains("a text of theirs is kept as .pothole-"),
        "{said}"
    );
    assert_eq!(site.text(), second);
    let name = said.rsplit(' ').next().unwrap();
    assert_eq!(fs::read_to_string(site.root().join(name)).unwrap(), first);
    save(&site.workspace, &owner("t3", None, Some("ours"))).unwrap();
    assert_eq!(site.text(), with_owner(&second));
}

/// Neither a preserved time nor a clock that jumps says anything about a text.
#[test]
fn a_preserved_time_and_size_do_not_hide_a_change() {
    let site = Site::new();
    let day = Duration::from_secs(86_400);
    let now = fs::metadata(site.file()).unwrap().modified().unwrap();
    let times = [now, now + 9_000 * day, SystemTime::UNIX_EPOCH, now - day];
    for (place, time) in times.into_iter().enumerate() {
        let before = site.text();
        let old = format!("# count {place}");
        let theirs = before.replace(&old, &format!("# count {}", place + 1));
        assert_ne!(theirs, before);
        fs::write(site.file(), &theirs).unwrap();
        let file = fs::File::options().write(true).open(site.file()).unwrap();
        file.set_modified(time).unwrap();
        save(&site.workspace, &owner("t3", None, Some("ours"))).unwrap();
        assert_eq!(site.text(), with_owner(&theirs));
        save(&site.workspace, &owner("t3", Some("ours"), None)).unwrap();
        assert_eq!(site.text(), theirs);
    }
}
