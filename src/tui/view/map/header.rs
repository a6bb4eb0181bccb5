//! The stage titles, which stay in view, and the signs that there is more beyond an edge.

use super::{MapView, Plan, Window};
use crate::tui::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

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
            let next = plan
                .columns
                .get(column + 1)
                .map_or(left + plan.card_width, |x| x - self.offset.0 - 1);
            let (from, to) = (left.max(0), next.min(i32::from(area.width)));
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
    pub(super) fn draw_edges(&self, plan: &Plan, window: Window, buf: &mut Buffer) {
        let area = window.area;
        if area.is_empty() {
            return;
        }
        let (wide, high) = (i32::from(area.width), i32::from(area.height));
        let (right, bottom) = (self.offset.0 + wide, self.offset.1 + high);
        let before = plan
            .columns
            .iter()
            .filter(|x| **x + plan.card_width <= self.offset.0);
        let after = plan
            .columns
            .iter()
            .filter(|x| **x + plan.card_width > right);
        let over = self.cards_in(plan, |y| y < self.offset.1);
        let under = self.cards_in(plan, |y| y + plan.card_height > bottom);
        let (before, after) = (before.count(), after.count());
        let style = self.theme.accent();
        if before > 0 {
            self.sign(
                buf,
                area,
                false,
                false,
                &format!("{} {before} more ", self.theme.glyph("‹", "<")),
                style,
            );
        }
        if after > 0 {
            self.sign(
                buf,
                area,
                true,
                false,
                &format!(" {after} more {}", self.theme.glyph("›", ">")),
                style,
            );
        }
        let _ = (over, under);
    }

    fn cards_in(&self, plan: &Plan, hidden: impl Fn(i32) -> bool) -> usize {
        let columns = self.layout.columns().iter();
        let rows = plan.rows.iter().enumerate().filter(|(_, y)| hidden(**y));
        let rows: Vec<_> = rows.map(|(row, _)| row).collect();
        columns
            .map(|cards| rows.iter().filter(|row| **row < cards.len()).count())
            .sum()
    }

    fn sign(
        &self,
        buf: &mut Buffer,
        area: Rect,
        right: bool,
        bottom: bool,
        word: &str,
        style: Style,
    ) {
        let word = text::fit(word, usize::from(area.width));
        let x = if right {
            area.right() - text::width(&word) as u16
        } else {
            area.x
        };
        let y = if bottom { area.bottom() - 1 } else { area.y };
        buf.set_string(x, y, &word, style);
    }
}
