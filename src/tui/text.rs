//! Fitting text into columns: a wide character takes two, a combining mark none, and what does not fit
//! ends in an ellipsis.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns a text takes on the screen.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    if is_plain(text) {
        return text.chars().count();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Whether every character of a text is narrow, so that each stands in a cell of its own.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || text.chars().all(is_narrow)
}

/// Whether a character takes one column and joins none beside it that is so too: letters and signs of the Latin
/// scripts, dashes and quotes, arrows, signs of mathematics, lines, blocks and shapes, stars, ticks and crosses, and
/// patterns of dots.
pub fn is_narrow(character: char) -> bool {
    matches!(character, ' '..='~' | '\u{2500}'..='\u{25fc}' | '\u{2800}'..='\u{28ff}')
        || matches!(character, '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{2010}'..='\u{2027}')
        || matches!(character, '\u{2030}'..='\u{203b}' | '\u{2190}'..='\u{22ff}')
        || matches!(character, '\u{2605}' | '\u{2606}' | '\u{2713}'..='\u{2718}')
}

/// The text itself where it fits into so many columns, else its beginning and `…`.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    fit_with(text, columns, "…")
}

/// The same with another ellipsis, for terminals without Unicode. Takes at most `columns`, and one
/// less where only half of a wide character would fit.
pub fn fit_with<'a>(text: &'a str, columns: usize, ellipsis: &str) -> Cow<'a, str> {
    // No character is wider than its bytes, so a short text needs no counting.
    if text.len() <= columns || width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let room = columns.saturating_sub(width(ellipsis));
    let head = head(text, room);
    if columns < width(ellipsis) {
        return Cow::Borrowed(self::head(text, columns));
    }
    Cow::Owned(format!("{}{ellipsis}", head.trim_end()))
}

/// The text fitted and filled with blanks to exactly so many columns.
pub fn pad(text: &str, columns: usize) -> String {
    let fitted = fit(text, columns);
    let blanks = columns.saturating_sub(width(&fitted));
    let mut padded = String::with_capacity(fitted.len() + blanks);
    padded.push_str(&fitted);
    padded.extend(std::iter::repeat_n(' ', blanks));
    padded
}

/// A text in two: as many whole words as fit into so many columns, and the rest. A first word that does
/// not fit is cut.
pub fn split(text: &str, columns: usize) -> (&str, &str) {
    if width(text) <= columns {
        return (text, "");
    }
    let head = head(text, columns);
    let rest = &text[head.len()..];
    let cut = match head.rfind(' ') {
        _ if rest.starts_with(' ') => head.len(),
        Some(blank) if blank > 0 => blank,
        _ => head.len(),
    };
    (text[..cut].trim_end(), text[cut..].trim_start())
}

/// The longest beginning of a text that takes at most so many columns; never half of a character.
fn head(text: &str, columns: usize) -> &str {
    if is_plain(text) {
        let end = text.char_indices().nth(columns);
        return end.map_or(text, |(at, _)| &text[..at]);
    }
    let mut taken = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        taken += grapheme.width();
        if taken > columns {
            return &text[..at];
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_left_alone_and_what_does_not_ends_in_an_ellipsis() {
        assert_eq!(fit("Check in", 8), "Check in");
        assert_eq!(fit("Check in", 7), "Check…");
        assert_eq!(fit("Check in", 5), "Chec…");
        assert_eq!(fit("Check in", 1), "…");
        assert_eq!(fit("Check in", 0), "");
        assert_eq!(fit_with("Check in", 6, ".."), "Chec..");
    }

    #[test]
    fn a_wide_character_is_never_cut_in_half() {
        assert_eq!(width("予約する"), 8);
        assert_eq!(fit("予約する", 8), "予約する");
        assert_eq!(fit("予約する", 7), "予約す…");
        assert_eq!(fit("予約する", 6), "予約…");
        assert_eq!(pad("予約する", 6), "予約… ");
    }

    #[test]
    fn a_text_is_split_between_words_where_it_has_any() {
        assert_eq!(
            split("Find a parking space", 14),
            ("Find a parking", "space")
        );
        assert_eq!(
            split("Find a parking space", 12),
            ("Find a", "parking space")
        );
        assert_eq!(split("Gepäckaufgabe", 8), ("Gepäckau", "fgabe"));
        assert_eq!(split("予約する", 5), ("予約", "する"));
        assert_eq!(split("Board", 5), ("Board", ""));
    }

    #[test]
    fn narrow_characters_take_one_column_and_stand_alone() {
        let narrow: Vec<char> = ('\0'..=char::MAX).filter(|c| is_narrow(*c)).collect();
        let all: String = narrow.iter().collect();
        assert_eq!(all.graphemes(true).count(), narrow.len());
        for character in narrow {
            let twice = format!("{character}{character}");
            assert_eq!(twice.graphemes(true).count(), 2, "{character:?}");
            assert_eq!(twice.width(), 2, "{character:?}");
            assert_eq!(format!("a{character}b").width(), 3, "{character:?}");
            assert!(!character.is_control());
        }
    }

    #[test]
    fn marks_and_joined_emoji_stay_with_their_character() {
        assert_eq!(width("Zu\u{308}rich"), 6);
        assert_eq!(fit("Zu\u{308}rich", 3), "Zu\u{308}…");
        let family = "👩‍👩‍👧 asks";
        assert_eq!(fit(family, 4), "👩‍👩‍👧…");
        assert_eq!(width(&pad(family, 12)), 12);
    }
}
