//! The first thirty minutes of the next meeting: which customer to invite and why, where it hurts most,
//! which promises are due, and which loops are to be closed.

use super::{Board, Listened, Order, Relapse};
use crate::feedback::{Day, Overlay, Place, Polarity, Register, Verbatim};
use crate::journey::{Journeys, Status, TouchpointIndex};
use crate::measures::Verdict;
use std::cmp::Reverse;

/// A customer worth inviting.
#[derive(Clone, Debug, PartialEq)]
pub struct Invitation {
    /// Where it hurt.
    pub touchpoint: TouchpointIndex,
    /// Its place among the touchpoints that hurt most, counted from 1.
    pub rank: usize,
    /// What the customer said.
    pub said: Verbatim,
    /// When somebody last listened to this customer; `None` for never, or for a customer without a name.
    pub heard: Option<Day>,
}

/// A fix that is promised for a day that is near or past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PromiseDue {
    /// Where.
    pub touchpoint: TouchpointIndex,
    /// The action, as a place in the touchpoint's list.
    pub action: usize,
    /// The day it is promised for.
    pub due: Day,
}

/// A fix that customers have, and that those who complained have not been told of.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenLoop {
    /// Where.
    pub touchpoint: TouchpointIndex,
    /// The action, as a place in the touchpoint's list.
    pub action: usize,
    /// The day customers got it, where it is known.
    pub shipped: Option<Day>,
    /// Whether it helped.
    pub verdict: Verdict,
    /// Why it does not hold, where it came back: then there is nothing to tell yet.
    pub relapse: Option<Relapse>,
}

/// The first thirty minutes.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// The day of the meeting.
    pub today: Day,
    /// Customers worth inviting, the best first; each at a touchpoint of its own.
    pub invitations: Vec<Invitation>,
    /// The touchpoints that hurt most, the worst first.
    pub worst: Vec<TouchpointIndex>,
    /// Promises that are due within two weeks or overdue, the longest overdue first.
    pub promises: Vec<PromiseDue>,
    /// Loops to close, the longest open first.
    pub loops: Vec<OpenLoop>,
}

/// How many touchpoints customers are looked for at, and how many of the newest rows of each are read.
const LOOKED_AT: (usize, usize) = (8, 60);

/// How many customers are named, and how many touchpoints.
const NAMED: usize = 3;

/// How many days ahead a promise is worth a word.
const AHEAD: i32 = 14;

/// From so many characters on, words are worth reading aloud.
const WORTH_READING: usize = 40;

impl Agenda {
    /// Makes the agenda; `read` reads the rows at some places, in their order.
    pub fn of(
        board: &Board,
        journeys: &Journeys,
        overlay: &Overlay,
        listened: &Listened,
        mut read: impl FnMut(&[Place]) -> Vec<Verbatim>,
    ) -> Self {
        let ranking = board.ranking(journeys, overlay, Order::Pain);
        let firm = ranking.iter().filter(|ranked| ranked.place.is_some());
        let ranked: Vec<TouchpointIndex> = firm.map(|ranked| ranked.touchpoint).collect();
        let mut found = Vec::new();
        for (place, touchpoint) in ranked.iter().take(LOOKED_AT.0).enumerate() {
            let complaints = complaints(board, overlay, *touchpoint);
            let said = read(&complaints).into_iter();
            let said = said.filter(|said| said.customer.is_some() || said.id.is_some());
            let invited = said.map(|said| Invitation {
                touchpoint: *touchpoint,
                rank: place + 1,
                heard: said
                    .customer
                    .as_deref()
                    .and_then(|name| listened.last_heard(name)),
                said,
            });
            found.extend(invited.filter(Invitation::is_news));
        }
        found.sort_by_cached_key(|invitation| worth(invitation, listened));
        Self {
            today: listened.today,
            invitations: apart(found),
            worst: ranked.into_iter().take(NAMED).collect(),
            promises: promises(board, journeys, listened.today),
            loops: loops(board, journeys, overlay, listened.today),
        }
    }
}

