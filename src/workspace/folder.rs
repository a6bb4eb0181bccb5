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

/// What the register of listening is called, as a file or as a folder of files.
const REGISTER: &str = "listening";

/// Whether a file belongs to the register of listening.
pub(super) fn is_register(file: &str) -> bool {
    let top = file.split_once('/').map_or(file, |(folder, _)| folder);
    top == REGISTER || file == format!("{REGISTER}.yaml") || file == format!("{REGISTER}.yml")
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

#[cfg(test)]
mod tests {
    use super::*;

    fn write(root: &Path, file: &str) {
        let path = root.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, "").unwrap();
    }

    #[test]
    fn a_workspace_is_the_folder_itself_or_its_journeys() {
        let root = tempfile::tempdir().unwrap();
        let error = locate(root.path()).unwrap_err();
        assert!(error.to_string().starts_with("no workspace at "), "{error}");
        write(root.path(), "journeys/pothole.yaml");
        assert_eq!(locate(root.path()).unwrap(), root.path().join("journeys"));
        write(root.path(), "pothole.yaml");
        assert_eq!(locate(root.path()).unwrap(), root.path());
    }

    #[test]
    fn journey_files_come_by_path_without_hidden_ones_and_feedback() {
        let root = tempfile::tempdir().unwrap();
        for file in [
            "pothole.yaml",
            "b.yml",
            "a/c.yaml",
            "a/pothole.yaml",
            "a/feedback/d.yaml",
            ".hidden.yaml",
            ".git/e.yaml",
            "feedback/f.yaml",
            "notes.txt",
        ] {
            write(root.path(), file);
        }
        let mut problems = Vec::new();
        let files = journey_files(root.path(), &mut problems);
        assert_eq!(
            files,
            ["a/c.yaml", "a/feedback/d.yaml", "a/pothole.yaml", "b.yml"]
        );
        assert!(problems.is_empty());
    }
}
