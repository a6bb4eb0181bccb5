//! The lines of the map: every step's route, its arrow, and its share where there is room.

use super::lines::{Lines, Weight};
use super::{MapView, Plan, Window, Zoom};
use crate::board::layout::{Across, Along, Course, Route};
use crate::journey::TouchpointIndex;
use crate::tui::text;
use crate::tui::view::ink;
use crate::tui::view::number::whole;
use ratatui::buffer::Buffer;
use ratatui::style::Style;

/// Where a route runs, in columns and lines of the part of the map that is seen.
struct Track {
    corners: Vec<(i32, i32)>,
    weight: Weight,
}

impl MapView<'_> {
    pub(super) fn draw_steps(&self, plan: &Plan, window: Window, buf: &mut Buffer) {
        let mut lines = Lines::new(window.area.width, window.area.height);
        let mut tracks = Vec::new();
        let mut words = None;
        for route in self.near(plan, window) {
            let mut corners: Vec<_> = route
                .points
                .iter()
                .map(|point| {
                    let (x, y) = (plan.x(point.x), plan.y(point.y));
                    (x - window.offset.0, y - window.offset.1)
                })
                .collect();
            if !is_seen(&corners, plan, window) {
                continue;
            }
            self.start_at_words(route, plan, &mut corners, &mut words);
            let weight = self.weight(route);
            let dashed = route.course == Course::Loop;
            lines.add(&corners, weight, dashed);
            if let (Some((x, y)), Some(first)) = (corners.first(), route.points.first()) {
                let sideways = matches!(first.x, Across::Right(_));
                lines.touch(*x, *y, sideways, weight, dashed);
            }
            tracks.push((route, Track { corners, weight }));
        }
        lines.paint(window.area, buf, self.theme);
        tracks.sort_by_key(|(_, track)| track.weight);
        for (route, track) in &tracks {
            self.draw_arrow(route, track, window, buf);
            self.draw_share(route, track, &mut lines, window, buf);
        }
    }

    /// Every route that may be seen, and few others.
    fn near(&self, plan: &Plan, window: Window) -> impl Iterator<Item = &Route> {
        let (x, y) = window.offset;
        let (wide, high) = (i32::from(window.area.width), i32::from(window.area.height));
        let columns = Plan::seen(&plan.columns, x, x + wide);
        self.layout
            .routes_near(columns, Plan::seen(&plan.rows, y, y + high))
    }

    /// Without a frame, a line that leaves to the right begins where the card's words end.
    /// `words` is the card before and how wide its words are: mostly several lines leave one card.
    fn start_at_words(
        &self,
        route: &Route,
        plan: &Plan,
        corners: &mut [(i32, i32)],
        words: &mut Option<(TouchpointIndex, i32)>,
    ) {
        let Some(Across::Right(_)) = route.points.first().map(|point| point.x) else {
            return;
        };
        if let (true, Some((x, _))) = (plan.zoom != Zoom::Cards, corners.first_mut()) {
            let wide = match *words {
                Some((card, wide)) if card == route.from => wide,
                _ => self.words_width(route.from, plan),
            };
            *words = Some((route.from, wide));
            *x -= (plan.card_width - wide - 1).max(0);
        }
    }

    /// Where lines leave whole cards, their frames open.
    pub(super) fn draw_joints(&self, plan: &Plan, window: Window, buf: &mut Buffer) {
        if plan.zoom != Zoom::Cards || plan.bare {
            return;
        }
        for route in self.near(plan, window) {
            let Some(first) = route.points.first() else {
                continue;
            };
            let chosen = self.chosen == Some(route.from);
            let (x, y) = (plan.x(first.x), plan.y(first.y));
            let (x, y, glyph) = match first.x {
                Across::Right(_) if chosen => (x - 1, y, self.theme.glyph("┣", "#")),
                Across::Right(_) => (x - 1, y, self.theme.glyph("├", "+")),
                _ if chosen => (x, y - 1, self.theme.glyph("┳", "#")),
                _ => (x, y - 1, self.theme.glyph("┬", "+")),
            };
            if let Some(cell) = window.cell(x, y).and_then(|at| buf.cell_mut(at)) {
                cell.set_symbol(glyph);
            }
        }
    }

    /// Without lines, an arrow beside every card that the chosen one leads to.
    pub(super) fn draw_marks(&self, plan: &Plan, window: Window, buf: &mut Buffer) {
        if !plan.bare {
            return;
        }
        let leaving = self.layout.routes().iter();
        for route in leaving.filter(|route| self.chosen == Some(route.from)) {
            let Some((column, row)) = self.layout.card(route.to) else {
                continue;
            };
            let (x, y) = (plan.columns[column], plan.rows[row]);
            let before = column.checked_sub(1).map(|at| plan.columns[at]);
            if x > before.map_or(0, |before| before + plan.card_width) {
                let arrow = self.theme.glyph("▶", ">");
                let (x, y) = (x - 1 - window.offset.0, y - window.offset.1);
                put(buf, window, x, y, arrow, self.theme.line());
            }
        }
    }

    fn weight(&self, route: &Route) -> Weight {
        if self.chosen == Some(route.from) || self.chosen == Some(route.to) {
            Weight::Chosen
        } else if route.course == Course::Loop {
            Weight::Loop
        } else {
            Weight::Forward
        }
    }

    fn draw_arrow(&self, route: &Route, track: &Track, window: Window, buf: &mut Buffer) {
        let (Some((x, y)), Some(last)) = (track.corners.last(), route.points.last()) else {
            return;
        };
        let glyph = match last.y {
            Along::Head(_) => self.theme.glyph("▼", "v"),
            _ => self.theme.glyph("▶", ">"),
        };
        put(buf, window, *x, *y, glyph, self.style(route, track));
    }

    /// Writes the share on a stretch that only this route takes, nearest to where it arrives.
    fn draw_share(
        &self,
        route: &Route,
        track: &Track,
        lines: &mut Lines,
        window: Window,
        buf: &mut Buffer,
    ) {
        let Some(share) = route.share else { return };
        let label = format!("{}%", whole(100.0 * share));
        let long = text::width(&label) as i32;
        let style = self.style(route, track);
        if route.course == Course::Down {
            let Some((x, y)) = track.corners.last() else {
                return;
            };
            if (1..=long + 1).all(|step| lines.is_free(x + step, *y)) {
                put(buf, window, x + 2, *y, &label, style);
            }
            return;
        }
        for pair in track.corners.windows(2).rev() {
            let ((x, y), (to_x, to_y)) = (pair[0], pair[1]);
            if y != to_y {
                continue;
            }
            let (low, high) = (x.min(to_x), x.max(to_x));
            let free =
                |from: i32, lines: &mut Lines| (from..from + long).all(|x| lines.is_alone(x, y));
            let starts = (low + 1..=high - long).rev();
            for from in starts {
                if free(from, lines) {
                    put(buf, window, from, y, &label, style);
                    return;
                }
            }
        }
    }

    fn style(&self, route: &Route, track: &Track) -> Style {
        self.theme
            .route(track.weight == Weight::Chosen, route.course == Course::Loop)
    }
}

/// Whether the rectangle around a route meets the part that is seen.
fn is_seen(corners: &[(i32, i32)], plan: &Plan, window: Window) -> bool {
    let xs = corners.iter().map(|corner| corner.0);
    let ys = corners.iter().map(|corner| corner.1);
    let (Some(left), Some(right)) = (xs.clone().min(), xs.max()) else {
        return false;
    };
    let (Some(top), Some(bottom)) = (ys.clone().min(), ys.max()) else {
        return false;
    };
    right >= 0
        && bottom >= 0
        && left - plan.card_width < i32::from(window.area.width)
        && top < i32::from(window.area.height)
}

/// Writes a word when all of it is seen; the place is within the part that is seen.
fn put(buf: &mut Buffer, window: Window, x: i32, y: i32, word: &str, style: Style) {
    let long = text::width(word) as i32;
    let (x, y) = (x + window.offset.0, y + window.offset.1);
    if let (Some((column, row)), Some(_)) = (window.cell(x, y), window.cell(x + long - 1, y)) {
        ink::put(buf, (column, row), word, style);
    }
}
