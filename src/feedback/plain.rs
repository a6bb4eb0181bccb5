//! Customers' text made plain: nothing is left in it that could steer a terminal, reorder a line or hide
//! from the eye.

use unicode_segmentation::UnicodeSegmentation;

/// How many characters one cluster may have; the accents beyond are dropped.
const MOST_IN_CLUSTER: usize = 8;

/// How many bytes of text are kept of one cell.
const MOST_TEXT: usize = 32 * 1024;

/// How many bytes of a name are kept.
const MOST_NAME: usize = 200;

/// What stands where text was cut.
const CUT: char = '…';

/// Makes a text of several paragraphs plain. Line breaks stay, as `\n`; a tab becomes a blank; controls
/// become their pictures and characters that hide or reorder become `�`. Long texts are cut.
pub(crate) fn paragraphs(text: &str) -> String {
    plain(text.trim(), true, MOST_TEXT)
}

/// Makes a name or another single line plain: as [`paragraphs`], with line breaks as blanks.
pub(crate) fn line(text: &str) -> String {
    plain(text.trim(), false, MOST_NAME)
}

fn plain(text: &str, breaks: bool, most: usize) -> String {
    // A cut before the cleaning keeps a cell of many megabytes from costing more than its first part.
    let (text, mut cut) = beginning(text, most);
    let mut plain = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        if matches!(cluster, "\r\n" | "\n" | "\r") {
            plain.push(if breaks { '\n' } else { ' ' });
            continue;
        }
        let joins = is_joined(cluster);
        for c in cluster.chars().take(MOST_IN_CLUSTER) {
            let joiner = joins && matches!(c, '\u{200c}' | '\u{200d}');
            plain.push(if joiner { c } else { seen(c, breaks) });
        }
        if plain.len() > most {
            cut = true;
            break;
        }
    }
    if cut {
        plain.push(CUT);
    }
    plain
}

fn beginning(text: &str, most: usize) -> (&str, bool) {
    if text.len() <= most {
        return (text, false);
    }
    let mut end = most;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    (&text[..end], true)
}

/// Whether a joiner means something in a cluster: in emoji made of several, and in the scripts from
/// Arabic to Sinhala, where it belongs to the spelling.
fn is_joined(cluster: &str) -> bool {
    matches!(
        cluster.chars().next(),
        Some('\u{600}'..='\u{dff}' | '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
    )
}

/// What is shown for a character.
fn seen(c: char, breaks: bool) -> char {
    match c {
        '\t' => ' ',
        // Control pictures stand in the order of the controls.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{2028}' | '\u{2029}' if breaks => '\n',
        '\u{2028}' | '\u{2029}' => ' ',
        _ if hides(c) => '\u{fffd}',
        _ => c,
    }
}

/// Characters that show nothing or move what stands around them.
fn hides(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' // C1 controls
        | '\u{ad}' // soft hyphen
        | '\u{34f}' // grapheme joiner
        | '\u{61c}' // Arabic letter mark
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // Hangul fillers
        | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' // zero width, and marks of direction
        | '\u{202a}'..='\u{202e}' // embeddings and overrides
        | '\u{2060}'..='\u{206f}' // word joiner, isolates
        | '\u{feff}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' // tags
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_comes_through() {
        assert_eq!(line("\u{1b}[31mred\u{7} \0\u{7f}"), "␛[31mred␇ ␀␡");
        assert_eq!(line("a\u{9b}31m"), "a�31m");
        assert_eq!(
            line("\u{202e}evil\u{2066}x\u{200b}y\u{feff}z\u{e0041}"),
            "�evil�x�y�z�"
        );
    }

    #[test]
    fn line_breaks_stay_in_texts_and_are_blanks_in_names() {
        let text = " one\r\ntwo\rthree\nfour\u{2028}five\tsix ";
        assert_eq!(paragraphs(text), "one\ntwo\nthree\nfour\nfive six");
        assert_eq!(line(text), "one two three four five six");
    }

    #[test]
    fn ordinary_writing_is_left_as_it_is() {
        for text in [
            "naïve café façade",
            "返金 遅い",
            "плохо",
            "👩‍👩‍👧 🇵🇹 👍🏽 ❤️",
            "नमस्ते",
            "مرحبا",
            "نمی\u{200c}خواهم",
        ] {
            assert_eq!(paragraphs(text), text);
        }
    }

    #[test]
    fn accents_without_end_and_texts_without_end_are_cut() {
        let zalgo = format!("a{}b", "\u{301}".repeat(100_000));
        assert!(paragraphs(&zalgo).chars().count() <= MOST_IN_CLUSTER + 2);
        let long = "é ".repeat(1_000_000);
        let cut = paragraphs(&long);
        assert!(
            cut.ends_with('…') && cut.len() <= MOST_TEXT + 8,
            "{}",
            cut.len()
        );
        assert!(line(&long).len() <= MOST_NAME + 8);
    }
}
