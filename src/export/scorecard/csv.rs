//! Scorecards as CSV: one row an owner; a cell is empty where nothing can be said.

use super::Review;
use crate::board::{Days, Scorecard};
use crate::export::csv::cause;
use crate::export::number::rounded;
use crate::export::text::cell;
use crate::measures::Interval;
use std::io;

/// A column: its header, and what its cell says.
type Column = (&'static str, fn(&Scorecard) -> String);

const COLUMNS: [Column; 37] = [
    ("owner", |card| {
        cell(card.owner.as_deref().unwrap_or_default())
    }),
    ("title", |card| cell(&card.title)),
    ("party", |card| card.party.word().to_owned()),
    ("touchpoints", |card| card.touchpoints.len().to_string()),
    ("hot", |card| card.hot.to_string()),
    ("feedback", |card| card.now.counts.feedback().to_string()),
    ("complaints", |card| card.now.counts.complaints.to_string()),
    ("complaints_before", |card| {
        let before = card.before.as_ref();
        before.map_or_else(String::new, |sum| sum.counts.complaints.to_string())
    }),
    ("friction", |card| {
        number(card.now.friction.map(|f| f.value))
    }),
    ("share", |card| number(card.now.friction.map(|f| f.share))),
    ("share_low", |card| {
        low(card.now.friction.map(|f| f.interval))
    }),
    ("share_high", |card| {
        high(card.now.friction.map(|f| f.interval))
    }),
    ("share_of", |card| count(card.now.friction.map(|f| f.of))),
    ("friction_before", |card| {
        number(
            card.before
                .as_ref()
                .and_then(|sum| sum.friction)
                .map(|f| f.value),
        )
    }),
    ("pain", |card| number(card.now.pain)),
    ("pain_before", |card| {
        number(card.before.as_ref().and_then(|sum| sum.pain))
    }),
    ("change", |card| number(ratio(card).map(|(ratio, _)| ratio))),
    ("change_low", |card| {
        low(ratio(card).map(|(_, interval)| interval))
    }),
    ("change_high", |card| {
        high(ratio(card).map(|(_, interval)| interval))
    }),
    ("verdict", |card| {
        let change = card.change.as_ref();
        change
            .map_or("", |change| change.verdict.words())
            .to_owned()
    }),
    ("nps", |card| number(card.now.nps.map(|nps| nps.score))),
    ("nps_low", |card| {
        low(card.now.nps.map(|nps| nps.interval()))
    }),
    ("nps_high", |card| {
        high(card.now.nps.map(|nps| nps.interval()))
    }),
    ("nps_of", |card| count(card.now.nps.map(|nps| nps.of()))),
    ("ces_easy", |card| {
        number(card.now.ces.as_ref().map(|ces| ces.easy_share))
    }),
    ("ces_low", |card| {
        low(card.now.ces.as_ref().map(|ces| ces.easy_interval))
    }),
    ("ces_high", |card| {
        high(card.now.ces.as_ref().map(|ces| ces.easy_interval))
    }),
    ("ces_of", |card| {
        count(card.now.ces.as_ref().map(|ces| ces.of))
    }),
    ("csat", |card| number(card.now.csat.map(|csat| csat.share))),
    ("csat_low", |card| {
        low(card.now.csat.map(|csat| csat.interval))
    }),
    ("csat_high", |card| {
        high(card.now.csat.map(|csat| csat.interval))
    }),
    ("csat_of", |card| count(card.now.csat.map(|csat| csat.of))),
    ("open_actions", |card| card.open.to_string()),
    ("loops_closed", |card| card.closed.to_string()),
    ("days_hot_to_owned", |card| days(&card.pace.hot_to_owned)),
    ("days_owned_to_shipped", |card| {
        days(&card.pace.owned_to_shipped)
    }),
    ("days_shipped_to_told", |card| {
        days(&card.pace.shipped_to_told)
    }),
];

/// Writes one row a card. Fails only when `out` does.
pub fn scorecards_csv(review: Review<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    let names = COLUMNS.iter().map(|(name, _)| *name);
    writer.write_record(names.chain(["owns"])).map_err(cause)?;
    for card in review.cards() {
        let cells = COLUMNS.iter().map(|(_, say)| say(card));
        let owns = [addresses(review, card)];
        writer.write_record(cells.chain(owns)).map_err(cause)?;
    }
    writer.flush()
}

fn addresses(review: Review<'_>, card: &Scorecard) -> String {
    let owned = card.touchpoints.iter();
    let names = owned.map(|index| review.journeys.touchpoint(*index).address.to_string());
    cell(&names.collect::<Vec<_>>().join(" "))
}

fn ratio(card: &Scorecard) -> Option<(f64, Interval)> {
    let ratio = card.change.as_ref().ok()?.ratio.as_ref().ok()?;
    Some((ratio.value, ratio.interval))
}

fn number(value: Option<f64>) -> String {
    let rounded = value.and_then(rounded);
    rounded.map_or_else(String::new, |value| value.to_string())
}

fn count(value: Option<u64>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn low(interval: Option<Interval>) -> String {
    number(interval.map(|interval| interval.low))
}

fn high(interval: Option<Interval>) -> String {
    number(interval.map(|interval| interval.high))
}

fn days(days: &Result<Days, &'static str>) -> String {
    number(days.as_ref().ok().map(|days| days.median))
}
