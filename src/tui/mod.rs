//! The terminal: state, commands, drawing and the loop that joins them.

pub mod theme;

/// Opens the board of the workspace at its folder.
pub fn run(_root: &std::path::Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}
