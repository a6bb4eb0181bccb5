//! Reading the wide survey that says what moves the overall score, and the rows behind a spike.

use crate::board::{Board, DriverTable};
use crate::export::{Behind, Privacy, Testimony};
use crate::feedback::{Overlay, verbatims};
use crate::workspace::Workspace;

/// What only the rows themselves say of a board, and what they say `behind` its spikes.
pub(super) fn testimony(
    workspace: &Workspace,
    overlay: &Overlay,
    board: &Board,
    behind: Behind,
    privacy: Privacy,
) -> Testimony {
    let drivers = DriverTable::declared(workspace.respondents().as_ref());
    let shown = (board, &workspace.journeys, overlay);
    Testimony::gather(shown, behind, drivers, |places| {
        let rows = verbatims(&workspace.root, &workspace.sources, overlay, places);
        privacy.words(rows)
    })
}
