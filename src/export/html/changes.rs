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
    let charts: String = (subject.journeys())
        .filter_map(|(_, journey)| chart(subject, journey))
        .collect();
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
    let words = subject.testimony.words.get(&(alarm.index, alarm.week));
    let words: Vec<String> = (words.into_iter().flatten().take(3))
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

/// One journey's line; nothing where it has fewer than two points.
fn chart(subject: Subject<'_>, journey: &Journey) -> Option<String> {
    let touchpoints = journey.touchpoints.clone().map(TouchpointIndex::new);
    let series = Board::series(subject.board, subject.overlay, touchpoints);
    let points: Vec<Option<(f64, Interval, Counts)>> = (fours(&series.counts, POINTS).iter())
        .map(|sum| {
            let interval = wilson(sum.complaints, sum.polar())?.times(100.0);
            Some((
                100.0 * sum.complaints as f64 / sum.polar() as f64,
                interval,
                *sum,
            ))
        })
        .collect();
    let said: Vec<(usize, &(f64, Interval, Counts))> = (points.iter().enumerate())
        .filter_map(|(place, point)| Some((place, point.as_ref()?)))
        .collect();
    let ((_, first), (_, last)) = (said.first().filter(|_| said.len() > 1)?, said.last()?);
    let drawn = drawing(&said, points.len());
    let says: Vec<String> = said.iter().map(|(_, point)| percent(point.0)).collect();
    let (title, last_range) = (text(&journey.title), range(last.1));
    Some(format!(
        "<figure><figcaption><b>{title}</b> {} <span class=\"fine\">{last_range}, n {}; a year ago or at the beginning {}</span></figcaption>\n\
         <svg class=\"course\" viewBox=\"0 0 340 110\" role=\"img\" aria-label=\"Share that complains in {title}: {}\">\
         <title>Share that complains in {title}</title>{drawn}</svg></figure>\n",
        percent(last.0),
        grouped(last.2.polar()),
        percent(first.0),
        says.join(", ")
    ))
}

fn drawing(said: &[(usize, &(f64, Interval, Counts))], count: usize) -> String {
    let top = said
        .iter()
        .map(|(_, point)| point.1.high)
        .fold(10.0, f64::max);
    let top = (top / 10.0).ceil() * 10.0;
    let x = |place: usize| 4.0 + 300.0 * place as f64 / (count - 1).max(1) as f64;
    let y = |value: f64| 100.0 - value / top * 90.0;
    let join = |points: Vec<(f64, f64)>| {
        let points: Vec<String> = points
            .iter()
            .map(|(x, y)| format!("{} {}", at(*x), at(*y)))
            .collect();
        points.join("L")
    };
    let mut band: Vec<(f64, f64)> = said
        .iter()
        .map(|(place, one)| (x(*place), y(one.1.high)))
        .collect();
    band.extend(
        said.iter()
            .rev()
            .map(|(place, one)| (x(*place), y(one.1.low))),
    );
    let line: Vec<(f64, f64)> = said
        .iter()
        .map(|(place, one)| (x(*place), y(one.0)))
        .collect();
    let end = line.last().copied().unwrap_or_default();
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
        join(band),
        join(line),
        at(end.0),
        at(end.1)
    )
}
