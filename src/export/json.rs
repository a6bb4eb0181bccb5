//! The contract others read: `docs/export.md` says what every key means. Written as a stream, one
//! touchpoint at a time.

use super::Subject;
use super::lines::Lines;
use super::record::{
    Broken, CountsRecord, JourneyRecord, LensRecord, Period, Refused, Rows, SourceRecord,
    ThresholdsRecord, TouchpointRecord,
};
use serde::{Serialize, Serializer};
use std::io;

/// The version of the contract. It grows when a key is taken away or changes its meaning; new keys
/// may come without it.
pub const JSON_VERSION: u32 = 1;

/// The whole export. Lists are made while they are written.
#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    title: Option<&'a str>,
    north_star: Option<&'a str>,
    lens: LensRecord<'a>,
    thresholds: ThresholdsRecord,
    period: Option<Period>,
    rows: Rows,
    counts: CountsRecord,
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
    let document = Document {
        version: JSON_VERSION,
        title: charter.title.as_deref(),
        north_star: charter
            .north_star
            .as_ref()
            .map(|star| star.statement.as_str()),
        lens: LensRecord::of(&subject.board.lens),
        thresholds: ThresholdsRecord::of(&charter.thresholds),
        period: Period::of(subject.board.weeks),
        rows: Rows::of(&subject.board.totals.books),
        counts: CountsRecord::of(&subject.board.totals.counts),
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
    serializer.collect_seq(shown.map(|(place, journey)| {
        let sheet = &subject.board.journeys[place];
        JourneyRecord::of(journey, sheet)
    }))
}

fn touchpoints<S: Serializer>(subject: &Subject<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let shown = subject.touchpoints();
    serializer.collect_seq(shown.map(|(index, _)| TouchpointRecord::of(*subject, index)))
}
