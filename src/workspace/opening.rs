//! Opens a workspace: reads every file of it and gathers all that is readable and every problem.

use super::assembly::{Assembly, Ground};
use super::document::Document;
use super::folder::{CHARTER_FILE, is_register, journey_files};
use super::journey_entry::Draft;
use super::problem::Problem;
use super::reporter::{Reporter, unreadable};
use super::source_entry::Declared;
use super::{
    OpenError, Workspace, alias_entry, charter_entry, driver_entry, ledger, reach, register_entry,
    source_entry, step_entry, yaml,
};
use crate::journey::{Charter, Journeys};
use std::path::Path;

/// Reads the workspace at its folder.
///
/// Whatever is wrong in a file becomes a problem; everything else is there.
pub fn open(root: &Path) -> Result<Workspace, OpenError> {
    if !root.join(CHARTER_FILE).is_file() {
        return Err(OpenError::NotFound(root.to_path_buf()));
    }
    let mut problems = Vec::new();
    let (document, charter, declared) = charter(root, &mut problems);
    let files = journey_files(root, &mut problems);
    let (register, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| is_register(file));
    let ground = Ground {
        root,
        roster: &charter.roster,
        declared: &declared,
    };
    let assembly = Assembly::read(ground, &files, &mut problems);
    let (mut journeys, rules) = (assembly.journeys, assembly.rules);
    lay_steps(&assembly.drafts, &mut journeys, &mut problems);
    // A rule of a file that could not be read may use a column.
    if journeys.broken().is_empty() {
        alias_entry::check_sources(&declared, &rules, &document, &mut problems);
    }
    let drivers = declared.drivers.as_ref().and_then(|draft| {
        let mut report = Reporter::new(&document, &mut problems);
        driver_entry::find(draft, &declared, &journeys, &rules, &mut report)
    });
    let known = register_entry::Known {
        roster: &charter.roster,
        journeys: &journeys,
    };
    let register = register_entry::read(root, &register, known, &mut problems);
    let sources = source_entry::with_register(declared.sources, register);
    let told = ledger::read(root, &journeys, &mut problems);
    problems.sort_by(|one, two| {
        let place = |problem: &Problem| (problem.line, problem.column);
        one.file.cmp(&two.file).then(place(one).cmp(&place(two)))
    });
    Ok(Workspace {
        root: root.to_path_buf(),
        charter,
        journeys,
        sources,
        rules,
        crowd: declared.crowd,
        drivers,
        told,
        problems,
    })
}

/// Lays the steps between touchpoints, now that all of these are there, and says what cannot be reached.
fn lay_steps(drafts: &[Draft], journeys: &mut Journeys, problems: &mut Vec<Problem>) {
    for draft in drafts {
        let mut report = Reporter::new(&draft.document, problems);
        step_entry::lay(draft, journeys, &mut report);
    }
    journeys.settle();
    for draft in drafts {
        let mut report = Reporter::new(&draft.document, problems);
        reach::check(draft, journeys, &mut report);
    }
}

/// Reads `pothole.yaml`; a broken one declares nothing.
fn charter(root: &Path, problems: &mut Vec<Problem>) -> (Document, Charter, Declared) {
    let document = match Document::read(root, CHARTER_FILE) {
        Ok(document) => document,
        Err(why) => {
            problems.push(unreadable(CHARTER_FILE, &why));
            return Default::default();
        }
    };
    let mut report = Reporter::new(&document, problems);
    let tree = match yaml::read(&document.text) {
        Ok(tree) => tree,
        Err(error) => {
            report.say_broken(&error);
            return (document, Charter::default(), Declared::default());
        }
    };
    let (charter, fields) = charter_entry::read(&tree, &mut report);
    let declared = fields.map(|fields| source_entry::read(&fields, root, &mut report));
    let declared = Declared {
        readable: true,
        ..declared.unwrap_or_default()
    };
    (document, charter, declared)
}
