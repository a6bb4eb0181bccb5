//! Replaces the text of a file that is no journey, or makes one: as safely as an edit is saved, but without
//! an inverse, so that it does not stand in the log of edits.

use super::delivery::{Existing, deliver};
use super::disk::{Disk, RealDisk};
use super::own_folder::OwnFolder;
use super::saving::{MOST_TRIES, PAUSE, SaveError, check, failed, text};
use super::swap::{Target, swap};
use super::turn::Turn;
use super::visible::visible;
use std::path::Path;
use std::thread::sleep;

/// Makes a file's new text of its old one.
pub(super) type Rewriting<'r> = dyn Fn(&str) -> Result<String, SaveError> + 'r;

/// Replaces a file's text by what is made of it, and returns the new text. What others changed meanwhile is
/// kept.
pub(super) fn rewrite(root: &Path, file: &str, edit: &Rewriting<'_>) -> Result<String, SaveError> {
    let disk = &RealDisk;
    let _turn = turn(root, file)?;
    for _ in 0..MOST_TRIES {
        let path = disk
            .resolve(&root.join(file))
            .map_err(failed(file, "find the file"))?;
        let metadata = disk.look(&path).map_err(failed(file, "look at the file"))?;
        check(file, &metadata)?;
        let old = text(disk, file, &path, metadata.len())?;
        let new = edit(&old)?;
        let target = Target {
            path: &path,
            folder: path.parent().unwrap_or(root),
            like: &metadata,
            old: old.as_bytes(),
        };
        let swapped = swap(disk, target, new.as_bytes());
        if swapped.map_err(|error| failed(file, error.action)(error.cause))? {
            return Ok(new);
        }
        sleep(PAUSE);
    }
    Err(SaveError::Unsettled(visible(file)))
}

/// Makes a file that is not there yet, whole or not at all, and the folder it stands in.
pub(super) fn create(root: &Path, file: &str, text: &str) -> Result<(), SaveError> {
    let _turn = turn(root, file)?;
    let path = root.join(file);
    let folder = path.parent().unwrap_or(root);
    std::fs::create_dir_all(folder).map_err(failed(file, "make its folder"))?;
    let written = deliver(&path, Existing::Keep, |out| out.write_all(text.as_bytes()));
    written.map_err(failed(file, "make the file"))
}

/// One pothole saves at a time.
fn turn(root: &Path, file: &str) -> Result<Turn, SaveError> {
    let folder = OwnFolder::make(root).map_err(failed(file, "make the folder of its lock"))?;
    Turn::take(&folder).map_err(failed(file, "lock"))
}
