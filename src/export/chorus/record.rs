//! Who hears customers where, as a part of the coverage report's JSON.

use super::Voices;
use crate::board::ChorusLine;
use crate::export::number::rounded;
use crate::export::record::CountsRecord;
use serde::Serialize;

/// The grid.
#[derive(Serialize)]
pub(in crate::export) struct ChorusRecord<'a> {
    departments: Vec<DepartmentRecord<'a>>,
    touchpoints: Vec<LineRecord<'a>>,
}

#[derive(Serialize)]
struct DepartmentRecord<'a> {
    department: Option<&'a str>,
    sources: Vec<&'a str>,
    hears: usize,
}

#[derive(Serialize)]
struct LineRecord<'a> {
    touchpoint: String,
    accord: &'static str,
    sources: Vec<Heard<'a>>,
}

#[derive(Serialize)]
struct Heard<'a> {
    source: &'a str,
    counts: CountsRecord,
    share: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    others: Option<f64>,
    p: Option<f64>,
    q: Option<f64>,
}

impl<'a> ChorusRecord<'a> {
    pub(in crate::export) fn of(voices: Voices<'a>) -> Self {
        let chorus = voices.chorus;
        let id = |at: usize| chorus.sources.get(at).map_or("", String::as_str);
        let departments = chorus
            .departments
            .iter()
            .map(|department| DepartmentRecord {
                department: Some(department.name.as_str()).filter(|name| !name.is_empty()),
                sources: department.sources.iter().map(|at| id(*at)).collect(),
                hears: department.hears,
            });
        let lines = chorus.lines.iter().map(|line| LineRecord {
            touchpoint: voices
                .journeys
                .touchpoint(line.touchpoint)
                .address
                .to_string(),
            accord: line.accord.words(),
            sources: heard(line, id),
        });
        Self {
            departments: departments.collect(),
            touchpoints: lines.collect(),
        }
    }
}

/// The sources that heard anybody at a touchpoint; shares only where they could be compared.
fn heard<'a>(line: &ChorusLine, id: impl Fn(usize) -> &'a str) -> Vec<Heard<'a>> {
    let spoke = line.counts.iter().enumerate();
    let spoke = spoke.filter(|(_, counts)| counts.feedback() > 0);
    let record = |(at, counts)| {
        let cell = line.cells.iter().find(|cell| cell.segment == at);
        Heard {
            source: id(at),
            counts: CountsRecord::of(counts),
            share: cell.and_then(|cell| rounded(cell.share)),
            low: cell.and_then(|cell| rounded(cell.interval.low)),
            high: cell.and_then(|cell| rounded(cell.interval.high)),
            others: cell.and_then(|cell| rounded(cell.others)),
            p: cell.and_then(|cell| rounded(cell.p)),
            q: cell.and_then(|cell| rounded(cell.q)),
        }
    };
    spoke.map(record).collect()
}
