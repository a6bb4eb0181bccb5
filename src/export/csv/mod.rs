//! One row a touchpoint, for a spreadsheet: text that it would run as a formula is neutralised.

mod hurt;

use super::Subject;
use super::depth::Depth;
use super::number::rounded;
use super::text::cell;
use crate::board::{Board, Card, DriverLine, Fix, Heat, PassingRate, TouchpointSheet, Trend};
use crate::journey::{Touchpoint, TouchpointIndex};
use crate::measures::flow::Saving;
use crate::measures::{ChurnLift, Interval};
use std::io;

/// What a row is made from.
struct Row<'a> {
    subject: Subject<'a>,
    touchpoint: &'a Touchpoint,
    sheet: &'a TouchpointSheet,
    rank: Option<usize>,
    contact: Option<PassingRate>,
    saving: Option<Saving>,
    trend: Trend,
    fix: Option<Fix>,
    cards: Vec<Card>,
    lift: Option<ChurnLift>,
    driver: Option<DriverLine>,
}

impl<'a> Row<'a> {
    fn of(
        subject: Subject<'a>,
        depth: &Depth<'a>,
        index: TouchpointIndex,
        rank: Option<usize>,
    ) -> Self {
        let drivers = subject.testimony.drivers.as_ref();
        let lines = drivers.and_then(|drivers| drivers.as_ref().ok());
        let mut lines = lines.into_iter().flat_map(|table| &table.lines);
        let fixes = depth.fixes(index);
        Self {
            subject,
            touchpoint: subject.journeys.touchpoint(index),
            sheet: subject.board.touchpoint(index),
            rank,
            contact: depth.contact_rate(index).ok(),
            saving: depth.saving(index).ok(),
            trend: depth.trend(index),
            cards: subject.board.cards_of(subject.journeys, index, fixes),
            fix: fixes.last().cloned(),
            lift: Board::churn_lift(subject.overlay, index).ok(),
            driver: lines.find(|line| line.touchpoint == index).copied(),
        }
    }
}

/// A column: its header, and what its cell says.
type Column = (&'static str, fn(&Row<'_>) -> String);

/// The first columns, in order; `docs/export.md` says what each one means.
const COLUMNS: [Column; 33] = [
    ("id", |row| cell(&row.touchpoint.address.to_string())),
    ("journey", |row| cell(&row.touchpoint.address.journey)),
    ("stage", |row| cell(row.subject.stage(row.touchpoint))),
    ("title", |row| cell(&row.touchpoint.title)),
    ("channel", |row| text(row.touchpoint.channel.as_deref())),
    ("owner", |row| text(row.touchpoint.owner.as_deref())),
    ("feedback", |row| row.sheet.counts.feedback().to_string()),
    ("complaints", |row| row.sheet.counts.complaints.to_string()),
    ("neutral", |row| row.sheet.counts.neutral.to_string()),
    ("praise", |row| row.sheet.counts.praise.to_string()),
    ("unscored", |row| row.sheet.counts.unscored.to_string()),
    ("undated", |row| row.sheet.undated.to_string()),
    ("friction", |row| {
        number(row.sheet.friction.map(|f| f.value))
    }),
    ("share", |row| number(row.sheet.complain.map(|f| f.share))),
    ("share_low", |row| {
        low(row.sheet.complain.map(|f| f.interval))
    }),
    ("share_high", |row| {
        high(row.sheet.complain.map(|f| f.interval))
    }),
    ("heat", |row| heat(row).to_owned()),
    ("nps", |row| number(row.sheet.nps.map(|nps| nps.score))),
    ("nps_low", |row| {
        low(row.sheet.nps.map(|nps| nps.interval()))
    }),
    ("nps_high", |row| {
        high(row.sheet.nps.map(|nps| nps.interval()))
    }),
    ("nps_of", |row| count(row.sheet.nps.map(|nps| nps.of()))),
    ("ces", |row| {
        number(row.sheet.ces.as_ref().map(|ces| ces.mean))
    }),
    ("ces_low", |row| {
        low(row.sheet.ces.as_ref().and_then(|ces| ces.interval))
    }),
    ("ces_high", |row| {
        high(row.sheet.ces.as_ref().and_then(|ces| ces.interval))
    }),
    ("ces_easy_share", |row| {
        number(row.sheet.ces.as_ref().map(|ces| ces.easy_share))
    }),
    ("ces_of", |row| {
        count(row.sheet.ces.as_ref().map(|ces| ces.of))
    }),
    ("ces_scale", |row| {
        text(row.sheet.ces.as_ref().map(|ces| ces.scale.as_str()))
    }),
    ("csat", |row| number(row.sheet.csat.map(|csat| csat.share))),
    ("csat_low", |row| {
        low(row.sheet.csat.map(|csat| csat.interval))
    }),
    ("csat_high", |row| {
        high(row.sheet.csat.map(|csat| csat.interval))
    }),
    ("csat_of", |row| count(row.sheet.csat.map(|csat| csat.of))),
    ("mood", |row| number(row.sheet.mood.map(|mood| mood.value))),
    ("mood_of", |row| count(row.sheet.mood.map(|mood| mood.of))),
];

/// Writes the board as CSV (RFC 4180, UTF-8, lines ended by LF), one row a touchpoint. What cannot be
/// said is an empty cell. Fails only when `out` does.
pub fn csv(subject: Subject<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    let columns = || COLUMNS.iter().chain(&hurt::COLUMNS);
    let header = columns().map(|(header, _)| *header);
    writer.write_record(header).map_err(cause)?;
    let ranks = subject.ranks();
    for (place, _) in subject.journeys() {
        let depth = Depth::of(subject, place);
        for (index, _) in subject.touchpoints_of(place) {
            let rank = ranks.get(index.index()).copied().flatten();
            let row = Row::of(subject, &depth, index, rank);
            let cells = columns().map(|(_, says)| says(&row));
            writer.write_record(cells).map_err(cause)?;
        }
    }
    writer.flush()
}

/// What stopped the writer, with its own kind: a closed pipe is still one.
pub(super) fn cause(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn heat(row: &Row<'_>) -> &'static str {
    Heat::of(row.sheet, &row.subject.charter.thresholds).word()
}

fn text(text: Option<&str>) -> String {
    text.map(cell).unwrap_or_default()
}

fn count(count: Option<u64>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}

fn number(number: Option<f64>) -> String {
    let finite = number.and_then(rounded);
    finite.map(|number| number.to_string()).unwrap_or_default()
}

fn low(interval: Option<Interval>) -> String {
    number(interval.map(|interval| interval.low))
}

fn high(interval: Option<Interval>) -> String {
    number(interval.map(|interval| interval.high))
}
