//! Finds the files a source names: paths relative to the workspace, `*` and `?` in any of their names.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The files that match any of the patterns, sorted, with `/` between folders, none twice.
pub(crate) fn matching(root: &Path, patterns: &[String]) -> Vec<String> {
    let mut found = BTreeSet::new();
    for pattern in patterns {
        for path in expand(root, pattern) {
            found.insert(path);
        }
    }
    found.into_iter().collect()
}

/// The files below a folder that match a pattern, sorted, with `/` between folders: `*` and `?` stand for
/// any characters of one name.
pub fn files(root: &Path, pattern: &str) -> Vec<String> {
    matching(root, std::slice::from_ref(&pattern.to_owned()))
}

/// The path of a file that [`matching`] found.
pub(crate) fn path_of(root: &Path, file: &str) -> PathBuf {
    root.join(file)
}

fn expand(root: &Path, pattern: &str) -> Vec<String> {
    let absolute = pattern.starts_with('/');
    let mut paths = vec![if absolute {
        "/".to_owned()
    } else {
        String::new()
    }];
    for name in pattern
        .split('/')
        .filter(|name| !name.is_empty() && *name != ".")
    {
        let mut deeper = Vec::new();
        for path in paths {
            if name.contains(['*', '?']) {
                let names = names_in(&root.join(&path));
                // A hidden name is meant only by a pattern that says so.
                let seen = |found: &&String| !found.starts_with('.') || name.starts_with('.');
                let fitting = names.iter().filter(seen);
                deeper.extend(
                    fitting
                        .filter(|found| matches(name, found))
                        .map(|found| join(&path, found)),
                );
            } else {
                deeper.push(join(&path, name));
            }
        }
        paths = deeper;
    }
    paths.retain(|path| root.join(path).is_file());
    paths
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() || path.ends_with('/') {
        format!("{path}{name}")
    } else {
        format!("{path}/{name}")
    }
}

/// The names in a folder; none when it cannot be read.
fn names_in(folder: &Path) -> Vec<String> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect()
}

/// Whether a name fits a pattern: `*` stands for any characters, `?` for one.
fn matches(pattern: &str, name: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let name: Vec<char> = name.chars().collect();
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(&c) if c == '?' || c == name[n] => {
                p += 1;
                n += 1;
            }
            _ => match star {
                // The last star takes one character more.
                Some((at, taken)) => {
                    star = Some((at, taken + 1));
                    p = at + 1;
                    n = taken + 1;
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|&c| c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_characters_and_a_question_mark_for_one() {
        for (pattern, name, fits) in [
            ("*", "a.csv", true),
            ("*.csv", "a.csv", true),
            ("*.csv", "a.csv.gz", false),
            ("a*b*c", "a-b-b-c", true),
            ("a*b*c", "a-b-b", false),
            ("survey-20??.csv", "survey-2024.csv", true),
            ("survey-20??.csv", "survey-20é4.csv", true),
            ("survey-20??.csv", "survey-204.csv", false),
            ("a.csv", "A.csv", false),
        ] {
            assert_eq!(matches(pattern, name), fits, "{pattern} {name}");
        }
    }

    #[test]
    fn files_are_found_below_folders_sorted_and_none_twice() {
        let root = tempfile::tempdir().unwrap();
        for name in [
            "feedback/2/b.csv",
            "feedback/1/a.csv",
            "feedback/1/.hidden.csv",
            "feedback/1/a.txt",
        ] {
            let path = root.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        let patterns = [
            "feedback/*/*.csv".to_owned(),
            "./feedback/1/a.csv".to_owned(),
            "none.csv".to_owned(),
        ];
        assert_eq!(
            matching(root.path(), &patterns),
            ["feedback/1/a.csv", "feedback/2/b.csv"]
        );
        assert_eq!(
            files(root.path(), "feedback/1/.h*"),
            ["feedback/1/.hidden.csv"]
        );
        let absolute = format!("{}/feedback/?/a.csv", root.path().display());
        assert_eq!(files(Path::new("elsewhere"), &absolute).len(), 1);
        assert!(files(root.path(), "nowhere/*.csv").is_empty());
    }
}
