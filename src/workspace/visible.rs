//! Text from files made safe for a message: what could steer a terminal becomes a visible mark, one
//! for one, so that columns stay where they are.

/// The most characters of a line or a quoted value that a problem carries.
const MOST_CHARS: usize = 1_000;

/// Replaces every character that could steer a terminal or hide by a visible one.
pub fn visible(text: &str) -> String {
    let mut shown: String = text.chars().take(MOST_CHARS).map(mark).collect();
    if text.chars().nth(MOST_CHARS).is_some() {
        shown.push('…');
    }
    shown
}

/// A value from a file for the middle of a sentence: short, on one line, in backquotes.
pub(super) fn quoted(text: &str) -> String {
    let mut chars = text.chars().map(mark);
    let start: String = chars.by_ref().take(60).collect();
    let rest = if chars.next().is_some() { "…" } else { "" };
    format!("`{start}{rest}`")
}

fn mark(c: char) -> char {
    match c {
        '\t' => '→',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('�'),
        '\u{7f}' => '␡',
        // C1 controls, soft hyphen, zero-width and bidi marks, line separators, fillers, TAGs.
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => '�',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_gets_through() {
        let hostile = "a\u{1b}[2Jb\u{9b}1m\u{202e}c\u{2028}\u{e0041}\td\r";
        assert_eq!(visible(hostile), "a␛[2Jb�1m�c��→d␍");
        assert_eq!(visible(hostile).chars().count(), hostile.chars().count());
    }

    #[test]
    fn long_values_are_cut() {
        assert_eq!(quoted(&"x".repeat(61)), format!("`{}…`", "x".repeat(60)));
        assert_eq!(visible(&"y".repeat(2_000)).chars().count(), 1_001);
    }
}
