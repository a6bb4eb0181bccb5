//! The board in linear text: the header, every journey with its numbers, and every touchpoint of it stage
//! by stage, in words alone.

use super::number::{count, many};
use super::table::scores;
use super::{details, header};
use crate::board::Heat;
use crate::journey::{JourneyIndex, TouchpointIndex};
use crate::tui::state::{Row, State};
use crate::tui::table;
use ratatui::text::Line;

/// The text of a line, without blanks at its end.
pub(super) fn text_of(line: &Line<'_>) -> String {
    let spans = line.spans.iter().map(|span| span.content.as_ref());
    spans.collect::<String>().trim_end().to_owned()
}

/// The lines of one touchpoint: what its tabs show.
pub(in crate::tui) fn touchpoint(state: &State) -> Vec<String> {
    details::spoken::lines(state)
}

/// The lines of the whole board.
pub(in crate::tui) fn board(state: &State) -> Vec<String> {
    let charter = &state.workspace.charter;
    let mut lines = vec![
        charter
            .title
            .clone()
            .unwrap_or_else(|| "pothole".to_owned()),
    ];
    lines.extend(
        charter
            .north_star
            .as_ref()
            .map(|star| star.statement.clone()),
    );
    lines.extend(header::spoken(state));
    for row in state.rows() {
        lines.push(String::new());
        match row {
            Row::Journey(journey) => write_journey(state, journey, &mut lines),
            Row::Broken(place) => {
                let broken = state.workspace.journeys.broken().get(place);
                let said =
                    broken.map(|one| format!("{} could not be read: {}", one.file, one.reason));
                lines.extend(said);
            }
        }
    }
    if state.rows().is_empty() {
        lines.push("no journey yet: put a YAML file beside pothole.yaml".to_owned());
    }
    lines
}

fn write_journey(state: &State, journey: JourneyIndex, lines: &mut Vec<String>) {
    let of = &state.workspace.journeys.all()[journey];
    let sheet = &state.board.journeys[journey];
    let roster = &state.workspace.charter.roster;
    lines.push(format!("Journey {}: {}", of.id, of.title));
    let mut parts = Vec::new();
    parts.extend(
        of.persona
            .as_ref()
            .map(|persona| format!("persona {persona}")),
    );
    let owner = of.owner.as_deref().map_or("nobody", |id| roster.title(id));
    parts.push(format!("owner {owner}"));
    lines.push(format!("  {}", parts.join("; ")));
    let heat = table::heat(state, journey);
    let friction = sheet.friction.map_or_else(
        || format!("friction not known, {}", heat.word()),
        |friction| format!("friction {:.0}, {}", friction.value, heat.word()),
    );
    let mut parts = vec![friction];
    parts.push(format!(
        "pain {}",
        count(table::pain(state, journey).round() as u64)
    ));
    let [nps, ces] = scores(sheet, true, state.theme.glyph("±", "+/-"));
    parts.extend(nps.map(|nps| format!("NPS {nps}")));
    parts.extend(ces.map(|ces| format!("CES {ces}")));
    parts.push(format!(
        "{} hot, {} of them nobody's",
        sheet.hot, sheet.hot_unowned
    ));
    lines.push(format!("  {}", parts.join("; ")));
    for stage in &of.stages {
        lines.push(format!("  Stage {}", stage.title));
        for place in stage.touchpoints.clone() {
            lines.push(format!("    {}", card(state, TouchpointIndex::new(place))));
        }
    }
}

/// A card of the map in one line.
fn card(state: &State, index: TouchpointIndex) -> String {
    let journeys = &state.workspace.journeys;
    let touchpoint = journeys.touchpoint(index);
    let sheet = state.board.touchpoint(index);
    let heat = Heat::of(sheet, &state.workspace.charter.thresholds);
    let friction = match sheet.friction {
        Some(friction) => format!("friction {:.0}, {}", friction.value, heat.word()),
        None if sheet.counts.feedback() == 0 => "silent".to_owned(),
        None => format!("too few, {}", many(sheet.counts.polar(), "row", "rows")),
    };
    let owner = touchpoint.owner.as_deref();
    let owner = owner.map_or("nobody", |id| state.workspace.charter.roster.title(id));
    let mut parts = vec![friction, format!("owner {owner}")];
    parts.extend(
        touchpoint
            .channel
            .as_ref()
            .map(|channel| format!("channel {channel}")),
    );
    if touchpoint.moment_of_truth {
        parts.push("moment of truth".to_owned());
    }
    parts.extend(
        sheet
            .mood
            .as_ref()
            .map(|mood| format!("mood {:+.1}", mood.value)),
    );
    let steps = journeys.leaving(index).into_iter().map(|(to, step)| {
        let share = step.share.map(|share| format!("{:.0} % ", 100.0 * share));
        format!(
            "{}{}",
            share.unwrap_or_default(),
            journeys.touchpoint(to).title
        )
    });
    let steps: Vec<String> = steps.collect();
    if !steps.is_empty() {
        parts.push(format!("then {}", steps.join(", ")));
    }
    format!(
        "{} ({}): {}",
        touchpoint.title,
        touchpoint.address,
        parts.join("; ")
    )
}
