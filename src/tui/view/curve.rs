//! The emotion curve under the map: how customers felt at each touchpoint, below its stage, with gaps
//! where nobody was asked.

use super::ink;
use super::map::{MapView, Plan};
use super::segment_curves;
use crate::board::SegmentCurve;
use crate::journey::TouchpointIndex;
use crate::tui::text;
use crate::tui::theme::Charset;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// Draws the curve for a map; an area as wide as the map's keeps both aligned.
#[derive(Clone, Copy, Debug)]
pub struct CurveView<'a> {
    /// The map above it: the same columns, pan, choice and theme.
    pub map: &'a MapView<'a>,
    /// One line a segment instead of one for all customers, where there are any.
    pub segments: &'a [SegmentCurve],
}

/// A touchpoint on the curve.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    pub(super) touchpoint: TouchpointIndex,
    /// The column of the screen, before clipping.
    pub(super) x: i32,
    /// -2 to +2.
    mood: Option<f64>,
}

/// The finer grid lines are drawn on: several dots a cell.
pub(super) struct Canvas {
    area: Rect,
    /// Dots across and down in one cell.
    fine: (i32, i32),
    /// One bit a dot, left to right, then down.
    cells: Vec<u8>,
}

impl CurveView<'_> {
    /// Draws the curve into an area; three lines are enough, five to seven are better.
    pub fn draw(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        if !self.segments.is_empty() {
            return segment_curves::draw(self, self.segments, area, buf);
        }
        let stops = self.stops(&self.map.plan(area), area);
        let mut canvas = Canvas::new(area, self.map.theme.charset);
        for pair in stops.windows(2) {
            if let (Some(from), Some(to)) = (pair[0].mood, pair[1].mood) {
                canvas.join((pair[0].x, from), (pair[1].x, to));
            }
        }
        self.draw_axis(area, buf);
        self.draw_line(&canvas, |height| self.side(height), buf);
        for stop in &stops {
            self.draw_stop(stop, &canvas, buf);
        }
        if let Some(stop) = stops.iter().find(|s| self.map.chosen == Some(s.touchpoint)) {
            self.draw_stop(stop, &canvas, buf);
            self.draw_number(stop, &canvas, buf);
        }
    }

    /// Every touchpoint near enough to be seen, spread over the width of its stage.
    pub(super) fn stops(self, plan: &Plan, area: Rect) -> Vec<Stop> {
        let mut stops: Vec<Stop> = Vec::new();
        for (column, cards) in self.map.layout.columns().iter().enumerate() {
            let Some(left) = plan.columns.get(column) else {
                break;
            };
            let next = plan.columns.get(column + 1).copied();
            let wide = next.map_or(plan.card_width, |next| next - left);
            for (row, touchpoint) in cards.iter().enumerate() {
                let along = (2 * row as i32 + 1) * wide / (2 * cards.len() as i32);
                let sheet = self.map.board.touchpoints.get(touchpoint.index());
                let mood = sheet.and_then(|sheet| sheet.mood.as_ref());
                let stop = Stop {
                    touchpoint: *touchpoint,
                    x: left + along - self.map.offset.0,
                    mood: mood.map(|mood| mood.value),
                };
                // Where touchpoints crowd into one column of the screen, the first stands for all but
                // the chosen one.
                match stops.last_mut() {
                    Some(last) if last.x == stop.x => {
                        if self.map.chosen == Some(stop.touchpoint) {
                            *last = stop;
                        }
                    }
                    _ => stops.push(stop),
                }
            }
        }
        let wide = i32::from(area.width);
        let first = stops.partition_point(|stop| stop.x < 0).saturating_sub(1);
        let last = (stops.partition_point(|stop| stop.x < wide) + 1).min(stops.len());
        stops.drain(..first);
        stops.truncate(last.saturating_sub(first));
        stops
    }

    /// Whether a stop is a moment of truth.
    pub(super) fn is_truth(self, stop: &Stop) -> bool {
        self.map
            .journeys
            .touchpoint(stop.touchpoint)
            .moment_of_truth
    }

    /// The journey's first touchpoint, as a place in the workspace's order.
    pub(super) fn first(self) -> usize {
        let journey = self.map.journeys.all().get(self.map.layout.journey());
        journey.map_or(0, |journey| journey.touchpoints.start)
    }

    /// The line of "neither", and what the heights mean where nothing else is drawn.
    pub(super) fn draw_axis(self, area: Rect, buf: &mut Buffer) {
        let theme = self.map.theme;
        let middle = area.y + area.height / 2;
        let rule = theme.glyph("┈", "-").repeat(usize::from(area.width));
        if area.height >= 3 {
            ink::put(buf, (area.x, middle), &rule, theme.dim());
            let words = [(area.y, "+2"), (middle, " 0"), (area.bottom() - 1, "-2")];
            for (y, word) in words {
                buf.set_stringn(area.x, y, word, usize::from(area.width), theme.dim());
            }
        }
    }

    /// Draws what is on a canvas, in a style that may depend on how far above the middle a line lies.
    pub(super) fn draw_line(self, canvas: &Canvas, of: impl Fn(f64) -> Style, buf: &mut Buffer) {
        let area = canvas.area;
        let lines = canvas.cells.chunks(usize::from(area.width).max(1));
        for (y, line) in (area.top()..area.bottom()).zip(lines) {
            let style = of(f64::from(area.height / 2) - f64::from(y - area.y));
            let style = Style::reset().patch(style);
            let drawn = (area.left()..).zip(line);
            for (x, dots) in drawn.filter(|(_, dots)| **dots != 0) {
                if let Some(cell) = buf.cell_mut((x, y)) {
                    match self.map.theme.charset {
                        Charset::Unicode => cell.set_char(braille(*dots)),
                        Charset::Ascii => cell.set_char(stroke(*dots)),
                    };
                    cell.set_style(style);
                }
            }
        }
    }

    fn draw_stop(self, stop: &Stop, canvas: &Canvas, buf: &mut Buffer) {
        let theme = self.map.theme;
        let truth = self.is_truth(stop);
        let glyph = match (stop.mood.is_some(), truth) {
            (true, true) => theme.glyph("★", "*"),
            (true, false) => theme.glyph("●", "o"),
            (false, true) => theme.glyph("☆", "*"),
            (false, false) => theme.glyph("·", "."),
        };
        let mood = stop.mood.unwrap_or(0.0);
        let mut style = match stop.mood {
            Some(mood) => self.side(mood),
            None => theme.dim(),
        };
        if self.map.chosen == Some(stop.touchpoint) {
            style = theme.line();
        }
        if let Some((x, y)) = canvas.cell(stop.x, mood) {
            ink::put(buf, (x, y), glyph, Style::reset().patch(style));
        }
    }

    /// The chosen touchpoint's mood in figures, beside its mark.
    fn draw_number(self, stop: &Stop, canvas: &Canvas, buf: &mut Buffer) {
        let Some((x, y)) = canvas.cell(stop.x, stop.mood.unwrap_or(0.0)) else {
            return;
        };
        let word = match stop.mood {
            Some(mood) => format!(" {mood:+.1} "),
            None => " no scores ".to_owned(),
        };
        let long = text::width(&word) as u16;
        let area = canvas.area;
        let x = if x + 1 + long <= area.right() {
            x + 1
        } else if x >= area.x + long {
            x - long
        } else {
            return;
        };
        ink::put(
            buf,
            (x, y),
            &word,
            Style::reset().patch(self.map.theme.accent()),
        );
    }

    /// The colour of good, of bad, and of neither.
    fn side(self, mood: f64) -> Style {
        if mood >= 0.25 {
            self.map.theme.good_mark()
        } else if mood <= -0.25 {
            self.map.theme.bad()
        } else {
            self.map.theme.text()
        }
    }
}

