//! Writes down the problems of one file with their places.

use super::document::{Document, Unreadable};
use super::tree::Span;
use super::visible::visible;
use super::yaml::{YamlError, YamlMistake};
use super::{Kind, Problem};

/// Collects the problems of one file.
pub(super) struct Reporter<'d> {
    /// The file.
    pub(super) document: &'d Document,
    problems: &'d mut Vec<Problem>,
    said: usize,
    patterns: usize,
}

impl<'d> Reporter<'d> {
    /// How many problems of one file are said one by one.
    const MOST: usize = 1_000;

    /// How many patterns of one file are tried: each costs a millisecond.
    pub(super) const MOST_PATTERNS: usize = 1_000;

    /// Counts one more pattern, and says which of the file it is.
    pub(super) fn next_pattern(&mut self) -> usize {
        self.patterns += 1;
        self.patterns
    }

    /// Begins on a file.
    pub(super) fn new(document: &'d Document, problems: &'d mut Vec<Problem>) -> Self {
        Self {
            document,
            problems,
            said: 0,
            patterns: 0,
        }
    }

    /// Writes down a problem at a place of the file. Text from files in the message or the help must
    /// have been made visible.
    pub(super) fn say(&mut self, kind: Kind, at: Span, message: String, help: impl Into<String>) {
        self.said += 1;
        if self.said > Self::MOST {
            return;
        }
        let (kind, message, help) = if self.said == Self::MOST {
            let message = "the file has more problems than are listed".to_owned();
            (Kind::TooMany, message, "mend those above first".to_owned())
        } else {
            (kind, message, help.into())
        };
        let spot = self.document.spot(at);
        self.problems.push(Problem {
            severity: kind.severity(),
            code: kind.code(),
            file: self.document.file.clone(),
            line: spot.line,
            column: spot.column,
            width: spot.width,
            text: visible(&spot.text),
            message,
            help: Some(help),
        });
    }

    /// Writes down that the file is no YAML, and returns the line and the reason in a sentence.
    pub(super) fn say_broken(&mut self, error: &YamlError) -> (usize, String) {
        let span = place(&self.document.text, error);
        let (kind, message, help) = explained(error);
        self.say(kind, span, message.clone(), help);
        (self.document.line(span.start), message)
    }
}

/// A problem with a file as a whole.
pub(super) fn of_file(kind: Kind, file: &str, message: String, help: &str) -> Problem {
    Problem {
        severity: kind.severity(),
        code: kind.code(),
        file: file.to_owned(),
        line: 0,
        column: 0,
        width: 1,
        text: String::new(),
        message,
        help: Some(help.to_owned()),
    }
}

/// The problem of a file whose text could not be had.
pub(super) fn unreadable(file: &str, why: &Unreadable) -> Problem {
    match why {
        Unreadable::Io(error) => {
            let message = format!("cannot be read: {error}");
            of_file(
                Kind::Unreadable,
                file,
                message,
                "check that the file is there and may be read",
            )
        }
        Unreadable::TooLarge(bytes) => {
            let most = Document::MOST_BYTES >> 20;
            let message =
                format!("{bytes} bytes are more than the {most} MiB a YAML file may have");
            of_file(
                Kind::TooLarge,
                file,
                message,
                "split the journey, or move the file elsewhere",
            )
        }
        Unreadable::NotUtf8 { before, byte } => {
            let text = format!("{before}\u{fffd}");
            let document = Document::new(file, text);
            let at = before.len() as u32;
            let mut problems = Vec::new();
            let span = Span {
                start: at,
                end: at + 3,
            };
            let message = format!("the byte 0x{byte:02X} here is not UTF-8 text");
            let help = "save the file as UTF-8 in your editor";
            Reporter::new(&document, &mut problems).say(Kind::NotUtf8, span, message, help);
            problems.remove(0)
        }
    }
}

fn explained(error: &YamlError) -> (Kind, String, &'static str) {
    match error.kind {
        YamlMistake::Tab => (
            Kind::Tab,
            "a tab stands where YAML wants blanks".to_owned(),
            "indent with blanks, two for each level",
        ),
        YamlMistake::Quote => (
            Kind::UnclosedQuote,
            "this quote is never closed".to_owned(),
            "put the same quote at the end of the text",
        ),
        YamlMistake::Limit => (
            Kind::TooDeep,
            error.message.clone(),
            "write it out flat, with fewer levels and aliases",
        ),
        YamlMistake::Colon => (
            Kind::Syntax,
            "a colon cannot stand here".to_owned(),
            "put text that holds `: ` in quotes, and check the indentation and brackets above",
        ),
        YamlMistake::Bracket => (
            Kind::Syntax,
            error.message.clone(),
            "close every `[` with `]` and every `{` with `}`, with commas between the items",
        ),
        YamlMistake::Anchor => (
            Kind::Syntax,
            "no anchor of this name stands before".to_owned(),
            "write `&name` at the value it repeats, or put text that begins with `*` in quotes",
        ),
        YamlMistake::Other => (
            Kind::Syntax,
            error.message.clone(),
            "check the indentation of this line and of those above it",
        ),
    }
}

/// What to point at: the quote that was opened, the tab itself, or the character of the error.
fn place(text: &str, error: &YamlError) -> Span {
    let at = match error.kind {
        YamlMistake::Quote => opening_quote(text, error),
        YamlMistake::Tab => tab(text, error),
        _ => None,
    };
    let start = at.unwrap_or(error.at);
    let rest = text.get(start as usize..).unwrap_or_default();
    let width = rest.chars().next().map_or(0, char::len_utf8) as u32;
    Span {
        start,
        end: start + width,
    }
}

/// The first tab at the beginning of a line from the line of the error on, but not far from it.
fn tab(text: &str, error: &YamlError) -> Option<u32> {
    let mut start = text
        .get(..error.at as usize)?
        .rfind('\n')
        .map_or(0, |at| at + 1);
    for line in text.get(start..)?.split_inclusive('\n').take(3) {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(at) = line.get(..indent)?.find('\t') {
            return Some((start + at) as u32);
        }
        start += line.len();
    }
    None
}

/// Where the quote was opened that an error found unclosed: the last quote at the beginning of a
/// value that its own line does not close.
fn opening_quote(text: &str, error: &YamlError) -> Option<u32> {
    if error.kind != YamlMistake::Quote {
        return None;
    }
    let mut end = (error.at as usize).min(text.len());
    while end > 0 {
        let start = text.get(..end)?.rfind('\n').map_or(0, |at| at + 1);
        if let Some(at) = unclosed(text.get(start..end)?) {
            return Some((start + at) as u32);
        }
        end = start.saturating_sub(1);
    }
    None
}

fn unclosed(line: &str) -> Option<usize> {
    let mut open: Option<(usize, char)> = None;
    let (mut before, mut escaped) = (' ', false);
    for (at, c) in line.char_indices() {
        match open {
            Some((_, quote)) if c == quote && !escaped => open = None,
            Some((_, '"')) => escaped = c == '\\' && !escaped,
            None if matches!(c, '\'' | '"') && matches!(before, ' ' | '[' | '{' | ',') => {
                open = Some((at, c));
            }
            _ => {}
        }
        before = c;
    }
    open.map(|(at, _)| at)
}
