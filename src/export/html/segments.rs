//! Whom it hurts more than others: segments whose share of complaints differs beyond chance.

use super::escape::text;
use super::said::{percent, range};
use super::table::{Table, figures, words};
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::number::{grouped, odds};
use crate::journey::TouchpointIndex;
use crate::measures::SegmentCell;

/// Up to which false discovery rate a difference counts as found.
const FOUND: f64 = 0.05;
/// How many the table shows.
const MOST: usize = 10;

/// The section; nothing where no feedback names a segment.
pub(super) fn segments(subject: Subject<'_>, depths: &[Depth<'_>]) -> String {
    let mut found: Vec<(&str, &str, &SegmentCell)> = Vec::new();
    let (mut tested, mut names) = (0, 0);
    for depth in depths {
        names += depth.grid.segments.len();
        tested += depth.grid.cells.len();
        for cell in depth.grid.cells.iter().filter(|cell| cell.q <= FOUND) {
            let place = depth.grid.touchpoints.start + cell.touchpoint;
            let index = TouchpointIndex::new(place);
            if !subject.board.shows(subject.journeys, index) {
                continue;
            }
            let title = &subject.journeys.touchpoint(index).title;
            let name = depth.grid.segments.get(cell.segment);
            found.extend(name.map(|name| (title.as_str(), name.as_str(), cell)));
        }
    }
    if names == 0 {
        return String::new();
    }
    found.sort_by(|a, b| a.2.q.total_cmp(&b.2.q).then(a.2.p.total_cmp(&b.2.p)));
    let body = if found.is_empty() {
        format!(
            "<p>No segment complains more or less than the others at any touchpoint, as far as the numbers \
             bear it ({} comparisons).</p>\n",
            grouped(tested as u64)
        )
    } else {
        table(&found)
    };
    format!(
        "<section aria-labelledby=\"segments\">\n<h2 id=\"segments\">Segments</h2>\n{body}<p class=\"fine\">Each segment \
         against all others at the same touchpoint, {} comparisons; listed are those of which at most 5 % \
         are to be expected by chance: the false discovery rate, q, over all comparisons of a journey.</p>\n</section>\n",
        grouped(tested as u64)
    )
}

fn table(found: &[(&str, &str, &SegmentCell)]) -> String {
    let mut table = Table::new(
        "Segments that complain more, or less, than the others at a touchpoint",
        &[
            words("Segment"),
            words("Touchpoint"),
            words("Complains"),
            words("Share (95 %)"),
            figures("Others"),
            figures("By chance (q)"),
        ],
    );
    for (title, name, cell) in found.iter().take(MOST) {
        let more = cell.share > cell.others;
        let way = if more {
            "<span class=\"bad\">▲ more</span>"
        } else {
            "<span class=\"good\">▼ less</span>"
        };
        table.row(vec![
            text(name),
            text(title),
            way.to_owned(),
            format!(
                "{} <span class=\"fine\">{} · {} of {}</span>",
                percent(cell.share),
                range(cell.interval),
                grouped(cell.counts.complaints),
                grouped(cell.counts.polar())
            ),
            percent(cell.others),
            odds(cell.q),
        ]);
    }
    table.html()
}
