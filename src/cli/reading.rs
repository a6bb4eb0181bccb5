//! Reading the feedback for a command, with progress on standard error where somebody waits for it.

use crate::feedback::{self, Overlay, Progress};
use crate::workspace::Workspace;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// How long a scan goes on before it shows its progress, and between one showing and the next.
const PATIENCE: Duration = Duration::from_millis(500);

/// Reads all feedback of a workspace.
pub(super) fn feedback(workspace: &Workspace) -> Overlay {
    let mut meter = Meter {
        visible: io::stderr().is_terminal(),
        next: Instant::now() + PATIENCE,
        shown: false,
    };
    let overlay = feedback::scan_with(
        &workspace.root,
        &workspace.journeys,
        &workspace.sources,
        &workspace.rules,
        &workspace.crowd,
        &mut |progress| meter.show(&progress),
    );
    meter.clear();
    overlay
}

/// A line on standard error that says how far a scan has come.
struct Meter {
    visible: bool,
    next: Instant,
    shown: bool,
}

impl Meter {
    fn show(&mut self, progress: &Progress) -> ControlFlow<()> {
        if self.visible && Instant::now() >= self.next {
            self.next = Instant::now() + PATIENCE;
            self.shown = true;
            let percent = progress.done.saturating_mul(100) / progress.of.max(1);
            // Progress that cannot be shown is no reason to stop.
            let _ = write!(io::stderr(), "\rreading feedback: {percent:>3} %");
        }
        ControlFlow::Continue(())
    }

    fn clear(&self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r                       \r");
        }
    }
}
