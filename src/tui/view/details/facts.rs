//! What a touchpoint is: its channel, its stage, its owner, what staff may do, what the team noted.

use super::paper::Paper;
use crate::journey::{Touchpoint, TouchpointIndex};
use crate::tui::command::Command;
use crate::tui::state::{Row, State};
use crate::tui::view::wrap::wrap;
use ratatui::text::{Line, Span};

pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let theme = state.theme;
    let touchpoint = state.workspace.journeys.touchpoint(index);
    paper.spans("owner", owner(state, touchpoint));
    paper.text("where", &place(state, touchpoint), theme.text());
    if touchpoint.moment_of_truth {
        let star = theme.glyph("★", "*");
        paper.text("", &format!("{star} moment of truth"), theme.accent());
    }
}

/// Who answers for it, or which key puts somebody on it.
pub(super) fn owner(state: &State, touchpoint: &Touchpoint) -> Vec<Span<'static>> {
    let (theme, roster) = (state.theme, &state.workspace.charter.roster);
    let Some(owner) = &touchpoint.owner else {
        let key = state.keymap.label(Command::Assign);
        return vec![
            Span::styled("nobody", theme.warning()),
            Span::styled(format!("  {key} puts an owner on it"), theme.dim()),
        ];
    };
    let title = roster.title(owner);
    let mut spans = vec![Span::raw(title.to_owned())];
    if title != owner {
        spans.push(Span::styled(format!("  {owner}"), theme.dim()));
    } else if !roster.is_empty() && !roster.declares(owner) {
        spans.push(Span::styled("  not declared", theme.warning()));
    }
    spans
}

/// Its stage and its channel.
pub(super) fn place(state: &State, touchpoint: &Touchpoint) -> String {
    let journey = &state.workspace.journeys.all()[touchpoint.journey];
    let phase = journey.stages.get(touchpoint.stage);
    let phase = phase.map(|stage| stage.title.as_str());
    let parts: Vec<&str> = phase
        .into_iter()
        .chain(touchpoint.channel.as_deref())
        .collect();
    parts.join(state.theme.glyph(" · ", ", "))
}

/// What to show where no touchpoint is chosen: why a file is broken, or that there is nothing yet.
pub(super) fn nothing_chosen(state: &State, width: usize) -> Vec<Line<'static>> {
    let said = match state.row {
        Some(Row::Broken(_)) => "A journey's touchpoints stand here once its file can be read.",
        _ if state.workspace.journeys.all().is_empty() => {
            "No journey could be read. docs/format.md says how one is written."
        }
        _ => "No touchpoint is chosen.",
    };
    wrap(said, width).into_iter().map(Line::from).collect()
}
