//! Reading a workspace's YAML with positions and problems, and saving one edit without touching
//! another byte.

mod charter_entry;
mod condition_entry;
mod document;
mod fields;
mod folder;
mod glob;
mod header;
mod id;
mod journey_entry;
mod keys;
mod kind;
mod opening;
mod problem;
mod reach;
mod reporter;
mod rule_entry;
mod scale_entry;
mod source_entry;
mod step_entry;
mod suggestion;
mod tree;
mod visible;
mod yaml;

pub use folder::locate;
pub use keys::{ALL_KEYS, Keys};
pub use kind::Kind;
pub use opening::open;
pub use problem::{Problem, Severity};

use crate::feedback::{Rule, Source};
use crate::journey::{Charter, Edit, Journeys};
use std::path::PathBuf;

/// A workspace as it was read: all that was readable, and every problem.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    /// The folder that holds `pothole.yaml`.
    pub root: PathBuf,
    /// The organisation, its people and thresholds.
    pub charter: Charter,
    /// Every journey.
    pub journeys: Journeys,
    /// Where feedback comes from.
    pub sources: Vec<Source>,
    /// What makes a row belong to a touchpoint, in the workspace's order.
    pub rules: Vec<Rule>,
    /// What is wrong, by file and line.
    pub problems: Vec<Problem>,
}

/// The folder could not be opened as a workspace at all.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Neither the folder nor its `journeys/` holds a `pothole.yaml`.
    #[error("no workspace at {0}: neither it nor its journeys/ folder holds a pothole.yaml")]
    NotFound(PathBuf),
}

/// An edit could not be saved; the file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The workspace has no such touchpoint.
    #[error("no touchpoint {0}")]
    NoTouchpoint(String),
}

/// Saves one edit to the file it belongs to, and returns that file, relative to the workspace.
/// The `from` of the edit must be what the file says, or the edit is refused.
pub fn save(workspace: &Workspace, edit: &Edit) -> Result<String, SaveError> {
    todo!("{workspace:?} {edit:?}")
}
