//! A text made ready for a search, which still knows where each of its bytes came from.

use super::accents;
use std::ops::Range;

/// A text and the place in the written one of the letter that each byte comes from.
#[derive(Debug)]
pub(super) struct Traced {
    pub(super) text: String,
    origins: Vec<usize>,
    /// How long the written text is.
    len: usize,
}

impl Traced {
    /// A text as it is written.
    pub(super) fn of(text: &str) -> Self {
        let mut traced = Self {
            text: text.to_owned(),
            origins: Vec::with_capacity(text.len()),
            len: text.len(),
        };
        for (place, letter) in text.char_indices() {
            traced.origins.extend((0..letter.len_utf8()).map(|_| place));
        }
        traced
    }

    /// With one blank wherever there are several.
    pub(super) fn joined(&self) -> Self {
        let mut blank = false;
        self.each(|letter, out| {
            if !letter.is_whitespace() {
                out.push(letter);
            } else if !blank {
                out.push(' ');
            }
            blank = letter.is_whitespace();
        })
    }

    /// In lower case.
    pub(super) fn lowered(&self) -> Self {
        let mut lowered = self.each(|letter, out| out.extend(letter.to_lowercase()));
        // A sigma at the end of a word is another one, of the same length.
        let whole = self.text.to_lowercase();
        if whole.len() == lowered.text.len() {
            lowered.text = whole;
        }
        lowered
    }

    /// Without accents.
    pub(super) fn unaccented(&self) -> Self {
        self.each(|letter, out| out.push_str(&accents::off(letter.encode_utf8(&mut [0; 4]))))
    }

    /// The bytes of the written text that some bytes of this one come from; a letter that came to
    /// several is whole among them.
    pub(super) fn written(&self, found: &Range<usize>) -> Range<usize> {
        let start = self.origins.get(found.start).copied().unwrap_or(self.len);
        let last = found
            .end
            .checked_sub(1)
            .and_then(|last| self.origins.get(last));
        let last = last.copied().unwrap_or(start);
        let after = self.origins.get(found.end..).unwrap_or_default();
        let next = after.iter().find(|origin| **origin > last);
        start..next.copied().unwrap_or(self.len)
    }

    /// What each letter turns into.
    fn each(&self, mut turn: impl FnMut(char, &mut String)) -> Self {
        let mut turned = Self {
            text: String::with_capacity(self.text.len()),
            origins: Vec::with_capacity(self.text.len()),
            len: self.len,
        };
        for (at, letter) in self.text.char_indices() {
            turn(letter, &mut turned.text);
            let origin = self.origins.get(at).copied().unwrap_or(self.len);
            turned.origins.resize(turned.text.len(), origin);
        }
        turned
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_traced_back_to_what_was_written() {
        let written = "İ  größe\n\ncafe\u{301} ΛΌΓΟΣ";
        let joined = Traced::of(written).joined();
        assert_eq!(joined.text, "İ größe cafe\u{301} ΛΌΓΟΣ");
        let lowered = joined.lowered();
        assert!(lowered.text.ends_with("λόγος"));
        let plain = lowered.unaccented();
        for (traced, wanted, expected) in [
            (&joined, "größe cafe", "größe\n\ncafe"),
            (&lowered, "λόγος", "ΛΌΓΟΣ"),
            (&plain, "grosse cafe", "größe\n\ncafe\u{301}"),
            (&plain, "i", "İ"),
        ] {
            let at = traced.text.find(wanted).unwrap();
            let range = traced.written(&(at..at + wanted.len()));
            assert_eq!(written.get(range), Some(expected));
        }
    }
}
