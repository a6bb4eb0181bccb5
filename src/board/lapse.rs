//! What is not as it was promised: a promise overdue, a hot touchpoint that nobody owns, a fix that nobody has
//! proven or that came back, a day that has not come yet, friction over its budget.

use super::{Board, Card};
use crate::feedback::{Day, Overlay};
use crate::journey::{ActionField, Journeys, TouchpointIndex};

/// What a team allows itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limits {
    /// No touchpoint may have more friction than this; 0 to 100.
    pub max_friction: Option<f64>,
    /// Every hot touchpoint has an owner.
    pub require_owner: bool,
    /// No promise may be overdue by more days than this.
    pub max_overdue: Option<u32>,
}

/// One thing that is not as it should be.
#[derive(Clone, Debug, PartialEq)]
pub struct Lapse {
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// The action it is about, by its id.
    pub action: Option<String>,
    /// The field of the action it is about.
    pub field: Option<ActionField>,
    /// A stable name: `overdue`, `hot-unowned`, `unproven`, `came-back`, `day-ahead`, `over-budget`.
    pub code: &'static str,
    /// Whether it goes beyond what the team allows itself.
    pub beyond: bool,
    /// What is not as it should be, in a sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Lapse {
    /// Every code there is, with what it means.
    pub const CODES: [(&'static str, &'static str); 6] = [
        ("overdue", "A promise is overdue."),
        ("hot-unowned", "A hot touchpoint has no owner."),
        ("unproven", "A fix was shipped, and nobody has proven it."),
        ("came-back", "A fix was shipped, and it hurts as before."),
        (
            "day-ahead",
            "An action was opened, shipped or told on a day that has not come yet.",
        ),
        ("over-budget", "Friction is over the budget given."),
    ];
}

impl Board {
    /// Everything that is not as it was promised at the touchpoints the lens shows, in the workspace's order.
    pub fn lapses(&self, journeys: &Journeys, overlay: &Overlay, limits: &Limits) -> Vec<Lapse> {
        let mut lapses = Vec::new();
        for (index, touchpoint) in journeys.touchpoints() {
            if self.lens.shows(journeys, touchpoint.journey) {
                lapses.extend(self.over_budget(index, limits));
                lapses.extend(self.unowned(journeys, index, limits));
            }
        }
        for card in self.cards(journeys, overlay) {
            lapses.extend(self.of_card(journeys, &card, limits));
        }
        lapses.sort_by_key(|lapse| lapse.touchpoint);
        lapses
    }

    fn over_budget(&self, touchpoint: TouchpointIndex, limits: &Limits) -> Option<Lapse> {
        let (friction, budget) = (self.touchpoint(touchpoint).friction?, limits.max_friction?);
        (friction.value > budget).then(|| Lapse {
            touchpoint,
            action: None,
            field: None,
            code: "over-budget",
            beyond: true,
            message: format!(
                "friction is {:.1}, over the budget of {budget} ({} rows)",
                friction.value,
                self.touchpoint(touchpoint).counts.polar()
            ),
            help: "open an action for it, or raise --max-friction with a reason".to_owned(),
        })
    }

    fn unowned(
        &self,
        journeys: &Journeys,
        touchpoint: TouchpointIndex,
        limits: &Limits,
    ) -> Option<Lapse> {
        let sheet = self.touchpoint(touchpoint);
        let place = journeys.touchpoint(touchpoint);
        let friction = sheet
            .friction
            .filter(|_| sheet.hot && place.owner.is_none())?;
        Some(Lapse {
            touchpoint,
            action: None,
            field: None,
            code: "hot-unowned",
            beyond: limits.require_owner,
            message: format!("hot, friction {:.1}, and nobody owns it", friction.value),
            help: format!("put an owner on it: pothole assign {} OWNER", place.address),
        })
    }

    fn of_card(&self, journeys: &Journeys, card: &Card, limits: &Limits) -> Vec<Lapse> {
        let Some(action) = card.of(journeys) else {
            return Vec::new();
        };
        let id = &action.id;
        let lapse = |code, field, message: String, help: String| Lapse {
            touchpoint: card.touchpoint,
            action: Some(id.clone()),
            field,
            code,
            beyond: false,
            message: format!("action {id}: {message}"),
            help,
        };
        let mut lapses = Vec::new();
        if let (Some(days), Some(due)) = (card.overdue, action.due) {
            let message = format!("{} overdue, promised for {due}", many(days, "day"));
            let help = format!("ship it, or promise another day: pothole act set {id} due DATE");
            lapses.push(Lapse {
                beyond: limits.max_overdue.is_some_and(|most| days > most),
                ..lapse("overdue", Some(ActionField::Due), message, help)
            });
        }
        if let Some(relapse) = card.came_back() {
            let message = format!("came back: {}", relapse.reason());
            let help = format!("open it again: pothole act reopen {id}");
            lapses.push(lapse("came-back", Some(ActionField::Status), message, help));
        } else if card.is_unproven() {
            let proof = card
                .proof()
                .unwrap_or_else(|| "no day of shipping".to_owned());
            let better = card
                .fix
                .as_ref()
                .is_some_and(|fix| fix.verdict() == crate::measures::Verdict::Better);
            let help = if better {
                format!("the numbers say that it helped: pothole act move {id} proven")
            } else {
                "wait, or look whether it reached those who complain".to_owned()
            };
            let message = format!("shipped, unproven; {proof}");
            lapses.push(lapse("unproven", Some(ActionField::Status), message, help));
        }
        let days = [
            (ActionField::Opened, action.opened),
            (ActionField::Shipped, action.shipped),
            (ActionField::Told, action.told),
        ];
        let ahead = |(field, day): (ActionField, Option<Day>)| {
            let (day, today) = (day?, self.today?);
            let message = format!("`{}` is {day}, which has not come yet", field.key());
            let help = "write the day it happened; a day to come is a promise, `due`".to_owned();
            (day > today).then(|| Lapse {
                beyond: true,
                ..lapse("day-ahead", Some(field), message, help)
            })
        };
        lapses.extend(days.into_iter().filter_map(ahead));
        lapses
    }
}

fn many(count: u32, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}
