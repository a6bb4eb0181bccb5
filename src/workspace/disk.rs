//! The disk as a save sees it. Every step that can fail is a method of its own, so that a test can let
//! each of them fail, or the machine stop there.

use std::fs::{File, Metadata, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What a save does to the disk, step by step; each method by default does the real thing.
pub trait Disk {
    /// The file a path leads to, through every link.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }

    /// What is known about a file.
    fn look(&self, path: &Path) -> io::Result<Metadata> {
        path.metadata()
    }

    /// All bytes of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }

    /// A new empty file in a folder, under a name nobody else has, for this user alone.
    fn create(&self, folder: &Path) -> io::Result<(File, PathBuf)> {
        let mut name = tempfile::Builder::new();
        let draft = name
            .prefix(".pothole-")
            .suffix(".tmp")
            .tempfile_in(folder)?;
        draft.keep().map_err(|error| error.error)
    }

    /// Writes all bytes at the end of an open file.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    /// Gives an open file the owner, the group and the rights of another.
    fn liken(&self, file: &File, like: &Metadata) -> io::Result<()> {
        own_alike(file, like)?;
        file.set_permissions(rights(like))
    }

    /// Waits until an open file's content is on the disk.
    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    /// Swaps the names of two files in one step; `false` where the system cannot do that.
    fn exchange(&self, one: &Path, two: &Path) -> io::Result<bool> {
        exchange(one, two)
    }

    /// Gives a file another name, over what has it now.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    /// Takes a file's name away.
    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    /// Waits until the names in a folder are on the disk; a file system that has no such thing is left
    /// to its own ways.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        match open_folder(folder).and_then(|folder| folder.sync_all()) {
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                ) =>
            {
                Ok(())
            }
            done => done,
        }
    }
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {}

fn rights(like: &Metadata) -> Permissions {
    like.permissions()
}

/// The group is kept, or the save refused; the owner is kept where the system lets this user do so, and
/// is this user else, as with every tool that replaces files.
#[cfg(unix)]
fn own_alike(file: &File, like: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let now = file.metadata()?;
    if now.gid() != like.gid() {
        fchown(file, None, Some(like.gid()))?;
    }
    if now.uid() != like.uid() {
        // Only root may give files away.
        fchown(file, Some(like.uid()), None).ok();
    }
    Ok(())
}

#[cfg(not(unix))]
fn own_alike(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn open_folder(folder: &Path) -> io::Result<File> {
    File::open(folder)
}

/// Elsewhere folders cannot be opened as files.
#[cfg(not(unix))]
fn open_folder(_: &Path) -> io::Result<File> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, two: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, two, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        // A file system or a kernel that does not know how.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}
