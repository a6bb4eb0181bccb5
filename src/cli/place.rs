//! Where a command works: the folder it was started in or sent to, and the workspace found there.

use super::colour::{Looks, When};
use crate::feedback::Cache;
use crate::workspace::{self, Workspace};
use anyhow::Context;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

/// Where a command works, and what holds for all of its output.
#[derive(Debug)]
pub(super) struct Place {
    directory: PathBuf,
    /// When to use colour.
    pub(super) color: When,
    /// Which colours and characters.
    pub(super) looks: Looks,
    /// Where read feedback is remembered.
    pub(super) cache: Option<Cache>,
}

impl Place {
    /// The folder given with `-C`, or the current one.
    pub(super) fn new(
        directory: Option<PathBuf>,
        color: When,
        cache: Option<Cache>,
    ) -> anyhow::Result<Self> {
        let directory = directory.unwrap_or_else(|| PathBuf::from("."));
        let metadata = directory
            .metadata()
            .with_context(|| format!("cannot work in {}", directory.display()))?;
        anyhow::ensure!(metadata.is_dir(), "{} is not a folder", directory.display());
        Ok(Self {
            directory,
            color,
            looks: Looks::default(),
            cache,
        })
    }

    /// A path as the command's arguments mean it: from the folder the command works in.
    pub(super) fn path(&self, path: &Path) -> PathBuf {
        if self.directory == Path::new(".") {
            path.to_owned()
        } else {
            self.directory.join(path)
        }
    }

    /// The workspace's folder.
    pub(super) fn root(&self) -> anyhow::Result<PathBuf> {
        Ok(workspace::locate(&self.directory)?)
    }

    /// The workspace. A command is done with it when the process ends, which gives its memory back at once
    /// and not touchpoint by touchpoint.
    pub(super) fn open(&self) -> anyhow::Result<ManuallyDrop<Workspace>> {
        Ok(ManuallyDrop::new(workspace::open(&self.root()?)?))
    }
}
