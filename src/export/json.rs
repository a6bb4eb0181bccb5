//! The contract others read: `docs/export.md` says what every key means. Written as a stream,
//! some touchpoints at a time.

use super::Subject;
use super::depth::Depth;
use super::lines::Lines;
use super::record::{
    Broken, ChurnRecord, CountsRecord, DriversRecord, JourneyRecord, LensRecord, Period, Refused,
    Rows, SourceRecord, StarRecord, ThresholdsRecord, TouchpointRecord, UnsaidRecord,
};
use crate::board::Board;
use crate::feedback::spread;
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use std::io;

/// The version of the contract. It grows when a key is taken away or changes its meaning; new keys
/// may come without it.
pub const JSON_VERSION: u32 = 1;

/// Of how many touchpoints the numbers are worked out together, before they are written.
const TOGETHER: usize = 256;

/// The whole export. Lists are made while they are written.
#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    title: Option<&'a str>,
    north_star: Option<&'a str>,
    star: Option<StarRecord>,
    lens: LensRecord<'a>,
    thresholds: ThresholdsRecord,
    period: Option<Period>,
    rows: Rows,
    counts: CountsRecord,
    ranked_by: &'static str,
    churn: Option<ChurnRecord>,
    drivers: Option<DriversRecord>,
    unsaid: Vec<UnsaidRecord>,
    #[serde(serialize_with = "sources")]
    sources: Subject<'a>,
    #[serde(serialize_with = "unread")]
    unread: Subject<'a>,
    #[serde(serialize_with = "rejected")]
    rejected: Subject<'a>,
    #[serde(serialize_with = "broken")]
    broken: Subject<'a>,
    #[serde(serialize_with = "journeys")]
    journeys: Subject<'a>,
    #[serde(serialize_with = "touchpoints")]
    touchpoints: Subject<'a>,
}

/// Writes the board as JSON, with a line break at its end. Fails only when `out` does.
pub fn json(subject: Subject<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let charter = subject.charter;
    let churn = Board::churn(subject.overlay);
    let drivers = subject.testimony.drivers.as_ref();
    let unsaid = [
        ("churn", churn.as_ref().err()),
        (
            "drivers",
            drivers.and_then(|drivers| drivers.as_ref().err()),
        ),
    ]
    .map(|(measure, reason)| {
        Some(UnsaidRecord {
            measure,
            because: reason?.sentence(),
        })
    });
    let document = Document {
        version: JSON_VERSION,
        title: charter.title.as_deref(),
        north_star: charter
            .north_star
            .as_ref()
            .map(|star| star.statement.as_str()),
        star: subject.board.star.as_ref().map(StarRecord::of),
        lens: LensRecord::of(&subject.board.lens),
        thresholds: ThresholdsRecord::of(&charter.thresholds),
        period: Period::of(subject.board.weeks),
        rows: Rows::of(&subject.board.totals.books),
        counts: CountsRecord::of(&subject.board.totals.counts),
        ranked_by: subject.order.name(),
        churn: churn.as_ref().ok().map(ChurnRecord::of),
        drivers: drivers
            .and_then(|drivers| drivers.as_ref().ok())
            .map(|table| DriversRecord::of(table, subject.journeys)),
        unsaid: unsaid.into_iter().flatten().collect(),
        sources: subject,
        unread: subject,
        rejected: subject,
        broken: subject,
        journeys: subject,
        touchpoints: subject,
    };
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Lines::default());
    document.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

fn sources<S: Serializer>(subject: &Subject<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let books = subject.sources.iter().zip(&subject.overlay.books.sources);
    serializer.collect_seq(books.map(|(source, books)| SourceRecord::of(source, books)))
}

fn unread<S: Serializer>(subject: &Subject<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(subject.overlay.books.unread.iter().map(Refused::of))
}

fn rejected<S: Serializer>(subject: &Subject<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(subject.overlay.books.rejected.iter().map(Refused::of))
}

fn broken<S: Serializer>(subject: &Subject<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(subject.journeys.broken().iter().map(Broken::of))
}

fn journeys<S: Serializer>(subject: &Subject<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let shown = subject.journeys();
    serializer
        .collect_seq(shown.map(|(place, journey)| JourneyRecord::of(*subject, place, journey)))
}

/// Journey by journey, so that what belongs to a whole journey is worked out once.
fn touchpoints<S: Serializer>(subject: &Subject<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let ranks = subject.ranks();
    let mut list = serializer.serialize_seq(None)?;
    for (place, _) in subject.journeys() {
        let depth = Depth::of(*subject, place);
        let shown: Vec<_> = subject.touchpoints_of(place).collect();
        for some in shown.chunks(TOGETHER) {
            let records = spread(some, |&(index, _)| {
                let rank = ranks.get(index.index()).copied().flatten();
                TouchpointRecord::of(*subject, &depth, index, rank)
            });
            for record in &records {
                list.serialize_element(record)?;
            }
        }
    }
    list.end()
}
