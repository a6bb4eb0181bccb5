//! The box in which the lens is set.

use super::list_box::ListBox;
use crate::tui::command::Command;
use crate::tui::lens::{self, Facet, LensPicker};
use crate::tui::state::State;
use ratatui::Frame;
use ratatui::text::Line;

/// How wide the mark and the part of the lens are.
const MARK: usize = 4;
const KIND: usize = 9;

/// Draws the picker.
pub(super) fn draw(frame: &mut Frame, state: &State, picker: &LensPicker) {
    let theme = state.theme;
    let key = state.keymap.label(Command::Toggle);
    let said = format!("{key} marks, Enter takes it, Esc leaves it as it was");
    let shown = ListBox {
        title: "Lens: what counts",
        hint: "type to find, or days: 2025-01..2025-03",
        typed: &picker.line,
        of: picker.facets.len(),
        chosen: picker.chosen,
        below: Line::styled(said, theme.dim()),
        whole: None,
    };
    shown.draw(frame, state, |place, width, ink| {
        let Some(facet) = picker.facets.get(place) else {
            return;
        };
        let on = lens::is_on(state, facet);
        let (dates, source) = match facet {
            Facet::Source(_) => (false, true),
            Facet::Segment(_) => (false, false),
            _ => (true, false),
        };
        let mark = match (dates, on) {
            (true, true) => theme.glyph("(•) ", "(*) "),
            (true, false) => "( ) ",
            (false, true) => "[x] ",
            (false, false) => "[ ] ",
        };
        let title = match facet {
            Facet::Source(id) if source => title_of(state, id),
            facet => facet.words(),
        };
        let style = if on { theme.accent() } else { theme.text() };
        ink.write(mark, style);
        ink.pad(facet.kind(), KIND, theme.dim());
        ink.pad(&title, width.saturating_sub(MARK + KIND), style);
    });
}

fn title_of(state: &State, id: &str) -> String {
    let mut sources = state.workspace.sources.iter();
    let source = sources.find(|source| source.id == id);
    match source.map(|source| source.title.as_str()) {
        Some(title) if title != id && !title.is_empty() => format!("{title} ({id})"),
        _ => id.to_owned(),
    }
}
