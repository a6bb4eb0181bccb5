//! Who owned a touchpoint since when: every commit of its journey file is read as YAML, so that the story
//! follows the touchpoint however the lines around it moved.

use super::splice::owner_in;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// A commit in which a touchpoint's owner became another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerChange {
    /// The day of the commit, as `2026-03-31`.
    pub day: String,
    /// Who wrote it.
    pub author: String,
    /// The commit's first line.
    pub subject: String,
    /// The commit's short name.
    pub commit: String,
    /// The owner before; `None` where the touchpoint appears for the first time.
    pub from: Option<Option<String>>,
    /// The owner since.
    pub to: Option<String>,
}

/// Why there is no history to tell.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoHistory {
    /// There is no program to ask.
    #[error("git is not installed, so nobody can say who owned it before")]
    NoGit,
    /// The workspace is not in a repository.
    #[error("the workspace is not in a git repository, so nobody can say who owned it before")]
    NoRepository,
    /// The program failed.
    #[error("git could not tell: {0}")]
    Failed(String),
}

/// How many commits of a file are looked at, the newest.
const MOST: &str = "500";

/// One commit of a file, and the path the file had in it.
struct Version {
    commit: String,
    day: String,
    author: String,
    subject: String,
    path: String,
}

/// The commits of a journey file in which a touchpoint's owner changed, the newest first. Asks `git`, and
/// takes a while: never on the thread that draws.
pub fn owner_history(
    root: &Path,
    file: &str,
    journey: &str,
    touchpoint: &str,
) -> Result<Vec<OwnerChange>, NoHistory> {
    let versions = versions(root, file)?;
    let texts = texts(root, &versions)?;
    let mut changes: Vec<OwnerChange> = Vec::new();
    let mut known: Option<Option<String>> = None;
    for (version, text) in versions.iter().zip(texts).rev() {
        let Some((owner, _)) = owner_in(&text, journey, touchpoint).ok() else {
            continue;
        };
        if known.as_ref() != Some(&owner) {
            changes.push(OwnerChange {
                day: version.day.clone(),
                author: version.author.clone(),
                subject: version.subject.clone(),
                commit: version.commit.chars().take(8).collect(),
                from: known.take(),
                to: owner.clone(),
            });
            known = Some(owner);
        }
    }
    changes.reverse();
    Ok(changes)
}

fn git(root: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(root);
    git.env("GIT_OPTIONAL_LOCKS", "0").stdin(Stdio::null());
    git
}

/// The commits of a file, the newest first, followed through its renamings.
fn versions(root: &Path, file: &str) -> Result<Vec<Version>, NoHistory> {
    let mut log = git(root);
    log.args([
        "-c",
        "core.quotePath=off",
        "log",
        "--follow",
        "--no-color",
        "-n",
        MOST,
    ]);
    log.args([
        "--name-only",
        "--format=%x01%H%x02%as%x02%an%x02%s",
        "--",
        file,
    ]);
    let done = log.output().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => NoHistory::NoGit,
        _ => NoHistory::Failed(error.to_string()),
    })?;
    if !done.status.success() {
        let why = String::from_utf8_lossy(&done.stderr).trim().to_owned();
        return Err(match why.contains("not a git repository") {
            true => NoHistory::NoRepository,
            // A repository without any commit has no history either, and nothing is wrong.
            false if why.contains("does not have any commits") => return Ok(Vec::new()),
            false => NoHistory::Failed(why),
        });
    }
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    let entries = text.split('\u{1}').skip(1);
    Ok(entries.filter_map(version).collect())
}

fn version(entry: &str) -> Option<Version> {
    let mut lines = entry.lines();
    let mut head = lines.next()?.splitn(4, '\u{2}').map(str::to_owned);
    let path = lines.find(|line| !line.is_empty())?;
    Some(Version {
        commit: head.next()?,
        day: head.next()?,
        author: head.next()?,
        subject: head.next()?,
        path: path.to_owned(),
    })
}

