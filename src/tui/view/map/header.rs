//! The stage titles, which stay in view, and the signs that there is more beyond an edge.

use super::{MapView, Plan, Window};
use crate::tui::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl MapView<'_> {
    /// The line of stage titles, each above its column with a rule behind it to the next, and how many
    /// stages lie beyond its ends.
    pub(super) fn draw_header(&self, plan: &Plan, area: Rect, buf: &mut Buffer) {
        let wide = i32::from(area.width);
        let hidden =
            |hides: &dyn Fn(i32) -> bool| plan.columns.iter().filter(|x| hides(**x)).count();
        let before = hidden(&|x| x < self.offset.0);
        let after = hidden(&|x| x + plan.card_width > self.offset.0 + wide);
        let left = match before {
            0 => String::new(),
            _ => format!("{} {before} more ", self.theme.glyph("‹", "<")),
        };
        let right = match after {
            0 => String::new(),
            _ => format!(" {after} more {}", self.theme.glyph("›", ">")),
        };
        let ends = (text::width(&left) as i32, wide - text::width(&right) as i32);
        self.draw_titles(plan, area, ends, buf);
        self.sign(buf, area, (false, false), &left);
        self.sign(buf, area, (true, false), &right);
    }

    fn draw_titles(&self, plan: &Plan, area: Rect, ends: (i32, i32), buf: &mut Buffer) {
        let Some(journey) = self.journeys.all().get(self.layout.journey()) else {
            return;
        };
        for (column, stage) in journey.stages.iter().enumerate() {
            let Some(left) = plan.columns.get(column).map(|x| x - self.offset.0) else {
                break;
            };
            let next = plan.columns.get(column + 1);
            let next = next.map_or(ends.1, |x| x - self.offset.0 - 1);
            let (from, to) = (left.max(ends.0), next.min(ends.1));
            // Half a word says less than none.
            if to - from < 3.min(next - left).max(1) {
                continue;
            }
            let room = (to - from) as usize;
            let title = text::fit_with(&stage.title, room, self.theme.glyph("…", ".."));
            let x = area.x + from as u16;
            buf.set_string(x, area.y, &title, self.theme.accent());
            let rest = room.saturating_sub(text::width(&title) + 1);
            let rule = self.theme.glyph("─", "-").repeat(rest);
            buf.set_string(x + (room - rest) as u16, area.y, rule, self.theme.dim());
        }
    }

    /// How many touchpoints are hidden above and below.
    pub(super) fn draw_edges(&self, plan: &Plan, window: Window, buf: &mut Buffer) {
        if window.area.is_empty() {
            return;
        }
        let bottom = self.offset.1 + i32::from(window.area.height);
        let first = plan.rows.partition_point(|y| *y < self.offset.1);
        let last = plan
            .rows
            .partition_point(|y| y + plan.card_height <= bottom);
        let (mut above, mut below) = (0, 0);
        if first > 0 || last < plan.rows.len() {
            let cards = self.layout.columns().iter().flatten();
            for (_, row) in cards.filter_map(|card| self.layout.card(*card)) {
                above += usize::from(row < first);
                below += usize::from(row >= last);
            }
        }
        if above > 0 {
            let word = format!(" {above} more {}", self.theme.glyph("▴", "^"));
            self.sign(buf, window.area, (true, false), &word);
        }
        if below > 0 {
            let word = format!(" {below} more {}", self.theme.glyph("▾", "v"));
            self.sign(buf, window.area, (true, true), &word);
        }
    }

    /// Writes into a corner of an area: at its right or left, at its foot or head.
    fn sign(&self, buf: &mut Buffer, area: Rect, (right, foot): (bool, bool), word: &str) {
        let word = text::fit_with(word, usize::from(area.width), "");
        let x = if right {
            area.right() - text::width(&word) as u16
        } else {
            area.x
        };
        let y = if foot { area.bottom() - 1 } else { area.y };
        buf.set_string(x, y, &word, self.theme.accent());
    }
}
