//! Every journey with its map.

use super::escape::{anchor, text};
use super::map::map;
use super::said::{heat, many, one, owner, percent, range};
use crate::board::{Heat, JourneySheet};
use crate::export::Subject;
use crate::export::number::{brief, grouped};
use crate::journey::Journey;

/// The section.
pub(super) fn journeys(subject: Subject<'_>) -> String {
    let all: Vec<String> = (subject.journeys())
        .map(|(place, journey)| {
            let sheet = subject.board.journeys.get(place);
            let says = sheet
                .map(|sheet| says(subject, journey, sheet))
                .unwrap_or_default();
            format!(
                "<article class=\"journey\">\n<h3 id=\"{}\">{}</h3>\n{says}{}</article>\n",
                anchor("journey", &journey.id),
                text(&journey.title),
                map(subject, place, journey)
            )
        })
        .collect();
    if all.is_empty() {
        return "<section aria-labelledby=\"journeys\">\n<h2 id=\"journeys\">Journeys</h2>\n<p>No journey is \
                drawn yet.</p>\n</section>\n"
            .to_owned();
    }
    format!(
        "<section aria-labelledby=\"journeys\">\n<h2 id=\"journeys\">Journeys</h2>\n<p class=\"key\">Each card says its \
         heat and friction, 0 to 100: {}. Dashed lines lead back.</p>\n{}</section>\n",
        [
            Heat::Calm,
            Heat::Warm,
            Heat::Hot,
            Heat::Burning,
            Heat::Thin,
            Heat::Silent
        ]
        .map(heat)
        .join(" "),
        all.concat()
    )
}

/// Who walks it, who answers for it, and how it stands.
fn says(subject: Subject<'_>, journey: &Journey, sheet: &JourneySheet) -> String {
    let mut parts = Vec::new();
    if let Some(persona) = &journey.persona {
        parts.push(format!("<em>{}</em>", text(persona)));
    }
    parts.push(format!(
        "Owner: {}",
        owner(subject.charter, journey.owner.as_deref())
    ));
    if let Some(friction) = &sheet.friction {
        parts.push(format!(
            "friction <b>{}</b>: {} complain ({}, n {})",
            one(friction.value),
            percent(friction.share),
            range(friction.interval),
            grouped(friction.of)
        ));
    }
    if sheet.hot > 0 {
        let unowned = match sheet.hot_unowned {
            0 => String::new(),
            some => format!(", {some} of them nobody’s"),
        };
        parts.push(format!(
            "{} hot{unowned}",
            many(sheet.hot, "touchpoint", "touchpoints")
        ));
    }
    if let Some(nps) = &sheet.nps {
        parts.push(format!(
            "NPS {} ± {} (n {})",
            one(nps.score),
            brief(nps.margin),
            grouped(nps.of())
        ));
    }
    if let Some(csat) = &sheet.csat {
        parts.push(format!(
            "CSAT {} ({}, n {})",
            percent(csat.share),
            range(csat.interval),
            grouped(csat.of)
        ));
    }
    format!(
        "<p class=\"says\">{}</p>\n",
        parts.join(" <span class=\"dot\" aria-hidden=\"true\">·</span> ")
    )
}
