//! A journey's map as a drawing in the page: cards in the columns of their stages, steps between them, and
//! the emotion curve below.

mod cards;
mod curve;
mod ground;
mod steps;
mod words;

use super::escape::{anchor, text};
use super::figure::at;
use super::said::{many, one};
use crate::board::{Heat, Layout};
use crate::export::Subject;
use crate::journey::{Journey, JourneyIndex};
use ground::Ground;

/// The map of one journey; nothing for one without touchpoints.
pub(super) fn map(subject: Subject<'_>, place: JourneyIndex, journey: &Journey) -> String {
    let layout = Layout::new(subject.journeys, place);
    if journey.touchpoints.is_empty() || layout.columns().is_empty() {
        return String::new();
    }
    let ground = Ground::of(&layout);
    let (title, desc) = (anchor("map", &journey.id), anchor("map-says", &journey.id));
    let (wide, high) = (ground.width(), ground.height() + curve::HIGH);
    format!(
        "<div class=\"map\" role=\"region\" aria-label=\"Map of {name}, scrolls sideways\" tabindex=\"0\">\n\
         <svg width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\" role=\"img\" style=\"--w:{wide}px\" \
         aria-labelledby=\"{title} {desc}\"><title id=\"{title}\">Map of {name}</title>\
         <desc id=\"{desc}\">{says}</desc>\n{stages}{steps}{cards}{curve}</svg>\n</div>\n",
        name = text(&journey.title),
        wide = at(wide),
        high = at(high),
        says = text(&says(subject, journey)),
        stages = cards::stages(journey, &ground),
        steps = steps::steps(&layout, &ground),
        cards = cards::cards(subject, &layout, &ground),
        curve = curve::curve(subject, &layout, &ground),
    )
}

/// The map in words, for those who hear the page.
fn says(subject: Subject<'_>, journey: &Journey) -> String {
    let mut parts = vec![format!(
        "{}, {}.",
        many(journey.stages.len(), "stage", "stages"),
        many(journey.touchpoints.len(), "touchpoint", "touchpoints")
    )];
    for stage in &journey.stages {
        let names = stage.touchpoints.clone().filter_map(|place| {
            let index = crate::journey::TouchpointIndex::new(place);
            let sheet = subject.board.touchpoints.get(place)?;
            let heat = Heat::of(sheet, &subject.charter.thresholds);
            let number = sheet
                .friction
                .as_ref()
                .map(|friction| format!(" {}", one(friction.value)));
            let title = &subject.journeys.touchpoint(index).title;
            Some(format!(
                "{title} ({}{})",
                heat.word(),
                number.unwrap_or_default()
            ))
        });
        parts.push(format!(
            "{}: {}.",
            stage.title,
            names.collect::<Vec<_>>().join(", ")
        ));
    }
    parts.push("The table of all touchpoints says the same with intervals.".to_owned());
    parts.join(" ")
}
