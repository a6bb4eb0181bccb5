//! How fast a team goes from hot to owned, from owned to shipped, and from shipped to told, as far as the
//! dates of its actions say.

use super::Board;
use crate::feedback::{Day, Overlay};
use crate::journey::{Action, Charter, TouchpointIndex};
use crate::measures::{Counts, friction};

/// Some numbers of days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Days {
    /// The middle one.
    pub median: f64,
    /// The least.
    pub least: i32,
    /// The greatest.
    pub most: i32,
    /// How many there are; at least 1.
    pub of: usize,
}

impl Days {
    /// The numbers in a nutshell, or why there are none.
    pub(super) fn of(mut days: Vec<i32>, why: &'static str) -> Result<Self, &'static str> {
        days.sort_unstable();
        let (Some(least), Some(most)) = (days.first().copied(), days.last().copied()) else {
            return Err(why);
        };
        let half = days.len() / 2;
        let middle = |place: usize| days.get(place).copied().map_or(0.0, f64::from);
        let median = if days.len() % 2 == 1 {
            middle(half)
        } else {
            f64::midpoint(middle(half - 1), middle(half))
        };
        Ok(Self {
            median,
            least,
            most,
            of: days.len(),
        })
    }
}

/// How fast fixes go. What cannot be said says why.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    /// From the day a touchpoint's friction first reached the threshold to the day the first action with an
    /// owner was opened there; 0 where it was open already.
    pub hot_to_owned: Result<Days, &'static str>,
    /// From an action's opening to its shipping.
    pub owned_to_shipped: Result<Days, &'static str>,
    /// From an action's shipping to the day those who complained were told.
    pub shipped_to_told: Result<Days, &'static str>,
}

/// An action with who answers for it and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owned<'a> {
    pub(super) touchpoint: TouchpointIndex,
    pub(super) action: &'a Action,
    pub(super) owner: Option<&'a str>,
}

/// The pace of somebody's actions, at the touchpoints they own.
pub(super) fn pace(
    charter: &Charter,
    overlay: &Overlay,
    touchpoints: &[TouchpointIndex],
    at_them: &[Owned<'_>],
    own: &[Owned<'_>],
) -> Pace {
    let between = |one: fn(&Action) -> Option<Day>, other: fn(&Action) -> Option<Day>| {
        let pairs = own.iter().filter_map(|owned| {
            let (from, to) = (one(owned.action)?, other(owned.action)?);
            (from <= to).then_some(to.0 - from.0)
        });
        pairs.collect::<Vec<i32>>()
    };
    Pace {
        hot_to_owned: hot_to_owned(charter, overlay, touchpoints, at_them),
        owned_to_shipped: Days::of(
            between(|action| action.opened, |action| action.shipped),
            "no action says both when it was opened and when it was shipped",
        ),
        shipped_to_told: Days::of(
            between(|action| action.shipped, |action| action.told),
            "no action says both when it was shipped and when customers were told",
        ),
    }
}

fn hot_to_owned(
    charter: &Charter,
    overlay: &Overlay,
    touchpoints: &[TouchpointIndex],
    at_them: &[Owned<'_>],
) -> Result<Days, &'static str> {
    let hot: Vec<(TouchpointIndex, Day)> = (touchpoints.iter())
        .filter_map(|index| Some((*index, hot_since(charter, overlay, *index)?)))
        .collect();
    if hot.is_empty() {
        return Err("nothing it owns has been hot on a day that is known");
    }
    let days = hot.iter().filter_map(|(touchpoint, since)| {
        let there = at_them
            .iter()
            .filter(|owned| owned.touchpoint == *touchpoint);
        let opened = there.filter(|owned| owned.owner.is_some());
        let opened = opened.filter_map(|owned| owned.action.opened).min()?;
        Some((opened.0 - since.0).max(0))
    });
    Days::of(
        days.collect(),
        "no action on what was hot says when it was opened; owners alone have no dates",
    )
}

/// The first day on which the friction of all that had been said by then reached the threshold.
fn hot_since(charter: &Charter, overlay: &Overlay, index: TouchpointIndex) -> Option<Day> {
    let (high, least) = (charter.thresholds.high, charter.thresholds.least_rows);
    let tally = &overlay.tally;
    let mut counts = Counts::default();
    let dated = tally.of(index).filter(|entry| entry.day().is_some());
    let mut dated = dated.peekable();
    while let Some(entry) = dated.next() {
        let reading = tally.readings.get(usize::from(entry.reading))?;
        counts.add(reading.polarity, entry.count);
        let ends = dated.peek().is_none_or(|next| next.day != entry.day);
        if ends && friction(&counts, least).is_some_and(|friction| friction.value >= high) {
            return entry.day();
        }
    }
    None
}

impl Board {
    /// The first day on which a touchpoint was hot, by all that had been said there until then.
    pub fn hot_since(charter: &Charter, overlay: &Overlay, index: TouchpointIndex) -> Option<Day> {
        hot_since(charter, overlay, index)
    }
}
