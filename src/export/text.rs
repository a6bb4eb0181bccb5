//! Text that people wrote, made harmless for the page or the sheet it goes to.

/// One line of text in which every character can be seen: blanks of all kinds become a space, what
/// would steer a terminal or turn the reading direction becomes the replacement character.
pub(super) fn one_line(text: &str) -> String {
    let shown = text.chars().map(|c| match c {
        c if c.is_whitespace() => ' ',
        c if steers(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    });
    let shown: String = shown.collect();
    let words: Vec<&str> = shown.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Whether a character changes how what follows is shown instead of being shown itself: controls,
/// line and paragraph separators, and the marks that turn the reading direction.
pub(super) fn steers(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{2028}'
                | '\u{2029}'
                | '\u{200B}'
                | '\u{200E}'
                | '\u{200F}'
                | '\u{061C}'
                | '\u{AD}'
                | '\u{FEFF}'
        )
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// One line of text that Markdown (`CommonMark` and GitHub's) shows as it is written, inside a
/// paragraph, a heading or the cell of a table. It must not begin a line: lists do.
pub(super) fn markdown(text: &str) -> String {
    let line = one_line(text);
    let mut escaped = String::with_capacity(line.len() + 8);
    for (place, c) in line.char_indices() {
        let (before, after) = (&line[..place], &line[place + c.len_utf8()..]);
        let special = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '$' | '@' => {
                true
            }
            // GitHub makes links of bare addresses.
            ':' => after.starts_with("//"),
            '.' => before.len() >= 3 && before.as_bytes()[place - 3..].eq_ignore_ascii_case(b"www"),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// One line of text that no spreadsheet runs: where its first character that can be seen would begin a
/// formula, a `'` stands before it all.
pub(super) fn cell(text: &str) -> String {
    let line = one_line(text);
    let formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    if line.trim_start_matches(unseen).starts_with(formula) {
        format!("'{line}")
    } else {
        line
    }
}

/// Whether a character leaves no mark of its own: blanks, and those without width.
fn unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200D}')
        || matches!(c, '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_is_neutralised() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'=1"),
            ("\r\n =1", "'=1"),
            ("\u{a0}=1", "'=1"),
            ("＝1", "'＝1"),
            ("\u{feff}\u{200b}=1", "\u{fffd}\u{fffd}=1"),
            ("\u{200d}=1", "'\u{200d}=1"),
            ("a\n=1", "a =1"),
            ("Check-in", "Check-in"),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected, "{text:?}");
        }
    }

    #[test]
    fn nothing_steers_a_terminal_from_a_line() {
        assert_eq!(one_line("a\u{1b}[31mb\u{9b}c"), "a\u{fffd}[31mb\u{fffd}c");
        assert_eq!(one_line("abc\u{202e}fed"), "abc\u{fffd}fed");
        assert_eq!(one_line("one\u{2028}two \t three"), "one two three");
        assert_eq!(one_line("👩\u{200d}🚀 नमस्ते"), "👩\u{200d}🚀 नमस्ते");
    }
}
