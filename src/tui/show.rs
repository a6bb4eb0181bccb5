//! The screen without a terminal: what it would show, as lines of text.

use super::said;
use super::state::{Screen, State};
use super::theme::{Charset, Palette, Theme};
use super::view;
use crate::board::Lens;
use crate::feedback::{Day, Overlay, Place, Verbatim};
use crate::journey::TouchpointIndex;
use crate::workspace::Workspace;
use ratatui::layout::Size;
use std::sync::Arc;

/// How many of the newest words are said.
const WORDS: usize = 10;

/// The board, or one touchpoint of it, as of a day, in linear text; `read` fetches the rows at some places.
pub fn show(
    workspace: Workspace,
    (overlay, lens, today): (Overlay, Lens, Day),
    touchpoint: Option<TouchpointIndex>,
    ascii: bool,
    read: impl Fn(&Workspace, &Overlay, &[Place]) -> Vec<Verbatim>,
) -> Vec<String> {
    let theme = Theme {
        palette: Palette::Plain,
        charset: if ascii {
            Charset::Ascii
        } else {
            Charset::Unicode
        },
    };
    let mut state = State::open(workspace, theme, Size::new(80, 24));
    state.overlay = Arc::new(overlay);
    state.board.lens = lens;
    state.look_from(today);
    state.progress = None;
    state.rebuild();
    state.settle();
    let plain = |lines: Vec<String>| {
        lines
            .iter()
            .map(|line| view::straight::plain(line))
            .collect()
    };
    let Some(touchpoint) = touchpoint else {
        return plain(view::spoken::board(&state));
    };
    super::browse::choose(&mut state, touchpoint);
    state.screen = Screen::Touchpoint;
    state.look_closer();
    let newest = state.board.lens.newest(&state.overlay, touchpoint, WORDS);
    state.said.list = read(&state.workspace, &state.overlay, &newest);
    state.said.of = state.overlay.places_of(touchpoint.index() as u32).len();
    said::judge(&mut state);
    plain(view::spoken::touchpoint(&state))
}
