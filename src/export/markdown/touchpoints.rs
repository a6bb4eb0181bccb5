//! The touchpoints that hurt most, and what could not be ranked.

use super::measure::{ces, complaints, contact_rate, csat, friction, nps, owner, pain};
use super::table::{Side, Table};
use crate::board::{Order, TouchpointSheet};
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::number::{brief, grouped};
use crate::export::text::markdown as escaped;
use crate::feedback::{Polarity, Speaks};
use crate::journey::{Touchpoint, TouchpointIndex};
use crate::measures::Counts;

/// Stands at the friction of a touchpoint where only complaints can be heard.
const MARK: &str = " †";

/// How many touchpoints the page shows.
const MOST: usize = 10;

/// The section on the touchpoints that hurt most, in the order asked for.
pub(super) fn touchpoints(subject: Subject<'_>, depths: &[Depth<'_>]) -> Vec<String> {
    let ranking = subject
        .board
        .ranking(subject.journeys, subject.overlay, subject.order);
    let by_name = subject.order == Order::Name;
    let firm = ranking.iter().filter(|one| one.place.is_some() || by_name);
    let shown: Vec<TouchpointIndex> = firm.map(|one| one.touchpoint).take(MOST).collect();
    let mut blocks = vec![
        "## Where it hurts most\n".to_owned(),
        format!("Ranked by {}.\n", subject.order.words()),
    ];
    if shown.is_empty() {
        blocks.push("No touchpoint has enough feedback to say.\n".to_owned());
    } else {
        let mut table = table();
        for index in &shown {
            let journey = subject.journeys.touchpoint(*index).journey;
            let depth = depths.iter().find(|depth| depth.journey == journey);
            table.rows(depth.map(|depth| row(subject, depth, *index)));
        }
        blocks.push(table.without_silence().text());
        let marked = |index: &TouchpointIndex| {
            let sheet = subject.board.touchpoint(*index);
            sheet.friction.is_some() && only_complaints(subject, sheet)
        };
        if shown.iter().any(marked) {
            blocks.push(format!(
                "{} Only sources in which every row is a complaint speak here: read the count, not \
                 the share.\n",
                MARK.trim()
            ));
        }
    }
    blocks.extend(contrast(subject));
    blocks.push(rest(subject));
    blocks
}

/// The columns of a table of touchpoints.
pub(super) fn table() -> Table {
    Table::new(&[
        ("Touchpoint", Side::Left),
        ("Pain", Side::Right),
        ("Friction", Side::Right),
        ("Complaints (95 % interval)", Side::Left),
        ("Of 1,000 who passed", Side::Left),
        ("Owner", Side::Left),
        ("NPS", Side::Left),
        ("CES", Side::Left),
        ("CSAT", Side::Left),
    ])
}

/// One touchpoint's row.
pub(super) fn row(subject: Subject<'_>, depth: &Depth<'_>, index: TouchpointIndex) -> Vec<String> {
    let touchpoint = subject.journeys.touchpoint(index);
    let sheet = subject.board.touchpoint(index);
    let star = if touchpoint.moment_of_truth {
        " ★"
    } else {
        ""
    };
    let title = escaped(&touchpoint.title);
    let rate = depth.contact_rate(index).ok();
    let mut hurt = friction(sheet.friction.as_ref());
    if sheet.friction.is_some() && only_complaints(subject, sheet) {
        hurt.push_str(MARK);
    }
    vec![
        format!(
            "{title}{star} ({})",
            escaped(&touchpoint.address.to_string())
        ),
        pain(sheet),
        if sheet.hot {
            format!("**{hurt}**")
        } else {
            hurt
        },
        complaints(&sheet.counts, !sheet.is_thin()),
        contact_rate(rate.as_ref()),
        owner(subject.charter, touchpoint.owner.as_deref()),
        nps(sheet.nps.as_ref()),
        ces(sheet.ces.as_ref()),
        csat(sheet.csat.as_ref()),
    ]
}

/// Why a ranking by number and one by share differ, where they do.
fn contrast(subject: Subject<'_>) -> Option<String> {
    let contrast = subject.board.contrast(subject.journeys, subject.overlay)?;
    let told = |(index, counts): (TouchpointIndex, Counts)| {
        let title = escaped(&subject.journeys.touchpoint(index).title);
        let (complaints, of) = (grouped(counts.complaints), grouped(counts.polar()));
        let share = brief(100.0 * counts.complaints as f64 / counts.polar() as f64);
        format!("{title} ({complaints} of {of}, {share} %)")
    };
    let heads = if contrast.most.0 == contrast.greatest.0 {
        format!("Both begin with {}.", told(contrast.most))
    } else {
        format!(
            "Most complaints come from {}, the greatest share from {}.",
            told(contrast.most),
            told(contrast.greatest)
        )
    };
    Some(format!(
        "**By number and by share the order differs** at {} of {} places. {heads} The number of \
         complaints grows with how many speak about a place, their share does not: the number says \
         where most customers are hurt, the share where a customer is most likely to be.\n",
        contrast.moved, contrast.of,
    ))
}

/// How many touchpoints are hot, ownerless, beyond the table, or cannot be ranked.
fn rest(subject: Subject<'_>) -> String {
    let all: Vec<(&Touchpoint, &TouchpointSheet)> = subject
        .touchpoints()
        .map(|(index, touchpoint)| (touchpoint, subject.board.touchpoint(index)))
        .collect();
    let hot = all.iter().filter(|(_, sheet)| sheet.hot);
    let nobody = hot
        .clone()
        .filter(|(touchpoint, _)| touchpoint.owner.is_none());
    let silent = all.iter().filter(|(_, sheet)| sheet.counts.feedback() == 0);
    let silent = silent.count();
    let thin = all.iter().filter(|(_, sheet)| sheet.is_thin()).count();
    format!(
        "{} touchpoints: {} hot, {} of them without an owner; {} with too little feedback to say \
         (fewer than {} rows); {silent} with none.\n",
        all.len(),
        hot.count(),
        nobody.count(),
        thin - silent,
        subject.charter.thresholds.least_rows,
    )
}

/// Whether only sources in which every row is a complaint speak at a touchpoint: then its share of
/// complaints says nothing that its count does not.
fn only_complaints(subject: Subject<'_>, sheet: &TouchpointSheet) -> bool {
    let complains = |id: &String| {
        let mut sources = subject.sources.iter();
        let source = sources.find(|source| source.id == *id);
        source.is_some_and(|source| source.speaks == Speaks::Always(Polarity::Complaint))
    };
    let detail = subject.board.detail(subject.overlay, sheet.touchpoint);
    !detail.by_source.is_empty() && detail.by_source.iter().all(|(id, _)| complains(id))
}