impl Widget for &CurveView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.draw(area, buf);
    }
}

impl Canvas {
    pub(super) fn new(area: Rect, charset: Charset) -> Self {
        Self {
            area,
            fine: match charset {
                Charset::Unicode => (2, 4),
                Charset::Ascii => (1, 3),
            },
            cells: vec![0; usize::from(area.width) * usize::from(area.height)],
        }
    }

    /// How many dots below the upper edge a mood lies; the middle of the area is 0.
    fn height(&self, mood: f64) -> i32 {
        below(self.last(), mood)
    }

    /// How many dots below the upper edge the lowest lies.
    fn last(&self) -> f64 {
        f64::from(i32::from(self.area.height) * self.fine.1 - 1)
    }

    /// The cell of the screen for a column and a mood.
    pub(super) fn cell(&self, x: i32, mood: f64) -> Option<(u16, u16)> {
        let y = self.height(mood) / self.fine.1;
        (0..i32::from(self.area.width))
            .contains(&x)
            .then(|| (self.area.x + x as u16, self.area.y + y as u16))
    }

    /// A smooth line from one stop to the next, level at both ends.
    pub(super) fn join(&mut self, (x, from): (i32, f64), (to_x, to): (i32, f64)) {
        let across = self.fine.0;
        let (start, end) = (x * across, to_x * across);
        let long = f64::from((end - start).max(1));
        let edge = i32::from(self.area.width) * across;
        let last = self.last();
        let height = |dot: i32| {
            let t = f64::from(dot - start) / long;
            below(last, from + (to - from) * t * t * (3.0 - 2.0 * t))
        };
        let mut before = height(start.max(0));
        for dot in start.max(0)..=end.min(edge - 1) {
            let level = height(dot);
            // A steep line fills what lies between two dots, but not the dot it came from.
            let from = if level > before { before + 1 } else { level };
            let to = if level < before { before - 1 } else { level };
            for y in from..=to {
                self.set(dot, y);
            }
            before = level;
        }
    }

    fn set(&mut self, x: i32, y: i32) {
        let (across, down) = self.fine;
        let at = y / down * i32::from(self.area.width) + x / across;
        if let Some(cell) = usize::try_from(at)
            .ok()
            .and_then(|at| self.cells.get_mut(at))
        {
            *cell |= 1 << (y % down * across + x % across);
        }
    }
}

/// How many dots below the upper edge a mood lies, where the lowest lies so many below it.
fn below(last: f64, mood: f64) -> i32 {
    ((2.0 - mood.clamp(-2.0, 2.0)) / 4.0 * last).round() as i32
}

/// The character of eight dots; Unicode numbers them down the left, down the right, then the last row.
fn braille(dots: u8) -> char {
    let bit = |dot: u8, place: u8| u32::from((dots >> dot) & 1) << place;
    let left = bit(0, 0) | bit(2, 1) | bit(4, 2);
    let right = bit(1, 3) | bit(3, 4) | bit(5, 5);
    let last = bit(6, 6) | bit(7, 7);
    char::from_u32(0x2800 | left | right | last).unwrap_or(' ')
}

/// The character of three dots below each other.
fn stroke(dots: u8) -> char {
    match dots {
        1 => '\'',
        2 => '-',
        4 => '.',
        _ => '|',
    }
}
