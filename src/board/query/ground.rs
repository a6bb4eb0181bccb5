//! What a query is asked of: touchpoints with their names, rules and numbers.

use super::field::Is;
use super::{Field, Test, trend};
use crate::board::lens::Ground as Through;
use crate::board::{Board, TouchpointSheet};
use crate::feedback::{Condition, Evidence, Overlay, Rule};
use crate::journey::{Charter, Journey, Journeys, Roster, Touchpoint, TouchpointIndex};

/// What a query is asked of.
pub struct Ground<'a> {
    /// Every journey.
    pub journeys: &'a Journeys,
    /// Who can own.
    pub roster: &'a Roster,
    /// The numbers under the lens.
    pub board: &'a Board,
    /// The feedback.
    pub overlay: &'a Overlay,
    /// What makes a row belong to a touchpoint, in the workspace's order.
    pub rules: &'a [Rule],
    pub(super) lens: Through,
}

impl<'a> Ground<'a> {
    /// A board with what it was made from.
    pub fn new(
        journeys: &'a Journeys,
        charter: &'a Charter,
        board: &'a Board,
        overlay: &'a Overlay,
        rules: &'a [Rule],
    ) -> Self {
        Self {
            journeys,
            roster: &charter.roster,
            board,
            overlay,
            rules,
            lens: board.lens.ground(&overlay.tally),
        }
    }

    /// Whether a term's test holds of a touchpoint.
    pub(super) fn holds(&self, test: &Test, index: TouchpointIndex) -> bool {
        let touchpoint = self.journeys.touchpoint(index);
        match test {
            Test::Text(word) => self.touchpoint_text(touchpoint).contains(word.as_str()),
            Test::Named(field, values) => self.named(*field, values, index, touchpoint),
            Test::Number(field, wanted) => {
                let number = number(*field, self.board.touchpoint(index));
                wanted.iter().any(|bounds| match (bounds, number) {
                    (Some(bounds), Some(number)) => bounds.hold(number),
                    (None, None) => true,
                    _ => false,
                })
            }
            Test::Trend(wanted) => {
                trend::course(self, index).is_some_and(|course| wanted.contains(&course))
            }
            Test::Is(wanted) => wanted.iter().any(|is| self.is(*is, index, touchpoint)),
        }
    }

    fn is(&self, is: Is, index: TouchpointIndex, touchpoint: &Touchpoint) -> bool {
        let sheet = self.board.touchpoint(index);
        match is {
            Is::Hot => sheet.hot,
            Is::Owned => touchpoint.owner.is_some(),
            Is::Silent => sheet.counts.feedback() == 0,
            Is::Thin => sheet.is_thin(),
            Is::Truth => touchpoint.moment_of_truth,
        }
    }

    fn named(
        &self,
        field: Field,
        values: &[String],
        index: TouchpointIndex,
        touchpoint: &Touchpoint,
    ) -> bool {
        let journey = self.journeys.all().get(touchpoint.journey);
        let names: Vec<&str> = match field {
            Field::Owner => {
                let owner = touchpoint.owner.as_deref();
                let title = owner.map(|owner| self.roster.title(owner));
                owner.into_iter().chain(title).collect()
            }
            Field::Channel => touchpoint.channel.as_deref().into_iter().collect(),
            Field::Stage => {
                let stage = journey.and_then(|journey| journey.stages.get(touchpoint.stage));
                let names = stage.map(|stage| [stage.id.as_str(), &stage.title]);
                names.into_iter().flatten().collect()
            }
            Field::Journey => {
                let names = journey.map(|journey| [journey.id.as_str(), &journey.title]);
                names.into_iter().flatten().collect()
            }
            Field::Persona => {
                let persona = journey.and_then(|journey| journey.persona.as_deref());
                persona.into_iter().collect()
            }
            Field::Touchpoint => vec![&touchpoint.address.touchpoint],
            Field::Tag => self.tags(index),
            Field::Source | Field::Segment => self.spoke(field, index),
            Field::Action => touchpoint.actions.iter().map(|a| a.status.word()).collect(),
            _ => Vec::new(),
        };
        let mut names_found = values.iter().map(|value| match value.as_str() {
            "none" | "nobody" => names.iter().all(|name| name.is_empty()),
            value => names.iter().any(|name| name.to_lowercase().contains(value)),
        });
        // Feedback without a segment is said of beside that with one.
        let unsegmented = field == Field::Segment && names.contains(&"");
        names_found.any(|found| found) || unsegmented && values.iter().any(|v| v == "none")
    }

