//! Puts a new text in a file's place, whole or not at all, and only over the text it was made from:
//! the two are swapped in one step, and what came out is looked at before it goes.

use super::disk::Disk;
use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

/// A step that failed. Unless it says otherwise, the file is as it was.
#[derive(Debug)]
pub(super) struct Failed {
    /// What was being done.
    pub(super) action: &'static str,
    /// What the system said.
    pub(super) cause: io::Error,
    /// Whether the new text stands in the file all the same.
    pub(super) changed: bool,
    /// Whether the draft holds a text of someone else that is nowhere else.
    keep: bool,
}

fn failed(action: &'static str) -> impl FnOnce(io::Error) -> Failed {
    move |cause| Failed {
        action,
        cause,
        changed: false,
        keep: false,
    }
}

/// A file and the text an edit was made from.
#[derive(Clone, Copy)]
pub(super) struct Target<'a> {
    /// The file, through every link.
    pub(super) path: &'a Path,
    /// Its folder.
    pub(super) folder: &'a Path,
    /// Owner, group and rights to keep.
    pub(super) like: &'a Metadata,
    /// What it held.
    pub(super) old: &'a [u8],
}

/// Replaces the text; `false` when the file holds another one by now, which is then left in its place.
pub(super) fn swap(disk: &dyn Disk, target: Target<'_>, new: &[u8]) -> Result<bool, Failed> {
    let created = disk.create(target.folder);
    let (mut file, draft) = created.map_err(failed("make a file beside it"))?;
    let filled = fill(disk, &mut file, target.like, new);
    drop(file);
    let outcome = filled.and_then(|()| trade(disk, target, &draft, new));
    if !matches!(outcome, Err(Failed { keep: true, .. })) {
        // It may have been renamed away, and a draft that stays does no harm.
        disk.remove(&draft).ok();
    }
    outcome
}

fn fill(disk: &dyn Disk, file: &mut File, like: &Metadata, new: &[u8]) -> Result<(), Failed> {
    disk.write(file, new).map_err(failed("write"))?;
    disk.liken(file, like)
        .map_err(failed("keep its group and permissions"))?;
    disk.sync(file).map_err(failed("write to the disk"))
}

fn trade(disk: &dyn Disk, target: Target<'_>, draft: &Path, new: &[u8]) -> Result<bool, Failed> {
    let Target {
        path, folder, old, ..
    } = target;
    let now = disk.read(path).map_err(failed("read it once more"))?;
    if now != old {
        return Ok(false);
    }
    if !disk.exchange(draft, path).map_err(failed("replace"))? {
        disk.rename(draft, path).map_err(failed("replace"))?;
        let last = disk.sync_folder(folder).map_err(|cause| Failed {
            action: "make sure of its place on the disk; it is changed, but the power must not go now",
            cause,
            changed: true,
            keep: false,
        });
        return last.map(|()| true);
    }
    // Someone may have put another text there since it was compared: then that one came out.
    let is_old = disk.read(draft).is_ok_and(|displaced| displaced == old);
    if !is_old {
        return give_back(disk, path, draft, new).map(|()| false);
    }
    match disk.sync_folder(folder) {
        Ok(()) => Ok(true),
        Err(cause) => {
            give_back(disk, path, draft, new)?;
            Err(failed("make sure of its place on the disk")(cause))
        }
    }
}

/// Puts back what came out, and sees to it that nothing but our own text comes out this time.
fn give_back(disk: &dyn Disk, path: &Path, draft: &Path, new: &[u8]) -> Result<(), Failed> {
    let lost = |cause| {
        let name = draft.file_name().unwrap_or_default().to_string_lossy();
        Failed {
            action: "settle with someone who changes it at the same time",
            cause: io::Error::other(format!("{cause}; a text of theirs is kept as {name}")),
            changed: false,
            keep: true,
        }
    };
    disk.exchange(draft, path).map_err(lost)?;
    if disk.read(draft).map_err(lost)? == new {
        return Ok(());
    }
    // A third text, made over ours: it is the newest, and takes its place again.
    disk.exchange(draft, path).map_err(lost)?;
    Err(lost(io::Error::other("it was changed twice meanwhile")))
}
