//! Saves one edit to its journey file: whole or not at all, and only over the text it was made from.

use super::Workspace;
use super::action_splice::{add_action, change_action, remove_action};
use super::document::{Document, Unreadable, read_text};
use super::rule_splice::{add_rule, remove_rule};
use super::splice::{Refusal, owner_in, splice};
use super::visible::visible;
use crate::journey::{ActionEdit, Address, Edit, RuleChange};
use std::fs::{File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How often a file that changes while it is being saved is tried again.
const MOST_TRIES: usize = 5;

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
/// The `from` of the edit must be what the file says, or the edit is refused. The new text replaces
/// the file at once, by a rename, after its content has been compared once more; links are followed,
/// permissions are kept. The workspace itself stays as it is: see [`Workspace::apply`].
pub fn save(workspace: &Workspace, edit: &Edit) -> Result<String, SaveError> {
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
    let file = workspace
        .journeys
        .all()
        .get(journey)
        .map(|journey| journey.file.clone());
    let file = file.unwrap_or_default();
    rewrite(&workspace.root, &file, &|text| edited(&file, text, edit))?;
    Ok(file)
}

/// Makes a file's new text of its old one.
pub(super) type Rewriting<'r> = dyn Fn(&str) -> Result<String, SaveError> + 'r;

/// Replaces a file's text by what is made of it, and returns the new text.
pub(super) fn rewrite(root: &Path, file: &str, edit: &Rewriting<'_>) -> Result<String, SaveError> {
    for _ in 0..MOST_TRIES {
        if let Some(text) = attempt(root, file, edit)? {
            return Ok(text);
        }
    }
    Err(SaveError::Unsettled(file.to_owned()))
}

/// Makes a file that is not there yet, whole or not at all, and the folder it stands in.
pub(super) fn create(root: &Path, file: &str, text: &str) -> Result<(), SaveError> {
    let failed = |cause| SaveError::Io {
        file: visible(file),
        action: "make the file",
        cause,
    };
    let path = root.join(file);
    let folder = path
        .parent()
        .map_or_else(|| root.to_path_buf(), Path::to_path_buf);
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let mut new = File::create_new(&path).map_err(failed)?;
    let written = new.write_all(text.as_bytes()).and_then(|()| new.sync_all());
    if let Err(cause) = written {
        // Half a file is none: what could not be written is taken back.
        std::fs::remove_file(&path).ok();
        return Err(failed(cause));
    }
    sync_folder(&folder);
    Ok(())
}

/// One try: the new text, or nothing when the file changed meanwhile.
fn attempt(root: &Path, file: &str, edit: &Rewriting<'_>) -> Result<Option<String>, SaveError> {
    let failed = |action| {
        move |cause| SaveError::Io {
            file: visible(file),
            action,
            cause,
        }
    };
    let path = root
        .join(file)
        .canonicalize()
        .map_err(failed("find the file"))?;
    let metadata = path.metadata().map_err(failed("look at the file"))?;
    check(file, &metadata)?;
    let text = text(file, &path)?;
    let new = edit(&text)?;
    if new == text {
        return Ok(Some(new));
    }
    let folder = path
        .parent()
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf);
    let mut temporary = tempfile::Builder::new()
        .prefix(".pothole-")
        .suffix(".tmp")
        .tempfile_in(&folder)
        .map_err(failed("make a file beside it"))?;
    temporary
        .write_all(new.as_bytes())
        .map_err(failed("write"))?;
    let permissions = metadata.permissions();
    temporary
        .as_file()
        .set_permissions(permissions)
        .map_err(failed("keep its permissions"))?;
    temporary
        .as_file()
        .sync_all()
        .map_err(failed("write to the disk"))?;
    if std::fs::read(&path).map_err(failed("read it once more"))? != text.as_bytes() {
        return Ok(None);
    }
    temporary
        .persist(&path)
        .map_err(|error| failed("replace")(error.error))?;
    sync_folder(&folder);
    Ok(Some(new))
}

/// Refuses what a rename would not leave as it was.
fn check(file: &str, metadata: &Metadata) -> Result<(), SaveError> {
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

fn text(file: &str, path: &Path) -> Result<String, SaveError> {
    let reason = match read_text(path) {
        Ok(text) => return Ok(text),
        Err(Unreadable::Io(cause)) => {
            return Err(SaveError::Io {
                file: visible(file),
                action: "read",
                cause,
            });
        }
        Err(Unreadable::TooLarge(bytes)) => {
            format!(
                "{bytes} bytes are more than the {} MiB a file may have",
                Document::MOST_BYTES >> 20
            )
        }
        Err(Unreadable::NotUtf8 { .. }) => "it is not UTF-8 text".to_owned(),
    };
    Err(SaveError::Unsafe {
        file: visible(file),
        reason,
    })
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

/// Makes the rename last. A file system that cannot do so has kept the new file all the same.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        folder.sync_all().ok();
    }
}

fn said(owner: Option<&str>) -> String {
    owner.map_or("nobody".to_owned(), super::visible::quoted)
}
