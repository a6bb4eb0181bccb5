//! The box in which friction is flagged, and the YAML to add where no source reads flags yet.

use super::popup;
use crate::tui::flag::{FlagPrompt, Stage};
use crate::tui::state::State;
use crate::tui::theme::Theme;
use crate::workspace::FLAGS_SOURCE;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Wrap};

/// Draws the prompt.
pub(super) fn draw(frame: &mut Frame, state: &State, prompt: &FlagPrompt) {
    let theme = state.theme;
    let unread = matches!(prompt.stage, Stage::Unread(_));
    let area = popup::place(frame.area(), 76, if unread { 13 } else { 7 });
    let title = format!("Flag friction at {}", prompt.touchpoint);
    let inner = popup::draw(frame, theme, area, &title);
    let typed = Rect {
        height: 1.min(inner.height),
        ..inner
    };
    let shown = super::prompt::line(theme, &prompt.line, "what hurts, in a sentence");
    frame.render_widget(shown, typed);
    if !unread {
        super::prompt::set_cursor(frame, &prompt.line, typed);
    }
    let below = Rect {
        y: inner.y + inner.height.min(2),
        height: inner.height.saturating_sub(2),
        ..inner
    };
    // The YAML keeps its indentation, so that it can be copied.
    let said = Paragraph::new(said(theme, &prompt.stage)).wrap(Wrap { trim: false });
    frame.render_widget(said, below);
}

fn said(theme: Theme, stage: &Stage) -> Vec<Line<'static>> {
    let line = match stage {
        Stage::Typing => Line::styled(
            "A dated row of feedback, seen by all. Enter writes it.",
            theme.dim(),
        ),
        Stage::Writing => Line::styled("writing...", theme.dim()),
        Stage::Failed(why) => Line::styled(format!("not flagged: {why}"), theme.error()),
        Stage::Unread(file) => {
            let said = format!("Written to {file}. No source reads it yet; add to pothole.yaml:");
            let mut lines = vec![Line::styled(said, theme.warning()), Line::default()];
            lines.extend(FLAGS_SOURCE.lines().map(Line::raw));
            return lines;
        }
    };
    vec![line]
}
