//! Lines for a terminal of eighty columns, cut and wrapped at the width that is seen.

use super::text::one_line;
use std::io;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How wide a page for the terminal is.
pub(super) const WIDTH: usize = 80;

/// A line cut to the page's width, with an ellipsis where something is missing.
pub(super) fn cut(line: &str, width: usize) -> String {
    if line.width() <= width {
        return line.to_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for cluster in line.graphemes(true) {
        used += cluster.width();
        if used >= width {
            break;
        }
        kept.push_str(cluster);
    }
    kept.truncate(kept.trim_end().len());
    kept + "…"
}

/// Writes a line, cut to the page's width.
pub(super) fn line(out: &mut dyn io::Write, text: &str) -> io::Result<()> {
    writeln!(out, "{}", cut(text, WIDTH).trim_end())
}

/// Writes a text over several lines, each with this indentation.
pub(super) fn wrapped(out: &mut dyn io::Write, indent: usize, text: &str) -> io::Result<()> {
    let blanks = " ".repeat(indent);
    let width = WIDTH - indent;
    let mut row = String::new();
    for word in one_line(text).split(' ') {
        if !row.is_empty() && row.width() + 1 + word.width() > width {
            writeln!(out, "{blanks}{row}")?;
            row.clear();
        }
        if !row.is_empty() {
            row.push(' ');
        }
        row.push_str(&cut(word, width));
    }
    writeln!(out, "{blanks}{row}")
}

/// The part of a text around a word, for one line of this width.
pub(super) fn around(text: &str, word: &str, width: usize) -> String {
    let text = one_line(text);
    let lower = text.to_lowercase();
    // Where lower case has other lengths the places differ, and the beginning has to do.
    let place = lower.find(word).filter(|_| lower.len() == text.len());
    let from = place.map_or(0, |place| place.saturating_sub(width / 3));
    let start = (0..=from).rev().find(|&at| text.is_char_boundary(at));
    let rest = text.get(start.unwrap_or(0)..).unwrap_or_default();
    if start.unwrap_or(0) == 0 || lower.len() <= width {
        return cut(&text, width);
    }
    let rest = rest.split_once(' ').map_or(rest, |(_, rest)| rest);
    cut(&format!("…{rest}"), width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_at_the_width_that_is_seen() {
        assert_eq!(cut("日本語のテキスト", 7), "日本語…");
        assert_eq!(cut("short", 5), "short");
        assert_eq!(cut("longer", 5), "long…");
    }

    #[test]
    fn a_text_is_wrapped_between_words() {
        let mut out = Vec::new();
        wrapped(&mut out, 4, &"word ".repeat(20)).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text.lines().count(), 2, "{text}");
        assert!(
            text.lines()
                .all(|line| line.len() <= WIDTH && line.starts_with("    word"))
        );
    }

    #[test]
    fn the_word_is_seen_in_its_text() {
        let text = format!(
            "{} the courier came late",
            "much was said before ".repeat(9)
        );
        let seen = around(&text, "courier", 40);
        assert!(seen.starts_with('…') && seen.contains("courier"), "{seen}");
        assert_eq!(around("the courier", "courier", 40), "the courier");
    }
}
