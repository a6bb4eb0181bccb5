//! The emotion curve once for each segment: lines of different colours with a letter at every point, so
//! that they are told apart without colour too.

use super::curve::{Canvas, CurveView, Stop};
use super::ink;
use crate::board::SegmentCurve;
use crate::measures::Mood;
use crate::tui::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// How many segments are drawn at most; those with most scores.
const MOST: usize = 4;

/// On fewer lines than this only two are drawn: more cannot be told apart.
const LOW: u16 = 8;

/// A segment's letter.
const LETTERS: [&str; MOST] = ["A", "B", "C", "D"];

/// Draws one line a segment into an area.
pub(super) fn draw(view: CurveView<'_>, curves: &[SegmentCurve], area: Rect, buf: &mut Buffer) {
    let theme = view.map.theme;
    let most = if area.height < LOW { 2 } else { MOST };
    let shown = &curves[..curves.len().min(most)];
    let (names, area) = parts(area);
    let styles = [
        theme.accent(),
        theme.good_mark(),
        theme.warning_mark(),
        theme.bad(),
    ];
    let stops = view.stops(&view.map.plan(area), area);
    let first = view.first();
    let mood = |one: &SegmentCurve, stop: &Stop| {
        let place = stop.touchpoint.index().checked_sub(first)?;
        one.curve
            .points
            .get(place)?
            .as_ref()
            .map(|mood: &Mood| mood.value)
    };
    view.draw_axis(area, buf);
    let canvas = Canvas::new(area, theme.charset);
    for stop in stops.iter().filter(|stop| view.is_truth(stop)) {
        if let Some((x, y)) = canvas.cell(stop.x, 0.0) {
            ink::put(buf, (x, y), theme.glyph("☆", "*"), theme.text());
        }
    }
    let lines = || shown.iter().zip(styles).zip(LETTERS);
    for ((one, style), _) in lines() {
        let mut canvas = Canvas::new(area, theme.charset);
        for pair in stops.windows(2) {
            if let (Some(from), Some(to)) = (mood(one, &pair[0]), mood(one, &pair[1])) {
                canvas.join((pair[0].x, from), (pair[1].x, to));
            }
        }
        view.draw_line(&canvas, |_| style, buf);
    }
    for ((one, style), letter) in lines() {
        for stop in &stops {
            let at = mood(one, stop).and_then(|mood| canvas.cell(stop.x, mood));
            if let Some((x, y)) = at {
                ink::put(buf, (x, y), letter, Style::reset().patch(style));
            }
        }
    }
    legend(
        lines().map(|((one, style), letter)| (letter, one, style)),
        names,
        buf,
    );
    count_others(curves.len() - shown.len(), names, theme.dim(), buf);
}

/// How many segments are not drawn, at the right end of the names.
fn count_others(left_out: usize, names: Rect, style: Style, buf: &mut Buffer) {
    if left_out > 0 {
        let said = format!(" and {left_out} more not drawn ");
        let wide = text::width(&said) as u16;
        let x = names.right().saturating_sub(wide).max(names.x);
        buf.set_stringn(x, names.y, said, usize::from(names.width), style);
    }
}

/// Where the names stand: above the lines where there is room for both, else over them.
fn parts(area: Rect) -> (Rect, Rect) {
    let above = u16::from(area.height > 3);
    let lines = Rect {
        y: area.y + above,
        height: area.height - above,
        ..area
    };
    (Rect { height: 1, ..area }, lines)
}

/// The letters and what they stand for, in the upper line.
fn legend<'a>(
    lines: impl Iterator<Item = (&'static str, &'a SegmentCurve, Style)>,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut x = area.x + 3;
    for (letter, one, style) in lines {
        let name = match one.segment.as_str() {
            "" => "no segment",
            name => name,
        };
        let said = format!(" {letter} {} ", text::fit(name, 20));
        let wide = text::width(&said) as u16;
        if x + wide > area.right() {
            return;
        }
        ink::put(buf, (x, area.y), &said, Style::reset().patch(style));
        x += wide;
    }
}
