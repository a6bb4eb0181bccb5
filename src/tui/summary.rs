//! Writes the summary beside the interface: many verbatims are read for it.

use super::message::{ExportRefusal, Message};
use crate::board::{Board, DriverTable, Order};
use crate::export::{Behind, Privacy, Subject, Testimony, markdown};
use crate::feedback::{Overlay, verbatims};
use crate::measures::Unsaid;
use crate::workspace::{Existing, Workspace, deliver};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// What is needed for a summary.
#[derive(Debug)]
pub(super) struct Summary {
    /// The workspace.
    pub workspace: Arc<Workspace>,
    /// Its feedback.
    pub overlay: Arc<Overlay>,
    /// The numbers.
    pub board: Board,
    /// What touchpoints are ranked by.
    pub order: Order,
    /// What moves the overall score.
    pub drivers: Option<Result<DriverTable, Unsaid>>,
    /// Where to write it.
    pub path: PathBuf,
    /// Whether a file that is there is replaced.
    pub replace: bool,
}

impl Summary {
    /// Writes it.
    pub(super) fn answer(self) -> Message {
        Message::Exported(self.write())
    }

    fn write(self) -> Result<PathBuf, ExportRefusal> {
        let (workspace, overlay) = (&self.workspace, &self.overlay);
        let testimony = Testimony::gather(
            (&self.board, &workspace.journeys, overlay),
            Behind::Everything,
            self.drivers,
            |places| {
                let rows = verbatims(&workspace.root, &workspace.sources, overlay, places);
                Privacy::Masked.words(rows)
            },
        );
        let subject = Subject {
            journeys: &workspace.journeys,
            charter: &workspace.charter,
            sources: &workspace.sources,
            overlay,
            board: &self.board,
            order: self.order,
            testimony: &testimony,
        };
        let existing = if self.replace {
            Existing::Replace
        } else {
            Existing::Keep
        };
        let path = self.path;
        match deliver(&path, existing, |out| markdown(subject, out)) {
            Ok(()) => Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(ExportRefusal::Exists)
            }
            Err(error) => {
                let why = format!("{}: {error}", path.display());
                Err(ExportRefusal::Failed(why))
            }
        }
    }
}
