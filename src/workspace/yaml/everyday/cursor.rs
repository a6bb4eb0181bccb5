//! A place in a text, and the steps over blanks, comments and ends of lines.

/// A place in a text.
pub(super) struct Cursor<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// The byte it stands at.
    pub(super) at: usize,
    /// Where the line of that byte begins.
    pub(super) line: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            line: 0,
        }
    }

    /// A byte of the text; 0 behind its end, which no text for every day holds.
    #[inline]
    pub(super) fn byte_at(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or_default()
    }

    #[inline]
    pub(super) fn byte(&self) -> u8 {
        self.byte_at(self.at)
    }

    #[inline]
    pub(super) fn at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// How far from its line's beginning it stands; only blanks and dashes are before what it is asked of.
    #[inline]
    pub(super) fn column(&self) -> usize {
        self.at - self.line
    }

    /// Whether what stands at a byte separates: a blank, the end of a line or of the text.
    #[inline]
    pub(super) fn separates(&self, at: usize) -> bool {
        matches!(self.byte_at(at), b' ' | b'\n' | b'\r' | 0)
    }

    /// Whether a line or the text ends here.
    #[inline]
    pub(super) fn at_break(&self) -> bool {
        matches!(self.byte(), b'\n' | b'\r' | 0)
    }

    /// Whether the dash of a list's item stands here.
    #[inline]
    pub(super) fn at_dash(&self) -> bool {
        self.byte() == b'-' && self.separates(self.at + 1)
    }

    /// Whether a colon that ends a key stands here.
    #[inline]
    pub(super) fn at_colon(&self) -> bool {
        self.byte() == b':' && self.separates(self.at + 1)
    }

    #[inline]
    pub(super) fn blanks(&mut self) {
        while self.byte() == b' ' {
            self.at += 1;
        }
    }

    /// Goes over blanks and a comment, not over the end of the line.
    #[inline]
    pub(super) fn blanks_and_comment(&mut self) -> Option<()> {
        self.blanks();
        if self.byte() == b'#' {
            self.comment()?;
        }
        Some(())
    }

    /// Goes on to the end of a line's text; nothing when a comment is not set off from what is before it.
    fn comment(&mut self) -> Option<()> {
        if self.at > self.line && self.byte_at(self.at - 1) != b' ' {
            return None;
        }
        let rest = &self.text.as_bytes()[self.at..];
        let length = memchr::memchr2(b'\n', b'\r', rest);
        self.at += length.unwrap_or(rest.len());
        Some(())
    }

    /// Goes over the end of a line, with which the cursor stands at one.
    #[inline]
    pub(super) fn next_line(&mut self) {
        if self.byte() == b'\r' {
            self.at += 1;
        }
        if self.byte() == b'\n' {
            self.at += 1;
        }
        self.line = self.at;
    }

    /// Goes over a comment and the end of the line to what comes next; nothing when more stands here.
    #[inline]
    pub(super) fn end_line(&mut self) -> Option<()> {
        self.blanks_and_comment()?;
        if !self.at_break() {
            return None;
        }
        self.skip()
    }

    /// Goes on to the next thing that is neither blank nor comment, on whatever line.
    #[inline]
    pub(super) fn skip(&mut self) -> Option<()> {
        loop {
            match self.byte() {
                b' ' => self.at += 1,
                b'\n' | b'\r' => self.next_line(),
                b'#' => self.comment()?,
                _ => return Some(()),
            }
        }
    }
}
