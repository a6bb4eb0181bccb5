//! Files that others changed: what is to be read again, and a broken save that is not to be shown.

use super::message::Effect;
use super::state::{State, Tone};
use crate::workspace::{Problem, Severity, Workspace};

/// What is to be done about files that changed: the journeys are read again when a YAML file is among them,
/// and the feedback too when one of its files is.
pub(super) fn heed(state: &mut State, files: &[String]) -> Vec<Effect> {
    let ending = |file: &str| {
        file.rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase())
    };
    let yaml = |file: &String| matches!(ending(file).as_deref(), Some("yaml" | "yml"));
    let read = &state.overlay.files;
    let fed = |file: &String| {
        let same = |known: &String| known.trim_start_matches("./") == file;
        let alike = |known: &String| folder(known) == folder(file) && ending(known) == ending(file);
        read.iter().any(|known| same(known) || alike(known))
    };
    let scan = files.iter().any(fed);
    let changed = files.iter().find(|file| yaml(file)).cloned();
    let reread = scan || changed.is_some();
    // What was said last stays: it may be of the very edit that changed the file.
    if let Some(file) = changed.filter(|_| state.toast.is_none()) {
        state.say(Tone::Plain, format!("{file} changed, and is read again"));
    }
    if reread {
        vec![Effect::Reread { scan }]
    } else {
        Vec::new()
    }
}

fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// What broke between one reading of a workspace and the next: a file that was read and still is there, but
/// cannot be read any more.
pub(super) fn breakage<'w>(before: &Workspace, after: &'w Workspace) -> Option<&'w Problem> {
    let errors = || {
        let problems = after.problems.iter();
        problems.filter(|problem| problem.severity == Severity::Error)
    };
    let reads = |file: &str| {
        let mut journeys = after.journeys.all().iter();
        journeys.any(|journey| journey.file == file)
    };
    let lost = before.journeys.all().iter().map(|journey| &journey.file);
    let lost = lost.filter(|file| !reads(file));
    let mut broken = lost.filter_map(|file| errors().find(|problem| problem.file == *file));
    let declared = !before.sources.is_empty() || !before.charter.roster.is_empty();
    let gone = after.sources.is_empty() && after.charter.roster.is_empty();
    let charter = || {
        let mut errors = errors();
        errors.find(|problem| problem.file == "pothole.yaml" && declared && gone)
    };
    broken.next().or_else(charter)
}
