//! Reads what `pothole.yaml` promises about listening: which role listens how, and how often.

use super::Kind;
use super::fields::{Fields, Text};
use super::keys::{CADENCE, LISTENING};
use super::reporter::Reporter;
use super::suggestion::help;
use super::tree::Node;
use super::visible::quoted;
use crate::journey::{Cadence, Day, How, Listening, Period, Roster};

/// The promises; the roster must have been read.
pub(super) fn read(
    fields: &Fields<'_, '_>,
    roster: &Roster,
    report: &mut Reporter<'_>,
) -> Listening {
    let mut listening = Listening::default();
    let open = |node, report: &mut Reporter<'_>| Fields::open(node, LISTENING, report);
    let Some(fields) = fields.get("listening").and_then(|node| open(node, report)) else {
        return listening;
    };
    if let Some(days) = fields.whole("quiet-after", (1.0, 3_650.0), report) {
        listening.quiet_after = days as u32;
    }
    let nodes = fields.list("cadence", report).unwrap_or_default();
    let read = nodes
        .iter()
        .filter_map(|node| cadence(node, roster, report));
    listening.cadence = read.collect();
    listening
}

fn cadence(node: &Node<'_>, roster: &Roster, report: &mut Reporter<'_>) -> Option<Cadence> {
    let fields = Fields::open(node, CADENCE, report)?;
    let role = fields.text("role", report);
    if let Some(role) = &role {
        check_role(role, roster, report);
    }
    let how = fields.choice("how", &How::WORDS, report);
    let every = fields.choice("every", &Period::WORDS, report);
    let times = fields.whole("times", (1.0, 1_000.0), report);
    Some(Cadence {
        role: role.map(|role| role.text),
        times: times.map_or(1, |times| times as u32),
        from: day(&fields, "from", report),
        how: how?,
        every: every?,
    })
}

/// Reports a role that nobody has: its promise would never be due.
fn check_role(role: &Text, roster: &Roster, report: &mut Reporter<'_>) {
    let mut roles: Vec<&str> = (roster.people.iter())
        .flat_map(|person| person.roles.iter().map(String::as_str))
        .collect();
    roles.sort_unstable();
    roles.dedup();
    if roles.contains(&role.text.as_str()) {
        return;
    }
    let message = format!("nobody has the role {}", quoted(&role.text));
    let near = help(&role.text, roles, "roles");
    let help = format!("{near}; `role:` of a person under `people:` gives it to somebody");
    report.say(Kind::UnknownRole, role.at, message, help);
}

/// A date of the form that all files of a workspace use; reports what is none.
pub(super) fn day(fields: &Fields<'_, '_>, key: &str, report: &mut Reporter<'_>) -> Option<Day> {
    let found = fields.text(key, report)?;
    let day = Day::parse_iso(found.text.trim());
    if day.is_none() {
        let message = format!("`{key}` is {}, which is no date", quoted(&found.text));
        report.say(Kind::BadDate, found.at, message, "write it as 2026-03-31");
    }
    day
}
