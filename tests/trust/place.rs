//! A workspace to save in, and how often to try.

use pothole::journey::{Address, Edit};
use pothole::workspace::{Workspace, open};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// How much is tried: a little in `cargo test`, all of it in the test of record.
pub(crate) fn size(little: usize, record: usize) -> usize {
    if std::env::var_os("POTHOLE_RECORD").is_some() {
        record
    } else {
        little
    }
}

/// How many touchpoints the journey has.
pub(crate) const TOUCHPOINTS: usize = 8;

/// The journey's file: its touchpoints have no owners yet.
pub(crate) fn journey() -> String {
    let head = "# count 0\njourney: j # ours\nstages:\n- stage: s\n  touchpoints:\n";
    let touchpoint = |n| format!("  - touchpoint: t{n}  # the {n}th\n    title: Step {n}\n");
    let touchpoints: String = (0..TOUCHPOINTS).map(touchpoint).collect();
    format!("{head}{touchpoints}")
}

/// A workspace in a temporary folder.
pub(crate) struct Site {
    folder: TempDir,
    pub(crate) workspace: Workspace,
}

impl Site {
    pub(crate) fn new() -> Self {
        Self::within(tempfile::tempdir().unwrap())
    }

    /// In memory, where the system has such a place: the disk's own speed is not what is tried.
    pub(crate) fn quick() -> Self {
        let memory = Path::new("/dev/shm");
        let folder = tempfile::tempdir_in(memory).or_else(|_| tempfile::tempdir());
        Self::within(folder.unwrap())
    }

    pub(crate) fn within(folder: TempDir) -> Self {
        fs::write(folder.path().join("pothole.yaml"), "title: T\n").unwrap();
        fs::write(folder.path().join("j.yaml"), journey()).unwrap();
        let workspace = open(folder.path()).unwrap();
        Self { folder, workspace }
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.root().join("j.yaml")
    }

    pub(crate) fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    /// Runs the program in the workspace.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        program(self.root(), arguments).output().unwrap()
    }
}

/// The program, in a folder.
pub(crate) fn program(folder: &Path, arguments: &[&str]) -> Command {
    // A released program may be tried instead, for figures.
    let other = std::env::var_os("POTHOLE_PROGRAM");
    let mut command = Command::new(other.unwrap_or(env!("CARGO_BIN_EXE_pothole").into()));
    command.current_dir(folder).args(arguments);
    command.env("POTHOLE_CACHE", "off").env("USER", "ann");
    command.env_remove("GIT_AUTHOR_NAME").stdin(Stdio::null());
    command
}

/// Another owner for a touchpoint of the journey.
pub(crate) fn owner(touchpoint: &str, from: Option<&str>, to: Option<&str>) -> Edit {
    Edit::Owner {
        touchpoint: Address::new("j", touchpoint),
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
    }
}

/// Whether a program can be run here.
pub(crate) fn has(tool: &str) -> bool {
    let mut command = Command::new(tool);
    command.arg("--version").stdin(Stdio::null());
    command.output().is_ok()
}
