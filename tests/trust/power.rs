//! The power goes in the middle of a save: a copy of the disk taken at that moment, repaired as a machine
//! does when it starts, holds the old file or the new one, and all that was said to be saved.

use crate::place::{journey, owner, size};
use pothole::workspace::{Disk, RealDisk, open, save_on, splice};
use std::cell::RefCell;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn run(program: &str, arguments: &[&str]) -> Option<Output> {
    let mut command = Command::new(program);
    let output = command.args(arguments).stdin(Stdio::null()).output();
    output.ok()
}

fn works(program: &str, arguments: &[&str]) -> bool {
    run(program, arguments).is_some_and(|output| output.status.success())
}

/// A small file system in a file, mounted while it lives.
struct Island {
    folder: tempfile::TempDir,
}

impl Island {
    /// Nothing where this user may not mount.
    fn mount() -> Option<Self> {
        let island = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let (image, shore) = (island.image(), island.shore());
        fs::create_dir(&shore).unwrap();
        File::create(&image).unwrap().set_len(4 << 20).unwrap();
        let (image, shore) = (image.to_str()?, shore.to_str()?);
        let made = works("mkfs.ext4", &["-q", "-F", "-J", "size=1", image])
            || works("mkfs.ext4", &["-q", "-F", image]);
        let mounted = made && works("mount", &["-o", "loop,commit=600", image, shore]);
        mounted.then_some(island)
    }

    fn image(&self) -> PathBuf {
        self.folder.path().join("image")
    }

    fn shore(&self) -> PathBuf {
        self.folder.path().join("shore")
    }
}

impl Drop for Island {
    fn drop(&mut self) {
        run("umount", &[self.shore().to_str().unwrap()]);
    }
}

/// A disk whose image is copied before every step of a save.
struct Watched<'i> {
    island: &'i Island,
    copies: RefCell<Vec<PathBuf>>,
}

impl Watched<'_> {
    fn copy(&self) {
        let number = self.copies.borrow().len();
        let copy = self.island.folder.path().join(format!("copy-{number}"));
        fs::copy(self.island.image(), &copy).unwrap();
        self.copies.borrow_mut().push(copy);
    }
}

impl Disk for Watched<'_> {
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        self.copy();
        RealDisk.write(file, bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.copy();
        RealDisk.sync(file)?;
        self.copy();
        Ok(())
    }

    fn exchange(&self, one: &Path, two: &Path) -> io::Result<bool> {
        self.copy();
        RealDisk.exchange(one, two)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.copy();
        RealDisk.remove(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.copy();
        RealDisk.sync_folder(folder)
    }
}

/// What the journey's file is on a copy of the disk after the repairs of a start.
fn after_restart(copy: &Path) -> String {
    let copy = copy.to_str().unwrap();
    let repaired = run("e2fsck", &["-p", copy]).unwrap();
    assert!(repaired.status.code().unwrap() < 4, "{repaired:?}");
    let read = run("debugfs", &["-R", "cat /j.yaml", copy]).unwrap();
    String::from_utf8(read.stdout).unwrap()
}

#[test]
fn a_power_cut_leaves_the_old_file_or_the_new_one() {
    let Some(island) = Island::mount() else {
        println!("skipped: this user may not mount an ext4 image");
        return;
    };
    let root = island.shore();
    fs::write(root.join("pothole.yaml"), "title: T\n").unwrap();
    fs::write(root.join("j.yaml"), journey()).unwrap();
    assert!(works("sync", &["-f", root.to_str().unwrap()]));
    let workspace = open(&root).unwrap();
    let watched = Watched {
        island: &island,
        copies: RefCell::default(),
    };
    let (mut before, mut old) = (None, journey());
    let (cuts, mut cut, mut turned) = (size(40, 1_000), 0, 0);
    for save in 0.. {
        let to = format!("owner-{save}");
        let new = splice(&old, "j", "t5", Some(&to)).unwrap();
        save_on(
            &watched,
            &workspace,
            &owner("t5", before.as_deref(), Some(&to)),
        )
        .unwrap();
        let copies = watched.copies.take();
        for copy in &copies {
            let text = after_restart(copy);
            assert!(text == old || text == new, "cut {cut}: {text:?}");
            turned += usize::from(text == new);
            fs::remove_file(copy).unwrap();
        }
        cut += copies.len();
        watched.copy();
        let acknowledged = watched.copies.take().pop().unwrap();
        assert_eq!(
            after_restart(&acknowledged),
            new,
            "an acknowledged save is gone"
        );
        fs::remove_file(acknowledged).unwrap();
        cut += 1;
        (before, old) = (Some(to), new);
        if cut >= cuts {
            break;
        }
    }
    println!(
        "{cut} cuts: {turned} showed the new file before it was acknowledged, the others the old"
    );
}
