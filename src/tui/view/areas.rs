//! Where everything stands on the screen, by its size: one pane below the other on a small terminal,
//! three beside each other on a large one. A click asks here too what it hit.

use crate::tui::state::{Pane, State};
use ratatui::layout::{Constraint, Layout, Rect};

/// The parts of the screen; one that is not shown is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// Title, books and progress.
    pub header: Rect,
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

impl Areas {
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
        let rows = [
            Constraint::Length(header),
            Constraint::Min(0),
            Constraint::Length(footer),
        ];
        let [header, body, footer] = Layout::vertical(rows).areas(area);
        let areas = Self {
            header,
            body,
            footer,
            compact: area.width < 90 || area.height < 30,
            ..Self::default()
        };
        match area.width {
            _ if areas.compact => areas.stacked(state),
            0..180 => areas.beside(),
            _ => areas.generous(),
        }
    }

    /// One pane below the other; the one with the keys gets the room.
    fn stacked(self, state: &State) -> Self {
        let body = self.body;
        let rows = state.rows().len() as u16 + 1;
        if body.height < 12 {
            return match state.pane {
                Pane::Journeys => Self {
                    journeys: body,
                    ..self
                },
                Pane::Map => Self { map: body, ..self },
                Pane::Details => Self {
                    details: body,
                    ..self
                },
            };
        }
        let (journeys, details) = match state.pane {
            Pane::Journeys => (rows.clamp(2, body.height / 2), 7),
            Pane::Map if body.height < 18 => (0, 5),
            Pane::Map => (rows.clamp(2, 5), 7),
            Pane::Details => (0, body.height),
        };
        let parts = [
            Constraint::Length(journeys),
            Constraint::Min(0),
            Constraint::Length(details),
        ];
        let [journeys, map, details] = Layout::vertical(parts).areas(body);
        Self {
            journeys,
            map,
            details,
            ..self
        }
    }

    /// Journeys left, the map beside them, details below both.
    fn beside(self) -> Self {
        let details = (self.body.height * 2 / 5).clamp(10, 18);
        let [top, details] = above(self.body, details);
        let left = (top.width / 4).clamp(30, 40);
        let [journeys, map] =
            Layout::horizontal([Constraint::Length(left), Constraint::Min(0)]).areas(top);
        Self {
            journeys,
            map,
            details,
            ..self
        }
    }

    /// Three panes beside each other.
    fn generous(self) -> Self {
        let columns = [
            Constraint::Length(40),
            Constraint::Min(0),
            Constraint::Length(62),
        ];
        let [journeys, map, details] = Layout::horizontal(columns).areas(self.body);
        Self {
            journeys,
            map,
            details,
            ..self
        }
    }
}

/// A part of so many lines at the bottom, and the rest above it.
fn above(area: Rect, height: u16) -> [Rect; 2] {
    Layout::vertical([Constraint::Min(0), Constraint::Length(height)]).areas(area)
}
