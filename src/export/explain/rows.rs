//! The newest rows at a touchpoint, with where they stand.

use super::{Explained, title};
use crate::export::column::{line, wrapped};
use crate::export::text::one_line;
use crate::feedback::{Polarity, Verbatim};
use std::io;

/// How many characters of a row are shown.
const MOST_TEXT: usize = 220;

/// Writes the newest rows.
pub(super) fn newest(explained: Explained<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    if explained.newest.is_empty() {
        return Ok(());
    }
    title(out, "Newest rows with a text")?;
    for row in explained.newest {
        let day = row.day.map_or("undated".to_owned(), |day| day.to_string());
        let place = format!("{}:{}", one_line(&row.file), row.line);
        line(out, &format!("  {day} {} {place}", spoke(row)))?;
        let mut text: String = row.text.chars().take(MOST_TEXT).collect();
        if text.len() < row.text.len() {
            text.push('…');
        }
        wrapped(out, 4, &text)?;
    }
    Ok(())
}

fn spoke(row: &Verbatim) -> String {
    let word = match row.polarity {
        Polarity::Complaint => "complaint",
        Polarity::Neutral => "neutral",
        Polarity::Praise => "praise",
        Polarity::Unscored => "unscored",
    };
    row.score.map_or_else(
        || word.to_owned(),
        |score| format!("{word} ({})", score.value()),
    )
}
