//! Finds a workspace's folder and the journey files in it.

use super::Kind;
use super::OpenError;
use super::problem::Problem;
use super::reporter::of_file;
use std::path::{Path, PathBuf};

/// The file that makes a folder a workspace.
pub(super) const CHARTER_FILE: &str = "pothole.yaml";
/// How deep folders are looked into.
const MOST_FOLDERS: usize = 16;

/// Finds the workspace's folder: `start` itself or its `journeys/`.
pub fn locate(start: &Path) -> Result<PathBuf, OpenError> {
    let folders = [start.to_path_buf(), start.join("journeys")];
    let mut found = folders
        .into_iter()
        .filter(|folder| folder.join(CHARTER_FILE).is_file());
    found
        .next()
        .ok_or_else(|| OpenError::NotFound(start.to_path_buf()))
}

/// Every journey file, relative to the workspace, with `/` between folders, sorted.
pub(super) fn journey_files(root: &Path, problems: &mut Vec<Problem>) -> Vec<String> {
    let mut files = Vec::new();
    gather(root, "", 0, &mut files, problems);
    files.sort();
    files
}

fn gather(
    root: &Path,
    folder: &str,
    depth: usize,
    files: &mut Vec<String>,
    problems: &mut Vec<Problem>,
) {
    let entries = match std::fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) => {
            let message = format!("the folder cannot be read: {error}");
            let help = "check that it may be read";
            problems.push(of_file(Kind::Unreadable, folder, message, help));
            return;
        }
    };
    for entry in entries.flatten() {
        let Ok(name) = entry.file_name().into_string() else {
            let name = entry.file_name().to_string_lossy().into_owned();
            let message = "the file's name is not UTF-8 text".to_owned();
            let path = super::visible::visible(&join(folder, &name));
            problems.push(of_file(
                Kind::NotUtf8,
                &path,
                message,
                "give it another name",
            ));
            continue;
        };
        if name.starts_with('.') {
            continue;
        }
        let path = join(folder, &name);
        let kind = entry.file_type().ok();
        // A link to a file is a file; a link to a folder is not followed, for it could lead round.
        if kind.is_some_and(|kind| kind.is_dir()) {
            if path != "feedback" && depth < MOST_FOLDERS {
                gather(root, &path, depth + 1, files, problems);
            }
        } else if is_yaml(&name) && path != CHARTER_FILE && !root.join(&path).is_dir() {
            files.push(path);
        }
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}

fn is_yaml(name: &str) -> bool {
    let ending = Path::new(name).extension();
    ending.is_some_and(|ending| ending == "yaml" || ending == "yml")
}
