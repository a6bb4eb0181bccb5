//! Reads one journey file into the graph: its stages, its touchpoints and their rules. Steps are kept
//! for when every journey is known.

use super::action_entry::{self, ActionPlaces};
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
    Address, BrokenJourney, Journey, JourneyIndex, Journeys, Roster, Stage, Touchpoint,
    TouchpointIndex,
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

/// Everything that has been read from journey files so far.
pub(super) struct Gathering<'w> {
    /// Who can own.
    pub(super) roster: &'w Roster,
    /// What rules are checked against.
    pub(super) declared: &'w Declared,
    /// The graph, without its steps.
    pub(super) journeys: Journeys,
    /// Every rule, in order.
    pub(super) rules: Vec<Rule>,
    /// The file of each journey's id.
    pub(super) files: HashMap<String, String>,
    /// Where each action stands.
    pub(super) actions: ActionPlaces,
}

/// A journey under way: what a touchpoint needs to know of it.
struct Under<'i> {
    id: &'i str,
    index: JourneyIndex,
    lines: HashMap<String, usize>,
}

impl Gathering<'_> {
    /// Reads a journey; nothing when the file holds none, which then is a broken one.
    pub(super) fn read(
        &mut self,
        root: &Node<'_>,
        report: &mut Reporter<'_>,
    ) -> Option<(JourneyIndex, Vec<Drafted>)> {
        let file = report.document.file.clone();
        let Some(fields) = Fields::open(root, JOURNEY, report) else {
            self.broken(file, 1, "it holds no mapping, so no journey");
            return None;
        };
        let id = self.id(&fields, &file, report)?;
        let mut under = Under {
            id: &id,
            index: self.journeys.all().len(),
            lines: HashMap::new(),
        };
        let first = self.journeys.touchpoint_count();
        let (mut stages, mut drafted) = (Vec::new(), Vec::new());
        for node in fields.list("stages", report).unwrap_or_default() {
            let stage = self.stage(node, stages.len(), &mut under, &mut drafted, report);
            stages.extend(stage);
        }
        check_stages(&fields, &stages, report);
        let owner = self.owner(&fields, report);
        let index = self.journeys.add_journey(Journey {
            title: fields.words("title", report).unwrap_or_else(|| id.clone()),
            persona: fields.words("persona", report),
            owner,
            file,
            stages,
            touchpoints: first..self.journeys.touchpoint_count(),
            start: self
                .ends("start", &fields, &id, report)
                .first()
                .copied()
                .or_else(|| drafted.first().map(|drafted: &Drafted| drafted.index)),
            goals: self.goals(&fields, &id, &drafted, report),
            starts: fields.number("starts", (0.0, 1e12), report),
            targets: aim_entry::read(&fields, "target", report),
            benchmarks: aim_entry::read(&fields, "benchmark", report),
            id,
        });
        Some((index, drafted))
    }

    fn broken(&mut self, file: String, line: usize, reason: &str) {
        self.journeys.add_broken(BrokenJourney {
            file,
            line,
            reason: reason.to_owned(),
        });
    }

    /// The journey's id, or the file's name without its ending; nothing when it is taken.
    fn id(
        &mut self,
        fields: &Fields<'_, '_>,
        file: &str,
        report: &mut Reporter<'_>,
    ) -> Option<String> {
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
        if let Some(other) = self.files.get(&id) {
            let message = format!("{} is a journey of {} already", quoted(&id), quoted(other));
            let help = "give this journey another id; until then it is left out";
            report.say(Kind::DuplicateId, at, message.clone(), help);
            self.broken(file.to_owned(), report.document.line(at.start), &message);
            return None;
        }
        self.files.insert(id.clone(), file.to_owned());
        Some(id)
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
        number: usize,
        under: &mut Under<'_>,
        drafted: &mut Vec<Drafted>,
        report: &mut Reporter<'_>,
    ) -> Option<Stage> {
        let fields = Fields::open(node, STAGE, report)?;
        let given = fields.text("stage", report);
        if let Some(given) = &given {
            id::check(given, report);
        }
        let id = given.map_or_else(|| format!("stage-{}", number + 1), |given| given.text);
        let first = self.journeys.touchpoint_count();
        let items = fields.list("touchpoints", report);
        for item in items.unwrap_or_default() {
            drafted.extend(self.touchpoint(item, number, under, report));
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
            touchpoints: first..self.journeys.touchpoint_count(),
        })
    }

    fn touchpoint(
        &mut self,
        node: &Node<'_>,
        stage: usize,
        under: &mut Under<'_>,
        report: &mut Reporter<'_>,
    ) -> Option<Drafted> {
        let fields = Fields::open(node, TOUCHPOINT, report)?;
        let id = fields.text("touchpoint", report)?;
        id::check(&id, report);
        let line = report.document.line(id.at.start);
        if let Some(other) = under.lines.get(&id.text) {
            let message = format!(
                "{} is the id of a touchpoint on line {other}",
                quoted(&id.text)
            );
            let help = "give this touchpoint another id; until then it is left out";
            report.say(Kind::DuplicateId, id.at, message, help);
            return None;
        }
        under.lines.insert(id.text.clone(), line);
        let owner = self.owner(&fields, report);
        let actions = action_entry::read(&fields, self.roster, &mut self.actions, report);
        let visited = fields.texts("visited", report).unwrap_or_default();
        let index = self.journeys.add_touchpoint(Touchpoint {
            address: Address::new(under.id, &id.text),
            title: fields
                .words("title", report)
                .unwrap_or_else(|| id.text.clone()),
            journey: under.index,
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

    fn goals(
        &self,
        fields: &Fields<'_, '_>,
        id: &str,
        drafted: &[Drafted],
        report: &mut Reporter<'_>,
    ) -> Vec<TouchpointIndex> {
        let goals = self.ends("goal", fields, id, report);
        if goals.is_empty() {
            return drafted.last().map(|last| last.index).into_iter().collect();
        }
        goals
    }

    /// The touchpoints that `start` or `goal` names; reports those that are none of this journey's.
    fn ends(
        &self,
        key: &str,
        fields: &Fields<'_, '_>,
        id: &str,
        report: &mut Reporter<'_>,
    ) -> Vec<TouchpointIndex> {
        let named = match key {
            "start" => fields.text(key, report).into_iter().collect(),
            _ => fields.texts(key, report).unwrap_or_default(),
        };
        let find = |name: &Text| self.journeys.find(&Address::new(id, &name.text));
        for name in named.iter().filter(|name| find(name).is_none()) {
            let all = self
                .journeys
                .touchpoints()
                .map(|(_, touchpoint)| &touchpoint.address);
            let own = all.filter(|address| address.journey == id);
            let ids: Vec<&str> = own.map(|address| address.touchpoint.as_str()).collect();
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
