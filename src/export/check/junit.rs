//! Findings as a `JUnit` test report, which most build servers read: a finding that fails is a failed test, a note
//! a skipped one.

use super::{Finding, Level, count};
use crate::export::text::steers;
use std::io;

/// Writes the report. Without a finding it holds one test that passed.
pub fn junit(findings: &[Finding], out: &mut dyn io::Write) -> io::Result<()> {
    let (tests, notes) = (findings.len().max(1), count(findings, Level::Note));
    let failures = findings.len() - notes;
    let counts =
        format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{notes}\"");
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"pothole check\" {counts}>")?;
    writeln!(out, "  <testsuite name=\"pothole check\" {counts}>")?;
    if findings.is_empty() {
        writeln!(
            out,
            "    <testcase classname=\"workspace\" name=\"no problems\"/>"
        )?;
    }
    for finding in findings {
        let (file, message) = (escaped(&finding.file), escaped(&finding.message));
        let name = escaped(&format!("{} {}", finding.code, finding.place()));
        write!(
            out,
            "    <testcase classname=\"{file}\" name=\"{name}\" file=\"{file}\""
        )?;
        if finding.line > 0 {
            write!(out, " line=\"{}\"", finding.line)?;
        }
        writeln!(out, ">")?;
        if finding.level == Level::Note {
            writeln!(out, "      <skipped message=\"{message}\"/>")?;
        } else {
            let help = finding.help.iter().map(|help| format!("\nhelp: {help}"));
            let whole = format!("{}{}", finding.one_line(), help.collect::<String>());
            let (kind, whole) = (finding.code, escaped(&whole));
            writeln!(
                out,
                "      <failure type=\"{kind}\" message=\"{message}\">{whole}</failure>"
            )?;
        }
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>")?;
    writeln!(out, "</testsuites>")
}

/// Text for XML 1.0, inside an element or an attribute; what XML has no way to write becomes U+FFFD.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(c),
            '\u{fffe}' | '\u{ffff}' => escaped.push(char::REPLACEMENT_CHARACTER),
            c if steers(c) => escaped.push(char::REPLACEMENT_CHARACTER),
            c => escaped.push(c),
        }
    }
    escaped
}
