//! Where in time the board is looked at, as a slider over the weeks there are.

use crate::tui::command::Command;
use crate::tui::state::State;
use crate::tui::text;
use ratatui::text::{Line, Span};

/// Where in time the board is looked at: a slider over the weeks.
pub(super) fn line(state: &State, room: usize) -> Line<'static> {
    let theme = state.theme;
    let Some(travel) = &state.vantage.travel else {
        return Line::default();
    };
    let playing = if travel.playing {
        theme.glyph("▶", ">")
    } else {
        theme.glyph("‖", "=")
    };
    let key = |command| state.keymap.label(command);
    let keys = format!(
        "  {} {} step  {} plays  {} now",
        key(Command::WeekBack),
        key(Command::WeekOn),
        key(Command::Play),
        key(Command::Home)
    );
    let left = format!("{playing} as of {}  {} ", travel.week, travel.ends.0);
    let right = format!(" {}", travel.ends.1);
    let fixed = text::width(&left) + text::width(&right);
    let keys = Some(keys)
        .filter(|keys| fixed + text::width(keys) + 12 <= room)
        .unwrap_or_default();
    let wide = room.saturating_sub(fixed + text::width(&keys)).max(1);
    let at = (travel.part() * (wide - 1) as f64).round() as usize;
    Line::from(vec![
        Span::styled(left, theme.accent()),
        Span::styled(theme.glyph("━", "=").repeat(at), theme.line()),
        Span::styled(theme.glyph("●", "O"), theme.line()),
        Span::styled(
            theme.glyph("─", "-").repeat(wide - 1 - at.min(wide - 1)),
            theme.dim(),
        ),
        Span::raw(right),
        Span::styled(keys, theme.dim()),
    ])
}
