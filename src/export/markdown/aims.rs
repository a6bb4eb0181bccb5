//! Targets and benchmarks: how far ahead or behind.

use super::table::{NOTHING, Side, Table};
use crate::board::Measured;
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::number::{brief, fine};
use crate::export::text::markdown as escaped;
use crate::journey::AimMeasure;
use crate::measures::Standing;

/// The section on targets; nothing where none is declared.
pub(super) fn aims(subject: Subject<'_>, depths: &[Depth<'_>]) -> Vec<String> {
    let mut table = Table::new(&[
        ("Of", Side::Left),
        ("Measure", Side::Left),
        ("Is", Side::Right),
        ("Should be", Side::Right),
        ("Gap", Side::Right),
        ("Standing", Side::Left),
        ("Says", Side::Left),
    ]);
    let mut any = false;
    for depth in depths {
        let Some(journey) = subject.journeys.all().get(depth.journey) else {
            continue;
        };
        let title = escaped(&journey.title);
        for measured in depth.journey_standing() {
            any = true;
            table.row(row(&title, &measured, depth));
        }
        for (index, touchpoint) in subject.touchpoints_of(depth.journey) {
            for measured in depth.standing(index) {
                any = true;
                table.row(row(&escaped(&touchpoint.title), &measured, depth));
            }
        }
    }
    if !any {
        return Vec::new();
    }
    vec![
        "## Targets and benchmarks\n".to_owned(),
        table.without_silence().text(),
    ]
}

fn row(name: &str, measured: &Measured<'_>, depth: &Depth<'_>) -> Vec<String> {
    let number = |value: f64| match measured.aim.measure {
        AimMeasure::Ces => fine(value),
        _ => brief(value),
    };
    let standing = match &measured.gap {
        Ok(gap) => match gap.standing {
            Standing::Met => format!("{} met", measured.mark.word()),
            Standing::Missed => format!("**{} missed**", measured.mark.word()),
            Standing::Open => "open: chance could explain it".to_owned(),
        },
        Err(reason) => escaped(&depth.reason(reason)),
    };
    vec![
        name.to_owned(),
        measured.aim.measure.key().to_owned(),
        measured
            .value
            .as_ref()
            .map_or_else(|_| NOTHING.to_owned(), |value| number(*value)),
        number(measured.aim.value),
        measured.gap.as_ref().map_or_else(
            |_| NOTHING.to_owned(),
            |gap| {
                let sign = if gap.value > 0.0 { "+" } else { "" };
                format!("{sign}{}", number(gap.value))
            },
        ),
        standing,
        measured
            .aim
            .source
            .as_deref()
            .map_or_else(|| NOTHING.to_owned(), escaped),
    ]
}
