//! Reading the wide survey that says what moves the overall score, and the rows behind a spike.

use crate::board::{Board, DriverTable};
use crate::export::{Privacy, Testimony};
use crate::feedback::{Overlay, respondents, verbatims};
use crate::measures::Unsaid;
use crate::measures::drivers::Bootstrap;
use crate::workspace::Workspace;

/// Importance against performance; `None` when no survey is declared for it.
pub(super) fn drivers(workspace: &Workspace) -> Option<Result<DriverTable, Unsaid>> {
    let survey = workspace.drivers.as_ref()?;
    let answers = respondents(
        &workspace.root,
        &workspace.journeys,
        &workspace.sources,
        &workspace.rules,
        survey,
    );
    Some(DriverTable::of(
        &answers,
        survey.least,
        &Bootstrap::default(),
    ))
}

/// All that only the rows themselves say of a board.
pub(super) fn testimony(
    workspace: &Workspace,
    overlay: &Overlay,
    board: &Board,
    privacy: Privacy,
) -> Testimony {
    Testimony::gather(
        (board, &workspace.journeys, overlay),
        drivers(workspace),
        |places| {
            privacy.words(verbatims(
                &workspace.root,
                &workspace.sources,
                overlay,
                places,
            ))
        },
    )
}
