//! `.pothole`, the hidden folder in a workspace where pothole keeps its lock and its log. It holds a
//! `.gitignore` of its own, so that git never sees it. Nothing in it is ever reached through a link: a
//! repository from a stranger could bring one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const NAME: &str = ".pothole";

/// The folder, once it is there.
#[derive(Clone, Debug)]
pub(super) struct OwnFolder(PathBuf);

impl OwnFolder {
    /// The folder of a workspace, made when it is missing.
    pub(super) fn make(root: &Path) -> io::Result<Self> {
        let path = root.join(NAME);
        match fs::create_dir(&path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        let folder = Self::find(root)?.ok_or(io::ErrorKind::NotFound)?;
        let ignore = path.join(".gitignore");
        let mut options = OpenOptions::new();
        // Another pothole may make it at the same moment, with the same words.
        if let Ok(mut file) = options.write(true).create_new(true).open(ignore) {
            file.write_all(b"*\n")?;
        }
        Ok(folder)
    }

    /// The folder of a workspace, when it is there.
    pub(super) fn find(root: &Path) -> io::Result<Option<Self>> {
        let path = root.join(NAME);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_dir() => Ok(Some(Self(path))),
            Ok(_) => Err(io::Error::other(format!(
                "{NAME} is not a folder of its own; take it away"
            ))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Opens a file in it for reading and for writing at its end; made when it is missing.
    pub(super) fn open(&self, name: &str) -> io::Result<File> {
        let path = self.0.join(name);
        let mut options = OpenOptions::new();
        options.read(true).append(true);
        // A file that must be new is never opened through a link.
        match options.clone().create_new(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => return made,
        }
        self.open_with(&options, name)
    }

    /// Opens a file in it for reading alone, when it is there.
    pub(super) fn find_file(&self, name: &str) -> io::Result<Option<File>> {
        match self.open_with(OpenOptions::new().read(true), name) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            opened => opened.map(Some),
        }
    }

    fn open_with(&self, options: &OpenOptions, name: &str) -> io::Result<File> {
        let path = self.0.join(name);
        let refused = |reason| io::Error::other(format!("{NAME}/{name} {reason}"));
        if !fs::symlink_metadata(&path)?.is_file() {
            return Err(refused("is no regular file; take it away"));
        }
        let file = options.open(&path)?;
        if is_same(&file, &path)? {
            Ok(file)
        } else {
            Err(refused("was replaced meanwhile"))
        }
    }

    /// Whether an open file still is the one that has this name here.
    pub(super) fn holds(&self, name: &str, file: &File) -> bool {
        is_same(file, &self.0.join(name)).unwrap_or(false)
    }

    /// The folder itself.
    #[cfg(test)]
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

/// Whether an open file is the one that has a name, links aside.
#[cfg(unix)]
pub(super) fn is_same(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let (one, two) = (file.metadata()?, fs::symlink_metadata(path)?);
    Ok((one.dev(), one.ino()) == (two.dev(), two.ino()))
}

#[cfg(not(unix))]
pub(super) fn is_same(_: &File, path: &Path) -> io::Result<bool> {
    Ok(fs::symlink_metadata(path)?.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn git_never_sees_the_folder() {
        let root = tempfile::tempdir().unwrap();
        assert!(OwnFolder::find(root.path()).unwrap().is_none());
        let folder = OwnFolder::make(root.path()).unwrap();
        OwnFolder::make(root.path()).unwrap();
        let ignored = fs::read_to_string(folder.path().join(".gitignore")).unwrap();
        assert_eq!(ignored, "*\n");
        let file = folder.open("log").unwrap();
        assert!(folder.holds("log", &file) && !folder.holds("lock", &file));
    }

    #[cfg(unix)]
    #[test]
    fn a_planted_link_is_not_followed() {
        use std::os::unix::fs::symlink;
        let root = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let victim = elsewhere.path().join("victim");
        fs::write(&victim, "theirs").unwrap();
        let folder = OwnFolder::make(root.path()).unwrap();
        symlink(&victim, folder.path().join("log")).unwrap();
        let error = folder.open("log").unwrap_err().to_string();
        assert_eq!(error, ".pothole/log is no regular file; take it away");
        assert_eq!(fs::read_to_string(&victim).unwrap(), "theirs");
        let other = tempfile::tempdir().unwrap();
        symlink(elsewhere.path(), other.path().join(".pothole")).unwrap();
        let error = OwnFolder::make(other.path()).unwrap_err().to_string();
        assert!(error.starts_with(".pothole is not a folder"), "{error}");
    }
}
