//! The emotion curve below the map: how customers felt at each touchpoint, under its stage, with gaps
//! where nobody was asked.

use super::ground::Ground;
use super::words::cut;
use crate::board::Layout;
use crate::export::Subject;
use crate::export::html::escape::text;
use crate::export::html::figure::at;
use crate::export::html::said::one;
use crate::journey::TouchpointIndex;

/// How high the curve is, with the space over it.
pub(super) const HIGH: f64 = 150.0;
/// Where it begins, and how high its scale from -2 to +2 is.
const TOP: f64 = 34.0;
const SCALE: f64 = 92.0;

/// A touchpoint on the curve.
struct Stop {
    index: TouchpointIndex,
    x: f64,
    /// -2 to +2.
    mood: Option<f64>,
}

/// The curve of a journey.
pub(super) fn curve(subject: Subject<'_>, layout: &Layout, ground: &Ground) -> String {
    let stops = stops(subject, layout, ground);
    if stops.iter().all(|stop| stop.mood.is_none()) {
        return String::new();
    }
    let top = ground.height() + TOP;
    let y = |mood: f64| top + (2.0 - mood.clamp(-2.0, 2.0)) / 4.0 * SCALE;
    let runs = stops.split(|stop| stop.mood.is_none());
    let lines = runs.filter(|run| run.len() > 1).map(|run| {
        let points = (run.iter()).filter_map(|stop| Some((stop.x, y(stop.mood?))));
        let points: Vec<String> = points
            .map(|(x, y)| format!("{} {}", at(x), at(y)))
            .collect();
        format!("<path class=\"feel\" d=\"M{}\"/>", points.join("L"))
    });
    let lines: Vec<String> = lines.collect();
    let asked = |stop: &&Stop| stop.mood.is_some();
    let order = |a: &&Stop, b: &&Stop| a.mood.unwrap_or(0.0).total_cmp(&b.mood.unwrap_or(0.0));
    let worst = stops
        .iter()
        .filter(asked)
        .min_by(order)
        .map(|stop| stop.index);
    let best = stops
        .iter()
        .filter(asked)
        .rev()
        .max_by(order)
        .map(|stop| stop.index);
    let dot = |stop: &Stop| {
        let mood = stop.mood?;
        let title = &subject.journeys.touchpoint(stop.index).title;
        let (number, here) = (signed(mood), (stop.x, y(mood)));
        let up = Some(stop.index) == best;
        let note = if up || Some(stop.index) == worst {
            note(&format!("{number} {title}"), here, up, ground.width())
        } else {
            String::new()
        };
        Some(format!(
            "<circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"3.6\"><title>{}: {number}</title></circle>{note}",
            at(here.0),
            at(here.1),
            text(title)
        ))
    };
    let dots: Vec<String> = stops.iter().filter_map(dot).collect();
    format!(
        "<g class=\"curve\">\n{}{}{}</g>\n",
        axis(top, ground.width()),
        lines.concat(),
        dots.concat()
    )
}

fn signed(mood: f64) -> String {
    let sign = if mood >= 0.05 { "+" } else { "" };
    format!("{sign}{}", one(mood))
}

/// What the heights mean.
fn axis(top: f64, width: f64) -> String {
    let marks = [(0.0, "+2"), (0.5, "0"), (1.0, "−2")];
    let rules = marks.map(|(part, mark)| {
        let y = top + part * SCALE;
        format!(
            "<path class=\"rule\" d=\"M0 {y}H{}\"/><text class=\"scale\" x=\"{}\" y=\"{}\">{mark}</text>",
            at(width),
            at(width - 2.0),
            at(y - 4.0),
            y = at(y),
        )
    });
    format!(
        "<text class=\"stage\" x=\"0\" y=\"{}\">How it feels, −2 to +2</text>{}",
        at(top - 16.0),
        rules.concat()
    )
}

/// The name and number of the best and the worst stop.
fn note(label: &str, (x, y): (f64, f64), up: bool, width: f64) -> String {
    let right = x > width * 0.6;
    let room = if right { x } else { width - x };
    format!(
        "<text class=\"note\" text-anchor=\"{}\" x=\"{}\" y=\"{}\">{}</text>",
        if right { "end" } else { "start" },
        at(if right { x - 6.0 } else { x + 6.0 }),
        at(if up { y - 8.0 } else { y + 17.0 }),
        text(&cut(label, room.min(320.0), 11.5)),
    )
}

/// Every touchpoint, spread over the width of its stage.
fn stops(subject: Subject<'_>, layout: &Layout, ground: &Ground) -> Vec<Stop> {
    let mut stops = Vec::new();
    for (column, cards) in layout.columns().iter().enumerate() {
        let wide = ground.stretch(column);
        for (row, index) in cards.iter().enumerate() {
            let along = (2 * row + 1) as f64 * wide / (2 * cards.len()) as f64;
            let mood = subject.board.touchpoint(*index).mood.as_ref();
            stops.push(Stop {
                index: *index,
                x: ground.column(column) + along,
                mood: mood.map(|mood| mood.value),
            });
        }
    }
    stops
}
