//! Words in a drawing, which does not break lines: cut to lines by how wide letters are about to be.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// About how wide a text is, in tenths of the letter's height: narrow letters, wide ones, and the rest.
/// Fonts differ; the guess is on the wide side.
fn wide(text: &str) -> f64 {
    let letter = |cluster: &str| match cluster {
        "i" | "l" | "j" | "I" | "." | "," | ":" | ";" | "'" | "|" | " " | "(" | ")" => 0.37,
        "t" | "f" | "r" => 0.48,
        "m" | "w" | "M" | "W" | "@" | "%" => 0.98,
        other
            if other
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()) =>
        {
            0.67
        }
        other => match other.width() {
            0 => 0.0,
            1 => 0.74,
            _ => 1.02,
        },
    };
    text.graphemes(true).map(letter).sum()
}

/// A text cut to a width, with an ellipsis where something is missing.
pub(super) fn cut(text: &str, width: f64, size: f64) -> String {
    if wide(text) * size <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for cluster in text.graphemes(true) {
        if (wide(&kept) + wide(cluster) + 0.9) * size > width {
            break;
        }
        kept.push_str(cluster);
    }
    kept.truncate(kept.trim_end().len());
    kept + "…"
}

/// A text broken between words into at most so many lines; the last one is cut.
pub(super) fn lines(text: &str, (width, size): (f64, f64), most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let full = lines.len() == most;
        match lines.last_mut() {
            Some(line) if full || (wide(line) + 0.34 + wide(word)) * size <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| cut(line, width, size)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_broken_between_words_and_its_last_line_is_cut() {
        let lines = lines(
            "Hear what is wrong and what it costs to have it mended",
            (138.0, 12.0),
            2,
        );
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0], "Hear what is wrong");
        assert!(
            lines[1].starts_with("and what it") && lines[1].ends_with('…'),
            "{lines:?}"
        );
        assert!(lines.iter().all(|line| wide(line) * 12.0 <= 138.0));
    }

    #[test]
    fn a_word_without_blanks_is_cut_too() {
        let cut = lines(
            "Donaudampfschifffahrtsgesellschaftskapitän",
            (138.0, 12.0),
            2,
        );
        assert!(cut.len() == 1 && cut[0].ends_with('…'), "{cut:?}");
        assert_eq!(lines("", (138.0, 12.0), 2), Vec::<String>::new());
    }
}
