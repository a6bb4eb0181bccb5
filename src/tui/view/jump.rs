//! The box in which one goes anywhere.

use super::list_box::ListBox;
use super::number::count;
use crate::tui::jump::JumpList;
use crate::tui::state::State;
use ratatui::Frame;
use ratatui::text::Line;

/// How wide the kind of a thing is.
const KIND: usize = 11;

/// Draws the list.
pub(super) fn draw(frame: &mut Frame, state: &State, list: &JumpList) {
    let theme = state.theme;
    let (found, of) = (list.found.len() as u64, list.all.len() as u64);
    let said = format!("{} of {}. Enter goes there", count(found), count(of));
    let shown = ListBox {
        title: "Go to",
        hint: "a journey, a touchpoint, an owner or a tag",
        typed: &list.line,
        of: list.found.len(),
        chosen: list.chosen,
        below: Line::styled(said, theme.dim()),
        whole: None,
    };
    shown.draw(frame, state, |place, width, ink| {
        let candidate = list.found.get(place).and_then(|at| list.all.get(*at));
        let Some(candidate) = candidate else {
            return;
        };
        let room = width.saturating_sub(KIND);
        ink.pad(candidate.target.word(), KIND, theme.dim());
        ink.pad(&candidate.title, room * 3 / 5, theme.text());
        ink.write(" ", theme.dim());
        let rest = room.saturating_sub(room * 3 / 5 + 1);
        ink.pad(&candidate.id, rest, theme.dim());
    });
}
