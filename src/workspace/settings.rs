//! The user's own settings: a small YAML file outside any workspace, read with places like every other.

use super::document::Document;
use super::fields::{Fields, Text, text};
use super::keys::Keys;
use super::reporter::{Reporter, unreadable};
use super::tree::{Node, Span};
use super::visible::visible;
use super::{Kind, Problem, yaml};
use std::path::Path;

/// The keys of the config file. `docs/config.md` is checked against these.
pub const SETTINGS: &Keys = &Keys {
    of: "the config file",
    required: &[],
    optional: &["keys", "mouse", "palette", "ascii"],
};

/// What the config file says.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The lines under `keys:`, in their order.
    pub keys: Vec<KeyLine>,
    /// Whether the mouse is the board's from the beginning; `None` when the file does not say.
    pub mouse: Option<bool>,
    /// The name of the palette, as it is written; `None` when the file does not say.
    pub palette: Option<Word>,
    /// Whether to draw with ASCII alone, or with more whatever the locale; `None` when the file does not say.
    pub ascii: Option<bool>,
    document: Document,
}

/// Keys for one command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLine {
    /// The command, as it is written.
    pub command: Word,
    /// Its keys, as they are written.
    pub keys: Vec<Word>,
}

/// A text with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What it says.
    pub text: String,
    at: Span,
}

impl Word {
    fn of(text: Text) -> Self {
        Self {
            text: text.text,
            at: text.at,
        }
    }
}

impl Settings {
    /// Reads the file; what is wrong in it becomes a problem, and the rest counts.
    pub fn read(path: &Path) -> (Self, Vec<Problem>) {
        let name = path.display().to_string();
        match super::document::read_text(path) {
            Ok(text) => Self::of(&name, text),
            Err(why) => (Self::default(), vec![unreadable(&name, &why)]),
        }
    }

    /// Reads the text of a file.
    pub fn of(name: &str, text: String) -> (Self, Vec<Problem>) {
        let document = Document::new(name, text);
        let mut problems = Vec::new();
        let mut settings = Self::default();
        let mut report = Reporter::new(&document, &mut problems);
        match yaml::read(&document.text) {
            Ok(tree) => settings.take(&tree, &mut report),
            Err(error) => {
                report.say_broken(&error);
            }
        }
        settings.document = document;
        (settings, problems)
    }

    fn take(&mut self, tree: &Node<'_>, report: &mut Reporter<'_>) {
        if tree.is_null() {
            return;
        }
        let Some(fields) = Fields::open(tree, SETTINGS, report) else {
            return;
        };
        self.mouse = fields.flag("mouse", report);
        self.ascii = fields.flag("ascii", report);
        self.palette = fields.text("palette", report).map(Word::of);
        for (command, node) in fields.map("keys", report) {
            // What is wrong behind a key is told with the key, whatever stands there.
            let name = visible(&command.text);
            let keys = match node.items() {
                Some(items) => items
                    .iter()
                    .filter_map(|item| text(item, &name, report))
                    .collect(),
                None if node.is_null() => Vec::new(),
                None => match text(node, &name, report) {
                    Some(key) => vec![key],
                    None => continue,
                },
            };
            self.keys.push(KeyLine {
                command: Word::of(command),
                keys: keys.into_iter().map(Word::of).collect(),
            });
        }
    }

    /// A problem with a word of the file. Text from the file in the message must have been made visible.
    pub fn problem(&self, kind: Kind, word: &Word, message: String, help: String) -> Problem {
        let mut problems = Vec::new();
        Reporter::new(&self.document, &mut problems).say(kind, word.at, message, help);
        problems.swap_remove(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Settings, Vec<String>) {
        let (settings, problems) = Settings::of("config.yaml", text.to_owned());
        let lines = problems.iter().map(Problem::one_line).collect();
        (settings, lines)
    }

    #[test]
    fn keys_are_one_text_a_list_or_none() {
        let (settings, problems) =
            read("mouse: false\nkeys:\n  quit: [Q, ctrl-q]\n  undo: z\n  redo: []\n  copy:\n");
        assert_eq!(problems, [""; 0]);
        let said: Vec<(&str, Vec<&str>)> = settings
            .keys
            .iter()
            .map(|line| {
                let keys = line.keys.iter().map(|key| key.text.as_str());
                (line.command.text.as_str(), keys.collect())
            })
            .collect();
        let expected: [(&str, Vec<&str>); 4] = [
            ("quit", vec!["Q", "ctrl-q"]),
            ("undo", vec!["z"]),
            ("redo", vec![]),
            ("copy", vec![]),
        ];
        assert_eq!(said, expected);
        assert_eq!(settings.mouse, Some(false));
    }

    #[test]
    fn a_key_that_would_steer_a_terminal_is_told_in_plain_signs() {
        let (_, problems) = read("keys:\n  \"\\e[2J\\u202e\": {a: b}\n");
        let said =
            "config.yaml:2:18: error[wrong-type]: `␛[2J�` is text, but here stands a mapping";
        assert_eq!(problems, [said]);
    }

    #[test]
    fn a_slip_is_told_with_its_place_and_the_rest_counts() {
        let (settings, problems) = read("keyz: {}\nkeys:\n  quit: {a: b}\n  undo: z\n  undo: y\n");
        assert_eq!(
            problems,
            [
                "config.yaml:1:1: error[unknown-key]: `keyz` is not a key of the config file",
                "config.yaml:5:3: error[duplicate-key]: `undo` stands here a second time",
                "config.yaml:3:9: error[wrong-type]: `quit` is text, but here stands a mapping",
            ]
        );
        assert_eq!(settings.keys.len(), 1);
        let (_, problems) = read("keys: [\n");
        assert!(problems[0].starts_with("config.yaml:"), "{problems:?}");
        assert!(problems[0].contains("error[syntax]"), "{problems:?}");
    }
}
