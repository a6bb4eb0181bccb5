//! Scorecards as JSON; `docs/practices.md` says what every key means.

use super::counts::CountsRecord;
use super::measure::{CesRecord, CsatRecord, FrictionRecord, NpsRecord};
use crate::board::{Days, Scorecard, Sum};
use crate::export::Review;
use crate::export::lines::Lines;
use crate::export::number::rounded;
use crate::feedback::Day;
use serde::Serialize;
use std::io;

/// The version of the contract.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    period: Option<Period>,
    before: Option<Period>,
    scorecards: Vec<Card<'a>>,
}

#[derive(Serialize)]
struct Period {
    first: String,
    last: String,
}

#[derive(Serialize)]
struct Card<'a> {
    owner: Option<&'a str>,
    title: &'a str,
    party: &'static str,
    touchpoints: Vec<String>,
    hot: usize,
    now: SumRecord<'a>,
    before: Option<SumRecord<'a>>,
    change: Said<Change>,
    open_actions: usize,
    loops_closed: usize,
    hot_to_owned: Said<DaysRecord>,
    owned_to_shipped: Said<DaysRecord>,
    shipped_to_told: Said<DaysRecord>,
}

#[derive(Serialize)]
struct SumRecord<'a> {
    counts: CountsRecord,
    friction: Option<f64>,
    complain: Option<FrictionRecord>,
    pain: Option<f64>,
    nps: Option<NpsRecord>,
    ces: Option<CesRecord<'a>>,
    csat: Option<CsatRecord>,
}

#[derive(Serialize)]
struct Change {
    ratio: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    verdict: &'static str,
}

#[derive(Serialize)]
struct DaysRecord {
    median: Option<f64>,
    least: i32,
    most: i32,
    of: usize,
}

/// A number, or why there is none.
#[derive(Serialize)]
#[serde(untagged)]
enum Said<T> {
    Value(T),
    Unsaid { unsaid: String },
}

impl<T> Said<T> {
    fn of<F, E: ToString>(value: Result<F, E>, make: impl FnOnce(F) -> T) -> Self {
        match value {
            Ok(value) => Self::Value(make(value)),
            Err(why) => Self::Unsaid {
                unsaid: why.to_string(),
            },
        }
    }
}

/// Writes the cards as JSON, with a line break at its end. Fails only when `out` does.
pub fn scorecards_json(review: Review<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let spans = review.scorecards.spans;
    let document = Document {
        version: VERSION,
        period: spans.map(|spans| period(spans.now)),
        before: spans.and_then(|spans| spans.before).map(period),
        scorecards: review.cards().map(|one| card(review, one)).collect(),
    };
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Lines::default());
    document.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

fn period((first, last): (Day, Day)) -> Period {
    Period {
        first: first.to_string(),
        last: last.to_string(),
    }
}

fn card<'a>(review: Review<'_>, card: &'a Scorecard) -> Card<'a> {
    let owned = card.touchpoints.iter();
    let names = owned.map(|index| review.journeys.touchpoint(*index).address.to_string());
    Card {
        owner: card.owner.as_deref(),
        title: &card.title,
        party: card.party.word(),
        touchpoints: names.collect(),
        hot: card.hot,
        now: sum(&card.now),
        before: card.before.as_ref().map(sum),
        change: Said::of(card.change.as_ref(), |change| {
            let ratio = change.ratio.as_ref().ok();
            Change {
                ratio: ratio.and_then(|ratio| rounded(ratio.value)),
                low: ratio.and_then(|ratio| rounded(ratio.interval.low)),
                high: ratio.and_then(|ratio| rounded(ratio.interval.high)),
                verdict: change.verdict.words(),
            }
        }),
        open_actions: card.open,
        loops_closed: card.closed,
        hot_to_owned: Said::of(card.pace.hot_to_owned.as_ref(), days),
        owned_to_shipped: Said::of(card.pace.owned_to_shipped.as_ref(), days),
        shipped_to_told: Said::of(card.pace.shipped_to_told.as_ref(), days),
    }
}

fn days(days: &Days) -> DaysRecord {
    DaysRecord {
        median: rounded(days.median),
        least: days.least,
        most: days.most,
        of: days.of,
    }
}

fn sum(sum: &Sum) -> SumRecord<'_> {
    SumRecord {
        counts: CountsRecord::of(&sum.counts),
        friction: sum.friction.and_then(|friction| rounded(friction.value)),
        complain: sum.friction.as_ref().map(FrictionRecord::of),
        pain: sum.pain.and_then(rounded),
        nps: sum.nps.as_ref().map(NpsRecord::of),
        ces: sum.ces.as_ref().map(CesRecord::of),
        csat: sum.csat.as_ref().map(CsatRecord::of),
    }
}
