//! The columns on how much a touchpoint hurts, whether it gets worse, and what a fix would save.

use super::{Column, Row, count, high, low, number};
use crate::export::text::cell;
use crate::journey::Status;
use crate::measures::Interval;

/// These columns, in order; they stand after the others.
pub(super) const COLUMNS: [Column; 30] = [
    ("rank", |row| count(row.rank.map(|rank| rank as u64))),
    ("pain", |row| {
        number(row.sheet.pain.as_ref().ok().map(|pain| pain.severity))
    }),
    ("pain_share", |row| {
        number(row.sheet.pain_share.as_ref().ok().map(|share| share.share))
    }),
    ("contact_rate", |row| {
        number(
            row.contact
                .and_then(|contact| Some(contact.rate?.per_thousand)),
        )
    }),
    ("contact_rate_low", |row| low(contact(row))),
    ("contact_rate_high", |row| high(contact(row))),
    ("contact_rate_of", |row| {
        number(row.contact.map(|contact| contact.passed))
    }),
    ("contact_rate_against", |row| {
        let against = row.contact.map(|contact| contact.against.word());
        against.unwrap_or_default().to_owned()
    }),
    ("saving", |row| {
        number(row.saving.map(|saving| saving.per_thousand))
    }),
    ("saving_low", |row| {
        low(row.saving.map(|saving| saving.range))
    }),
    ("saving_high", |row| {
        high(row.saving.map(|saving| saving.range))
    }),
    ("spikes", |row| {
        let alarms = row.trend.alarms.as_ref().ok();
        count(alarms.map(|alarms| alarms.spikes.len() as u64))
    }),
    ("last_spike", |row| {
        let last = row.trend.spikes().next();
        last.map(|(week, _)| week.to_string()).unwrap_or_default()
    }),
    ("drifts", |row| {
        let alarms = row.trend.alarms.as_ref().ok();
        count(alarms.map(|alarms| alarms.drifts.len() as u64))
    }),
    ("fix", |row| {
        let action = row
            .fix
            .as_ref()
            .and_then(|fix| row.touchpoint.actions.get(fix.action));
        action.map(|action| cell(&action.id)).unwrap_or_default()
    }),
    ("fix_shipped", |row| {
        let shipped = row.fix.as_ref().map(|fix| fix.shipped.to_string());
        shipped.unwrap_or_default()
    }),
    ("fix_verdict", |row| {
        let verdict = row.fix.as_ref().map(|fix| fix.verdict().words());
        verdict.unwrap_or_default().to_owned()
    }),
    ("fix_ratio", |row| number(ratio(row).map(|ratio| ratio.0))),
    ("fix_ratio_low", |row| low(ratio(row).map(|ratio| ratio.1))),
    ("fix_ratio_high", |row| {
        high(ratio(row).map(|ratio| ratio.1))
    }),
    ("churn_lift", |row| {
        number(row.lift.as_ref().map(|lift| lift.difference))
    }),
    ("churn_lift_low", |row| {
        low(row.lift.as_ref().map(|lift| lift.interval))
    }),
    ("churn_lift_high", |row| {
        high(row.lift.as_ref().map(|lift| lift.interval))
    }),
    ("churn_lift_of", |row| {
        count(row.lift.as_ref().map(|lift| lift.complained.group.of))
    }),
    ("importance", |row| {
        number(row.driver.map(|line| line.driver.importance))
    }),
    ("performance", |row| {
        number(row.driver.map(|line| line.driver.performance))
    }),
    ("quadrant", |row| {
        let quadrant = row.driver.map(|line| line.quadrant.words());
        quadrant.unwrap_or_default().to_owned()
    }),
    ("actions_open", |row| {
        let open = row
            .cards
            .iter()
            .filter(|card| card.column < Status::Shipped);
        open.count().to_string()
    }),
    ("overdue_days", |row| {
        let late = row.cards.iter().filter_map(|card| card.overdue).max();
        count(late.map(u64::from))
    }),
    ("came_back", |row| {
        let back = row.cards.iter().filter(|card| card.came_back().is_some());
        back.count().to_string()
    }),
];

fn contact(row: &Row<'_>) -> Option<Interval> {
    Some(row.contact?.rate?.interval)
}

fn ratio(row: &Row<'_>) -> Option<(f64, Interval)> {
    let comparison = row.fix.as_ref()?.comparison.as_ref().ok()?;
    let ratio = comparison.ratio.as_ref().ok()?;
    Some((ratio.value, ratio.interval))
}
