//! What a touchpoint is: its channel, its stage, its owner, what staff may do, what the team noted.

use super::paper::Paper;
use crate::journey::TouchpointIndex;
use crate::tui::command::Command;
use crate::tui::keymap::Keymap;
use crate::tui::state::{Row, State};
use crate::tui::view::wrap::wrap;
use ratatui::text::{Line, Span};

pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let (theme, journeys) = (state.theme, &state.workspace.journeys);
    let touchpoint = journeys.touchpoint(index);
    let journey = &journeys.all()[touchpoint.journey];
    let roster = &state.workspace.charter.roster;
    if let Some(owner) = &touchpoint.owner {
        let title = roster.title(owner);
        let mut spans = vec![Span::raw(title.to_owned())];
        if title != owner {
            spans.push(Span::styled(format!("  {owner}"), theme.dim()));
        } else if !roster.is_empty() && !roster.declares(owner) {
            spans.push(Span::styled("  not declared", theme.warning()));
        }
        paper.spans("owner", spans);
    } else {
        let key = Keymap::label(Command::Assign);
        paper.spans(
            "owner",
            vec![
                Span::styled("nobody", theme.warning()),
                Span::styled(format!("  {key} puts an owner on it"), theme.dim()),
            ],
        );
    }
    let phase = journey
        .stages
        .get(touchpoint.stage)
        .map(|stage| stage.title.as_str());
    let dot = theme.glyph(" · ", ", ");
    let place: Vec<&str> = phase
        .into_iter()
        .chain(touchpoint.channel.as_deref())
        .collect();
    paper.text("where", &place.join(dot), theme.text());
    if touchpoint.moment_of_truth {
        let star = theme.glyph("★", "*");
        paper.text("", &format!("{star} moment of truth"), theme.accent());
    }
}

/// What to show where no touchpoint is chosen: why a file is broken, or that there is nothing yet.
pub(super) fn nothing_chosen(state: &State, width: usize) -> Vec<Line<'static>> {
    let broken = match state.row {
        Some(Row::Broken(place)) => state.workspace.journeys.broken().get(place),
        _ => None,
    };
    let said = match broken {
        Some(broken) => format!(
            "{} could not be read. Line {}: {} P shows every problem with its line.",
            broken.file, broken.line, broken.reason
        ),
        None if state.workspace.journeys.all().is_empty() => {
            "No journey could be read. docs/format.md says how one is written.".to_owned()
        }
        None => "This journey has no touchpoint yet.".to_owned(),
    };
    wrap(&said, width).into_iter().map(Line::from).collect()
}
