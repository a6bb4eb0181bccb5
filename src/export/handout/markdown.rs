//! A page as Markdown: one title, sections below it.

use super::{Grid, Part, Side};
use crate::export::text::markdown;
use std::io;
use unicode_width::UnicodeWidthStr;

pub(super) fn print(parts: &[Part], out: &mut dyn io::Write) -> io::Result<()> {
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        match part {
            Part::Heading(text) => {
                let marks = if place == 0 { "#" } else { "##" };
                writeln!(out, "{marks} {}", markdown(text))?;
            }
            Part::Words(text) => writeln!(out, "{}", begun(&markdown(text)))?,
            Part::Quote(text) => writeln!(out, "> {}", begun(&markdown(text)))?,
            Part::List(items) => {
                for item in items {
                    writeln!(out, "- {}", begun(&markdown(item)))?;
                }
            }
            Part::Table(grid) => table(grid, out)?,
        }
    }
    Ok(())
}

/// Text that begins a line, so that its first sign makes no list and no heading.
fn begun(text: &str) -> String {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < text.len() && digits.starts_with(['.', ')']);
    if numbered {
        let at = text.len() - digits.len();
        return format!("{}\\{}", &text[..at], &text[at..]);
    }
    if text.starts_with(['-', '+', '=']) {
        return format!("\\{text}");
    }
    text.to_owned()
}

fn table(grid: &Grid, out: &mut dyn io::Write) -> io::Result<()> {
    let header: Vec<String> = grid
        .columns
        .iter()
        .map(|(name, _)| markdown(name))
        .collect();
    let rows: Vec<Vec<String>> = (grid.rows.iter())
        .map(|row| row.iter().map(|cell| markdown(cell)).collect())
        .collect();
    let widths: Vec<usize> = (0..header.len())
        .map(|at| {
            let cells = std::iter::once(&header).chain(&rows);
            let cells = cells.filter_map(|row| row.get(at));
            cells.map(|cell| cell.width()).max().unwrap_or(0).max(3)
        })
        .collect();
    let joined = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).zip(&grid.columns);
        let cells = cells.map(|((cell, width), (_, side))| {
            let blanks = " ".repeat(width.saturating_sub(cell.width()));
            match side {
                Side::Left => format!("{cell}{blanks}"),
                Side::Right => format!("{blanks}{cell}"),
            }
        });
        joined(cells.collect())
    };
    let rule = grid
        .columns
        .iter()
        .zip(&widths)
        .map(|((_, side), width)| match side {
            Side::Left => "-".repeat(*width),
            Side::Right => format!("{}:", "-".repeat(width - 1)),
        });
    writeln!(out, "{}", line(&header))?;
    writeln!(out, "{}", joined(rule.collect()))?;
    rows.iter()
        .try_for_each(|row| writeln!(out, "{}", line(row)))
}
