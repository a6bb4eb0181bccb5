//! The stage titles, which stay in view, and the signs that there is more beyond an edge.

use super::{MapView, Plan, Window};
use crate::board::Heat;
use crate::journey::TouchpointIndex;
use crate::tui::text;
use crate::tui::view::ink;
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
        let hot = |columns: &[Vec<TouchpointIndex>]| self.hot(columns.iter().flatten());
        let columns = self.layout.columns();
        let (mut left, mut right) = (String::new(), String::new());
        if before > 0 {
            let hot = hot(&columns[..before]);
            left = format!("{} {before} more{hot} ", self.theme.glyph("‹", "<"));
        }
        if after > 0 {
            let hot = hot(&columns[columns.len() - after..]);
            right = format!(" {after} more{hot} {}", self.theme.glyph("›", ">"));
        }
        let ends = (text::width(&left) as i32, wide - text::width(&right) as i32);
        self.draw_titles(plan, area, ends, buf);
        self.sign(buf, area, (false, false), &left);
        self.sign(buf, area, (true, false), &right);
    }

    fn draw_titles(&self, plan: &Plan, area: Rect, ends: (i32, i32), buf: &mut Buffer) {
        let Some(journey) = self.journeys.all().get(self.layout.journey()) else {
            return;
        };
        // Where no title fits above its column, the chosen one's stands alone.
        let near = plan.columns.windows(2).map(|pair| pair[1] - pair[0]).max();
        if near.is_some_and(|near| near < 4) {
            return self.draw_title(plan, area, ends, buf);
        }
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
            ink::put(buf, (x, area.y), &title, self.theme.accent());
            let rest = room.saturating_sub(text::width(&title) + 1);
            let rule = self.theme.glyph("─", "-").repeat(rest);
            ink::put(
                buf,
                (x + (room - rest) as u16, area.y),
                &rule,
                self.theme.dim(),
            );
        }
    }

    /// The title of the chosen touchpoint's stage, as near to its column as it fits.
    fn draw_title(&self, plan: &Plan, area: Rect, ends: (i32, i32), buf: &mut Buffer) {
        let place = self.chosen.and_then(|chosen| self.layout.card(chosen));
        let journey = self.journeys.all().get(self.layout.journey());
        let stages = journey.map(|journey| &journey.stages);
        let Some((stage, (column, _))) = stages.zip(place).and_then(|(stages, place)| {
            let stage = stages.get(place.0)?;
            Some((stage, place))
        }) else {
            return;
        };
        let room = (ends.1 - ends.0).max(0) as usize;
        let title = text::fit_with(&stage.title, room, self.theme.glyph("…", ".."));
        let last = ends.1 - text::width(&title) as i32;
        let x = (plan.columns[column] - self.offset.0).min(last).max(ends.0);
        ink::put(
            buf,
            (area.x + x as u16, area.y),
            &title,
            self.theme.accent(),
        );
    }

    /// How many touchpoints are hidden above and below, and how many of them are hot.
    pub(super) fn draw_edges(&self, plan: &Plan, window: Window, buf: &mut Buffer) {
        if window.area.is_empty() {
            return;
        }
        let bottom = self.offset.1 + i32::from(window.area.height);
        let first = plan.rows.partition_point(|y| *y < self.offset.1);
        let last = plan
            .rows
            .partition_point(|y| y + plan.card_height <= bottom);
        if first == 0 && last >= plan.rows.len() {
            return;
        }
        let (mut above, mut below) = (Vec::new(), Vec::new());
        for card in self.layout.columns().iter().flatten() {
            match self.layout.card(*card) {
                Some((_, row)) if row < first => above.push(*card),
                Some((_, row)) if row >= last => below.push(*card),
                _ => {}
            }
        }
        let arrows = [self.theme.glyph("▴", "^"), self.theme.glyph("▾", "v")];
        for (foot, (hidden, arrow)) in [above, below].into_iter().zip(arrows).enumerate() {
            if !hidden.is_empty() {
                let word = format!(" {} more{} {arrow}", hidden.len(), self.hot(hidden.iter()));
                self.sign(buf, window.area, (true, foot == 1), &word);
            }
        }
    }

    /// How many of some touchpoints are hot, after a comma; nothing where none is.
    fn hot<'t>(&self, hidden: impl Iterator<Item = &'t TouchpointIndex>) -> String {
        match hidden.filter(|card| self.heat(**card) >= Heat::Hot).count() {
            0 => String::new(),
            hot => format!(", {hot} hot"),
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
        ink::put(buf, (x, y), &word, self.theme.accent());
    }
}
