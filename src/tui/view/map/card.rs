//! One touchpoint on the map: a glyph, a line or a whole card, always with its heat in more than colour.

use super::{MapView, Plan, Window, Zoom};
use crate::board::layout::{Across, Course};
use crate::board::{Heat, TouchpointSheet};
use crate::journey::{Touchpoint, TouchpointIndex};
use crate::tui::text;
use crate::tui::theme::Charset;
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

/// A card that is being drawn.
struct Card<'a> {
    index: TouchpointIndex,
    touchpoint: &'a Touchpoint,
    heat: Heat,
    /// Friction in whole points, or nothing.
    number: String,
    chosen: bool,
    x: i32,
    y: i32,
}

impl MapView<'_> {
    pub(super) fn draw_cards(&self, plan: &Plan, window: Window, buf: &mut Buffer) {
        let first = plan
            .rows
            .partition_point(|y| y + plan.card_height <= window.offset.1);
        let seen = i32::from(window.area.height) + window.offset.1;
        for (column, x) in plan.columns.iter().enumerate() {
            if !window.sees(*x, window.offset.1, plan.card_width, 1) {
                continue;
            }
            for (row, y) in plan.rows.iter().enumerate().skip(first) {
                let Some(index) = self.layout.at(column, row).filter(|_| *y < seen) else {
                    break;
                };
                self.draw_card(&self.card(index, *x, *y), plan, window, buf);
            }
        }
        if self.zoom == Zoom::Cards {
            self.draw_joints(plan, window, buf);
        }
    }

    fn card(&self, index: TouchpointIndex, x: i32, y: i32) -> Card<'_> {
        let sheet = self.board.touchpoints.get(index.index());
        let heat = sheet.map_or(Heat::Silent, |s| Heat::of(s, &self.charter.thresholds));
        Card {
            index,
            touchpoint: self.journeys.touchpoint(index),
            heat,
            number: sheet.map(number).unwrap_or_default(),
            chosen: self.chosen == Some(index),
            x,
            y,
        }
    }

    fn draw_card(&self, card: &Card<'_>, plan: &Plan, window: Window, buf: &mut Buffer) {
        match self.zoom {
            Zoom::Overview => self.draw_glyph(card, plan, window, buf),
            Zoom::Compact => self.draw_line(card, plan, window, buf),
            Zoom::Cards => self.draw_box(card, plan, window, buf),
        }
    }

    /// A glyph, and as much of number and star as there is room for.
    fn draw_glyph(&self, card: &Card<'_>, plan: &Plan, window: Window, buf: &mut Buffer) {
        let heat = self.theme.heat_glyph(card.heat);
        let mut pen = Pen::new(window, buf, card.x, card.y, plan.card_width);
        pen.write(heat, self.marked(card, self.theme.heat(card.heat)));
        if plan.card_width >= 3 {
            pen.write(
                &format!("{:>2}", card.number),
                self.marked(card, self.theme.heat(card.heat)),
            );
        }
        if plan.card_width >= 4 && card.touchpoint.moment_of_truth {
            pen.write(self.theme.glyph("★", "*"), self.theme.accent());
        }
    }

    /// Glyph, number, title; star, stub and owner at the right where there is room.
    fn draw_line(&self, card: &Card<'_>, plan: &Plan, window: Window, buf: &mut Buffer) {
        let style = self.theme.heat(card.heat);
        let mut pen = Pen::new(window, buf, card.x, card.y, plan.card_width);
        pen.write(self.theme.heat_glyph(card.heat), style);
        pen.write(&format!("{:>3} ", card.number), style);
        let star = if card.touchpoint.moment_of_truth {
            2
        } else {
            0
        };
        let room = pen.room() - star;
        let title = self.fit(&card.touchpoint.title, room);
        pen.write(&title, self.marked(card, self.theme.text()));
        if star > 0 {
            pen.write(self.theme.glyph(" ★", " *"), self.theme.accent());
        }
        let stub = self.stub(card.index);
        if !stub.is_empty() && pen.room() > text::width(&stub) as i32 {
            pen.write(&format!(" {stub}"), self.theme.dim());
        }
        pen.write(" ", self.theme.text());
    }

    fn draw_box(&self, card: &Card<'_>, plan: &Plan, window: Window, buf: &mut Buffer) {
        self.draw_frame(card, plan, window, buf);
        let inner = plan.card_width - 4;
        let heat = self.theme.heat(card.heat);
        let star = card.touchpoint.moment_of_truth;
        let mut pen = Pen::new(window, buf, card.x + 2, card.y + 1, inner);
        let room = inner - if star { 2 } else { 0 };
        let title = self.fit(&card.touchpoint.title, room);
        pen.write(
            &title,
            self.marked(card, self.theme.text().add_modifier(Modifier::BOLD)),
        );
        if star {
            pen.skip_to(inner - 1);
            pen.write(self.theme.glyph("★", "*"), self.theme.accent());
        }
        let mut pen = Pen::new(window, buf, card.x + 2, card.y + 2, inner);
        pen.write(self.theme.heat_glyph(card.heat), heat);
        if card.number.is_empty() {
            pen.write(&format!(" {}", card.heat.word()), heat);
        } else {
            pen.write(&format!(" {} {}", card.number, card.heat.word()), heat);
        }
        let room = pen.room() - 1;
        let (owner, style) = match &card.touchpoint.owner {
            Some(owner) => (self.charter.roster.title(owner), self.theme.dim()),
            None => ("nobody", self.theme.warning()),
        };
        let owner = self.fit(owner, room);
        pen.skip_to(inner - text::width(&owner) as i32);
        pen.write(&owner, style);
    }

    /// The frame of a card, with what crosses into other journeys, start and goal on it.
    fn draw_frame(&self, card: &Card<'_>, plan: &Plan, window: Window, buf: &mut Buffer) {
        let frame = match (self.theme.charset, card.chosen) {
            (Charset::Unicode, false) => ["╭", "─", "╮", "│", "╰", "╯"],
            (Charset::Unicode, true) => ["┏", "━", "┓", "┃", "┗", "┛"],
            (Charset::Ascii, false) => ["+", "-", "+", "|", "+", "+"],
            (Charset::Ascii, true) => ["#", "=", "#", "#", "#", "#"],
        };
        let style = if card.chosen {
            self.theme.accent()
        } else {
            self.border(card.heat)
        };
        let wide = plan.card_width;
        let bar = frame[1].repeat((wide - 2).max(0) as usize);
        for (line, left, right) in [(0, frame[0], frame[2]), (3, frame[4], frame[5])] {
            let mut pen = Pen::new(window, buf, card.x, card.y + line, wide);
            pen.write(left, style);
            pen.write(&bar, style);
            pen.write(right, style);
        }
        for line in [1, 2] {
            for x in [card.x, card.x + wide - 1] {
                Pen::new(window, buf, x, card.y + line, 1).write(frame[3], style);
            }
        }
        let room = wide - 8;
        for (line, words) in [
            (0, self.arrivals(card.index)),
            (3, self.departures(card.index)),
        ] {
            if !words.is_empty() {
                let words = format!(" {} ", self.fit(&words, room));
                let x = card.x + wide - 2 - text::width(&words) as i32;
                Pen::new(window, buf, x, card.y + line, wide).write(&words, self.theme.warning());
            }
        }
    }

    /// Where lines leave cards, their frames open.
    fn draw_joints(&self, plan: &Plan, window: Window, buf: &mut Buffer) {
        for route in self.layout.routes() {
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
            let _ = Course::Down;
            if let Some(cell) = window.cell(x, y).and_then(|at| buf.cell_mut(at)) {
                cell.set_symbol(glyph);
            }
        }
    }

    fn border(&self, heat: Heat) -> Style {
        match heat {
            Heat::Silent | Heat::Thin | Heat::Calm => self.theme.dim(),
            Heat::Warm => self.theme.warning(),
            Heat::Hot | Heat::Burning => self.theme.bad(),
        }
    }

    fn marked(&self, card: &Card<'_>, style: Style) -> Style {
        match (card.chosen, self.focused) {
            (true, true) => style.patch(self.theme.chosen()),
            (true, false) => style.add_modifier(Modifier::UNDERLINED),
            (false, _) => style,
        }
    }

    fn fit<'t>(&self, words: &'t str, room: i32) -> std::borrow::Cow<'t, str> {
        text::fit_with(words, room.max(0) as usize, self.theme.glyph("…", ".."))
    }

    /// The journeys a touchpoint's steps lead into: "→ refund".
    fn departures(&self, index: TouchpointIndex) -> String {
        let leaving = self
            .layout
            .departures()
            .iter()
            .filter(|(from, _)| *from == index);
        let names: Vec<_> = leaving.map(|(_, to)| self.journey_of(*to)).collect();
        if names.is_empty() {
            return String::new();
        }
        format!(
            "{} {}",
            self.theme.glyph("→", "->"),
            unique(names).join(", ")
        )
    }

    /// The journeys whose steps lead here: "refund →", and whether the journey starts or ends here.
    fn arrivals(&self, index: TouchpointIndex) -> String {
        let arriving = self.layout.arrivals().iter().filter(|(_, to)| *to == index);
        let names: Vec<_> = arriving.map(|(from, _)| self.journey_of(*from)).collect();
        if names.is_empty() {
            return String::new();
        }
        format!(
            "{} {}",
            unique(names).join(", "),
            self.theme.glyph("→", "->")
        )
    }

    fn stub(&self, index: TouchpointIndex) -> String {
        self.departures(index)
    }

    fn journey_of(&self, index: TouchpointIndex) -> &str {
        &self.journeys.touchpoint(index).address.journey
    }
}

