//! The box of the command palette.

use super::list_box::ListBox;
use crate::tui::palette::Palette;
use crate::tui::state::State;
use crate::tui::text;
use ratatui::Frame;
use ratatui::text::{Line, Span};

/// How wide a command's name and its first key are.
const NAME: usize = 19;
const KEY: usize = 9;

/// Draws the palette.
pub(super) fn draw(frame: &mut Frame, state: &State, palette: &Palette) {
    let theme = state.theme;
    let chosen = palette.found.get(palette.chosen);
    let below = match chosen.and_then(|command| command.disabled(state)) {
        Some(why) => Line::styled(format!("not now: {why}"), theme.warning()),
        None if palette.found.is_empty() => Line::styled("no command is called so", theme.dim()),
        None => Line::styled("Enter runs it, Esc leaves", theme.dim()),
    };
    let whole = chosen.map_or("", |command| command.spec().does);
    let list = ListBox {
        title: "Commands",
        hint: "type a name, a word or a key",
        typed: &palette.line,
        of: palette.found.len(),
        chosen: palette.chosen,
        below,
        whole: Some(whole.to_owned()),
    };
    list.draw(frame, state, |place, width| {
        let Some(command) = palette.found.get(place) else {
            return Line::default();
        };
        let spec = command.spec();
        let can = command.disabled(state).is_none();
        let style = if can { theme.accent() } else { theme.dim() };
        let does = text::pad(spec.does, width.saturating_sub(NAME + KEY + 2));
        Line::from(vec![
            Span::styled(text::pad(spec.name, NAME), style),
            Span::raw(" "),
            Span::styled(text::pad(&state.keymap.label(*command), KEY), theme.text()),
            Span::styled(format!(" {does}"), theme.dim()),
        ])
    });
}
