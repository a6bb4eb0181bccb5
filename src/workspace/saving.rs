//! Saves one edit to its journey file: whole or not at all, and only over the text it was made from.

use super::Workspace;
use super::action_splice::{add_action, change_action, remove_action};
use super::disk::{Disk, RealDisk};
use super::document::Document;
use super::log::Log;
use super::own_folder::OwnFolder;
use super::rule_splice::{add_rule, remove_rule};
use super::splice::{Refusal, owner_in, splice};
use super::swap::{Target, swap};
use super::turn::Turn;
use super::visible::visible;
use crate::journey::{ActionEdit, Address, Edit, RuleChange};
use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// How often a file that changes while it is being saved is tried again.
pub(super) const MOST_TRIES: usize = 20;
/// How long to wait for that.
pub(super) const PAUSE: Duration = Duration::from_millis(5);

/// An edit could not be saved; the file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The workspace has no such touchpoint.
    #[error("no touchpoint {touchpoint}{help}")]
    NoTouchpoint {
        /// The address that was asked for.
        touchpoint: String,
        /// "; did you mean ...?", or nothing.
        help: String,
    },
    /// The workspace has an action of this id already.
    #[error("there is an action {action} at {touchpoint} already; take another id")]
    SameAction {
        /// The id.
        action: String,
        /// The touchpoint of the action that has it.
        touchpoint: Address,
    },
    /// Someone else has changed the owner meanwhile.
    #[error("{0}")]
    Conflict(Box<Conflict>),
    /// The file's text does not allow the edit.
    #[error("{file}: {refusal}")]
    Refused {
        /// The file, relative to the workspace.
        file: String,
        /// Why.
        refusal: Refusal,
    },
    /// The file kept changing while it was being saved.
    #[error("{0}: the file keeps changing while it is saved; try again")]
    Unsettled(String),
    /// The file cannot be edited in safety.
    #[error("{file}: {reason}")]
    Unsafe {
        /// The file, relative to the workspace.
        file: String,
        /// Why.
        reason: String,
    },
    /// The file could not be read or written.
    #[error("{file}: cannot {action}: {cause}")]
    Io {
        /// The file, relative to the workspace.
        file: String,
        /// What was being done.
        action: &'static str,
        /// What the system said.
        cause: io::Error,
    },
}

impl SaveError {
    /// Whether the file may only be half written, or away for a moment.
    fn may_pass(&self) -> bool {
        match self {
            Self::Io { cause, .. } => cause.kind() == io::ErrorKind::NotFound,
            Self::Refused { refusal, .. } => {
                matches!(refusal, Refusal::Broken { .. } | Refusal::NoTouchpoint(_))
            }
            _ => false,
        }
    }
}

/// The file says another owner than the one an edit was made from.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{file}:{line}: the owner of {touchpoint} is {} now, not {}: nothing was saved",
    said(.found.as_deref()), said(.expected.as_deref())
)]
pub struct Conflict {
    /// The file, relative to the workspace.
    pub file: String,
    /// Where the owner, or else the touchpoint, stands.
    pub line: usize,
    /// The touchpoint.
    pub touchpoint: Address,
    /// The owner the edit was made from.
    pub expected: Option<String>,
    /// The owner the file says.
    pub found: Option<String>,
}

/// Saves one edit to the file it belongs to, and returns that file, relative to the workspace.
///
/// The `from` of the edit must be what the file says, or the edit is refused. The new text takes the
/// old one's place at once, and only when that still is the text the edit was made from: what others
/// changed meanwhile is kept, and the edit made again over it. Links are followed; rights and group are
/// kept. One pothole saves at a time, and every edit stands in the log (see [`super::Operations`]). The
/// workspace itself stays as it is: see [`Workspace::apply`].
pub fn save(workspace: &Workspace, edit: &Edit) -> Result<String, SaveError> {
    save_on(&RealDisk, workspace, edit)
}

/// The same on any disk, so that a test can see what becomes of a save when the disk fails.
pub fn save_on(disk: &dyn Disk, workspace: &Workspace, edit: &Edit) -> Result<String, SaveError> {
    let index = workspace.find(edit.touchpoint())?;
    if let Edit::Action {
        edit: ActionEdit::Add(action),
        ..
    } = edit
        && let Some((there, _)) = workspace.journeys.find_action(&action.id)
    {
        return Err(SaveError::SameAction {
            action: visible(&action.id),
            touchpoint: workspace.journeys.touchpoint(there).address.clone(),
        });
    }
    let journey = workspace.journeys.touchpoint(index).journey;
    let all = workspace.journeys.all();
    let file = all.get(journey).map(|journey| journey.file.clone());
    let file = file.unwrap_or_default();
    let folder =
        OwnFolder::make(&workspace.root).map_err(failed(&file, "make the folder of its lock"))?;
    let _turn = Turn::take(&folder).map_err(failed(&file, "lock"))?;
    let mut log =
        Log::open(disk, &folder, &file, edit).map_err(failed(&file, "open the log of edits"))?;
    let saved = persist(disk, &workspace.root, &file, edit, &mut log);
    if saved.is_err() {
        log.withdraw();
    }
    saved.map(|()| file)
}

