//! The names of channels above their lanes, and the legend that says in words what the heat means.

use super::{MapView, Plan, Window};
use crate::tui::text;
use crate::tui::view::ink;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

impl MapView<'_> {
    /// A rule above the cards of each channel, behind the lines that cross it.
    pub(super) fn draw_bands(&self, plan: &Plan, window: Window, buf: &mut Buffer) {
        let wide = usize::from(window.area.width);
        let rule = self.theme.glyph("┈", ".").repeat(wide);
        for y in &plan.bands {
            if let Some((x, y)) = window.cell(window.offset.0, *y) {
                ink::put(buf, (x, y), &rule, self.theme.dim());
            }
        }
    }

    /// The channels' names on their rules, in front of the lines.
    pub(super) fn draw_channels(&self, plan: &Plan, window: Window, buf: &mut Buffer) {
        for (band, y) in self.layout.bands().iter().zip(&plan.bands) {
            if let Some((x, y)) = window.cell(window.offset.0, *y) {
                let wide = usize::from(window.area.width);
                let name = band.channel.as_deref().unwrap_or("no channel said");
                let name = text::fit_with(name, wide, self.theme.glyph("…", ".."));
                let name = if text::width(&name) < wide {
                    format!("{name} ")
                } else {
                    name.into_owned()
                };
                ink::put(buf, (x, y), &name, self.theme.title());
            }
        }
    }

    /// What the heat shows, and what each of its steps means, in one line; steps that do not fit are left
    /// out from the end.
    pub fn draw_legend(&self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let mut x = area.x;
        let mut write = |words: &str, style: Style| {
            let room = usize::from(area.right() - x);
            let fits = text::width(words) <= room;
            if fits {
                ink::put(buf, (x, area.y), words, style);
                x += text::width(words) as u16;
            }
            fits
        };
        write(&format!("{}:", self.shading.by), self.theme.accent());
        for (heat, words) in self.shading.by.legend(&self.charter.thresholds) {
            let glyph = self.theme.heat_glyph(heat);
            let step = format!(" {glyph} {words} ");
            if !write(&step, self.theme.heat(heat)) {
                break;
            }
        }
    }
}
