//! What is being done about a touchpoint: every action with its status, its days, why it hurt, what was
//! done, and whether it helped.

use super::paper::Paper;
use super::{insight, promises};
use crate::feedback::Day;
use crate::journey::{Action, Status, TouchpointIndex};
use crate::tui::state::State;
use crate::tui::theme::Theme;
use ratatui::style::Style;
use ratatui::text::Span;

/// Writes every action of a touchpoint, in the order of its file.
pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let theme = paper.theme;
    let actions = &state.workspace.journeys.touchpoint(index).actions;
    if actions.is_empty() {
        let said = "none: nothing is being done about it yet";
        return paper.text("actions", said, theme.dim());
    }
    let fixes = state.insight.as_ref();
    let fixes = fixes.map_or(&[][..], |insight| &insight.fixes);
    let cards = (state.board).cards_of(&state.workspace.journeys, index, fixes);
    for (place, action) in actions.iter().enumerate() {
        paper.gap();
        write_one(paper, state, action);
        let fixes = state.insight.iter().flat_map(|insight| &insight.fixes);
        for fix in fixes.filter(|fix| fix.action == place) {
            insight::write_fix(paper, state, index, fix);
        }
        for card in cards.iter().filter(|card| card.action == place) {
            promises::remark(paper, card);
        }
    }
}

fn write_one(paper: &mut Paper, state: &State, action: &Action) {
    let theme = paper.theme;
    let (glyph, style) = look(theme, action.status);
    paper.spans(
        action.status.word(),
        vec![
            Span::styled(format!("{glyph} "), style),
            Span::styled(action.title.clone(), theme.accent()),
            Span::styled(format!("  {}", action.id), theme.dim()),
        ],
    );
    match &action.owner {
        Some(owner) => paper.text(
            "owner",
            state.workspace.charter.roster.title(owner),
            theme.text(),
        ),
        None => paper.text("owner", "nobody", theme.warning()),
    }
    let days: Vec<String> = [
        ("opened", action.opened),
        ("due", action.due),
        ("shipped", action.shipped),
        ("told", action.told),
    ]
    .iter()
    .filter_map(|(word, day): &(&str, Option<Day>)| Some(format!("{word} {}", (*day)?)))
    .collect();
    if !days.is_empty() {
        paper.text("", &days.join(", "), theme.text());
    }
    for (label, said) in [
        ("why", &action.root_cause),
        ("done", &action.done),
        ("link", &action.link),
        ("came back", &action.came_back),
    ] {
        if let Some(said) = said {
            paper.text(label, said, theme.text());
        }
    }
}

/// The glyph and the style of a status; its word stands beside it.
pub(in crate::tui::view) fn look(theme: Theme, status: Status) -> (&'static str, Style) {
    match status {
        Status::Planned => (theme.glyph("○", "o"), theme.dim()),
        Status::Fixing => (theme.glyph("◐", "%"), theme.warning_mark()),
        Status::Shipped => (theme.glyph("◑", "&"), theme.text()),
        Status::Proven => (theme.glyph("●", "*"), theme.good_mark()),
        Status::Told => (theme.glyph("✓", "+"), theme.good_mark()),
    }
}
