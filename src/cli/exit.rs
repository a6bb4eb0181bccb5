//! How the program ends: its exit codes, and the last words it says on standard error.

use crate::workspace::{OpenError, visible};
use std::io::{self, Write};
use std::process::ExitCode;

/// What `--help` says about exit codes.
pub(super) const HELP: &str = "\
Standard output carries data, standard error everything else.

Exit codes:
  0    all is well
  1    check found problems, or a command refused
  2    it could not run: wrong arguments, no workspace, output that cannot be written
  101  it broke: a mistake in pothole itself, with a report in a file";

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// All is well.
    Well,
    /// The command ran and says no.
    No,
    /// It could not run.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Well => Self::SUCCESS,
            Exit::No => Self::from(1),
            Exit::Failed => Self::from(2),
        }
    }
}

/// Ends with help, a version or a mistake in the arguments.
pub(super) fn with_message(message: &clap::Error) -> ExitCode {
    // Nothing is left to be told when neither stream takes it.
    if std::env::args_os().all(|argument| is_plain(&argument.to_string_lossy())) {
        let _ = message.print();
    } else {
        // It quotes arguments as they are, and a script may hand on the words of a stranger.
        message.to_string().trim_end().lines().for_each(say);
    }
    if message.use_stderr() {
        Exit::Failed.into()
    } else {
        Exit::Well.into()
    }
}

/// Whether nothing in a text steers a terminal; one too long to be shown whole counts as if it did.
fn is_plain(text: &str) -> bool {
    visible(text) == text
}

/// Ends because something could not be done. A reader that stopped reading (`| head`) is no error.
pub(super) fn with_error(error: &anyhow::Error) -> ExitCode {
    let closed = error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe);
    if closed {
        return Exit::Well.into();
    }
    say(&format!("error: {error:#}"));
    let unopened = error
        .chain()
        .find_map(|cause| cause.downcast_ref::<OpenError>());
    if let Some(unopened) = unopened {
        say(&format!("help: {}", unopened.help()));
    }
    Exit::Failed.into()
}

/// Says a line on standard error, with nothing in it that steers a terminal.
pub(super) fn say(line: &str) {
    // When standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "{}", visible(line));
}
