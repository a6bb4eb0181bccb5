//! Opens the workspace. One that takes longer than the eye forgives is announced by a first frame, so
//! that the terminal answers at once however large the workspace is.

use super::run::RunError;
use super::terminal::{self, Held};
use crate::workspace::{self, Workspace};
use ratatui::widgets::Paragraph;
use std::io;
use std::path::Path;
use std::sync::mpsc::channel;
use std::thread::Builder;
use std::time::Duration;

/// How long nothing is shown.
const PATIENCE: Duration = Duration::from_millis(12);

/// The workspace at a folder, and the terminal, taken.
pub(super) fn open(root: &Path) -> Result<(Workspace, Held), RunError> {
    let (sender, opened) = channel();
    let folder = root.to_path_buf();
    Builder::new().name("open".into()).spawn(move || {
        // The receiver waits as long as this thread lives.
        let _ = sender.send(workspace::open(&folder));
    })?;
    let early = opened.recv_timeout(PATIENCE).ok().transpose()?;
    terminal::leave_on_signals()?;
    let mut held = Held::take()?;
    if let Some(workspace) = early {
        return Ok((workspace, held));
    }
    held.draw(|frame| {
        let area = frame.area();
        frame.render_widget(Paragraph::new("reading the journeys …"), area);
    })?;
    let lost = |_| io::Error::other("the workspace could not be read");
    Ok((opened.recv().map_err(lost)??, held))
}
