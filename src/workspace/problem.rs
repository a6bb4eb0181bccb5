//! Something wrong in a file of the workspace: where, what was expected, and how to mend it.

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something could not be read, or cannot mean what it says: `check` exits with 1.
    Error,
    /// It works, but probably not as meant: `check` exits with 1 as well.
    Warning,
}

/// Something wrong in a file of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// A stable name for the kind of problem: `unknown-key`, `dead-end`, ...
    pub code: &'static str,
    /// The file, relative to the workspace, with `/` between folders.
    pub file: String,
    /// Counted from 1; 0 when the file as a whole is meant.
    pub line: usize,
    /// In characters, counted from 1; 0 when the line or file as a whole is meant.
    pub column: usize,
    /// How many characters of the line are meant; at least 1.
    pub width: usize,
    /// The line itself, without its end.
    pub text: String,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What was expected and how to mend it.
    pub help: Option<String>,
}
