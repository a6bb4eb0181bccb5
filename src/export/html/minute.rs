//! What to know if there is a minute only: a few figures and a few sentences.

use super::actions::overdue;
use super::escape::{anchor, text};
use super::said::{many, owner, percent, range, short};
use crate::board::{Board, Order, TouchpointSheet};
use crate::export::Subject;
use crate::export::alarm::alarms;
use crate::export::depth::Depth;
use crate::export::number::{brief, fine, grouped};
use crate::journey::{Touchpoint, TouchpointIndex};
use crate::measures::{Counts, Verdict, wilson};

/// The section.
pub(super) fn minute(subject: Subject<'_>, depths: &[Depth<'_>]) -> String {
    let mut sentences: Vec<String> = Vec::new();
    sentences.extend(hurts(subject));
    sentences.extend(worse(subject, depths));
    sentences.extend(promises(subject, depths));
    sentences.extend(helped(subject, depths));
    let sentences: Vec<String> = sentences
        .iter()
        .map(|one| format!("<li>{one}</li>\n"))
        .collect();
    let told = match sentences.concat() {
        none if none.is_empty() => none,
        told => format!("<ul class=\"told\">\n{told}</ul>\n"),
    };
    format!(
        "<section class=\"minute\" aria-labelledby=\"minute\">\n<h2 id=\"minute\">In a minute</h2>\n{}{told}</section>\n",
        figures(subject)
    )
}

/// The figures of the whole.
fn figures(subject: Subject<'_>) -> String {
    let all: Vec<(&Touchpoint, &TouchpointSheet)> = (subject.touchpoints())
        .map(|(index, touchpoint)| (touchpoint, subject.board.touchpoint(index)))
        .collect();
    let hot = all.iter().filter(|(_, sheet)| sheet.hot).count();
    let nobody = all
        .iter()
        .filter(|(touchpoint, sheet)| sheet.hot && touchpoint.owner.is_none());
    let nobody = nobody.count();
    let heard = all.iter().filter(|(_, sheet)| !sheet.is_thin()).count();
    let counts = &subject.board.totals.counts;
    let (complain, reach) = complaining(counts);
    let high = short(subject.charter.thresholds.high);
    let item = |number: &str, name: &str, fine: &str, class: &str| {
        format!(
            "<div{class}><dt>{name}</dt><dd><b>{number}</b><span class=\"fine\">{fine}</span></dd></div>\n"
        )
    };
    let of = format!(
        "of {}, friction {high} or more",
        many(all.len(), "touchpoint", "touchpoints")
    );
    let alert = if nobody > 0 { " class=\"alert\"" } else { "" };
    format!(
        "<dl class=\"figures\">\n{}{}{}{}</dl>\n",
        item(&complain, "of what is said complains", &reach, ""),
        item(&hot.to_string(), "hot", &of, ""),
        item(
            &nobody.to_string(),
            "hot and nobody’s",
            "no owner answers for them",
            alert
        ),
        item(
            &heard.to_string(),
            "heard well enough",
            &format!(
                "of {}, {} rows or more",
                grouped(all.len() as u64),
                grouped(subject.board.least_rows)
            ),
            ""
        ),
    )
}

/// The share that complains, and what it rests on.
fn complaining(counts: &Counts) -> (String, String) {
    let of = counts.polar();
    match wilson(counts.complaints, of) {
        Some(interval) => (
            percent(100.0 * counts.complaints as f64 / of as f64),
            format!("{}, n {}", range(interval.times(100.0)), grouped(of)),
        ),
        None => ("–".to_owned(), "nothing said yet".to_owned()),
    }
}

fn link(touchpoint: &Touchpoint) -> String {
    format!(
        "<a href=\"#{}\">{}</a>",
        anchor("t", &touchpoint.address.to_string()),
        text(&touchpoint.title)
    )
}

fn whose(subject: Subject<'_>, touchpoint: &Touchpoint) -> String {
    match touchpoint.owner.as_deref() {
        Some(_) => format!(
            "{} answers for it",
            owner(subject.charter, touchpoint.owner.as_deref())
        ),
        None => "<strong class=\"nobody\">nobody</strong> answers for it".to_owned(),
    }
}

