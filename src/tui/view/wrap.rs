//! Breaking text into lines of so many columns, at blanks where there are any.

use crate::tui::text;
use unicode_segmentation::UnicodeSegmentation;

/// The most bytes of one text that are drawn; what follows is one ellipsis.
const MOST: usize = 4_000;

/// The lines of a text. A word wider than a line is cut.
pub(super) fn wrap(whole: &str, columns: usize) -> Vec<String> {
    if columns == 0 {
        return Vec::new();
    }
    let shown = beginning(whole);
    let mut lines = Vec::new();
    let (mut line, mut taken) = (String::new(), 0);
    let words = shown.split_whitespace();
    for word in words.chain((shown.len() < whole.len()).then_some("…")) {
        let wide = text::width(word);
        if taken > 0 && taken + 1 + wide > columns {
            lines.push(std::mem::take(&mut line));
            taken = 0;
        }
        if taken > 0 {
            line.push(' ');
            taken += 1;
        }
        if taken + wide <= columns {
            line.push_str(word);
            taken += wide;
            continue;
        }
        for grapheme in word.graphemes(true) {
            let wide = text::width(grapheme);
            if taken + wide > columns && taken > 0 {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            line.push_str(grapheme);
            taken += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// As much of a text as is drawn of it.
pub(super) fn beginning(whole: &str) -> &str {
    let mut end = whole.len().min(MOST);
    while !whole.is_char_boundary(end) {
        end -= 1;
    }
    &whole[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_breaks_at_blanks_and_long_words_break_anywhere() {
        assert_eq!(wrap("no space left", 8), ["no space", "left"]);
        assert_eq!(wrap("予約する page", 5), ["予約", "する", "page"]);
        assert_eq!(wrap("", 5), Vec::<String>::new());
        assert_eq!(wrap("x", 0), Vec::<String>::new());
    }

    #[test]
    fn a_text_of_megabytes_is_cut_before_it_is_broken() {
        let lines = wrap(&"word ".repeat(1_000_000), 50);
        assert!(lines.len() < 100);
        assert!(lines.last().unwrap().ends_with('…'));
    }
}
