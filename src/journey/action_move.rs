//! What a team may do with an action: open one, move it from status to status, which sets the day of it,
//! and change its fields. An action that would not make sense afterwards is refused with the reason.

use super::{Action, ActionEdit, ActionField, Day, FieldChange, Status};

/// Why an action stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActionRefusal {
    /// A day is none.
    #[error("`{key}` is a day, not `{value}`: write it as 2026-03-31")]
    BadDay {
        /// The field's key.
        key: &'static str,
        /// What was to stand there.
        value: String,
    },
    /// A status is none.
    #[error("no status `{0}`: planned, fixing, shipped, proven or told")]
    BadStatus(String),
    /// An action has a title.
    #[error("an action needs a title: what is to be done, in a sentence")]
    NoTitle,
    /// A day lies before one it should follow.
    #[error("`{later}`, {day}, would lie before `{earlier}`, {before}: mend one of the two days")]
    Order {
        /// The field that comes later.
        later: &'static str,
        /// Its day.
        day: Day,
        /// The field that comes before.
        earlier: &'static str,
        /// Its day.
        before: Day,
    },
    /// It has not been shipped.
    #[error("an action is shipped before it is {0}: move it to shipped first")]
    NotShipped(&'static str),
    /// Those who are told deserve to hear why it hurt and what was done.
    #[error("nobody can be told yet: say {0} first")]
    ToldNothing(&'static str),
}

impl Action {
    /// The edit that moves it to a status; `today` becomes the day it was shipped or told where there is none
    /// yet.
    ///
    /// Moved back, it loses the days of what has not happened any more: an action that is fixed again was
    /// not shipped. What it says of its cause and of what was done stays.
    pub fn moved(&self, to: Status, today: Day) -> Result<ActionEdit, ActionRefusal> {
        let mut after = self.clone();
        after.status = to;
        if to < Status::Shipped {
            after.shipped = None;
        }
        if to < Status::Told {
            after.told = None;
        }
        match to {
            Status::Shipped => {
                after.shipped.get_or_insert(today);
                after.came_back = None;
            }
            Status::Proven | Status::Told if self.shipped.is_none() => {
                return Err(ActionRefusal::NotShipped(to.word()));
            }
            Status::Planned | Status::Fixing | Status::Proven => {}
            Status::Told => {
                after.told.get_or_insert(today);
            }
        }
        self.towards(&after)
    }

    /// The edit that opens it again because it hurts as before, with the reason: it is planned or being fixed.
    pub fn reopened(&self, reason: &str, status: Status) -> Result<ActionEdit, ActionRefusal> {
        let after = Self {
            status: status.min(Status::Fixing),
            shipped: None,
            told: None,
            due: None,
            came_back: Some(reason.to_owned()),
            ..self.clone()
        };
        self.towards(&after)
    }

    /// The edit that lets a field say something else, or nothing.
    pub fn changed(
        &self,
        field: ActionField,
        value: Option<&str>,
    ) -> Result<ActionEdit, ActionRefusal> {
        let mut after = self.clone();
        let asked = || value.unwrap_or_default().to_owned();
        if !after.put(field, value) {
            return Err(match field {
                ActionField::Status => ActionRefusal::BadStatus(asked()),
                ActionField::Title => ActionRefusal::NoTitle,
                field => ActionRefusal::BadDay {
                    key: field.key(),
                    value: asked(),
                },
            });
        }
        self.towards(&after)
    }

    /// The edit that makes this action another one of the same id, when that one makes sense.
    pub fn towards(&self, after: &Self) -> Result<ActionEdit, ActionRefusal> {
        after.sound()?;
        let fields = ActionField::KEYS.iter().map(|(_, field)| *field);
        let changes = fields.filter_map(|field| {
            let (from, to) = (self.get(field), after.get(field));
            (from != to).then_some(FieldChange { field, from, to })
        });
        Ok(ActionEdit::Change {
            action: self.id.clone(),
            changes: changes.collect(),
        })
    }

    /// Refuses an action that does not make sense.
    pub fn sound(&self) -> Result<(), ActionRefusal> {
        if self.title.trim().is_empty() {
            return Err(ActionRefusal::NoTitle);
        }
        in_order(&[
            ("opened", self.opened),
            ("shipped", self.shipped),
            ("told", self.told),
        ])?;
        in_order(&[("opened", self.opened), ("due", self.due)])?;
        if self.status == Status::Told || self.told.is_some() {
            let lacks = match (&self.root_cause, &self.done) {
                (Some(_), Some(_)) => return Ok(()),
                (None, Some(_)) => "why it hurt (`root-cause`)",
                (Some(_), None) => "what was done (`done`)",
                (None, None) => "why it hurt (`root-cause`) and what was done (`done`)",
            };
            return Err(ActionRefusal::ToldNothing(lacks));
        }
        Ok(())
    }
}

/// Refuses a day that lies before one it should follow.
fn in_order(days: &[(&'static str, Option<Day>)]) -> Result<(), ActionRefusal> {
    let mut last: Option<(&'static str, Day)> = None;
    for (later, day) in days {
        let Some(day) = *day else { continue };
        if let Some((earlier, before)) = last.filter(|(_, before)| day < *before) {
            return Err(ActionRefusal::Order {
                later,
                day,
                earlier,
                before,
            });
        }
        last = Some((later, day));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    fn deck() -> Action {
        Action {
            id: "deck".to_owned(),
            title: "Open the new deck".to_owned(),
            opened: Some(day("2026-01-10")),
            ..Action::default()
        }
    }

    fn after(action: &Action, edit: &ActionEdit) -> Action {
        let mut list = vec![action.clone()];
        edit.apply(&mut list);
        list.remove(0)
    }

    #[test]
    fn a_move_sets_the_day_of_the_status_and_a_move_back_takes_it_away() {
        let (deck, today) = (deck(), day("2026-03-01"));
        let shipped = after(&deck, &deck.moved(Status::Shipped, today).unwrap());
        assert_eq!(shipped.status, Status::Shipped);
        assert_eq!(shipped.shipped, Some(today));
        let later = day("2026-05-01");
        let proven = after(&shipped, &shipped.moved(Status::Proven, later).unwrap());
        assert_eq!(proven.shipped, Some(today), "a day that stands is kept");
        let back = after(&proven, &proven.moved(Status::Fixing, later).unwrap());
        assert_eq!((back.status, back.shipped), (Status::Fixing, None));
        assert_eq!(back.opened, deck.opened);
    }

    #[test]
    fn nobody_is_told_without_a_cause_and_a_deed_or_before_it_was_shipped() {
        let (mut deck, today) = (deck(), day("2026-03-01"));
        let refused = deck.moved(Status::Told, today).unwrap_err();
        assert_eq!(refused, ActionRefusal::NotShipped("told"));
        deck.shipped = Some(today);
        let refused = deck.moved(Status::Told, today).unwrap_err().to_string();
        assert!(
            refused.contains("`root-cause`) and what was done"),
            "{refused}"
        );
        deck.root_cause = Some("One deck for two trains".to_owned());
        let refused = deck.moved(Status::Told, today).unwrap_err().to_string();
        assert!(
            refused.ends_with("say what was done (`done`) first"),
            "{refused}"
        );
        deck.done = Some("A second deck".to_owned());
        let told = after(&deck, &deck.moved(Status::Told, today).unwrap());
        assert_eq!((told.status, told.told), (Status::Told, Some(today)));
    }

    #[test]
    fn days_out_of_order_and_words_that_are_none_are_refused() {
        let deck = deck();
        let refused = deck.moved(Status::Shipped, day("2026-01-09")).unwrap_err();
        assert!(matches!(
            refused,
            ActionRefusal::Order {
                later: "shipped",
                ..
            }
        ));
        for (field, value) in [
            (ActionField::Due, Some("2026-01-01")),
            (ActionField::Due, Some("soon")),
            (ActionField::Status, Some("shiped")),
            (ActionField::Title, Some(" ")),
            (ActionField::Title, None),
        ] {
            assert!(deck.changed(field, value).is_err(), "{field:?} {value:?}");
        }
    }

    #[test]
    fn an_action_that_came_back_is_fixed_again_with_the_reason() {
        let mut deck = deck();
        deck.status = Status::Proven;
        deck.shipped = Some(day("2026-02-01"));
        let edit = deck
            .reopened("worse again since March", Status::Fixing)
            .unwrap();
        let open = after(&deck, &edit);
        assert_eq!((open.status, open.shipped), (Status::Fixing, None));
        assert_eq!(open.came_back.as_deref(), Some("worse again since March"));
        assert_eq!(after(&open, &edit.inverse()), deck);
    }
}
