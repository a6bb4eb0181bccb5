//! Writes the summary beside the interface: many verbatims are read for it.

use super::message::{ExportRefusal, Message};
use crate::board::{Board, DriverTable, Order};
use crate::export::{Subject, Testimony, markdown};
use crate::feedback::{Overlay, verbatims};
use crate::measures::Unsaid;
use crate::workspace::Workspace;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

/// What is needed for a summary.
#[derive(Debug)]
pub(super) struct Summary {
    /// The workspace.
    pub workspace: Workspace,
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
            self.drivers,
            |places| verbatims(&workspace.root, &workspace.sources, overlay, places),
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
        let mut text = Vec::new();
        markdown(subject, &mut text).map_err(|error| ExportRefusal::Failed(error.to_string()))?;
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        if !self.replace {
            options.create_new(true);
        }
        let path = self.path;
        let written = options
            .open(&path)
            .and_then(|mut file| file.write_all(&text));
        match written {
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
