//! The steps of a map: lines with round corners, an arrow at the end, and the share who take them.

use super::ground::Ground;
use crate::board::Layout;
use crate::board::layout::{Course, Route};
use crate::export::html::figure::at;

/// The radius of a corner, where both lines are long enough.
const ROUND: f64 = 6.0;

/// Every step between touchpoints of the journey.
pub(super) fn steps(layout: &Layout, ground: &Ground) -> String {
    let lines: String = layout
        .routes()
        .iter()
        .map(|route| step(route, ground))
        .collect();
    format!("<g class=\"steps\">\n{lines}</g>\n")
}

fn step(route: &Route, ground: &Ground) -> String {
    let mut points: Vec<(f64, f64)> = Vec::with_capacity(route.points.len());
    for point in &route.points {
        let here = ground.point(point);
        if points.last() != Some(&here) {
            points.push(here);
        }
    }
    let [.., before, end] = points.as_slice() else {
        return String::new();
    };
    let class = match route.course {
        Course::Loop => " class=\"loop\"",
        _ => "",
    };
    let share = route.share.map_or_else(String::new, |share| {
        let label = format!("{:.0} %", 100.0 * share);
        let (x, y) = (end.0 - 6.0, end.1 - 4.0);
        format!(
            "<text class=\"share\" x=\"{}\" y=\"{}\">{label}</text>",
            at(x),
            at(y)
        )
    });
    format!(
        "<path{class} d=\"{}\"/><path class=\"tip\" d=\"{}\"/>{share}\n",
        line(&points),
        tip(*before, *end)
    )
}

/// A line through some points, its corners rounded.
fn line(points: &[(f64, f64)]) -> String {
    let point = |(x, y): (f64, f64)| format!("{} {}", at(x), at(y));
    let part = |(place, here): (usize, &(f64, f64))| {
        let before = place.checked_sub(1).and_then(|place| points.get(place));
        match (before, points.get(place + 1)) {
            (None, _) => format!("M{}", point(*here)),
            (Some(_), None) => format!("L{}", point(*here)),
            (Some(before), Some(after)) => {
                let (from, to) = (towards(*here, *before), towards(*here, *after));
                format!("L{}Q{} {}", point(from), point(*here), point(to))
            }
        }
    };
    let parts: Vec<String> = points.iter().enumerate().map(part).collect();
    parts.concat()
}

/// The place on the way from one point to another where its corner ends.
fn towards(from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let length = (x * x + y * y).sqrt();
    if length < 1e-9 {
        return from;
    }
    let part = ROUND.min(length / 2.0) / length;
    (from.0 + x * part, from.1 + y * part)
}

/// The arrow at the end of a line.
fn tip(before: (f64, f64), end: (f64, f64)) -> String {
    let (x, y) = end;
    let point = |(x, y): (f64, f64)| format!("{} {}", at(x), at(y));
    let corners = if (x - before.0).abs() > 0.5 {
        [(x - 6.0, y - 3.5), (x - 6.0, y + 3.5)]
    } else {
        [(x - 3.5, y - 6.0), (x + 3.5, y - 6.0)]
    };
    let [one, other] = corners.map(point);
    format!("M{}L{one}L{other}Z", point(end))
}
