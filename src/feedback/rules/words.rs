//! Where words begin and end.

/// Whether no word goes on beyond either end of what lies between `start` and `end`.
pub(super) fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let (Some(before), Some(found), Some(after)) =
        (text.get(..start), text.get(start..end), text.get(end..))
    else {
        return false;
    };
    let joined = |left: Option<char>, right: Option<char>| match (left, right) {
        (Some(left), Some(right)) => in_word(left) && in_word(right),
        _ => false,
    };
    !joined(before.chars().next_back(), found.chars().next())
        && !joined(found.chars().next_back(), after.chars().next())
}

/// Whether a character is part of a word of a script that puts blanks between words.
fn in_word(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => true,
        _ if c.is_ascii() => false,
        // Combining marks belong to the letter before them.
        '\u{300}'..='\u{36f}' => true,
        _ => c.is_alphanumeric() && !unspaced(c),
    }
}

/// Scripts written without blanks between words: Thai to Myanmar, Khmer, kana, Han.
fn unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_where_no_letter_digit_or_accent_follows() {
        for (text, alone) in [
            ("<ab>", true),
            ("x<ab>", false),
            ("<ab>9", false),
            ("<ab>_", false),
            ("(<ab>)", true),
            ("<ab>\u{301}", false),
            ("é<ab>", false),
            ("で<ab>を", true),
            ("x<を>x", true),
            ("x<#5>.", true),
        ] {
            let start = text.find('<').unwrap();
            let end = text.find('>').unwrap() - 1;
            let plain: String = text.chars().filter(|c| !"<>".contains(*c)).collect();
            assert_eq!(stands_alone(&plain, start, end), alone, "{text}");
        }
    }
}
