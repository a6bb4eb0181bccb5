//! Reading the wide survey that says what moves the overall score, and the rows behind a spike.

use crate::board::{Board, DriverTable};
use crate::export::{Privacy, Testimony};
use crate::feedback::{Overlay, verbatims};
use crate::measures::drivers::Bootstrap;
use crate::workspace::Workspace;

/// All that only the rows themselves say of a board.
pub(super) fn testimony(
    workspace: &Workspace,
    overlay: &Overlay,
    board: &Board,
    privacy: Privacy,
) -> Testimony {
    let drivers = workspace.respondents();
    let drivers = drivers.map(|answers| DriverTable::of(&answers, &Bootstrap::default()));
    Testimony::gather((board, &workspace.journeys, overlay), drivers, |places| {
        let rows = verbatims(&workspace.root, &workspace.sources, overlay, places);
        privacy.words(rows)
    })
}
