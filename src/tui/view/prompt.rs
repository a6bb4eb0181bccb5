//! The box in which a path is typed, and the line of any box that is typed in.

use super::popup;
use crate::tui::line::Line as Typed;
use crate::tui::message::ExportRefusal;
use crate::tui::prompt::ExportPrompt;
use crate::tui::state::State;
use crate::tui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Wrap};

/// Draws the prompt.
pub(super) fn draw(frame: &mut Frame, state: &State, prompt: &ExportPrompt) {
    let theme = state.theme;
    let area = popup::place(frame.area(), 64, 7);
    let inner = popup::draw(frame, theme, area, "Write the friction summary");
    let typed = Rect {
        height: 1.min(inner.height),
        ..inner
    };
    frame.render_widget(line(theme, &prompt.line, "a file"), typed);
    set_cursor(frame, &prompt.line, typed);
    let said = match &prompt.refused {
        _ if prompt.writing => Line::styled("writing …", theme.dim()),
        None => Line::styled(
            "Markdown, from the current folder. Enter writes it.",
            theme.dim(),
        ),
        Some(ExportRefusal::Exists) => {
            let said = "There is a file of that name. Enter again replaces it.";
            Line::styled(said, theme.warning())
        }
        Some(ExportRefusal::Failed(why)) => {
            Line::styled(format!("not written: {why}"), theme.error())
        }
    };
    let below = Rect {
        y: inner.y + inner.height.min(2),
        height: inner.height.saturating_sub(2),
        ..inner
    };
    frame.render_widget(Paragraph::new(said).wrap(Wrap { trim: true }), below);
}

/// A line being typed; what to type where nothing is.
pub(super) fn line(theme: Theme, typed: &Typed, hint: &'static str) -> Line<'static> {
    let mark = Span::styled("> ", theme.accent());
    if typed.text().is_empty() {
        return Line::from(vec![mark, Span::styled(hint, theme.dim())]);
    }
    Line::from(vec![mark, Span::raw(typed.text().to_owned())])
}

/// Shows the terminal's cursor where the next character goes.
pub(super) fn set_cursor(frame: &mut Frame, typed: &Typed, area: Rect) {
    if area.is_empty() {
        return;
    }
    let x = (area.x + 2).saturating_add(typed.cursor() as u16);
    frame.set_cursor_position(Position::new(x.min(area.right() - 1), area.y));
}
