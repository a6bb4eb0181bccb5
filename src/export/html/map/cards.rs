//! The cards of a map, each on its heat's colour with the word for it, and the names of the stages.

use super::ground::{CARD, Ground};
use super::words::{cut, lines};
use crate::board::{Heat, Layout, TouchpointSheet};
use crate::export::Subject;
use crate::export::html::escape::text;
use crate::export::html::figure::at;
use crate::export::html::said::{class, one};
use crate::export::number::grouped;
use crate::journey::{Journey, Touchpoint};

/// The space left of a card's words.
const PAD: f64 = 9.0;

/// The names of the stages over their columns.
pub(super) fn stages(journey: &Journey, ground: &Ground) -> String {
    let stage = |(column, stage): (usize, &crate::journey::Stage)| {
        let x = ground.column(column);
        let name = cut(&stage.title, ground.stretch(column) - 14.0, 12.5);
        format!(
            "<text class=\"stage\" x=\"{}\" y=\"16\">{}</text><path class=\"rule\" d=\"M{} 24H{}\"/>\n",
            at(x),
            text(&name),
            at(x),
            at(x + CARD.0),
        )
    };
    journey.stages.iter().enumerate().map(stage).collect()
}

/// Every touchpoint's card.
pub(super) fn cards(subject: Subject<'_>, layout: &Layout, ground: &Ground) -> String {
    let mut cards = String::new();
    for (column, touchpoints) in layout.columns().iter().enumerate() {
        for (row, index) in touchpoints.iter().enumerate() {
            let touchpoint = subject.journeys.touchpoint(*index);
            let sheet = subject.board.touchpoint(*index);
            let place = (ground.column(column), ground.row(row));
            cards.push_str(&card(subject, touchpoint, sheet, place));
        }
    }
    format!("<g class=\"cards\">\n{cards}</g>\n")
}

fn card(
    subject: Subject<'_>,
    touchpoint: &Touchpoint,
    sheet: &TouchpointSheet,
    (x, y): (f64, f64),
) -> String {
    let heat = Heat::of(sheet, &subject.charter.thresholds);
    let number = sheet
        .friction
        .as_ref()
        .map(|friction| format!("{} · ", one(friction.value)));
    let number = number.unwrap_or_default();
    let owner = touchpoint
        .owner
        .as_deref()
        .map(|id| subject.charter.roster.title(id));
    let (left, room) = (at(x + PAD), CARD.0 - 2.0 * PAD);
    let title = name(&touchpoint.title, (x + PAD, y), room);
    let star = if touchpoint.moment_of_truth {
        format!(
            "<text class=\"star\" x=\"{}\" y=\"{}\">★</text>",
            at(x + CARD.0 - PAD),
            at(y + 56.0)
        )
    } else {
        String::new()
    };
    let whose = owner.map_or_else(
        || "<tspan class=\"nobody\">nobody owns it</tspan>".to_owned(),
        |owner| text(&cut(owner, room, 11.0)),
    );
    format!(
        "<g class=\"card {}\"><title>{}: {}{}, n {}; owner: {}</title>\
         <rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"7\"/>\
         <text class=\"name\">{}</text><text class=\"heat\" x=\"{left}\" y=\"{}\">{number}{}</text>{star}\
         <text class=\"owner\" x=\"{left}\" y=\"{}\">{whose}</text></g>\n",
        class(heat),
        text(&touchpoint.title),
        if sheet.friction.is_some() {
            "friction "
        } else {
            ""
        },
        format_args!("{}{}", number, heat.word()),
        grouped(sheet.counts.polar()),
        text(owner.unwrap_or("nobody")),
        at(x),
        at(y),
        at(CARD.0),
        at(CARD.1),
        title,
        at(y + 56.0),
        heat.word(),
        at(y + 72.0),
    )
}

/// The title in up to two lines.
fn name(title: &str, (left, top): (f64, f64), room: f64) -> String {
    let line = |(line, words): (usize, &String)| {
        let y = at(top + 19.0 + 15.0 * line as f64);
        format!(
            "<tspan x=\"{}\" y=\"{y}\">{}</tspan>",
            at(left),
            text(words)
        )
    };
    let lines = lines(title, (room, 12.0), 2);
    let lines: Vec<String> = lines.iter().enumerate().map(line).collect();
    lines.concat()
}
