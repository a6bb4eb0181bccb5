//! The frame of a pane: a box, or on a small terminal a rule above it; bright where the keys are.

use super::areas::Areas;
use super::casing::{self, Casing};
use crate::tui::state::{Pane, Screen, State};
use crate::tui::text;
use crate::tui::theme::{Charset, Theme};
use ratatui::layout::Rect;
use ratatui::symbols::border;

const ASCII: border::Set = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

/// The characters of a frame.
pub(super) fn border(theme: Theme) -> border::Set<'static> {
    match theme.charset {
        Charset::Unicode => border::ROUNDED,
        Charset::Ascii => ASCII,
    }
}

/// Whether a pane of the board has the keys.
pub(super) fn has_keys(state: &State, pane: Pane) -> bool {
    state.screen == Screen::Board && state.pane == pane
}

/// What the frame of a pane leaves of its area.
pub(super) fn inner(state: &State, area: Rect) -> Rect {
    casing::inner(area, Areas::are_compact(state))
}

/// A pane's frame with its title.
pub(super) fn frame(state: &State, title: &str, area: Rect, focused: bool) -> Casing {
    titled(state, (title, ""), area, focused)
}

/// The same with what else is to be said at the right.
pub(super) fn titled(
    state: &State,
    (title, aside): (&str, &str),
    area: Rect,
    focused: bool,
) -> Casing {
    let theme = state.theme;
    let (style, title_style) = if focused {
        (theme.line(), theme.title())
    } else {
        (theme.dim(), theme.dim())
    };
    let mut room = usize::from(area.width.saturating_sub(4));
    let aside = (!aside.is_empty()).then(|| {
        let aside = format!(" {} ", text::fit(aside, room));
        room = room.saturating_sub(text::width(&aside) + 3);
        (aside, theme.accent())
    });
    let title = (!title.is_empty() && room > 0).then(|| {
        let title = format!(" {} ", text::fit(title, room));
        (title, title_style)
    });
    Casing {
        set: border(theme),
        style,
        compact: Areas::are_compact(state),
        title,
        aside,
    }
}
