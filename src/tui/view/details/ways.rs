//! Where customers go from a touchpoint, what staff may do there, and the rules that feed it.

use super::paper::Paper;
use crate::feedback::{Condition, Evidence, Rule, Test};
use crate::journey::{TouchpointIndex, Transition};
use crate::tui::state::{Screen, State};
use crate::tui::text;
use ratatui::text::Span;

pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let journeys = &state.workspace.journeys;
    let theme = paper.theme;
    let touchpoint = journeys.touchpoint(index);
    let leaving = journeys.leaving(index);
    let goal = journeys.all()[touchpoint.journey].goals.contains(&index);
    if leaving.is_empty() {
        let said = if goal {
            "the goal: nothing follows"
        } else {
            "nowhere: a dead end"
        };
        paper.text("leads to", said, theme.text());
    }
    for (place, (to, transition)) in leaving.into_iter().enumerate() {
        let label = if place == 0 { "leads to" } else { "" };
        paper.text(
            label,
            &step(state, touchpoint.journey, to, transition),
            theme.text(),
        );
    }
    if let Some(authority) = &touchpoint.authority {
        paper.text("authority", authority, theme.text());
    }
    lacks(paper, state, index);
    if let Some(notes) = &touchpoint.notes {
        paper.text("notes", notes, theme.text());
    }
}

/// Marks a touchpoint whose complaints, as far as they have been read, say that somebody was not allowed to help.
fn lacks(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let found = state.said.lacking();
    if let Some(found) = found.filter(|found| found.touchpoint == index) {
        let (rows, of, phrase) = (found.rows, found.of, &found.phrase);
        let said = format!("! lacks authority: {rows} of {of} complaints read, as in \"{phrase}\"");
        paper.text("", &said, paper.theme.warning());
    }
}

fn step(state: &State, journey: usize, to: TouchpointIndex, transition: &Transition) -> String {
    let touchpoint = state.workspace.journeys.touchpoint(to);
    let share = transition
        .share
        .map(|share| format!("{:.0} % ", 100.0 * share))
        .unwrap_or_default();
    if touchpoint.journey == journey {
        format!("{share}{}", touchpoint.title)
    } else {
        format!("{share}{} ({})", touchpoint.title, touchpoint.address)
    }
}

/// The rules that feed it, each with its file and line; on the board one line each.
pub(super) fn write_rules(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    paper.gap();
    let theme = paper.theme;
    let rules = state.workspace.rules.iter();
    let mut label = "fed by";
    for (sources, rule) in gathered(rules.filter(|rule| rule.touchpoint == index)) {
        let name = |source: &Option<usize>| {
            let source = source.and_then(|source| state.workspace.sources.get(source));
            source.map_or("any source", |source| &source.id)
        };
        let sources: Vec<&str> = sources.iter().map(name).collect();
        let said = format!("{}: {}", sources.join(", "), evidence(rule));
        if state.screen == Screen::Touchpoint {
            paper.text(label, &said, theme.text());
            paper.text("", &rule.place, theme.dim());
        } else {
            let room = paper.room().saturating_sub(text::width(&rule.place) + 2);
            let said = Span::raw(text::fit(&said, room).into_owned());
            let place = Span::styled(format!("  {}", rule.place), theme.dim());
            paper.spans(label, vec![said, place]);
        }
        label = "";
    }
    if label == "fed by" {
        paper.text(label, "no rule; only a touchpoint column can", theme.dim());
    }
}

/// A rule for several sources stands in the workspace once a source: here they are one again.
fn gathered<'a>(rules: impl Iterator<Item = &'a Rule>) -> Vec<(Vec<Option<usize>>, &'a Rule)> {
    let mut all: Vec<(Vec<Option<usize>>, &Rule)> = Vec::new();
    for rule in rules {
        match all.last_mut() {
            Some((sources, last)) if last.place == rule.place && last.evidence == rule.evidence => {
                sources.push(rule.source);
            }
            _ => all.push((vec![rule.source], rule)),
        }
    }
    all
}

fn evidence(rule: &Rule) -> String {
    match &rule.evidence {
        Evidence::Rating { column, .. } => format!("rating {column}"),
        Evidence::When(condition) => said(condition),
    }
}

/// A condition in words.
fn said(condition: &Condition) -> String {
    let list = |conditions: &[Condition], joint: &str| {
        conditions.iter().map(said).collect::<Vec<_>>().join(joint)
    };
    match condition {
        Condition::Tags(tags) => format!("tag {}", tags.join(" or ")),
        Condition::Where { column, test } => format!("{column} {}", test_said(test)),
        Condition::Text(phrases) => format!("says \"{}\"", phrases.join("\" or \"")),
        Condition::Matches(pattern) => format!("matches /{pattern}/"),
        Condition::All(conditions) => list(conditions, " and "),
        Condition::Any(conditions) => format!("({})", list(conditions, " or ")),
        Condition::None(conditions) => format!("not ({})", list(conditions, " or ")),
    }
}

fn test_said(test: &Test) -> String {
    match test {
        Test::OneOf(values) => format!("is {}", values.join(" or ")),
        Test::Pattern(pattern) => format!("matches /{pattern}/"),
        Test::Range { from, to } => match (from, to) {
            (Some(from), Some(to)) => format!("is {from} to {to}"),
            (Some(from), None) => format!("is {from} or more"),
            (None, Some(to)) => format!("is {to} or less"),
            (None, None) => "is a number".to_owned(),
        },
    }
}
