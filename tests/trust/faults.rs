//! A disk on which any step fails, or at any step of which the machine stops: the file is the old one or
//! the new one, and what was said to be saved is there.

use crate::dice::Dice;
use crate::place::{Site, owner, size};
use pothole::workspace::{Disk, Operations, RealDisk, SaveError, save, save_on, splice};
use std::cell::Cell;
use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// What happens at the step that is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// This step fails, half done where it can be; the others work.
    Fails(ErrorKind),
    /// The machine stops before the step is done, or in the middle of it.
    StopsIn,
    /// The machine stops just after the step is done.
    StopsAfter,
}

const FAULTS: [Fault; 6] = [
    Fault::Fails(ErrorKind::StorageFull),
    Fault::Fails(ErrorKind::PermissionDenied),
    Fault::Fails(ErrorKind::Interrupted),
    Fault::Fails(ErrorKind::Other),
    Fault::StopsIn,
    Fault::StopsAfter,
];

/// A disk with one fault.
struct Faulty {
    steps: Cell<usize>,
    at: usize,
    fault: Fault,
    /// Whether the system can swap two names.
    swaps: bool,
}

impl Faulty {
    /// Does a step, or what is left of it.
    fn step<T>(&self, half: impl FnOnce(), whole: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let now = self.steps.get();
        self.steps.set(now + 1);
        let stopped = io::Error::other("the machine has stopped");
        match self.fault {
            _ if now < self.at => whole(),
            Fault::Fails(kind) if now == self.at => {
                half();
                Err(kind.into())
            }
            Fault::Fails(_) => whole(),
            Fault::StopsIn if now == self.at => {
                half();
                Err(stopped)
            }
            Fault::StopsAfter if now == self.at => {
                whole()?;
                Err(stopped)
            }
            Fault::StopsIn | Fault::StopsAfter => Err(stopped),
        }
    }
}

impl Disk for Faulty {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.step(|| (), || RealDisk.resolve(path))
    }

    fn look(&self, path: &Path) -> io::Result<Metadata> {
        self.step(|| (), || RealDisk.look(path))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.step(|| (), || RealDisk.read(path))
    }

    fn create(&self, folder: &Path) -> io::Result<(File, PathBuf)> {
        self.step(|| (), || RealDisk.create(folder))
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        let mut same = file.try_clone()?;
        let half = || same.write_all(&bytes[..bytes.len() / 2]).unwrap();
        self.step(half, || RealDisk.write(file, bytes))
    }

    fn liken(&self, file: &File, like: &Metadata) -> io::Result<()> {
        self.step(|| (), || RealDisk.liken(file, like))
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.step(|| (), || RealDisk.sync(file))
    }

    fn exchange(&self, one: &Path, two: &Path) -> io::Result<bool> {
        if !self.swaps {
            return Ok(false);
        }
        self.step(|| (), || RealDisk.exchange(one, two))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| (), || RealDisk.rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(|| (), || RealDisk.remove(path))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(|| (), || RealDisk.sync_folder(folder))
    }
}

/// How many steps a save without faults takes.
fn steps(swaps: bool) -> usize {
    let site = Site::quick();
    let sound = Faulty {
        steps: Cell::new(0),
        at: usize::MAX,
        fault: Fault::StopsIn,
        swaps,
    };
    save_on(&sound, &site.workspace, &owner("t0", None, Some("x"))).unwrap();
    sound.steps.get()
}

/// Saves with a fault, and checks all that is promised; says whether the save was acknowledged.
fn try_one(site: &Site, disk: &Faulty, round: usize) -> bool {
    let touchpoint = format!("t{}", round % 8);
    let text = site.text();
    let edit = owner(&touchpoint, None, Some("team"));
    let wanted = splice(&text, "j", &touchpoint, Some("team")).unwrap();
    let before = Operations::read(site.root()).unwrap();
    let saved = save_on(disk, &site.workspace, &edit);
    let context = format!("{:?} at step {}: {saved:?}", disk.fault, disk.at);
    let now = site.text();
    assert!(now == text || now == wanted, "torn by {context}:\n{now}");
    let after = Operations::read(site.root()).unwrap();
    assert!(after.all.starts_with(&before.all), "{context}");
    match &saved {
        Ok(_) => assert_eq!(now, wanted, "{context}"),
        Err(error) => {
            // Only a stopped machine, or one that cannot swap names, may have saved without a word.
            if matches!(disk.fault, Fault::Fails(_)) && disk.swaps {
                assert_eq!(now, text, "{context}");
            }
            let said = error.to_string();
            assert!(said.starts_with("j.yaml: cannot "), "{said}");
            assert!(matches!(error, SaveError::Io { .. }), "{said}");
            if now == text {
                save(&site.workspace, &edit).unwrap();
                assert_eq!(site.text(), wanted, "tried again after {context}");
            }
        }
    }
    save(&site.workspace, &edit.inverse()).unwrap();
    assert_eq!(site.text(), text, "taken back after {context}");
    saved.is_ok()
}

#[test]
fn a_save_is_whole_or_not_at_all_wherever_the_disk_fails() {
    let most = size(2_000, 20_000);
    let (mut dice, mut acknowledged, mut injected) = (Dice::new(1), 0, 0);
    let lengths = [steps(false), steps(true)];
    let mut site = Site::quick();
    for round in 0..most {
        if round % 100 == 0 {
            site = Site::quick();
        }
        let swaps = !dice.once_in(4);
        let at = dice.below(lengths[usize::from(swaps)]);
        let fault = *dice.pick(&FAULTS);
        let disk = Faulty {
            steps: Cell::new(0),
            at,
            fault,
            swaps,
        };
        acknowledged += usize::from(try_one(&site, &disk, round));
        injected += usize::from(disk.steps.get() > at);
    }
    println!("{injected} faults injected, {acknowledged} saves acknowledged all the same");
    assert_eq!(injected, most);
    assert!(acknowledged * 2 < most, "{acknowledged}");
}