/// Tries until the file stands still for as long as a save takes.
fn persist(
    disk: &dyn Disk,
    root: &Path,
    file: &str,
    edit: &Edit,
    log: &mut Log<'_>,
) -> Result<(), SaveError> {
    let mut last = SaveError::Unsettled(visible(file));
    for _ in 0..MOST_TRIES {
        match attempt(disk, root, file, edit, log) {
            Ok(true) => return Ok(()),
            Ok(false) => last = SaveError::Unsettled(visible(file)),
            // Git and editors take a file away for a moment, or show it before it is whole.
            Err(error) if error.may_pass() => last = error,
            Err(error) => return Err(error),
        }
        sleep(PAUSE);
    }
    Err(last)
}

/// One try; `false` when the file changed meanwhile.
fn attempt(
    disk: &dyn Disk,
    root: &Path,
    file: &str,
    edit: &Edit,
    log: &mut Log<'_>,
) -> Result<bool, SaveError> {
    let path = disk
        .resolve(&root.join(file))
        .map_err(failed(file, "find the file"))?;
    let metadata = disk.look(&path).map_err(failed(file, "look at the file"))?;
    check(file, &metadata)?;
    let text = text(disk, file, &path, metadata.len())?;
    let new = edited(file, &text, edit)?;
    if new == text {
        return Ok(true);
    }
    log.announce()
        .map_err(failed(file, "write to the log of edits"))?;
    let target = Target {
        path: &path,
        folder: path.parent().unwrap_or(root),
        like: &metadata,
        old: text.as_bytes(),
    };
    swap(disk, target, new.as_bytes()).map_err(|error| {
        if error.changed {
            log.confirm();
        }
        failed(file, error.action)(error.cause)
    })
}

/// Turns what the system said into an error that names the file.
pub(super) fn failed(file: &str, action: &'static str) -> impl FnOnce(io::Error) -> SaveError {
    let file = visible(file);
    move |cause| SaveError::Io {
        file,
        action,
        cause,
    }
}

/// Refuses what a rename would not leave as it was.
pub(super) fn check(file: &str, metadata: &Metadata) -> Result<(), SaveError> {
    let reason = if !metadata.is_file() {
        "it is not a file any more"
    } else if metadata.permissions().readonly() {
        "it is read-only; give yourself the right to write it"
    } else if links(metadata) > 1 {
        "it has several names (hard links), and a save would part them; copy it over itself first"
    } else {
        return Ok(());
    };
    Err(SaveError::Unsafe {
        file: visible(file),
        reason: reason.to_owned(),
    })
}

#[cfg(unix)]
fn links(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(metadata)
}

#[cfg(not(unix))]
fn links(_: &Metadata) -> u64 {
    1
}

/// The text of a file that is to be edited.
pub(super) fn text(
    disk: &dyn Disk,
    file: &str,
    path: &Path,
    bytes: u64,
) -> Result<String, SaveError> {
    let unsafe_for = |reason| SaveError::Unsafe {
        file: visible(file),
        reason,
    };
    if bytes > Document::MOST_BYTES {
        let most = Document::MOST_BYTES >> 20;
        let reason = format!("{bytes} bytes are more than the {most} MiB a file may have");
        return Err(unsafe_for(reason));
    }
    let bytes = disk.read(path).map_err(failed(file, "read"))?;
    String::from_utf8(bytes).map_err(|_| unsafe_for("it is not UTF-8 text".to_owned()))
}

/// The text with the edit made, when it is made from what the text says.
fn edited(file: &str, text: &str, edit: &Edit) -> Result<String, SaveError> {
    let refused = |refusal| SaveError::Refused {
        file: visible(file),
        refusal,
    };
    let touchpoint = edit.touchpoint();
    let (journey, id) = (&touchpoint.journey, &touchpoint.touchpoint);
    let (from, to) = match edit {
        Edit::Owner { from, to, .. } => (from, to),
        Edit::Rule { rule, change, .. } => {
            return match change {
                RuleChange::Add => add_rule(text, journey, id, rule),
                RuleChange::Remove => remove_rule(text, journey, id, rule),
            }
            .map_err(refused);
        }
        Edit::Action { edit, .. } => {
            return match edit {
                ActionEdit::Add(action) => add_action(text, journey, id, action),
                ActionEdit::Remove(action) => remove_action(text, journey, id, action),
                ActionEdit::Change { action, changes } => {
                    change_action(text, journey, id, action, changes)
                }
            }
            .map_err(refused);
        }
    };
    let (found, line) = owner_in(text, journey, id).map_err(refused)?;
    if found != *from {
        return Err(SaveError::Conflict(Box::new(Conflict {
            file: visible(file),
            line,
            touchpoint: touchpoint.clone(),
            expected: from.clone(),
            found,
        })));
    }
    splice(text, journey, id, to.as_deref()).map_err(refused)
}

fn said(owner: Option<&str>) -> String {
    owner.map_or("nobody".to_owned(), super::visible::quoted)
}