/// The touchpoint where most is hurt, and the one where a customer is likeliest to be.
fn hurts(subject: Subject<'_>) -> Vec<String> {
    let Subject {
        board,
        journeys,
        overlay,
        ..
    } = subject;
    let first = |order| -> Option<TouchpointIndex> {
        let ranking = Board::ranking(board, journeys, overlay, order);
        ranking
            .iter()
            .find(|one| one.place == Some(1))
            .map(|one| one.touchpoint)
    };
    let (most, likeliest) = (first(Order::Complaints), first(Order::Friction));
    let mut told = Vec::new();
    if let Some(index) = likeliest {
        let (touchpoint, sheet) = (journeys.touchpoint(index), board.touchpoint(index));
        if let Some(friction) = &sheet.complain {
            told.push(format!(
                "A customer is likeliest to be hurt at {}: {} of {} complain ({}); {}.",
                link(touchpoint),
                percent(friction.share),
                grouped(friction.of),
                range(friction.interval),
                whose(subject, touchpoint)
            ));
        }
    }
    if let Some(index) = most.filter(|index| Some(*index) != likeliest) {
        let (touchpoint, sheet) = (journeys.touchpoint(index), board.touchpoint(index));
        let complaints = grouped(sheet.counts.complaints);
        let share = sheet.complain.as_ref().map_or_else(String::new, |found| {
            let (of, reach) = (grouped(found.of), range(found.interval));
            format!(" of {of}, {} ({reach})", percent(found.share))
        });
        told.push(format!(
            "Most customers are hurt at {}: {complaints} complaints{share}; {}.",
            link(touchpoint),
            whose(subject, touchpoint)
        ));
    }
    told
}

/// The latest thing that got worse.
fn worse(subject: Subject<'_>, depths: &[Depth<'_>]) -> Option<String> {
    let (all, _) = alarms(subject, depths);
    let latest = all.first()?;
    let touchpoint = subject.journeys.touchpoint(latest.index);
    let expected = brief(latest.expected);
    let seen = grouped(latest.seen);
    Some(if latest.spike {
        format!(
            "Got worse: {} spiked in week {}, {seen} complaints where {expected} were to be expected.",
            link(touchpoint),
            latest.week
        )
    } else {
        format!(
            "Getting worse: complaints at {} have risen since {}, {seen} where {expected} were to be expected.",
            link(touchpoint),
            latest.from
        )
    })
}

/// The fix that came back, and the promise that is overdue the longest; how many more of each there are.
fn promises(subject: Subject<'_>, depths: &[Depth<'_>]) -> Vec<String> {
    let (mut back, mut late) = (Vec::new(), Vec::new());
    for depth in depths {
        for (index, touchpoint) in subject.touchpoints_of(depth.journey) {
            let fixes = depth.fixes(index);
            for card in subject.board.cards_of(subject.journeys, index, fixes) {
                let Some(action) = card.of(subject.journeys) else {
                    continue;
                };
                let it = format!("“{}” at {}", text(&action.title), link(touchpoint));
                if let Some(relapse) = card.came_back() {
                    back.push(format!("Came back: {it}: {}", text(&relapse.reason())));
                }
                if let Some((days, due)) = overdue(subject, action).zip(action.due) {
                    let days = many(days, "day", "days");
                    let whose = owner(subject.charter, action.owner.as_deref());
                    late.push((
                        due,
                        format!("Overdue: {it}, promised for {due}, {days} ago; {whose}"),
                    ));
                }
            }
        }
    }
    late.sort_by_key(|(due, _)| *due);
    let late: Vec<String> = late.into_iter().map(|(_, told)| told).collect();
    let first = |all: Vec<String>| {
        let more = match all.len() {
            0 | 1 => String::new(),
            several => format!("; and {} more", several - 1),
        };
        all.into_iter().next().map(|told| format!("{told}{more}."))
    };
    [first(back), first(late)].into_iter().flatten().collect()
}

/// The latest fix that the numbers say helped.
fn helped(subject: Subject<'_>, depths: &[Depth<'_>]) -> Option<String> {
    let mut best = None;
    for depth in depths {
        for (index, touchpoint) in subject.touchpoints_of(depth.journey) {
            for fix in depth.fixes(index) {
                let later = best
                    .as_ref()
                    .is_none_or(|(_, shipped, _)| *shipped < fix.shipped);
                if fix.verdict() == Verdict::Better && later {
                    best = Some((touchpoint, fix.shipped, fix));
                }
            }
        }
    }
    let (touchpoint, shipped, fix) = best?;
    let title = &touchpoint.actions.get(fix.action)?.title;
    let ratio = fix.comparison.as_ref().ok()?.ratio.as_ref().ok()?;
    Some(format!(
        "Fixed: “{}” at {}, shipped {shipped}: complaints fell to {} times what they were ({} to {}).",
        text(title),
        link(touchpoint),
        fine(ratio.value),
        fine(ratio.interval.low),
        fine(ratio.interval.high)
    ))
}
