//! Reading the feedback for a command, with progress on standard error where somebody waits for it.

use super::exit::say;
use super::place::Place;
use crate::feedback::{self, Coverage, Overlay, Progress, ScanOptions, Scope};
use crate::workspace::Workspace;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// How long a scan goes on before it shows its progress, and between one showing and the next.
const PATIENCE: Duration = Duration::from_millis(500);

/// Reads all feedback of a workspace.
pub(super) fn feedback(place: &Place, workspace: &Workspace) -> Overlay {
    let mut meter = Meter::new();
    let options = ScanOptions {
        cache: place.cache.clone(),
        so_far: false,
    };
    let overlay = feedback::scan_with(
        &options,
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

/// Asks every rule about all feedback of a workspace.
pub(super) fn coverage(workspace: &Workspace, scope: &Scope) -> Coverage {
    let mut meter = Meter::new();
    let coverage = feedback::coverage(
        &workspace.root,
        &workspace.journeys,
        (&workspace.sources, &workspace.rules),
        scope,
        &mut |progress| meter.show(&progress),
    );
    meter.clear();
    coverage
}

/// Says on standard error what the data cannot show: that something was not read.
pub(super) fn warn(workspace: &Workspace, unread: usize) {
    let problems = workspace.problems.len() + unread;
    if problems > 0 {
        let are = if problems == 1 {
            "is 1 problem"
        } else {
            &format!("are {problems} problems")
        };
        say(&format!(
            "warning: there {are} in this workspace; `pothole check` shows them"
        ));
    }
}

/// A line on standard error that says how far a scan has come.
struct Meter {
    visible: bool,
    next: Instant,
    shown: bool,
}

impl Meter {
    fn new() -> Self {
        Self {
            visible: io::stderr().is_terminal(),
            next: Instant::now() + PATIENCE,
            shown: false,
        }
    }

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
