//! The form of an id: lower-case letters, digits and single dashes.

use super::Kind;
use super::fields::Text;
use super::reporter::Reporter;
use super::visible::quoted;

/// Whether a text has the form of an id.
pub(super) fn is_id(text: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.split('-').all(part)
}

/// Reports an id that has not the form of one.
pub(super) fn check(id: &Text, report: &mut Reporter<'_>) {
    if is_id(&id.text) {
        return;
    }
    let message = format!("{} is not an id", quoted(&id.text));
    let mut help = "an id is lower-case letters, digits and single dashes".to_owned();
    let mended = slug(&id.text);
    if is_id(&mended) {
        help = format!("{help}: write `{mended}`");
    }
    report.say(Kind::BadId, id.at, message, help);
}

/// An id made of any text: its letters and digits, in lower case, with dashes between; empty where there is
/// none of them.
pub fn slug(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_letters_digits_and_single_dashes() {
        for id in ["a", "fly-out", "car-park-2", "007"] {
            assert!(is_id(id), "{id}");
        }
        for text in ["", "-a", "a-", "a--b", "A", "a b", "a/b", "é", "a_b"] {
            assert!(!is_id(text), "{text}");
        }
        assert_eq!(slug("Car Park_2!"), "car-park-2");
    }
}
