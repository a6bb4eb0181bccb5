//! One touchpoint on the map: a glyph, a line or a whole card, always with its heat in more than colour.

use super::pen::Pen;
use super::{MapView, Plan, Window, Zoom};
use crate::board::{Heat, Shade, Shaded, TouchpointSheet};
use crate::journey::{Touchpoint, TouchpointIndex};
use crate::tui::text;
use crate::tui::theme::Charset;
use crate::tui::view::number::whole;
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};
use std::borrow::Cow;

/// A card that is being drawn.
struct Card<'a> {
    index: TouchpointIndex,
    touchpoint: &'a Touchpoint,
    heat: Heat,
    /// Friction in whole points, or what else is shown; a word where there is none.
    number: Cow<'a, str>,
    /// The heat in a word.
    word: &'static str,
    chosen: bool,
}

impl MapView<'_> {
    pub(super) fn draw_cards(&self, plan: &Plan, window: Window, buf: &mut Buffer) {
        let hidden = |y: &i32| y + plan.card_height <= window.offset.1;
        let first = plan.rows.partition_point(hidden);
        let seen = i32::from(window.area.height) + window.offset.1;
        for (column, x) in plan.columns.iter().enumerate() {
            let shown = self
                .layout
                .columns()
                .get(column)
                .is_some_and(|cards| !cards.is_empty());
            if !shown || !window.sees(*x, window.offset.1, plan.card_width, 1) {
                continue;
            }
            for (row, y) in plan.rows.iter().enumerate().skip(first) {
                if *y >= seen {
                    break;
                }
                let Some(index) = self.layout.at(column, row) else {
                    continue;
                };
                let card = self.card(index);
                if self.sight.zoom == Zoom::Cards {
                    let pen = Pen::new(window, buf, *x, *y, plan.card_width);
                    self.draw_box(&card, pen, plan.card_height);
                } else {
                    let mut pen = Pen::new(window, buf, *x, *y, plan.card_width);
                    for (words, style) in self.line(&card, plan.card_width) {
                        pen.write(&words, style);
                    }
                }
            }
        }
    }

    /// How many columns of a card its words take: lines leave from there.
    pub(super) fn words_width(&self, index: TouchpointIndex, plan: &Plan) -> i32 {
        let card = self.card(index);
        let line = self.line(&card, plan.card_width);
        line.iter()
            .map(|(words, _)| text::width(words) as i32)
            .sum()
    }

    fn card(&self, index: TouchpointIndex) -> Card<'_> {
        let (heat, number, word) = if let Some(shaded) = self.shading.get(index) {
            (shaded.heat, self.figure(shaded), shaded.word)
        } else {
            let (sheet, heat) = (self.board.touchpoints.get(index.index()), self.heat(index));
            (heat, self.number(sheet, heat), heat.word())
        };
        Card {
            index,
            touchpoint: self.journeys.touchpoint(index),
            heat,
            number,
            word,
            chosen: self.chosen == Some(index),
        }
    }

    /// How hot a touchpoint is, by what the heat shows.
    pub(super) fn heat(&self, index: TouchpointIndex) -> Heat {
        let sheet = || self.board.touchpoints.get(index.index());
        let of = |sheet| Heat::of(sheet, &self.charter.thresholds);
        let shaded = self.shading.get(index).map(|shaded| shaded.heat);
        shaded.unwrap_or_else(|| sheet().map_or(Heat::Silent, of))
    }

    fn figure<'s>(&self, shaded: &'s Shaded) -> Cow<'s, str> {
        match (shaded.figure.as_str(), shaded.heat) {
            (_, Heat::Thin) => "few".into(),
            ("", _) => self.theme.glyph("–", "-").into(),
            (figure, _) => figure.into(),
        }
    }

    fn number(&self, sheet: Option<&TouchpointSheet>, heat: Heat) -> Cow<'static, str> {
        match (sheet.and_then(|sheet| sheet.friction.as_ref()), heat) {
            (Some(friction), _) => whole(friction.value).to_string().into(),
            (None, Heat::Thin) => "few".into(),
            (None, _) => self.theme.glyph("–", "-").into(),
        }
    }

    /// A card in one line, by how much room there is: glyph, number, title, star, other journeys.
    fn line<'c>(&self, card: &'c Card<'_>, width: i32) -> Vec<(Cow<'c, str>, Style)> {
        let truth = card.touchpoint.moment_of_truth;
        let glyph = self.theme.heat_glyph(card.heat).into();
        let heat = self.theme.heat(card.heat);
        let figures = self.shading.by.columns();
        if self.sight.zoom == Zoom::Overview {
            let style = self.marked(card, heat);
            let mut line = vec![(glyph, self.marked(card, self.theme.heat_mark(card.heat)))];
            let room = figures as i32 + 1;
            let known = !matches!(card.heat, Heat::Silent | Heat::Thin);
            if width >= room && known {
                line.push((format!("{:>figures$}", card.number).into(), style));
            }
            if width > room && truth {
                line.push((self.theme.glyph("★", "*").into(), self.theme.accent()));
            }
            return line;
        }
        let stub = self.crossings(card.index);
        let spare = width - 4 - figures as i32 - 2 * i32::from(truth);
        let stub = if spare > (text::width(&stub) + text::width(&card.touchpoint.title)) as i32 {
            stub
        } else {
            self.theme
                .glyph("→", "->")
                .repeat(usize::from(!stub.is_empty()))
        };
        let mut spare = spare;
        if !stub.is_empty() {
            spare -= text::width(&stub) as i32 + 1;
        }
        let mut line = vec![
            (glyph, self.theme.heat_mark(card.heat)),
            (format!(" {:>figures$}", card.number).into(), heat),
            (" ".into(), self.theme.text()),
        ];
        let title = self.fit(&card.touchpoint.title, spare);
        line.push((title, self.marked(card, self.theme.text())));
        if truth {
            line.push((self.theme.glyph(" ★", " *").into(), self.theme.accent()));
        }
        if !stub.is_empty() {
            line.push((format!(" {stub}").into(), self.theme.warning()));
        }
        line
    }

    fn draw_box(&self, card: &Card<'_>, mut pen: Pen<'_>, height: i32) {
        self.draw_frame(card, &mut pen, height);
        let inner = pen.width() - 4;
        let star = card.touchpoint.moment_of_truth;
        let room = inner - if star { 2 } else { 0 };
        let style = self.marked(card, self.theme.text().add_modifier(Modifier::BOLD));
        let (first, rest) = if height > 4 {
            text::split(&card.touchpoint.title, room.max(1) as usize)
        } else {
            (card.touchpoint.title.as_str(), "")
        };
        pen.go(2, 1);
        pen.write(&self.fit(first, room), style);
        if star {
            pen.go(pen.width() - 3, 1);
            pen.write(self.theme.glyph("★", "*"), self.theme.accent());
        }
        pen.go(2, 2);
        match (&card.touchpoint.channel, rest) {
            (Some(channel), "") => pen.write(&self.fit(channel, inner), self.theme.dim()),
            _ => pen.write(&self.fit(rest, inner), style),
        }
        self.draw_facts(card, &mut pen, height - 2);
    }

    /// Heat in glyph, number and word, and the owner or `nobody`; the word goes when both cannot be.
    fn draw_facts(&self, card: &Card<'_>, pen: &mut Pen<'_>, line: i32) {
        let inner = pen.width() - 4;
        let (owner, style) = match &card.touchpoint.owner {
            Some(owner) => (self.charter.roster.title(owner), self.theme.dim()),
            None => ("nobody", self.theme.warning()),
        };
        let heat = self.theme.heat(card.heat);
        let mut facts = match card.heat {
            Heat::Silent | Heat::Thin => card.word.to_owned(),
            _ if matches!(self.shading.by, Shade::Owner | Shade::Trend) => card.word.to_owned(),
            _ => format!("{} {}", card.number, card.word),
        };
        if text::width(&facts) + text::width(owner) + 3 > inner.max(0) as usize {
            facts = card.number.clone().into_owned();
        }
        pen.go(2, line);
        pen.write(
            self.theme.heat_glyph(card.heat),
            self.theme.heat_mark(card.heat),
        );
        pen.write(" ", self.theme.text());
        pen.write(&facts, heat);
        let owner = self.fit(owner, inner - text::width(&facts) as i32 - 3);
        pen.go(2 + inner - text::width(&owner) as i32, line);
        pen.write(&owner, style);
    }

    /// The frame of a card, with the journeys that lead in on its head and out on its foot.
    fn draw_frame(&self, card: &Card<'_>, pen: &mut Pen<'_>, height: i32) {
        let frame = match (self.theme.charset, card.chosen) {
            (Charset::Unicode, false) => ["╭", "─", "╮", "│", "╰", "╯"],
            (Charset::Unicode, true) => ["┏", "━", "┓", "┃", "┗", "┛"],
            (Charset::Ascii, false) => ["+", "-", "+", "|", "+", "+"],
            (Charset::Ascii, true) => ["#", "=", "#", "#", "#", "#"],
        };
        let style = match card.heat {
            _ if card.chosen => self.theme.line(),
            Heat::Silent | Heat::Thin | Heat::Calm => self.theme.dim(),
            Heat::Warm => self.theme.warning_mark(),
            Heat::Hot | Heat::Burning => self.theme.bad(),
        };
        let wide = pen.width();
        let bar = frame[1].repeat((wide - 2).max(0) as usize);
        for (line, left, right) in [(0, frame[0], frame[2]), (height - 1, frame[4], frame[5])] {
            pen.go(0, line);
            pen.write(left, style);
            pen.write(&bar, style);
            pen.write(right, style);
        }
        for line in 1..height - 1 {
            for x in [0, wide - 1] {
                pen.go(x, line);
                pen.write(frame[3], style);
            }
        }
        self.draw_stubs(card, pen, (height, style));
    }

    /// On the frame: start or goal, the journeys that lead in on its head and out on its foot.
    fn draw_stubs(&self, card: &Card<'_>, pen: &mut Pen<'_>, (height, style): (i32, Style)) {
        let wide = pen.width();
        let room = |words: &str| wide - 2 - text::width(words) as i32;
        let into = self.arrivals(card.index, wide - 6);
        let out = self.departures(card.index, wide - 9);
        let ends = self.ends(card);
        if room(&into) > 4 + text::width(ends) as i32 {
            pen.go(2, 0);
            pen.write(ends, style);
        }
        for (line, words) in [(0, into), (height - 1, out)] {
            if !words.is_empty() {
                let words = format!(" {words} ");
                pen.go(room(&words), line);
                pen.write(&words, self.theme.warning());
            }
        }
    }

    /// Whether the journey starts or ends here, in a word.
    fn ends(&self, card: &Card<'_>) -> &'static str {
        let journey = self.journeys.all().get(card.touchpoint.journey);
        match journey {
            Some(journey) if journey.start == Some(card.index) => " start ",
            Some(journey) if journey.goals.contains(&card.index) => " goal ",
            _ => "",
        }
    }

    fn marked(&self, card: &Card<'_>, style: Style) -> Style {
        match (card.chosen, self.focused) {
            (true, true) => self.theme.accent().patch(self.theme.chosen()),
            (true, false) => self.theme.accent().add_modifier(Modifier::UNDERLINED),
            (false, _) => style,
        }
    }

    fn fit<'t>(&self, words: &'t str, room: i32) -> Cow<'t, str> {
        text::fit_with(words, room.max(0) as usize, self.theme.glyph("…", ".."))
    }

    /// The journeys a touchpoint's steps lead into, in so many columns: "→ refund".
    fn departures(&self, index: TouchpointIndex, room: i32) -> String {
        let leaving = self.layout.departures(index).iter();
        let names = self.journeys_of(leaving.map(|(_, to)| *to));
        let arrow = self.theme.glyph("→", "->");
        let room = room - 1 - text::width(arrow) as i32;
        match names.as_str() {
            "" => names,
            _ => format!("{arrow} {}", self.fit(&names, room)),
        }
    }

    /// The journeys whose steps lead here, in so many columns: "refund →".
    fn arrivals(&self, index: TouchpointIndex, room: i32) -> String {
        let arriving = self.layout.arrivals(index).iter();
        let names = self.journeys_of(arriving.map(|(_, from)| *from));
        let arrow = self.theme.glyph("→", "->");
        let room = room - 1 - text::width(arrow) as i32;
        match names.as_str() {
            "" => names,
            _ => format!("{} {arrow}", self.fit(&names, room)),
        }
    }

    /// Both, one after the other.
    fn crossings(&self, index: TouchpointIndex) -> String {
        if self.layout.arrivals(index).is_empty() && self.layout.departures(index).is_empty() {
            return String::new();
        }
        let both = [
            self.arrivals(index, i32::MAX),
            self.departures(index, i32::MAX),
        ];
        both.join(" ").trim().to_owned()
    }

    fn journeys_of(&self, touchpoints: impl Iterator<Item = TouchpointIndex>) -> String {
        let of = |index| self.journeys.touchpoint(index).address.journey.as_str();
        let mut names: Vec<&str> = touchpoints.map(of).collect();
        names.dedup();
        names.join(", ")
    }
}
