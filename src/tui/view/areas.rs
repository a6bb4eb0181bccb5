//! Where everything stands on the screen, by its size: one pane below the other, and on a wide terminal
//! the map beside the others, for it grows to the right. A click asks here too what it hit.

use super::map_pane;
use super::share::Seen;
use crate::tui::state::{Pane, State};
use ratatui::layout::{Constraint, Layout, Rect};

/// The parts of the screen; one that is not shown is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// Title, books and progress.
    pub header: Rect,
    /// What is wrong for as long as it is.
    pub banner: Rect,
    /// Everything between header and footer.
    pub body: Rect,
    /// The list of journeys.
    pub journeys: Rect,
    /// The map and the emotion curve under it.
    pub map: Rect,
    /// The details.
    pub details: Rect,
    /// Keys, a toast, or the line being typed.
    pub footer: Rect,
    /// Whether panes have a rule above them instead of a frame around them.
    pub compact: bool,
}

/// Whether a screen is too small for frames around its panes.
fn is_compact(width: u16, height: u16) -> bool {
    width < 90 || height < 30
}

impl Areas {
    /// Whether panes of the terminal's size have a rule above them instead of a frame around them.
    pub fn are_compact(state: &State) -> bool {
        is_compact(state.size.width, state.size.height)
    }

    /// The areas of the terminal's size.
    pub fn of(state: &State) -> Self {
        let size = state.size;
        Self::within(state, Rect::new(0, 0, size.width, size.height))
    }

    /// The areas within a rectangle.
    pub fn within(state: &State, area: Rect) -> Self {
        let header = match area.height {
            0..4 => 0,
            4..20 => 1,
            _ => 2,
        };
        let footer = u16::from(area.height >= 2);
        let banner = u16::from(state.banner.is_some() && area.height >= 3);
        let rows = [
            Constraint::Length(header),
            Constraint::Length(banner),
            Constraint::Min(0),
            Constraint::Length(footer),
        ];
        let [header, banner, body, footer] = Layout::vertical(rows).areas(area);
        let areas = Self {
            header,
            banner,
            body,
            footer,
            compact: is_compact(area.width, area.height),
            ..Self::default()
        };
        match area.width {
            _ if state.vantage.enlarged => areas.alone(state),
            _ if areas.compact => areas.stacked(state),
            0..190 => areas.layers(state),
            _ => areas.generous(state),
        }
    }

    /// One pane below the other; on a very low terminal the one with the keys has most of it.
    fn stacked(self, state: &State) -> Self {
        let body = self.body;
        let rows = state.rows().len() as u16 + 1;
        let shares: &[(u16, u16)] = match (state.pane, body.height) {
            (Pane::Journeys, 0..12) => &[(body.height, 0)],
            (Pane::Details, _) => &[(0, body.height)],
            (Pane::Map, 0..5) => &[(0, 0)],
            (Pane::Map, 5..8) => &[(0, 2)],
            (Pane::Map, 8..18) => &[(0, 4)],
            (Pane::Journeys, _) => {
                let list = rows.clamp(2, body.height / 2);
                &[(list, 7), (list, 4)]
            }
            (Pane::Map, _) => {
                let list = rows.clamp(2, 5);
                &[(list, 7), (list, 4), (2, 4), (0, 4)]
            }
        };
        let (journeys, details) = self.beside_the_map(state, shares);
        self.layered(journeys, details)
    }

    /// How many lines the list and the details get: the first of some shares at which most of the map is
    /// seen; the last, which leaves it the most room, where it does not fit at any.
    fn beside_the_map(self, state: &State, shares: &[(u16, u16)]) -> (u16, u16) {
        let mut best = (Seen::Part, shares.last().copied().unwrap_or_default());
        for (list, details) in shares.iter().filter(|_| shares.len() > 1) {
            let body = self.body;
            let height = body.height.saturating_sub(list + details);
            let seen = map_pane::seen(state, Rect { height, ..body }, self.compact);
            if seen > best.0 {
                best = (seen, (*list, *details));
            }
        }
        best.1
    }

    /// The pane with the keys alone.
    fn alone(self, state: &State) -> Self {
        match state.pane {
            Pane::Journeys => self.layered(self.body.height, 0),
            Pane::Map => self.layered(0, 0),
            Pane::Details => self.layered(0, self.body.height),
        }
    }

    /// One pane below the other, all framed.
    fn layers(self, state: &State) -> Self {
        let rows = state.rows().len() as u16 + 2;
        let (list, details) = (
            rows.clamp(3, self.body.height / 4),
            (self.body.height / 3).clamp(10, 16),
        );
        let shares = [(list, details), (list, 10), (list.min(4), 10)];
        let shares = if state.pane == Pane::Map {
            &shares[..]
        } else {
            &shares[..1]
        };
        let (journeys, details) = self.beside_the_map(state, shares);
        self.layered(journeys, details)
    }

    fn layered(self, journeys: u16, details: u16) -> Self {
        let parts = [
            Constraint::Length(journeys),
            Constraint::Min(0),
            Constraint::Length(details),
        ];
        let [journeys, map, details] = Layout::vertical(parts).areas(self.body);
        Self {
            journeys,
            map,
            details,
            ..self
        }
    }

    /// Journeys and details left, one below the other, and the map beside them.
    fn generous(self, state: &State) -> Self {
        let left = (self.body.width / 3).clamp(60, 72);
        let columns = [Constraint::Length(left), Constraint::Min(0)];
        let [side, map] = Layout::horizontal(columns).areas(self.body);
        let rows = state.rows().len() as u16 + 2;
        let heights = [
            Constraint::Length(rows.clamp(4, side.height / 3)),
            Constraint::Min(0),
        ];
        let [journeys, details] = Layout::vertical(heights).areas(side);
        Self {
            journeys,
            map,
            details,
            ..self
        }
    }
}
