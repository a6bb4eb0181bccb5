//! Findings as one JSON document.

use super::{Finding, Level, count};
use serde::Serialize;
use std::io;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    errors: usize,
    warnings: usize,
    notes: usize,
    findings: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct Record<'a> {
    level: &'static str,
    code: &'a str,
    file: &'a str,
    line: Option<u64>,
    column: Option<usize>,
    message: &'a str,
    help: Option<&'a str>,
}

/// Writes the findings; what is not known of a place is null.
pub fn check_json(findings: &[Finding], out: &mut dyn io::Write) -> io::Result<()> {
    let record = |one: &'_ Finding| -> (Option<u64>, Option<usize>) {
        let line = (one.line > 0).then_some(one.line);
        (line, line.and((one.column > 0).then_some(one.column)))
    };
    let document = Document {
        version: 1,
        errors: count(findings, Level::Error),
        warnings: count(findings, Level::Warning),
        notes: count(findings, Level::Note),
        findings: findings
            .iter()
            .map(|one| Record {
                level: one.level.word(),
                code: one.code,
                file: &one.file,
                line: record(one).0,
                column: record(one).1,
                message: &one.message,
                help: one.help.as_deref(),
            })
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}
