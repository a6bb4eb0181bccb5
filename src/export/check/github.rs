//! Findings as GitHub's workflow commands, which its runner turns into annotations of the lines.
//!
//! Source: GitHub Docs, "Workflow commands for GitHub Actions"; what is escaped follows the runner's own
//! toolkit: `%`, CR and LF in the message, `:` and `,` besides in a property.

use super::{Finding, Level};
use crate::export::text::steers;
use std::io;

/// Writes one command a finding: `::error file=journeys/buy.yaml,line=9,col=16,title=overdue::message`.
pub fn github(findings: &[Finding], out: &mut dyn io::Write) -> io::Result<()> {
    for finding in findings {
        let command = match finding.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "notice",
        };
        write!(out, "::{command} file={}", property(&finding.file))?;
        if finding.line > 0 {
            write!(out, ",line={}", finding.line)?;
        }
        if finding.line > 0 && finding.column > 0 {
            let end = finding.column + finding.width.max(1) - 1;
            write!(out, ",col={},endColumn={end}", finding.column)?;
        }
        let help = finding.help.iter().map(|help| format!("\n{help}"));
        let message = format!("{}{}", finding.message, help.collect::<String>());
        writeln!(out, ",title={}::{}", property(finding.code), data(&message))?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    let text = text
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A");
    // A file may be called anything; what it is called must not steer the terminal of whoever reads along.
    let seen = |c| {
        if steers(c) {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    text.chars().map(seen).collect()
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
