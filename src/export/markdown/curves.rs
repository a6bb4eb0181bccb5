//! The emotion curve of one journey, of all its customers and of each segment.

use super::table::{NOTHING, Side, Table};
use crate::export::Subject;
use crate::export::curve::{Curves, named, point};
use crate::export::depth::Depth;
use crate::export::text::markdown as escaped;

/// The table of the curves; nothing where nothing was scored.
pub(super) fn curves(subject: Subject<'_>, depth: &Depth<'_>) -> Option<String> {
    let curves = Curves::of(subject, depth)?;
    let ends = curves.all.extremes();
    let mut table = Table::new(&[("Emotion curve", Side::Left), ("All", Side::Right)]);
    for one in &curves.segments {
        table.column(escaped(&named(&one.segment)), Side::Right);
    }
    for (place, (_, touchpoint)) in subject.touchpoints_of(depth.journey).enumerate() {
        let star = if touchpoint.moment_of_truth {
            " ★"
        } else {
            ""
        };
        let end = match ends {
            Some((low, high)) if low == high => "",
            Some((low, _)) if low == place => " (lowest)",
            Some((_, high)) if high == place => " (highest)",
            _ => "",
        };
        let lines = curves.segments.iter().map(|one| &one.curve);
        let cells = std::iter::once(&curves.all).chain(lines).map(|curve| {
            let said = point(curve.points[place].as_ref());
            said.unwrap_or_else(|| NOTHING.to_owned())
        });
        let name = format!("{}{star}{end}", escaped(&touchpoint.title));
        table.row(std::iter::once(name).chain(cells).collect());
    }
    Some(table.text())
}
