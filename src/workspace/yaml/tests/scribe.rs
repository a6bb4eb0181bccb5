//! Writes YAML at random, mostly sound, and spoils it.

/// Writes texts, the same ones for the same seed.
pub(super) struct Scribe {
    state: u64,
}

const WORDS: [&str; 24] = [
    "a",
    "b",
    "touchpoint",
    "x-y",
    "1.0",
    "true",
    "~",
    "null",
    "-1",
    "-x",
    "a b",
    "a  b c",
    "it's",
    "é日本",
    "a:b",
    "a#b",
    "http://a/b?c",
    "a - b",
    "a, b",
    "[a",
    "a]",
    "?x",
    "a \"b\"",
    "...",
];
const INLINE: [&str; 12] = [
    "a",
    "tag-1",
    "0.25",
    "é",
    "two words",
    "it's",
    "-1",
    "a:b",
    "x/y",
    "null",
    "a#b",
    "--",
];
const QUOTED: [&str; 14] = [
    "''",
    "\"\"",
    "'a'",
    "\"a\"",
    "'it''s'",
    "\"a\\tb\"",
    "\"a \\\"b\\\"\"",
    "' a '",
    "\" a: b \"",
    "'# no'",
    "\"[x]\"",
    "'- a'",
    "\"\\n\"",
    "'é'",
];
/// What spoils a text most.
const SPOILS: [&str; 48] = [
    ":", ": ", "-", "- ", "#", " #", "[", "]", "{", "}", ",", "'", "\"", "|", ">", "&", "&a ", "*",
    "*a", "!", "!!str ", "%", "?", "? ", "\n", "\r", "\r\n", "\t", " ", "  ", "é", "\u{feff}",
    "\u{85}", "\u{2028}", "\\", "a", "---", "...", "<<", "@", "`", "\n\n", "|-\n", "\n  ", "\u{1}",
    "\u{7f}", "\u{ffff}", "''",
];

