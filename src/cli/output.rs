//! Where data goes: standard output, or a file that is written whole or not at all.

use anyhow::Context;
use std::fs::{self, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// What writes the data.
pub(super) type Print<'a> = dyn FnOnce(&mut dyn Write) -> io::Result<()> + 'a;

/// Writes data to standard output.
pub(super) fn to_stdout(print: Box<Print<'_>>) -> anyhow::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    print(&mut out)
        .and_then(|()| out.flush())
        .context("cannot write to standard output")
}

/// Writes data to a file beside its final place, and moves it there when it is whole and on disk.
pub(super) fn to_file(path: &Path, print: Box<Print<'_>>) -> anyhow::Result<()> {
    let refused = || format!("cannot write {}", path.display());
    let permissions = permissions(path).with_context(refused)?;
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut beside = tempfile::Builder::new();
    beside.prefix(".pothole-").suffix(".tmp");
    open_to_others(&mut beside);
    let mut file = beside.tempfile_in(folder).with_context(refused)?;
    let mut out = BufWriter::new(file.as_file_mut());
    print(&mut out)
        .and_then(|()| out.flush())
        .with_context(refused)?;
    drop(out);
    if let Some(permissions) = permissions {
        file.as_file()
            .set_permissions(permissions)
            .with_context(refused)?;
    }
    file.as_file().sync_all().with_context(refused)?;
    file.persist(path).with_context(refused)?;
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
