//! How a session on the ferry line begins and ends.

use crate::session::Session;
use std::path::Path;

/// What the header says when all feedback has been read.
pub(crate) const READ: &str = "40 rows: 40 mapped";

/// The program on a workspace when all has been read.
pub(crate) fn open(folder: &Path, variables: &[(&str, &str)]) -> Session {
    opened(folder, 100, variables, &[])
}

/// The same in a terminal that has room for every column, with arguments, when the map is drawn.
pub(crate) fn open_wide(folder: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> Session {
    let mut session = opened(folder, 120, variables, arguments);
    session.wait_for("crossing/queue");
    session
}

fn opened(folder: &Path, width: u16, variables: &[(&str, &str)], arguments: &[&str]) -> Session {
    let mut session = Session::with(folder, (width, 32), variables, arguments);
    session.wait_for(READ);
    session
}

/// Leaves it; the terminal is as it was before.
pub(crate) fn leave(mut session: Session) {
    session.type_in("q");
    assert_eq!(session.end(), 0);
    session.check_given_back();
}
