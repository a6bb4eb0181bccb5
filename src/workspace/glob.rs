//! Paths with `*` and `?`, which stand for any characters of one name.

use std::path::{Path, PathBuf};

/// The files below a folder that match a pattern, sorted; each as the pattern writes it, with its
/// wildcards filled in.
pub(super) fn files(root: &Path, pattern: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let parts: Vec<&str> = pattern.split('/').collect();
    for (depth, part) in parts.iter().enumerate() {
        let last = depth + 1 == parts.len();
        found = found
            .iter()
            .flat_map(|at| step(root, at, part, depth == 0))
            .collect();
        if last {
            found.retain(|file| root.join(file).is_file());
        }
    }
    found.sort();
    found
}

fn step(root: &Path, at: &str, part: &str, first: bool) -> Vec<String> {
    let join = |name: &str| {
        if first {
            name.to_owned()
        } else {
            format!("{at}/{name}")
        }
    };
    if !part.contains(['*', '?']) {
        return vec![join(part)];
    }
    let folder: PathBuf = if first {
        root.to_path_buf()
    } else if at.is_empty() {
        PathBuf::from("/")
    } else {
        root.join(at)
    };
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let names = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok());
    let visible = |name: &String| !name.starts_with('.') || part.starts_with('.');
    names
        .filter(visible)
        .filter(|name| matches(name, part))
        .map(|name| join(&name))
        .collect()
}

/// Whether a name matches a pattern, in time linear in their product.
fn matches(name: &str, pattern: &str) -> bool {
    let (name, pattern): (Vec<char>, Vec<char>) =
        (name.chars().collect(), pattern.chars().collect());
    let (mut at, mut of, mut star) = (0, 0, None);
    while at < name.len() {
        match pattern.get(of) {
            Some('*') => {
                star = Some((at, of));
                of += 1;
            }
            Some(&c) if c == '?' || c == name[at] => {
                at += 1;
                of += 1;
            }
            _ => {
                let Some((from, back)) = star else {
                    return false;
                };
                star = Some((from + 1, back));
                (at, of) = (from + 1, back + 1);
            }
        }
    }
    pattern[of..].iter().all(|&c| c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_stand_for_any_characters_of_one_name() {
        for (name, pattern) in [
            ("survey-1.csv", "survey-*.csv"),
            ("ab", "a?"),
            ("", "*"),
            ("aXbXc", "a*b*c"),
        ] {
            assert!(matches(name, pattern), "{name} {pattern}");
        }
        for (name, pattern) in [
            ("survey-1.tsv", "survey-*.csv"),
            ("a", "a?"),
            ("ab", "b*"),
            ("abd", "a*c"),
        ] {
            assert!(!matches(name, pattern), "{name} {pattern}");
        }
    }

    #[test]
    fn files_come_sorted_from_every_matching_folder() {
        let root = tempfile::tempdir().unwrap();
        for file in ["b/x1.csv", "a/x2.csv", "a/x1.csv", "a/.x3.csv", "a/x.txt"] {
            std::fs::create_dir_all(root.path().join(file).parent().unwrap()).unwrap();
            std::fs::write(root.path().join(file), "").unwrap();
        }
        assert_eq!(
            files(root.path(), "*/x*.csv"),
            ["a/x1.csv", "a/x2.csv", "b/x1.csv"]
        );
        assert_eq!(files(root.path(), "a/x1.csv"), ["a/x1.csv"]);
        assert!(files(root.path(), "nowhere/*.csv").is_empty());
        let absolute = format!("{}/a/x?.csv", root.path().display());
        assert_eq!(files(Path::new("elsewhere"), &absolute).len(), 2);
    }
}
