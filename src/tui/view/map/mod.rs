//! The map of a journey: stages as columns, touchpoints as cards with their heat, and the lines between.

mod bands;
mod card;
mod header;
mod lines;
mod pen;
mod plan;
mod sight;
mod steps;
mod zoom;

#[cfg(test)]
mod tests;

use crate::board::{Board, Layout, Shading};
use crate::journey::{Charter, Journeys, TouchpointIndex};
use crate::tui::text;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

pub(in crate::tui) use plan::Plan;
pub use sight::Sight;
pub use zoom::Zoom;

/// How far the map is panned: columns to the right and lines down.
pub type Offset = (i32, i32);

/// Everything the map is drawn from; draws with `&MapView` as a widget.
#[derive(Clone, Copy, Debug)]
pub struct MapView<'a> {
    /// All journeys.
    pub journeys: &'a Journeys,
    /// Thresholds and the names of owners.
    pub charter: &'a Charter,
    /// The numbers.
    pub board: &'a Board,
    /// Where everything stands.
    pub layout: &'a Layout,
    /// What the heat shows.
    pub shading: &'a Shading,
    /// The touchpoint whose card and steps stand out.
    pub chosen: Option<TouchpointIndex>,
    /// How near it is looked at, and whether its lines are drawn.
    pub sight: Sight,
    /// How far it is panned.
    pub offset: Offset,
    /// Colours and characters.
    pub theme: Theme,
    /// Whether the keys go to the map.
    pub focused: bool,
}

/// The part of the map that is seen: where it is on the screen, and what of the map comes first.
#[derive(Clone, Copy, Debug)]
struct Window {
    area: Rect,
    offset: Offset,
}

impl Window {
    /// The cell of the screen for a place on the map, when it is seen.
    fn cell(&self, x: i32, y: i32) -> Option<(u16, u16)> {
        let (x, y) = (x - self.offset.0, y - self.offset.1);
        let inside = (0..i32::from(self.area.width)).contains(&x)
            && (0..i32::from(self.area.height)).contains(&y);
        inside.then(|| (self.area.x + x as u16, self.area.y + y as u16))
    }

    /// Whether any of a rectangle of the map is seen.
    fn sees(&self, x: i32, y: i32, width: i32, height: i32) -> bool {
        let (x, y) = (x - self.offset.0, y - self.offset.1);
        x < i32::from(self.area.width)
            && y < i32::from(self.area.height)
            && x + width > 0
            && y + height > 0
    }
}

impl MapView<'_> {
    /// Draws the map into an area.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let plan = self.plan(area);
        let window = self.window(area);
        if !window.area.is_empty() {
            self.draw_bands(&plan, window, buf);
            if !plan.bare {
                self.draw_steps(&plan, window, buf);
            }
            self.draw_cards(&plan, window, buf);
            self.draw_joints(&plan, window, buf);
            self.draw_marks(&plan, window, buf);
            self.draw_channels(&plan, window, buf);
        }
        self.draw_header(&plan, area, buf);
        self.draw_edges(&plan, window, buf);
    }

    /// The touchpoint whose card covers a cell of the screen.
    pub fn touchpoint_at(&self, area: Rect, column: u16, row: u16) -> Option<TouchpointIndex> {
        let window = self.window(area);
        if !window.area.contains(Position::new(column, row)) {
            return None;
        }
        let plan = self.plan(area);
        let x = i32::from(column - window.area.x) + self.offset.0;
        let y = i32::from(row - window.area.y) + self.offset.1;
        let within = |starts: &[i32], at: i32, length: i32| {
            let place = starts
                .partition_point(|start| *start <= at)
                .checked_sub(1)?;
            (at < starts[place] + length).then_some(place)
        };
        let column = within(&plan.columns, x, plan.card_width)?;
        self.layout
            .at(column, within(&plan.rows, y, plan.card_height)?)
    }

    /// The offset nearest to the present one at which a touchpoint's whole card is seen; the map is never
    /// panned beyond its end.
    pub fn offset_to_show(&self, area: Rect, touchpoint: TouchpointIndex) -> Offset {
        let plan = self.plan(area);
        let seen = self.window(area).area;
        let Some((column, row)) = self.layout.card(touchpoint) else {
            return self.offset;
        };
        let reach = |offset: i32, at: i32, length: i32, around: i32, seen: u16, whole: i32| {
            let seen = i32::from(seen);
            let around = around.min((seen - length).max(0) / 2);
            let offset = offset.max(at + length + around - seen).min(at - around);
            offset.clamp(0, (whole - seen).max(0))
        };
        let (x, y) = (plan.columns[column], plan.rows[row]);
        (
            reach(self.offset.0, x, plan.card_width, 4, seen.width, plan.width),
            reach(
                self.offset.1,
                y,
                plan.card_height,
                2,
                seen.height,
                plan.height,
            ),
        )
    }

    /// The columns and lines the whole map takes in an area, the line of stage titles included.
    pub fn size(&self, area: Rect) -> (i32, i32) {
        let plan = self.plan(area);
        (plan.width, plan.height + 1)
    }

    /// Where everything falls in an area.
    pub(in crate::tui) fn plan(&self, area: Rect) -> Plan {
        let wraps = |room: i32| {
            let mut cards = self.layout.columns().iter().flatten();
            cards.any(|card| {
                let card = self.journeys.touchpoint(*card);
                let star = if card.moment_of_truth { 2 } else { 0 };
                text::width(&card.title) as i32 + star > room
            })
        };
        Plan::new(self.layout, self.sight, i32::from(area.width), wraps)
    }

    /// The part below the stage titles.
    fn window(&self, area: Rect) -> Window {
        let titles = 1.min(area.height);
        Window {
            area: Rect {
                y: area.y + titles,
                height: area.height - titles,
                ..area
            },
            offset: self.offset,
        }
    }
}

impl Widget for &MapView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.draw(area, buf);
    }
}
