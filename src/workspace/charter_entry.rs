//! Reads the charter from `pothole.yaml`: the title, the north star, who can own, what is hot.

use super::fields::{Fields, Text, text};
use super::keys::{AUTHORITY, CHARTER, FRICTION, Keys, PERSON, SPIKES, TEAM};
use super::reporter::Reporter;
use super::suggestion::help;
use super::tree::Node;
use super::visible::quoted;
use super::{Kind, id, listening_entry, star_entry};
use crate::journey::{Authority, Charter, Person, Roster, Team, Thresholds, Vigilance};
use std::collections::HashSet;

/// Reads everything but the sources; returns the open mapping for them.
pub(super) fn read<'n, 'a>(
    root: &'n Node<'a>,
    report: &mut Reporter<'_>,
) -> (Charter, Option<Fields<'n, 'a>>) {
    if root.is_null() {
        return (Charter::default(), None);
    }
    let Some(fields) = Fields::open(root, CHARTER, report) else {
        return (Charter::default(), None);
    };
    fields.choice("pothole", &[("1", ())], report);
    let title = fields.words("title", report);
    let north_star = star_entry::read(&fields, report);
    let roster = roster(&fields, report);
    let charter = Charter {
        title,
        north_star,
        listening: listening_entry::read(&fields, &roster, report),
        roster,
        thresholds: thresholds(&fields, report),
        authority: authority(&fields, report),
        vigilance: vigilance(&fields, report),
    };
    (charter, Some(fields))
}

fn authority(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Authority {
    let node = fields.get("authority");
    let open = node.and_then(|node| Fields::open(node, AUTHORITY, report));
    let phrases = open.and_then(|fields| fields.texts("lacking", report));
    phrases.map_or_else(Authority::default, |phrases| Authority {
        lacking: phrases.into_iter().map(|phrase| phrase.text).collect(),
    })
}

fn thresholds(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Thresholds {
    let default = Thresholds::default();
    let open = |node, report: &mut Reporter<'_>| Fields::open(node, FRICTION, report);
    let Some(friction) = fields.get("friction").and_then(|node| open(node, report)) else {
        return default;
    };
    let high = friction.number("high", (0.0, 100.0), report);
    let least = friction.whole("least-rows", (0.0, 1e12), report);
    Thresholds {
        high: high.unwrap_or(default.high),
        least_rows: least.unwrap_or(default.least_rows),
    }
}

fn vigilance(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Vigilance {
    let default = Vigilance::default();
    let open = |node, report: &mut Reporter<'_>| Fields::open(node, SPIKES, report);
    let Some(spikes) = fields.get("spikes").and_then(|node| open(node, report)) else {
        return default;
    };
    let baseline = spikes.whole("baseline", (1.0, 520.0), report);
    let baseline = baseline.map_or(default.baseline, |weeks| weeks as usize);
    let least = spikes.whole("least-weeks", (1.0, 520.0), report);
    let least_weeks = least.map_or(default.least_weeks, |weeks| weeks as usize);
    if let Some(node) = spikes.get("least-weeks").filter(|_| least_weeks > baseline) {
        let message =
            format!("`least-weeks` asks for more than the {baseline} weeks looked back at");
        let help =
            "make `baseline` longer or `least-weeks` smaller; as it is, no week is ever judged";
        report.say(Kind::BadValue, node.used, message, help);
    }
    let false_alarms = spikes.number("false-alarms", (1e-6, 520.0), report);
    Vigilance {
        baseline,
        least_weeks,
        false_alarms: false_alarms.unwrap_or(default.false_alarms),
        drift: spikes
            .number("drift", (0.1, 1e3), report)
            .unwrap_or(default.drift),
    }
}

fn roster(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Roster {
    let mut roster = Roster::default();
    let mut seen = HashSet::new();
    for (id, node) in fields.map("teams", report) {
        id::check(&id, report);
        seen.insert(id.text.clone());
        let title = named(node, (TEAM, "title"), report).0;
        roster.teams.push(Team {
            title: title.unwrap_or_else(|| id.text.clone()),
            id: id.text,
        });
    }
    for (id, node) in fields.map("people", report) {
        id::check(&id, report);
        if !seen.insert(id.text.clone()) {
            let message = format!("{} is the id of a team already", quoted(&id.text));
            let help = "give the person another id, so that an owner is one of them";
            report.say(Kind::DuplicateId, id.at, message, help);
        }
        let (name, person) = named(node, (PERSON, "name"), report);
        let team = person.and_then(|person| person.text("team", report));
        if let Some(team) = &team {
            check_team(team, &roster, report);
        }
        roster.people.push(Person {
            name: name.unwrap_or_else(|| id.text.clone()),
            team: team.map(|team| team.text),
            roles: roles(person.as_ref(), report),
            id: id.text,
        });
    }
    roster
}

/// The roles of a person.
fn roles(person: Option<&Fields<'_, '_>>, report: &mut Reporter<'_>) -> Vec<String> {
    let roles = person.and_then(|person| person.texts("role", report));
    let roles = roles.unwrap_or_default().into_iter();
    roles.map(|role| role.text).collect()
}

/// The name of a team or person: a text alone, or a mapping with a key for it.
fn named<'n, 'a>(
    node: &'n Node<'a>,
    (keys, key): (&Keys, &str),
    report: &mut Reporter<'_>,
) -> (Option<String>, Option<Fields<'n, 'a>>) {
    if node.is_null() {
        (None, None)
    } else if node.entries().is_none() {
        (text(node, key, report).map(|name| name.text), None)
    } else {
        let fields = Fields::open(node, keys, report);
        (fields.and_then(|fields| fields.words(key, report)), fields)
    }
}

fn check_team(team: &Text, roster: &Roster, report: &mut Reporter<'_>) {
    let ids = roster.teams.iter().map(|team| team.id.as_str());
    if !ids.clone().any(|id| id == team.text) {
        let message = format!("no team {} is declared", quoted(&team.text));
        report.say(
            Kind::UnknownTeam,
            team.at,
            message,
            help(&team.text, ids, "teams"),
        );
    }
}

/// Reports an owner that is neither a declared team nor a declared person, where any are declared.
pub(super) fn check_owner(owner: &Text, roster: &Roster, report: &mut Reporter<'_>) {
    if roster.is_empty() || roster.declares(&owner.text) {
        return;
    }
    let ids: Vec<&str> = roster.ids().collect();
    let message = format!(
        "{} is neither a declared team nor a person",
        quoted(&owner.text)
    );
    let near = help(&owner.text, ids, "teams and people");
    let help = format!("{near}; `teams:` and `people:` in pothole.yaml declare owners");
    report.say(Kind::UnknownOwner, owner.at, message, help);
}
