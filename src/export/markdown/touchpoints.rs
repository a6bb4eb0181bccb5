//! The hottest touchpoints of all, and what could not be ranked.

use super::measure::{ces, complaints, csat, friction, nps, owner};
use super::table::{Side, Table};
use crate::board::TouchpointSheet;
use crate::export::Subject;
use crate::export::text::markdown as escaped;
use crate::journey::Touchpoint;

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
    let mut blocks = vec!["## Hottest touchpoints\n".to_owned()];
    if said.is_empty() {
        blocks.push("No touchpoint has enough feedback to say.\n".to_owned());
    } else {
        let mut table = table();
        for (touchpoint, sheet) in said.iter().take(MOST) {
            table.row(row(subject, touchpoint, sheet));
        }
        blocks.push(table.text());
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
    let hurt = friction(sheet.friction.as_ref());
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
    let count = |wanted: &dyn Fn(&Touchpoint, &TouchpointSheet) -> bool| {
        all.iter()
            .filter(|(touchpoint, sheet)| wanted(touchpoint, sheet))
            .count()
    };
    let hot = count(&|_, sheet| sheet.hot);
    let nobody = count(&|touchpoint, sheet| sheet.hot && touchpoint.owner.is_none());
    let silent = count(&|_, sheet| sheet.counts.feedback() == 0);
    let thin = all.len() - said - silent;
    format!(
        "Of {} touchpoints {hot} {are} hot, {nobody} of these with no owner; {thin} have too little \
         feedback to say (fewer than {} rows), {silent} none at all.\n",
        all.len(),
        subject.charter.thresholds.least_rows,
        are = if hot == 1 { "is" } else { "are" },
    )
}
