//! Writes a file that pothole makes for its user, an export or a page: whole or not at all, and never
//! through a link that somebody planted where it goes.

use std::fs::{self, File, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Whether a file that is there may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It is, and keeps its rights.
    Replace,
    /// It is left alone, and the error is [`io::ErrorKind::AlreadyExists`].
    Keep,
}

/// Writes a file beside its final place, and moves it there when it is whole and on the disk.
///
/// A link or a device there is never replaced or followed. Fails with what the system said, or with what
/// `print` did.
pub fn deliver(
    path: &Path,
    existing: Existing,
    print: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let permissions = permissions(path)?;
    if existing == Existing::Keep && permissions.is_some() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut beside = tempfile::Builder::new();
    beside.prefix(".pothole-").suffix(".tmp");
    open_to_others(&mut beside);
    let mut file = beside.tempfile_in(folder)?;
    let mut out = BufWriter::new(file.as_file_mut());
    print(&mut out).and_then(|()| out.flush())?;
    drop(out);
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    let placed = match existing {
        Existing::Replace => file.persist(path),
        Existing::Keep => file.persist_noclobber(path),
    };
    placed.map_err(|error| error.error)?;
    // The file is there; that its name may not last through a power cut is no reason to fail.
    File::open(folder).and_then(|folder| folder.sync_all()).ok();
    Ok(())
}

/// The permissions of the file that will be replaced, when there is one. A link or a device is never
/// replaced: the first could lead elsewhere, the second is no file.
fn permissions(path: &Path) -> io::Result<Option<Permissions>> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => Ok(Some(found.permissions())),
        Ok(_) => Err(io::Error::other(
            "it is there and is no regular file; write to standard output and redirect it instead",
        )),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// What a new file may be, before the user's umask takes its part; a temporary one would be private.
#[cfg(unix)]
fn open_to_others(beside: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    beside.permissions(Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn open_to_others(_: &mut tempfile::Builder<'_, '_>) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_only_when_asked_and_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.md");
        let write = |existing, text: &'static str| {
            deliver(&path, existing, |out| out.write_all(text.as_bytes()))
        };
        write(Existing::Keep, "one").unwrap();
        let error = write(Existing::Keep, "two").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        write(Existing::Replace, "three").unwrap();
        let failing = |out: &mut dyn Write| {
            out.write_all(b"half")?;
            Err(io::Error::other("no more"))
        };
        deliver(&path, Existing::Replace, failing).unwrap_err();
        assert_eq!(fs::read_to_string(&path).unwrap(), "three");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_planted_link_is_neither_followed_nor_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let [path, victim] = ["page.md", "victim"].map(|name| folder.path().join(name));
        fs::write(&victim, "theirs").unwrap();
        std::os::unix::fs::symlink(&victim, &path).unwrap();
        for existing in [Existing::Replace, Existing::Keep] {
            let error = deliver(&path, existing, |out| out.write_all(b"ours")).unwrap_err();
            assert!(error.to_string().contains("no regular file"), "{error}");
        }
        assert_eq!(fs::read_to_string(&victim).unwrap(), "theirs");
    }
}
