//! Trends: each journey's share of complaints by four weeks, and what stood out.

use super::escape::{anchor, text};
use super::figure::{at, fours};
use super::said::{many, percent, range};
use crate::board::Board;
use crate::export::Subject;
use crate::export::alarm::{Alarm, alarms};
use crate::export::depth::Depth;
use crate::export::number::{brief, grouped};
use crate::journey::{Journey, TouchpointIndex};
use crate::measures::{Counts, Interval, wilson};

/// How many points of four weeks a line has, and how many alarms are told.
const POINTS: usize = 13;
const MOST: usize = 6;

/// The section; nothing where no feedback has a date.
pub(super) fn changes(subject: Subject<'_>, depths: &[Depth<'_>]) -> String {
    let Some((_, last)) = subject.board.days else {
        return String::new();
    };
    let charts = charts(subject);
    let (all, open) = alarms(subject, depths);
    let mut told: String = all
        .iter()
        .take(MOST)
        .map(|one| tell(subject, one))
        .collect();
    told = if told.is_empty() {
        "<p>No week stands out and nothing slowly rises.</p>\n".to_owned()
    } else {
        format!("<ul class=\"told\">\n{told}</ul>\n")
    };
    let mut notes = Vec::new();
    if all.len() > MOST {
        notes.push(format!(
            "{} earlier ones are in the JSON export.",
            all.len() - MOST
        ));
    }
    if open > 0 {
        let are = many(open, "touchpoint", "touchpoints");
        notes.push(format!(
            "{are} cannot be watched: too few earlier weeks, or nothing with a date."
        ));
    }
    format!(
        "<section aria-labelledby=\"changes\">\n<h2 id=\"changes\">Trends</h2>\n<p>Share that complains, four weeks a \
         point with its 95 % interval, through {last}.</p>\n<div class=\"charts\">\n{charts}</div>\n\
         <h3>What got worse</h3>\n{told}<p class=\"fine\">{}</p>\n</section>\n",
        notes.join(" ")
    )
}

fn tell(subject: Subject<'_>, alarm: &Alarm) -> String {
    let touchpoint = subject.journeys.touchpoint(alarm.index);
    let name = format!(
        "<a href=\"#{}\">{}</a>",
        anchor("t", &touchpoint.address.to_string()),
        text(&touchpoint.title)
    );
    let grown = subject.testimony.grown.get(&(alarm.index, alarm.week));
    let words = grown.into_iter().flat_map(|grown| &grown.words).take(3);
    let words: Vec<String> = words
        .map(|growth| format!("“{}”", text(&growth.word)))
        .collect();
    let said = if words.is_empty() || !alarm.spike {
        String::new()
    } else {
        format!(" Words that grew: {}.", words.join(", "))
    };
    let (seen, expected) = (grouped(alarm.seen), brief(alarm.expected));
    let when = if alarm.spike {
        format!("<b>{}</b> spike", alarm.week)
    } else {
        format!("<b>{} to {}</b> slow rise", alarm.from, alarm.week)
    };
    format!(
        "<li>{when} at {name}: {seen} complaints where {expected} were to be expected.{said}</li>\n"
    )
}

/// A journey's points: the share that complains in four weeks.
struct Line<'a> {
    journey: &'a Journey,
    /// How many points there could be.
    count: usize,
    said: Vec<(usize, Point)>,
}

/// One point.
struct Point {
    share: f64,
    interval: Interval,
    of: u64,
}

/// The lines of all journeys on one scale; those with fewer than two points are left out.
fn charts(subject: Subject<'_>) -> String {
    let lines: Vec<Line<'_>> = (subject.journeys())
        .map(|(_, journey)| line(subject, journey))
        .filter(|line| line.said.len() > 1)
        .collect();
    let highest = lines.iter().flat_map(|line| &line.said);
    let highest = highest.fold(10.0, |top: f64, (_, point)| top.max(point.interval.high));
    let top = (highest / 10.0).ceil() * 10.0;
    lines.iter().map(|line| chart(line, top)).collect()
}

fn line<'a>(subject: Subject<'_>, journey: &'a Journey) -> Line<'a> {
    let touchpoints = journey.touchpoints.clone().map(TouchpointIndex::new);
    let series = Board::series(subject.board, subject.overlay, touchpoints);
    let sums = fours(&series.counts, POINTS);
    let point = |(place, sum): (usize, &Counts)| {
        let point = Point {
            share: 100.0 * sum.complaints as f64 / sum.polar() as f64,
            interval: wilson(sum.complaints, sum.polar())?.times(100.0),
            of: sum.polar(),
        };
        Some((place, point))
    };
    Line {
        journey,
        count: sums.len(),
        said: sums.iter().enumerate().filter_map(point).collect(),
    }
}

fn chart(line: &Line<'_>, top: f64) -> String {
    let (Some((from, first)), Some((to, last))) = (line.said.first(), line.said.last()) else {
        return String::new();
    };
    let says: Vec<String> = line
        .said
        .iter()
        .map(|(_, point)| percent(point.share))
        .collect();
    format!(
        "<figure><figcaption><b>{title}</b> {} <span class=\"fine\">{}, n {}; {} weeks before {} ({})</span></figcaption>\n\
         <svg class=\"course\" viewBox=\"0 0 340 110\" role=\"img\" aria-label=\"Share that complains in {title}: {}\">\
         <title>Share that complains in {title}</title>{}</svg></figure>\n",
        percent(last.share),
        range(last.interval),
        grouped(last.of),
        4 * (to - from),
        percent(first.share),
        range(first.interval),
        says.join(", "),
        drawing(line, top),
        title = text(&line.journey.title),
    )
}

fn drawing(line: &Line<'_>, top: f64) -> String {
    let x = |place: usize| 4.0 + 300.0 * place as f64 / (line.count - 1).max(1) as f64;
    let y = |value: f64| 100.0 - value / top * 90.0;
    let join = |points: Vec<(f64, f64)>| {
        let points = points.iter().map(|(x, y)| format!("{} {}", at(*x), at(*y)));
        points.collect::<Vec<_>>().join("L")
    };
    let upper = line
        .said
        .iter()
        .map(|(place, one)| (x(*place), y(one.interval.high)));
    let lower = line
        .said
        .iter()
        .rev()
        .map(|(place, one)| (x(*place), y(one.interval.low)));
    let middle: Vec<(f64, f64)> = (line.said.iter())
        .map(|(place, one)| (x(*place), y(one.share)))
        .collect();
    let end = middle.last().copied().unwrap_or_default();
    let marks = [0.0, top / 2.0, top].map(|mark| {
        let height = at(y(mark));
        format!(
            "<path class=\"rule\" d=\"M4 {height}H304\"/><text x=\"310\" y=\"{}\">{} %</text>",
            at(y(mark) + 4.0),
            at(mark)
        )
    });
    format!(
        "{}<path class=\"band\" d=\"M{}Z\"/><path class=\"line\" d=\"M{}\"/><circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"3.2\"/>",
        marks.concat(),
        join(upper.chain(lower).collect()),
        join(middle),
        at(end.0),
        at(end.1)
    )
}