fn unique(mut names: Vec<&str>) -> Vec<&str> {
    names.dedup();
    names
}

/// Friction in whole points; nothing where none is said.
fn number(sheet: &TouchpointSheet) -> String {
    let friction = sheet.friction.as_ref();
    friction.map_or_else(String::new, |friction| format!("{:.0}", friction.value))
}

/// Writes one line of a card, clipped to the card and to what is seen.
struct Pen<'b> {
    window: Window,
    buf: &'b mut Buffer,
    start: i32,
    x: i32,
    y: i32,
    end: i32,
}

impl<'b> Pen<'b> {
    fn new(window: Window, buf: &'b mut Buffer, x: i32, y: i32, width: i32) -> Self {
        Self {
            window,
            buf,
            start: x,
            x,
            y,
            end: x + width,
        }
    }

    fn room(&self) -> i32 {
        (self.end - self.x).max(0)
    }

    fn skip_to(&mut self, column: i32) {
        self.x = self.x.max(self.start + column);
    }

    fn write(&mut self, words: &str, style: Style) {
        use unicode_segmentation::UnicodeSegmentation;
        for grapheme in words.graphemes(true) {
            let wide = text::width(grapheme) as i32;
            if wide == 0 || self.x + wide > self.end {
                continue;
            }
            let last = self.window.cell(self.x + wide - 1, self.y);
            if let (Some((x, y)), Some(_)) = (self.window.cell(self.x, self.y), last) {
                self.buf.set_string(x, y, grapheme, style);
            }
            self.x += wide;
        }
    }
}
