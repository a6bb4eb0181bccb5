//! Reads one journey file: its stages, its touchpoints and their rules. It is read by itself, whatever other
//! files hold, and so its touchpoints are counted from 0 until it is put with them.

use super::action_entry::{self, ActionPlaces, Actions};
use super::charter_entry::check_owner;
use super::document::Document;
use super::fields::{Fields, Text};
use super::keys::{JOURNEY, STAGE, TOUCHPOINT};
use super::reporter::Reporter;
use super::rule_entry;
use super::source_entry::Declared;
use super::step_entry::{self, Step};
use super::suggestion::help;
use super::tree::{Node, Span};
use super::visible::quoted;
use super::{Kind, aim_entry, id};
use crate::feedback::Rule;
use crate::journey::{
    Address, BrokenJourney, Journey, JourneyIndex, Roster, Stage, Touchpoint, TouchpointIndex,
};
use std::collections::HashMap;

/// A touchpoint whose steps have not been laid yet.
#[derive(Debug)]
pub(super) struct Drafted {
    /// Its place in the workspace's order.
    pub(super) index: TouchpointIndex,
    /// Where its id stands.
    pub(super) at: Span,
    /// Its `next`; nothing when the file does not say.
    pub(super) steps: Option<Vec<Step>>,
}

/// A journey whose steps have not been laid yet.
#[derive(Debug)]
pub(super) struct Draft {
    /// Its file.
    pub(super) document: Document,
    /// Its place in the workspace's order.
    pub(super) journey: JourneyIndex,
    /// Its touchpoints, as listed.
    pub(super) touchpoints: Vec<Drafted>,
}

/// Ids that stand in files before.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// The file of each journey.
    pub(super) journeys: HashMap<String, String>,
    /// Where each action stands.
    pub(super) actions: ActionPlaces,
}

/// What one journey file holds.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// The journey, or why there is none.
    pub(super) journey: Option<Result<Journey, BrokenJourney>>,
    /// Its touchpoints.
    pub(super) touchpoints: Vec<Touchpoint>,
    /// Their rules, in order.
    pub(super) rules: Vec<Rule>,
    /// What is to be known of its touchpoints when their steps are laid.
    pub(super) drafted: Vec<Drafted>,
    /// Where its actions stand.
    pub(super) actions: ActionPlaces,
}

/// A journey file under way.
pub(super) struct Gathering<'w> {
    roster: &'w Roster,
    declared: &'w Declared,
    taken: &'w Taken,
    touchpoints: Vec<Touchpoint>,
    rules: Vec<Rule>,
    drafted: Vec<Drafted>,
    actions: Actions<'w>,
    /// Each touchpoint's id with the line it stands on and its number.
    known: HashMap<String, (usize, TouchpointIndex)>,
}

impl Gathered {
    /// A file that holds no journey.
    pub(super) fn broken(file: &str, line: usize, reason: impl Into<String>) -> Self {
        Self {
            journey: Some(Err(BrokenJourney {
                file: file.to_owned(),
                line,
                reason: reason.into(),
            })),
            ..Self::default()
        }
    }
}

impl<'w> Gathering<'w> {
    /// Begins on a file.
    pub(super) fn new(roster: &'w Roster, declared: &'w Declared, taken: &'w Taken) -> Self {
        Self {
            roster,
            declared,
            taken,
            touchpoints: Vec::new(),
            rules: Vec::new(),
            drafted: Vec::new(),
            actions: Actions::new(&taken.actions),
            known: HashMap::new(),
        }
    }

