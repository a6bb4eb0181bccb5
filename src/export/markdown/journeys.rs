//! Every journey in a line, and the steps of the journeys that were asked for.

use super::curves::curves;
use super::measure::{ces, complaints, contact_rate, csat, friction, nps, owner};
use super::table::{Side, Table};
use super::touchpoints;
use crate::board::JourneySheet;
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::text::markdown as escaped;
use crate::journey::Journey;

/// The section on the journeys.
pub(super) fn journeys(subject: Subject<'_>, depths: &[Depth<'_>]) -> Vec<String> {
    let mut table = Table::new(&[
        ("Journey", Side::Left),
        ("Friction", Side::Right),
        ("Complaints (95 % interval)", Side::Left),
        ("Of 1,000 who start", Side::Left),
        ("Owner", Side::Left),
        ("Hot", Side::Right),
        ("Hot, no owner", Side::Right),
        ("NPS", Side::Left),
        ("CES", Side::Left),
        ("CSAT", Side::Left),
    ]);
    for ((place, journey), depth) in subject.journeys().zip(depths) {
        table.row(row(subject, journey, &subject.board.journeys[place], depth));
    }
    vec!["## Journeys\n".to_owned(), table.without_silence().text()]
}

/// A section a journey: its touchpoints as customers meet them.
pub(super) fn steps(subject: Subject<'_>, depths: &[Depth<'_>]) -> Vec<String> {
    let mut blocks = Vec::new();
    for depth in depths {
        let Some(journey) = subject.journeys.all().get(depth.journey) else {
            continue;
        };
        blocks.push(format!("## {}, step by step\n", escaped(&journey.title)));
        let mut table = touchpoints::table();
        for (index, _) in subject.touchpoints_of(depth.journey) {
            table.row(touchpoints::row(subject, depth, index));
        }
        blocks.push(table.without_silence().text());
        blocks.extend(curves(subject, depth));
    }
    blocks
}

fn row(
    subject: Subject<'_>,
    journey: &Journey,
    sheet: &JourneySheet,
    depth: &Depth<'_>,
) -> Vec<String> {
    let persona = journey
        .persona
        .as_deref()
        .map(|persona| format!(" ({})", escaped(persona)));
    vec![
        format!("{}{}", escaped(&journey.title), persona.unwrap_or_default()),
        friction(sheet.friction.as_ref()),
        complaints(&sheet.counts, sheet.friction.is_some()),
        contact_rate(depth.whole.as_ref().ok()),
        owner(subject.charter, journey.owner.as_deref()),
        sheet.hot.to_string(),
        sheet.hot_unowned.to_string(),
        nps(sheet.nps.as_ref()),
        ces(sheet.ces.as_ref()),
        csat(sheet.csat.as_ref()),
    ]
}
