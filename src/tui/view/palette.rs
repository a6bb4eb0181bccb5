//! The box of the command palette.

use super::list_box::ListBox;
use crate::tui::palette::Palette;
use crate::tui::state::State;
use ratatui::Frame;
use ratatui::text::Line;

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
    list.draw(frame, state, |place, width, ink| {
        let Some(command) = palette.found.get(place) else {
            return;
        };
        let spec = command.spec();
        let can = command.disabled(state).is_none();
        let style = if can { theme.accent() } else { theme.dim() };
        ink.pad(spec.name, NAME, style);
        ink.write(" ", theme.text());
        ink.pad(state.keymap.label(*command), KEY, theme.text());
        ink.write(" ", theme.dim());
        ink.pad(spec.does, width.saturating_sub(NAME + KEY + 2), theme.dim());
    });
}
