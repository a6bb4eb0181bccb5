//! The box in which one chooses what to copy.

use super::list_box::ListBox;
use crate::tui::copy::CopyList;
use crate::tui::state::State;
use ratatui::Frame;
use ratatui::text::Line;

/// How wide the kind of a thing is.
const KIND: usize = 23;

/// Draws the list.
pub(super) fn draw(frame: &mut Frame, state: &State, list: &CopyList) {
    let theme = state.theme;
    let chosen = list.found.get(list.chosen);
    let chosen = chosen.and_then(|at| list.all.get(*at));
    let whole = chosen.map_or_else(String::new, |offer| offer.text.clone());
    let shown = ListBox {
        title: "Copy",
        hint: "type to find",
        typed: &list.line,
        of: list.found.len(),
        chosen: list.chosen,
        below: Line::styled("Enter copies it to the terminal's clipboard", theme.dim()),
        whole: Some(whole),
    };
    shown.draw(frame, state, |place, width, ink| {
        let offer = list.found.get(place).and_then(|at| list.all.get(*at));
        let Some(offer) = offer else {
            return;
        };
        let flat = offer.text.replace('\n', " ");
        ink.pad(offer.what, KIND, theme.dim());
        ink.pad(&flat, width.saturating_sub(KIND), theme.text());
    });
}
