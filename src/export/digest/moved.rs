//! What moved by the end of the week: what got worse, what got better, what has become hot, what was
//! shipped and who was told.

use super::item::Item;
use crate::board::Board;
use crate::export::Subject;
use crate::export::alarm::alarms;
use crate::export::depth::Depth;
use crate::export::number::{brief, fine, grouped};
use crate::feedback::{Day, Week};
use crate::journey::{Action, Touchpoint, TouchpointIndex};
use crate::measures::{BeforeAfter, Verdict, discovery_rates};

/// Up to which false discovery rate a shift counts as found.
const FOUND: f64 = 0.05;

/// The board at the end of the week beside the one a week before.
pub(super) struct Moved<'a> {
    /// Everything until the week's last day.
    pub(super) now: Subject<'a>,
    /// Everything until the day before its first.
    pub(super) before: &'a Board,
    /// The week.
    pub(super) week: Week,
    depths: Vec<Depth<'a>>,
    shifts: Vec<(TouchpointIndex, BeforeAfter)>,
}

impl<'a> Moved<'a> {
    pub(super) fn of(now: Subject<'a>, before: &'a Board, week: Week) -> Self {
        let depths: Vec<Depth<'_>> = now.journeys().map(|(at, _)| Depth::of(now, at)).collect();
        let shifts = shifts(now, &depths);
        Self {
            now,
            before,
            week,
            depths,
            shifts,
        }
    }

    fn title(&self, index: TouchpointIndex) -> &str {
        &self.now.journeys.touchpoint(index).title
    }

    /// Spikes and slow rises of the week, then what complains more than before.
    pub(super) fn worse(&self) -> Vec<Item> {
        let (all, _) = alarms(self.now, &self.depths);
        let of_week = all.iter().filter(|alarm| alarm.week == self.week);
        let alarmed = of_week.map(|alarm| {
            let (seen, expected) = (grouped(alarm.seen), brief(alarm.expected));
            let says = if alarm.spike {
                format!("spiked: {seen} complaints where {expected} were to be expected")
            } else {
                let from = alarm.from;
                format!("slowly rising since {from}: {seen} complaints, {expected} to be expected")
            };
            Item::new(self.title(alarm.index), says)
        });
        let mut items: Vec<Item> = alarmed.collect();
        for item in self.shifted(Verdict::Worse) {
            if items.iter().all(|known| known.name != item.name) {
                items.push(item);
            }
        }
        items
    }

    /// What complains less than before.
    pub(super) fn better(&self) -> Vec<Item> {
        let mut items = self.shifted(Verdict::Better);
        items.extend(self.proven());
        items
    }

    fn shifted(&self, verdict: Verdict) -> Vec<Item> {
        let found = self
            .shifts
            .iter()
            .filter(|(_, shift)| shift.verdict == verdict);
        let item = |(index, shift): &(TouchpointIndex, BeforeAfter)| {
            let ratio = shift.ratio.as_ref().map_or_else(
                |_| String::new(),
                |ratio| {
                    let (low, high) = (fine(ratio.interval.low), fine(ratio.interval.high));
                    format!(
                        "{} times the rate before ({low} to {high}), ",
                        fine(ratio.value)
                    )
                },
            );
            let seen = grouped(shift.after.events);
            let complaints = if shift.after.events == 1 {
                "complaint"
            } else {
                "complaints"
            };
            Item::new(
                self.title(*index),
                format!("{ratio}{seen} {complaints} in four weeks"),
            )
        };
        found.map(item).collect()
    }

    /// Fixes that the numbers show to have helped, since this week.
    fn proven(&self) -> Vec<Item> {
        let mut items = Vec::new();
        for depth in &self.depths {
            for (index, touchpoint) in self.now.touchpoints_of(depth.journey) {
                if touchpoint.actions.is_empty() {
                    continue;
                }
                let (journeys, overlay) = (self.now.journeys, self.now.overlay);
                let before = self.before.fixes(journeys, overlay, index);
                let was = |action| {
                    before
                        .iter()
                        .any(|fix| fix.action == action && fix.verdict() == Verdict::Better)
                };
                let new = depth.fixes(index).iter();
                for fix in new.filter(|fix| fix.verdict() == Verdict::Better && !was(fix.action)) {
                    let title = touchpoint
                        .actions
                        .get(fix.action)
                        .map(|action| &action.title);
                    items.extend(title.map(|title| {
                        Item::new(
                            title,
                            format!("helped at {}: the numbers now show it", touchpoint.title),
                        )
                    }));
                }
            }
        }
        items
    }

    /// What has become hot in this week, and what is hot and nobody's.
    pub(super) fn hot(&self) -> Vec<Item> {
        let mut items = Vec::new();
        for (index, touchpoint) in self.now.touchpoints() {
            let sheet = self.now.board.touchpoint(index);
            let new = sheet.hot
                && !self
                    .before
                    .touchpoints
                    .get(index.index())
                    .is_some_and(|was| was.hot);
            let nobody = touchpoint.owner.is_none();
            if !sheet.hot || !(new || nobody) {
                continue;
            }
            // The interval's lower end is the friction itself.
            let friction = (sheet.friction.as_ref()).map_or(0.0, |friction| friction.value);
            let share = sheet.complain.as_ref().map_or_else(String::new, |found| {
                let (share, high) = (brief(found.share), brief(found.interval.high));
                let (low, of) = (brief(found.interval.low), grouped(found.of));
                format!(" ({share} % complain, {low} to {high}, n {of})")
            });
            let whose = match touchpoint.owner.as_deref() {
                Some(id) => format!("{} answers for it", self.now.charter.roster.title(id)),
                None => "nobody answers for it".to_owned(),
            };
            let since = if new { "newly hot, " } else { "" };
            items.push(Item::new(
                &touchpoint.title,
                format!("{since}friction {}{share}; {whose}", brief(friction)),
            ));
        }
        items
    }

    /// Actions with a day in this week.
    pub(super) fn actions(
        &self,
        day: impl Fn(&Action) -> Option<Day>,
    ) -> Vec<(&'a Touchpoint, &'a Action)> {
        let mut found = Vec::new();
        for (_, touchpoint) in self.now.touchpoints() {
            let of_week = touchpoint
                .actions
                .iter()
                .filter(|action| day(action).is_some_and(|day| day.week() == self.week));
            found.extend(of_week.map(|action| (touchpoint, action)));
        }
        found
    }
}

/// The touchpoints whose complaints have shifted beyond chance, over all that could be compared.
fn shifts(now: Subject<'_>, depths: &[Depth<'_>]) -> Vec<(TouchpointIndex, BeforeAfter)> {
    let mut all = Vec::new();
    for depth in depths {
        for (index, _) in now.touchpoints_of(depth.journey) {
            let passed = depth.passed(index);
            all.extend(
                now.board
                    .shift(now.overlay, index, passed)
                    .ok()
                    .map(|shift| (index, shift)),
            );
        }
    }
    let two_sided = |shift: &BeforeAfter| (2.0 * shift.p_better.min(shift.p_worse)).min(1.0);
    let p: Vec<f64> = all.iter().map(|(_, shift)| two_sided(shift)).collect();
    let rates = discovery_rates(&p).unwrap_or_default();
    let found = all.into_iter().zip(rates).filter(|(_, q)| *q <= FOUND);
    let mut found: Vec<_> = found.collect();
    found.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    found.into_iter().map(|(one, _)| one).collect()
}