    /// Reads the journey the file holds, or says why it holds none.
    pub(super) fn read(mut self, root: &Node<'_>, report: &mut Reporter<'_>) -> Gathered {
        let file = report.document.file.clone();
        let Some(fields) = Fields::open(root, JOURNEY, report) else {
            return Gathered::broken(&file, 1, "it holds no mapping, so no journey");
        };
        let id = match self.id(&fields, &file, report) {
            Ok(id) => id,
            Err((line, reason)) => return Gathered::broken(&file, line, reason),
        };
        let mut stages = Vec::new();
        for node in fields.list("stages", report).unwrap_or_default() {
            let stage = self.stage(node, &id, stages.len(), report);
            stages.extend(stage);
        }
        check_stages(&fields, &stages, report);
        let owner = self.owner(&fields, report);
        let first = self.drafted.first().map(|drafted| drafted.index);
        let journey = Journey {
            title: fields.words("title", report).unwrap_or_else(|| id.clone()),
            persona: fields.words("persona", report),
            owner,
            file,
            stages,
            touchpoints: 0..self.touchpoints.len(),
            start: self
                .ends("start", &fields, report)
                .first()
                .copied()
                .or(first),
            goals: self.goals(&fields, report),
            starts: fields.number("starts", (0.0, 1e12), report),
            targets: aim_entry::read(&fields, "target", report),
            benchmarks: aim_entry::read(&fields, "benchmark", report),
            id,
        };
        Gathered {
            journey: Some(Ok(journey)),
            touchpoints: self.touchpoints,
            rules: self.rules,
            drafted: self.drafted,
            actions: self.actions.own,
        }
    }

    /// The journey's id, or the file's name without its ending; the line and the reason when it is taken.
    fn id(
        &self,
        fields: &Fields<'_, '_>,
        file: &str,
        report: &mut Reporter<'_>,
    ) -> Result<String, (usize, String)> {
        let given = fields.text("journey", report);
        if let Some(given) = &given {
            id::check(given, report);
        }
        let at = given.as_ref().map_or(fields.head(), |given| given.at);
        let stem = file
            .rsplit('/')
            .next()
            .and_then(|name| name.rsplit_once('.'));
        let id = given.map_or_else(
            || stem.map_or(file, |(stem, _)| stem).to_owned(),
            |given| given.text,
        );
        if let Some(other) = self.taken.journeys.get(&id) {
            let message = format!("{} is a journey of {} already", quoted(&id), quoted(other));
            let help = "give this journey another id; until then it is left out";
            report.say(Kind::DuplicateId, at, message.clone(), help);
            let line = report.document.line(at.start);
            return Err((line, message));
        }
        Ok(id)
    }

