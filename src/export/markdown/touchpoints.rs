//! The hottest touchpoints of all, and what could not be ranked.

use super::measure::{ces, complaints, csat, friction, nps, owner};
use super::table::{Side, Table};
use crate::board::TouchpointSheet;
use crate::export::Subject;
use crate::export::text::markdown as escaped;
use crate::feedback::{Polarity, Speaks};
use crate::journey::Touchpoint;

/// Stands at the friction of a touchpoint where only complaints can be heard.
const MARK: &str = " †";

/// How many touchpoints the page shows.
const MOST: usize = 10;

/// The section on the hottest touchpoints.
pub(super) fn touchpoints(subject: Subject<'_>) -> Vec<String> {
    let shown = subject.touchpoints();
    let all: Vec<_> = shown
        .map(|(index, touchpoint)| (touchpoint, subject.board.touchpoint(index)))
        .collect();
    let mut said: Vec<_> = all
        .iter()
        .filter(|(_, sheet)| sheet.friction.is_some())
        .collect();
    said.sort_by(|(_, a), (_, b)| value(b).total_cmp(&value(a)));
    let mut blocks = vec!["## Where friction is highest\n".to_owned()];
    if said.is_empty() {
        blocks.push("No touchpoint has enough feedback to say.\n".to_owned());
    } else {
        let mut table = table();
        for (touchpoint, sheet) in said.iter().take(MOST) {
            table.row(row(subject, touchpoint, sheet));
        }
        blocks.push(table.without_silence().text());
        if said
            .iter()
            .take(MOST)
            .any(|(_, sheet)| only_complaints(subject, sheet))
        {
            blocks.push(format!(
                "{} Only sources in which every row is a complaint speak here: read the count, not \
                 the share.\n",
                MARK.trim()
            ));
        }
    }
    blocks.push(rest(subject, &all, said.len()));
    blocks
}

/// The columns of a table of touchpoints.
pub(super) fn table() -> Table {
    Table::new(&[
        ("Touchpoint", Side::Left),
        ("Friction", Side::Right),
        ("Complaints (95 % interval)", Side::Left),
        ("Owner", Side::Left),
        ("NPS", Side::Left),
        ("CES", Side::Left),
        ("CSAT", Side::Left),
    ])
}

/// One touchpoint's row.
pub(super) fn row(
    subject: Subject<'_>,
    touchpoint: &Touchpoint,
    sheet: &TouchpointSheet,
) -> Vec<String> {
    let star = if touchpoint.moment_of_truth {
        " ★"
    } else {
        ""
    };
    let title = escaped(&touchpoint.title);
    let mut hurt = friction(sheet.friction.as_ref());
    if sheet.friction.is_some() && only_complaints(subject, sheet) {
        hurt.push_str(MARK);
    }
    vec![
        format!(
            "{title}{star} ({})",
            escaped(&touchpoint.address.to_string())
        ),
        if sheet.hot {
            format!("**{hurt}**")
        } else {
            hurt
        },
        complaints(&sheet.counts, sheet.friction.as_ref()),
        owner(subject.charter, touchpoint.owner.as_deref()),
        nps(sheet.nps.as_ref()),
        ces(sheet.ces.as_ref()),
        csat(sheet.csat.as_ref()),
    ]
}

fn value(sheet: &TouchpointSheet) -> f64 {
    sheet.friction.map_or(0.0, |friction| friction.value)
}

/// How many touchpoints are hot, ownerless, beyond the table, or cannot be ranked.
fn rest(subject: Subject<'_>, all: &[(&Touchpoint, &TouchpointSheet)], said: usize) -> String {
    let hot = all.iter().filter(|(_, sheet)| sheet.hot);
    let nobody = hot
        .clone()
        .filter(|(touchpoint, _)| touchpoint.owner.is_none());
    let silent = all.iter().filter(|(_, sheet)| sheet.counts.feedback() == 0);
    let silent = silent.count();
    format!(
        "{} touchpoints: {} hot, {} of them without an owner; {} with too little feedback to say \
         (fewer than {} rows); {silent} with none.\n",
        all.len(),
        hot.count(),
        nobody.count(),
        all.len() - said - silent,
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
