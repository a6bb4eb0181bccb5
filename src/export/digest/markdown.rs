//! The digest as Markdown, for a wiki, a pull request or a chat that reads it.

use super::Digest;
use super::item::Item;
use crate::export::text::markdown as escaped;
use std::io;

/// Writes a digest as Markdown. Fails only when `out` does.
pub fn digest_markdown(digest: &Digest, out: &mut dyn io::Write) -> io::Result<()> {
    let (from, to) = digest.days;
    writeln!(out, "# {}, week {}\n", escaped(&digest.title), digest.week)?;
    writeln!(out, "{from} to {to}\n")?;
    if let [statement, number @ ..] = digest.star.as_slice() {
        writeln!(out, "**North star:** {}", escaped(statement))?;
        for line in number {
            writeln!(out, "({})", escaped(line))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", escaped(&digest.summary))?;
    for section in &digest.sections {
        writeln!(out, "\n## {}\n", section.title)?;
        section.items.iter().try_for_each(|one| item(one, out))?;
    }
    writeln!(out, "\n{}", escaped(&digest.coverage))
}

fn item(item: &Item, out: &mut dyn io::Write) -> io::Result<()> {
    let says = escaped(&item.says);
    if item.name.is_empty() {
        writeln!(out, "- {says}")?;
    } else {
        writeln!(out, "- **{}**: {says}", escaped(&item.name))?;
    }
    match &item.quote {
        Some(quote) => writeln!(
            out,
            "  “{}” ({})",
            escaped(&quote.words),
            escaped(&quote.whence)
        ),
        None => Ok(()),
    }
}
