//! Finds the list of rows in a JSON document, byte by byte, by the path of keys that leads to it.

/// How many bytes of a key are kept.
const MOST_KEY: usize = 64 * 1024;

/// What a byte brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Nothing yet.
    On,
    /// The list begins behind this byte.
    Found,
    /// There will be no such list.
    Never,
}

/// The way to a list.
#[derive(Debug)]
pub(super) struct ListPath {
    keys: Vec<String>,
    /// How many of the keys lead to where the reading stands.
    matched: usize,
    /// How many containers are open.
    depth: usize,
    in_text: bool,
    escaped: bool,
    /// The last text, where it may be a key on the path; still escaped.
    key: Vec<u8>,
    /// Whether the next value is the one that the next key of the path names.
    wanted: bool,
}

impl ListPath {
    /// The way to the list that a path of keys joined by `.` names; without one, to the document itself.
    pub(super) fn new(path: Option<&str>) -> Self {
        let keys: Vec<String> = path.map_or(Vec::new(), |path| {
            path.split('.').map(|key| key.trim().to_owned()).collect()
        });
        Self {
            wanted: keys.is_empty(),
            keys,
            matched: 0,
            depth: 0,
            in_text: false,
            escaped: false,
            key: Vec::new(),
        }
    }

    /// Takes the next byte.
    pub(super) fn byte(&mut self, byte: u8) -> Step {
        if self.in_text {
            self.text(byte);
            return Step::On;
        }
        match byte {
            // A byte order mark.
            0xef | 0xbb | 0xbf => {}
            _ if byte.is_ascii_whitespace() => {}
            b'"' => {
                self.in_text = true;
                self.key.clear();
                return self.value(false);
            }
            b':' => self.wanted = self.is_key(),
            b'[' if self.wanted && self.matched + 1 >= self.keys.len() => return Step::Found,
            b'{' if self.depth == 0 => {
                self.depth = 1;
                return if self.keys.is_empty() {
                    Step::Never
                } else {
                    Step::On
                };
            }
            b'{' if self.wanted && self.matched + 1 < self.keys.len() => {
                self.matched += 1;
                self.depth += 1;
                self.wanted = false;
            }
            b'{' | b'[' => {
                self.depth += 1;
                return self.value(self.depth == 1);
            }
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth <= self.matched {
                    // The object that the path leads through has ended without the next key.
                    return Step::Never;
                }
            }
            b',' => self.key.clear(),
            _ => return self.value(self.depth == 0),
        }
        Step::On
    }

    /// A value that is not on the path has begun; `never` when the document is nothing else.
    fn value(&mut self, never: bool) -> Step {
        let missed = self.wanted && !self.keys.is_empty();
        self.wanted = self.wanted && self.keys.is_empty();
        if never || missed {
            Step::Never
        } else {
            Step::On
        }
    }

    fn text(&mut self, byte: u8) {
        if self.escaped {
            self.escaped = false;
        } else if byte == b'\\' {
            self.escaped = true;
        } else if byte == b'"' {
            self.in_text = false;
            return;
        }
        if self.key.len() < MOST_KEY {
            self.key.push(byte);
        }
    }

    /// Whether the last text is the next key of the path, in the object that the path has led to.
    fn is_key(&self) -> bool {
        let Some(wanted) = self.keys.get(self.matched) else {
            return false;
        };
        if self.depth != self.matched + 1 {
            return false;
        }
        let quoted = [b"\"", self.key.as_slice(), b"\""].concat();
        serde_json::from_slice::<String>(&quoted).is_ok_and(|key| key == *wanted)
    }
}
