//! How the map's pane is shared out: the map as near as all of it is seen, what its heat means, and the
//! emotion curve. Where that is too much the curve goes first, then the lines between the cards; the cards
//! go last.

use super::map::{Sight, Zoom};
use crate::board::{Layout, Shade};
use crate::tui::state::State;
use ratatui::layout::{Constraint, Layout as Split, Rect};

/// What of the map is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Seen {
    /// Some of its cards.
    Part,
    /// All cards, and nothing else.
    Cards,
    /// All cards and the curve.
    Curve,
    /// All cards and lines.
    Lines,
    /// All of it, and the curve as well.
    All,
}

/// The parts of the pane.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    /// How the map is looked at.
    pub(super) sight: Sight,
    /// What of it is seen.
    pub(super) seen: Seen,
    /// Lines for what the heat means.
    pub(super) legend: u16,
    /// Lines for the curve.
    pub(super) curve: u16,
    /// Whether there is a curve that has no room.
    pub(super) curveless: bool,
}

impl Share {
    /// Shares the inner part of the pane out.
    pub(super) fn of(state: &State, inner: Rect) -> Self {
        let legend = u16::from(has_legend(state, inner.height) && inner.height > 3);
        let most = most_curve(state, inner.height);
        let above = |curve: u16| Rect {
            height: inner.height.saturating_sub(legend + curve),
            ..inner
        };
        let share = |sight, seen, curve| Self {
            sight,
            seen,
            legend,
            curve,
            curveless: curve == 0 && has_curve(state),
        };
        let Some(layout) = &state.layout else {
            return share(Sight::lined(Zoom::default()), Seen::All, most);
        };
        if let Some(zoom) = state.zoom {
            let sight = Sight::lined(zoom);
            let fits = sight.size(layout, inner.width).1 <= i32::from(above(most).height);
            let seen = if fits { Seen::All } else { Seen::Part };
            return share(sight, seen, most);
        }
        for lines in [true, false] {
            for curve in curves(state, most) {
                if let Some(sight) = Sight::whole(layout, above(curve), lines) {
                    let seen = match lines {
                        true if curve > 0 || most == 0 || !has_curve(state) => Seen::All,
                        true => Seen::Lines,
                        false if curve > 0 => Seen::Curve,
                        false => Seen::Cards,
                    };
                    return share(sight, seen, curve);
                }
            }
        }
        let least = if has_curve(state) { most.min(CURVE) } else { 0 };
        share(Sight::most(layout, inner.width), Seen::Part, least)
    }

    /// The map, the legend and the curve, from above.
    pub(super) fn areas(self, inner: Rect) -> [Rect; 3] {
        let heights = [
            Constraint::Min(0),
            Constraint::Length(self.legend),
            Constraint::Length(self.curve),
        ];
        Split::vertical(heights).areas(inner)
    }
}

/// The lines a curve needs at least.
const CURVE: u16 = 3;

/// How high the curve is where there is room for everything.
fn most_curve(state: &State, height: u16) -> u16 {
    let most = match height {
        0..9 => 0,
        9..16 => CURVE,
        16..22 => 4,
        22..35 => 6,
        _ => 9,
    };
    // Several lines need more height to be told apart.
    if state.curves.lines.is_empty() {
        most
    } else {
        most.max(height / 2).min(9)
    }
}

/// The heights to try, the best first. Curves that were asked for stay.
fn curves(state: &State, most: u16) -> impl Iterator<Item = u16> {
    let asked = !state.curves.lines.is_empty();
    let fewer = [CURVE, 0].into_iter();
    std::iter::once(most).chain(fewer.filter(move |curve| !asked && *curve < most))
}

/// Whether any touchpoint of the journey has a mood.
fn has_curve(state: &State) -> bool {
    let cards = state.layout.iter().flat_map(Layout::columns).flatten();
    let mut sheets = cards.filter_map(|card| state.board.touchpoints.get(card.index()));
    sheets.any(|sheet| sheet.mood.is_some())
}

/// Whether what the heat means is said: always when it is not friction, else where there is room.
fn has_legend(state: &State, height: u16) -> bool {
    state.layout.is_some() && (state.vantage.shading.by != Shade::Friction || height >= 16)
}
