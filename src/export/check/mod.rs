//! What a check found, in the forms that machines read: annotations of a pull request, a test report, JSON.

mod github;
mod json;
mod junit;

pub use github::github;
pub use json::check_json;
pub use junit::junit;

use std::io;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Good to know; it fails nothing.
    Note,
    /// It works, but probably not as meant.
    Warning,
    /// Something is wrong, or beyond what the team allows itself.
    Error,
}

impl Level {
    /// A word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing a check found. Its text holds nothing that steers a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub level: Level,
    /// A stable name.
    pub code: &'static str,
    /// The file, relative to the folder the check was started in, with `/` between folders.
    pub file: String,
    /// Counted from 1; 0 when the file as a whole is meant.
    pub line: u64,
    /// In characters, counted from 1; 0 when the line or file as a whole is meant.
    pub column: usize,
    /// How many characters are meant.
    pub width: usize,
    /// What was found, in a sentence.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
}

impl Finding {
    /// Where it is, as compilers write it.
    pub fn place(&self) -> String {
        match (self.line, self.column) {
            (0, _) => self.file.clone(),
            (line, 0) => format!("{}:{line}", self.file),
            (line, column) => format!("{}:{line}:{column}", self.file),
        }
    }

    /// All of it in a line.
    pub fn one_line(&self) -> String {
        let (place, level) = (self.place(), self.level.word());
        format!("{place}: {level}[{}]: {}", self.code, self.message)
    }
}

/// A way to write findings.
pub type Report = fn(&[Finding], &mut dyn io::Write) -> io::Result<()>;

fn count(findings: &[Finding], level: Level) -> usize {
    findings.iter().filter(|one| one.level == level).count()
}
