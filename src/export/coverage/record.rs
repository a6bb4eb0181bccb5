//! The coverage report as JSON; `docs/coverage.md` says what every key means.

use super::RuleBook;
use crate::export::chorus::ChorusRecord;
use crate::export::lines::Lines;
use crate::export::number::rounded;
use crate::export::record::{Refused, Rows};
use crate::export::rule_text::looks_for;
use crate::feedback::{Leftover, Rule, RuleCount};
use serde::Serialize;
use std::io;

/// The version of the contract.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    rows: Rows,
    sources: Vec<SourceRecord<'a>>,
    silent_rules: Vec<RuleRecord<'a>>,
    unfed_touchpoints: Vec<Unfed>,
    words: Vec<LeftoverRecord<'a>>,
    tags: Vec<LeftoverRecord<'a>>,
    who_hears: Option<ChorusRecord<'a>>,
    unread: Vec<Refused<'a>>,
}

#[derive(Serialize)]
struct SourceRecord<'a> {
    id: &'a str,
    rows: Rows,
    fought: u64,
    named: u64,
    rules: Vec<RuleRecord<'a>>,
}

#[derive(Serialize)]
struct RuleRecord<'a> {
    place: &'a str,
    touchpoint: String,
    source: Option<&'a str>,
    looks_for: String,
    met: u64,
    caught: u64,
    only: u64,
    fought: u64,
    lost: u64,
}

#[derive(Serialize)]
struct Unfed {
    touchpoint: String,
    rules: usize,
}

#[derive(Serialize)]
struct LeftoverRecord<'a> {
    word: &'a str,
    unmapped: u64,
    mapped: u64,
    score: Option<f64>,
    example: Option<ExampleRecord<'a>>,
}

#[derive(Serialize)]
struct ExampleRecord<'a> {
    source: Option<&'a str>,
    file: &'a str,
    line: u64,
    text: &'a str,
}

/// Writes the report as JSON, with a line break at its end. Fails only when `out` does.
pub fn coverage_json(book: RuleBook<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let coverage = book.coverage;
    let rules = |(rule, count)| rule_record(book, rule, count);
    let document = Document {
        version: VERSION,
        rows: Rows::of(&coverage.books.total()),
        sources: sources(book),
        silent_rules: book.silent().map(rules).collect(),
        unfed_touchpoints: book
            .unfed()
            .map(|(touchpoint, rules)| Unfed {
                touchpoint: touchpoint.address.to_string(),
                rules,
            })
            .collect(),
        words: leftovers(book, &coverage.words),
        tags: leftovers(book, &coverage.tags),
        who_hears: book.voices().map(ChorusRecord::of),
        unread: coverage.books.unread.iter().map(Refused::of).collect(),
    };
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Lines::default());
    document.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

fn sources(book: RuleBook<'_>) -> Vec<SourceRecord<'_>> {
    let books = book.coverage.books.sources.iter();
    let record = |(place, books)| {
        let counts = book.coverage.sources.get(place);
        let rules = book.of_source(place);
        SourceRecord {
            id: source_id(book, place),
            rows: Rows::of(books),
            fought: counts.map_or(0, |counts| counts.fought),
            named: counts.map_or(0, |counts| counts.named.iter().sum()),
            rules: rules
                .map(|(rule, count)| rule_record(book, rule, count))
                .collect(),
        }
    };
    books.enumerate().map(record).collect()
}

fn source_id(book: RuleBook<'_>, place: usize) -> &str {
    let source = book.sources.get(place);
    source.map_or("", |source| source.id.as_str())
}

fn rule_record<'a>(book: RuleBook<'a>, rule: &'a Rule, count: RuleCount) -> RuleRecord<'a> {
    RuleRecord {
        place: &rule.place,
        touchpoint: book
            .journeys
            .touchpoint(rule.touchpoint)
            .address
            .to_string(),
        source: rule.source.map(|place| source_id(book, place)),
        looks_for: looks_for(&rule.evidence),
        met: count.met,
        caught: count.caught,
        only: count.alone,
        fought: count.fought,
        lost: count.lost,
    }
}

fn leftovers<'a>(book: RuleBook<'a>, list: &'a [Leftover]) -> Vec<LeftoverRecord<'a>> {
    let record = |leftover: &'a Leftover| LeftoverRecord {
        word: &leftover.word,
        unmapped: leftover.unmapped,
        mapped: leftover.mapped,
        score: rounded(leftover.score),
        example: leftover.example.as_ref().map(|example| ExampleRecord {
            source: book
                .sources
                .get(example.source)
                .map(|source| source.id.as_str()),
            file: &example.file,
            line: example.line,
            text: &example.text,
        }),
    };
    list.iter().map(record).collect()
}
