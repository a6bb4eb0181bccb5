//! Who answers for what: every owner with what is owned and how it stands, and what is nobody's.

use super::escape::text;
use super::said::{many, one, owner};
use super::table::{NOTHING, Table, figures, words};
use crate::export::Subject;
use crate::export::number::grouped;
use crate::journey::TouchpointIndex;
use crate::measures::Counts;

/// What one owner owns.
struct Owned<'a> {
    owner: Option<&'a str>,
    count: usize,
    hot: usize,
    counts: Counts,
    worst: Option<(f64, TouchpointIndex)>,
}

/// Every owner; what is nobody's first, then those with most to do.
fn owned(subject: Subject<'_>) -> Vec<Owned<'_>> {
    let mut all: Vec<Owned<'_>> = Vec::new();
    for (index, touchpoint) in subject.touchpoints() {
        let owner = touchpoint.owner.as_deref();
        let known = all.iter().position(|one| one.owner == owner);
        let place = known.unwrap_or_else(|| {
            all.push(Owned {
                owner,
                count: 0,
                hot: 0,
                counts: Counts::default(),
                worst: None,
            });
            all.len() - 1
        });
        let sheet = subject.board.touchpoint(index);
        let Some(theirs) = all.get_mut(place) else {
            continue;
        };
        theirs.count += 1;
        theirs.hot += usize::from(sheet.hot);
        theirs.counts.merge(&sheet.counts);
        if let Some(friction) = &sheet.friction
            && theirs.worst.is_none_or(|(value, _)| friction.value > value)
        {
            theirs.worst = Some((friction.value, index));
        }
    }
    all.sort_by_key(|one| {
        let most = std::cmp::Reverse((one.hot, one.counts.complaints));
        (one.owner.is_some(), most)
    });
    all
}

/// The section.
pub(super) fn owners(subject: Subject<'_>) -> String {
    let all = owned(subject);
    let mut table = Table::new(
        many(all.len(), "owner", "owners, what is nobody’s first"),
        &[
            words("Owner"),
            figures("Touchpoints"),
            figures("Hot"),
            figures("Complaints"),
            words("Hurts most"),
        ],
    );
    for owned in &all {
        table.row(vec![
            owner(subject.charter, owned.owner),
            grouped(owned.count as u64),
            owned.hot.to_string(),
            format!(
                "{} <span class=\"fine\">of {}</span>",
                grouped(owned.counts.complaints),
                grouped(owned.counts.polar())
            ),
            owned.worst.map_or_else(
                || NOTHING.to_owned(),
                |(value, index)| {
                    let title = &subject.journeys.touchpoint(index).title;
                    format!(
                        "{} <span class=\"fine\">friction {}</span>",
                        text(title),
                        one(value)
                    )
                },
            ),
        ]);
    }
    if table.is_empty() {
        return String::new();
    }
    format!(
        "<section aria-labelledby=\"owners\">\n<h2 id=\"owners\">Owners</h2>\n{}</section>\n",
        table.html()
    )
}
