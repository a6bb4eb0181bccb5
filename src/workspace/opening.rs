//! Opens a workspace: reads every file of it and gathers all that is readable and every problem.

use super::document::Document;
use super::folder::{CHARTER_FILE, is_register, journey_files};
use super::journey_entry::{Draft, Drafted, Gathering};
use super::problem::Problem;
use super::reporter::{Reporter, unreadable};
use super::source_entry::Declared;
use super::tree::Node;
use super::yaml::YamlError;
use super::{
    OpenError, Workspace, alias_entry, charter_entry, driver_entry, ledger, reach, register_entry,
    source_entry, step_entry, yaml,
};
use crate::feedback::spread;
use crate::journey::{BrokenJourney, Charter, JourneyIndex, Journeys};
use std::collections::HashMap;
use std::path::Path;
use std::sync::mpsc::sync_channel;

/// Reads the workspace at its folder.
///
/// Whatever is wrong in a file becomes a problem; everything else is there.
pub fn open(root: &Path) -> Result<Workspace, OpenError> {
    if !root.join(CHARTER_FILE).is_file() {
        return Err(OpenError::NotFound(root.to_path_buf()));
    }
    let mut problems = Vec::new();
    let (document, charter, declared) = charter(root, &mut problems);
    let mut gathering = Gathering {
        roster: &charter.roster,
        declared: &declared,
        journeys: Journeys::new(),
        rules: Vec::new(),
        files: HashMap::new(),
        actions: HashMap::new(),
    };
    let files = journey_files(root, &mut problems);
    let (register, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| is_register(file));
    let drafts = drafts(root, &files, &mut gathering, &mut problems);
    let (mut journeys, mut rules) = (gathering.journeys, gathering.rules);
    lay_steps(&drafts, &mut journeys, &mut problems);
    rules.shrink_to_fit();
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

/// How many journeys are read at a time: their trees are large, and not kept.
const AT_ONCE: usize = 16;

/// Reads every journey: their YAML on all cores, while what the ones before mean is found out one after
/// another.
fn drafts(
    root: &Path,
    files: &[String],
    gathering: &mut Gathering<'_>,
    problems: &mut Vec<Problem>,
) -> Vec<Draft> {
    let documents = spread(files, |file| Document::read(root, file));
    let mut read = Vec::with_capacity(files.len());
    std::thread::scope(|scope| {
        let (sender, trees) = sync_channel(1);
        let documents = &documents;
        let parse = move || {
            for documents in documents.chunks(AT_ONCE) {
                let trees = spread(documents, |document| {
                    let document = document.as_ref().ok()?;
                    Some(yaml::read(&document.text))
                });
                if sender.send(trees).is_err() {
                    return;
                }
            }
        };
        if files.len() > AT_ONCE {
            scope.spawn(parse);
        } else {
            // The channel has room for all there is.
            parse();
        }
        for ((file, document), tree) in files.iter().zip(documents).zip(trees.iter().flatten()) {
            read.push(match (document, tree) {
                (Ok(document), Some(tree)) => journey(document, tree, gathering, problems),
                (Err(why), _) => {
                    let problem = unreadable(file, why);
                    let (line, reason) = (problem.line, problem.message.clone());
                    gathering.journeys.add_broken(broken(file, line, reason));
                    problems.push(problem);
                    None
                }
                (Ok(_), None) => None,
            });
        }
    });
    let read = documents.into_iter().zip(read);
    let drafts = read.filter_map(|(document, read)| {
        let (journey, touchpoints) = read?;
        Some(Draft {
            document: document.ok()?,
            journey,
            touchpoints,
        })
    });
    drafts.collect()
}

fn journey(
    document: &Document,
    tree: Result<Node<'_>, YamlError>,
    gathering: &mut Gathering<'_>,
    problems: &mut Vec<Problem>,
) -> Option<(JourneyIndex, Vec<Drafted>)> {
    let mut report = Reporter::new(document, problems);
    match tree {
        Ok(tree) => gathering.read(&tree, &mut report),
        Err(error) => {
            let (line, reason) = report.say_broken(&error);
            let broken = broken(&document.file, line, reason);
            gathering.journeys.add_broken(broken);
            None
        }
    }
}

fn broken(file: &str, line: usize, reason: String) -> BrokenJourney {
    BrokenJourney {
        file: file.to_owned(),
        line,
        reason,
    }
}