    fn owner(&self, fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Option<String> {
        let mut owner = fields.text("owner", report)?;
        owner.text = owner.text.trim().to_owned();
        if owner.text.is_empty() {
            return None;
        }
        check_owner(&owner, self.roster, report);
        Some(owner.text)
    }

    fn stage(
        &mut self,
        node: &Node<'_>,
        journey: &str,
        number: usize,
        report: &mut Reporter<'_>,
    ) -> Option<Stage> {
        let fields = Fields::open(node, STAGE, report)?;
        let given = fields.text("stage", report);
        if let Some(given) = &given {
            id::check(given, report);
        }
        let id = given.map_or_else(|| format!("stage-{}", number + 1), |given| given.text);
        let first = self.touchpoints.len();
        let items = fields.list("touchpoints", report);
        for item in items.unwrap_or_default() {
            let drafted = self.touchpoint(item, journey, number, report);
            self.drafted.extend(drafted);
        }
        let empty = fields.get("touchpoints").is_none() || items.is_some_and(<[_]>::is_empty);
        if let Some(at) = fields.key("touchpoints").filter(|_| empty) {
            let message = format!("the stage {} has no touchpoints", quoted(&id));
            report.say(
                Kind::EmptyStage,
                at,
                message,
                "add a touchpoint, or take the stage out",
            );
        }
        Some(Stage {
            title: fields.words("title", report).unwrap_or_else(|| id.clone()),
            id,
            touchpoints: first..self.touchpoints.len(),
        })
    }

    fn touchpoint(
        &mut self,
        node: &Node<'_>,
        journey: &str,
        stage: usize,
        report: &mut Reporter<'_>,
    ) -> Option<Drafted> {
        let fields = Fields::open(node, TOUCHPOINT, report)?;
        let id = fields.text("touchpoint", report)?;
        id::check(&id, report);
        let line = report.document.line(id.at.start);
        if let Some((other, _)) = self.known.get(&id.text) {
            let message = format!(
                "{} is the id of a touchpoint on line {other}",
                quoted(&id.text)
            );
            let help = "give this touchpoint another id; until then it is left out";
            report.say(Kind::DuplicateId, id.at, message, help);
            return None;
        }
        let index = TouchpointIndex::new(self.touchpoints.len());
        self.known.insert(id.text.clone(), (line, index));
        let owner = self.owner(&fields, report);
        let actions = action_entry::read(&fields, self.roster, &mut self.actions, report);
        let visited = fields.texts("visited", report).unwrap_or_default();
        self.touchpoints.push(Touchpoint {
            title: fields
                .words("title", report)
                .unwrap_or_else(|| id.text.clone()),
            address: Address::new(journey, id.text),
            journey: 0,
            stage,
            channel: fields.words("channel", report),
            owner,
            moment_of_truth: fields.flag("moment-of-truth", report).unwrap_or_default(),
            notes: fields.words("notes", report),
            authority: fields.words("authority", report),
            actions,
            targets: aim_entry::read(&fields, "target", report),
            benchmarks: aim_entry::read(&fields, "benchmark", report),
            visited: visited.into_iter().map(|word| word.text).collect(),
        });
        for rule in fields.list("feedback", report).unwrap_or_default() {
            let rules = rule_entry::read(rule, index, self.declared, report);
            self.rules.extend(rules);
        }
        Some(Drafted {
            index,
            at: id.at,
            steps: step_entry::read(&fields, report),
        })
    }

    fn goals(&self, fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Vec<TouchpointIndex> {
        let goals = self.ends("goal", fields, report);
        if goals.is_empty() {
            let last = self.drafted.last();
            return last.map(|last| last.index).into_iter().collect();
        }
        goals
    }

    /// The touchpoints that `start` or `goal` names; reports those that are none of this journey's.
    fn ends(
        &self,
        key: &str,
        fields: &Fields<'_, '_>,
        report: &mut Reporter<'_>,
    ) -> Vec<TouchpointIndex> {
        let named = match key {
            "start" => fields.text(key, report).into_iter().collect(),
            _ => fields.texts(key, report).unwrap_or_default(),
        };
        let find = |name: &Text| self.known.get(&name.text).map(|(_, index)| *index);
        for name in named.iter().filter(|name| find(name).is_none()) {
            let own = self.touchpoints.iter();
            let ids: Vec<&str> = own
                .map(|touchpoint| touchpoint.address.touchpoint.as_str())
                .collect();
            let message = format!(
                "`{key}` is {}, no touchpoint of this journey",
                quoted(&name.text)
            );
            report.say(
                Kind::UnknownTouchpoint,
                name.at,
                message,
                help(&name.text, ids, "touchpoints"),
            );
        }
        named.iter().filter_map(find).collect()
    }
}

fn check_stages(fields: &Fields<'_, '_>, stages: &[Stage], report: &mut Reporter<'_>) {
    let empty = match fields.get("stages") {
        Some(node) => node.items().is_some_and(<[_]>::is_empty),
        None => true,
    };
    if let Some(at) = fields.key("stages").filter(|_| empty) {
        let help = "add a stage with its touchpoints";
        report.say(
            Kind::EmptyJourney,
            at,
            "the journey has no stages".to_owned(),
            help,
        );
    }
    let nodes = fields
        .get("stages")
        .and_then(Node::items)
        .unwrap_or_default();
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for id in nodes.iter().filter_map(|node| node.get("stage")) {
        let Some(text) = id.text().filter(|_| stages.len() > 1) else {
            continue;
        };
        if let Some(first) = seen.get(text) {
            let line = report.document.line(first.start);
            let message = format!("{} is the id of the stage on line {line}", quoted(text));
            report.say(
                Kind::DuplicateId,
                id.used,
                message,
                "give this stage another id",
            );
        } else {
            seen.insert(text, id.used);
        }
    }
}
