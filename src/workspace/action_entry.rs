//! Reads the actions of a touchpoint, and says where their dates and words do not fit their status.

use super::charter_entry::check_owner;
use super::fields::{Fields, Text};
use super::keys::ACTION;
use super::reporter::Reporter;
use super::tree::{Node, Span};
use super::visible::quoted;
use super::{Kind, id};
use crate::journey::{Action, Day, Roster, Status};
use std::collections::HashMap;

/// Where each action of the workspace stands: its file and line, by its id.
pub(super) type ActionPlaces = HashMap<String, String>;

/// The actions of one file, and those of the files before it.
pub(super) struct Actions<'w> {
    before: &'w ActionPlaces,
    /// Where those of this file stand.
    pub(super) own: ActionPlaces,
}

impl<'w> Actions<'w> {
    /// Begins on a file.
    pub(super) fn new(before: &'w ActionPlaces) -> Self {
        Self {
            before,
            own: ActionPlaces::new(),
        }
    }

    fn get(&self, id: &str) -> Option<&String> {
        self.before.get(id).or_else(|| self.own.get(id))
    }
}

/// The actions of a touchpoint. One whose id is taken is left out.
pub(super) fn read(
    fields: &Fields<'_, '_>,
    roster: &Roster,
    places: &mut Actions<'_>,
    report: &mut Reporter<'_>,
) -> Vec<Action> {
    let nodes = fields.list("actions", report).unwrap_or_default();
    let read = nodes
        .iter()
        .filter_map(|node| action(node, roster, places, report));
    read.collect()
}

fn action(
    node: &Node<'_>,
    roster: &Roster,
    places: &mut Actions<'_>,
    report: &mut Reporter<'_>,
) -> Option<Action> {
    let fields = Fields::open(node, ACTION, report)?;
    let id = fields.text("action", report)?;
    id::check(&id, report);
    if let Some(place) = places.get(&id.text) {
        let message = format!("{} is the id of an action at {place}", quoted(&id.text));
        let help = "give this action another id; until then it is left out";
        report.say(Kind::DuplicateId, id.at, message, help);
        return None;
    }
    let line = report.document.line(id.at.start);
    let place = format!("{}:{line}", super::visible::visible(&report.document.file));
    places.own.insert(id.text.clone(), place);
    let mut dated = |key| date(&fields, key, report);
    let [opened, due, shipped, told] = ["opened", "due", "shipped", "told"].map(&mut dated);
    in_order(
        &[("opened", opened), ("shipped", shipped), ("told", told)],
        report,
    );
    in_order(&[("opened", opened), ("due", due)], report);
    let status = fields.choice("status", &Status::WORDS, report);
    let day = |date: Option<(Day, Span)>| date.map(|(day, _)| day);
    let action = Action {
        title: (fields.words("title", report)).unwrap_or_else(|| id.text.clone()),
        id: id.text,
        owner: owner(&fields, roster, report),
        status: status.unwrap_or_default(),
        opened: day(opened),
        due: day(due),
        shipped: day(shipped),
        told: day(told),
        root_cause: fields.words("root-cause", report),
        done: fields.words("done", report),
        link: fields.words("link", report),
        came_back: fields.words("came-back", report),
    };
    check_status(&action, &fields, report);
    Some(action)
}

fn owner(fields: &Fields<'_, '_>, roster: &Roster, report: &mut Reporter<'_>) -> Option<String> {
    let mut owner: Text = fields.text("owner", report)?;
    owner.text = owner.text.trim().to_owned();
    if owner.text.is_empty() {
        return None;
    }
    check_owner(&owner, roster, report);
    Some(owner.text)
}

fn date(fields: &Fields<'_, '_>, key: &str, report: &mut Reporter<'_>) -> Option<(Day, Span)> {
    let found = fields.text(key, report)?;
    let day = Day::parse_iso(&found.text);
    if day.is_none() {
        let message = format!("`{key}` is {}, which is no date", quoted(&found.text));
        report.say(Kind::BadDate, found.at, message, "write it as 2026-03-31");
    }
    Some((day?, found.at))
}

/// Reports a date that lies before one it should follow.
fn in_order(dates: &[(&str, Option<(Day, Span)>)], report: &mut Reporter<'_>) {
    let mut last: Option<(&str, Day)> = None;
    for (key, date) in dates {
        let Some((day, at)) = date else { continue };
        if let Some((before, earlier)) = last.filter(|(_, earlier)| day < earlier) {
            let message = format!("`{key}`, {day}, lies before `{before}`, {earlier}");
            let help = format!("an action is {before} first; mend one of the two dates");
            report.say(Kind::DateOrder, *at, message, help);
            // What follows is held against the later one of the two: either may be wrong.
            continue;
        }
        last = Some((key, *day));
    }
}

/// Reports what a status promises and the action does not hold.
fn check_status(action: &Action, fields: &Fields<'_, '_>, report: &mut Reporter<'_>) {
    let at = fields.get("status").map_or(fields.head(), |node| node.used);
    let word = action.status.word();
    if action.status >= Status::Shipped && fields.get("shipped").is_none() {
        let message = format!("the action is {word}, but has no date of shipping");
        let help = "add `shipped:` with the day customers got it; it parts before from after";
        report.say(Kind::Unshipped, at, message, help);
    }
    if action.status < Status::Shipped && action.shipped.is_some() {
        let message = format!("the action was shipped, but its status is {word}");
        let help = "write `status: shipped`, or take the date out";
        report.say(Kind::StatusBehind, at, message, help);
    }
    let told = action.status == Status::Told || action.told.is_some();
    let lacking = [
        ("root-cause", action.root_cause.is_none()),
        ("done", action.done.is_none()),
    ];
    let lacking: Vec<String> = (lacking.iter().filter(|(_, lacks)| *lacks))
        .map(|(key, _)| format!("`{key}`"))
        .collect();
    if told && !lacking.is_empty() {
        let at = fields.get("told").map_or(at, |node| node.used);
        let lacking = lacking.join(" and no ");
        let message = format!("customers were told, but the action has no {lacking}");
        let help = "say why it hurt under `root-cause:` and what was done under `done:`";
        report.say(Kind::ToldNothing, at, message, help);
    }
}
