//! Watches the workspace's folder for changes made by others, and tells of them when they have settled.

use super::message::Message;
use notify::{Config, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::Builder;
use std::time::{Duration, Instant, SystemTime};

/// Changes are told when there was none for so long.
const QUIET: Duration = Duration::from_millis(60);
/// Changes that never pause are told after so long.
const LONGEST: Duration = Duration::from_secs(1);
/// How often is looked where the system does not tell.
const POLL: Duration = Duration::from_secs(2);

type Told = Result<Event, notify::Error>;

/// Watches a folder on a thread of its own, until nobody listens. Where the system cannot tell of changes,
/// it is looked every two seconds; where that cannot be done either, nothing is watched. What was written since
/// the folder was opened, before the watcher stood, is told too.
pub(super) fn watch(root: &Path, opened: SystemTime, messages: Sender<Message>) -> io::Result<()> {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    Builder::new().name("watch".into()).spawn(move || {
        let (told, events) = channel::<Told>();
        // The watcher tells as long as it is held.
        let watcher = begin(&root, told);
        if watcher.is_some() {
            let mut files = BTreeSet::new();
            written(&root, &root, opened, &mut files);
            if !tell(files, &messages) {
                return;
            }
            settle(&root, &events, &messages);
        }
    })?;
    Ok(())
}

fn begin(root: &Path, told: Sender<Told>) -> Option<Box<dyn Watcher>> {
    let own = told.clone();
    let system = RecommendedWatcher::new(
        // When the listener is gone there is nobody to tell.
        move |event| drop(own.send(event)),
        Config::default(),
    );
    if let Ok(mut watcher) = system
        && watcher.watch(root, RecursiveMode::Recursive).is_ok()
    {
        return Some(Box::new(watcher));
    }
    let config = Config::default().with_poll_interval(POLL);
    let mut watcher = PollWatcher::new(move |event| drop(told.send(event)), config).ok()?;
    watcher.watch(root, RecursiveMode::Recursive).ok()?;
    Some(Box::new(watcher))
}

fn settle(root: &Path, events: &Receiver<Told>, messages: &Sender<Message>) {
    while let Ok(first) = events.recv() {
        let mut files = BTreeSet::new();
        note(root, first, &mut files);
        let begun = Instant::now();
        while begun.elapsed() < LONGEST {
            match events.recv_timeout(QUIET) {
                Ok(event) => note(root, event, &mut files),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        if !tell(files, messages) {
            return;
        }
    }
}

/// Tells of files, if there are any; whether somebody listens.
fn tell(files: BTreeSet<String>, messages: &Sender<Message>) -> bool {
    let files: Vec<String> = files.into_iter().collect();
    files.is_empty() || messages.send(Message::FilesChanged(files)).is_ok()
}

/// The files in a folder that were written since a moment; what cannot be read is left out, for the watcher stands.
fn written(root: &Path, folder: &Path, since: SystemTime, files: &mut BTreeSet<String>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let (path, Ok(known)) = (entry.path(), entry.metadata()) else {
            continue;
        };
        let Some(file) = relative(root, &path) else {
            continue;
        };
        if known.is_dir() {
            written(root, &path, since, files);
        } else if known.modified().is_ok_and(|written| written >= since) {
            files.insert(file);
        }
    }
}

fn note(root: &Path, event: Told, files: &mut BTreeSet<String>) {
    if let Ok(event) = event
        && !event.kind.is_access()
    {
        let paths = event.paths.iter();
        files.extend(paths.filter_map(|path| relative(root, path)));
    }
}

/// A file of the workspace, with `/` between folders; nothing for hidden ones, and for those an editor
/// keeps beside what it edits.
fn relative(root: &Path, path: &Path) -> Option<String> {
    let inside: PathBuf = path.strip_prefix(root).ok()?.to_owned();
    let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
    let parts = parts?;
    let aside = |part: &&str| part.starts_with('.') || part.ends_with('~') || part.starts_with('#');
    if parts.is_empty() || parts.iter().any(aside) {
        return None;
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_files_and_those_of_editors_are_nobodys_news() {
        let root = Path::new("/w");
        let of = |path: &str| relative(root, Path::new(path));
        assert_eq!(of("/w/a/fly-out.yaml").as_deref(), Some("a/fly-out.yaml"));
        for path in [
            "/w",
            "/else/x.yaml",
            "/w/.git/index",
            "/w/.x.yaml.swp",
            "/w/x.yaml~",
        ] {
            assert_eq!(of(path), None, "{path}");
        }
    }

    #[test]
    fn what_was_written_since_the_folder_was_opened_is_found_in_every_folder_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        std::fs::create_dir_all(root.join("journeys/.aside")).unwrap();
        let at = |file: &str, second: u64| {
            let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(second);
            let file = std::fs::File::create(root.join(file)).unwrap();
            file.set_modified(moment).unwrap();
        };
        at("pothole.yaml", 99);
        at("journeys/new.yaml", 100);
        at("journeys/.aside/new.yaml", 100);
        let mut files = BTreeSet::new();
        let opened = SystemTime::UNIX_EPOCH + Duration::from_secs(100);
        written(root, root, opened, &mut files);
        assert_eq!(Vec::from_iter(files), ["journeys/new.yaml"]);
    }

    #[test]
    fn a_file_written_in_the_folder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let (told, events) = channel();
        let held = begin(&root, told).unwrap();
        std::fs::write(root.join("new.yaml"), "journey: x\n").unwrap();
        let (messages, news) = channel();
        std::thread::scope(|scope| {
            let root = &root;
            scope.spawn(move || settle(root, &events, &messages));
            let first = news.recv().unwrap();
            assert!(matches!(first, Message::FilesChanged(files) if files == ["new.yaml"]));
            drop(held);
        });
    }
}