    /// The sources or segments that said something about a touchpoint.
    fn spoke(&self, field: Field, index: TouchpointIndex) -> Vec<&str> {
        let tally = &self.overlay.tally;
        let all = if field == Field::Source {
            &tally.sources
        } else {
            &tally.segments
        };
        let mut heard = vec![false; all.len()];
        for entry in self.lens.of(tally, index) {
            let place = if field == Field::Source {
                entry.source
            } else {
                entry.segment
            };
            if let Some(heard) = heard.get_mut(usize::from(place)) {
                *heard = true;
            }
        }
        let spoke = all.iter().zip(heard).filter(|(_, heard)| *heard);
        spoke.map(|(name, _)| name.as_str()).collect()
    }

    /// The tags that a touchpoint's rules look for.
    fn tags(&self, index: TouchpointIndex) -> Vec<&str> {
        let from = self.rules.partition_point(|rule| rule.touchpoint < index);
        let rules = self.rules.get(from..).unwrap_or_default().iter();
        let mut tags = Vec::new();
        for rule in rules.take_while(|rule| rule.touchpoint == index) {
            if let Evidence::When(condition) = &rule.evidence {
                gather(condition, &mut tags);
            }
        }
        tags
    }

    /// Every tag that any rule looks for, once each, in order.
    pub fn all_tags(&self) -> Vec<&str> {
        let mut tags = Vec::new();
        for rule in self.rules {
            if let Evidence::When(condition) = &rule.evidence {
                gather(condition, &mut tags);
            }
        }
        tags.sort_unstable();
        tags.dedup();
        tags
    }

    fn touchpoint_text(&self, touchpoint: &Touchpoint) -> String {
        let owner = touchpoint.owner.as_deref();
        let parts = [
            touchpoint.title.as_str(),
            &touchpoint.address.touchpoint,
            touchpoint.channel.as_deref().unwrap_or_default(),
            owner.unwrap_or("nobody"),
            owner.map_or("", |owner| self.roster.title(owner)),
        ];
        parts.join("\n").to_lowercase()
    }

    /// What a word is looked for in, of a journey.
    pub(super) fn journey_text(&self, journey: &Journey) -> String {
        let owner = journey.owner.as_deref();
        let parts = [
            journey.title.as_str(),
            &journey.id,
            journey.persona.as_deref().unwrap_or_default(),
            owner.unwrap_or("nobody"),
            owner.map_or("", |owner| self.roster.title(owner)),
        ];
        parts.join("\n").to_lowercase()
    }
}

fn gather<'c>(condition: &'c Condition, tags: &mut Vec<&'c str>) {
    match condition {
        Condition::Tags(list) => tags.extend(list.iter().map(String::as_str)),
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                gather(part, tags);
            }
        }
        Condition::Where { .. }
        | Condition::Text(_)
        | Condition::Matches(_)
        | Condition::None(_) => {}
    }
}

fn number(field: Field, sheet: &TouchpointSheet) -> Option<f64> {
    match field {
        Field::Friction => sheet.friction.map(|friction| friction.value),
        Field::Share => {
            let of = sheet.counts.polar();
            (of > 0).then(|| 100.0 * sheet.counts.complaints as f64 / of as f64)
        }
        Field::Pain => sheet.pain.as_ref().ok().map(|pain| pain.severity),
        Field::Complaints => Some(sheet.counts.complaints as f64),
        Field::Rows => Some(sheet.counts.feedback() as f64),
        Field::Nps => sheet.nps.as_ref().map(|nps| nps.score),
        Field::Ces => sheet.ces.as_ref().map(|ces| ces.mean),
        Field::Csat => sheet.csat.as_ref().map(|csat| csat.share),
        _ => None,
    }
}