impl Invitation {
    /// Whether nobody has listened to the customer since these words.
    fn is_news(&self) -> bool {
        let since = self.heard.zip(self.said.day);
        since.is_none_or(|(heard, said)| heard < said)
            && (self.heard.is_none() || self.said.day.is_some())
    }
}

/// The newest rows with a complaint at a touchpoint, those of the register left out: they were heard.
fn complaints(board: &Board, overlay: &Overlay, touchpoint: TouchpointIndex) -> Vec<Place> {
    let tally = &overlay.tally;
    let places = board
        .lens
        .newest(overlay, touchpoint, usize::MAX)
        .into_iter();
    let complains = |place: &Place| {
        let reading = tally.readings.get(usize::from(place.reading));
        let source = tally.sources.get(usize::from(place.source));
        reading.is_some_and(|reading| reading.polarity == Polarity::Complaint)
            && source.is_none_or(|id| id != Register::SOURCE)
    };
    places.filter(complains).take(LOOKED_AT.1).collect()
}

/// What makes an invitation better than another, the least first: a segment that nobody hears, then where
/// it hurts most, then words worth reading, then the newest.
fn worth(
    invitation: &Invitation,
    listened: &Listened,
) -> (bool, usize, bool, Reverse<Option<Day>>, String, u64) {
    let said = &invitation.said;
    let ear = listened.segment(&said.segment);
    let unheard = ear.is_some_and(|ear| ear.quiet || ear.is_slighted());
    (
        !unheard,
        invitation.rank,
        said.text.chars().count() < WORTH_READING,
        Reverse(said.day),
        said.file.clone(),
        said.line,
    )
}

/// The first few that are at touchpoints of their own, of customers of their own.
fn apart(found: Vec<Invitation>) -> Vec<Invitation> {
    let mut kept: Vec<Invitation> = Vec::new();
    for one in found {
        let alike = |other: &Invitation| {
            other.touchpoint == one.touchpoint
                || (one.said.customer.is_some() && other.said.customer == one.said.customer)
        };
        if kept.len() < NAMED && !kept.iter().any(alike) {
            kept.push(one);
        }
    }
    kept
}

fn promises(board: &Board, journeys: &Journeys, today: Day) -> Vec<PromiseDue> {
    let mut due = Vec::new();
    for (index, touchpoint) in journeys.touchpoints() {
        if !board.lens.shows(journeys, touchpoint.journey) {
            continue;
        }
        for (place, action) in touchpoint.actions.iter().enumerate() {
            let near = action.due.filter(|due| due.0 <= today.0 + AHEAD);
            if let (Some(day), true) = (near, action.status < Status::Shipped) {
                due.push(PromiseDue {
                    touchpoint: index,
                    action: place,
                    due: day,
                });
            }
        }
    }
    due.sort_by_key(|promise| promise.due);
    due
}

fn loops(board: &Board, journeys: &Journeys, overlay: &Overlay, today: Day) -> Vec<OpenLoop> {
    let mut open = Vec::new();
    for (index, touchpoint) in journeys.touchpoints() {
        if touchpoint.actions.is_empty() || !board.lens.shows(journeys, touchpoint.journey) {
            continue;
        }
        let fixes = board.fixes(journeys, overlay, index);
        for (place, action) in touchpoint.actions.iter().enumerate() {
            let shipped = matches!(action.status, Status::Shipped | Status::Proven);
            let past = action.shipped.is_none_or(|day| day <= today);
            if shipped && past && action.told.is_none() {
                let fix = fixes.iter().find(|fix| fix.action == place);
                open.push(OpenLoop {
                    touchpoint: index,
                    action: place,
                    shipped: action.shipped,
                    verdict: fix.map_or(Verdict::NotShownYet, super::Fix::verdict),
                    relapse: fix.and_then(|fix| fix.relapse.clone()),
                });
            }
        }
    }
    open.sort_by_key(|open| (open.shipped.is_none(), open.shipped));
    open
}
