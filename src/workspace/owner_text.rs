//! Writes an owner as a YAML scalar: in the quotes it had where they work, plain where plain text
//! reads back as the same text everywhere.

use super::tree::Style;

/// The scalar for an owner, in a style it was written in before.
pub(super) fn scalar(owner: &str, style: Style) -> String {
    match style {
        Style::Double => double(owner),
        Style::Plain if is_plain(owner) => owner.to_owned(),
        Style::Plain | Style::Single | Style::Block => format!("'{}'", owner.replace('\'', "''")),
    }
}

/// Whether an owner, or a phrase, can be saved at all: one line of visible text.
pub(super) fn is_writable(owner: &str) -> bool {
    !owner.is_empty()
        && owner.len() <= 1_000
        && owner.trim() == owner
        && super::visible::visible(owner) == owner
}

fn double(owner: &str) -> String {
    let escaped = owner.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

/// Whether a text, written without quotes, is the same text to this reader and to others: no sign
/// YAML gives a meaning to, and nothing that others take for a number, a date, a flag or null.
fn is_plain(owner: &str) -> bool {
    let inner =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '+' | '(' | ')');
    let starts = owner.starts_with(char::is_alphabetic);
    starts && owner.chars().all(inner) && !is_word_of_yaml(owner)
}

fn is_word_of_yaml(owner: &str) -> bool {
    let words = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf",
    ];
    words.contains(&owner.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::yaml;

    #[test]
    fn every_owner_reads_back_as_itself_in_every_style_alone_and_in_braces() {
        let owners = [
            "car-parks",
            "Ana Sousa",
            "NO",
            "null",
            "~",
            "007",
            "1.5",
            "2017-05-15",
            "it's",
            "a \"b\" \\c",
            "a: b",
            "a #b",
            "- a",
            "[x]",
            "{x}",
            "a, b",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            "?",
            ":",
            "é日本",
            "x:",
            "...",
            "---",
            "'",
            "\"",
            "\\",
            "<<",
            "=",
            "a]",
            "a}",
            "#a",
        ];
        for owner in owners {
            for style in [Style::Plain, Style::Single, Style::Double, Style::Block] {
                let written = scalar(owner, style);
                for text in [
                    format!("o: {written}\n"),
                    format!("{{o: {written}, p: 1}}\n"),
                ] {
                    let root = yaml::read(&text).unwrap();
                    let read = root.get("o").unwrap();
                    assert_eq!(read.text(), Some(owner), "{text}");
                    assert!(!read.is_null(), "{text}");
                }
            }
        }
    }

    #[test]
    fn plain_words_stay_plain_and_others_are_quoted() {
        assert_eq!(scalar("Ana Sousa", Style::Plain), "Ana Sousa");
        assert_eq!(scalar("No", Style::Plain), "'No'");
        assert_eq!(scalar("it's", Style::Plain), "'it''s'");
        assert_eq!(scalar("car-parks", Style::Double), "\"car-parks\"");
    }

    #[test]
    fn an_owner_that_is_no_line_of_text_is_not_written() {
        for owner in ["", " a", "a ", "a\nb", "a\u{1b}[0m", "a\u{202e}b"] {
            assert!(!is_writable(owner), "{owner:?}");
        }
        assert!(is_writable("Ana Sousa (nights)"));
    }
}
