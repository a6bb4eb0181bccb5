//! A disk that is full, and one that may only be read: nothing changes, the message names the file and the
//! cause, and the same edit works as soon as there is room.

use crate::place::{Site, owner};
use pothole::journey::{Address, Day};
use pothole::workspace::{Flag, Operations, flag, save, splice};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A small disk in memory, mounted while it lives.
struct Disk {
    folder: TempDir,
}

impl Disk {
    /// Nothing where this user may not mount.
    fn mount() -> Option<Self> {
        let disk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let mounted = disk.run("mount", &["-t", "tmpfs", "-o", "size=256k", "tmpfs"]);
        mounted.then_some(disk)
    }

    fn run(&self, program: &str, arguments: &[&str]) -> bool {
        let mut command = Command::new(program);
        command.args(arguments).arg(self.folder.path());
        let status = command.stdin(Stdio::null()).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    }

    /// Takes all the room there is.
    fn fill(&self) {
        let mut file = File::create(self.folder.path().join("filler")).unwrap();
        while file.write_all(&[0; 512]).is_ok() {}
    }

    fn make_room(&self) {
        fs::remove_file(self.folder.path().join("filler")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        self.run("umount", &["-l"]);
    }
}

fn drafts(root: &Path) -> usize {
    let names = fs::read_dir(root).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name());
    names
        .filter(|name| name.to_string_lossy().ends_with(".tmp"))
        .count()
}

/// A workspace on the disk, with a log that is there already.
fn site(disk: &Disk) -> Option<Site> {
    let folder = tempfile::tempdir_in(disk.folder.path()).ok()?;
    let site = Site::within(folder);
    save(&site.workspace, &owner("t0", None, Some("x"))).unwrap();
    Some(site)
}

/// Fails to save, changes nothing, and says which file and why.
fn refused(site: &Site, cause: &str) {
    let (text, log) = (site.text(), Operations::read(site.root()).unwrap());
    let error = save(&site.workspace, &owner("t1", None, Some("y"))).unwrap_err();
    let said = error.to_string();
    assert!(
        said.starts_with("j.yaml: cannot ") && said.contains(cause),
        "{said}"
    );
    assert_eq!(site.text(), text);
    assert_eq!(Operations::read(site.root()).unwrap().all, log.all);
    assert_eq!(drafts(site.root()), 0);
}

#[test]
fn a_full_or_read_only_disk_changes_nothing_and_the_edit_can_be_made_later() {
    let Some(disk) = Disk::mount() else {
        println!("skipped: this user may not mount a small disk");
        return;
    };
    let site = site(&disk).unwrap();
    let wanted = splice(&site.text(), "j", "t1", Some("y")).unwrap();
    disk.fill();
    refused(&site, "No space left on device");
    disk.make_room();
    assert!(disk.run("mount", &["-o", "remount,ro"]));
    refused(&site, "Read-only file system");
    assert!(disk.run("mount", &["-o", "remount,rw"]));
    save(&site.workspace, &owner("t1", None, Some("y"))).unwrap();
    assert_eq!(site.text(), wanted);
    let log = Operations::read(site.root()).unwrap();
    assert_eq!(log.last().unwrap().edit, owner("t1", None, Some("y")));
}

#[test]
fn a_flag_that_does_not_fit_on_the_disk_leaves_no_half_row() {
    let Some(disk) = Disk::mount() else {
        println!("skipped: this user may not mount a small disk");
        return;
    };
    let site = site(&disk).unwrap();
    let file = site.root().join("feedback/flags.csv");
    fs::create_dir(site.root().join("feedback")).unwrap();
    // A page of memory has room for some bytes more, and there is no other page.
    let head = "at,touchpoint,words,by\n";
    let row = format!("2026-01-01,j/t0,{},\n", "x".repeat(4_090 - head.len() - 18));
    let before = format!("{head}{row}");
    fs::write(&file, &before).unwrap();
    let flagged = Flag {
        touchpoint: Address::new("j", "t0"),
        words: "the door sticks".to_owned(),
        by: None,
        on: Day::parse_iso("2026-01-02").unwrap(),
    };
    disk.fill();
    let error = flag(&site.workspace, &flagged).unwrap_err().to_string();
    assert!(
        error.starts_with("feedback/flags.csv: cannot write at its end: "),
        "{error}"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
    disk.make_room();
    flag(&site.workspace, &flagged).unwrap();
    let after = format!("{before}2026-01-02,j/t0,the door sticks,\n");
    assert_eq!(fs::read_to_string(&file).unwrap(), after);
}
