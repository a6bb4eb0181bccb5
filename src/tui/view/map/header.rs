//! The stage titles, which stay in view, and the signs that there is more beyond an edge.

use super::{MapView, Plan, Window};
use crate::tui::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl MapView<'_> {
    /// The line of stage titles: each above its column, a rule behind it to the next.
    pub(super) fn draw_header(&self, plan: &Plan, area: Rect, buf: &mut Buffer) {
        let Some(journey) = self.journeys.all().get(self.layout.journey()) else {
            return;
        };
        let rule = self.theme.glyph("─", "-");
        for (column, stage) in journey.stages.iter().enumerate() {
            let Some(left) = plan.columns.get(column).map(|x| x - self.offset.0) else {
                break;
            };
            let wide = i32::from(area.width);
            let next = plan.columns.get(column + 1);
            let next = next.map_or(wide, |x| x - self.offset.0 - 1);
            let (from, to) = (left.max(0), next.min(wide));
            if to <= from {
                continue;
            }
            let room = (to - from) as usize;
            let title = text::fit_with(&stage.title, room, self.theme.glyph("…", ".."));
            let y = area.y;
            let x = area.x + from as u16;
            buf.set_string(x, y, &title, self.theme.accent());
            let rest = room.saturating_sub(text::width(&title) + 1);
            if rest > 0 {
                let x = x + (room - rest) as u16;
                buf.set_string(x, y, rule.repeat(rest), self.theme.dim());
            }
        }
    }

    /// What lies beyond the edges: stages to the left and right, touchpoints above and below.
    pub(super) fn draw_edges(&self, plan: &Plan, area: Rect, window: Window, buf: &mut Buffer) {
        let right = self.offset.0 + i32::from(area.width);
        let bottom = self.offset.1 + i32::from(window.area.height);
        let columns = plan.columns.iter();
        let before = columns.clone().filter(|x| **x < self.offset.0).count();
        let after = columns.filter(|x| **x + plan.card_width > right).count();
        let above = self.touchpoints_in(plan, |y| y < self.offset.1);
        let below = self.touchpoints_in(plan, |y| y + plan.card_height > bottom);
        let glyph = |unicode, ascii| self.theme.glyph(unicode, ascii);
        if before > 0 {
            self.sign(
                buf,
                area,
                (false, false),
                &format!("{} {before} ", glyph("‹", "<")),
            );
        }
        if after > 0 {
            self.sign(
                buf,
                area,
                (true, false),
                &format!(" {after} more {}", glyph("›", ">")),
            );
        }
        if window.area.is_empty() {
            return;
        }
        if above > 0 {
            self.sign(
                buf,
                window.area,
                (true, false),
                &format!(" {above} more {}", glyph("▴", "^")),
            );
        }
        if below > 0 {
            self.sign(
                buf,
                window.area,
                (true, true),
                &format!(" {below} more {}", glyph("▾", "v")),
            );
        }
    }

    /// How many touchpoints stand in rows of which something is hidden.
    fn touchpoints_in(&self, plan: &Plan, hidden: impl Fn(i32) -> bool) -> usize {
        let rows = plan.rows.iter().map(|y| hidden(*y));
        let rows: Vec<bool> = rows.collect();
        let columns = self.layout.columns().iter();
        columns
            .map(|cards| {
                rows.iter()
                    .take(cards.len())
                    .filter(|hidden| **hidden)
                    .count()
            })
            .sum()
    }

    /// Writes into a corner of an area: at its right or left, at its foot or head.
    fn sign(&self, buf: &mut Buffer, area: Rect, (right, foot): (bool, bool), word: &str) {
        let word = text::fit(word, usize::from(area.width));
        let x = if right {
            area.right() - text::width(&word) as u16
        } else {
            area.x
        };
        let y = if foot { area.bottom() - 1 } else { area.y };
        buf.set_string(x, y, &word, self.theme.accent());
    }
}
