//! One touchpoint in a few lines, to paste into a ticket or a chat.

use super::measure::{ces, complaints, csat, friction, nps, owner, pain};
use crate::export::Subject;
use crate::export::text::markdown as escaped;
use crate::feedback::Verbatim;
use crate::journey::TouchpointIndex;

/// How many customers are quoted.
const QUOTES: usize = 3;

/// The touchpoint's name, owner and numbers with what they rest on, and a few of these verbatims.
pub fn markdown_brief(subject: Subject<'_>, index: TouchpointIndex, said: &[Verbatim]) -> String {
    let touchpoint = subject.journeys.touchpoint(index);
    let sheet = subject.board.touchpoint(index);
    let journey = subject.journeys.all().get(touchpoint.journey);
    let journey = journey.map_or("", |journey| journey.title.as_str());
    let mut lines = vec![
        format!("**{}** ({})", escaped(&touchpoint.title), escaped(journey)),
        String::new(),
        format!(
            "- `{}`, owner: {}",
            touchpoint.address,
            owner(subject.charter, touchpoint.owner.as_deref())
        ),
        format!(
            "- friction {}, pain {}, complaints {}",
            friction(sheet.friction.as_ref()),
            pain(sheet),
            complaints(&sheet.counts, sheet.friction.is_some())
        ),
    ];
    let scores = [
        ("NPS", sheet.nps.as_ref().map(|score| nps(Some(score)))),
        ("CES", sheet.ces.as_ref().map(|score| ces(Some(score)))),
        ("CSAT", sheet.csat.as_ref().map(|score| csat(Some(score)))),
    ];
    for (name, score) in scores {
        lines.extend(score.map(|score| format!("- {name} {score}")));
    }
    let since = subject.board.lens.since.map(|day| format!(" since {day}"));
    let until = subject.board.lens.until.map(|day| format!(" until {day}"));
    if since.is_some() || until.is_some() {
        let (since, until) = (since.unwrap_or_default(), until.unwrap_or_default());
        lines.push(format!("- counted{since}{until}"));
    }
    for verbatim in said.iter().take(QUOTES) {
        let day = verbatim.day.map(|day| format!(" ({day})"));
        let words = escaped(&verbatim.text.replace('\n', " "));
        lines.extend([
            String::new(),
            format!("> {words}{}", day.unwrap_or_default()),
        ]);
    }
    lines.push(String::new());
    lines.join("\n")
}
