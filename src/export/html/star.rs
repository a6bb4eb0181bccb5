//! The north star: the statement, its number with target and trend, and its way there as a drawing.

use super::escape::text;
use super::figure::at;
use super::said::one;
use crate::board::{StarReading, StarValue};
use crate::export::Subject;
use crate::export::star::{
    StarCourse, basis, change, plain, star_course, star_name, star_target, star_value,
};

/// The size of the drawing.
const WIDE: f64 = 360.0;
const HIGH: f64 = 128.0;
/// Where its points begin and end, and its upper and lower edge.
const X: (f64, f64) = (6.0, 274.0);
const Y: (f64, f64) = (14.0, 108.0);

/// The north star, or nothing where none is declared.
pub(super) fn star(subject: Subject<'_>) -> String {
    let Some(declared) = &subject.charter.north_star else {
        return String::new();
    };
    let number = subject.board.star.as_ref().map(number).unwrap_or_default();
    format!(
        "<section class=\"star\" aria-labelledby=\"north-star\">\n<div class=\"creed\"><h2 id=\"north-star\">North star</h2>\
         <p>{}</p></div>\n{number}</section>\n",
        text(&declared.statement)
    )
}

fn number(star: &StarReading) -> String {
    let course = match star_course(star) {
        Some(StarCourse::Better) => "<span class=\"good\">▲ better</span>",
        Some(StarCourse::Worse) => "<span class=\"bad\">▼ worse</span>",
        Some(StarCourse::NotShown) => "<span class=\"even\">▬ no change shown</span>",
        None => "",
    };
    let mut lines = vec![format!(
        "{} in the last {} weeks",
        text(&basis(star)),
        star.weeks
    )];
    lines.extend(star_target(star).map(|target| text(&target)));
    if star.now.is_ok() {
        let told = change(star);
        let told = told
            .rsplit_once(": ")
            .map_or(told.as_str(), |(told, _)| told);
        lines.push(text(told));
    }
    let lines: Vec<String> = lines
        .iter()
        .map(|line| format!("<li>{}</li>", capital(line)))
        .collect();
    format!(
        "<div class=\"metric\"><p class=\"big\"><span class=\"name\">{}</span> <b>{}</b> {course}</p><ul>{}</ul></div>\n{}",
        star_name(star),
        text(&star_value(star)),
        lines.concat(),
        chart(star)
    )
}

/// A sentence's first letter in upper case.
fn capital(line: &str) -> String {
    let mut chars = line.chars();
    let first = chars.next().map(|c| c.to_uppercase().collect::<String>());
    first.unwrap_or_default() + chars.as_str()
}

/// The points of four weeks with their intervals, and the target as a line.
fn chart(star: &StarReading) -> String {
    let said: Vec<(usize, &StarValue)> = (star.series.iter().enumerate())
        .filter_map(|(place, value)| Some((place, value.as_ref()?)))
        .collect();
    if said.len() < 2 {
        return String::new();
    }
    let ends = said.iter().flat_map(|(_, value)| {
        let interval = value.estimate.interval;
        [interval.low, interval.high]
    });
    let ends: Vec<f64> = ends.chain(star.target).collect();
    let low = ends.iter().copied().fold(f64::INFINITY, f64::min);
    let high = ends
        .iter()
        .copied()
        .fold(f64::NEG_INFINITY, f64::max)
        .max(low + 1e-6);
    let y = |value: f64| Y.1 - (value - low) / (high - low) * (Y.1 - Y.0);
    let step = (X.1 - X.0) / (star.series.len() - 1).max(1) as f64;
    let x = |place: usize| X.0 + step * place as f64;
    let upper = said
        .iter()
        .map(|(place, value)| (x(*place), y(value.estimate.interval.high)));
    let lower = said
        .iter()
        .rev()
        .map(|(place, value)| (x(*place), y(value.estimate.interval.low)));
    let band = path(upper.chain(lower));
    let line = path(
        said.iter()
            .map(|(place, value)| (x(*place), y(value.value))),
    );
    let dots: String = (said.iter())
        .map(|(place, value)| dot(star, (x(*place), y(value.value)), value))
        .collect();
    format!(
        "<svg class=\"way\" viewBox=\"0 0 {WIDE} {HIGH}\" width=\"{WIDE}\" height=\"{HIGH}\" role=\"img\" \
         aria-labelledby=\"way-title way-says\"><title id=\"way-title\">{name} by four weeks</title>\
         <desc id=\"way-says\">{says}</desc><path class=\"band\" d=\"{band}Z\"/>{target}\
         <path class=\"line\" d=\"{line}\"/>{dots}{labels}</svg>\n",
        name = star_name(star),
        says = says(star, &said),
        target = target(star, y),
        labels = labels(star, &said, y),
    )
}

fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let points: Vec<String> = points
        .map(|(x, y)| format!("{} {}", at(x), at(y)))
        .collect();
    format!("M{}", points.join("L"))
}

fn dot(star: &StarReading, (x, y): (f64, f64), value: &StarValue) -> String {
    format!(
        "<circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"2.8\"><title>{} to {}: {}, n {}</title></circle>",
        at(x),
        at(y),
        value.from,
        value.to,
        plain(star, value.value),
        value.of
    )
}

fn target(star: &StarReading, y: impl Fn(f64) -> f64) -> String {
    star.target.map_or_else(String::new, |target| {
        let line = at(y(target));
        format!(
            "<path class=\"aim\" d=\"M{} {line}H{}\"/><text x=\"{}\" y=\"{}\">{} target</text>",
            at(X.0),
            at(X.1 + 8.0),
            at(X.1 + 12.0),
            at(y(target) + 4.0),
            text(&plain(star, target)),
        )
    })
}

/// The last value beside its dot, unless the target stands there, and the days at both ends.
fn labels(star: &StarReading, said: &[(usize, &StarValue)], y: impl Fn(f64) -> f64) -> String {
    let (Some((_, first)), Some((_, last))) = (said.first(), said.last()) else {
        return String::new();
    };
    let here = y(last.value) + 4.0;
    let apart = star
        .target
        .is_none_or(|target| (y(target) + 4.0 - here).abs() > 13.0);
    let value = if apart {
        format!(
            "<text class=\"now\" x=\"{}\" y=\"{}\">{}</text>",
            at(X.1 + 12.0),
            at(here),
            plain(star, last.value)
        )
    } else {
        String::new()
    };
    let (from, to) = (first.from, last.to);
    format!(
        "{value}<text x=\"{}\" y=\"{y}\">{from}</text><text x=\"{}\" y=\"{y}\" text-anchor=\"end\">{to}</text>",
        at(X.0),
        at(X.1),
        y = at(HIGH - 4.0)
    )
}

fn says(star: &StarReading, said: &[(usize, &StarValue)]) -> String {
    let points = said.iter().map(|(_, value)| {
        let interval = value.estimate.interval;
        format!(
            "to {}: {} ({} to {})",
            value.to,
            plain(star, value.value),
            one(interval.low),
            one(interval.high)
        )
    });
    text(&points.collect::<Vec<_>>().join("; "))
}
