//! The digest as plain text of eighty columns, for a terminal and a mail without formats.

use super::Digest;
use crate::export::column::wrapped;
use std::io;

/// Writes a digest as text. Fails only when `out` does.
pub fn digest_text(digest: &Digest, out: &mut dyn io::Write) -> io::Result<()> {
    let (from, to) = digest.days;
    wrapped(
        out,
        0,
        &format!("{}, week {} ({from} to {to})", digest.title, digest.week),
    )?;
    for line in &digest.star {
        wrapped(out, 0, line)?;
    }
    writeln!(out)?;
    wrapped(out, 0, &digest.summary)?;
    for section in &digest.sections {
        writeln!(out, "\n{}", section.title.to_uppercase())?;
        for item in &section.items {
            let line = match item.name.as_str() {
                "" => item.says.clone(),
                name => format!("{name}: {}", item.says),
            };
            wrapped(out, 2, &line)?;
            if let Some(quote) = &item.quote {
                wrapped(out, 4, &format!("“{}” ({})", quote.words, quote.whence))?;
            }
        }
    }
    writeln!(out)?;
    wrapped(out, 0, &digest.coverage)
}
