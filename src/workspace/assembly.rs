//! Reads every journey file on all cores, each by itself, and puts what they hold together in the
//! workspace's order.

use super::document::{Document, Unreadable};
use super::journey_entry::{Draft, Gathered, Gathering, Taken};
use super::problem::Problem;
use super::reporter::{Reporter, unreadable};
use super::source_entry::Declared;
use super::yaml;
use crate::feedback::{Rule, spread};
use crate::journey::{Journeys, Roster, TouchpointIndex};
use std::path::Path;

/// What is known before any journey is read.
#[derive(Clone, Copy)]
pub(super) struct Ground<'w> {
    /// The folder of the workspace.
    pub(super) root: &'w Path,
    /// Who can own.
    pub(super) roster: &'w Roster,
    /// What rules are checked against.
    pub(super) declared: &'w Declared,
}

/// Every journey that has been read so far.
#[derive(Debug, Default)]
pub(super) struct Assembly {
    /// The graph, without its steps.
    pub(super) journeys: Journeys,
    /// Every rule, in order.
    pub(super) rules: Vec<Rule>,
    /// What the steps are laid from.
    pub(super) drafts: Vec<Draft>,
    taken: Taken,
}

/// One file as it was read by itself.
struct Page {
    document: Result<Document, Unreadable>,
    gathered: Gathered,
    problems: Vec<Problem>,
}

impl Assembly {
    /// Reads every journey.
    pub(super) fn read(ground: Ground<'_>, files: &[String], problems: &mut Vec<Problem>) -> Self {
        let pages = spread(files, |file| page(ground, file));
        let mut assembly = Self::default();
        let touchpoints = pages.iter().map(|page| page.gathered.touchpoints.len());
        assembly.journeys.reserve(touchpoints.sum());
        let rules = pages.iter().map(|page| page.gathered.rules.len());
        assembly.rules.reserve_exact(rules.sum());
        for (file, page) in files.iter().zip(pages) {
            match page.document {
                Ok(document) => {
                    let read = (page.gathered, page.problems);
                    let (gathered, said) = if assembly.taken.meets(&read.0) {
                        // Another file has an id of this one: read knowing that, it says so.
                        gather(ground, &document, &assembly.taken)
                    } else {
                        read
                    };
                    problems.extend(said);
                    assembly.add(document, gathered);
                }
                Err(why) => {
                    let problem = unreadable(file, &why);
                    let gathered = Gathered::broken(file, problem.line, problem.message.clone());
                    problems.push(problem);
                    assembly.add_journey(gathered);
                }
            }
        }
        assembly.rules.shrink_to_fit();
        assembly
    }

    /// Adds what a file holds, and keeps its text where there is a journey in it.
    fn add(&mut self, document: Document, mut gathered: Gathered) {
        let mut touchpoints = std::mem::take(&mut gathered.drafted);
        let first = self.journeys.touchpoint_count();
        for drafted in &mut touchpoints {
            drafted.index = moved(drafted.index, first);
        }
        if let Some(journey) = self.add_journey(gathered) {
            self.drafts.push(Draft {
                document,
                journey,
                touchpoints,
            });
        }
    }

    /// Adds a journey with its touchpoints and rules; its place, when there is one in the file.
    fn add_journey(&mut self, gathered: Gathered) -> Option<usize> {
        let mut journey = match gathered.journey? {
            Ok(journey) => journey,
            Err(broken) => {
                self.journeys.add_broken(broken);
                return None;
            }
        };
        let (first, place) = (self.journeys.touchpoint_count(), self.journeys.all().len());
        let count = gathered.touchpoints.len();
        self.journeys.reserve_in(&journey.id, count);
        for mut touchpoint in gathered.touchpoints {
            touchpoint.journey = place;
            self.journeys.add_touchpoint(touchpoint);
        }
        self.rules
            .extend(gathered.rules.into_iter().map(|rule| Rule {
                touchpoint: moved(rule.touchpoint, first),
                ..rule
            }));
        let range = |range: &mut std::ops::Range<usize>| {
            *range = first + range.start..first + range.end;
        };
        range(&mut journey.touchpoints);
        for stage in &mut journey.stages {
            range(&mut stage.touchpoints);
        }
        for end in journey.start.iter_mut().chain(&mut journey.goals) {
            *end = moved(*end, first);
        }
        let (id, file) = (journey.id.clone(), journey.file.clone());
        self.taken.journeys.insert(id, file);
        self.taken.actions.extend(gathered.actions);
        Some(self.journeys.add_journey(journey))
    }
}

impl Taken {
    /// Whether a file has an id that another has already.
    fn meets(&self, gathered: &Gathered) -> bool {
        let journey = gathered.journey.iter().flatten().next();
        let mut actions = gathered.actions.keys();
        journey.is_some_and(|journey| self.journeys.contains_key(&journey.id))
            || actions.any(|id| self.actions.contains_key(id))
    }
}

/// A touchpoint of a file as it is counted in the workspace.
fn moved(index: TouchpointIndex, first: usize) -> TouchpointIndex {
    TouchpointIndex::new(first + index.index())
}

/// Reads a file by itself; its tree is large, and not kept.
fn page(ground: Ground<'_>, file: &str) -> Page {
    let document = Document::read(ground.root, file);
    let (gathered, problems) = match &document {
        Ok(document) => gather(ground, document, &Taken::default()),
        Err(_) => (Gathered::default(), Vec::new()),
    };
    Page {
        document,
        gathered,
        problems,
    }
}

fn gather(ground: Ground<'_>, document: &Document, taken: &Taken) -> (Gathered, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut report = Reporter::new(document, &mut problems);
    let gathered = match yaml::read(&document.text) {
        Ok(tree) => Gathering::new(ground.roster, ground.declared, taken).read(&tree, &mut report),
        Err(error) => {
            let (line, reason) = report.say_broken(&error);
            Gathered::broken(&document.file, line, reason)
        }
    };
    (gathered, problems)
}
