//! An action as a card of the board: the column it stands in, how late it is, and whether it holds.

use super::{Board, Fix, Lens, Relapse};
use crate::feedback::{Day, Overlay};
use crate::journey::{Action, Charter, Journeys, Status, TouchpointIndex};
use crate::measures::Verdict;

/// One action, as it stands under the board's lens and on the board's day.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its touchpoint.
    pub touchpoint: TouchpointIndex,
    /// The action, as a place in the touchpoint's list.
    pub action: usize,
    /// Where it stands: its status; but `fixing` when it came back.
    pub column: Status,
    /// How many days it is overdue; `None` when it is not, has no day, or the board knows no day.
    pub overdue: Option<u32>,
    /// What became of it, once it was shipped.
    pub fix: Option<Fix>,
}

impl Card {
    /// The action itself.
    pub fn of<'a>(&self, journeys: &'a Journeys) -> Option<&'a Action> {
        let touchpoint = journeys.touchpoint(self.touchpoint);
        touchpoint.actions.get(self.action)
    }

    /// Why it stands open again although it was shipped.
    pub fn came_back(&self) -> Option<&Relapse> {
        self.fix.as_ref()?.relapse.as_ref()
    }

    /// Whether it was shipped and nobody has said that the numbers prove it.
    pub fn is_unproven(&self) -> bool {
        self.column == Status::Shipped
    }

    /// What the numbers say of it, in a few words; `None` before it was shipped.
    pub fn proof(&self) -> Option<String> {
        let fix = self.fix.as_ref()?;
        if let Some(relapse) = &fix.relapse {
            return Some(format!("came back: {}", relapse.reason()));
        }
        let words = fix.verdict().words();
        Some(match (&fix.comparison, &fix.weeks_to_show) {
            (Err(reason), _) => format!("{words}: {}", reason.sentence()),
            (Ok(found), _) if found.verdict != Verdict::NotShownYet => match &found.ratio {
                Ok(ratio) => format!(
                    "{words}: {:.2} times the complaints ({:.2} to {:.2})",
                    ratio.value, ratio.interval.low, ratio.interval.high
                ),
                Err(_) => words.to_owned(),
            },
            (Ok(_), Ok(0)) => format!("{words}; a halving would have shown by now"),
            (Ok(_), Ok(weeks)) => format!("{words}; a halving would show in {weeks} more weeks"),
            (Ok(_), Err(_)) => words.to_owned(),
        })
    }
}

impl Board {
    /// Every action of the touchpoints that lens and query let through, in the workspace's order.
    pub fn cards(&self, journeys: &Journeys, overlay: &Overlay) -> Vec<Card> {
        let mut cards = Vec::new();
        for (at, journey) in journeys.all().iter().enumerate() {
            let places = journey.touchpoints.clone().map(TouchpointIndex::new);
            let busy = |index: &TouchpointIndex| {
                let idle = journeys.touchpoint(*index).actions.is_empty();
                !idle && self.shows(journeys, *index)
            };
            if !places.clone().any(|index| busy(&index)) {
                continue;
            }
            let passed = self.passed(journeys, overlay, at);
            for (index, passed) in places.zip(passed).filter(|(index, _)| busy(index)) {
                let fixes = self.fixes_against(journeys, overlay, index, passed.ok().as_ref());
                cards.extend(self.cards_of(journeys, index, &fixes));
            }
        }
        cards
    }

    /// One action as it stands by all feedback there is, whatever the lens: what is written into its file is
    /// written for everybody. The action is a place in the touchpoint's list.
    pub fn card_by_all(
        journeys: &Journeys,
        charter: &Charter,
        overlay: &Overlay,
        (touchpoint, action): (TouchpointIndex, usize),
    ) -> Option<Card> {
        let board = Self::build(journeys, charter, overlay, &Lens::default());
        let fixes = board.fixes(journeys, overlay, touchpoint);
        let mut cards = board.cards_of(journeys, touchpoint, &fixes).into_iter();
        cards.find(|card| card.action == action)
    }

    /// The actions of one touchpoint, with what became of those that were shipped.
    pub fn cards_of(
        &self,
        journeys: &Journeys,
        touchpoint: TouchpointIndex,
        fixes: &[Fix],
    ) -> Vec<Card> {
        let actions = journeys.touchpoint(touchpoint).actions.iter().enumerate();
        let cards = actions.map(|(place, action)| {
            let fix = fixes.iter().find(|fix| fix.action == place).cloned();
            let back = fix.as_ref().is_some_and(|fix| fix.relapse.is_some());
            Card {
                touchpoint,
                action: place,
                column: if back { Status::Fixing } else { action.status },
                overdue: self.today.and_then(|today| overdue(action, today)),
                fix: fix.filter(|_| action.status >= Status::Shipped),
            }
        });
        let honest = |mut card: Card| {
            // A day of shipping under an earlier status is a mistake in the file, and no card that came back.
            if let Some(action) = card.of(journeys).filter(|_| card.fix.is_none()) {
                card.column = action.status;
            }
            card
        };
        cards.map(honest).collect()
    }
}

/// How many days an action is late, before it is shipped.
pub(crate) fn overdue(action: &Action, today: Day) -> Option<u32> {
    let due = action.due.filter(|_| action.status < Status::Shipped)?;
    u32::try_from(today.0 - due.0).ok().filter(|days| *days > 0)
}
