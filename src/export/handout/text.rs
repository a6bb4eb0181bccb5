//! A page as text, at most 80 columns wide.

use super::{Grid, Part, Side};
use crate::export::column::{WIDTH, cut, line, wrapped};
use crate::export::text::one_line;
use std::io;
use unicode_width::UnicodeWidthStr;

/// How much narrower than its words a column may become before others do.
const LEAST_COLUMN: usize = 12;

pub(super) fn print(parts: &[Part], out: &mut dyn io::Write) -> io::Result<()> {
    for (place, part) in parts.iter().enumerate() {
        if place > 0 && matches!(part, Part::Heading(_)) {
            writeln!(out)?;
        }
        match part {
            Part::Heading(text) => line(out, &one_line(text))?,
            Part::Words(text) => wrapped(out, 2, text)?,
            Part::Quote(text) => wrapped(out, 4, &format!("“{}”", one_line(text)))?,
            Part::List(items) => {
                for item in items {
                    wrapped_item(out, item)?;
                }
            }
            Part::Table(grid) => table(grid, out)?,
        }
    }
    Ok(())
}

fn wrapped_item(out: &mut dyn io::Write, item: &str) -> io::Result<()> {
    let mut lines = Vec::new();
    wrapped(&mut lines, 4, item)?;
    if let Some(dash) = lines.get_mut(2) {
        *dash = b'-';
    }
    out.write_all(&lines)
}

fn table(grid: &Grid, out: &mut dyn io::Write) -> io::Result<()> {
    let clean: Vec<Vec<String>> = (grid.rows.iter())
        .map(|row| row.iter().map(|cell| one_line(cell)).collect())
        .collect();
    let widths = widths(grid, &clean);
    let header: Vec<String> = grid.columns.iter().map(|(name, _)| name.clone()).collect();
    for row in std::iter::once(&header).chain(&clean) {
        let cells = row.iter().zip(&widths).zip(&grid.columns);
        let cells = cells.map(|((cell, width), (_, side))| {
            let cell = cut(cell, *width);
            let blanks = " ".repeat(width.saturating_sub(cell.width()));
            match side {
                Side::Left => cell + &blanks,
                Side::Right => blanks + &cell,
            }
        });
        line(out, &format!("  {}", cells.collect::<Vec<_>>().join("  ")))?;
    }
    Ok(())
}

/// How wide each column is: as its cells need, the widest ones less where the page is too narrow.
fn widths(grid: &Grid, rows: &[Vec<String>]) -> Vec<usize> {
    let mut widths: Vec<usize> = (grid.columns.iter().enumerate())
        .map(|(at, (name, _))| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            let widest = cells.map(|cell| cell.width()).max().unwrap_or(0);
            widest.max(name.width())
        })
        .collect();
    let room = WIDTH.saturating_sub(2 * widths.len());
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths
            .iter_mut()
            .max()
            .filter(|widest| **widest > LEAST_COLUMN)
        else {
            break;
        };
        *widest -= 1;
    }
    widths
}
