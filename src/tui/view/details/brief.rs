//! The details in six lines, for the bottom of a small terminal: how badly it hurts, whose it is, what
//! was said, the scores, and the newest words. Enter shows the rest.

use super::paper::Paper;
use super::{facts, numbers, phrases, ways, words};
use crate::journey::TouchpointIndex;
use crate::tui::state::State;
use ratatui::text::Span;

/// The most lines it takes.
pub(super) const LINES: u16 = 6;

pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let theme = paper.theme;
    let dot = theme.glyph(" · ", ", ");
    let touchpoint = state.workspace.journeys.touchpoint(index);
    let sheet = state.board.touchpoint(index);
    let mut friction = numbers::friction(state, sheet);
    if let Some(known) = &sheet.complain {
        friction.push(Span::raw(format!(
            "   {} complain",
            phrases::complaints(known)
        )));
    }
    paper.spans("friction", friction);
    let mut owner = facts::owner(state, touchpoint);
    owner.push(Span::styled(
        format!("{dot}{}", facts::place(state, touchpoint)),
        theme.dim(),
    ));
    if touchpoint.moment_of_truth {
        owner.push(Span::styled(theme.glyph("  ★", "  *"), theme.accent()));
    }
    paper.spans("owner", owner);
    if sheet.counts.feedback() == 0 {
        return ways::write(paper, state, index);
    }
    let mut said = numbers::bar(theme, &sheet.counts, paper.room().min(22));
    said.push(Span::raw(" "));
    said.extend(numbers::parts(theme, &sheet.counts));
    paper.spans("said", said);
    let mut scores: Vec<String> = Vec::new();
    scores.extend(
        sheet
            .nps
            .as_ref()
            .map(|nps| format!("NPS {}", phrases::nps(theme, nps))),
    );
    scores.extend(
        sheet
            .csat
            .as_ref()
            .map(|csat| format!("CSAT {}", phrases::csat(csat))),
    );
    scores.extend(
        sheet
            .ces
            .as_ref()
            .map(|ces| format!("CES {}", phrases::ces(ces))),
    );
    if !scores.is_empty() {
        paper.spans("scores", vec![Span::raw(scores.join("   "))]);
    }
    numbers::write_week_line(paper, state, index);
    if let Some(newest) = state.said.list.first() {
        let room = paper.room();
        paper.spans("newest", words::one_line(theme, newest, room));
    }
}
