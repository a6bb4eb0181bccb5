//! The touchpoints that hurt most, each with its interval, its owner and its last year.

use super::escape::{anchor, text};
use super::figure::{fours, sparkline, whisker};
use super::said::{complaints, heat, one, owner, short};
use super::table::{NOTHING, Table, figures, words};
use crate::board::{Heat, TouchpointSheet};
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::number::{brief, grouped};
use crate::feedback::{Polarity, Speaks};
use crate::journey::TouchpointIndex;

/// How many touchpoints the table shows.
const MOST: usize = 10;
/// How many points of four weeks a line has.
const POINTS: usize = 13;

/// The section.
pub(super) fn hurt(subject: Subject<'_>, depths: &[Depth<'_>]) -> String {
    let ranking = subject
        .board
        .ranking(subject.journeys, subject.overlay, subject.order);
    let firm = ranking.iter().filter(|one| one.place.is_some());
    let shown: Vec<TouchpointIndex> = firm.map(|one| one.touchpoint).take(MOST).collect();
    let mut table = Table::new(
        format!(
            "The {} touchpoints that hurt most, by {}",
            shown.len(),
            subject.order.words()
        ),
        &[
            words("Touchpoint"),
            words("Heat"),
            figures("Friction"),
            words("Complain (95 %)"),
            figures("Pain"),
            words("Of 1,000 who passed"),
            words("Owner"),
            words("By 4 weeks"),
        ],
    );
    for (place, index) in shown.iter().enumerate() {
        let journey = subject.journeys.touchpoint(*index).journey;
        let depth = depths.iter().find(|depth| depth.journey == journey);
        table.row(row(subject, depth, place + 1, *index));
    }
    let body = if table.is_empty() {
        "<p>No touchpoint has enough feedback to say.</p>\n".to_owned()
    } else {
        format!("{}{}", table.html(), marks(subject, &shown))
    };
    format!(
        "<section aria-labelledby=\"hurt\">\n<h2 id=\"hurt\">Where it hurts</h2>\n{body}</section>\n"
    )
}

fn row(
    subject: Subject<'_>,
    depth: Option<&Depth<'_>>,
    place: usize,
    index: TouchpointIndex,
) -> Vec<String> {
    let touchpoint = subject.journeys.touchpoint(index);
    let sheet = subject.board.touchpoint(index);
    let star = if touchpoint.moment_of_truth {
        " <span class=\"truth\" title=\"moment of truth\">★</span>"
    } else {
        ""
    };
    let journey = subject.journeys.all().get(touchpoint.journey);
    let mark = if only_complaints(subject, sheet) {
        " †"
    } else {
        ""
    };
    let drawn = sheet
        .complain
        .as_ref()
        .map(|one| whisker(one.share, one.interval, subject.charter.thresholds.high));
    vec![
        format!(
            "<span class=\"ranked\"><span class=\"place\">{place}</span> <span class=\"it\"><a href=\"#{}\">{}</a>{star} <span class=\"fine\">{}</span></span></span>",
            anchor("t", &touchpoint.address.to_string()),
            text(&touchpoint.title),
            journey.map_or_else(String::new, |journey| text(&journey.title)),
        ),
        heat(Heat::of(sheet, &subject.charter.thresholds)),
        sheet.friction.as_ref().map_or_else(
            || NOTHING.to_owned(),
            |friction| format!("<b>{}</b>{mark}", one(friction.value)),
        ),
        format!(
            "<span class=\"both\">{}<span>{}</span></span>",
            drawn.unwrap_or_default(),
            complaints(&sheet.counts, !sheet.is_thin())
        ),
        pain(sheet),
        depth
            .and_then(|depth| depth.said_rate(index).ok())
            .map_or_else(
                || NOTHING.to_owned(),
                |rate| {
                    let interval = rate.interval;
                    format!(
                        "{} <span class=\"fine\">{} to {}</span>",
                        one(rate.per_thousand),
                        one(interval.low),
                        one(interval.high)
                    )
                },
            ),
        owner(subject.charter, touchpoint.owner.as_deref()),
        year(subject, index),
    ]
}

/// Complaints of the last year, four weeks a point.
fn year(subject: Subject<'_>, index: TouchpointIndex) -> String {
    let series = subject
        .board
        .series(subject.overlay, std::iter::once(index));
    let sums: Vec<u64> = fours(&series.counts, POINTS)
        .iter()
        .map(|sum| sum.complaints)
        .collect();
    let told: Vec<String> = sums.iter().map(u64::to_string).collect();
    let says = format!(
        "complaints in each four weeks, the latest last: {}",
        told.join(", ")
    );
    match sums.last() {
        Some(last) if sums.len() > 1 => {
            format!(
                "{} <span class=\"last\">{last}</span>",
                sparkline(&sums, &says)
            )
        }
        _ => NOTHING.to_owned(),
    }
}

fn pain(sheet: &TouchpointSheet) -> String {
    let Ok(pain) = &sheet.pain else {
        return NOTHING.to_owned();
    };
    let sum = if pain.severity.fract() == 0.0 {
        grouped(pain.severity as u64)
    } else {
        brief(pain.severity)
    };
    match &sheet.pain_share {
        Ok(share) => format!(
            "{sum} <span class=\"fine\">{} % of journey</span>",
            one(share.share)
        ),
        Err(_) => sum,
    }
}

/// What the marks of the table mean.
fn marks(subject: Subject<'_>, shown: &[TouchpointIndex]) -> String {
    let high = short(subject.charter.thresholds.high);
    let mut notes = vec![format!(
        "The dot is the share that complains, the line its 95 % interval, the mark {high} %, from which on a \
         touchpoint is hot."
    )];
    if shown
        .iter()
        .any(|index| subject.journeys.touchpoint(*index).moment_of_truth)
    {
        notes.push("★ A moment of truth.".to_owned());
    }
    let marked = |index: &TouchpointIndex| {
        let sheet = subject.board.touchpoint(*index);
        sheet.friction.is_some() && only_complaints(subject, sheet)
    };
    if shown.iter().any(marked) {
        notes.push(
            "† Only sources in which every row is a complaint speak here: read the count, not the share."
                .to_owned(),
        );
    }
    format!("<p class=\"fine\">{}</p>\n", notes.join(" "))
}

/// Whether only sources in which every row is a complaint speak at a touchpoint.
fn only_complaints(subject: Subject<'_>, sheet: &TouchpointSheet) -> bool {
    let complains = |id: &String| {
        let source = subject.sources.iter().find(|source| source.id == *id);
        source.is_some_and(|source| source.speaks == Speaks::Always(Polarity::Complaint))
    };
    let detail = subject.board.detail(subject.overlay, sheet.touchpoint);
    !detail.by_source.is_empty() && detail.by_source.iter().all(|(id, _)| complains(id))
}