/// What the file said in each version, asked of one process for all of them.
fn texts(root: &Path, versions: &[Version]) -> Result<Vec<String>, NoHistory> {
    let failed = |error: std::io::Error| NoHistory::Failed(error.to_string());
    let mut batch = git(root);
    batch.args(["cat-file", "--batch"]);
    batch
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = batch.spawn().map_err(failed)?;
    let mut asked = String::new();
    for version in versions {
        asked.extend([&version.commit, ":", &version.path, "\n"]);
    }
    let pipes = child.stdin.take().zip(child.stdout.take());
    let Some((mut questions, answers)) = pipes else {
        return Ok(Vec::new());
    };
    // A thread of its own: with both pipes full, neither side would go on.
    let asking = std::thread::spawn(move || questions.write_all(asked.as_bytes()));
    let mut answers = BufReader::new(answers);
    let texts = versions
        .iter()
        .map(|_| answer(&mut answers))
        .collect::<Result<_, _>>();
    let _ = child.kill();
    let _ = child.wait();
    let _ = asking.join();
    texts.map_err(failed)
}

/// One answer: a line that ends in the length, so many bytes, and a line's end; nothing of what is missing.
fn answer(answers: &mut impl BufRead) -> std::io::Result<String> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    let Some(length) = head
        .split_whitespace()
        .nth(2)
        .and_then(|word| word.parse::<u64>().ok())
    else {
        return Ok(String::new());
    };
    let mut text = Vec::new();
    answers.take(length + 1).read_to_end(&mut text)?;
    text.truncate(length as usize);
    Ok(String::from_utf8_lossy(&text).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(root: &Path, arguments: &[&str]) {
        let mut command = git(root);
        command.args(["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]);
        let done = command.args(arguments).output().unwrap();
        assert!(done.status.success(), "{arguments:?}");
    }

    fn has_git() -> bool {
        let found = Command::new("git").arg("--version").output().is_ok();
        if !found {
            println!("skipped: git is not installed");
        }
        found
    }

    const BEFORE: &str = "journey: out\nstages:\n- stage: s\n  touchpoints:\n  - touchpoint: parking\n  - touchpoint: gate\n    owner: gates\n";

    #[test]
    fn the_owner_is_followed_through_moves_and_renamings() {
        if !has_git() {
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        run(root, &["init", "-q"]);
        let commit = |name: &str, text: &str, why: &str| {
            std::fs::write(root.join(name), text).unwrap();
            run(root, &["add", "-A"]);
            run(root, &["commit", "-q", "-m", why]);
        };
        commit("out.yaml", BEFORE, "Draw the journey");
        let owned = BEFORE.replace("parking\n", "parking\n    owner: car-parks\n");
        commit("out.yaml", &owned, "Car parks take it");
        let moved = owned.replace("journey: out\n", "# a remark\njourney: out\ntitle: Out\n");
        commit("out.yaml", &moved, "Say more");
        std::fs::remove_file(root.join("out.yaml")).unwrap();
        commit("1-out.yaml", &moved, "Number the file");
        let history = owner_history(root, "1-out.yaml", "out", "parking").unwrap();
        let told: Vec<_> = history
            .iter()
            .map(|one| (one.subject.as_str(), one.from.clone(), one.to.as_deref()))
            .collect();
        let wanted = [
            ("Car parks take it", Some(None), Some("car-parks")),
            ("Draw the journey", None, None),
        ];
        assert_eq!(told, wanted);
        assert_eq!(history[0].author, "Ada");
        let gate = owner_history(root, "1-out.yaml", "out", "gate").unwrap();
        assert_eq!(gate.len(), 1);
    }

    #[test]
    fn without_a_repository_it_says_so() {
        if !has_git() {
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let told = owner_history(folder.path(), "out.yaml", "out", "parking");
        assert_eq!(told, Err(NoHistory::NoRepository));
    }
}