impl Scribe {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
        }
    }

    /// A number below another.
    pub(super) fn below(&mut self, most: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 33) as usize % most
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len())]
    }

    /// A document.
    pub(super) fn document(&mut self) -> String {
        let mut text = String::new();
        if self.one_in(4) {
            text.push_str("# a comment: [x]\n\n");
        }
        let indent = if self.one_in(12) { 2 } else { 0 };
        if self.one_in(5) {
            self.list(&mut text, indent, 0);
        } else {
            self.mapping(&mut text, indent, 0);
        }
        if self.one_in(6) {
            text.truncate(text.trim_end().len());
        }
        if self.one_in(6) {
            text = text.replace('\n', "\r\n");
        }
        text
    }

    /// A text with a few characters put in, taken out or exchanged.
    pub(super) fn spoilt(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        for _ in 0..=self.below(3) {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            if places.is_empty() {
                return text;
            }
            let at = places[self.below(places.len())];
            let length = text[at..].chars().next().map_or(0, char::len_utf8);
            match self.below(4) {
                0 | 1 => text.insert_str(at, self.of(&SPOILS)),
                2 => text.replace_range(at..at + length, ""),
                _ => text.replace_range(at..at + length, self.of(&SPOILS)),
            }
        }
        text
    }

    fn indentation(&mut self, text: &mut String, indent: usize) {
        if self.one_in(14) {
            text.push_str(["\n", "  \n", "# c\n", "        # c\n"][self.below(4)]);
        }
        text.push_str(&" ".repeat(indent));
    }

    fn end(&mut self, text: &mut String) {
        let blanks = if self.one_in(8) { "  " } else { "" };
        let comment = if self.one_in(9) { " # c: d" } else { "" };
        text.push_str(blanks);
        text.push_str(comment);
        text.push('\n');
    }

    fn mapping(&mut self, text: &mut String, indent: usize, depth: usize) {
        for place in 0..=self.below(4) {
            if place > 0 {
                self.indentation(text, indent);
            } else if text.is_empty() || text.ends_with('\n') {
                text.push_str(&" ".repeat(indent));
            }
            let key = if self.one_in(9) {
                self.of(&QUOTED)
            } else {
                self.of(&WORDS[..6])
            };
            text.push_str(key);
            text.push_str(if self.one_in(12) { " :" } else { ":" });
            self.value(text, indent, depth, true);
        }
    }

    fn list(&mut self, text: &mut String, indent: usize, depth: usize) {
        for place in 0..=self.below(4) {
            if place > 0 {
                self.indentation(text, indent);
            } else if text.is_empty() || text.ends_with('\n') {
                text.push_str(&" ".repeat(indent));
            }
            text.push('-');
            if depth < 5 && self.one_in(3) {
                let by = 1 + usize::from(self.one_in(5)) * self.below(3);
                text.push_str(&" ".repeat(by));
                if self.one_in(4) {
                    self.list(text, indent + 1 + by, depth + 1);
                } else {
                    self.mapping(text, indent + 1 + by, depth + 1);
                }
            } else {
                self.value(text, indent, depth, false);
            }
        }
    }

    fn value(&mut self, text: &mut String, indent: usize, depth: usize, of_key: bool) {
        match self.below(16) {
            0 => self.end(text),
            1..=3 if depth < 5 => {
                self.end(text);
                let deeper = indent + 1 + self.below(4);
                let same = of_key && self.one_in(2);
                if same || self.one_in(2) {
                    self.list(text, if same { indent } else { deeper }, depth + 1);
                } else {
                    self.mapping(text, deeper, depth + 1);
                }
            }
            4..=6 => {
                text.push(' ');
                self.flow(text, indent, 0);
                self.end(text);
            }
            7 => {
                text.push(' ');
                text.push_str(self.of(&QUOTED));
                self.end(text);
            }
            8 => self.block_text(text, indent),
            9 => {
                let lines = 1 + self.below(3);
                text.push(' ');
                text.push_str(self.of(&WORDS));
                for _ in 0..lines {
                    text.push('\n');
                    let blank = if self.one_in(4) { "  \n" } else { "" };
                    text.push_str(blank);
                    text.push_str(&" ".repeat(indent + 1 + self.below(3)));
                    text.push_str(self.of(&WORDS));
                }
                self.end(text);
            }
            10 => {
                self.end(text);
                text.push_str(&" ".repeat(indent + 1 + self.below(3)));
                let written = if self.one_in(2) { &WORDS[..] } else { &QUOTED };
                text.push_str(self.of(written));
                self.end(text);
            }
            _ => {
                text.push_str(if self.one_in(9) { "   " } else { " " });
                text.push_str(self.of(&WORDS));
                self.end(text);
            }
        }
    }

    fn block_text(&mut self, text: &mut String, indent: usize) {
        text.push(' ');
        text.push_str(self.of(&["|", "|", ">", "|-", ">-", "|+", ">+", "|2"]));
        self.end(text);
        let deeper = indent + 1 + self.below(3);
        for _ in 0..=self.below(4) {
            match self.below(6) {
                0 => text.push('\n'),
                1 => text.push_str("   \n"),
                2 => {
                    text.push_str(&" ".repeat(deeper + 1));
                    text.push_str("more: # x\n");
                }
                _ => {
                    text.push_str(&" ".repeat(deeper));
                    text.push_str(self.of(&WORDS));
                    text.push_str(if self.one_in(5) { "  \n" } else { "\n" });
                }
            }
        }
    }

    fn flow(&mut self, text: &mut String, indent: usize, depth: usize) {
        let list = self.one_in(2);
        text.push(if list { '[' } else { '{' });
        let count = self.below(4);
        for place in 0..count {
            self.flow_space(text, indent);
            if !list {
                let key = if self.one_in(8) { &QUOTED[..] } else { &INLINE };
                text.push_str(self.of(key));
                if self.one_in(9) {
                    text.push_str(if self.one_in(2) { "," } else { " : ," });
                    continue;
                }
                text.push_str(": ");
            }
            if depth < 3 && self.one_in(4) {
                self.flow(text, indent, depth + 1);
            } else {
                let written = if self.one_in(4) { &QUOTED[..] } else { &INLINE };
                text.push_str(self.of(written));
            }
            if place + 1 < count || self.one_in(7) {
                text.push(',');
            }
        }
        self.flow_space(text, indent);
        text.push(if list { ']' } else { '}' });
    }

    fn flow_space(&mut self, text: &mut String, indent: usize) {
        match self.below(12) {
            0 => {
                let comment = if self.one_in(3) { " # c" } else { "" };
                text.push_str(comment);
                text.push('\n');
                text.push_str(&" ".repeat(indent + self.below(4)));
            }
            1..=4 => {}
            _ => text.push(' '),
        }
    }
}
