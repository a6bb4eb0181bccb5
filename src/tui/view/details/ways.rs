//! Where customers go from a touchpoint, what staff may do there, and the rules that feed it.

use super::paper::Paper;
use crate::feedback::{Condition, Evidence, Rule, Test};
use crate::journey::{TouchpointIndex, Transition};
use crate::tui::state::State;

pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    paper.gap();
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
    if let Some(notes) = &touchpoint.notes {
        paper.text("notes", notes, theme.text());
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

/// The rules that feed it, each with its file and line.
pub(super) fn write_rules(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    paper.gap();
    let theme = paper.theme;
    let rules = state
        .workspace
        .rules
        .iter()
        .filter(|rule| rule.touchpoint == index);
    let mut label = "fed by";
    for rule in rules {
        let source = rule
            .source
            .and_then(|source| state.workspace.sources.get(source));
        let source = source.map_or("any source", |source| &source.id);
        paper.text(
            label,
            &format!("{source}: {}", evidence(rule)),
            theme.text(),
        );
        paper.text("", &rule.place, theme.dim());
        label = "";
    }
    if label == "fed by" {
        paper.text(label, "no rule; only a touchpoint column can", theme.dim());
    }
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
